import PolicyDiagnostics

/// An object below `context` that an expression names by properties alone: reading it in one step retains nothing on
/// the way.
enum ContextObject: Sendable {
    case request, requestHeaders, requestURL, variables, operation, api

    /// The object whose property this is; nil for `context` itself.
    var parent: ContextObject? {
        switch self {
        case .requestHeaders, .requestURL: .request
        case .request, .variables, .operation, .api: nil
        }
    }
}

/// What a property gives when its receiver is the one object of the context that it belongs to.
enum ContextProperty: Sendable {
    case object(ContextObject)
    /// A text of the object, read from the context.
    case text(of: ContextObject, @Sendable (GatewayContext) -> NetString?)
}

final class ContextObjectNode: ReferenceNode {
    private let object: ContextObject
    init(_ object: ContextObject, _ range: SourceRange) {
        self.object = object
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? {
        switch object {
        case .request: frame.context.request
        case .requestHeaders: frame.context.request.headers
        case .requestURL: frame.context.request.currentURLObject
        case .variables: frame.context.variables
        case .operation: Described(frame.context.operation)
        case .api: Described(frame.context.api)
        }
    }
}

final class ContextTextNode: StringNode {
    private let read: @Sendable (GatewayContext) -> NetString?
    init(_ read: @escaping @Sendable (GatewayContext) -> NetString?, _ range: SourceRange) {
        self.read = read
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? { frame.withContext(read) }
}

/// `context.Request.Headers.GetValueOrDefault("name", fallback)`.
final class RequestHeaderNode: StringNode {
    private let name: NetString, hash: UInt32, constantFallback: NetString?, fallback: StringNode?

    init(_ name: NetString, _ fallback: StringNode, _ range: SourceRange) {
        let constant = fallback as? StringConstant
        (self.name, hash) = (name, MultiValueDictionary.hash(of: name))
        (constantFallback, self.fallback) = (constant?.value, constant == nil ? fallback : nil)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        // C# evaluates the fallback in any case.
        let otherwise = try fallback?.evaluate(&frame) ?? constantFallback
        return frame.withContext { $0.requestHeader(name, hash: hash) } ?? otherwise
    }
}

/// A variable of the context by a constant name, and what stands for it when it was never set.
final class ContextVariableNode: ValueNode {
    private let name: NetString, hash: UInt32, otherwise: ValueNode

    init(_ name: NetString, otherwise: ValueNode, _ range: SourceRange) {
        (self.name, hash, self.otherwise) = (name, MultiValueDictionary.hash(of: name), otherwise)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if let value = frame.withContext({ $0.variable(name, hash: hash) }) { return value }
        return try otherwise.evaluate(&frame)
    }
}

extension GatewayContext {
    @inline(__always)
    fileprivate func requestHeader(_ name: NetString, hash: UInt32) -> NetString? {
        unretainedRequestHeaders._withUnsafeGuaranteedRef { $0.joined(name, hash: hash) }
    }

    @inline(__always)
    fileprivate func variable(_ name: NetString, hash: UInt32) -> Value? {
        unretainedVariables._withUnsafeGuaranteedRef { $0.value(of: name, hash: hash) }
    }
}

extension NodeBuilder {
    /// The node of a member of the context that is read in one step; nil for anything else.
    func contextNode(_ member: NetMember, _ arguments: [BoundExpression], _ range: SourceRange) -> EvaluationNode? {
        guard let property = member.contextProperty, arguments.count == 1 else { return nil }
        switch property {
        case .object(let object): return isContext(arguments[0], object.parent) ? ContextObjectNode(object, range) : nil
        case .text(let object, let read): return isContext(arguments[0], object) ? ContextTextNode(read, range) : nil
        }
    }

    /// Whether an expression names the object of the context, or `context` itself.
    private func isContext(_ bound: BoundExpression, _ object: ContextObject?) -> Bool {
        switch bound.kind {
        case .context: return object == nil
        case .call(let member, let arguments, _):
            guard case .object(let own)? = member.contextProperty, own == object, arguments.count == 1 else { return false }
            return isContext(arguments[0], own.parent)
        default: return false
        }
    }

    /// Look-ups by constant names in the headers of the request and in the variables; nil for anything else.
    func contextLookUp(
        _ member: NetMember, _ arguments: [BoundExpression], _ types: [TypeSymbol], _ bound: BoundExpression
    ) -> EvaluationNode? {
        guard arguments.count > 1, case .string(let name)? = arguments[1].constant else { return nil }
        if member.isExtension, member.name == "GetValueOrDefault" {
            if isContext(arguments[0], .requestHeaders) { return requestHeader(name, arguments, bound.range) }
            if isContext(arguments[0], .variables) { return variable(name, arguments, types, bound.range) }
        }
        // Without the variable, the indexer itself throws its exception.
        guard member.kind == .indexer, isContext(arguments[0], .variables),
            let indexer = member.make(self.arguments(arguments, of: member), types, bound.range) as? ValueNode
        else { return nil }
        return ContextVariableNode(name, otherwise: indexer, bound.range)
    }

    private func requestHeader(_ name: NetString, _ arguments: [BoundExpression], _ range: SourceRange) -> EvaluationNode {
        RequestHeaderNode(name, arguments.count > 2 ? string(arguments[2]) : StringConstant(nil, range), range)
    }

    /// `GetValueOrDefault`, unless its default is computed: C# evaluates that in any case.
    private func variable(
        _ name: NetString, _ arguments: [BoundExpression], _ types: [TypeSymbol], _ range: SourceRange
    ) -> EvaluationNode? {
        let zero = types.first.flatMap { Value.zero(of: $0) } ?? .null
        let fallback = arguments.count > 2 ? arguments[2].constant : zero
        guard let fallback else { return nil }
        return ContextVariableNode(name, otherwise: ValueConstant(fallback, range), range)
    }
}
