import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Puts placeholders in the place of credentials: of secret named values wherever they stand, and of what stands where
/// credentials travel. What was found once is found again everywhere in the messages that follow.
struct CredentialRedactor {
    /// Shorter texts are replaced only where they were found, for they may stand anywhere by chance.
    private static let shortestThatIsSought = 8

    private var nameOfSecret: [String: String] = [:]
    private var replacements = SecretReplacements()
    /// The secrets that are looked for everywhere, and what hides them where no placeholder can stand for them.
    private var sought: [String] = []
    private var mask = SecretMask()
    private(set) var placeholders: [SecretPlaceholder] = []
    /// What could not be kept because a secret stands in it in a form that no placeholder can stand for.
    private(set) var warnings: [Diagnostic] = []

    init(namedValues: any NamedValueProvider) {
        for name in namedValues.names {
            guard let value = namedValues.namedValue(name), value.isSecret, nameOfSecret[value.text] == nil else { continue }
            nameOfSecret[value.text] = name
            seek(value.text, name)
        }
        mask = SecretMask(sought)
    }

    private mutating func seek(_ secret: String, _ name: String) {
        replacements.add(secret, name: name)
        sought.append(secret)
    }

    /// A text in which the secrets that are known so far are named.
    func known(_ text: String, inURL: Bool = false) -> String { replacements.apply(to: text, inURL: inURL) }

    mutating func warn(_ message: String) { warnings.append(Diagnostic("secret-left-out", .warning, message, at: nil)) }

    /// The placeholder of a credential that was found under a name.
    mutating func placeholder(_ secret: String, under name: String, place: String, inURL: Bool = false) -> String {
        guard !secret.isEmpty, !secret.contains("{{") else { return secret }
        let name = nameOfSecret[secret] ?? add(secret, CredentialNames.placeholder(for: name), place)
        return inURL ? "{{\(name)|url}}" : "{{\(name)}}"
    }

    private mutating func add(_ secret: String, _ wanted: String, _ place: String) -> String {
        let taken = Set(nameOfSecret.values)
        let name = taken.contains(wanted) ? (2...).lazy.map { "\(wanted)-\($0)" }.first { !taken.contains($0) } ?? wanted : wanted
        nameOfSecret[secret] = name
        if secret.utf8.count >= Self.shortestThatIsSought {
            seek(secret, name)
            mask = SecretMask(sought)
        }
        placeholders.append(SecretPlaceholder(name: name, place: place))
        return name
    }

    /// The text as far as it can be shown: with `•••` where a secret stands in another form, such as base 64.
    func masked(_ text: String) -> String { mask.mask(text) }
}

// MARK: - Parts of messages

extension CredentialRedactor {
    /// Header fields with their credentials named.
    mutating func headers(_ fields: [(name: String, value: String)]) -> [(name: String, value: String)] {
        fields.map { (name: $0.name, value: header($0.name, known($0.value))) }
    }

    private mutating func header(_ name: String, _ value: String) -> String {
        let place = "the header \(name)"
        if name.equalsIgnoringCase("Cookie") { return cookies(value, place) }
        if name.equalsIgnoringCase("Set-Cookie") {
            let pair = value.prefix { $0 != ";" }
            return cookies(String(pair), place) + value.dropFirst(pair.count)
        }
        guard CredentialNames.isCredential(name) else { return value.contains("://") ? url(value) : masked(tokens(value, place)) }
        // `Bearer …` and `Basic …` keep their scheme, which policies look at.
        guard let space = value.firstIndex(of: " "), name.lowercased().hasSuffix("authorization") else {
            return placeholder(value, under: name, place: place)
        }
        let credentials = String(value[value.index(after: space)...])
        notePassword(credentials, scheme: value[..<space], place)
        return value[...space] + placeholder(credentials, under: name, place: place)
    }

