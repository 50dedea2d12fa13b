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
    /// `System.DateTimeOffset`.
    case dateTimeOffset(NetDateTimeOffset)
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
