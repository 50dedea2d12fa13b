#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension NetType {
    /// `System.Math`.
    static let math: NetType = NetType("System", "Math", .staticClass) {
        var members = mathConstants + decimals + divisions + doubleRoundings + mathFunctions + floatingPointParts
        members += integers(Int8.self) + integers(Int16.self) + integers(Int32.self) + integers(Int64.self)
        members += extremes(UInt8.self) + extremes(UInt16.self) + extremes(UInt32.self) + extremes(UInt64.self)
        return members + floatingPoint(Float.self) + floatingPoint(Double.self)
    }

    private static var mathConstants: [NetMember] {
        [
            .constant("PI", "The ratio of a circle's circumference to its diameter.", .double, .double(.pi)),
            .constant("E", "The base of the natural logarithm.", .double, .double(2.718281828459045)),
        ]
    }

    // MARK: Order and sign

    /// `Max`, `Min` and `Clamp`; `NaN` wins where there is one.
    private static func extremes<T: NetNumber & Comparable>(_: T.Type) -> [NetMember] {
        [
            .staticMethod(
                "Max", "The larger number.", ["val1", "val2"],
                NetBody { (a: T, b: T) throws(EvaluationError) -> T in a > b || a != a || a == b && b.isNegativeZero ? a : b }),
            .staticMethod(
                "Min", "The smaller number.", ["val1", "val2"],
                NetBody { (a: T, b: T) throws(EvaluationError) -> T in a < b || a != a || a == b && a.isNegativeZero ? a : b }),
            .staticMethod(
                "Clamp", "The number, or the end of a range that it lies beyond.", ["value", "min", "max"],
                NetBody { (number: T, least: T, most: T) throws(EvaluationError) -> T in
                    if least > most { throw .argument("'\(least.text().string)' cannot be greater than \(most.text().string).") }
                    return number < least ? least : number > most ? most : number
                }),
        ]
    }

    private static func integers<T: NetNumber & FixedWidthInteger & SignedInteger>(_: T.Type) -> [NetMember] {
        extremes(T.self) + [
            sign(T.self),
            .staticMethod(
                "Abs", "The number without its sign.", ["value"],
                NetBody { (number: T) throws(EvaluationError) -> T in
                    guard number != .min else {
                        throw .system("OverflowException", "Negating the minimum value of a twos complement number is invalid.")
                    }
                    return abs(number)
                }),
        ]
    }

    private static func floatingPoint<T: NetNumber & BinaryFloatingPoint>(_: T.Type) -> [NetMember] {
        extremes(T.self) + [
            sign(T.self),
            .staticMethod(
                "Abs", "The number without its sign.", ["value"],
                NetBody { (number: T) throws(EvaluationError) -> T in number.magnitude }),
        ]
    }

    private static func sign<T: NetNumber & Comparable>(_: T.Type) -> NetMember {
        .staticMethod(
            "Sign", "-1, 0 or 1.", ["value"],
            NetBody { (number: T) throws(EvaluationError) -> Int32 in
                if number != number { throw .system("ArithmeticException", "Function does not accept floating point Not-a-Number values.") }
                return number < .zero ? -1 : number > .zero ? 1 : 0
            })
    }

    private static var decimals: [NetMember] {
        extremes(NetDecimal.self) + [
            sign(NetDecimal.self),
            .staticMethod(
                "Abs", "The number without its sign.", ["value"],
                NetBody { (number: NetDecimal) throws(EvaluationError) -> NetDecimal in number.absolute }),
        ]
    }

    // MARK: Integers

    private static var divisions: [NetMember] {
        [
            division(Int32.self), division(Int64.self),
            .staticMethod(
                "BigMul", "The whole product.", ["a", "b"],
                NetBody { (a: Int32, b: Int32) throws(EvaluationError) -> Int64 in Int64(a) * Int64(b) }),
        ]
    }

    private static func division<T: NetNumber & FixedWidthInteger>(_: T.Type) -> NetMember {
        .staticMethod(
            "DivRem", "The quotient, and the rest of the division.", ["a", "b", .out("result")],
            NetBody(framed: { (frame: inout Frame, a: T, b: T, rest: Out<T>) throws(EvaluationError) -> T in
                guard b != 0 else { throw .divideByZero }
                let (quotient, overflow) = a.dividedReportingOverflow(by: b)
                if overflow { throw .arithmeticOverflow }
                try rest.set((a - quotient * b).box, &frame)
                return quotient
            }))
    }

    // MARK: Rounding

    private static var doubleRoundings: [NetMember] {
        [
            function("Floor", "The largest integer not above the number.", "d") { $0.rounded(.down) },
            function("Ceiling", "The smallest integer not below the number.", "a") { $0.rounded(.up) },
            function("Truncate", "The number without what is behind the point.", "d") { $0.rounded(.towardZero) },
            function("Round", "The nearest integer, halves to even.", "a") { $0.rounded(.toNearestOrEven) },
            .staticMethod(
                "Round", "The nearest number with so many digits behind the point, halves to even.", ["value", "digits"],
                NetBody { (number: Double, digits: Int32) throws(EvaluationError) -> Double in try number.rounded(digits, .toEven) }),
            .staticMethod(
                "Round", "The integer that a way of rounding gives.", ["value", "mode"],
                NetBody { (number: Double, mode: MidpointRounding) throws(EvaluationError) -> Double in try number.rounded(0, mode) }),
            .staticMethod(
                "Round", "The number with so many digits behind the point that a way of rounding gives.", ["value", "digits", "mode"],
                NetBody { (number: Double, digits: Int32, mode: MidpointRounding) throws(EvaluationError) -> Double in
                    try number.rounded(digits, mode)
                }),
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

    // MARK: Functions

    private static var mathFunctions: [NetMember] {
        [
            function("Sqrt", "The square root.", "d") { $0.squareRoot() },
            function("Cbrt", "The cube root.", "d") { cbrt($0) },
            function("Exp", "The power of e.", "d") { exp($0) },
            function("Log", "The natural logarithm.", "d") { log($0) },
            function("Log10", "The logarithm to base 10.", "d") { log10($0) },
            function("Log2", "The logarithm to base 2.", "x") { log2($0) },
            function("Sin", "The sine of an angle in radians.", "a") { sin($0) },
            function("Cos", "The cosine of an angle in radians.", "d") { cos($0) },
            function("Tan", "The tangent of an angle in radians.", "a") { tan($0) },
            function("Asin", "The angle in radians of a sine.", "d") { asin($0) },
            function("Acos", "The angle in radians of a cosine.", "d") { acos($0) },
            function("Atan", "The angle in radians of a tangent.", "d") { atan($0) },
            function("Sinh", "The hyperbolic sine.", "value") { sinh($0) },
            function("Cosh", "The hyperbolic cosine.", "value") { cosh($0) },
            function("Tanh", "The hyperbolic tangent.", "value") { tanh($0) },
            function("Asinh", "The inverse of the hyperbolic sine.", "d") { asinh($0) },
            function("Acosh", "The inverse of the hyperbolic cosine.", "d") { acosh($0) },
            function("Atanh", "The inverse of the hyperbolic tangent.", "d") { atanh($0) },
            function("Log", "The logarithm to a base.", "a", "newBase") { logarithm($0, base: $1) },
            function("Pow", "The power of a number.", "x", "y") { pow($0, $1) },
            function("Atan2", "The angle in radians between the first axis and a point.", "y", "x") { atan2($0, $1) },
            function("IEEERemainder", "What is left over from the nearest multiple.", "x", "y") { $0.remainder(dividingBy: $1) },
        ]
    }

    private static func function(
        _ name: String, _ summary: String, _ parameter: NetMember.DeclaredParameter, _ function: @escaping @Sendable (Double) -> Double
    ) -> NetMember {
        .staticMethod(name, summary, [parameter], NetBody { (x: Double) throws(EvaluationError) -> Double in function(x) })
    }

    private static func function(
        _ name: String, _ summary: String, _ first: NetMember.DeclaredParameter, _ second: NetMember.DeclaredParameter,
        _ function: @escaping @Sendable (Double, Double) -> Double
    ) -> NetMember {
        .staticMethod(
            name, summary, [first, second], NetBody { (x: Double, y: Double) throws(EvaluationError) -> Double in function(x, y) })
    }

    private static func logarithm(_ number: Double, base: Double) -> Double {
        if number.isNaN { return number }
        if base.isNaN { return base }
        if base == 1 || number != 1 && (base == 0 || base == .infinity) { return .nan }
        return log(number) / log(base)
    }

    // MARK: The parts of a floating-point number

    private static var floatingPointParts: [NetMember] {
        [
            function("BitIncrement", "The next larger number.", "x") { $0.nextUp },
            function("BitDecrement", "The next smaller number.", "x") { $0.nextDown },
            function("CopySign", "The first number with the sign of the second.", "x", "y") { Double(signOf: $1, magnitudeOf: $0) },
            function("MaxMagnitude", "The number that is larger without its sign.", "x", "y") { a, b in
                a.magnitude > b.magnitude || a.isNaN || a.magnitude == b.magnitude && b.sign == .minus ? a : b
            },
            function("MinMagnitude", "The number that is smaller without its sign.", "x", "y") { a, b in
                a.magnitude < b.magnitude || a.isNaN || a.magnitude == b.magnitude && a.sign == .minus ? a : b
            },
            .staticMethod(
                "ILogB", "The exponent to base 2.", ["x"],
                NetBody { (number: Double) throws(EvaluationError) -> Int32 in
                    number == 0 ? .min : number.isFinite ? Int32(number.exponent) : .max
                }),
            .staticMethod(
                "ScaleB", "The number times a power of 2.", ["x", "n"],
                NetBody { (number: Double, exponent: Int32) throws(EvaluationError) -> Double in scalbn(number, exponent) }),
            .staticMethod(
                "FusedMultiplyAdd", "The product plus a number, rounded once.", ["x", "y", "z"],
                NetBody { (x: Double, y: Double, z: Double) throws(EvaluationError) -> Double in z.addingProduct(x, y) }),
        ]
    }
}

extension NetNumber {
    /// Whether the number is the zero of floating point that counts as less than zero.
    fileprivate var isNegativeZero: Bool {
        switch box {
        case .double(let number): number == 0 && number.sign == .minus
        case .single(let number): number == 0 && number.sign == .minus
        default: false
        }
    }
}
