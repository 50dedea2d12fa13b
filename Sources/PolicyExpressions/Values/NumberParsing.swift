/// Text to numbers as .NET Core 3.1 reads them with the invariant culture.
///
/// The public functions throw FormatException for what is no number, and OverflowException for what does not fit.
public enum NumberParsing {
    /// `int.Parse`.
    public static func int32(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> Int32 {
        try Int32.parse(text, styles)
    }
    /// `long.Parse`.
    public static func int64(_ text: NetString, styles: NumberStyles = .integer) throws(EvaluationError) -> Int64 {
        try Int64.parse(text, styles)
    }
    /// `double.Parse`: what is too large is infinite.
    public static func double(_ text: NetString, styles: NumberStyles = .floatDefault) throws(EvaluationError) -> Double {
        try Double.parse(text, styles)
    }
    /// `float.Parse`: what is too large is infinite.
    public static func single(_ text: NetString, styles: NumberStyles = .floatDefault) throws(EvaluationError) -> Float {
        try Float.parse(text, styles)
    }
    /// `decimal.Parse`: keeps the scale.
    public static func decimal(_ text: NetString, styles: NumberStyles = .number) throws(EvaluationError) -> NetDecimal {
        try NetDecimal.parse(text, styles)
    }

    /// `bool.Parse`: any case, white space and zero characters around it; throws FormatException.
    public static func boolean(_ text: NetString) throws(EvaluationError) -> Bool {
        guard let boolean = readBoolean(text) else {
            throw .format("String '\(text.string)' was not recognized as a valid Boolean.")
        }
        return boolean
    }

    /// `bool.TryParse`: nil for what is no truth value.
    static func readBoolean(_ text: NetString) -> Bool? {
        let isBlank: (UInt16) -> Bool = { $0 == 0 || $0.isWhiteSpace }
        let trimmed = NetString(utf16: text.utf16Array.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
        if trimmed.equalsIgnoringASCIICase("true") { return true }
        return trimmed.equalsIgnoringASCIICase("false") ? false : nil
    }
}

extension NumberParsing {
    /// What reading a number comes to. `TryParse` must not pay for an exception that nobody sees.
    enum Outcome<Number> {
        case number(Number)
        /// The text is no number.
        case malformed
        /// The number does not fit into the type.
        case overflow
    }

    /// A signed number, the overflow of which names another type than Int64.
    static func signed(_ text: NetString, _ type: String) throws(EvaluationError) -> Int64 { try integer(text, type) }

    /// An unsigned number, the overflow of which names another type than UInt64.
    static func unsigned(_ text: NetString, _ type: String) throws(EvaluationError) -> UInt64 { try integer(text, type) }

    private static func integer<Number: FixedWidthInteger>(_ text: NetString, _ type: String) throws(EvaluationError) -> Number {
        switch readInteger(text, .integer) as Outcome<Number> {
        case .number(let number): return number
        case .malformed: throw .format()
        case .overflow: throw .overflow(type)
        }
    }

    static func readInteger<Number: FixedWidthInteger>(_ text: NetString, _ styles: NumberStyles) -> Outcome<Number> {
        if styles == .integer, let number: Number = plainInteger(text) { return .number(number) }
        var scanner = NumberScanner(text, styles)
        if styles.contains(.allowHexSpecifier) {
            guard let digits = scanner.scanHexadecimal() else { return .malformed }
            guard let bits = UInt64(hexadecimal: digits, bitWidth: Number.bitWidth) else { return .overflow }
            return .number(Number(truncatingIfNeeded: bits))
        }
        guard let number = scanner.scan(.integer) else { return .malformed }
        return Number(number).map { .number($0) } ?? .overflow
    }

    static func readDouble(_ text: NetString, _ styles: NumberStyles) -> Outcome<Double> {
        floatingPoint(text, styles) { Double($0) }
    }

    static func readSingle(_ text: NetString, _ styles: NumberStyles) -> Outcome<Float> {
        floatingPoint(text, styles) { Float($0) }
    }

    static func readDecimal(_ text: NetString, _ styles: NumberStyles) -> Outcome<NetDecimal> {
        var scanner = NumberScanner(text, styles)
        guard let number = scanner.scan(.decimal) else { return .malformed }
        return (try? NetDecimal(number)).map { .number($0) } ?? .overflow
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

    private static func floatingPoint<Number: BinaryFloatingPoint>(
        _ text: NetString, _ styles: NumberStyles, _ convert: (String) -> Number?
    ) -> Outcome<Number> {
        var scanner = NumberScanner(text, styles)
        guard let number = scanner.scan(.floatingPoint) else { return notFinite(text).map { .number($0) } ?? .malformed }
        let digits = number.digits.isEmpty ? "0" : String(decoding: number.digits.map { $0 + 0x30 }, as: UTF8.self)
        return convert("\(number.isNegative ? "-" : "")0.\(digits)e\(number.scale)").map { .number($0) } ?? .malformed
    }

    private static func notFinite<Number: BinaryFloatingPoint>(_ text: NetString) -> Number? {
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
