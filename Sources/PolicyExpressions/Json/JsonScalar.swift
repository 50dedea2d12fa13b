/// What a JValue holds.
public enum JsonScalar: Sendable {
    /// `null`.
    case null
    /// `undefined`.
    case undefined
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number that fits 64 bits.
    case integer(Int64)
    /// A whole number that does not: its decimal digits, with `-` in front of a negative one and no leading zeros.
    case bigInteger(NetString)
    /// A double.
    case float(Double)
    /// A single-precision number, which prints with fewer digits.
    case single(Float)
    /// A decimal, which keeps its scale.
    case decimal(NetDecimal)
    /// A string.
    case string(NetString)
    /// A date and time.
    case date(NetDateTime)
    /// A date and time with its offset from UTC.
    case dateOffset(NetDateTimeOffset)
    /// A GUID.
    case guid(NetGuid)
    /// A URI, as its original text.
    case uri(NetString)
    /// A span of time.
    case timeSpan(NetTimeSpan)
    /// Bytes.
    case bytes([UInt8])
    /// A comment's text.
    case comment(NetString)
    /// JSON that is written as it stands.
    case raw(NetString)
    /// A whole number that keeps a C# type other than `long`.
    case sizedInteger(Int64, IntegerType)
    /// A character, which JSON knows as a string.
    case character(UInt16)
    /// A value of an enumeration, which JSON knows as a whole number.
    case enumeration(NetEnumeration)
    /// No value in a token of another type than `Null`, such as `new JValue((string)null)`.
    case typedNull(JTokenType)

    /// The C# types of whole numbers beside `long`.
    public enum IntegerType: Sendable, Hashable {
        /// `sbyte`, `byte`, `short`, `ushort`, `int`, `uint`, and `ulong` for what fits `long`.
        case sbyte, byte, int16, uint16, int32, uint32, uint64
    }

    /// The token type of the content.
    public var tokenType: JTokenType {
        switch self {
        case .null: .null
        case .undefined: .undefined
        case .boolean: .boolean
        case .integer, .bigInteger, .sizedInteger, .enumeration: .integer
        case .float, .single, .decimal: .float
        case .string, .character: .string
        case .typedNull(let type): type
        case .date, .dateOffset: .date
        case .guid: .guid
        case .uri: .uri
        case .timeSpan: .timeSpan
        case .bytes: .bytes
        case .comment: .comment
        case .raw: .raw
        }
    }

    /// The same content in the one form that each kind of JSON value has: a string, `long`, null.
    public var plain: JsonScalar {
        switch self {
        case .sizedInteger(let number, _): .integer(number)
        case .enumeration(let value): .integer(Int64(value.rawValue))
        case .character(let unit): .string(NetString(unit))
        case .typedNull: .null
        default: self
        }
    }

    /// Whether there is no value: .NET's `Value` is null.
    var isNull: Bool {
        switch self {
        case .null, .undefined, .typedNull: true
        default: false
        }
    }
}
