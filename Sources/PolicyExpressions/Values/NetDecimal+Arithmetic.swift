extension NetDecimal {
    /// The sum; throws OverflowException.
    public func adding(_ other: NetDecimal) throws(EvaluationError) -> NetDecimal {
        let common = max(scale, other.scale)
        let (left, right) = (scaled(to: common), other.scaled(to: common))
        if isNegative == other.isNegative { return try NetDecimal(rounding: left + right, scale: Int(common), isNegative: isNegative) }
        return left < right
            ? try NetDecimal(rounding: right - left, scale: Int(common), isNegative: other.isNegative)
            : try NetDecimal(rounding: left - right, scale: Int(common), isNegative: isNegative)
    }

    /// The difference; throws OverflowException.
    public func subtracting(_ other: NetDecimal) throws(EvaluationError) -> NetDecimal { try adding(other.negated) }

    /// The product; throws OverflowException.
    public func multiplied(by other: NetDecimal) throws(EvaluationError) -> NetDecimal {
        try NetDecimal(
            rounding: WideMagnitude(magnitude) * WideMagnitude(other.magnitude), scale: Int(scale) + Int(other.scale),
            isNegative: isNegative != other.isNegative)
    }

    /// The quotient with as many digits as fit; throws DivideByZeroException and OverflowException.
    public func divided(by other: NetDecimal) throws(EvaluationError) -> NetDecimal {
        guard !other.isZero else { throw .divideByZero }
        let divisor = other.magnitude
        var (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor)
        var scale = Int(scale) - Int(other.scale)
        let isExact = remainder == 0 && scale >= 0
        while remainder != 0 && scale < Self.maximumScale || scale < 0 {
            let (digit, rest) = (remainder * 10).quotientAndRemainder(dividingBy: divisor)
            let longer = quotient * 10 + digit
            guard longer <= Self.maximumMagnitude else { break }
            (quotient, remainder, scale) = (longer, rest, scale + 1)
        }
        guard scale >= 0 else { throw .overflow("Decimal") }
        if remainder * 2 > divisor || remainder * 2 == divisor && quotient & 1 == 1 { quotient += 1 }
        let rounded = try NetDecimal(rounding: WideMagnitude(quotient), scale: scale, isNegative: isNegative != other.isNegative)
        return isExact ? rounded : rounded.withoutTrailingZeros
    }

    /// The remainder, with the sign of this number; throws DivideByZeroException.
    public func remainder(dividingBy other: NetDecimal) throws(EvaluationError) -> NetDecimal {
        guard !other.isZero else { throw .divideByZero }
        let common = max(scale, other.scale)
        if scale >= other.scale {
            guard let divisor = other.scaled(to: common).uint128 else { return self }
            return NetDecimal(magnitude: magnitude % divisor, scale: Int(common), isNegative: isNegative)
        }
        var rest = magnitude % other.magnitude
        for _ in scale..<common { rest = rest * 10 % other.magnitude }
        return NetDecimal(magnitude: rest, scale: Int(common), isNegative: isNegative)
    }

    /// Makes a number of an integer that may be too long: digits behind the point are cut and rounded half to even.
    init(rounding wide: WideMagnitude, scale: Int, isNegative: Bool) throws(EvaluationError) {
        var (rest, scale, last, isTail): (WideMagnitude, Int, UInt32, Bool) = (wide, scale, 0, false)
        while rest.bitWidth > 96 || scale > Self.maximumScale {
            guard scale > 0 else { throw .overflow("Decimal") }
            isTail = isTail || last != 0
            (last, scale) = (rest.divide(by: 10), scale - 1)
        }
        if last > 5 || last == 5 && (isTail || rest.isOdd) { rest = rest + WideMagnitude(UInt64(1)) }
        if rest.bitWidth > 96 {
            // Only 2⁹⁶ itself gets here, whose last digit is 6.
            guard scale > 0 else { throw .overflow("Decimal") }
            _ = rest.divide(by: 10)
            (rest, scale) = (rest + WideMagnitude(UInt64(1)), scale - 1)
        }
        self.init(magnitude: rest.uint128 ?? 0, scale: scale, isNegative: isNegative)
    }

    /// The same number with the smallest scale.
    var withoutTrailingZeros: NetDecimal {
        var (rest, digits) = (magnitude, Int(scale))
        while digits > 0, rest % 10 == 0 { (rest, digits) = (rest / 10, digits - 1) }
        return NetDecimal(magnitude: rest, scale: digits, isNegative: isNegative)
    }
}

