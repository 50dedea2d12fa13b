/// A value whose type is only known at run time: what C# calls `object`, and what a context variable holds.
///
/// Statically typed parts of an expression never use it; see `EvaluationNode`.
public enum Value {
    /// `null` of any type.
    case null
    /// `System.Boolean`.
    case boolean(Bool)
    /// `System.Char`, a UTF-16 unit.
    case char(UInt16)
    /// `System.SByte`.
    case sbyte(Int8)
    /// `System.Byte`.
    case byte(UInt8)
    /// `System.Int16`.
    case int16(Int16)
    /// `System.UInt16`.
    case uint16(UInt16)
    /// `System.Int32`.
    case int32(Int32)
    /// `System.UInt32`.
    case uint32(UInt32)
    /// `System.Int64`.
    case int64(Int64)
    /// `System.UInt64`.
    case uint64(UInt64)
    /// `System.Single`.
    case single(Float)
    /// `System.Double`.
    case double(Double)
    /// `System.Decimal`.
    case decimal(NetDecimal)
    /// `System.String`.
    case string(NetString)
    /// `System.DateTime`.
    case dateTime(NetDateTime)
    /// `System.TimeSpan`.
    case timeSpan(NetTimeSpan)
    /// `System.Guid`.
    case guid(NetGuid)
    /// A value of an enumeration.
    case enumeration(NetEnumeration)
    /// An instance of a reference type.
    case object(NetObject)

    /// Whether this is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }
}

/// `System.TimeSpan`: a signed number of ticks of 100 nanoseconds.
public struct NetTimeSpan: Sendable, Hashable, Comparable {
    /// Ticks of 100 nanoseconds.
    public var ticks: Int64

    /// Makes a span.
    public init(ticks: Int64) { self.ticks = ticks }

    /// Orders by length.
    public static func < (left: Self, right: Self) -> Bool { left.ticks < right.ticks }

    /// The text of format `c`: `[-][d.]hh:mm:ss[.fffffff]`.
    public var constantFormat: String {
        let magnitude = ticks.magnitude
        let (days, hours) = (magnitude / 864_000_000_000, magnitude / 36_000_000_000 % 24)
        let (minutes, seconds, fraction) = (magnitude / 600_000_000 % 60, magnitude / 10_000_000 % 60, magnitude % 10_000_000)
        let clock = [hours, minutes, seconds].map { Self.padded($0, 2) }.joined(separator: ":")
        return (ticks < 0 ? "-" : "") + (days > 0 ? "\(days)." : "") + clock + (fraction > 0 ? "." + Self.padded(fraction, 7) : "")
    }

    private static func padded(_ number: UInt64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
