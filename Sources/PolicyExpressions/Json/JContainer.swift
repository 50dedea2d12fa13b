/// Newtonsoft.Json.Linq.JContainer: a token with children in an order.
public class JContainer: JToken {
    /// The number of children.
    public var count: Int { 0 }

    /// A child by its position, which must be in `0..<count`.
    public func child(_ position: Int) -> JToken {
        preconditionFailure("abstract: each kind of container knows its children")
    }

    /// The children in their order.
    public final var children: [JToken] { (0..<count).map { child($0) } }

    public override final var hasValues: Bool { count > 0 }

    public override final func first() -> JToken? { count > 0 ? child(0) : nil }

    public override final func last() -> JToken? { count > 0 ? child(count - 1) : nil }

    /// Makes a token a child: a token that already has a parent is copied, null becomes a `null` token.
    final func adopt(_ token: JToken?, position: Int) throws(EvaluationError) -> JToken {
        var child = token ?? JValue(.null)
        if child.container != nil || child === root { child = try child.deepClone() }
        child.container = self
        child.positionHint = position
        return child
    }

    /// Lets a child go.
    final func release(_ child: JToken) { child.container = nil }
}
