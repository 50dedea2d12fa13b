/// The conversions between tokens and .NET values: operators of JToken, and `Value<T>`.
enum JTokenConversions {
    // MARK: Operators

    /// Texts, numbers and so on become tokens by themselves. A narrower type comes before a wider one, since a character
    /// takes the first that it fits.
    static var implicit: [NetMember] {
        [
            from { (value: NetString?) in value.map { .string($0) } ?? .typedNull(.string) },
            from { (value: [UInt8]?) in value.map { .bytes($0) } ?? .null },
            from { (value: Bool) in .boolean(value) }, from { (value: NetDateTime) in .date(value) },
            from { (value: NetDateTimeOffset) in .dateOffset(value) },
            from { (value: NetGuid) in .guid(value) }, from { (value: NetTimeSpan) in .timeSpan(value) },
            from { (value: UInt8) in .integer(Int64(value)) }, from { (value: Int8) in .integer(Int64(value)) },
            from { (value: Int16) in .integer(Int64(value)) }, from { (value: UInt16) in .integer(Int64(value)) },
            from { (value: Int32) in .integer(Int64(value)) }, from { (value: UInt32) in .integer(Int64(value)) },
            from { (value: Int64) in .integer(value) }, from { (value: UInt64) in JsonScalar(value) },
            from { (value: Float) in .single(value) }, from { (value: Double) in .float(value) },
            from { (value: NetDecimal) in .decimal(value) },
        ] + implicitFromNullable
    }

    private static var implicitFromNullable: [NetMember] {
        [
            fromNullable(Bool.self), fromNullable(UInt8.self), fromNullable(Int8.self), fromNullable(Int16.self),
            fromNullable(UInt16.self), fromNullable(Int32.self), fromNullable(UInt32.self), fromNullable(Int64.self),
            fromNullable(UInt64.self), fromNullable(Float.self), fromNullable(Double.self),
            from { (value: NetDecimal?) in value.map { .decimal($0) } ?? .null },
            from { (value: NetDateTime?) in value.map { .date($0) } ?? .null },
            from { (value: NetDateTimeOffset?) in value.map { .dateOffset($0) } ?? .null },
            from { (value: NetGuid?) in value.map { .guid($0) } ?? .null },
            from { (value: NetTimeSpan?) in value.map { .timeSpan($0) } ?? .null },
        ]
    }

    private static func fromNullable<Source: NetSimpleValue>(_: Source.Type) -> NetMember {
        from { (value: Source?) in value.flatMap { JsonScalar($0.simple) } ?? .null }
    }

    private static func from<Source: NetRepresentable>(_ scalar: @escaping @Sendable (Source) -> JsonScalar) -> NetMember {
        .implicitConversion(
            "A token of the value.",
            NetBody { (value: Source) throws(EvaluationError) -> Instance<JToken> in
                Instance(JValue(scalar(value)))
            })
    }

    /// Casts of tokens.
    static var explicit: [NetMember] {
        [
            .explicitConversion(
                "The token's bytes; a text is read as Base64.",
                NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> [UInt8]? in
                    token == nil ? nil : try JToken.bytes(token?.object)
                }),
            .explicitConversion(
                "The token's text; null for a null token.",
                NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> NetString? in
                    try JToken.string(token?.object)
                }),
            .explicitConversion(
                "The token's text as a URI; null for a null token.",
                NetBody { (token: Instance<JToken>?) throws(EvaluationError) -> Instance<NetUri>? in
                    JToken.convertsToNull(token?.object) ? nil : Instance(try NetUri(JToken.uriText(token?.object)))
                }),
        ] + explicitToNumbers
            + to { (token: JToken?) throws(EvaluationError) -> NetChar in NetChar(try JToken.char(token)) }
            + to { (token: JToken?) throws(EvaluationError) -> Bool in try JToken.boolean(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetDateTime in try JToken.dateTime(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetDateTimeOffset in try JToken.dateTimeOffset(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetTimeSpan in try JToken.timeSpan(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetGuid in try JToken.guid(token) }
    }

    private static var explicitToNumbers: [NetMember] {
        to { (token: JToken?) throws(EvaluationError) -> Int32 in try JToken.int32(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Int64 in try JToken.int64(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Double in try JToken.double(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Float in try JToken.single(token) }
            + to { (token: JToken?) throws(EvaluationError) -> UInt32 in try JToken.uint32(token) }
            + to { (token: JToken?) throws(EvaluationError) -> UInt64 in try JToken.uint64(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Int16 in try JToken.int16(token) }
            + to { (token: JToken?) throws(EvaluationError) -> UInt16 in try JToken.uint16(token) }
            + to { (token: JToken?) throws(EvaluationError) -> Int8 in try JToken.int8(token) }
            + to { (token: JToken?) throws(EvaluationError) -> UInt8 in try JToken.uint8(token) }
            + to { (token: JToken?) throws(EvaluationError) -> NetDecimal in try JToken.decimal(token) }
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

    // MARK: Value<T>

    /// `Value<T>`: the token itself, its content, or that converted; the type's default where there is no token.
    static func convert(_ token: NetObject?, to type: TypeSymbol) throws(EvaluationError) -> Value {
        guard let token else { return Value.zero(of: type) ?? .null }
        if token.type.inherits(from: type) { return .object(token) }
        guard token is JToken else { throw .argument("Source value must be a JToken.") }
        guard let value = token as? JValue else {
            throw .invalidCast("Cannot cast \(token.type.fullName) to Newtonsoft.Json.Linq.JToken.")
        }
        let content = Value(value.scalar)
        if !content.isNull, content.type.inherits(from: type.unwrapped) { return content }
        if content.isNull, type != type.unwrapped { return .null }
        return try value.scalar.changed(to: type.unwrapped)
    }

    /// `Values<T>(key)`: of each token the value of a member or position, or without a key the value itself or the children.
    static func values(of tokens: NetObject, _ key: Value, as type: TypeSymbol) -> TokenSequence {
        TokenSequence.flattening(tokens, of: type) { (token) throws(EvaluationError) -> [Value] in
            if !key.isNull {
                guard let value = try token.value(for: key) else { return [] }
                return [try convert(value, to: type)]
            }
            if token is JValue { return [try convert(token, to: type)] }
            var values: [Value] = []
            for child in token.children { values.append(try convert(child, to: type)) }
            return values
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
        case .raw: .named(.jRaw, [])
        default: .jValue
        }
    }
}
