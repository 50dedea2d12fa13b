import PolicyExpressions

/// The messages and variables of a request at one moment, without bodies.
struct MessageState: Sendable {
    /// What a text belongs to, whatever case a name is written in.
    private struct Key: Hashable {
        var subject: RunTrace.Change.Subject
        var name: String
    }

    private struct Item {
        var key: Key
        var name: String
        var text: String
    }

    private var items: [Item] = []
    private var texts: [Key: String] = [:]

    init(_ context: GatewayContext) {
        let request = context.request
        add(.requestMethod, "", request.method.string)
        add(.requestURL, "", request.url.description)
        add(.requestHeader, request.headers)
        if let response = context.response {
            add(.responseStatus, "", "\(response.statusCode) \(response.statusReason.string)")
            add(.responseHeader, response.headers)
        }
        for variable in context.variables.all { add(.variable, variable.name, CanonicalValue(variable.value).text ?? "null") }
    }

    private mutating func add(_ subject: RunTrace.Change.Subject, _ headers: MultiValueDictionary) {
        for entry in headers.entries { add(subject, entry.name.string, entry.values.map(\.string).joined(separator: ", ")) }
    }

    private mutating func add(_ subject: RunTrace.Change.Subject, _ name: String, _ text: String) {
        let key = Key(subject: subject, name: subject == .variable ? name : name.lowercased())
        items.append(Item(key: key, name: name, text: text))
        texts[key] = text
    }

    /// What is not as it was.
    func changes(since before: MessageState) -> [RunTrace.Change] {
        let changed = items.compactMap { item -> RunTrace.Change? in
            let old = before.texts[item.key]
            return old == item.text ? nil : RunTrace.Change(subject: item.key.subject, name: item.name, before: old, after: item.text)
        }
        let gone = before.items.filter { texts[$0.key] == nil }
        return changed + gone.map { RunTrace.Change(subject: $0.key.subject, name: $0.name, before: $0.text, after: nil) }
    }
}
