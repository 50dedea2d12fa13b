extension NetType {
    /// `System.Decimal`.
    static let decimal: NetType = NetType("System", "Decimal", .structure, keyword: "decimal") {
        let arithmetic = decimalArithmetic + decimalRoundings
        return NetMember.number(NetDecimal.self) + decimalConstants + decimalConstructors + arithmetic + decimalConversions + decimalBits
    }

    private static var decimalConstants: [NetMember] {
        [
            .constant("Zero", "0.", .decimal, .decimal(.zero)),
            .constant("One", "1.", .decimal, .decimal(.one)),
            .constant("MinusOne", "-1.", .decimal, .decimal(NetDecimal.one.negated)),
            .constant("MaxValue", "The largest number of the type.", .decimal, .decimal(.maxValue)),
            .constant("MinValue", "The smallest number of the type.", .decimal, .decimal(.minValue)),
        ]
    }

    private static var decimalConstructors: [NetMember] {
        [
            .constructor(
                "The same number.", ["value"],
                NetBody { (number: Int32) throws(EvaluationError) -> NetDecimal in NetDecimal(number) }),
            .constructor(
                "The same number.", ["value"],
                NetBody { (number: UInt32) throws(EvaluationError) -> NetDecimal in NetDecimal(UInt64(number)) }),
            .constructor(
                "The same number.", ["value"],
                NetBody { (number: Int64) throws(EvaluationError) -> NetDecimal in NetDecimal(number) }),
            .constructor(
                "The same number.", ["value"],
                NetBody { (number: UInt64) throws(EvaluationError) -> NetDecimal in NetDecimal(number) }),
            .constructor(
                "The number with 7 significant digits.", ["value"],
                NetBody { (number: Float) throws(EvaluationError) -> NetDecimal in try NetDecimal(number) }),
            .constructor(
                "The number with 15 significant digits.", ["value"],
                NetBody { (number: Double) throws(EvaluationError) -> NetDecimal in try NetDecimal(number) }),
            .constructor(
                "The number that `GetBits` took apart.", ["bits"],
                NetBody { (bits: [Int32]) throws(EvaluationError) -> NetDecimal in try NetDecimal(bits: bits) }),
            .constructor(
                "The number of a 96-bit integer, a sign and a scale.", ["lo", "mid", "hi", "isNegative", "scale"],
                NetBody { (low: Int32, middle: Int32, high: Int32, isNegative: Bool, scale: UInt8) throws(EvaluationError) -> NetDecimal in
                    guard scale <= 28 else {
                        throw .argumentOutOfRange(
                            "scale", "Decimal's scale value must be between 0 and 28, inclusive.")
                    }
                    return NetDecimal(low: low, middle: middle, high: high, scale: scale, isNegative: isNegative)
                }),
        ]
    }

    private static var decimalArithmetic: [NetMember] {
        [
            arithmetic("Add", "The sum.") { (left, right) throws(EvaluationError) in try left.adding(right) },
            arithmetic("Subtract", "The difference.") { (left, right) throws(EvaluationError) in try left.subtracting(right) },
            arithmetic("Multiply", "The product.") { (left, right) throws(EvaluationError) in try left.multiplied(by: right) },
            arithmetic("Divide", "The quotient.") { (left, right) throws(EvaluationError) in try left.divided(by: right) },
            arithmetic("Remainder", "The rest of a division, with the sign of the dividend.") { (left, right) throws(EvaluationError) in
                try left.remainder(dividingBy: right)
            },
            .staticMethod(
                "Negate", "The number with the other sign.", ["d"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> NetDecimal in number.negated }),
            .staticMethod(
                "Compare", "-1, 0 or 1 by the order of the two numbers.", ["d1", "d2"],
                NetBody { (left: NetDecimal, right: NetDecimal) throws(EvaluationError) -> Int32 in left.compare(right) }),
            .staticMethod(
                "Equals", "Whether both are the same number, whatever their scales.", ["d1", "d2"],
                NetBody { (left: NetDecimal, right: NetDecimal) throws(EvaluationError) -> Bool in left == right }),
        ]
    }

    private static func arithmetic(
        _ name: String, _ summary: String,
        _ operation: @escaping @Sendable (NetDecimal, NetDecimal) throws(EvaluationError) -> NetDecimal
    ) -> NetMember {
        .staticMethod(
            name, summary, ["d1", "d2"],
            NetBody { (left: NetDecimal, right: NetDecimal) throws(EvaluationError) -> NetDecimal in try operation(left, right) })
    }

    private static var decimalRoundings: [NetMember] {
        [
            .staticMethod(
                "Floor", "The largest integer not above the number.", ["d"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> NetDecimal in number.rounded(0, .down) }),
            .staticMethod(
                "Ceiling", "The smallest integer not below the number.", ["d"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> NetDecimal in number.rounded(0, .up) }),
            .staticMethod(
                "Truncate", "The number without what is behind the point.", ["d"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> NetDecimal in number.rounded(0, .towardZero) }),
        ] + NetMember.roundings(of: "d")
    }

    private static var decimalConversions: [NetMember] {
        [
            conversion("ToByte", "value", UInt8.self), conversion("ToSByte", "value", Int8.self),
            conversion("ToInt16", "value", Int16.self), conversion("ToUInt16", "value", UInt16.self),
            conversion("ToInt32", "d", Int32.self), conversion("ToUInt32", "d", UInt32.self),
            conversion("ToInt64", "d", Int64.self), conversion("ToUInt64", "d", UInt64.self),
            .staticMethod(
                "ToDouble", "The nearest double.", ["d"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> Double in number.double }),
            .staticMethod(
                "ToSingle", "The nearest float.", ["d"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> Float in Float(number.double) }),
        ]
    }

    private static func conversion<T: NetNumber & FixedWidthInteger>(
        _ name: String, _ parameter: NetMember.DeclaredParameter, _: T.Type
    ) -> NetMember {
        .staticMethod(
            name, "The number without what is behind the point.", [parameter],
            NetBody { (number: NetDecimal) throws(EvaluationError) -> T in
                let integer = T(exactly: number.integerPart)
                guard let integer else { throw .overflow(T.nameInMessages) }
                return integer
            })
    }

    private static var decimalBits: [NetMember] {
        [
            .staticMethod(
                "GetBits", "The 96-bit integer in three parts, the lowest first, and sign and scale in a fourth.", ["d"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> [Int32] in number.bits }),
            .staticMethod(
                "FromOACurrency", "A number of ten-thousandths.", ["cy"],
                NetBody { (currency: Int64) throws(EvaluationError) -> NetDecimal in NetDecimal(currency: currency) }),
            .staticMethod(
                "ToOACurrency", "The number of ten-thousandths.", ["value"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> Int64 in try number.currency() }),
        ]
    }
}

extension NetMember {
    /// `Round` of a decimal, which `decimal` and `Math` have.
    static func roundings(of parameter: DeclaredParameter) -> [NetMember] {
        [
            .staticMethod(
                "Round", "The nearest integer, halves to even.", [parameter],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> NetDecimal in number.rounded() }),
            .staticMethod(
                "Round", "The nearest number with so many digits behind the point, halves to even.", [parameter, "decimals"],
                NetBody { (number: NetDecimal, decimals: Int32) throws(EvaluationError) -> NetDecimal in
                    try number.rounded(decimals, .toEven)
                }),
            .staticMethod(
                "Round", "The integer that a way of rounding gives.", [parameter, "mode"],
                NetBody { (number: NetDecimal, mode: MidpointRounding) throws(EvaluationError) -> NetDecimal in try number.rounded(0, mode)
                }),
            .staticMethod(
                "Round", "The number with so many digits behind the point that a way of rounding gives.", [parameter, "decimals", "mode"],
                NetBody { (number: NetDecimal, decimals: Int32, mode: MidpointRounding) throws(EvaluationError) -> NetDecimal in
                    try number.rounded(decimals, mode)
                }),
        ]
    }
}
