import PolicyExpressions

/// The messages and variables of a request at one moment, without bodies.
struct MessageState: Sendable {
    private struct Item: Sendable {
        var subject: RunTrace.Change.Subject
        var name: String
        var text: String

        func isSameItem(as other: Item) -> Bool { subject == other.subject && name.lowercased() == other.name.lowercased() }
    }

    private let items: [Item]

    init(_ context: GatewayContext) {
        let request = context.request
        var items = [
            Item(subject: .requestMethod, name: "", text: request.method.string),
            Item(subject: .requestURL, name: "", text: request.url.description),
        ]
        items += Self.items(.requestHeader, request.headers)
        if let response = context.response {
            items.append(Item(subject: .responseStatus, name: "", text: "\(response.statusCode) \(response.statusReason.string)"))
            items += Self.items(.responseHeader, response.headers)
        }
        items += context.variables.all.map { variable in
            Item(subject: .variable, name: variable.name, text: CanonicalValue(variable.value).text ?? "null")
        }
        self.items = items
    }

    private static func items(_ subject: RunTrace.Change.Subject, _ headers: MultiValueDictionary) -> [Item] {
        headers.entries.map { Item(subject: subject, name: $0.name.string, text: $0.values.map(\.string).joined(separator: ", ")) }
    }

    /// What is not as it was.
    func changes(since before: MessageState) -> [RunTrace.Change] {
        let changed = items.compactMap { item -> RunTrace.Change? in
            let old = before.items.first { $0.isSameItem(as: item) }?.text
            return old == item.text ? nil : RunTrace.Change(subject: item.subject, name: item.name, before: old, after: item.text)
        }
        let gone = before.items.filter { old in !items.contains { $0.isSameItem(as: old) } }
        return changed + gone.map { RunTrace.Change(subject: $0.subject, name: $0.name, before: $0.text, after: nil) }
    }
}
