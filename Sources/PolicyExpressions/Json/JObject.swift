/// Newtonsoft.Json.Linq.JObject: members in the order in which they were added, with names that differ ordinally.
public final class JObject: JContainer {
    var properties: [JProperty] = []

    public override var tokenType: JTokenType { .object }
    public override var count: Int { properties.count }
    public override func child(_ position: Int) -> JToken { properties[position] }

    /// The member of a name; nil when there is none.
    public func property(_ name: NetString) -> JProperty? {
        properties.first { $0.name == name }
    }

    /// The value of a member; nil when there is none. The way of `obj["name"]`.
    public subscript(name: NetString) -> JToken? { property(name)?.value }
}
