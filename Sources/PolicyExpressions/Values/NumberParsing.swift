/// Text to numbers as .NET Core 3.1 reads them with the invariant culture.
///
/// Each function throws FormatException for what is no number, and OverflowException for what does not fit.
public enum NumberParsing {
    /// `int.Parse`.
    public static func int32(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> Int32 {
        try integer(text, styles, "Int32")
    }
    /// `long.Parse`.
    public static func int64(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> Int64 {
        try integer(text, styles, "Int64")
    }
    /// `short.Parse`.
    public static func int16(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> Int16 {
        try integer(text, styles, "Int16")
    }
    /// `sbyte.Parse`.
    public static func int8(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> Int8 {
        try integer(text, styles, "SByte")
    }
    /// `uint.Parse`.
    public static func uint32(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> UInt32 {
        try integer(text, styles, "UInt32")
    }
    /// `ulong.Parse`.
    public static func uint64(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> UInt64 {
        try integer(text, styles, "UInt64")
    }
    /// `ushort.Parse`.
    public static func uint16(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> UInt16 {
        try integer(text, styles, "UInt16")
    }
    /// `byte.Parse`.
    public static func uint8(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> UInt8 {
        try integer(text, styles, "Byte")
    }

    /// `double.Parse`: what is too large is infinite.
    public static func double(_ text: NetString, styles: NumberStyles = .floatDefault) throws(EvaluationError) -> Double {
        if let special = notFinite(text) { return special }
        return try floatingPoint(text, styles) { Double($0) }
    }

    /// `float.Parse`: what is too large is infinite.
    public static func single(_ text: NetString, styles: NumberStyles = .floatDefault) throws(EvaluationError) -> Float {
        if let special = notFinite(text) { return Float(special) }
        return try floatingPoint(text, styles) { Float($0) }
    }

    /// `decimal.Parse`: keeps the scale.
    public static func decimal(_ text: NetString, styles: NumberStyles = .number) throws(EvaluationError) -> NetDecimal {
        var scanner = NumberScanner(text, styles)
        guard let number = scanner.scan(.decimal) else { throw .format() }
        return try NetDecimal(number)
    }

    /// `bool.Parse`: any case, white space and zero characters around it; throws FormatException.
    public static func boolean(_ text: NetString) throws(EvaluationError) -> Bool {
        let isBlank: (UInt16) -> Bool = { $0 == 0 || $0.isWhiteSpace }
        let trimmed = NetString(utf16: text.utf16Array.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
        if trimmed.equalsIgnoringASCIICase("true") { return true }
        if trimmed.equalsIgnoringASCIICase("false") { return false }
        throw .format("String '\(text.string)' was not recognized as a valid Boolean.")
    }
}

extension NumberParsing {
    /// A signed number, the overflow of which names another type than Int64.
    static func signed(_ text: NetString, _ type: String) throws(EvaluationError) -> Int64 { try integer(text, .integer, type) }

    /// An unsigned number, the overflow of which names another type than UInt64.
    static func unsigned(_ text: NetString, _ type: String) throws(EvaluationError) -> UInt64 { try integer(text, .integer, type) }

    private static func integer<Number: FixedWidthInteger>(
        _ text: NetString, _ styles: NumberStyles, _ type: String
    ) throws(EvaluationError) -> Number {
        if styles == .integer, let number: Number = plainInteger(text) { return number }
        var scanner = NumberScanner(text, styles)
        if styles.contains(.allowHexSpecifier) {
            guard let digits = scanner.scanHexadecimal() else { throw .format() }
            guard let bits = UInt64(hexadecimal: digits, bitWidth: Number.bitWidth) else { throw .overflow(type) }
            return Number(truncatingIfNeeded: bits)
        }
        guard let number = scanner.scan(.integer) else { throw .format() }
        guard let value = Number(number) else { throw .overflow(type) }
        return value
    }

    /// The usual case: nothing but digits, few enough not to overflow.
    private static func plainInteger<Number: FixedWidthInteger>(_ text: NetString) -> Number? {
        guard text.isASCII else { return nil }
        return text.withRawBytes { bytes in
            guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
            var value: Int64 = 0
            for byte in bytes {
                guard byte &- 0x30 < 10 else { return nil }
                value = value &* 10 &+ Int64(byte &- 0x30)
            }
            return Number(exactly: value)
        }
    }

    private static func floatingPoint<Number>(
        _ text: NetString, _ styles: NumberStyles, _ convert: (String) -> Number?
    ) throws(EvaluationError) -> Number {
        var scanner = NumberScanner(text, styles)
        guard let number = scanner.scan(.floatingPoint) else { throw .format() }
        let digits = number.digits.isEmpty ? "0" : String(decoding: number.digits.map { $0 + 0x30 }, as: UTF8.self)
        guard let value = convert("\(number.isNegative ? "-" : "")0.\(digits)e\(number.scale)") else { throw .format() }
        return value
    }

    private static func notFinite(_ text: NetString) -> Double? {
        let trimmed = text.trimmed().lowercasedInvariant()
        switch trimmed {
        case "infinity", "+infinity": return .infinity
        case "-infinity": return -.infinity
        case "nan", "+nan", "-nan": return .nan
        default: return nil
        }
    }
}

extension FixedWidthInteger {
    /// The whole number of a buffer; nil when it has a fraction or does not fit.
    fileprivate init?(_ number: NumberBuffer) {
        guard number.scale >= number.digits.count, number.scale <= 20 else { return nil }
        var value: Self = 0
        for place in 0..<number.scale {
            let digit = place < number.digits.count ? Self(number.digits[place]) : 0
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = number.isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if isTooLarge || overflow { return nil }
            value = sum
        }
        self = value
    }
}

extension UInt64 {
    /// The number of hexadecimal digits; nil when it has too many bits.
    fileprivate init?(hexadecimal digits: [UInt8], bitWidth: Int) {
        let significant = digits.drop { $0 == 0 }
        guard significant.count * 4 <= bitWidth else { return nil }
        self = significant.reduce(0) { $0 << 4 | UInt64($1) }
    }
}
