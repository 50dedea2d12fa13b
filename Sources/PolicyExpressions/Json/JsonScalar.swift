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
    /// A date and time with its offset from UTC in minutes.
    case dateOffset(NetDateTime, offsetMinutes: Int32)
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

    /// The token type of the content.
    public var tokenType: JTokenType {
        switch self {
        case .null: .null
        case .undefined: .undefined
        case .boolean: .boolean
        case .integer, .bigInteger: .integer
        case .float, .single, .decimal: .float
        case .string: .string
        case .date, .dateOffset: .date
        case .guid: .guid
        case .uri: .uri
        case .timeSpan: .timeSpan
        case .bytes: .bytes
        case .comment: .comment
        case .raw: .raw
        }
    }
}
