/// Newtonsoft.Json.Linq.JToken: any node of a JSON tree.
///
/// A container holds its children strongly. A child knows its container by a plain pointer, so that there is no cycle
/// and parsing pays nothing for it: see `container`. A tree is not thread-safe, as in .NET.
public class JToken: NetObject {
    /// The container that holds this token.
    ///
    /// Never dangles: a container sets it when it takes a child in, and clears it when it lets the child go, in
    /// `JContainer.release`, which every removal and every container's deinit calls. Nothing else writes it.
    unowned(unsafe) final var container: JContainer?
    /// Where the token stood in its container when it was last looked for; only a guess.
    final var positionHint = 0

    /// The kind of the token.
    public var tokenType: JTokenType { .none }

    /// The container of this token; nil for a root, and when nothing but a part of the tree was kept.
    public final var parent: JContainer? { container }

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
    public func setValue(_ value: JToken?, forKey key: NetString?) throws(EvaluationError) {
        throw .invalidOperation("Cannot set child value on \(typeName).")
    }

    /// Sets an element: `token[0] = value`.
    public func setValue(_ value: JToken?, at index: Int32) throws(EvaluationError) {
        throw .invalidOperation("Cannot set child value on \(typeName).")
    }

    /// A deep copy without a parent.
    public final func deepClone() throws(EvaluationError) -> JToken { try clone(depth: 0) }

    func clone(depth: Int) throws(EvaluationError) -> JToken {
        preconditionFailure("abstract: each kind of token clones itself")
    }

    /// The full .NET name of the token's class.
    public final var typeName: String { "Newtonsoft.Json.Linq.\(Swift.type(of: self))" }

    private var cannotAccessChild: EvaluationError { .invalidOperation("Cannot access child value on \(typeName).") }
}
