/// Integers in bases 2, 8, 10 and 16, as `Convert` reads and writes them: negative numbers show their bits, except in base 10.
enum RadixConversion {
    /// Throws ArgumentException for another base.
    private static func validate(_ base: Int32) throws(EvaluationError) {
        guard [2, 8, 10, 16].contains(base) else { throw .argument("Invalid Base.") }
    }

    /// `Convert.ToString(number, base)`.
    static func text(_ number: some FixedWidthInteger & SignedInteger, base: Int32) throws(EvaluationError) -> NetString {
        try validate(base)
        if base == 10 { return NetString(String(number)) }
        let bits = UInt64(truncatingIfNeeded: number)
        let width = UInt64(number.bitWidth)
        return NetString(String(width == 64 ? bits : bits & (1 << width - 1), radix: Int(base)))
    }

    /// `Convert.ToInt32(text, base)` and its like; null is 0.
    static func parse<Number: NetNumber & FixedWidthInteger>(_ text: NetString?, base: Int32) throws(EvaluationError) -> Number {
        try validate(base)
        guard let units = text?.utf16Array else { return 0 }
        var digits = units[...]
        let isNegative = try takeSign(&digits, base, isSigned: Number.isSigned)
        if base == 16, digits.count > 1, digits[digits.startIndex] == 0x30, digits[digits.startIndex + 1] | 0x20 == 0x78 {
            digits.removeFirst(2)
        }
        // .NET reads the small types as 32 bits, and names that type when even they do not suffice.
        let wide = max(Number.bitWidth, 32)
        let wideName = (Number.isSigned && base == 10 ? "Int" : "UInt") + String(wide)
        let limit = UInt128(1) << UInt128(Number.isSigned && base == 10 ? wide - 1 : wide)
        let magnitude = try magnitude(of: digits, base, limit: isNegative ? limit + 1 : limit, wideName)
        return try narrow(magnitude, isNegative, base)
    }

    private static func takeSign(_ digits: inout ArraySlice<UInt16>, _ base: Int32, isSigned: Bool) throws(EvaluationError) -> Bool {
        guard let first = digits.first else {
            throw .argumentOutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.")
        }
        if first == 0x2B { digits.removeFirst() }
        guard first == 0x2D else { return false }
        if base != 10 { throw .argument("String cannot contain a minus sign if the base is not 10.") }
        guard isSigned else {
            throw .system("OverflowException", "The string was being parsed as an unsigned number and could not have a negative sign.")
        }
        digits.removeFirst()
        return true
    }

    /// The digits' number, which must be below a limit.
    private static func magnitude(
        of digits: ArraySlice<UInt16>, _ base: Int32, limit: UInt128, _ type: String
    ) throws(EvaluationError) -> UInt128 {
        var value: UInt128 = 0
        for (place, unit) in digits.enumerated() {
            let digit = unit < 0x80 ? UInt8(hexadecimal: UInt8(truncatingIfNeeded: unit)) : nil
            guard let digit, digit < base else {
                throw .format(
                    place == 0
                        ? "Could not find any recognizable digits." : "Additional non-parsable characters are at the end of the string.")
            }
            value = value * UInt128(base) + UInt128(digit)
            if value >= limit { throw .overflow(type) }
        }
        if digits.isEmpty { throw .format("Could not find any recognizable digits.") }
        return value
    }

    private static func narrow<Number: NetNumber & FixedWidthInteger>(
        _ magnitude: UInt128, _ isNegative: Bool, _ base: Int32
    ) throws(EvaluationError) -> Number {
        if base != 10, magnitude >> UInt128(Number.bitWidth) == 0 { return Number(truncatingIfNeeded: magnitude) }
        let value = Int128(truncatingIfNeeded: magnitude)
        guard let number = Number(exactly: isNegative ? -value : value) else { throw .overflow(Number.nameInMessages) }
        return number
    }
}
