extension NetType {
    /// `System.Double`.
    static let double: NetType = NetType("System", "Double", .structure, keyword: "double", carrier: .double) {
        NetMember.number(Double.self) + NetMember.floatingPointTests(Double.self, "d") + [
            .constant("MaxValue", "The largest finite number.", .double, .double(.greatestFiniteMagnitude)),
            .constant("MinValue", "The most negative finite number.", .double, .double(-.greatestFiniteMagnitude)),
            .constant("Epsilon", "The smallest positive number.", .double, .double(.leastNonzeroMagnitude)),
            .constant("NaN", "What is not a number.", .double, .double(.nan)),
            .constant("PositiveInfinity", "Infinity.", .double, .double(.infinity)),
            .constant("NegativeInfinity", "Negative infinity.", .double, .double(-.infinity)),
        ]
    }
}

extension NetMember {
    /// `IsNaN` and its like, which `double` and `float` have.
    static func floatingPointTests<T: NetNumber & BinaryFloatingPoint>(_: T.Type, _ parameter: DeclaredParameter) -> [NetMember] {
        func test(_ name: String, _ summary: String, _ test: @escaping @Sendable (T) -> Bool) -> NetMember {
            .staticMethod(name, summary, [parameter], NetBody { (number: T) throws(EvaluationError) -> Bool in test(number) })
        }
        return [
            test("IsNaN", "Whether the value is not a number.") { $0.isNaN },
            test("IsInfinity", "Whether the number is infinite.") { $0.isInfinite },
            test("IsPositiveInfinity", "Whether the number is positive infinity.") { $0 == .infinity },
            test("IsNegativeInfinity", "Whether the number is negative infinity.") { $0 == -.infinity },
            test("IsFinite", "Whether the value is a number and not infinite.") { $0.isFinite },
            test("IsNegative", "Whether the sign is negative, that of zero included.") { $0.sign == .minus },
            test("IsNormal", "Whether the number has full precision.") { $0.isNormal },
            test("IsSubnormal", "Whether the number is so small that it lacks precision.") { $0.isSubnormal },
        ]
    }
}
