import Foundation
import PolicyDiagnostics
import PolicyRuntime

/// The notation of placeholders: `{{name}}`, and `{{name|url}}` for the percent-encoded value.
enum PlaceholderText {
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// A text as URLs and forms carry it (RFC 3986, everything but unreserved characters encoded).
    static func percentEncoded(_ text: String) -> String {
        // Only a text that is not valid Unicode cannot be encoded, and Swift has none.
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text
    }

    /// Puts the values of names in the placeholders' places. A name without a value stands for its own placeholder.
    static func resolve(_ text: String, from namedValues: any NamedValueProvider) -> String {
        guard text.contains("{{") else { return text }
        return text.replacing(/\{\{([A-Za-z0-9._\-]+)(\|url)?\}\}/) { match in
            let value = namedValues.namedValue(String(match.1))?.text ?? "{{\(match.1)}}"
            return match.2 == nil ? value : percentEncoded(value)
        }
    }
}

extension LocatedJSON {
    /// The value with every placeholder in its texts resolved; names of members stay as they are.
    func resolvingPlaceholders(from namedValues: any NamedValueProvider) -> LocatedJSON {
        var result = self
        switch kind {
        case .string(let text): result.kind = .string(PlaceholderText.resolve(text, from: namedValues))
        case .array(let elements): result.kind = .array(elements.map { $0.resolvingPlaceholders(from: namedValues) })
        case .object(let members):
            result.kind = .object(
                members.map { Member(name: $0.name, nameSpan: $0.nameSpan, value: $0.value.resolvingPlaceholders(from: namedValues)) })
        case .null, .boolean, .number: break
        }
        return result
    }
}
