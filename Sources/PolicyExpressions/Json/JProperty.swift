/// Newtonsoft.Json.Linq.JProperty: a member of an object, with its name and its value.
public final class JProperty: JContainer {
    /// The member's name.
    public let name: NetString
    /// Empty only while the property is made or released.
    @exclusivity(unchecked) private var content: JToken?

    /// Makes a member; a value that has a parent is copied, null becomes a `null` token.
    public init(_ name: NetString, _ value: JToken?) throws(EvaluationError) {
        self.name = name
        super.init()
        content = try adopt(value, position: 0)
    }

    /// Makes a member of a value that is known to have no parent, or to be that of the object that the member is for.
    init(name: NetString, freshValue: JToken) {
        (self.name, content) = (name, freshValue)
        super.init()
        freshValue.container = self
    }

    deinit {
        guard let content else { return }
        content.container = nil
        guard content.isContainer else { return }
        var pending = [content]
        self.content = nil
        JContainer.release(&pending)
    }

    override func surrenderChildren(to pending: inout [JToken]) {
        guard let value = content, value.isContainer else { return }
        value.container = nil
        content = nil
        pending.append(value)
    }

    /// The member's value.
    public var value: JToken { content ?? JValue(.null) }

    /// Sets the value: a token that has a parent is copied, null becomes a `null` token.
    public func setValue(_ token: JToken?) throws(EvaluationError) { try replaceChild(0, with: token) }

    public override var tokenType: JTokenType { .property }
    public override var count: Int { 1 }
    public override func child(_ position: Int) -> JToken { value }

    public override func insertChild(_ token: JToken?, at position: Int) throws(EvaluationError) {
        if token?.tokenType == .comment { return }
        throw .json("Newtonsoft.Json.Linq.JProperty cannot have multiple values.")
    }

    public override func removeChild(_ position: Int) throws(EvaluationError) { throw Self.fixed }

    public override func removeAll() throws(EvaluationError) { throw Self.fixed }

    public override func replaceChild(_ position: Int, with token: JToken?) throws(EvaluationError) {
        let old = value
        if isUnchanged(old, token) { return }
        content = try adopt(token, position: 0)
        old.container = nil
    }

    private static var fixed: EvaluationError { .json("Cannot add or remove items from Newtonsoft.Json.Linq.JProperty.") }

    override func clone(depth: Int) throws(EvaluationError) -> JToken {
        try JToken.checkHeight(depth)
        return JProperty(name: name, freshValue: try value.clone(depth: depth + 1))
    }

    override func hasEqualContent(_ other: JToken, depth: Int) throws(EvaluationError) -> Bool {
        guard let other = other as? JProperty, name == other.name else { return false }
        return try JToken.deepEquals(value, other.value, depth: depth + 1)
    }
}
