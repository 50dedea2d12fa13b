/// Newtonsoft.Json.Linq.JProperty: a member of an object, with its name and its value.
public final class JProperty: JContainer {
    /// The member's name.
    public let name: NetString
    /// The member's value.
    public private(set) var value: JToken

    /// Makes a member; a value that has a parent is copied.
    public init(_ name: NetString, _ value: JToken?) throws(EvaluationError) {
        (self.name, self.value) = (name, JValue(.null))
        super.init()
        self.value = try adopt(value, position: 0)
    }

    /// Makes a member of a value that is known to have no parent.
    init(name: NetString, freshValue: JToken) {
        (self.name, value) = (name, freshValue)
        super.init()
        freshValue.container = self
    }

    public override var tokenType: JTokenType { .property }
    public override var count: Int { 1 }
    public override func child(_ position: Int) -> JToken { value }
}
