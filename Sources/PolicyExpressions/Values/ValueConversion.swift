/// The conversions of `System.Convert`: between numbers, characters, truth values and texts.
///
/// They round halves to even where C#'s casts cut, and throw where a value does not fit.
enum ValueConversion {
    /// A value of a type with a code as another such type; null becomes the type's own zero.
    static func convert(_ value: Value, to target: TypeCode) throws(EvaluationError) -> Value {
        if case .object(let token as JValue) = value { return try convert(token, to: target) }
        switch try convertible(value) {
        case .null: return try null(as: target)
        case .string(let text): return try parse(text, as: target)
        case let value where target == .string: return .string(try ValueText.text(of: value))
        case let value where TypeCode(of: value.type) == target: return value
        case .boolean(let boolean): return try convert(boolean: boolean, to: target)
        case .char(let unit): return try convert(character: unit, to: target)
        case let value: return try convert(number: value, to: target)
        }
    }

    /// The value whose conversions count, an enumeration's number; throws for a type without conversions.
    private static func convertible(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .enumeration(let enumeration): return .int32(enumeration.rawValue)
        case .guid, .timeSpan, .dateTimeOffset: throw .invalidCast(from: value.type.fullName, to: "System.IConvertible")
        case .object: throw .invalidCast(from: value.type.fullName, to: "System.IConvertible")
        default: return value
        }
    }

    /// A JSON value converts as its casts do.
    private static func convert(_ token: JValue, to target: TypeCode) throws(EvaluationError) -> Value {
        switch target {
        case .boolean: return .boolean(try JToken.boolean(token))
        case .char: return .char(try JToken.char(token))
        case .sbyte: return .sbyte(try JToken.int8(token))
        case .byte: return .byte(try JToken.uint8(token))
        case .int16: return .int16(try JToken.int16(token))
        case .uint16: return .uint16(try JToken.uint16(token))
        case .int32: return .int32(try JToken.int32(token))
        case .uint32: return .uint32(try JToken.uint32(token))
        case .int64: return .int64(try JToken.int64(token))
        case .uint64: return .uint64(try JToken.uint64(token))
        case .single: return .single(try JToken.single(token))
        case .double: return .double(try JToken.double(token))
        case .decimal: return .decimal(try JToken.decimal(token))
        case .string: return .string(try ValueText.text(of: token))
        case .dateTime: return .dateTime(try JToken.dateTime(token))
        case .object, .empty, .dbNull: throw invalid(.object, target)
        }
    }

    private static func null(as target: TypeCode) throws(EvaluationError) -> Value {
        switch target {
        case .string: return .string("")
        case .boolean: return .boolean(false)
        case .char: return .char(0)
        case .dateTime: return .dateTime(.minValue)
        default: return target.number.flatMap { Value.int32(0).converted(to: $0, isChecked: true) } ?? .null
        }
    }

    private static func parse(_ text: NetString, as target: TypeCode) throws(EvaluationError) -> Value {
        switch target {
        case .string, .object: return .string(text)
        case .boolean: return .boolean(try NumberParsing.boolean(text))
        case .char:
            guard text.utf16Count == 1, let unit = text.utf16Array.first else {
                throw .format("String must be exactly one character long.")
            }
            return .char(unit)
        case .sbyte: return .sbyte(try Int8.parse(text, .integer))
        case .byte: return .byte(try UInt8.parse(text, .integer))
        case .int16: return .int16(try Int16.parse(text, .integer))
        case .uint16: return .uint16(try UInt16.parse(text, .integer))
        case .int32: return .int32(try Int32.parse(text, .integer))
        case .uint32: return .uint32(try UInt32.parse(text, .integer))
        case .int64: return .int64(try Int64.parse(text, .integer))
        case .uint64: return .uint64(try UInt64.parse(text, .integer))
        case .single: return .single(try Float.parse(text, .floatDefault))
        case .double: return .double(try Double.parse(text, .floatDefault))
        case .decimal: return .decimal(try NetDecimal.parse(text, .number))
        case .dateTime: return .dateTime(try JToken.parseDateTime(text))
        case .empty, .dbNull: throw invalid(.string, target)
        }
    }

    private static func convert(boolean: Bool, to target: TypeCode) throws(EvaluationError) -> Value {
        guard let number = target.number, let value = Value.int32(boolean ? 1 : 0).converted(to: number, isChecked: true) else {
            throw invalid(.boolean, target)
        }
        return value
    }

    private static func convert(character unit: UInt16, to target: TypeCode) throws(EvaluationError) -> Value {
        guard let number = target.number, number.isIntegral else { throw invalid(.char, target) }
        guard let value = Value.char(unit).converted(to: number, isChecked: true) else { throw .overflow(target.name) }
        return value
    }

    private static func convert(number value: Value, to target: TypeCode) throws(EvaluationError) -> Value {
        let source = TypeCode(of: value.type)
        if source == .dateTime { throw invalid(source, target) }
        let isInteger = source.number?.isIntegral ?? false
        if target == .boolean { return .boolean(!value.isZeroNumber) }
        if target == .char, isInteger {
            guard let character = value.converted(to: .char, isChecked: true) else { throw .overflow("Char") }
            return character
        }
        guard let number = target.number else { throw invalid(source, target) }
        if number.isIntegral, !isInteger { return try rounded(value, to: number, target) }
        guard let converted = value.converted(to: number, isChecked: true) else { throw .overflow(target.name) }
        return converted
    }

    /// A number with a fraction as an integer. .NET converts a floating-point number to the small types by way of int, and
    /// to the 64-bit types by a checked cast; overflow is reported accordingly.
    private static func rounded(_ value: Value, to number: NumericType, _ target: TypeCode) throws(EvaluationError) -> Value {
        if case .decimal(let decimal) = value {
            guard let integer = Value.decimal(decimal.rounded()).converted(to: number, isChecked: true) else {
                throw .overflow(target.name)
            }
            return integer
        }
        guard case .double(let double)? = value.converted(to: .double, isChecked: true) else {
            throw invalid(TypeCode(of: value.type), target)
        }
        let integer = Value.double(double.rounded(.toNearestOrEven))
        let is64Bits = number == .int64 || number == .uint64
        if !is64Bits, number != .uint32, integer.converted(to: .int32, isChecked: true) == nil { throw .overflow("Int32") }
        guard let converted = integer.converted(to: number, isChecked: true) else {
            throw is64Bits ? .arithmeticOverflow : .overflow(target.name)
        }
        return converted
    }

    /// InvalidCastException for two types that do not convert into each other.
    private static func invalid(_ source: TypeCode, _ target: TypeCode) -> EvaluationError {
        .invalidCast("Invalid cast from '\(source.name)' to '\(target.name)'.")
    }
}

