extension NetType {
    /// `System.Uri` and what belongs to it.
    static let uriTypes: [NetType] = [uri, uriBuilder, uriKind, uriPartial, uriComponents, uriFormat, uriHostNameType]

    static let uriKind: NetType = enumeration("System", "UriKind", ["RelativeOrAbsolute", "Absolute", "Relative"])
    static let uriPartial: NetType = enumeration("System", "UriPartial", ["Scheme", "Authority", "Path", "Query"])
    static let uriHostNameType: NetType = enumeration("System", "UriHostNameType", ["Unknown", "Basic", "Dns", "IPv4", "IPv6"])
    static let uriFormat: NetType = enumeration("System", "UriFormat", values: ["UriEscaped": 1, "Unescaped": 2, "SafeUnescaped": 3])
    static let uriComponents: NetType = enumeration(
        "System", "UriComponents",
        values: [
            "Scheme": 0x1, "UserInfo": 0x2, "Host": 0x4, "Port": 0x8, "SchemeAndServer": 0xD, "Path": 0x10, "Query": 0x20,
            "PathAndQuery": 0x30, "HttpRequestUrl": 0x3D, "Fragment": 0x40, "AbsoluteUri": 0x7F, "StrongPort": 0x80, "HostAndPort": 0x84,
            "StrongAuthority": 0x86, "NormalizedHost": 0x100, "KeepDelimiter": 0x4000_0000, "SerializationInfoString": .min,
        ], isFlags: true)

    /// `System.Uri`.
    static let uri: NetType = NetType("System", "Uri") {
        uriConstants + uriConstructors + uriTexts + uriParts + uriFacts + uriRelations + uriParsing + uriEscapes + uriCharacters
    }

    private static var uriConstants: [NetMember] {
        [
            ("UriSchemeFile", "file"), ("UriSchemeFtp", "ftp"), ("UriSchemeGopher", "gopher"), ("UriSchemeHttp", "http"),
            ("UriSchemeHttps", "https"), ("UriSchemeMailto", "mailto"), ("UriSchemeNews", "news"), ("UriSchemeNntp", "nntp"),
            ("UriSchemeNetTcp", "net.tcp"), ("UriSchemeNetPipe", "net.pipe"), ("SchemeDelimiter", "://"),
        ].map { name, text in .constant(name, "`\(text)`.", .string, .string(NetString(text))) }
    }

    private static var uriConstructors: [NetMember] {
        [
            .constructor(
                "The absolute URI that a text is.", ["uriString"],
                NetBody { (text: NetString) throws(EvaluationError) -> Instance<NetUri> in Instance(try NetUri(text)) }),
            .constructor(
                "The absolute or relative URI that a text is.", ["uriString", "uriKind"],
                NetBody { (text: NetString, kind: NetUri.Kind) throws(EvaluationError) -> Instance<NetUri> in
                    Instance(try NetUri(text, kind))
                }),
            .constructor(
                "The URI that a reference means where a base stands.", ["baseUri", "relativeUri"],
                NetBody { (base: Instance<NetUri>, reference: NetString?) throws(EvaluationError) -> Instance<NetUri> in
                    Instance(try NetUri(base: base.object, reference ?? ""))
                }),
            .constructor(
                "The URI that a reference means where a base stands.", ["baseUri", "relativeUri"],
                NetBody { (base: Instance<NetUri>, reference: Instance<NetUri>) throws(EvaluationError) -> Instance<NetUri> in
                    Instance(try NetUri(base: base.object, reference.object))
                }),
        ]
    }

    // MARK: Parts

