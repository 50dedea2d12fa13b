import PolicyCryptography
import PolicyDiagnostics

/// A JSON Web Token in compact form, taken apart. Nothing in it is to be believed before its signature was checked.
struct SignedToken: Sendable {
    /// The longest token that is read; that of the .NET library.
    static let sizeLimit = 250 * 1024

    let text: String
    /// The name of the algorithm as the header has it; nobody vouches for it.
    let algorithmName: String
    /// The key's identifier (`kid`).
    let keyID: String?
    let claims: TokenClaims
    let signature: [UInt8]
    /// The bytes that the signature is of.
    let signedBytes: [UInt8]

    /// Takes a token apart.
    ///
    /// - Throws: for what is no token, in any part, or has a name twice in an object: readers differ in which one they take.
    init(_ text: String) throws(TokenFailure) {
        guard text.utf8.count <= Self.sizeLimit else { throw .invalid("The token is longer than \(Self.sizeLimit) bytes.") }
        let bytes = Array(text.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .invalid("The token does not consist of three parts.") }
        let header = try Self.object(parts[0], "header")
        guard case .string(let name)? = header["alg"]?.kind else { throw .invalid("The token's header names no algorithm.") }
        guard header["crit"] == nil else { throw .invalid("The token has critical extensions.") }
        guard let signature = Base64URL.decode(parts[2]) else { throw .invalid("The token's signature is not valid base64url.") }
        (self.text, algorithmName, self.signature) = (text, name, signature)
        keyID = if case .string(let id)? = header["kid"]?.kind { id } else { nil }
        claims = TokenClaims(try Self.object(parts[1], "payload"))
        signedBytes = Array(bytes[..<parts[1].endIndex])
    }

    static func object(_ part: ArraySlice<UInt8>, _ name: String) throws(TokenFailure) -> LocatedJSON {
        guard let bytes = Base64URL.decode(part) else { throw .invalid("The token's \(name) is not valid base64url.") }
        guard let json = try? JSONReader.read(SourceText(name: name, utf8: bytes)), case .object = json.kind else {
            throw .invalid("The token's \(name) is not a JSON object.")
        }
        guard json.hasUniqueNames else { throw .invalid("The token's \(name) has a name twice.") }
        return json
    }
}

/// What a token says of its subject.
struct TokenClaims: Sendable {
    private let json: LocatedJSON

    init(_ json: LocatedJSON) { self.json = json }

    /// The values of a claim as texts: those of an array one by one, objects as JSON; nil without the claim.
    func values(_ name: String) -> [String]? {
        guard let value = json[name] else { return nil }
        if case .array(let elements) = value.kind { return elements.map(Self.text) }
        return [Self.text(value)]
    }

    /// The number of a claim.
    func number(_ name: String) -> Double? {
        guard case .number(let text)? = json[name]?.kind, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// Whether there is such a claim, of whatever kind.
    func has(_ name: String) -> Bool { json[name] != nil }

    private static func text(_ value: LocatedJSON) -> String {
        switch value.kind {
        case .string(let text): text
        case .number(let text): text
        default: value.json.compactText
        }
    }
}

extension LocatedJSON {
    /// Whether no object in the value has a name twice.
    fileprivate var hasUniqueNames: Bool {
        switch kind {
        case .object(let members):
            (members.count < 2 || Set(members.map(\.name)).count == members.count) && members.allSatisfy(\.value.hasUniqueNames)
        case .array(let elements): elements.allSatisfy(\.hasUniqueNames)
        default: true
        }
    }
}
