import PolicyDiagnostics

/// Whether an expression's code is one expression, `@( )`, or statements, `@{ }`.
public enum ExpressionKind: String, Sendable, Hashable {
    /// `@( expression )`.
    case single
    /// `@{ statements }`.
    case block
}

/// The bodies that an expression may read.
public struct BodiesRead: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `context.Request.Body`.
    public static let request = BodiesRead(rawValue: 1)
    /// `context.Response.Body`.
    public static let response = BodiesRead(rawValue: 2)
}

/// An expression that was bound and compiled: immutable, and evaluated as often as one likes, by many tasks at once.
///
/// It is Sendable although nodes are classes: every stored property in the tree of nodes is a `let`; what the closures in
/// them capture are nodes, constants and functions without state; and all that an evaluation changes lives in its frame
/// or in the context that it is given, which belongs to one request. Nodes are made by `NodeBuilder` alone and never
/// leave this structure.
public struct CompiledExpression: @unchecked Sendable {
    private let code: Code

    /// What the expression consists of, behind one reference, so that handing an expression on costs one count.
    private final class Code {
        let resultType: TypeSymbol
        let bodiesRead: BodiesRead
        let root: EvaluationNode
        let boxedRoot: ValueNode
        let textRoot: StringNode
        let booleanRoot: BooleanNode?
        let layout: FramePlan
        /// Held for `layout`.
        let identity: ExpressionIdentity?
        let coveragePoints: [CoveragePoint]

        init(
            _ root: EvaluationNode, _ boxedRoot: ValueNode, _ resultType: TypeSymbol, _ bodiesRead: BodiesRead, _ layout: FrameLayout,
            _ coveragePoints: [CoveragePoint]
        ) {
            (self.root, self.boxedRoot, self.resultType, self.bodiesRead) = (root, boxedRoot, resultType, bodiesRead)
            (textRoot, booleanRoot) = (CompiledExpression.text(root, boxedRoot), root as? BooleanNode)
            (self.layout, identity) = (FramePlan(layout), layout.expression)
            self.coveragePoints = coveragePoints
        }

        func value(in context: GatewayContext) throws(EvaluationError) -> Value {
            var frame = Frame(context: context, layout)
            defer { frame.end(layout) }
            return try boxedRoot.evaluate(&frame)
        }

        func text(in context: GatewayContext) throws(EvaluationError) -> NetString? {
            var frame = Frame(context: context, layout)
            defer { frame.end(layout) }
            return try textRoot.evaluate(&frame)
        }

        /// The value of an expression whose type is `bool`; nil for others.
        func boolean(in context: GatewayContext) throws(EvaluationError) -> Bool? {
            guard let booleanRoot else { return nil }
            var frame = Frame(context: context, layout)
            defer { frame.end(layout) }
            return try booleanRoot.evaluate(&frame)
        }
    }

    init(
        root: BoundRoot, resultType: TypeSymbol, bodiesRead: BodiesRead, layout: FrameLayout, coverage: CoverageInstrumenter? = nil
    ) {
        let builder = NodeBuilder(layout, coverage: coverage)
        let node = root.node(builder)
        code = Code(
            node, builder.boxed(node, resultType, node.range), resultType, bodiesRead, root.layout(layout), coverage?.points ?? [])
    }

    /// The static type of the result; `object` where the results of a block differ.
    public var resultType: TypeSymbol { code.resultType }
    /// The bodies that must be in memory before the expression is evaluated.
    public var bodiesRead: BodiesRead { code.bodiesRead }
    /// What an evaluation can reach, in the order of compilation; empty unless coverage was asked for.
    public var coveragePoints: [CoveragePoint] { code.coveragePoints }

    private static func text(_ root: EvaluationNode, _ boxed: ValueNode) -> StringNode {
        if let string = root as? StringNode { return string }
        return StringCall(root.range) { (frame: inout Frame) throws(EvaluationError) -> NetString? in
            let value = try boxed.evaluate(&frame)
            return value.isNull ? nil : try ValueText.text(of: value)
        }
    }

    /// The value of the expression.
    ///
    /// - Throws: the exception that the expression raises, or the limit that it exceeds.
    public func evaluate(in context: GatewayContext) throws(EvaluationError) -> Value {
        try code.value(in: context)
    }

    /// The value as text, by `ToString()`; nil for null.
    ///
    /// - Throws: as `evaluate(in:)`.
    public func evaluateText(in context: GatewayContext) throws(EvaluationError) -> NetString? {
        try code.text(in: context)
    }

    /// The value as a Boolean: a `bool`, or its text.
    ///
    /// - Throws: as `evaluate(in:)`; `System.FormatException` for a text that is neither `true` nor `false`;
    ///   `System.InvalidCastException` for other types.
    public func evaluateBoolean(in context: GatewayContext) throws(EvaluationError) -> Bool {
        if let boolean = try code.boolean(in: context) { return boolean }
        let value = try evaluate(in: context)
        if case .boolean(let boolean) = value { return boolean }
        guard case .string(let text) = value else { throw value.isNull ? .nullReference : .invalidCast(value, to: .boolean) }
        switch text.string.lowercased() {
        case "true": return true
        case "false": return false
        default: throw .format("String '\(text.string)' was not recognized as a valid Boolean.")
        }
    }

    /// The value as a 32-bit integer: a number, or its text.
    ///
    /// - Throws: as `evaluate(in:)`; `System.FormatException` and `System.OverflowException` as `int.Parse`.
    public func evaluateInt32(in context: GatewayContext) throws(EvaluationError) -> Int32 {
        let value = try evaluate(in: context)
        if case .string(let text) = value { return try NumberParsing.int32(text, styles: .integer) }
        guard let number = value.integer else { throw value.isNull ? .nullReference : .invalidCast(value, to: .int32) }
        guard let exact = Int32(exactly: number) else { throw .overflow("Int32") }
        return exact
    }
}

/// The bound form of an expression or of a block.
struct BoundRoot {
    enum Form {
        case expression(BoundExpression)
        case block(BoundStatement, result: LocalSymbol)
    }

    var form: Form
    var range: SourceRange

    func node(_ builder: NodeBuilder) -> EvaluationNode {
        switch form {
        case .expression(let bound): builder.node(bound)
        case .block(let statement, let result): builder.block(statement, result: result, range)
        }
    }

    func layout(_ layout: FrameLayout) -> FrameLayout { layout }
}
