/// The explicit conversions of a token to C# types, as Newtonsoft.Json 10 defines them: `(int)token`.
///
/// Each takes the token, or nil for a null reference. A property stands for its value. A token of a kind that does not
/// convert throws ArgumentException, text that does not parse FormatException.
extension JToken {
    /// `(string)token`; nil for a null reference and for `null`.
    public static func string(_ token: JToken?) throws(EvaluationError) -> NetString? {
        guard let token else { return nil }
        switch try scalar(of: token, "String") {
        case .null, .undefined, .typedNull: return nil
        case .bytes(let bytes): return NetString(text: Base64.encode(bytes), form: .ascii)
        case let scalar: return scalar.invariantText
        }
    }

    /// `(bool)token`.
    public static func boolean(_ token: JToken?) throws(EvaluationError) -> Bool { try scalar(of: token, "Boolean").boolean() }
    /// `(int)token`.
    public static func int32(_ token: JToken?) throws(EvaluationError) -> Int32 { try integer(token, "Int32") }
    /// `(uint)token`.
    public static func uint32(_ token: JToken?) throws(EvaluationError) -> UInt32 { try integer(token, "UInt32") }
    /// `(long)token`.
    public static func int64(_ token: JToken?) throws(EvaluationError) -> Int64 { try integer(token, "Int64") }
    /// `(ulong)token`.
    public static func uint64(_ token: JToken?) throws(EvaluationError) -> UInt64 { try integer(token, "UInt64") }
    /// `(short)token`.
    public static func int16(_ token: JToken?) throws(EvaluationError) -> Int16 { try integer(token, "Int16") }
    /// `(ushort)token`.
    public static func uint16(_ token: JToken?) throws(EvaluationError) -> UInt16 { try integer(token, "UInt16") }
    /// `(sbyte)token`.
    public static func int8(_ token: JToken?) throws(EvaluationError) -> Int8 { try integer(token, "SByte") }
    /// `(byte)token`.
    public static func uint8(_ token: JToken?) throws(EvaluationError) -> UInt8 { try integer(token, "Byte") }
    /// `(double)token`.
    public static func double(_ token: JToken?) throws(EvaluationError) -> Double {
        let scalar = try scalar(of: token, "Double")
        if case .bigInteger(let digits) = scalar { return try NumberParsing.double(digits) }
        return try scalar.double()
    }
    /// `(float)token`.
    public static func single(_ token: JToken?) throws(EvaluationError) -> Float {
        let scalar = try scalar(of: token, "Single")
        if case .bigInteger(let digits) = scalar { return try NumberParsing.single(digits) }
        return try scalar.single()
    }
    /// `(decimal)token`.
    public static func decimal(_ token: JToken?) throws(EvaluationError) -> NetDecimal { try scalar(of: token, "Decimal").decimal() }
    /// `(char)token`, as a UTF-16 unit.
    public static func char(_ token: JToken?) throws(EvaluationError) -> UInt16 { try scalar(of: token, "Char").character() }

    /// `(Guid)token`.
    public static func guid(_ token: JToken?) throws(EvaluationError) -> NetGuid {
        switch try scalar(of: token, "Guid") {
        case .guid(let guid): return guid
        case .bytes(let bytes): return try NetGuid(netBytes: bytes)
        case let scalar:
            guard let guid = NetGuid(scalar.invariantText.string) else {
                throw .format("Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).")
            }
            return guid
        }
    }

    /// `(byte[])token`: text is Base64.
    public static func bytes(_ token: JToken?) throws(EvaluationError) -> [UInt8] {
        switch try scalar(of: token, "byte array") {
        case .bytes(let bytes): return bytes
        case let scalar: return try Base64.decode(scalar.invariantText)
        }
    }

    /// `(DateTime)token`: a date, or a text that is one.
    public static func dateTime(_ token: JToken?) throws(EvaluationError) -> NetDateTime {
        switch try scalar(of: token, "DateTime") {
        case .date(let date): return date
        case .dateOffset(let date): return date.clock
        case .typedNull: return .minValue
        case let scalar: return try parseDateTime(scalar.invariantText)
        }
    }

    /// `DateTime.Parse` with the invariant culture. There is no frame to ask for the clock, from which only a text without a
    /// day takes something: today's date.
    static func parseDateTime(_ text: NetString) throws(EvaluationError) -> NetDateTime {
        try NetDateTime.parse(text, DateParsingOptions(styles: [], keepsOffset: false, now: NetDateTime.systemUTCNow))
    }

