extension NetType {
    /// `System.Char`.
    static let char: NetType = NetType("System", "Char", .structure, keyword: "char", carrier: .int32) {
        charLimits + charClasses + charSurrogates + charCases + charTexts
    }

    private static var charLimits: [NetMember] {
        [
            .constant("MaxValue", "The largest unit, U+FFFF.", .char, .char(0xFFFF)),
            .constant("MinValue", "The smallest unit, U+0000.", .char, .char(0)),
            .method(
                "CompareTo", "The difference of the two units.", ["value"],
                NetBody { (unit: NetChar, other: NetChar) throws(EvaluationError) -> Int32 in
                    Int32(unit.unit) - Int32(other.unit)
                }),
            .method(
                "CompareTo", "The difference of a character and an object that must be one.", ["value"],
                NetBody { (unit: NetChar, other: Value) throws(EvaluationError) -> Int32 in
                    try ValueOrder.compare(.char(unit.unit), other)
                }),
            .method(
                "Equals", "Whether both are the same unit.", ["obj"],
                NetBody { (unit: NetChar, other: NetChar) throws(EvaluationError) -> Bool in
                    unit == other
                }),
            .method(
                "Equals", "Whether an object is the same unit.", ["obj"],
                NetBody { (unit: NetChar, other: Value) throws(EvaluationError) -> Bool in
                    other == .char(unit.unit)
                }),
            .method(
                "GetTypeCode", "The code of the type.",
                NetBody { (_: NetChar) throws(EvaluationError) -> TypeCode in TypeCode(of: .char) }),
            .method(
                "GetHashCode", "A number that equal characters share.", [],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Int32 in
                    Int32(unit.unit) | Int32(unit.unit) << 16
                }),
        ]
    }

    private static var charClasses: [NetMember] {
        typealias Class = (name: String, summary: String, test: @Sendable (NetUnicodeCategory) -> Bool)
        let classes: [Class] = [
            ("IsLetter", "Whether the character is a letter.", { $0.isLetter }),
            ("IsDigit", "Whether the character is a decimal digit.", { $0 == .decimalDigitNumber }),
            ("IsLetterOrDigit", "Whether the character is a letter or a decimal digit.", { $0.isLetter || $0 == .decimalDigitNumber }),
            ("IsNumber", "Whether the character is a digit, a fraction or another number.", { $0.isNumber }),
            ("IsUpper", "Whether the character is an upper-case letter.", { $0 == .uppercaseLetter }),
            ("IsLower", "Whether the character is a lower-case letter.", { $0 == .lowercaseLetter }),
            ("IsPunctuation", "Whether the character is punctuation.", { $0.isPunctuation }),
            ("IsSeparator", "Whether the character separates words, lines or paragraphs.", { $0.isSeparator }),
            ("IsSymbol", "Whether the character is a sign of mathematics, of money or another symbol.", { $0.isSymbol }),
            ("IsControl", "Whether the character is a control character.", { $0 == .control }),
        ]
        return classes.flatMap { entry in
            classification(entry.name, entry.summary) { entry.test($0.netCategory) }
        } + classification("IsWhiteSpace", "Whether the character is white space.") { $0.properties.isWhitespace }
    }

    /// A test of a character, and of the character at a position of a text, where a surrogate pair counts as one.
    private static func classification(
        _ name: String, _ summary: String, _ test: @escaping @Sendable (Unicode.Scalar) -> Bool
    ) -> [NetMember] {
        [
            .staticMethod(
                name, summary, ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in unit.scalar.map(test) ?? false }),
            .staticMethod(
                name, summary, ["s", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> Bool in
                    try text.scalar(at: index).map(test) ?? false
                }),
        ]
    }

    private static var charSurrogates: [NetMember] {
        [
            .staticMethod(
                "IsSurrogate", "Whether the unit is half of a surrogate pair.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in
                    UTF16.isLeadSurrogate(unit.unit) || UTF16.isTrailSurrogate(unit.unit)
                }),
            .staticMethod(
                "IsSurrogate", "Whether the unit is half of a surrogate pair.", ["s", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> Bool in
                    let unit = try text.charArgument(at: index)
                    return UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit)
                }),
            .staticMethod(
                "IsHighSurrogate", "Whether the unit is the first half of a surrogate pair.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in
                    UTF16.isLeadSurrogate(unit.unit)
                }),
            .staticMethod(
                "IsHighSurrogate", "Whether the unit is the first half of a surrogate pair.", ["s", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> Bool in
                    let unit = try text.charArgument(at: index)
                    return UTF16.isLeadSurrogate(unit)
                }),
            .staticMethod(
                "IsLowSurrogate", "Whether the unit is the second half of a surrogate pair.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in
                    UTF16.isTrailSurrogate(unit.unit)
                }),
            .staticMethod(
                "IsLowSurrogate", "Whether the unit is the second half of a surrogate pair.", ["s", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> Bool in
                    let unit = try text.charArgument(at: index)
                    return UTF16.isTrailSurrogate(unit)
                }),
            .staticMethod(
                "IsSurrogatePair", "Whether the units are a surrogate pair.", ["highSurrogate", "lowSurrogate"],
                NetBody { (high: NetChar, low: NetChar) throws(EvaluationError) -> Bool in
                    UTF16.isLeadSurrogate(high.unit) && UTF16.isTrailSurrogate(low.unit)
                }),
            .staticMethod(
                "IsSurrogatePair", "Whether a surrogate pair begins at a position.", ["s", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> Bool in
                    _ = try text.charArgument(at: index)
                    return try text.scalar(at: index).map { $0.value > 0xFFFF } ?? false
                }),
            .staticMethod(
                "ConvertFromUtf32", "The text of a code point.", ["utf32"],
                NetBody { (code: Int32) throws(EvaluationError) -> NetString in
                    guard let code = UInt32(exactly: code), let scalar = Unicode.Scalar(code) else {
                        throw .argumentOutOfRange(
                            "utf32",
                            "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff)."
                        )
                    }
                    return NetString(String(Character(scalar)))
                }),
            .staticMethod(
                "ConvertToUtf32", "The code point of a surrogate pair.", ["highSurrogate", "lowSurrogate"],
                NetBody { (high: NetChar, low: NetChar) throws(EvaluationError) -> Int32 in
                    guard UTF16.isLeadSurrogate(high.unit) else {
                        throw .argumentOutOfRange(
                            "highSurrogate", "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.")
                    }
                    guard UTF16.isTrailSurrogate(low.unit) else {
                        throw .argumentOutOfRange(
                            "lowSurrogate", "A valid low surrogate character is between 0xdc00 and 0xdfff, inclusive.")
                    }
                    return 0x10000 + (Int32(high.unit) - 0xD800) << 10 + Int32(low.unit) - 0xDC00
                }),
            .staticMethod(
                "ConvertToUtf32", "The code point at a position.", ["s", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> Int32 in
                    let unit = try text.charArgument(at: index)
                    if let scalar = try text.scalar(at: index) { return Int32(scalar.value) }
                    throw unpairedSurrogate(unit, at: index)
                }),
        ]
    }

    private static var charCases: [NetMember] {
        [
            .staticMethod(
                "ToUpper", "The upper-case letter.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetChar in
                    NetChar(unit.unit.simpleUpperCase)
                }),
            .staticMethod(
                "ToUpper", "The upper-case letter for a culture.", ["c", "culture"],
                NetBody { (unit: NetChar, _: Instance<NetCulture>) throws(EvaluationError) -> NetChar in
                    NetChar(unit.unit.simpleUpperCase)
                }),
            .staticMethod(
                "ToUpperInvariant", "The upper-case letter for the invariant culture.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetChar in
                    NetChar(unit.unit.simpleUpperCase)
                }),
            .staticMethod(
                "ToLower", "The lower-case letter.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetChar in
                    NetChar(unit.unit.simpleLowerCase)
                }),
            .staticMethod(
                "ToLower", "The lower-case letter for a culture.", ["c", "culture"],
                NetBody { (unit: NetChar, _: Instance<NetCulture>) throws(EvaluationError) -> NetChar in
                    NetChar(unit.unit.simpleLowerCase)
                }),
            .staticMethod(
                "ToLowerInvariant", "The lower-case letter for the invariant culture.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetChar in
                    NetChar(unit.unit.simpleLowerCase)
                }),
        ]
    }

    private static var charTexts: [NetMember] {
        [
            .method(
                "ToString", "The character as text.", [],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetString in
                    NetString(unit.unit)
                }),
            .method(
                "ToString", "The character as text.", ["provider"],
                NetBody { (unit: NetChar, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    NetString(unit.unit)
                }),
            .staticMethod(
                "ToString", "The character as text.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetString in
                    NetString(unit.unit)
                }),
            .staticMethod(
                "Parse", "The only character of a text.", ["s"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetChar in
                    guard text.utf16Count == 1 else { throw .format("String must be exactly one character long.") }
                    return NetChar(text[utf16: 0])
                }),
            .staticMethod(
                "TryParse", "Whether a text is one character, and the character.", ["s", .out("result")],
                NetBody(framed: { (frame: inout Frame, text: NetString?, result: Out<NetChar>) throws(EvaluationError) -> Bool in
                    let unit = text.flatMap { $0.utf16Count == 1 ? $0[utf16: 0] : nil }
                    try result.set(.char(unit ?? 0), &frame)
                    return unit != nil
                })),
            .staticMethod(
                "GetNumericValue", "The number that the character stands for, or -1.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Double in
                    unit.scalar?.netNumericValue ?? -1
                }),
            .staticMethod(
                "GetNumericValue", "The number that the character at a position stands for, or -1.", ["s", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> Double in
                    try text.scalar(at: index)?.netNumericValue ?? -1
                }),
            .staticMethod(
                "GetUnicodeCategory", "The general category of the character.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetUnicodeCategory in
                    unit.unit.netCategory
                }),
            .staticMethod(
                "GetUnicodeCategory", "The general category of the character at a position.", ["s", "index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> NetUnicodeCategory in
                    try text.scalar(at: index)?.netCategory ?? .surrogate
                }),
        ]
    }
}

