/// The conversions between tokens and .NET values: operators of JToken, constructors' contents, `Value<T>`.
enum JTokenConversions {
    /// Strings, numbers and so on become tokens by themselves.
    static var implicit: [NetMember] {
        [
            from { (value: NetString?) in value.map { .string($0) } ?? .null }, from { (value: Int32) in .integer(Int64(value)) },
            from { (value: Int64) in .integer(value) }, from { (value: Double) in .float(value) },
            from { (value: Bool) in .boolean(value) },
            from { (value: NetDecimal) in .decimal(value) }, from { (value: NetDateTime) in .date(value) },
            from { (value: NetGuid) in .guid(value) }, from { (value: NetTimeSpan) in .timeSpan(value) },
        ]
    }

    /// Casts of tokens.
    static var explicit: [NetMember] {
        [
            .explicitConversion(
                "The token's bytes.",
                NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> [UInt8] in
                    try JToken.bytes(token?.object)
                }),
            .explicitConversion(
                "The token's text; null for a null token.",
                NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> NetString? in
                    try JToken.string(token?.object)
                }),
        ] + to { (token: JToken?) throws(EvaluationError) -> Int32 in try JToken.int32(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Int64 in try JToken.int64(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Double in try JToken.double(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Float in try JToken.single(token) }
            + to { (token: JToken?) throws(EvaluationError) -> UInt32 in try JToken.uint32(token) }
            + to { (token: JToken?) throws(EvaluationError) -> UInt64 in try JToken.uint64(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Int16 in try JToken.int16(token) }
            + to { (token: JToken?) throws(EvaluationError) -> UInt16 in try JToken.uint16(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Int8 in try JToken.int8(token) }
            + to { (token: JToken?) throws(EvaluationError) -> UInt8 in try JToken.uint8(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetChar in NetChar(try JToken.char(token)) }
            + to { (token: JToken?) throws(EvaluationError) -> Bool in try JToken.boolean(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetDecimal in try JToken.decimal(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetDateTime in try JToken.dateTime(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetGuid in try JToken.guid(token) }
    }

    private static func from<Source: NetRepresentable>(_ scalar: @escaping @Sendable (Source) -> JsonScalar) -> NetMember {
        .implicitConversion(
            "A token of the value.",
            NetBody { (value: Source) throws(EvaluationError) -> Instance<JToken> in
                Instance(JValue(scalar(value)))
            })
    }

    private static func to<Target: NetRepresentable & NetNullable>(
        _ value: @escaping @Sendable (JToken?) throws(EvaluationError) -> Target
    ) -> [NetMember] {
        [
            .explicitConversion(
                "The token's value.",
                NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> Target in
                    try value(token?.object)
                }),
            .explicitConversion(
                "The token's value; null for a null token.",
                NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> Target? in
                    JToken.convertsToNull(token?.object) ? nil : try value(token?.object)
                }),
        ]
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
        case .char(let unit): return JValue(.string(NetString(unit)))
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

    /// What a container's constructor or `Add` puts in: the tokens of a list one by one, anything else as one.
    static func contents(of value: Value) throws(EvaluationError) -> [JToken] {
        let items: [Value]
        switch value {
        case .object(let array as NetArray) where array.bytes == nil: items = array.items
        case .object(let list as NetList): items = list.items
        default: return [try token(from: value)]
        }
        var result: [JToken] = []
        for item in items { result += try contents(of: item) }
        return result
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
        guard let token else { return Value.zero(of: type) ?? .null }
        if token.tokenType == .null {
            if type.isReferenceType || type != type.unwrapped { return .null }
            throw .invalidCast("Null object cannot be converted to a value type.")
        }
        switch type.unwrapped {
        case .string: return try JToken.string(token).map { .string($0) } ?? .null
        case .int32: return .int32(try JToken.int32(token))
        case .int64: return .int64(try JToken.int64(token))
        case .double: return .double(try JToken.double(token))
        case .boolean: return .boolean(try JToken.boolean(token))
        case .decimal: return .decimal(try JToken.decimal(token))
        case .dateTime: return .dateTime(try JToken.dateTime(token))
        case .guid: return .guid(try JToken.guid(token))
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
        case .constructor: .named(.jConstructor, [])
        default: .jValue
        }
    }
}
