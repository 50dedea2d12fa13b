/// The conversions between tokens and .NET values: operators of JToken, constructors' contents, `Value<T>`.
enum JTokenConversions {
    /// Strings, numbers and so on become tokens by themselves.
    static var implicit: [NetMember] {
        [
            from { (value: NetString?) in value.map { .string($0) } ?? .null }, from { (value: Int32) in .integer(Int64(value)) },
            from { (value: Int64) in .integer(value) }, from { (value: Double) in .float(value) }, from { (value: Bool) in .boolean(value) },
            from { (value: NetDecimal) in .decimal(value) }, from { (value: NetDateTime) in .date(value) },
            from { (value: NetGuid) in .guid(value) }, from { (value: NetTimeSpan) in .timeSpan(value) },
        ]
    }

    /// Casts of tokens.
    static var explicit: [NetMember] {
        [
            .explicitConversion("The token's text; null for a null token.", NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> NetString? in
                try token?.object.stringValue()
            }),
            to { (token: JToken) throws(EvaluationError) -> Int32 in try token.int32Value() },
            to { (token: JToken) throws(EvaluationError) -> Int64 in try token.int64Value() },
            to { (token: JToken) throws(EvaluationError) -> Double in try token.doubleValue() },
            to { (token: JToken) throws(EvaluationError) -> Bool in try token.booleanValue() },
            to { (token: JToken) throws(EvaluationError) -> NetDecimal in try token.decimalValue() },
            to { (token: JToken) throws(EvaluationError) -> NetDateTime in try token.dateTimeValue() },
            to { (token: JToken) throws(EvaluationError) -> NetGuid in try token.guidValue() },
        ]
    }

    private static func from<Source: NetRepresentable>(_ scalar: @escaping @Sendable (Source) -> JsonScalar) -> NetMember {
        .implicitConversion("A token of the value.", NetBody { (value: Source) throws(EvaluationError) -> Instance<JToken> in
            Instance(JValue(scalar(value)))
        })
    }

    private static func to<Target: NetRepresentable>(
        _ value: @escaping @Sendable (JToken) throws(EvaluationError) -> Target
    ) -> NetMember {
        .explicitConversion("The token's value.", NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> Target in
            guard let token else { throw .argumentNull("value") }
            return try value(token.object)
        })
    }

    // MARK: Values

    /// The token of a value that is put into a container.
    static func token(from value: Value) throws(EvaluationError) -> JToken {
        switch value {
        case .null: return JValue(.null)
        case .boolean(let boolean): return JValue(.boolean(boolean))
        case .single(let number): return JValue(.single(number))
        case .double(let number): return JValue(.float(number))
        case .decimal(let number): return JValue(.decimal(number))
        case .uint64(let number): return JValue(number)
        case .string(let text): return JValue(.string(text))
        case .dateTime(let date): return JValue(.date(date))
        case .timeSpan(let span): return JValue(.timeSpan(span))
        case .guid(let guid): return JValue(.guid(guid))
        case .object(let token as JToken): return token
        case .object(let array as NetArray):
            if let bytes = array.bytes { return JValue(.bytes(bytes)) }
            return try list(array.items)
        case .object(let list as NetList): return try self.list(list.items)
        case .object(let object):
            throw .argument("Could not determine JSON object type for type \(object.type.fullName).")
        default: return JValue(.integer(value.integer ?? 0))
        }
    }

    private static func list(_ items: [Value]) throws(EvaluationError) -> JArray {
        let array = JArray()
        for item in items { try array.add(try token(from: item)) }
        return array
    }

    /// The content of a JValue as a .NET value.
    static func value(of token: JToken) -> Value {
        guard let value = token as? JValue else { return .null }
        switch value.scalar {
        case .null, .undefined: return .null
        case .boolean(let boolean): return .boolean(boolean)
        case .integer(let number): return .int64(number)
        case .float(let number): return .double(number)
        case .single(let number): return .single(number)
        case .decimal(let number): return .decimal(number)
        case .string(let text), .comment(let text), .raw(let text), .bigInteger(let text), .uri(let text): return .string(text)
        case .date(let date), .dateOffset(let date, _): return .dateTime(date)
        case .guid(let guid): return .guid(guid)
        case .timeSpan(let span): return .timeSpan(span)
        case .bytes(let bytes): return .object(NetArray(bytes: bytes))
        }
    }

    /// The child of `Value<T>(key)`: by name or by position.
    static func child(of token: JToken, _ key: Value) throws(EvaluationError) -> JToken? {
        switch key {
        case .string(let name): return try token.value(forKey: name)
        default:
            guard let index = key.integer else { throw .argumentNull("key") }
            return try token.value(at: Int32(truncatingIfNeeded: index))
        }
    }

    /// `Value<T>`: null gives the type's default.
    static func convert(_ token: JToken?, to type: TypeSymbol) throws(EvaluationError) -> Value {
        guard let token, token.tokenType != .null else { return Value.zero(of: type) ?? .null }
        switch type.unwrapped {
        case .string: return try token.stringValue().map { .string($0) } ?? .null
        case .int32: return .int32(try token.int32Value())
        case .int64: return .int64(try token.int64Value())
        case .double: return .double(try token.doubleValue())
        case .boolean: return .boolean(try token.booleanValue())
        case .decimal: return .decimal(try token.decimalValue())
        case .dateTime: return .dateTime(try token.dateTimeValue())
        case .guid: return .guid(try token.guidValue())
        default:
            guard token.type.inherits(from: type) else { throw .invalidCast(.object(token), to: type) }
            return .object(token)
        }
    }
}

extension JToken {
    /// The class as .NET knows it.
    static func symbol(of tokenType: JTokenType) -> TypeSymbol {
        switch tokenType {
        case .object: .jObject
        case .array: .jArray
        case .property: .jProperty
        case .constructor: .named(.jContainer, [])
        default: .jValue
        }
    }
}
