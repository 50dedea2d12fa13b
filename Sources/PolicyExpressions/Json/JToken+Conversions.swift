/// The explicit conversions of a token to C# types, as Newtonsoft.Json 10 defines them: `(int)token`.
///
/// Each takes the token, or nil for a null reference. A property stands for its value. A token of a kind that does not
/// convert throws ArgumentException, text that does not parse FormatException.
extension JToken {
    /// `(string)token`; nil for a null reference and for `null`.
    public static func string(_ token: JToken?) throws(EvaluationError) -> NetString? {
        guard let token else { return nil }
        switch try scalar(of: token, "String") {
        case .null, .undefined: return nil
        case .bytes(let bytes): return NetString(text: Base64.encode(bytes), form: .ascii)
        case let scalar: return scalar.invariantText
        }
    }

    /// `(bool)token`.
    public static func boolean(_ token: JToken?) throws(EvaluationError) -> Bool {
        switch try number(of: token, "Boolean") {
        case .boolean(let value): return value
        case .integer(let number): return number != 0
        case .float(let number): return number != 0
        case .single(let number): return number != 0
        case .decimal(let number): return !number.isZero
        case .bigInteger: throw .overflow("Int32")
        case let scalar: return try NumberParsing.boolean(scalar.invariantText)
        }
    }

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
    public static func double(_ token: JToken?) throws(EvaluationError) -> Double { try double(of: number(of: token, "Double")) }

    /// `(float)token`.
    public static func single(_ token: JToken?) throws(EvaluationError) -> Float {
        let scalar = try number(of: token, "Single")
        if case .single(let number) = scalar { return number }
        if case .string(let text) = scalar { return try NumberParsing.single(text) }
        return Float(try double(of: scalar))
    }

    /// `(decimal)token`.
    public static func decimal(_ token: JToken?) throws(EvaluationError) -> NetDecimal {
        switch try number(of: token, "Decimal") {
        case .boolean(let value): return value ? .one : .zero
        case .integer(let number): return NetDecimal(number)
        case .float(let number): return try NetDecimal(number)
        case .single(let number): return try NetDecimal(number)
        case .decimal(let number): return number
        case let scalar: return try NumberParsing.decimal(scalar.invariantText)
        }
    }

    /// `(char)token`, as a UTF-16 unit.
    public static func char(_ token: JToken?) throws(EvaluationError) -> UInt16 {
        switch try scalar(of: token, "Char") {
        case .integer(let number):
            guard let unit = UInt16(exactly: number) else { throw .overflow("Char") }
            return unit
        case .float: throw .invalidCast("Invalid cast from 'Double' to 'Char'.")
        case let scalar:
            let text = scalar.invariantText
            guard text.utf16Count == 1 else { throw .format("String must be exactly one character long.") }
            return text[utf16: 0]
        }
    }

    /// `(Guid)token`.
    public static func guid(_ token: JToken?) throws(EvaluationError) -> NetGuid {
        switch try scalar(of: token, "Guid") {
        case .guid(let guid): return guid
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

    /// The content of a token that holds a date or a text that is to be parsed as one: `(DateTime)token`.
    public static func dateOrText(_ token: JToken?) throws(EvaluationError) -> JsonScalar { try scalar(of: token, "DateTime") }

    /// The content of a token that holds a time span or a text that is to be parsed as one: `(TimeSpan)token`.
    public static func timeSpanOrText(_ token: JToken?) throws(EvaluationError) -> JsonScalar { try scalar(of: token, "TimeSpan") }

    /// The text of a token that holds a URI or a text: `(Uri)token`.
    public static func uriText(_ token: JToken?) throws(EvaluationError) -> NetString { try scalar(of: token, "Uri").invariantText }

    /// Whether a conversion to a nullable type gives null: for a null reference, `null` and `undefined`.
    public static func convertsToNull(_ token: JToken?) -> Bool {
        guard let token else { return true }
        let value = (token as? JProperty)?.value ?? token
        return value.tokenType == .null || value.tokenType == .undefined
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

    private static func number(of token: JToken?, _ type: String) throws(EvaluationError) -> JsonScalar { try scalar(of: token, type) }

    private static func integer<Number: FixedWidthInteger>(_ token: JToken?, _ type: String) throws(EvaluationError) -> Number {
        let exact: Number?
        switch try number(of: token, type) {
        case .integer(let number): exact = Number(exactly: number)
        case .boolean(let value): exact = value ? 1 : 0
        // Convert rounds half to even.
        case .float(let number): exact = Number(exactly: number.rounded(.toNearestOrEven))
        case .single(let number): exact = Number(exactly: number.rounded(.toNearestOrEven))
        case .decimal(let number):
            let rounded = number.rounded()
            exact = rounded.int64.flatMap { Number(exactly: $0) } ?? rounded.uint64.flatMap { Number(exactly: $0) }
        case .bigInteger(let digits): exact = Number(digits.string)
        case let scalar: return try integer(of: scalar.invariantText, type)
        }
        guard let exact else { throw .overflow(type) }
        return exact
    }

    private static func integer<Number: FixedWidthInteger>(of text: NetString, _ type: String) throws(EvaluationError) -> Number {
        if Number.isSigned {
            guard let number = Number(exactly: try NumberParsing.signed(text, type)) else { throw .overflow(type) }
            return number
        }
        guard let number = Number(exactly: try NumberParsing.unsigned(text, type)) else { throw .overflow(type) }
        return number
    }

    private static func double(of scalar: JsonScalar) throws(EvaluationError) -> Double {
        switch scalar {
        case .boolean(let value): return value ? 1 : 0
        case .integer(let number): return Double(number)
        case .float(let number): return number
        case .single(let number): return Double(number)
        case .decimal(let number): return number.double
        default: return try NumberParsing.double(scalar.invariantText)
        }
    }
}

extension JTokenType {
    /// Newtonsoft's tables of the kinds that convert to a type.
    fileprivate func converts(to type: String) -> Bool {
        switch self {
        case .string, .comment, .raw: return true
        case .null, .undefined: return type == "String"
        case .integer: return ["DateTime", "TimeSpan", "Uri", "Guid", "byte array"].contains(type) == false
        case .float: return ["DateTime", "TimeSpan", "Uri", "Guid", "byte array"].contains(type) == false
        case .boolean: return ["DateTime", "TimeSpan", "Uri", "Guid", "byte array", "Char"].contains(type) == false
        case .date: return type == "String" || type == "DateTime"
        case .bytes: return type == "String" || type == "byte array" || type == "Guid"
        case .guid: return type == "String" || type == "Guid"
        case .uri: return type == "String" || type == "Uri"
        case .timeSpan: return type == "String" || type == "TimeSpan"
        case .none, .object, .array, .constructor, .property: return false
        }
    }
}
