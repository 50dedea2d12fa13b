/// Newtonsoft.Json.Linq.JArray: tokens in an order.
public final class JArray: JContainer {
    var items: [JToken] = []

    public override var tokenType: JTokenType { .array }
    public override var count: Int { items.count }
    public override func child(_ position: Int) -> JToken { items[position] }
}
