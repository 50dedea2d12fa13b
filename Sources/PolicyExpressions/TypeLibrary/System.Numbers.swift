extension NetType {
    static let sbyte: NetType = number("SByte", "sbyte", .int32) { text, style throws(EvaluationError) in
        try NumberParsing.int8(text, styles: style)
    }
    static let byte: NetType = number("Byte", "byte", .int32) { text, style throws(EvaluationError) in
        try NumberParsing.uint8(text, styles: style)
    }
    static let int16: NetType = number("Int16", "short", .int32) { text, style throws(EvaluationError) in
        try NumberParsing.int16(text, styles: style)
    }
    static let uint16: NetType = number("UInt16", "ushort", .int32) { text, style throws(EvaluationError) in
        try NumberParsing.uint16(text, styles: style)
    }
    static let int32: NetType = number("Int32", "int", .int32) { text, style throws(EvaluationError) in
        try NumberParsing.int32(text, styles: style)
    }
    static let uint32: NetType = number("UInt32", "uint", .int64) { text, style throws(EvaluationError) in
        try NumberParsing.uint32(text, styles: style)
    }
    static let int64: NetType = number("Int64", "long", .int64) { text, style throws(EvaluationError) in
        try NumberParsing.int64(text, styles: style)
    }
    static let uint64: NetType = number("UInt64", "ulong", .int64) { text, style throws(EvaluationError) in
        try NumberParsing.uint64(text, styles: style)
    }

    /// `System.Double`.
    static let double: NetType = NetType("System", "Double", .structure, keyword: "double", carrier: .double) {
        formatting() + [
            .staticMethod(
                "Parse", "The number that a text in the invariant culture shows.", ["s"],
                NetBody { (text: NetString) throws(EvaluationError) -> Double in try NumberParsing.double(text, styles: .floatDefault) }),
            .method(
                "Equals", "Whether both are the same number.", ["obj"],
                NetBody { (number: Double, other: Double) throws(EvaluationError) -> Bool in number == other || number.isNaN && other.isNaN
                }),
            .staticMethod(
                "IsNaN", "Whether the number is not a number.", ["d"],
                NetBody { (number: Double) throws(EvaluationError) -> Bool in number.isNaN }),
            .constant("MaxValue", "The largest number.", .double, .double(.greatestFiniteMagnitude)),
            .constant("MinValue", "The most negative number.", .double, .double(-.greatestFiniteMagnitude)),
            .constant("NaN", "Not a number.", .double, .double(.nan)),
            .constant("PositiveInfinity", "Infinity.", .double, .double(.infinity)),
        ]
    }

    /// `System.Single`.
    static let single: NetType = NetType("System", "Single", .structure, keyword: "float", carrier: .double) {
        formatting() + [
            .staticMethod(
                "Parse", "The number that a text in the invariant culture shows.", ["s"],
                NetBody { (text: NetString) throws(EvaluationError) -> Float in try NumberParsing.single(text, styles: .floatDefault) })
        ]
    }

    /// `System.Decimal`.
    static let decimal: NetType = NetType("System", "Decimal", .structure, keyword: "decimal") {
        formatting() + [
            .staticMethod(
                "Parse", "The number that a text in the invariant culture shows.", ["s"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetDecimal in try NumberParsing.decimal(text, styles: .number) })
        ]
    }

    private static func number<Number: NetRepresentable & FixedWidthInteger & Sendable>(
        _ name: String, _ keyword: String, _ carrier: Carrier,
        parse: @escaping @Sendable (NetString, NumberStyles) throws(EvaluationError) -> Number
    ) -> NetType {
        NetType("System", name, .structure, keyword: keyword, carrier: carrier) {
            formatting() + [
                .staticMethod(
                    "Parse", "The number that a text shows.", ["s"],
                    NetBody { (text: NetString) throws(EvaluationError) -> Number in try parse(text, .integer) }),
                .method(
                    "Equals", "Whether both are the same number.", ["obj"],
                    NetBody { (number: Number, other: Number) throws(EvaluationError) -> Bool in number == other }),
                limit("MaxValue", Number.max), limit("MinValue", Number.min),
            ]
        }
    }

    private static func limit<Number: NetRepresentable & FixedWidthInteger & Sendable>(_ name: String, _ number: Number) -> NetMember {
        .staticProperty(
            name, "The \(name == "MaxValue" ? "largest" : "smallest") number of the type.",
            NetBody { () throws(EvaluationError) -> Number in number })
    }

    /// `ToString` with a format, which all numbers have.
    private static func formatting() -> [NetMember] {
        [
            .method(
                "ToString", "The number as text, by a standard or custom format.", ["format"],
                NetBody { (value: Value, format: NetString?) throws(EvaluationError) -> NetString in
                    try CompositeFormatting.formatted(value, format)
                }),
            .method(
                "CompareTo", "-1, 0 or 1 by the order of the two numbers.", ["value"],
                NetBody { (value: Value, other: Value) throws(EvaluationError) -> Int32 in
                    if value.isNaN || other.isNaN { return value.isNaN ? other.isNaN ? 0 : -1 : 1 }
                    if other.isNull || BoxedArithmetic.compare(.greater, value, other) { return 1 }
                    return BoxedArithmetic.compare(.less, value, other) ? -1 : 0
                }),
        ]
    }

    /// `System.Math`.
    static let math: NetType = NetType("System", "Math", .staticClass) {
        extremes(UInt8.self) + extremes(Int8.self) + extremes(Int16.self) + extremes(UInt16.self) + extremes(Int32.self)
            + extremes(UInt32.self) + extremes(Int64.self) + extremes(UInt64.self) + extremes(Double.self) + extremes(NetDecimal.self)
            + [
                absolute(Int8.self), absolute(Int16.self), absolute(Int32.self), absolute(Int64.self),
                .staticMethod(
                    "Abs", "The number without its sign.", ["value"],
                    NetBody { (number: Double) throws(EvaluationError) -> Double in abs(number) }),
                .staticMethod(
                    "Abs", "The number without its sign.", ["value"],
                    NetBody { (number: NetDecimal) throws(EvaluationError) -> NetDecimal in
                        number.isNegative ? number.negated : number
                    }),
            ] + roundings
    }

    private static func extremes<Number: NetRepresentable & Comparable & SendableMetatype>(_: Number.Type) -> [NetMember] {
        [
            .staticMethod(
                "Max", "The larger number.", ["val1", "val2"],
                NetBody { (a: Number, b: Number) throws(EvaluationError) -> Number in max(a, b) }),
            .staticMethod(
                "Min", "The smaller number.", ["val1", "val2"],
                NetBody { (a: Number, b: Number) throws(EvaluationError) -> Number in min(a, b) }),
        ]
    }

    private static func absolute<Number: NetRepresentable & FixedWidthInteger & SignedInteger & SendableMetatype>(_: Number.Type)
        -> NetMember
    {
        .staticMethod(
            "Abs", "The number without its sign.", ["value"],
            NetBody { (number: Number) throws(EvaluationError) -> Number in
                guard number != .min else {
                    throw .system("OverflowException", "Negating the minimum value of a twos complement number is invalid.")
                }
                return abs(number)
            })
    }

    private static var roundings: [NetMember] {
        [
            .staticMethod(
                "Floor", "The largest integer not above the number.", ["d"],
                NetBody { (number: Double) throws(EvaluationError) -> Double in number.rounded(.down) }),
            .staticMethod(
                "Ceiling", "The smallest integer not below the number.", ["a"],
                NetBody { (number: Double) throws(EvaluationError) -> Double in number.rounded(.up) }),
            .staticMethod(
                "Round", "The nearest integer, halves to even.", ["a"],
                NetBody { (number: Double) throws(EvaluationError) -> Double in number.rounded(.toNearestOrEven) }),
        ]
    }
}
