extension NetDecimal {
    init(low: Int32, middle: Int32, high: Int32, scale: UInt8, isNegative: Bool) {
        self.init(
            low: UInt64(UInt32(bitPattern: middle)) << 32 | UInt64(UInt32(bitPattern: low)), high: UInt32(bitPattern: high), scale: scale,
            isNegative: isNegative)
    }

    /// The number of `bits`; throws ArgumentException for bits that no number has.
    init(bits: [Int32]) throws(EvaluationError) {
        guard bits.count == 4, case let flags = UInt32(bitPattern: bits[3]), flags & 0x7F00_FFFF == 0, flags >> 16 & 0xFF <= 28 else {
            throw .argument(
                "Decimal byte array constructor requires an array of length four containing valid decimal bytes.", "bits")
        }
        self.init(low: bits[0], middle: bits[1], high: bits[2], scale: UInt8(flags >> 16 & 0xFF), isNegative: flags >> 31 == 1)
    }

    /// The integer in three parts, the lowest first, then scale and sign.
    var bits: [Int32] {
        [
            Int32(truncatingIfNeeded: low), Int32(truncatingIfNeeded: low >> 32), Int32(bitPattern: high),
            Int32(bitPattern: UInt32(scale) << 16 | (isNegative ? 1 << 31 : 0)),
        ]
    }

    /// What is in front of the point.
    var integerPart: Int128 {
        let whole = Int128(rounded(0, .towardZero).magnitude)
        return isNegative ? -whole : whole
    }

    /// A number of ten-thousandths, without zeros at the end.
    init(currency: Int64) {
        self = NetDecimal(low: currency.magnitude, high: 0, scale: 4, isNegative: currency < 0).withoutTrailingZeros
    }

    /// The number in ten-thousandths, rounded half to even; throws OverflowException.
    func currency() throws(EvaluationError) -> Int64 {
        let rounded = rounded(4)
        let scaled = rounded.scaled(to: 4).uint128.flatMap { Int128(exactly: $0) }
        guard let scaled, let number = Int64(exactly: isNegative ? -scaled : scaled) else {
            throw .system("OverflowException", "Value was either too large or too small for a Currency.")
        }
        return number
    }
}
