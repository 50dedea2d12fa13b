extension NetType {
    /// `System.Guid`.
    static let guid: NetType = NetType("System", "Guid", .structure) {
        let comparisons = NetMember.orderAndEquality(NetGuid.self) + NetMember.equalityOperators(NetGuid.self)
        return comparisons + guidTexts + guidParsing + guidConstructors + [
            .staticProperty(
                "Empty", "The identifier of zeros.", NetBody { () throws(EvaluationError) -> NetGuid in NetGuid(high: 0, low: 0) }),
            .staticMethod(
                "NewGuid", "A new identifier.",
                NetBody(context: { (context: GatewayContext) throws(EvaluationError) -> NetGuid in context.environment.makeGuid() })),
            .method(
                "ToByteArray", "The 16 bytes; the first three groups have their lowest byte first.",
                NetBody { (guid: NetGuid) throws(EvaluationError) -> [UInt8] in guid.bytes }),
        ]
    }

    private static var guidTexts: [NetMember] {
        [
            .method(
                "ToString", "The identifier as 32 digits with hyphens.",
                NetBody { (guid: NetGuid) throws(EvaluationError) -> NetString in NetString(guid.hyphenated) }),
            .method(
                "ToString", "The identifier as digits (N), with hyphens (D), in braces (B) or parentheses (P), or as numbers (X).",
                ["format"],
                NetBody { (guid: NetGuid, format: NetString?) throws(EvaluationError) -> NetString in try guid.text(format: format) }),
            .method(
                "ToString", "The identifier in a format, in every culture.", ["format", "provider"],
                NetBody { (guid: NetGuid, format: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    try guid.text(format: format)
                }),
        ]
    }

    private static var guidParsing: [NetMember] {
        [
            .staticMethod(
                "Parse", "The identifier that a text in any format shows.", ["input"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetGuid in try parsed(GuidParser.parse(text)) }),
            .staticMethod(
                "ParseExact", "The identifier that a text in one format shows.", ["input", "format"],
                NetBody { (text: NetString, format: NetString) throws(EvaluationError) -> NetGuid in
                    try parsed(GuidParser.parse(text, format: format))
                }),
            .staticMethod(
                "TryParse", "Whether a text shows an identifier, and that one, otherwise the empty one.", ["input", .out("result")],
                NetBody(framed: { (frame: inout Frame, text: NetString?, result: Out<NetGuid>) throws(EvaluationError) -> Bool in
                    let guid = text.flatMap { try? GuidParser.parse($0).get() }
                    try result.set(.guid(guid ?? NetGuid(high: 0, low: 0)), &frame)
                    return guid != nil
                })),
            .staticMethod(
                "TryParseExact", "Whether a text in one format shows an identifier, and that one, otherwise the empty one.",
                ["input", "format", .out("result")],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString?, format: NetString?, result: Out<NetGuid>) throws(EvaluationError) -> Bool in
                    let guid = text.flatMap { text in format.flatMap { try? GuidParser.parse(text, format: $0).get() } }
                    try result.set(.guid(guid ?? NetGuid(high: 0, low: 0)), &frame)
                    return guid != nil
                })),
        ]
    }

    private static func parsed(
        _ result: Result<NetGuid, GuidParser.Failure>, reportsOverflow: Bool = false
    ) throws(EvaluationError) -> NetGuid {
        switch result {
        case .success(let guid): return guid
        case .failure(let failure): throw failure.exception(reportsOverflow: reportsOverflow)
        }
    }

    private static var guidConstructors: [NetMember] {
        [
            .constructor(
                "The identifier that a text in any format shows.", ["g"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetGuid in try parsed(GuidParser.parse(text), reportsOverflow: true)
                }),
            .constructor(
                "The identifier of 16 bytes.", ["b"],
                NetBody { (bytes: [UInt8]) throws(EvaluationError) -> NetGuid in try NetGuid(bytes: bytes) }),
            .constructor(
                "The identifier of three numbers and eight bytes.", ["a", "b", "c", "d"],
                NetBody { (first: Int32, second: Int16, third: Int16, rest: [UInt8]) throws(EvaluationError) -> NetGuid in
                    guard rest.count == 8 else { throw .argument("Byte array for GUID must be exactly 8 bytes long.", "d") }
                    return NetGuid(UInt32(bitPattern: first), UInt16(bitPattern: second), UInt16(bitPattern: third), rest)
                }),
            guidConstructor(.int32, .int16), guidConstructor(.uint32, .uint16),
        ]
    }

    private static func guidConstructor(_ first: TypeSymbol, _ second: TypeSymbol) -> NetMember {
        let types = [first, second, second] + [TypeSymbol](repeating: .byte, count: 8)
        return .constructor(
            "The identifier of three numbers and eight bytes.", ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"],
            NetBody(integers: types) { (numbers) throws(EvaluationError) -> NetGuid in
                NetGuid(
                    UInt32(truncatingIfNeeded: numbers[0]), UInt16(truncatingIfNeeded: numbers[1]), UInt16(truncatingIfNeeded: numbers[2]),
                    numbers[3...].map { UInt8(truncatingIfNeeded: $0) })
            })
    }
}
