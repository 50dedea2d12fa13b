// Members that many value types have, made once for all of them.
extension NetMember {
    /// `CompareTo`, `Equals` and `GetHashCode` of a value type.
    static func orderAndEquality<T: NetOrderedValue>(_: T.Type) -> [NetMember] {
        [
            .method(
                "CompareTo", "A negative number, 0 or a positive one, by the order of the two values.", ["value"],
                NetBody { (value: T, other: T) throws(EvaluationError) -> Int32 in value.order(other) }),
            .method(
                "CompareTo", "A negative number, 0 or a positive one, by the order of the two values; null comes before all.", ["value"],
                NetBody { (value: T, other: Value) throws(EvaluationError) -> Int32 in
                    if other.isNull { return 1 }
                    guard let other = T(box: other) else { throw .argument("Object must be of type \(T.nameInMessages).") }
                    return value.order(other)
                }),
            .method(
                "Equals", "Whether both are the same value.", ["obj"],
                NetBody { (value: T, other: T) throws(EvaluationError) -> Bool in value.isSameValue(as: other) }),
            .method(
                "Equals", "Whether the other is of the same type and the same value.", ["obj"],
                NetBody { (value: T, other: Value) throws(EvaluationError) -> Bool in T(box: other).map(value.isSameValue(as:)) ?? false }),
            .method(
                "GetHashCode", "A number that is the same for equal values.",
                NetBody { (value: T) throws(EvaluationError) -> Int32 in value.hashCode }),
        ]
    }

    /// `==` and `!=`.
    static func equalityOperators<T: NetOrderedValue>(_: T.Type) -> [NetMember] {
        [
            comparison("op_Equality", "Whether both are the same value.", T.self) { $0.isSameValue(as: $1) },
            comparison("op_Inequality", "Whether the values differ.", T.self) { !$0.isSameValue(as: $1) },
        ]
    }

    /// `Compare`, the static `Equals`, and the operators that compare.
    static func comparisonOperators<T: NetOrderedValue>(_: T.Type) -> [NetMember] {
        equalityOperators(T.self) + [
            comparison("Equals", "Whether both are the same value.", T.self) { $0.isSameValue(as: $1) },
            comparison("op_LessThan", "Whether the first value is less.", T.self) { $0.order($1) < 0 },
            comparison("op_LessThanOrEqual", "Whether the first value is not greater.", T.self) { $0.order($1) <= 0 },
            comparison("op_GreaterThan", "Whether the first value is greater.", T.self) { $0.order($1) > 0 },
            comparison("op_GreaterThanOrEqual", "Whether the first value is not less.", T.self) { $0.order($1) >= 0 },
            .staticMethod(
                "Compare", "-1, 0 or 1 by the order of the two values.", ["t1", "t2"],
                NetBody { (left: T, right: T) throws(EvaluationError) -> Int32 in left.order(right) }),
        ]
    }

    private static func comparison<T: NetOrderedValue>(
        _ name: String, _ summary: String, _: T.Type, _ holds: @escaping @Sendable (T, T) -> Bool
    ) -> NetMember {
        .staticMethod(name, summary, ["t1", "t2"], NetBody { (left: T, right: T) throws(EvaluationError) -> Bool in holds(left, right) })
    }

    /// `GetTypeCode`.
    static func typeCode<T: NetOrderedValue>(_: T.Type) -> NetMember {
        .method(
            "GetTypeCode", "The code of the type.",
            NetBody { (_: T) throws(EvaluationError) -> TypeCode in TypeCode(of: T.symbol) })
    }

    /// `ToString`, `Parse`, `TryParse`, order and equality of a number.
    static func number<T: NetNumber>(_: T.Type) -> [NetMember] {
        orderAndEquality(T.self) + [typeCode(T.self)] + formatting(T.self) + parsing(T.self) + trying(T.self)
    }

    private static func formatting<T: NetNumber>(_: T.Type) -> [NetMember] {
        [
            .method(
                "ToString", "The number as text in the invariant culture.",
                NetBody { (number: T) throws(EvaluationError) -> NetString in number.text() }),
            .method(
                "ToString", "The number as text in a standard or custom format.", ["format"],
                NetBody { (number: T, format: NetString?) throws(EvaluationError) -> NetString in try number.text(format: format) }),
            .method(
                "ToString", "The number as text of a culture.", ["provider"],
                NetBody { (number: T, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in number.text() }),
            .method(
                "ToString", "The number as text of a culture in a standard or custom format.", ["format", "provider"],
                NetBody { (number: T, format: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    try number.text(format: format)
                }),
        ]
    }

    private static func parsing<T: NetNumber>(_: T.Type) -> [NetMember] {
        [
            .staticMethod(
                "Parse", "The number that a text shows.", ["s"],
                NetBody { (text: NetString) throws(EvaluationError) -> T in try T.parse(text, T.defaultStyles) }),
            .staticMethod(
                "Parse", "The number that a text in some styles shows.", ["s", "style"],
                NetBody { (text: NetString, styles: NumberStyles) throws(EvaluationError) -> T in try T.parse(text, styles) }),
            .staticMethod(
                "Parse", "The number that a text of a culture shows.", ["s", "provider"],
                NetBody { (text: NetString, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> T in
                    try T.parse(text, T.defaultStyles)
                }),
            .staticMethod(
                "Parse", "The number that a text of a culture in some styles shows.", ["s", "style", "provider"],
                NetBody { (text: NetString, styles: NumberStyles, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> T in
                    try T.parse(text, styles)
                }),
        ]
    }

    private static func trying<T: NetNumber>(_: T.Type) -> [NetMember] {
        [
            .staticMethod(
                "TryParse", "Whether a text shows a number, and that number, otherwise 0.", ["s", .out("result")],
                NetBody(framed: { (frame: inout Frame, text: NetString?, result: Out<T>) throws(EvaluationError) -> Bool in
                    let number = try T.tryParse(text, T.defaultStyles)
                    try result.set((number ?? .zero).box, &frame)
                    return number != nil
                })),
            .staticMethod(
                "TryParse", "Whether a text of a culture in some styles shows a number, and that number, otherwise 0.",
                ["s", "style", "provider", .out("result")],
                NetBody(
                    framed: {
                        (
                            frame: inout Frame, text: NetString?, styles: NumberStyles, _: Instance<NetFormatProvider>?, result: Out<T>
                        ) throws(EvaluationError) -> Bool in
                        let number = try T.tryParse(text, styles)
                        try result.set((number ?? .zero).box, &frame)
                        return number != nil
                    })),
        ]
    }
}
