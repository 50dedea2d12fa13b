extension NetType {
    /// Every type of the namespace System.Net.
    static let netTypes: [NetType] = [ipAddress, addressFamily, webUtility]

    /// `System.Net.Sockets.AddressFamily`.
    static let addressFamily: NetType = enumeration(
        "System.Net.Sockets", "AddressFamily",
        values: ["Unspecified": 0, "Unix": 1, "InterNetwork": 2, "InterNetworkV6": 23, "Unknown": -1])

    /// `System.Net.IPAddress`.
    static let ipAddress: NetType = NetType("System.Net", "IPAddress") {
        [
            .staticMethod(
                "Parse", "The address that a text is.", ["ipString"],
                NetBody { (text: NetString) throws(EvaluationError) -> Instance<NetIPAddress> in
                    guard let address = NetIPAddress(text) else { throw .format("An invalid IP address was specified.") }
                    return Instance(address)
                }),
            .staticMethod(
                "TryParse", "Whether a text is an address, and that one.", ["ipString", .out("address")],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString?, result: Out<Instance<NetIPAddress>?>) throws(EvaluationError) -> Bool in
                    let address = text.flatMap { NetIPAddress($0) }
                    try result.set(address.map { .object($0) } ?? .null, &frame)
                    return address != nil
                })),
            .staticMethod(
                "IsLoopback", "Whether an address is this machine's own.", ["address"],
                NetBody { (address: Instance<NetIPAddress>) throws(EvaluationError) -> Bool in address.object.isLoopback }),
            .property(
                "AddressFamily", "Which version of the protocol the address belongs to.",
                NetBody { (address: Instance<NetIPAddress>) throws(EvaluationError) -> AddressFamily in address.object.family }),
            .method(
                "GetAddressBytes", "The 4 or 16 bytes, the highest first.",
                NetBody { (address: Instance<NetIPAddress>) throws(EvaluationError) -> [UInt8] in address.object.bytes }),
            .method(
                "Equals", "Whether another object is the same address.", ["comparand"],
                NetBody { (address: Instance<NetIPAddress>, other: Value) throws(EvaluationError) -> Bool in
                    guard case .object(let other as NetIPAddress) = other else { return false }
                    return address.object.kind == other.kind
                }),
            .method(
                "ToString", "The address as text.",
                NetBody { (address: Instance<NetIPAddress>) throws(EvaluationError) -> NetString in address.object.invariantText() }),
        ]
    }

    /// `System.Net.WebUtility`.
    static let webUtility: NetType = NetType("System.Net", "WebUtility", .staticClass) { webUtilityUrls + webUtilityHtml }

    private static var webUtilityUrls: [NetMember] {
        [
            .staticMethod(
                "UrlEncode", "A text as it stands in the query of a URL, spaces as plus signs.", ["value"],
                NetBody(framed: { (frame: inout Frame, value: NetString?) throws(EvaluationError) -> NetString? in
                    guard let value else { return nil }
                    return try frame.counted(NetString(utf8: value.withUTF8 { UrlText.encoded($0) }))
                })),
            .staticMethod(
                "UrlDecode", "The text that stands in the query of a URL.", ["encodedValue"],
                NetBody(framed: { (frame: inout Frame, value: NetString?) throws(EvaluationError) -> NetString? in
                    guard let value else { return nil }
                    return try frame.counted(value.form == .units ? value : NetString(utf8: value.withUTF8 { UrlText.decoded($0) }))
                })),
            .staticMethod(
                "UrlEncodeToBytes", "A part of some bytes as it stands in the query of a URL.", ["value", "offset", "count"],
                NetBody(framed: { (frame: inout Frame, value: [UInt8]?, offset: Int32, count: Int32) throws(EvaluationError) -> [UInt8]? in
                    try frame.part(value, offset, count).map { UrlText.encoded($0) }
                })),
            .staticMethod(
                "UrlDecodeToBytes", "The bytes that a part of some bytes stands for in the query of a URL.",
                ["encodedValue", "offset", "count"],
                NetBody(framed: { (frame: inout Frame, value: [UInt8]?, offset: Int32, count: Int32) throws(EvaluationError) -> [UInt8]? in
                    try frame.part(value, offset, count).map { UrlText.decoded($0) }
                })),
        ]
    }

    private static var webUtilityHtml: [NetMember] {
        [
            .staticMethod(
                "HtmlEncode", "A text as it stands in HTML.", ["value"],
                NetBody(framed: { (frame: inout Frame, value: NetString?) throws(EvaluationError) -> NetString? in
                    guard let value else { return nil }
                    return try frame.counted(HtmlText.encoded(value))
                })),
            .staticMethod(
                "HtmlDecode", "The text that stands in HTML.", ["value"],
                NetBody(framed: { (frame: inout Frame, value: NetString?) throws(EvaluationError) -> NetString? in
                    guard let value else { return nil }
                    return try frame.counted(HtmlText.decoded(value))
                })),
            .staticMethod(
                "HtmlEncode", "Writes a text as it stands in HTML.", ["value", "output"],
                NetBody(framed: {
                    (frame: inout Frame, value: NetString?, output: Instance<NetTextWriter>) throws(EvaluationError) -> NetVoid in
                    if let value { try output.object.write(HtmlText.encoded(value), &frame) }
                    return NetVoid()
                })),
            .staticMethod(
                "HtmlDecode", "Writes the text that stands in HTML.", ["value", "output"],
                NetBody(framed: {
                    (frame: inout Frame, value: NetString?, output: Instance<NetTextWriter>) throws(EvaluationError) -> NetVoid in
                    if let value { try output.object.write(HtmlText.decoded(value), &frame) }
                    return NetVoid()
                })),
        ]
    }
}

