/// .NET's System.Decimal: a 96-bit integer, a sign, and a power of ten from 0 to 28 that divides it.
///
/// Numbers are equal when their values are, whatever their scales: 1.0 and 1.00 print differently and are equal.
public struct NetDecimal: Sendable {
    /// The low 64 bits of the integer.
    public let low: UInt64
    /// The high 32 bits of the integer.
    public let high: UInt32
    /// The number of digits behind the point, in `0...28`.
    public let scale: UInt8
    /// Whether the number is negative; zero can be.
    public let isNegative: Bool

    /// Makes a number of its parts; a scale above 28 counts as 28.
    public init(low: UInt64, high: UInt32, scale: UInt8, isNegative: Bool) {
        (self.low, self.high, self.scale, self.isNegative) = (low, high, min(scale, 28), isNegative)
    }

    /// The largest scale.
    static let maximumScale = 28
    /// The largest integer.
    static let maximumMagnitude: UInt128 = 1 << 96 - 1

    /// Makes a number of an integer that must fit 96 bits.
    init(magnitude: UInt128, scale: Int, isNegative: Bool) {
        self.init(
            low: UInt64(truncatingIfNeeded: magnitude), high: UInt32(truncatingIfNeeded: magnitude >> 64),
            scale: UInt8(truncatingIfNeeded: scale), isNegative: isNegative)
    }

    /// Makes a whole number.
    public init(_ number: Int64) { self.init(low: number.magnitude, high: 0, scale: 0, isNegative: number < 0) }
    /// Makes a whole number.
    public init(_ number: UInt64) { self.init(low: number, high: 0, scale: 0, isNegative: false) }
    /// Makes a whole number.
    public init(_ number: Int32) { self.init(Int64(number)) }

    /// 0.
    public static let zero = NetDecimal(Int64(0))
    /// 1.
    public static let one = NetDecimal(Int64(1))
    /// 79228162514264337593543950335.
    public static let maxValue = NetDecimal(magnitude: maximumMagnitude, scale: 0, isNegative: false)
    /// -79228162514264337593543950335.
    public static let minValue = NetDecimal(magnitude: maximumMagnitude, scale: 0, isNegative: true)

    /// The integer, without the scale.
    var magnitude: UInt128 { UInt128(high) << 64 | UInt128(low) }
    /// Whether the number is zero, of whatever scale and sign.
    public var isZero: Bool { low == 0 && high == 0 }
    /// The number with the other sign.
    public var negated: NetDecimal { NetDecimal(low: low, high: high, scale: scale, isNegative: !isNegative) }
    /// The number without its sign.
    public var absolute: NetDecimal { NetDecimal(low: low, high: high, scale: scale, isNegative: false) }
    /// -1, 0 or 1.
    public var sign: Int32 { isZero ? 0 : isNegative ? -1 : 1 }
}

extension NetDecimal: Hashable, Comparable {
    /// Equality of the values.
    public static func == (left: NetDecimal, right: NetDecimal) -> Bool { left.compare(right) == 0 }

    /// Order of the values.
    public static func < (left: NetDecimal, right: NetDecimal) -> Bool { left.compare(right) < 0 }

    /// Hashes the value without trailing zeros.
    public func hash(into hasher: inout Hasher) {
        var (rest, digits) = (magnitude, Int(scale))
        while digits > 0, rest % 10 == 0 { (rest, digits) = (rest / 10, digits - 1) }
        hasher.combine(rest)
        hasher.combine(rest == 0 ? 0 : digits)
        hasher.combine(isNegative && rest != 0)
    }

    /// Negative, zero or positive, as this number is less than, equal to or greater than another one.
    public func compare(_ other: NetDecimal) -> Int32 {
        if sign != other.sign || isZero { return sign < other.sign ? -1 : sign == other.sign ? 0 : 1 }
        if scale == other.scale { return magnitude == other.magnitude ? 0 : (magnitude < other.magnitude) == isNegative ? 1 : -1 }
        let common = max(scale, other.scale)
        let (left, right) = (scaled(to: common), other.scaled(to: common))
        return left == right ? 0 : (left < right) == isNegative ? 1 : -1
    }

    /// The integer at a larger scale.
    func scaled(to scale: UInt8) -> WideMagnitude {
        var wide = WideMagnitude(magnitude)
        wide.multiply(byPowerOf: 10, Int(scale) - Int(self.scale))
        return wide
    }
}