extension ValueConversion {
    /// `Convert.ChangeType`.
    static func changeType(_ value: Value, to target: TypeSymbol) throws(EvaluationError) -> Value {
        if value.isNull {
            if target.isReferenceType { return value }
            throw .invalidCast("Null object cannot be converted to a value type.")
        }
        guard isConvertible(value) else {
            if value.type == target { return value }
            throw .invalidCast("Object must implement IConvertible.")
        }
        let code = TypeCode(of: target)
        if target == .object || value.type == target { return value }
        guard code != .object, !target.isEnumeration else {
            throw .invalidCast("Invalid cast from '\(value.type.fullName)' to '\(target.fullName)'.")
        }
        return try convert(value, to: code)
    }

    /// `Convert.ChangeType` to a type that a code stands for.
    static func changeType(_ value: Value, to target: TypeCode) throws(EvaluationError) -> Value {
        switch target {
        case .empty, .object, .string:
            if value.isNull { return value }
        default: break
        }
        guard value.isNull || isConvertible(value) else { throw .invalidCast("Object must implement IConvertible.") }
        switch target {
        case .object: return value
        case .dbNull: throw .invalidCast("Object cannot be cast to DBNull.")
        case .empty: throw .invalidCast("Object cannot be cast to Empty.")
        default: break
        }
        if value.isNull { throw .invalidCast("Object must implement IConvertible.") }
        return try convert(value, to: target)
    }

    private static func isConvertible(_ value: Value) -> Bool {
        if case .object(_ as JValue) = value { return true }
        return TypeCode(of: value.type) != .object
    }
}

extension Value {
    /// Whether a number is zero; NaN is not.
    fileprivate var isZeroNumber: Bool {
        switch self {
        case .single(let number): number == 0
        case .double(let number): number == 0
        case .decimal(let number): number.isZero
        case .uint64(let number): number == 0
        default: integer == 0
        }
    }
}
