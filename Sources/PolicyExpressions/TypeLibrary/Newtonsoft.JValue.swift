extension NetType {
    /// `Newtonsoft.Json.Linq.JValue`.
    static let jValue: NetType = NetType(linqToJson, "JValue", base: .named(.jToken, [])) {
        valueConstructors + valueContent + valueTexts + valueFactories
    }

    /// `Newtonsoft.Json.Linq.JRaw`.
    static let jRaw: NetType = NetType(linqToJson, "JRaw", base: .named(.jValue, [])) {
        [
            .constructor(
                "JSON text that is written as it stands.", ["rawJson"],
                NetBody { (json: Value) throws(EvaluationError) -> TypedToken<JRaw> in
                    TypedToken(json.isNull ? JRaw(nil) : JRaw(try ValueText.text(of: json)))
                }),
            .constructor(
                "A copy of raw JSON.", ["other"],
                NetBody { (other: TypedToken<JRaw>) throws(EvaluationError) -> TypedToken<JRaw> in
                    try TypedToken(TypedToken<JRaw>.cast(try other.object.deepClone()))
                }),
        ]
    }

    private static var valueConstructors: [NetMember] {
        [
            .constructor(
                "A copy of a value.", ["other"],
                NetBody { (other: TypedToken<JValue>) throws(EvaluationError) -> TypedToken<JValue> in
                    TypedToken(JValue(other.object.scalar))
                }),
            .constructor(
                "A value of whatever is given; null becomes a null token.", ["value"],
                NetBody { (value: Value) throws(EvaluationError) -> TypedToken<JValue> in TypedToken(try JValue.of(value)) }),
            value { (text: NetString?) in text.map { .string($0) } ?? .typedNull(.string) },
            value { (number: Int64) in .integer(number) },
            value { (number: UInt64) in JsonScalar(number) },
            value { (number: Double) in .float(number) },
            value { (number: Float) in .single(number) },
            value { (number: NetDecimal) in .decimal(number) },
            value { (character: NetChar) in .character(character.unit) },
            value { (boolean: Bool) in .boolean(boolean) },
            value { (date: NetDateTime) in .date(date) },
            value { (date: NetDateTimeOffset) in .dateOffset(date) },
            value { (span: NetTimeSpan) in .timeSpan(span) },
            value { (guid: NetGuid) in .guid(guid) },
        ]
    }

    private static func value<Source: NetRepresentable>(_ scalar: @escaping @Sendable (Source) -> JsonScalar) -> NetMember {
        .constructor(
            "A value.", ["value"],
            NetBody { (value: Source) throws(EvaluationError) -> TypedToken<JValue> in TypedToken(JValue(scalar(value))) })
    }

    private static var valueContent: [NetMember] {
        [
            .property(
                "Value", "The content as a .NET value.",
                NetBody { (token: TypedToken<JValue>) throws(EvaluationError) -> Value in Value(token.object.scalar) },
                setter: NetBody { (token: TypedToken<JValue>, value: Value) throws(EvaluationError) -> NetVoid in
                    try token.object.setValue(value)
                    return NetVoid()
                }),
            .method(
                "CompareTo", "Negative, zero or positive as the value is less than, equal to or greater than another one.", ["obj"],
                NetBody { (token: TypedToken<JValue>, other: TypedToken<JValue>?) throws(EvaluationError) -> Int32 in
                    try token.object.compare(to: other?.object)
                }),
            .method(
                "Equals", "Whether another value is of the same kind and equal.", ["other"],
                NetBody { (token: TypedToken<JValue>, other: TypedToken<JValue>?) throws(EvaluationError) -> Bool in
                    other.map { token.object.isEqual(to: $0.object) } ?? false
                }),
        ]
    }

    private static var valueTexts: [NetMember] {
        [
            .method(
                "ToString", "The value as text, by a format where its type has formats.", ["format"],
                NetBody { (token: TypedToken<JValue>, format: NetString?) throws(EvaluationError) -> NetString in
                    try CompositeFormatting.formatted(Value(token.object.scalar), format)
                }),
            .method(
                "ToString", "The value as text of a culture.", ["formatProvider"],
                NetBody { (token: TypedToken<JValue>, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    try CompositeFormatting.formatted(Value(token.object.scalar), nil)
                }),
            .method(
                "ToString", "The value as text of a culture, by a format where its type has formats.", ["format", "formatProvider"],
                NetBody {
                    (
                        token: TypedToken<JValue>, format: NetString?, _: Instance<NetFormatProvider>?
                    ) throws(EvaluationError) -> NetString in
                    try CompositeFormatting.formatted(Value(token.object.scalar), format)
                }),
        ]
    }

    private static var valueFactories: [NetMember] {
        [
            .staticMethod(
                "CreateNull", "A null token.",
                NetBody { () throws(EvaluationError) -> TypedToken<JValue> in TypedToken(JValue(.null)) }),
            .staticMethod(
                "CreateUndefined", "An undefined token.",
                NetBody { () throws(EvaluationError) -> TypedToken<JValue> in TypedToken(JValue(.undefined)) }),
            .staticMethod(
                "CreateComment", "A comment.", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> TypedToken<JValue> in
                    TypedToken(JValue(text.map { .comment($0) } ?? .typedNull(.comment)))
                }),
            .staticMethod(
                "CreateString", "A string token.", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> TypedToken<JValue> in
                    TypedToken(JValue(text.map { .string($0) } ?? .typedNull(.string)))
                }),
        ]
    }
}
