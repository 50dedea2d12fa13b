/// Numbers to text as .NET Core 3.1 writes them with the invariant culture.
public enum NumberFormatting {
    /// A whole number's default text.
    public static func text(_ number: Int32) -> NetString { text(Int64(number)) }

    /// A whole number's default text.
    public static func text(_ number: Int64) -> NetString { NetString(text: String(number), form: .ascii) }

    /// A whole number's default text.
    public static func text(_ number: UInt64) -> NetString { NetString(text: String(number), form: .ascii) }

    /// A number's default text: the shortest that reads back the same, with an exponent from 10¹⁷ on and below 10⁻⁴.
    public static func text(_ number: Double) -> NetString {
        if number.magnitude < 1e15, number == number.rounded(.towardZero), number.sign == .plus || number != 0 {
            return text(Int64(number))
        }
        if let special = notFinite(number) { return special }
        return general(NumberBuffer(number, .shortest), minimumDigits: 17)
    }

    /// A number's default text: the shortest that reads back the same, with an exponent from 10⁹ on and below 10⁻⁴.
    public static func text(_ number: Float) -> NetString {
        if let special = notFinite(Double(number)) { return special }
        return general(NumberBuffer(number, .shortest), minimumDigits: 9)
    }

    /// A decimal's default text, with its scale.
    public static func text(_ number: NetDecimal) -> NetString { StandardFormat.text(NumberBuffer(number), "G", -1) ?? NetString() }

    /// A whole number in a standard or custom format; throws FormatException. `bits` is the width of the type, for `X`.
    public static func text(_ number: Int64, format: NetString?, bits: Int) throws(EvaluationError) -> NetString {
        let pattern = bits >= 64 ? UInt64(bitPattern: number) : UInt64(bitPattern: number) & (1 << UInt64(bits) - 1)
        return try text(NumberBuffer(magnitude: number.magnitude, isNegative: number < 0), pattern, format)
    }

    /// An unsigned number in a standard or custom format; throws FormatException.
    public static func text(_ number: UInt64, format: NetString?) throws(EvaluationError) -> NetString {
        try text(NumberBuffer(magnitude: number, isNegative: false), number, format)
    }

    /// A number in a standard or custom format; throws FormatException.
    public static func text(_ number: Double, format: NetString?) throws(EvaluationError) -> NetString {
        if let special = notFinite(number) { return special }
        return try text(format, maximumDigits: 15, roundTripDigits: 17) { NumberBuffer(number, $0) }
    }

    /// A number in a standard or custom format; throws FormatException.
    public static func text(_ number: Float, format: NetString?) throws(EvaluationError) -> NetString {
        if let special = notFinite(Double(number)) { return special }
        return try text(format, maximumDigits: 7, roundTripDigits: 9) { NumberBuffer(number, $0) }
    }

    /// A decimal in a standard or custom format; throws FormatException.
    public static func text(_ number: NetDecimal, format: NetString?) throws(EvaluationError) -> NetString {
        switch FormatSpecifier(format) {
        case .custom(let pattern): return CustomFormat.text(NumberBuffer(number), pattern)
        case .standard(let letter, let precision):
            guard let text = StandardFormat.text(NumberBuffer(number), letter, precision) else { throw .invalidFormatSpecifier }
            return text
        }
    }

    private static func text(_ buffer: NumberBuffer, _ pattern: UInt64, _ format: NetString?) throws(EvaluationError) -> NetString {
        switch FormatSpecifier(format) {
        case .custom(let pattern): return CustomFormat.text(buffer, pattern)
        case .standard("D", let precision), .standard("d", let precision): return decimal(buffer, precision)
        case .standard("G", let precision) where precision < 1: return decimal(buffer, -1)
        case .standard("g", let precision) where precision < 1: return decimal(buffer, -1)
        case .standard("X", let precision): return padded(String(pattern, radix: 16, uppercase: true), precision)
        case .standard("x", let precision): return padded(String(pattern, radix: 16), precision)
        case .standard(let letter, let precision):
            guard let text = StandardFormat.text(buffer, letter, precision) else { throw .invalidFormatSpecifier }
            return text
        }
    }

    /// Cuts a floating-point number into as many digits as the format asks for.
    private static func text(
        _ format: NetString?, maximumDigits: Int, roundTripDigits: Int, _ buffer: (NumberBuffer.Precision) -> NumberBuffer
    ) throws(EvaluationError) -> NetString {
        guard case .standard(let letter, let precision) = FormatSpecifier(format) else {
            return CustomFormat.text(buffer(.significant(maximumDigits)), format?.utf16Array ?? [])
        }
        let cut: NumberBuffer.Precision
        switch letter {
        case "R", "r": return general(buffer(.shortest), minimumDigits: roundTripDigits, letter)
        case "G", "g":
            if precision < 1 { return general(buffer(.shortest), minimumDigits: roundTripDigits, letter) }
            cut = .significant(precision)
        case "C", "c", "F", "f", "N", "n": cut = .decimals(precision < 0 ? 2 : precision)
        case "P", "p": cut = .decimals((precision < 0 ? 2 : precision) + 2)
        case "E", "e": cut = .significant((precision < 0 ? 6 : precision) + 1)
        default: throw .invalidFormatSpecifier
        }
        guard let text = StandardFormat.text(buffer(cut), letter, precision) else { throw .invalidFormatSpecifier }
        return text
    }

    private static func general(_ buffer: NumberBuffer, minimumDigits: Int, _ letter: Character = "G") -> NetString {
        let isLower = letter == "g" || letter == "r"
        return StandardFormat.text(buffer, isLower ? "g" : "G", max(buffer.digits.count, minimumDigits)) ?? NetString()
    }

    private static func notFinite(_ number: Double) -> NetString? {
        if number.isNaN { return "NaN" }
        return number.isInfinite ? (number > 0 ? "Infinity" : "-Infinity") : nil
    }

    private static func decimal(_ buffer: NumberBuffer, _ precision: Int) -> NetString {
        let digits = buffer.digits.isEmpty ? "0" : String(decoding: buffer.digits.map { $0 + 0x30 }, as: UTF8.self)
        return (buffer.isNegative ? "-" : NetString()).concatenating(padded(digits, precision))
    }

    private static func padded(_ digits: String, _ width: Int) -> NetString {
        NetString(text: String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits, form: .ascii)
    }
}

/// A format string taken apart: a letter with up to two digits, or a pattern.
enum FormatSpecifier {
    case standard(Character, Int)
    case custom([UInt16])

    init(_ format: NetString?) {
        let units = format?.utf16Array ?? []
        guard let first = units.first, first != 0 else {
            self = .standard("G", -1)
            return
        }
        let letter = Character(Unicode.Scalar(UInt8(truncatingIfNeeded: first)))
        let isLetter = first < 0x80 && letter.isLetter
        let digits = units.dropFirst().prefix { $0 != 0 }
        // At most two digits behind leading zeros.
        let significant = digits.drop { $0 == 0x30 }
        guard isLetter, digits.allSatisfy({ $0 &- 0x30 < 10 }), significant.count <= 2 else {
            self = .custom(units)
            return
        }
        self = .standard(letter, digits.isEmpty ? -1 : significant.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
}