    /// The password of Basic may stand elsewhere by itself.
    private mutating func notePassword(_ credentials: String, scheme: Substring, _ place: String) {
        guard scheme.lowercased() == "basic", let data = Data(base64Encoded: credentials) else { return }
        let parts = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { _ = placeholder(String(parts[1]), under: "password", place: "the password in \(place)") }
    }

    private mutating func cookies(_ value: String, _ place: String) -> String {
        let pairs = value.split(separator: ";", omittingEmptySubsequences: false).map { pair -> String in
            guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
            let name = pair[..<equals].trimmingCharacters(in: .whitespaces)
            return pair[...equals] + placeholder(String(pair[pair.index(after: equals)...]), under: "cookie-\(name)", place: place)
        }
        return pairs.joined(separator: ";")
    }

    /// JSON Web Tokens are credentials wherever they stand.
    private mutating func tokens(_ text: String, _ place: String) -> String {
        guard text.contains("eyJ") else { return text }
        return text.replacing(/eyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{2,}\.[A-Za-z0-9_\-]*/) { match in
            placeholder(String(match.0), under: "token", place: "a token in \(place)")
        }
    }

    /// A URL with the credentials of its query named.
    mutating func url(_ text: String) -> String {
        let text = known(text, inURL: true)
        guard let question = text.firstIndex(of: "?") else { return masked(tokens(text, "the URL")) }
        let query = parameters(text[text.index(after: question)...], place: "the query parameter")
        return masked(tokens(text[...question] + query, "the URL"))
    }

    private mutating func parameters(_ text: Substring, place: String) -> String {
        let pairs = text.split(separator: "&", omittingEmptySubsequences: false).map { pair -> String in
            guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
            let name = String(pair[..<equals])
            let value = String(pair[pair.index(after: equals)...]).replacing("+", with: " ")
            guard CredentialNames.isCredential(parameter: name) else { return String(pair) }
            return pair[...equals]
                + placeholder(value.removingPercentEncoding ?? value, under: name, place: "\(place) \(name)", inURL: true)
        }
        return pairs.joined(separator: "&")
    }

    // MARK: Bodies

    /// A body with its credentials named; JSON loses the white space between its values. Nil when it cannot be kept.
    mutating func body(_ bytes: [UInt8], contentType: String?, of what: String) -> [UInt8]? {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let shown = String(decoding: bytes, as: UTF8.self)
            guard known(shown) == shown, masked(shown) == shown else {
                warn("the body of \(what) holds a secret among bytes that are no text; it is left out")
                return nil
            }
            return bytes
        }
        let redacted = self.text(text, contentType: contentType)
        let result = masked(redacted)
        if result != redacted { warn("the body of \(what) holds a secret in an encoded form; it is shown as \(SecretMask.replacement)") }
        return Array(result.utf8)
    }

    private mutating func text(_ text: String, contentType: String?) -> String {
        if let json = RecordedBody.parsed(text), json.isStructure { return self.json(json).compactText }
        if contentType?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true {
            return parameters(known(text, inURL: true)[...], place: "the form field")
        }
        return tokens(known(text), "a body")
    }

    private mutating func json(_ json: JSON) -> JSON {
        switch json {
        case .string(let text): .string(tokens(known(text), "a body"))
        case .array(let elements): .array(elements.map { self.json($0) })
        case .object(let members): .object(members.map { JSON.Member($0.name, member($0)) })
        case .null, .boolean, .integer, .number: json
        }
    }

    private mutating func member(_ member: JSON.Member) -> JSON {
        guard case .string(let text) = member.value, CredentialNames.isCredential(member.name) else { return json(member.value) }
        return .string(placeholder(known(text), under: member.name, place: "the member \(member.name)"))
    }
}

extension JSON {
    /// Whether this is an object or an array.
    var isStructure: Bool {
        switch self {
        case .object, .array: true
        case .null, .boolean, .integer, .number, .string: false
        }
    }
}
