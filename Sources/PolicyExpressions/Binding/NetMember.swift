import PolicyDiagnostics

/// One member of a .NET type: what the binder must know to choose it, and how to make its evaluation node.
///
/// Parameter and result types come from the Swift closure that is its body, so declaration and body cannot drift.
final class NetMember: Sendable {
    enum Kind: Sendable { case constructor, method, property, constant, indexer, implicitConversion, explicitConversion }

    /// A parameter as C# callers see it.
    struct Parameter: Sendable {
        var name: String
        var type: TypeSymbol
        var defaultValue: NetDefault?
        var isParams = false
        /// `out` or `ref`.
        var reference = ReferenceKind.none
    }

    let kind: Kind
    let name: String
    /// What the member does, in one line, for the reference.
    let summary: String
    let isStatic: Bool
    /// A static method whose first parameter is written in front of the dot.
    let isExtension: Bool
    let parameters: [Parameter]
    /// Type parameters of a generic method.
    let typeParameterCount: Int
    /// What the first type parameter of a generic method must derive from, `where T : XNode`.
    let constraint: TypeSymbol?
    let result: TypeSymbol
    /// The type arguments of the constructed type that the member belongs to.
    let ownerArguments: [TypeSymbol]
    let isAllowed: Bool
    /// Whether the result depends on the arguments alone and a call changes nothing.
    let isPure: Bool
    /// The value of a constant.
    let constant: NetDefault?
    /// What runs; nil for a constant and for a local function, which is not called through its member.
    private let body: NetBody?
    /// What the property is when its receiver is the one of the context.
    let contextProperty: ContextProperty?
    /// Stores into the property or indexer.
    let setter: NetBody?

    init(
        _ kind: Kind, _ name: String, _ summary: String, isStatic: Bool, isExtension: Bool = false, parameters: [Parameter] = [],
        typeParameterCount: Int = 0, constraint: TypeSymbol? = nil, result: TypeSymbol, ownerArguments: [TypeSymbol] = [],
        isAllowed: Bool = true, isPure: Bool = false,
        constant: NetDefault? = nil, body: NetBody? = nil, setter: NetBody? = nil, contextProperty: ContextProperty? = nil
    ) {
        (self.kind, self.name, self.summary, self.isStatic, self.isExtension) = (kind, name, summary, isStatic, isExtension)
        (self.parameters, self.typeParameterCount, self.constraint, self.result) = (parameters, typeParameterCount, constraint, result)
        (self.ownerArguments, self.isAllowed, self.isPure, self.constant) = (ownerArguments, isAllowed, isPure, constant)
        (self.body, self.setter, self.contextProperty) = (body, setter, contextProperty)
    }

    /// The types that the body takes, the receiver first, before type arguments replaced any.
    var bodyParameters: [TypeSymbol] { body?.parameters ?? parameters.map(\.type) }
    /// The type that the body gives, before type arguments replaced any.
    var bodyResult: TypeSymbol { body?.result ?? result }

    /// The node of a call. Argument nodes have the carriers of the parameter types; the receiver comes first.
    func make(_ arguments: [EvaluationNode], _ types: [TypeSymbol], _ range: SourceRange) -> EvaluationNode {
        if let body { return body.node(arguments, types, parameterNames: parameterNames, isPure: isPure, range) }
        return ConstantNodes.node(constant ?? .null, result, range)
    }

    /// The node that stores into the property or indexer; the value is the last argument.
    func makeStore(_ arguments: [EvaluationNode], _ types: [TypeSymbol], _ range: SourceRange) -> EvaluationNode? {
        setter?.node(arguments, types, parameterNames: parameterNames + [nil], isPure: false, range)
    }

    /// The parameters' names, nil for a receiver.
    private var parameterNames: [String?] {
        (isStatic ? [] : [nil]) + parameters.map(\.name)
    }

    /// The same member with another result type, where the body's Swift type cannot say it.
    func giving(_ result: TypeSymbol) -> NetMember { changed(parameters: parameters, result: result, ownerArguments: ownerArguments) }