/// What converting half of a surrogate pair throws.
private func unpairedSurrogate(_ unit: UInt16, at index: Int32) -> EvaluationError {
    let kind = UTF16.isLeadSurrogate(unit) ? "high surrogate char without a following low" : "low surrogate char without a preceding high"
    return .argument(
        "Found a \(kind) surrogate at index: \(index). The input may not be in this encoding, or may not contain valid Unicode "
            + "(UTF-16) characters.", "s")
}

extension NetChar {
    /// The scalar, unless the unit is half of a surrogate pair.
    var scalar: Unicode.Scalar? { Unicode.Scalar(unit) }
}

extension NetString {
    /// The unit at a position that an argument names; throws ArgumentOutOfRangeException.
    fileprivate func charArgument(at index: Int32) throws(EvaluationError) -> UInt16 {
        guard index >= 0, Int(index) < utf16Count else { throw .argumentOutOfRange("index") }
        return self[utf16: Int(index)]
    }

    /// The scalar that begins at a position; nil for half of a surrogate pair without the other half.
    fileprivate func scalar(at index: Int32) throws(EvaluationError) -> Unicode.Scalar? {
        let unit = try charArgument(at: index)
        guard UTF16.isLeadSurrogate(unit), Int(index) + 1 < utf16Count else { return Unicode.Scalar(unit) }
        let next = self[utf16: Int(index) + 1]
        return UTF16.isTrailSurrogate(next) ? UTF16.decode(UTF16.EncodedScalar([unit, next])) : nil
    }
}
