/// A type that one JSON value is read as: a number, a text, a date and so on.
enum JsonSimpleType: Hashable {
    case string, boolean, character, dateTime, dateTimeOffset, timeSpan, guid, bytes
    case number(NumericType)
    case enumeration(NetType)

    init?(_ type: TypeSymbol) {
        switch type {
        case .string: self = .string
        case .boolean: self = .boolean
        case .char: self = .character
        case .dateTime: self = .dateTime
        case .dateTimeOffset: self = .dateTimeOffset
        case .timeSpan: self = .timeSpan
        case .guid: self = .guid
        case .array(.byte, rank: 1): self = .bytes
        default:
            if let number = NumericType(type) {
                self = .number(number)
            } else if type.isEnumeration, let definition = type.definition {
                self = .enumeration(definition)
            } else {
                return nil
            }
        }
    }

    /// Whether Newtonsoft's readers have a method of their own for the type, with its own messages.
    var isReadDirectly: Bool {
        switch self {
        case .string, .boolean, .dateTime, .dateTimeOffset, .bytes: true
        case .number(let number): number == .int32 || number == .double || number == .single || number == .decimal
        case .character, .timeSpan, .guid, .enumeration: false
        }
    }

    /// What messages call the type.
    var netName: String {
        switch self {
        case .string: "string"
        case .boolean: "boolean"
        case .dateTime: "DateTime"
        case .dateTimeOffset: "DateTimeOffset"
        case .bytes: "bytes"
        case .number(.int32): "integer"
        case .number(.decimal): "decimal"
        default: "double"
        }
    }
}

extension JsonSimpleType {
    /// `ToObject<T>` of a token: the explicit conversion; nil for types that have none.
    func cast(_ token: JToken, isNullable: Bool) throws(EvaluationError) -> Value? {
        if isNullable, self != .string, self != .bytes, JToken.convertsToNull(token) { return .null }
        switch self {
        case .string: return try JToken.string(token).map { .string($0) } ?? .null
        case .boolean: return .boolean(try JToken.boolean(token))
        case .character: return .char(try JToken.char(token))
        case .dateTime: return .dateTime(try JToken.dateTime(token))
        case .dateTimeOffset: return .dateTimeOffset(try JToken.dateTimeOffset(token))
        case .timeSpan: return .timeSpan(try JToken.timeSpan(token))
        case .guid: return .guid(try JToken.guid(token))
        case .number(let number): return try cast(token, to: number)
        case .bytes, .enumeration: return nil
        }
    }

    private func cast(_ token: JToken, to number: NumericType) throws(EvaluationError) -> Value {
        switch number {
        case .sbyte: .sbyte(try JToken.int8(token))
        case .byte: .byte(try JToken.uint8(token))
        case .int16: .int16(try JToken.int16(token))
        case .uint16: .uint16(try JToken.uint16(token))
        case .char: .char(try JToken.char(token))
        case .int32: .int32(try JToken.int32(token))
        case .uint32: .uint32(try JToken.uint32(token))
        case .int64: .int64(try JToken.int64(token))
        case .uint64: .uint64(try JToken.uint64(token))
        case .single: .single(try JToken.single(token))
        case .double: .double(try JToken.double(token))
        case .decimal: .decimal(try JToken.decimal(token))
        }
    }
}

extension JsonSimpleType {
    /// A value of a text, in which a number still is as it was written.
    func read(_ scalar: JsonScalar, type: TypeSymbol, _ settings: JsonSerializerSettings) throws(EvaluationError) -> Value {
        guard isReadDirectly else { return try convert(try JsonNumberText.parsed(scalar, settings), type: type) }
        switch (self, scalar) {
        case (_, .null), (_, .undefined): throw Self.failedConversion(scalar, type)
        case (.string, .raw(let digits)): return .string(digits)
        case (.string, .boolean(let boolean)): return .string(boolean ? "true" : "false")
        case (_, .string(let text)): return try read(text, type, settings.dateForm)
        case (.boolean, .boolean(let boolean)): return .boolean(boolean)
        case (.boolean, .raw): return .boolean(try JsonNumberText.parsed(scalar, settings).boolean())
        case (.number(let number), .raw(let digits)): return try JsonNumberText.number(digits, number, type)
        default:
            let first = scalar.writtenFirst
            throw .jsonReader("Unexpected character encountered while parsing value: \(first).")
        }
    }