extension NetDecimal {
    /// How `rounded` treats the digits that it cuts: .NET's MidpointRounding, and the directed roundings.
    public enum Rounding: Sendable {
        /// To the nearest, the middle to the even neighbour.
        case toEven
        /// To the nearest, the middle away from zero.
        case awayFromZero
        /// Towards zero.
        case towardZero
        /// Towards negative infinity.
        case down
        /// Towards positive infinity.
        case up
    }

    /// The number with at most some digits behind the point; fewer stay as they are.
    public func rounded(_ digits: Int = 0, _ rounding: Rounding = .toEven) -> NetDecimal {
        let cut = Int(scale) - max(digits, 0)
        guard cut > 0 else { return self }
        let divisor = (0..<cut).reduce(UInt128(1)) { power, _ in power * 10 }
        var (quotient, rest) = magnitude.quotientAndRemainder(dividingBy: divisor)
        let isAway =
            switch rounding {
            case .toEven: rest * 2 > divisor || rest * 2 == divisor && quotient & 1 == 1
            case .awayFromZero: rest * 2 >= divisor
            case .towardZero: false
            case .down: isNegative && rest > 0
            case .up: !isNegative && rest > 0
            }
        if isAway { quotient += 1 }
        return NetDecimal(magnitude: quotient, scale: Int(scale) - cut, isNegative: isNegative)
    }
}

extension NetDecimal {
    /// The number as a double, in the way .NET computes it.
    public var double: Double {
        let powers: [Double] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
            1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
        ]
        let value = (Double(low) + Double(high) * 18_446_744_073_709_551_616) / powers[Int(scale)]
        return isNegative ? -value : value
    }

    /// The integer part, if it fits.
    public var int64: Int64? {
        let whole = rounded(0, .towardZero).magnitude
        return isNegative ? Int64(exactly: -Int128(whole)) : Int64(exactly: whole)
    }

    /// The integer part, if it fits.
    public var uint64: UInt64? {
        let whole = rounded(0, .towardZero).magnitude
        return isNegative && whole != 0 ? nil : UInt64(exactly: whole)
    }

    /// Converts a double, keeping 15 significant digits; throws OverflowException.
    public init(_ number: Double) throws(EvaluationError) { try self.init(number, number.isFinite, significantDigits: 15) }

    /// Converts a float, keeping 7 significant digits; throws OverflowException.
    public init(_ number: Float) throws(EvaluationError) { try self.init(Double(number), number.isFinite, significantDigits: 7) }

    private init(_ number: Double, _ isFinite: Bool, significantDigits: Int) throws(EvaluationError) {
        guard isFinite, number.magnitude < 1e29 else { throw .overflow("Decimal") }
        var buffer = NumberBuffer(number, .significant(significantDigits))
        buffer.roundHalfToEven(to: buffer.scale + Self.maximumScale)
        try self.init(buffer)
        if isZero { self = NetDecimal(low: 0, high: 0, scale: 0, isNegative: false) }
    }

    /// Makes a number of digits; those that do not fit behind the point are rounded half to even.
    init(_ buffer: NumberBuffer) throws(EvaluationError) {
        var (digits, scale) = (buffer.digits, buffer.digits.count - buffer.scale)
        // Before the magnitude is made, whose cost grows with the square of its digits.
        guard digits.isEmpty || buffer.scale <= 29 else { throw .overflow("Decimal") }
        if scale < 0 {
            (digits, scale) = (digits + [UInt8](repeating: 0, count: -scale), 0)
        }
        var wide = WideMagnitude(UInt64(0))
        var isTail = false
        for (index, digit) in digits.enumerated() {
            // What lies far behind the point only tells a middle from what is above it.
            if index - buffer.scale > Self.maximumScale + 2 {
                isTail = isTail || digit != 0
                scale -= 1
            } else if wide.isZero {
                wide = WideMagnitude(UInt64(digit))
            } else {
                wide.multiply(by: 10, adding: UInt32(digit))
            }
        }
        if isTail {
            wide.multiply(by: 10, adding: 1)
            scale += 1
        }
        try self.init(rounding: wide, scale: scale, isNegative: buffer.isNegative)
    }
}
