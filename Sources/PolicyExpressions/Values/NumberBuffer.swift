/// A number as decimal digits, which all formats work on: 0.d₁d₂d₃… × 10^scale.
///
/// The same as .NET's NumberBuffer, so that rounding and the sign of zero come out the same.
struct NumberBuffer {
    /// What kind of number it was: only floating point knows a negative zero, and comes rounded already.
    enum Kind {
        case integer, decimal, floatingPoint
    }

    /// Digits 0 to 9 without leading zeros; none for zero.
    var digits: [UInt8]
    /// The place of the decimal point behind the first digit's left.
    var scale: Int
    var isNegative: Bool
    let kind: Kind

    /// Rounds half away from zero to a number of digits and drops trailing zeros.
    mutating func round(to count: Int, isCorrectlyRounded: Bool) {
        if count >= 0, count < digits.count, !isCorrectlyRounded, digits[count] >= 5 {
            roundUp(count)
        } else {
            digits.removeLast(digits.count - min(max(count, 0), digits.count))
            while digits.last == 0 { digits.removeLast() }
        }
        if digits.isEmpty {
            if kind != .floatingPoint { isNegative = false }
            scale = 0
        }
    }

    private mutating func roundUp(_ count: Int) {
        digits.removeLast(digits.count - count)
        while digits.last == 9 { digits.removeLast() }
        if digits.isEmpty {
            (digits, scale) = ([1], scale + 1)
        } else {
            digits[digits.count - 1] += 1
        }
    }

    /// Rounds half to even to a number of digits: how the exact value of a double is cut.
    mutating func roundHalfToEven(to count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else { return digits = [] }
        let rest = digits[(count + 1)...]
        let isOdd = count > 0 && digits[count - 1] & 1 == 1
        let isUp = digits[count] > 5 || digits[count] == 5 && (rest.contains { $0 != 0 } || isOdd)
        if isUp {
            roundUp(count)
        } else {
            digits.removeLast(digits.count - count)
            while digits.last == 0 { digits.removeLast() }
        }
    }
}

extension NumberBuffer {
    init(magnitude: UInt64, isNegative: Bool) {
        let text = magnitude == 0 ? "" : String(magnitude)
        self.init(digits: text.utf8.map { $0 - 0x30 }, scale: text.utf8.count, isNegative: isNegative, kind: .integer)
    }

    init(_ number: NetDecimal) {
        let digits = WideMagnitude(number.magnitude).decimalDigits
        self.init(digits: digits, scale: digits.count - Int(number.scale), isNegative: number.isNegative, kind: .decimal)
    }

    /// How a double is cut into digits.
    enum Precision {
        /// As few digits as read back to the same number.
        case shortest
        /// A number of significant digits.
        case significant(Int)
        /// A number of digits behind the point.
        case decimals(Int)
    }

    /// The digits of a finite double.
    init(_ number: Double, _ precision: Precision) {
        self.init(exactly: number, precision) { buffer in buffer.setShortest(description: number.description, of: number) }
    }

    /// The digits of a finite float.
    init(_ number: Float, _ precision: Precision) {
        self.init(exactly: Double(number), precision) { buffer in buffer.setDigits(of: number.description) }
    }

    private init(exactly number: Double, _ precision: Precision, shortest: (inout NumberBuffer) -> Void) {
        self.init(digits: [], scale: 0, isNegative: number.sign == .minus, kind: .floatingPoint)
        if number == 0 { return }
        switch precision {
        case .shortest: shortest(&self)
        case .significant(let count):
            setExactly(number)
            roundHalfToEven(to: count)
        case .decimals(let count):
            setExactly(number)
            roundHalfToEven(to: scale + count)
        }
    }

    /// All digits of a double: its significand times a power of two is a finite decimal.
    private mutating func setExactly(_ number: Double) {
        let (significand, exponent) = number.integerSignificand
        var magnitude = WideMagnitude(significand)
        magnitude.multiply(byPowerOf: exponent >= 0 ? 2 : 5, abs(exponent))
        digits = magnitude.decimalDigits
        scale = digits.count + min(exponent, 0)
        while digits.last == 0 { digits.removeLast() }
    }

    /// Takes the digits of a text such as `1.5e-07`.
    private mutating func setDigits(of description: String) {
        let parts = description.lowercased().split(separator: "e")
        let mantissa = (parts.first ?? "").utf8.filter { $0 != UInt8(ascii: "-") }
        let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
        let all = mantissa.filter { $0 != UInt8(ascii: ".") }.map { $0 - 0x30 }
        let leading = all.prefix { $0 == 0 }.count
        digits = Array(all[leading...])
        while digits.last == 0 { digits.removeLast() }
        scale = point - leading + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }

    /// The shortest digits. Swift and .NET agree but for numbers whose shortest form lies just in the middle between two
    /// doubles: .NET Core 3.1 refuses that form and writes 1e23 as 9.999999999999999E+22.
    private mutating func setShortest(description: String, of number: Double) {
        setDigits(of: description)
        let (significand, exponent) = number.integerSignificand
        guard significand & 1 == 0, isHalfway(significand, exponent) else { return }
        for count in 1...17 {
            setExactly(number)
            roundHalfToEven(to: count)
            if readBack == number.magnitude, !isHalfway(significand, exponent) { return }
        }
    }

    private var readBack: Double? { Double("0." + digits.map { String($0) }.joined() + "e\(scale)") }

    /// Whether the digits lie in the middle between a double and one of its neighbours.
    private func isHalfway(_ significand: UInt64, _ exponent: Int) -> Bool {
        let power = scale - digits.count
        // The middle has 54 significant bits: no more than these powers of ten divide it or are divided by it.
        guard (-1...23).contains(power) else { return false }
        var decimal = digits.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
        for _ in 0..<max(power, 0) { decimal *= 5 }
        let odd = decimal >> UInt128(decimal.trailingZeroBitCount)
        let binaryExponent = decimal.trailingZeroBitCount + power
        let (factor, wide): (UInt128, UInt128) = (power < 0 ? 5 : 1, UInt128(significand))
        let isNearMiddle = odd == (2 * wide + 1) * factor || odd == (2 * wide - 1) * factor
        // Below a power of two the neighbour is nearer by half.
        let isLowerMiddle = odd == (4 * wide - 1) * factor
        return isNearMiddle && exponent - 1 == binaryExponent || isLowerMiddle && exponent - 2 == binaryExponent
    }
}

extension Double {
    /// The significand as an integer, and the power of two that it is multiplied by.
    fileprivate var integerSignificand: (UInt64, Int) {
        let isNormal = exponentBitPattern != 0
        let significand = significandBitPattern | (isNormal ? 1 << 52 : 0)
        return (significand, Int(isNormal ? exponentBitPattern : 1) - 1075)
    }
}
