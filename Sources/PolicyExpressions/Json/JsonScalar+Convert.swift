/// `System.Convert` on what a token holds: what casts, `Value<T>` and comparisons are made of.
extension JsonScalar {
    /// `Convert.ToBoolean`.
    func boolean() throws(EvaluationError) -> Bool {
        switch plain {
        case .null, .undefined: return false
        case .boolean(let value): return value
        case .integer(let number): return number != 0
        case .float(let number): return number != 0
        case .single(let number): return number != 0
        case .decimal(let number): return !number.isZero
        case .bigInteger: throw .overflow("Int32")
        default: return try NumberParsing.boolean(try text(for: "Boolean"))
        }
    }

    /// `Convert.ToInt32` and its like; `type` is .NET's name of the number.
    func integer<Number: FixedWidthInteger>(_ type: String) throws(EvaluationError) -> Number {
        if case .character(let unit) = self { return try Self.exact(Number(exactly: unit), type) }
        switch plain {
        case .null, .undefined: return 0
        case .integer(let number): return try Self.exact(Number(exactly: number), type)
        case .boolean(let value): return value ? 1 : 0
        // Convert rounds half to even.
        case .float(let number): return try Self.exact(Number(exactly: number.rounded(.toNearestOrEven)), type)
        case .single(let number): return try Self.exact(Number(exactly: number.rounded(.toNearestOrEven)), type)
        case .decimal(let number): return try Self.rounded(number, type)
        case .bigInteger(let digits): return try Self.exact(Number(digits.string), type)
        default: return try Self.parse(try text(for: type), type)
        }
    }

    private static func exact<Number>(_ number: Number?, _ type: String) throws(EvaluationError) -> Number {
        guard let number else { throw .overflow(type) }
        return number
    }

    private static func rounded<Number: FixedWidthInteger>(_ number: NetDecimal, _ type: String) throws(EvaluationError) -> Number {
        let rounded = number.rounded()
        return try exact(
            rounded.int64.flatMap { Number(exactly: $0) } ?? rounded.uint64.flatMap { Number(exactly: $0) }, type)
    }

    private static func parse<Number: FixedWidthInteger>(_ text: NetString, _ type: String) throws(EvaluationError) -> Number {
        if Number.isSigned { return try exact(Number(exactly: try NumberParsing.signed(text, type)), type) }
        return try exact(Number(exactly: try NumberParsing.unsigned(text, type)), type)
    }

    /// `Convert.ToDouble`.
    func double() throws(EvaluationError) -> Double {
        switch plain {
        case .null, .undefined: return 0
        case .boolean(let value): return value ? 1 : 0
        case .integer(let number): return Double(number)
        case .float(let number): return number
        case .single(let number): return Double(number)
        case .decimal(let number): return number.double
        default: return try NumberParsing.double(try text(for: "Double"))
        }
    }

    /// `Convert.ToSingle`.
    func single() throws(EvaluationError) -> Float {
        switch plain {
        case .single(let number): return number
        case .string, .comment, .raw: return try NumberParsing.single(try text(for: "Single"))
        default: return Float(try double())
        }
    }

    /// `Convert.ToDecimal`.
    func decimal() throws(EvaluationError) -> NetDecimal {
        switch plain {
        case .null, .undefined: return .zero
        case .boolean(let value): return value ? .one : .zero
        case .integer(let number): return NetDecimal(number)
        case .float(let number): return try NetDecimal(number)
        case .single(let number): return try NetDecimal(number)
        case .decimal(let number): return number
        default: return try NumberParsing.decimal(try text(for: "Decimal"))
        }
    }

    /// `Convert.ToChar`, as a UTF-16 unit.
    func character() throws(EvaluationError) -> UInt16 {
        switch plain {
        case .null, .undefined: return 0
        case .integer(let number): return try Self.exact(UInt16(exactly: number), "Char")
        case .float: throw invalidCast(to: "Char")
        case .single, .decimal, .boolean, .date: throw invalidCast(to: "Char")
        default:
            let text = try text(for: "Char")
            guard text.utf16Count == 1 else { throw .format("String must be exactly one character long.") }
            return text[utf16: 0]
        }
    }

    /// The text that a conversion parses; throws what a content that is no `IConvertible`, or not of a kind that
    /// converts, does.
    private func text(for target: String) throws(EvaluationError) -> NetString {
        switch self {
        case .string(let text), .comment(let text), .raw(let text), .bigInteger(let text): return text
        case .character(let unit) where target == "Char" || target == "String": return NetString(unit)
        case .date, .character: throw invalidCast(to: target)
        default: throw .invalidCast(from: netTypeName, to: "System.IConvertible")
        }
    }

    private func invalidCast(to target: String) -> EvaluationError {
        .invalidCast("Invalid cast from '\(netTypeName.dropFirst("System.".count))' to '\(target)'.")
    }

    /// The full name of the .NET type of the content.
    var netTypeName: String { Value(self).type.fullName }
}

extension JsonScalar {
    /// `Convert.ChangeType` to the type of a generic argument that is no nullable: what `Value<T>` gives.
    func changed(to type: TypeSymbol) throws(EvaluationError) -> Value {
        if isNull {
            if type.isReferenceType { return .null }
            throw .invalidCast("Null object cannot be converted to a value type.")
        }
        guard isConvertible else { throw .invalidCast("Object must implement IConvertible.") }
        switch type {
        case .string: return .string(invariantText)
        case .object: return Value(self)
        case .boolean: return .boolean(try boolean())
        case .char: return .char(try character())
        case .dateTime: return .dateTime(try dateTime())
        default:
            guard let number = try number(type) else { throw noConversion(to: type) }
            return number
        }
    }

    private func number(_ type: TypeSymbol) throws(EvaluationError) -> Value? {
        switch NumericType(type) {
        case .sbyte: .sbyte(try integer("SByte"))
        case .byte: .byte(try integer("Byte"))
        case .int16: .int16(try integer("Int16"))
        case .uint16: .uint16(try integer("UInt16"))
        case .int32: .int32(try integer("Int32"))
        case .uint32: .uint32(try integer("UInt32"))
        case .int64: .int64(try integer("Int64"))
        case .uint64: .uint64(try integer("UInt64"))
        case .single: .single(try single())
        case .double: .double(try double())
        case .decimal: .decimal(try decimal())
        case .char, nil: nil
        }
    }

    private func dateTime() throws(EvaluationError) -> NetDateTime {
        switch plain {
        case .date(let date): return date
        case .string(let text), .comment(let text), .raw(let text): return try JToken.parseDateTime(text)
        default: throw invalidCast(to: "DateTime")
        }
    }

    /// Whether the content is an `IConvertible` in .NET.
    private var isConvertible: Bool {
        switch self {
        case .bigInteger, .dateOffset, .guid, .uri, .timeSpan, .bytes: false
        default: true
        }
    }

    private func noConversion(to type: TypeSymbol) -> EvaluationError {
        .invalidCast("Invalid cast from '\(netTypeName)' to '\(type.fullName)'.")
    }
}
