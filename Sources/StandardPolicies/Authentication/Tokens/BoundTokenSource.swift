import PolicyExpressions
import PolicyRuntime

/// Where the token of a request is.
struct BoundTokenSource: Sendable {
    let header: BoundValue<NetString>?
    let queryParameter: BoundValue<NetString>?
    let value: BoundValue<NetString>?
    let scheme: BoundValue<NetString>?

    /// The token; nil where there is none, or the wrong scheme in front of it.
    func token(_ context: inout RequestContext) throws(PolicyError) -> String? {
        if let value { return Self.nonEmpty(try value(&context).string) }
        if let header, let token = try token(inHeader: try header(&context), &context) { return token }
        guard let name = try queryParameter?(&context).string else { return nil }
        let items = QueryParameters(context.gateway.request.url.queryString).items
        return items.first { $0.name.lowercased() == name.lowercased() }.flatMap { Self.nonEmpty($0.value) }
    }

    /// The scheme counts in the Authorization header alone, as the reference says; `Bearer` is taken off in any.
    private func token(inHeader name: NetString, _ context: inout RequestContext) throws(PolicyError) -> String? {
        guard let text = context.gateway.request.headers[name]?.first?.string else { return nil }
        let scheme = try name.equalsIgnoringASCIICase("Authorization") ? scheme?(&context).string : nil
        let words = text.utf8.drop { $0 == UInt8(ascii: " ") }
        let space = words.firstIndex(of: UInt8(ascii: " ")) ?? words.endIndex
        let (first, rest) = (Substring(words[..<space]), words[space...].dropFirst())
        guard !rest.isEmpty else { return scheme == nil ? Self.nonEmpty(text) : nil }
        guard first.lowercased() == (scheme ?? "Bearer").lowercased() else { return nil }
        return Self.nonEmpty(Substring(rest).trimmingSpaces)
    }

    private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var bytes = utf8.drop { $0 == UInt8(ascii: " ") }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