    private static var uriTexts: [NetMember] {
        [
            part("AbsoluteUri", "The whole URI, escaped.") { NetString($0.absoluteText) },
            part("AbsolutePath", "The path, escaped.") { NetString($0.path) },
            part("PathAndQuery", "Path and query, escaped.") { NetString($0.pathAndQuery) },
            part("LocalPath", "The path without escapes.") { NetString($0.path.withoutUriEscapes) },
            part("Query", "The query with its question mark, escaped.") { NetString($0.query) },
            part("Fragment", "The fragment with its number sign, escaped.") { NetString($0.fragment) },
            part("UserInfo", "What stands in front of the host's `@`.") { NetString($0.userInfo) },
            part("Authority", "The host, with its port where it is not the scheme's.") { NetString($0.authority) },
            part("Host", "The host; an IPv6 address in brackets.") { NetString($0.host.text) },
            part("DnsSafeHost", "The host without brackets.") { NetString($0.host.dnsSafeText) },
            part("IdnHost", "The host in ASCII.") { NetString($0.host.internationalText) },
            part("Scheme", "The scheme in lower case.") { NetString($0.scheme.name) },
            .property(
                "OriginalString", "The text that the URI was made of.",
                NetBody { (uri: Instance<NetUri>) throws(EvaluationError) -> NetString in uri.object.original }),
            .method(
                "ToString", "The URI with the escapes undone that nothing needs.",
                NetBody { (uri: Instance<NetUri>) throws(EvaluationError) -> NetString in uri.object.invariantText() }),
        ]
    }

    private static func part<Result: NetRepresentable>(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (AbsoluteUri) -> Result
    ) -> NetMember {
        .property(name, summary, NetBody { (uri: Instance<NetUri>) throws(EvaluationError) -> Result in value(try uri.object.parts) })
    }

    private static var uriParts: [NetMember] {
        [
            part("Port", "The port; -1 where there is none.") { Int32(truncatingIfNeeded: $0.port) },
            part("Segments", "The path cut behind each slash.") { $0.segments.map { NetString($0) } },
            part("HostNameType", "What kind of host it is.") { $0.host.kind },
            .method(
                "GetLeftPart", "The URI up to a part of it.", ["part"],
                NetBody { (uri: Instance<NetUri>, part: UriPart) throws(EvaluationError) -> NetString in
                    let parts = try uri.object.parts
                    switch part {
                    case .scheme: return NetString(parts.schemeAndDelimiter)
                    case .authority: return NetString(parts.beginning)
                    case .path: return NetString(parts.beginning + parts.path)
                    case .query: return NetString(parts.beginning + parts.pathAndQuery)
                    }
                }),
            .method(
                "GetComponents", "Parts of the URI, escaped or not.", ["components", "format"],
                NetBody { (uri: Instance<NetUri>, components: UriComponents, format: UriFormat) throws(EvaluationError) -> NetString in
                    NetString(try uri.object.parts.components(components, format))
                }),
        ]
    }

    private static var uriFacts: [NetMember] {
        [
            .property(
                "IsAbsoluteUri", "Whether the URI is absolute.",
                NetBody { (uri: Instance<NetUri>) throws(EvaluationError) -> Bool in uri.object.absolute != nil }),
            part("IsDefaultPort", "Whether the port is the scheme's.") { $0.isDefaultPort },
            part("IsFile", "Whether the scheme is `file`.") { $0.scheme.name == "file" },
            part("IsLoopback", "Whether the host is this machine.") {
                $0.host.isLoopback || $0.scheme.name == "file" && $0.host.text.isEmpty
            },
            part("IsUnc", "Whether it is a path of a Windows server.") { $0.scheme.name == "file" && !$0.host.text.isEmpty },
            .property(
                "UserEscaped", "No: every URI is escaped where it is needed.",
                NetBody { (_: Instance<NetUri>) throws(EvaluationError) -> Bool in false }),
            .method(
                "IsWellFormedOriginalString", "Whether the text that the URI was made of needed no escapes.",
                NetBody { (uri: Instance<NetUri>) throws(EvaluationError) -> Bool in uri.object.isWellFormed }),
        ]
    }

    // MARK: Relations

