/// Newtonsoft.Json.Linq.JToken: any node of a JSON tree.
///
/// A container holds its children strongly. A child knows its container by a plain pointer, so that there is no cycle
/// and parsing pays nothing for it: see `container`. A tree is not thread-safe, as in .NET.
///
/// One thing differs from .NET, where a child keeps the whole tree alive: here a part of a tree whose root nobody holds
/// any more has no parent. Whoever asks for `parent`, `root`, `path` or neighbours must hold the root meanwhile.
public class JToken: NetObject {
    /// The container that holds this token; for a member's value that was read and never asked for its parent, the object.
    ///
    /// Never dangles: a container sets it when it takes a child in, and clears it when it lets the child go, which every
    /// removal and every container's deinit does (`surrenderChildren`). Nothing else writes it.
    unowned(unsafe) final var container: JContainer?
    /// Where the token stood in its container when it was put there or looked for; only a guess.
    final var positionHint: Int32 = 0
    /// Whether the token is a JContainer.
    final let isContainer: Bool

    init(isContainer: Bool) { self.isContainer = isContainer }

    /// The kind of the token.
    public var tokenType: JTokenType { .none }
    /// The class as .NET knows it.
    public final override var type: TypeSymbol { Self.symbol(of: tokenType) }

    /// The container of this token; nil for a root, and when nothing but a part of the tree was kept.
    public final var parent: JContainer? {
        // A member's value knows its object until somebody asks for the property between them.
        guard let object = container as? JObject, !(self is JProperty) else { return container }
        return object.property(holding: self)
    }

    /// The outermost token of the tree.
    public final var root: JToken {
        var token = self
        while let parent = token.container { token = parent }
        return token
    }

    /// Whether the token has children.
    public var hasValues: Bool { false }

    /// The first child; throws InvalidOperationException where the kind has no children.
    public func first() throws(EvaluationError) -> JToken? { throw cannotAccessChild }

    /// The last child; throws InvalidOperationException where the kind has no children.
    public func last() throws(EvaluationError) -> JToken? { throw cannotAccessChild }

    /// The value of a member: `token["name"]`; nil when there is none.
    public func value(forKey key: NetString?) throws(EvaluationError) -> JToken? { throw cannotAccessChild }

    /// The value at an index: `token[0]`.
    public func value(at index: Int32) throws(EvaluationError) -> JToken? { throw cannotAccessChild }

    /// Sets a member: `token["name"] = value`.
    public func setValue(_ value: JToken?, forKey key: NetString?) throws(EvaluationError) { throw cannotSetChild }

    /// Sets an element: `token[0] = value`.
    public func setValue(_ value: JToken?, at index: Int32) throws(EvaluationError) { throw cannotSetChild }

    /// `token[key]` with a key of any type.
    final func value(for key: Value) throws(EvaluationError) -> JToken? {
        switch key {
        case .null: return try value(forKey: nil)
        case .string(let name): return try value(forKey: name)
        case .int32(let index): return try value(at: index)
        default: throw invalidKey(key, "Accessed") ?? cannotAccessChild
        }
    }

    /// `token[key] = value` with a key of any type.
    final func setValue(_ value: JToken?, for key: Value) throws(EvaluationError) {
        switch key {
        case .null: try setValue(value, forKey: nil)
        case .string(let name): try setValue(value, forKey: name)
        case .int32(let index): try setValue(value, at: index)
        default: throw invalidKey(key, "Set") ?? cannotSetChild
        }
    }

    private func invalidKey(_ key: Value, _ verb: String) -> EvaluationError? {
        (self as? JContainer)?.invalidKey((try? ValueText.text(of: key).string) ?? "", verb)
    }

    /// The children in their order; none for a value.
    public var children: [JToken] { [] }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool { true }

    /// A deep copy without a parent; throws when the tree is nested too deeply.
    public final func deepClone() throws(EvaluationError) -> JToken { try clone(depth: 0) }

    func clone(depth: Int) throws(EvaluationError) -> JToken { throw .notSupported() }

    /// Whether another token of the same kind has the same content.
    func hasEqualContent(_ other: JToken, depth: Int) throws(EvaluationError) -> Bool { throw .notSupported() }

    /// The full .NET name of the token's class.
    public final var typeName: String { "Newtonsoft.Json.Linq.\(className)" }

    /// The .NET name of the token's class.
    final var className: String { String(describing: Swift.type(of: self)) }

    private var cannotAccessChild: EvaluationError { .invalidOperation("Cannot access child value on \(typeName).") }
    private var cannotSetChild: EvaluationError { .invalidOperation("Cannot set child value on \(typeName).") }
}

extension JToken {
    /// How deep a tree may be nested for what walks it recursively: containers and properties count.
    static let maximumHeight = 2 * JsonReader.maximumDepth

    static func checkHeight(_ depth: Int) throws(EvaluationError) {
        if depth > maximumHeight { throw .limit(.depth, "The JSON is nested more than \(JsonReader.maximumDepth) levels deep.") }
    }

    /// `JToken.DeepEquals`: members in any order, elements in theirs; null equals only null.
    public static func deepEquals(_ left: JToken?, _ right: JToken?) throws(EvaluationError) -> Bool {
        try deepEquals(left, right, depth: 0)
    }

    static func deepEquals(_ left: JToken?, _ right: JToken?, depth: Int) throws(EvaluationError) -> Bool {
        guard let left, let right else { return left === right }
        if left === right { return true }
        try checkHeight(depth)
        guard left.tokenType == right.tokenType else { return false }
        return try left.hasEqualContent(right, depth: depth)
    }
}
