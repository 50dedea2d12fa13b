/// A JSON Web Token as expressions see it (`Jwt`): decoded, not validated.
public final class JsonWebToken: NetObject {
    /// What the token says of its subject; names are case-sensitive, and an array gives several values.
    public let claims: MultiValueDictionary
    private let header: JObject
    private let payload: JObject

    /// Reads `header.payload.signature`, perhaps behind `Bearer `; nil for what is no token.
    public init?(_ text: NetString) {
        var token = Substring(text.string)
        if token.prefix(7).lowercased() == "bearer " { token = token.dropFirst(7) }
        let parts = token.drop { $0 == " " }.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.object(parts[0]), let payload = Self.object(parts[1]) else { return nil }
        (self.header, self.payload) = (header, payload)
        claims = MultiValueDictionary(ignoresCase: false)
        super.init()
        for property in payload.properties { add(property) }
    }

    /// The type in .NET.
    public override var type: TypeSymbol { Self.symbol }

    private static func object(_ part: Substring) -> JObject? {
        let standard = part.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
        let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
        guard let bytes = try? Base64.decode(NetString(String(standard) + padding)) else { return nil }
        return try? JObject.parseObject(NetString(utf8: bytes))
    }

    private func add(_ property: JProperty) {
        let name = NetString(property.name.string)
        guard let array = property.value as? JArray else {
            if let text = Self.text(property.value) { claims.append(text, to: name) }
            return
        }
        for item in array.children {
            if let text = Self.text(item) { claims.append(text, to: name) }
        }
    }

    /// A claim's value: texts as they are, anything else as JSON.
    private static func text(_ token: JToken) -> NetString? {
        if let value = token as? JValue, case .string(let text) = value.scalar { return text }
        return try? token.compactText()
    }

    // MARK: What the members give

    func text(_ claim: String) -> NetString? { claims[NetString(claim)]?.first }

    func headerText(_ name: String) -> NetString? { header[NetString(name)].flatMap(Self.text) }

    /// A claim that counts seconds since 1970.
    func date(_ claim: String) -> NetDateTime? {
        guard let text = text(claim), let seconds = Double(text.string), seconds > -62_135_596_800, seconds < 253_402_300_800 else {
            return nil
        }
        return NetDateTime(ticks: 621_355_968_000_000_000 + Int64(seconds) * 10_000_000, kind: .utc)
    }
}

extension JsonWebToken: NetClass {
    static var symbol: TypeSymbol { .named(.jsonWebToken, []) }
}

/// User and password of a Basic `Authorization` header (`BasicAuthCredentials`).
public final class BasicCredentials: NetObject {
    /// What stands in front of the first colon.
    public let userID: NetString
    /// What stands behind it.
    public let password: NetString

    /// Reads `Basic ` and Base64; nil for anything else.
    public init?(_ text: NetString) {
        let parts = text.string.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic", let bytes = try? Base64.decode(NetString(String(parts[1]))),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        userID = NetString(utf8: bytes[..<colon])
        password = NetString(utf8: bytes[(colon + 1)...])
    }

    /// The type in .NET.
    public override var type: TypeSymbol { Self.symbol }
}

extension BasicCredentials: NetClass {
    static var symbol: TypeSymbol { .named(.basicCredentials, []) }
}
