public import HTTPTypes
public import PolicyExpressions

extension HTTPFields {
    /// Header fields as they leave the gateway.
    ///
    /// Several values of a name share a line, joined by commas, except for the fields that pipeline.md names: those get a
    /// line each. Fields that belong to one connection stay behind (RFC 9110, 7.6.1).
    ///
    /// - Throws: an error for a name that HTTP does not allow.
    public init(leaving headers: MultiValueDictionary) throws(PolicyError) {
        self.init()
        // One more for the caller's address.
        reserveCapacity(headers.entries.count + 1)
        let named = Self.connectionOptions(of: headers)
        for entry in headers.entries {
            let name = entry.name.string
            guard let fieldName = HTTPField.Name(name) else { throw PolicyError(nil, "'\(name)' is not the name of a header.") }
            let key = fieldName.canonicalName
            if Self.belongsToConnection(key) || named.contains(key) { continue }
            append(entry, named: fieldName)
        }
    }

    private mutating func append(_ entry: MultiValueDictionary.Entry, named name: HTTPField.Name) {
        if entry.values.count == 1 || Self.separateFields.contains(name.canonicalName) {
            for value in entry.values { append(HTTPField(name: name, value: FieldText.sanitized(value.string))) }
        } else {
            let joined = entry.values.map(\.string).joined(separator: ",")
            append(HTTPField(name: name, value: FieldText.sanitized(joined)))
        }
    }

    private static func connectionOptions(of headers: MultiValueDictionary) -> Set<String> {
        guard let values = headers["Connection"] else { return [] }
        let options = values.flatMap { $0.string.split(separator: ",") }
        return Set(options.map { $0.filter { !$0.isWhitespace }.lowercased() })
    }

    private static func belongsToConnection(_ key: String) -> Bool {
        switch key.utf8.first {
        case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "p"), UInt8(ascii: "t"), UInt8(ascii: "u"): connectionFields.contains(key)
        default: false
        }
    }

    /// Each begins with a letter that `belongsToConnection` knows.
    private static let connectionFields: Set<String> = [
        "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ]

    private static let separateFields: Set<String> = [
        "user-agent", "www-authenticate", "proxy-authenticate", "cookie", "set-cookie", "warning", "date", "expires",
        "if-modified-since", "if-unmodified-since", "last-modified", "retry-after",
    ]
}

/// Text that becomes a line of an HTTP message.
public enum FieldText {
    /// The text with every CR, LF and NUL replaced by a space, so that nothing can add a line (RFC 9110, 5.5).
    public static func sanitized(_ text: String) -> String {
        guard text.utf8.contains(where: isForbidden) else { return text }
        return String(decoding: text.utf8.map { isForbidden($0) ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// The text with every CR, LF and NUL replaced by a space.
    public static func sanitized(_ text: NetString) -> NetString {
        text.containsUTF8(where: isForbidden) ? NetString(sanitized(text.string)) : text
    }

    /// Whether a text is a token, as the names of headers and methods are (RFC 9110, 5.6.2).
    public static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                byte > 0x20 && byte < 0x7F && !separators.contains(byte)
            }
    }

    private static let separators = Set("()<>@,;:\\\"/[]?={}".utf8)

    private static func isForbidden(_ byte: UInt8) -> Bool { byte == 13 || byte == 10 || byte == 0 }
}