    /// A text in quotes as the type.
    private func read(_ text: NetString, _ type: TypeSymbol, _ dates: JsonDateForm) throws(EvaluationError) -> Value {
        switch self {
        case .string: return .string(text)
        case .bytes:
            if let bytes = try? Base64.decode(text) { return .object(NetArray(bytes: bytes)) }
            throw .format(
                "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters."
            )
        case .dateTime:
            if let date = dates.anyDateTime(text) { return .dateTime(date) }
        case .dateTimeOffset:
            if let date = dates.anyDateTimeOffset(text) { return .dateTimeOffset(date) }
        default:
            if text.isEmpty { throw Self.failedConversion(.null, type) }
            if let value = try? JsonScalar.string(text).changed(to: type.unwrapped) { return value }
        }
        throw .jsonReader("Could not convert string to \(netName): \(text.string).")
    }

    /// A parsed value as the type, as the serializer converts what its reader gives.
    func convert(_ scalar: JsonScalar, type: TypeSymbol) throws(EvaluationError) -> Value {
        do {
            switch (self, scalar) {
            case (.guid, .guid(let guid)): return .guid(guid)
            case (.guid, .string), (.guid, .bytes): return .guid(try JToken.guid(JValue(scalar)))
            case (.dateTimeOffset, .dateOffset), (.dateTimeOffset, .date), (.dateTimeOffset, .string):
                return .dateTimeOffset(try JToken.dateTimeOffset(JValue(scalar)))
            case (.timeSpan, .timeSpan(let span)): return .timeSpan(span)
            case (.timeSpan, .string(let text)): return .timeSpan(try JToken.parseTimeSpan(text))
            case (.bytes, .bytes(let bytes)): return .object(NetArray(bytes: bytes))
            case (.bytes, .string(let text)): return .object(NetArray(bytes: try Base64.decode(text)))
            case (.enumeration(let definition), _): return try Self.enumeration(scalar, definition)
            case (.string, _): return try JToken.string(JValue(scalar)).map { .string($0) } ?? .null
            default: return try scalar.changed(to: type.unwrapped)
            }
        } catch { throw Self.failedConversion(scalar, type) }
    }

    private static func enumeration(_ scalar: JsonScalar, _ definition: NetType) throws(EvaluationError) -> Value {
        let type = TypeSymbol.named(definition, [])
        guard case .string(let text) = scalar else {
            return .enumeration(NetEnumeration(type: type, rawValue: try scalar.integer("Int32")))
        }
        let member = definition.members.properties.values.first { NetString($0.name).equalsIgnoreCase(text) }
        guard case .int32(let number)? = member?.constant else { throw .argument("Requested value '\(text.string)' was not found.") }
        return .enumeration(NetEnumeration(type: type, rawValue: number))
    }

    private static func failedConversion(_ scalar: JsonScalar, _ type: TypeSymbol) -> EvaluationError {
        .jsonSerialization("Error converting value \(scalar.printed) to type '\(type.fullName)'.")
    }
}

extension JsonScalar {
    /// How messages print a value.
    var printed: String {
        switch self {
        case .null, .undefined, .typedNull: "{null}"
        case .string(let text): "\"\(text.string)\""
        default: invariantText.string
        }
    }

    /// The character that the value began with in a text.
    fileprivate var writtenFirst: String {
        switch self {
        case .boolean(let value): value ? "t" : "f"
        case .raw(let digits): String(digits.string.prefix(1))
        default: "u"
        }
    }
}