    private static var uriRelations: [NetMember] {
        [
            .method(
                "IsBaseOf", "Whether another URI lies below the directory of this one.", ["uri"],
                NetBody { (uri: Instance<NetUri>, other: Instance<NetUri>) throws(EvaluationError) -> Bool in
                    guard let own = uri.object.absolute else { return false }
                    let resolved = other.object.absolute == nil ? try NetUri(base: uri.object, other.object) : other.object
                    return own.isBase(of: try resolved.parts)
                }),
            .method(
                "MakeRelativeUri", "The reference that means another URI where this one is the base.", ["uri"],
                NetBody { (uri: Instance<NetUri>, other: Instance<NetUri>) throws(EvaluationError) -> Instance<NetUri> in
                    guard let reference = try uri.object.parts.reference(to: try other.object.parts) else { return other }
                    return Instance(try NetUri(NetString(reference), .relative))
                }),
            .method(
                "Equals", "Whether another object is the same URI, but for user and fragment.", ["comparand"],
                NetBody { (uri: Instance<NetUri>, other: Value) throws(EvaluationError) -> Bool in uri.object.isEqual(to: other) }),
            .method(
                "GetHashCode", "A number that equal URIs share.",
                NetBody { (uri: Instance<NetUri>) throws(EvaluationError) -> Int32 in uri.object.comparisonKey.stableHash }),
            .staticMethod(
                "op_Equality", "Whether both are the same URI, but for user and fragment.", ["uri1", "uri2"],
                NetBody { (left: Instance<NetUri>?, right: Instance<NetUri>?) throws(EvaluationError) -> Bool in
                    left?.object.comparisonKey == right?.object.comparisonKey
                }),
            .staticMethod(
                "op_Inequality", "Whether the URIs differ, in more than user and fragment.", ["uri1", "uri2"],
                NetBody { (left: Instance<NetUri>?, right: Instance<NetUri>?) throws(EvaluationError) -> Bool in
                    left?.object.comparisonKey != right?.object.comparisonKey
                }),
            .staticMethod(
                "Compare", "The order of parts of two URIs.", ["uri1", "uri2", "partsToCompare", "compareFormat", "comparisonType"],
                NetBody {
                    (
                        left: Instance<NetUri>?, right: Instance<NetUri>?, parts: UriComponents, format: UriFormat,
                        comparison: StringComparison
                    ) throws(EvaluationError) -> Int32 in
                    guard let left else { return right == nil ? 0 : -1 }
                    guard let right else { return 1 }
                    let texts = try [left, right].map { (uri) throws(EvaluationError) in
                        NetString(try uri.object.parts.components(parts, format))
                    }
                    return try NetString.compare(texts[0], texts[1], comparison)
                }),
        ]
    }

    // MARK: Parsing