    /// The same member of a type that API Management allows without it.
    func notAllowed() -> NetMember {
        changed(parameters: parameters, result: result, ownerArguments: ownerArguments, isAllowed: false)
    }

    /// The same member of a type whose members compute and do nothing else.
    func pure() -> NetMember { changed(parameters: parameters, result: result, ownerArguments: ownerArguments, isPure: true) }

    /// The same member with other parameter types, where the body's Swift types cannot say them.
    func taking(_ types: [TypeSymbol]) -> NetMember {
        let renamed = zip(parameters, types).map { parameter, type in
            var parameter = parameter
            parameter.type = type
            return parameter
        }
        return changed(parameters: renamed, result: result, ownerArguments: ownerArguments)
    }

    /// Whether another method, of a base type, has the same parameters.
    func hides(_ other: NetMember) -> Bool {
        typeParameterCount == other.typeParameterCount && parameters.elementsEqual(other.parameters) { $0.type == $1.type }
    }

    /// Whether a call can have so many arguments, the receiver of an extension method among them.
    func takes(argumentCount count: Int) -> Bool {
        if count > parameters.count { return parameters.last?.isParams ?? false }
        if count == parameters.count { return true }
        // Whatever is left out has a default, or is the empty `params` array.
        return parameters.count { $0.defaultValue == nil && !$0.isParams } <= count
    }

    /// The same property, read in one step where it belongs to the context.
    func inContext(_ property: ContextProperty) -> NetMember {
        NetMember(kind, name, summary, isStatic: isStatic, result: result, isAllowed: isAllowed, body: body, contextProperty: property)
    }

    /// The member of a constructed generic type: its signature in the type's arguments, its own type parameters kept.
    func constructed(with owner: TypeSymbol) -> NetMember {
        let arguments = owner.typeArguments
        guard !arguments.isEmpty else { return self }
        let all = arguments + (0..<typeParameterCount).map { TypeSymbol.typeParameter(arguments.count + $0) }
        let parameters = parameters.map { parameter in
            var parameter = parameter
            parameter.type = parameter.type.substituting(all)
            return parameter
        }
        return changed(parameters: parameters, result: result.substituting(all), ownerArguments: arguments)
    }

    private func changed(
        parameters: [Parameter], result: TypeSymbol, ownerArguments: [TypeSymbol], isAllowed: Bool? = nil, isPure: Bool? = nil
    ) -> NetMember {
        let (isAllowed, isPure) = (isAllowed ?? self.isAllowed, isPure ?? self.isPure)
        return NetMember(
            kind, name, summary, isStatic: isStatic, isExtension: isExtension, parameters: parameters,
            typeParameterCount: typeParameterCount, constraint: constraint, result: result, ownerArguments: ownerArguments,
            isAllowed: isAllowed, isPure: isPure, constant: constant, body: body, setter: setter, contextProperty: contextProperty)
    }

    /// Whether a call makes a tree of JSON tokens or of XML nodes: a constructor, parsing, a copy, `As<JObject>()`.
    var makesTree: Bool {
        switch kind {
        case .constructor: result.inherits(from: .jToken) || result.inherits(from: .xObject)
        case .method: Self.treeMakers.contains(name)
        default: false
        }
    }

    private static let treeMakers: Set<String> = [
        "Parse", "DeepClone", "As", "FromObject", "ToObject", "DeserializeObject", "Load", "DeserializeXNode",
    ]

    /// What C# writes for it in messages: `Substring(int, int)`.
    var signature: String { "\(name)(\(parameters.map(\.type.description).joined(separator: ", ")))" }
}

/// A constant that a parameter's default or an enumeration's member can have.
enum NetDefault: Sendable, Hashable {
    case null
    case boolean(Bool)
    case int32(Int32)
    case int64(Int64)
    case uint64(UInt64)
    case single(Float)
    case double(Double)
    case decimal(NetDecimal)
    case char(UInt16)
    case string(NetString)
}
