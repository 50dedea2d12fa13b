import PolicyExpressions
import PolicyRuntime

/// Whether headers speak of JSON or XML.
enum MediaFormat: Sendable {
    case json, xml

    /// Whether a media type, with or without parameters, is of this format: `application/json`, `text/json`, `…+json`.
    func matches(_ mediaType: String) -> Bool {
        let word = self == .json ? "json" : "xml"
        let type = mediaType.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        return type == "application/" + word || type == "text/" + word || type.hasSuffix("+" + word)
    }

    /// Whether a message says that its body is of this format.
    func isContentType(of headers: MultiValueDictionary?) -> Bool {
        headers?["Content-Type"]?.first.map { matches($0.string) } ?? false
    }

    /// Whether the caller asks for this format. A wildcard asks for nothing in particular, and what has the weight 0 is refused.
    func isAccepted(by headers: MultiValueDictionary) -> Bool {
        let ranges = (headers["Accept"] ?? []).flatMap { $0.string.split(separator: ",") }
        return ranges.contains { matches(String($0)) && !Self.isRefused($0) }
    }

    private static func isRefused(_ range: Substring) -> Bool {
        range.split(separator: ";").dropFirst().contains { parameter in
            let text = parameter.filter { $0 != " " }.lowercased()
            return text.hasPrefix("q=") && Double(text.dropFirst(2)) == 0
        }
    }

    /// The media type that a converted body gets.
    var mediaType: NetString { self == .json ? "application/json" : "application/xml" }
}