    /// `(DateTimeOffset)token`: a date, or a text that is one.
    public static func dateTimeOffset(_ token: JToken?) throws(EvaluationError) -> NetDateTimeOffset {
        switch try scalar(of: token, "DateTimeOffset") {
        case .date(let date): return NetDateTimeOffset(date)
        case .dateOffset(let date): return date
        case .typedNull: return .minValue
        case let scalar: return try parseDateTimeOffset(scalar.invariantText)
        }
    }

    /// `DateTimeOffset.Parse` with the invariant culture.
    static func parseDateTimeOffset(_ text: NetString) throws(EvaluationError) -> NetDateTimeOffset {
        try NetDateTimeOffset.parse(text, DateParsingOptions(styles: [], keepsOffset: true, now: NetDateTime.systemUTCNow))
    }

    /// `(TimeSpan)token`: a span, or a text that is one.
    public static func timeSpan(_ token: JToken?) throws(EvaluationError) -> NetTimeSpan {
        let scalar = try scalar(of: token, "TimeSpan")
        if case .timeSpan(let span) = scalar { return span }
        return try parseTimeSpan(scalar.invariantText)
    }

    /// Newtonsoft's `TimeSpan.Parse` with the invariant culture.
    static func parseTimeSpan(_ text: NetString) throws(EvaluationError) -> NetTimeSpan {
        do { return try TimeSpanParser.parse(text) } catch { throw error.exception(text) }
    }

    /// The text of a token that holds a URI or a text: `(Uri)token`.
    public static func uriText(_ token: JToken?) throws(EvaluationError) -> NetString { try scalar(of: token, "Uri").invariantText }

    /// Whether a conversion to a nullable type gives null: for a null reference, `null` and `undefined`.
    public static func convertsToNull(_ token: JToken?) -> Bool {
        guard let token else { return true }
        let value = (token as? JProperty)?.value ?? token
        return (value as? JValue)?.scalar.isNull ?? false
    }
}

extension JToken {
    /// The content of a token whose kind converts to a type; throws ArgumentException for the others.
    private static func scalar(of token: JToken?, _ type: String) throws(EvaluationError) -> JsonScalar {
        guard let token else { throw .argumentNull("value") }
        let value = (token as? JProperty)?.value ?? token
        guard let scalar = (value as? JValue)?.scalar, scalar.tokenType.converts(to: type) else {
            throw .argument("Can not convert \(value.tokenType.name) to \(type).")
        }
        return scalar
    }

    private static func integer<Number: FixedWidthInteger>(_ token: JToken?, _ type: String) throws(EvaluationError) -> Number {
        try scalar(of: token, type).integer(type)
    }
}

extension JTokenType {
    /// Newtonsoft's tables of the kinds that convert to a type.
    fileprivate func converts(to type: String) -> Bool {
        switch self {
        case .string, .comment, .raw: return true
        case .null, .undefined: return type == "String"
        case .integer: return ["DateTime", "DateTimeOffset", "TimeSpan", "Uri", "Guid", "byte array"].contains(type) == false
        case .float: return ["DateTime", "DateTimeOffset", "TimeSpan", "Uri", "Guid", "byte array"].contains(type) == false
        case .boolean: return ["DateTime", "DateTimeOffset", "TimeSpan", "Uri", "Guid", "byte array", "Char"].contains(type) == false
        case .date: return type == "String" || type == "DateTime" || type == "DateTimeOffset"
        case .bytes: return type == "String" || type == "byte array" || type == "Guid"
        case .guid: return type == "String" || type == "Guid"
        case .uri: return type == "String" || type == "Uri"
        case .timeSpan: return type == "String" || type == "TimeSpan"
        case .none, .object, .array, .constructor, .property: return false
        }
    }
}

extension NetGuid {
    /// `new Guid(byte[])`: the first three groups are little-endian.
    init(netBytes bytes: [UInt8]) throws(EvaluationError) {
        guard bytes.count == 16 else { throw .argument("Byte array for GUID must be exactly 16 bytes long.", "b") }
        let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
        let ordered = order.map { UInt64(bytes[$0]) }
        self.init(
            high: ordered[..<8].reduce(0) { $0 << 8 | $1 }, low: ordered[8...].reduce(0) { $0 << 8 | $1 })
    }
}
