import PolicyExpressions

/// The names under which credentials travel in header fields, queries, forms and JSON.
enum CredentialNames {
    private static let endings = [
        "token", "secret", "password", "passwd", "pwd", "passphrase", "apikey", "subscriptionkey", "accesskey", "accountkey",
        "functionskey", "sharedkey", "privatekey", "masterkey", "signature", "assertion", "credential", "credentials", "authorization",
        "cookie", "sessionid", "connectionstring",
    ]
    /// Names that are credentials in a query or a form, and everyday words in JSON.
    private static let shortNames: Set<String> = ["sig", "code", "key", "pass", "sas", "codeverifier", "devicecode", "sid"]

    private static func normalized(_ name: String) -> String {
        String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }

    /// Whether a header field, or a member of JSON, holds a credential.
    static func isCredential(_ name: String) -> Bool {
        let name = normalized(name)
        return endings.contains { name.hasSuffix($0) }
    }

    /// Whether a parameter of a query or a form holds a credential.
    static func isCredential(parameter name: String) -> Bool { isCredential(name) || shortNames.contains(normalized(name)) }

    /// A name that named values may have, of letters, digits, `-`, `.` and `_`.
    static func placeholder(for name: String) -> String {
        let allowed = name.lowercased().unicodeScalars.map { scalar -> Character in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain || ".-_".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
        }
        return allowed.isEmpty ? "secret" : String(allowed)
    }
}