extension Frame {
    /// A part of some bytes, from an offset and a count that a caller gave; nil for none.
    fileprivate mutating func part(_ bytes: [UInt8]?, _ offset: Int32, _ count: Int32) throws(EvaluationError) -> ArraySlice<UInt8>? {
        guard let bytes else {
            if count == 0 { return nil }
            throw .argumentNull("bytes")
        }
        guard offset >= 0, Int(offset) <= bytes.count else { throw .argumentOutOfRange("offset") }
        guard count >= 0, Int(offset) + Int(count) <= bytes.count else { throw .argumentOutOfRange("count") }
        try allocate(Int(count) * 3)
        return bytes[Int(offset)..<Int(offset) + Int(count)]
    }
}

/// Text as `application/x-www-form-urlencoded` has it.
enum UrlText {
    static func encoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case 0x20: result.append(UInt8(ascii: "+"))
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("),
                UInt8(ascii: ")"):
                result.append(byte)
            default:
                if UriCharacters.isLetter(byte) || UriCharacters.isDigit(byte) {
                    result.append(byte)
                } else {
                    UriCharacters.append(escape: byte, to: &result)
                }
            }
        }
        return result
    }

    static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let byte = UriCharacters.escaped(bytes[...], at: index) {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index] == UInt8(ascii: "+") ? 0x20 : bytes[index])
                index += 1
            }
        }
        return result
    }
}

/// System.Net.Sockets.AddressFamily.
enum AddressFamily: Int32, NetEnumerationRepresentable {
    case unspecified = 0
    case interNetwork = 2
    case interNetworkV6 = 23
    static var fallback: Self { .unspecified }
    static var symbol: TypeSymbol { .named(.addressFamily, []) }
}

/// `System.Net.IPAddress`.
final class NetIPAddress: NetObject, NetClass {
    enum Kind: Hashable { case version4(IPv4Address), version6(IPv6Address) }

    let kind: Kind
    override var comparedItems: [Value]? { bytes.map { .byte($0) } }

    /// Reads an address; nil for a text that is none.
    init?(_ text: NetString) {
        let bytes = text.withUTF8 { Array($0) }
        guard bytes.contains(UInt8(ascii: ":")) else {
            guard let address = IPv4Address(bytes) else { return nil }
            kind = .version4(address)
            return
        }
        guard let address = IPv6Address(Self.withoutBrackets(bytes)) else { return nil }
        kind = .version6(address)
    }

    /// What stands between brackets, behind which a port may follow.
    private static func withoutBrackets(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard bytes.first == UInt8(ascii: "["), let end = bytes.lastIndex(of: UInt8(ascii: "]")) else { return bytes[...] }
        let rest = bytes[(end + 1)...]
        let isPort = rest.first == UInt8(ascii: ":") && rest.dropFirst().allSatisfy { UriCharacters.isDigit($0) }
        return rest.isEmpty || isPort ? bytes[1..<end] : bytes[...]
    }

    static var symbol: TypeSymbol { .named(.ipAddress, []) }
    override var type: TypeSymbol { Self.symbol }

    override func invariantText() -> NetString {
        switch kind {
        case .version4(let address): NetString(address.text)
        case .version6(let address): NetString(address.textWithZone)
        }
    }

    var bytes: [UInt8] {
        switch kind {
        case .version4(let address): address.bytes
        case .version6(let address): address.bytes
        }
    }

    var family: AddressFamily {
        switch kind {
        case .version4: .interNetwork
        case .version6: .interNetworkV6
        }
    }

    var isLoopback: Bool {
        switch kind {
        case .version4(let address): address.isLoopback
        case .version6(let address): address.isLoopback
        }
    }
}
