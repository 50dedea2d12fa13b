// The encodings' own types, which have constructors.
extension NetType {
    /// `System.Text.UTF8Encoding` and the like, none of which API Management allows.
    static let derivedEncodings: [NetType] = [utf8Encoding, asciiEncoding, unicodeEncoding, utf32Encoding]

    static let utf8Encoding: NetType = NetType("System.Text", "UTF8Encoding", base: .named(encoding, [])) {
        [
            .constructor(
                "UTF-8 without a byte order mark.", [],
                NetBody { () throws(EvaluationError) -> NewEncoding<UTF8Name> in NewEncoding(.utf8, hasByteOrderMark: false) }),
            .constructor(
                "UTF-8, on request with a byte order mark.", ["encoderShouldEmitUTF8Identifier"],
                NetBody { (mark: Bool) throws(EvaluationError) -> NewEncoding<UTF8Name> in NewEncoding(.utf8, hasByteOrderMark: mark) }),
            .constructor(
                "UTF-8, on request with a byte order mark, and with exceptions for what is not well-formed.",
                ["encoderShouldEmitUTF8Identifier", "throwOnInvalidBytes"],
                NetBody { (mark: Bool, isStrict: Bool) throws(EvaluationError) -> NewEncoding<UTF8Name> in
                    NewEncoding(.utf8, hasByteOrderMark: mark, isStrict: isStrict)
                }),
        ]
    }

    static let asciiEncoding: NetType = NetType("System.Text", "ASCIIEncoding", base: .named(encoding, [])) {
        [
            .constructor(
                "ASCII.", [], NetBody { () throws(EvaluationError) -> NewEncoding<ASCIIName> in NewEncoding(.ascii) })
        ]
    }

    static let unicodeEncoding: NetType = NetType("System.Text", "UnicodeEncoding", base: .named(encoding, [])) {
        [
            .constructor(
                "UTF-16, the lower byte first, with a byte order mark.", [],
                NetBody { () throws(EvaluationError) -> NewEncoding<UnicodeName> in NewEncoding(.utf16(isBigEndian: false)) }),
            .constructor(
                "UTF-16 in a byte order, on request with a byte order mark.", ["bigEndian", "byteOrderMark"],
                NetBody { (isBigEndian: Bool, mark: Bool) throws(EvaluationError) -> NewEncoding<UnicodeName> in
                    NewEncoding(.utf16(isBigEndian: isBigEndian), hasByteOrderMark: mark)
                }),
            .constructor(
                "UTF-16 in a byte order, on request with a byte order mark, and with exceptions for what is not well-formed.",
                ["bigEndian", "byteOrderMark", "throwOnInvalidBytes"],
                NetBody { (isBigEndian: Bool, mark: Bool, isStrict: Bool) throws(EvaluationError) -> NewEncoding<UnicodeName> in
                    NewEncoding(.utf16(isBigEndian: isBigEndian), hasByteOrderMark: mark, isStrict: isStrict)
                }),
        ]
    }

    static let utf32Encoding: NetType = NetType("System.Text", "UTF32Encoding", base: .named(encoding, [])) {
        [
            .constructor(
                "UTF-32, the lowest byte first, with a byte order mark.", [],
                NetBody { () throws(EvaluationError) -> NewEncoding<UTF32Name> in NewEncoding(.utf32(isBigEndian: false)) }),
            .constructor(
                "UTF-32 in a byte order, on request with a byte order mark.", ["bigEndian", "byteOrderMark"],
                NetBody { (isBigEndian: Bool, mark: Bool) throws(EvaluationError) -> NewEncoding<UTF32Name> in
                    NewEncoding(.utf32(isBigEndian: isBigEndian), hasByteOrderMark: mark)
                }),
        ]
    }
}

/// Which of the types a constructor makes.
private protocol EncodingName: SendableMetatype { static var type: NetType { get } }
private enum UTF8Name: EncodingName { static var type: NetType { .utf8Encoding } }
private enum ASCIIName: EncodingName { static var type: NetType { .asciiEncoding } }
private enum UnicodeName: EncodingName { static var type: NetType { .unicodeEncoding } }
private enum UTF32Name: EncodingName { static var type: NetType { .utf32Encoding } }

/// What a constructor of an encoding's own type gives.
private struct NewEncoding<Name: EncodingName>: NetRepresentable {
    let carried: NetObject?

    init(_ scheme: NetEncoding.Scheme, hasByteOrderMark: Bool = true, isStrict: Bool = false) {
        carried = NetEncoding(scheme, hasByteOrderMark: hasByteOrderMark, isStrict: isStrict)
    }

    static var symbol: TypeSymbol { .named(Name.type, []) }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        throw .invalidOperation("an encoding is an argument by its base type only")
    }
}