    private static var uriParsing: [NetMember] {
        [
            .staticMethod(
                "TryCreate", "Whether a text is a URI, and that one.", ["uriString", "uriKind", .out("result")],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString?, kind: NetUri.Kind, result: Out<Instance<NetUri>?>) throws(EvaluationError)
                        -> Bool in
                    let uri = text.flatMap { try? NetUri($0, kind) }
                    try result.set(uri.map { .object($0) } ?? .null, &frame)
                    return uri != nil
                })),
            .staticMethod(
                "TryCreate", "Whether a reference means a URI where a base stands, and that one.",
                ["baseUri", "relativeUri", .out("result")],
                NetBody(framed: {
                    (frame: inout Frame, base: Instance<NetUri>?, reference: NetString?, result: Out<Instance<NetUri>?>)
                        throws(EvaluationError)
                        -> Bool in
                    let uri = base.flatMap { base in reference.flatMap { try? NetUri(base: base.object, $0) } }
                    try result.set(uri.map { .object($0) } ?? .null, &frame)
                    return uri != nil
                })),
            .staticMethod(
                "TryCreate", "Whether a reference means a URI where a base stands, and that one.",
                ["baseUri", "relativeUri", .out("result")],
                NetBody(framed: {
                    (frame: inout Frame, base: Instance<NetUri>?, reference: Instance<NetUri>?, result: Out<Instance<NetUri>?>)
                        throws(EvaluationError) -> Bool in
                    let uri = base.flatMap { base in reference.flatMap { try? NetUri(base: base.object, $0.object) } }
                    try result.set(uri.map { .object($0) } ?? .null, &frame)
                    return uri != nil
                })),
            .staticMethod(
                "IsWellFormedUriString", "Whether a text is a URI that needs no escapes.", ["uriString", "uriKind"],
                NetBody { (text: NetString?, kind: NetUri.Kind) throws(EvaluationError) -> Bool in
                    text.flatMap { try? NetUri($0, kind) }?.isWellFormed ?? false
                }),
        ]
    }

    // MARK: Escapes

    private static var uriEscapes: [NetMember] {
        [
            .staticMethod(
                "EscapeDataString", "A text with everything escaped but letters, digits and `-._~`.", ["stringToEscape"],
                NetBody(framed: { (frame: inout Frame, text: NetString) throws(EvaluationError) -> NetString in
                    try frame.counted(try UriEscapes.escape(text, keepsReserved: false))
                })),
            .staticMethod(
                "EscapeUriString", "A text with everything escaped that no URI can have.", ["stringToEscape"],
                NetBody(framed: { (frame: inout Frame, text: NetString) throws(EvaluationError) -> NetString in
                    try frame.counted(try UriEscapes.escape(text, keepsReserved: true))
                })),
            .staticMethod(
                "UnescapeDataString", "A text with its escapes undone.", ["stringToUnescape"],
                NetBody(framed: { (frame: inout Frame, text: NetString) throws(EvaluationError) -> NetString in
                    try frame.counted(UriEscapes.unescape(text))
                })),
            .staticMethod(
                "HexEscape", "A character as `%XX`.", ["character"],
                NetBody { (character: NetChar) throws(EvaluationError) -> NetString in
                    guard character.unit <= 0xFF else { throw .argumentOutOfRange("character") }
                    var bytes: [UInt8] = []
                    UriCharacters.append(escape: UInt8(truncatingIfNeeded: character.unit), to: &bytes)
                    return NetString(utf8: bytes)
                }),
        ]
    }

    private static var uriCharacters: [NetMember] {
        [
            .staticMethod(
                "IsHexDigit", "Whether a character is a hexadecimal digit.", ["character"],
                NetBody { (character: NetChar) throws(EvaluationError) -> Bool in hexadecimal(character.unit) != nil }),
            .staticMethod(
                "FromHex", "The number that a hexadecimal digit stands for.", ["digit"],
                NetBody { (digit: NetChar) throws(EvaluationError) -> Int32 in
                    guard let number = hexadecimal(digit.unit) else { throw .argument("digit") }
                    return number
                }),
            .staticMethod(
                "IsHexEncoding", "Whether `%XX` stands at a place of a text.", ["pattern", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> Bool in
                    let units = text.utf16Array
                    guard index >= 0, Int(index) + 2 < units.count else { return false }
                    let start = Int(index)
                    return units[start] == 0x25 && hexadecimal(units[start + 1]) != nil && hexadecimal(units[start + 2]) != nil
                }),
            .staticMethod(
                "CheckSchemeName", "Whether a text can be a scheme.", ["schemeName"],
                NetBody { (name: NetString?) throws(EvaluationError) -> Bool in name?.withUTF8 { UriScheme.isName($0) } ?? false }),
            .staticMethod(
                "CheckHostName", "What kind of host a text is.", ["name"],
                NetBody { (name: NetString?) throws(EvaluationError) -> UriHost.Kind in
                    guard let name, !name.isEmpty else { return .unknown }
                    return name.withUTF8 { bytes in
                        let all = Array(bytes)
                        return UriHost(all[...])?.kind ?? (IPv6Address(all) != nil ? .ipv6 : .unknown)
                    }
                }),
        ]
    }

    private static func hexadecimal(_ unit: UInt16) -> Int32? {
        guard unit < 0x80 else { return nil }
        return UriCharacters.hexadecimal(UInt8(truncatingIfNeeded: unit)).map { Int32(truncatingIfNeeded: $0) }
    }
}

/// System.UriPartial.
private enum UriPart: Int32, NetEnumerationRepresentable {
    case scheme, authority, path, query
    static var fallback: Self { .scheme }
    static var symbol: TypeSymbol { .named(.uriPartial, []) }
}

extension NetUri {
    /// `IsWellFormedOriginalString`.
    var isWellFormed: Bool {
        guard let absolute else {
            return original.withUTF8 { bytes in
                let all = Array(bytes)
                return !all.contains(UInt8(ascii: "\\")) && UriEscapes.canonical(all) == all
            }
        }
        return absolute.isWellFormed(original)
    }

    /// `Equals`; a text is compared as the URI that it is.
    func isEqual(to other: Value) -> Bool {
        switch other {
        case .object(let uri as NetUri): (absolute == nil) == (uri.absolute == nil) && comparisonKey == uri.comparisonKey
        case .string(let text): (try? NetUri(text, .relativeOrAbsolute)).map { $0.comparisonKey == comparisonKey } ?? false
        default: false
        }
    }
}

extension Frame {
    /// Counts a text that an input decides the length of.
    mutating func counted(_ text: NetString) throws(EvaluationError) -> NetString {
        try step(1 + text.utf8Count / 64)
        try allocate(text.utf8Count)
        return text
    }
}
