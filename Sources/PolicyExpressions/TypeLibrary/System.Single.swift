extension NetType {
    /// `System.Single`.
    static let single: NetType = NetType("System", "Single", .structure, keyword: "float", carrier: .double) {
        NetMember.number(Float.self) + NetMember.floatingPointTests(Float.self, "f") + [
            .constant("MaxValue", "The largest finite number.", .single, .single(.greatestFiniteMagnitude)),
            .constant("MinValue", "The most negative finite number.", .single, .single(-.greatestFiniteMagnitude)),
            .constant("Epsilon", "The smallest positive number.", .single, .single(.leastNonzeroMagnitude)),
            .constant("NaN", "What is not a number.", .single, .single(.nan)),
            .constant("PositiveInfinity", "Infinity.", .single, .single(.infinity)),
            .constant("NegativeInfinity", "Negative infinity.", .single, .single(-.infinity)),
        ]
    }
}
