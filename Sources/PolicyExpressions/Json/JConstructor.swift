/// Newtonsoft.Json.Linq.JConstructor: `new Date(1)`, which is not JSON but is read.
public final class JConstructor: JContainer {
    /// The constructor's name.
    public let name: NetString
    var items: [JToken] = []

    /// Makes a constructor without arguments.
    public init(_ name: NetString) { self.name = name }

    public override var tokenType: JTokenType { .constructor }
    public override var count: Int { items.count }
    public override func child(_ position: Int) -> JToken { items[position] }
}
