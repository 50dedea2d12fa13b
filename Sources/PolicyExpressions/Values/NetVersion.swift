/// `System.Version`: two to four numbers.
final class NetVersion: NetObject, NetClass {
    /// Major, minor, build and revision; those that are missing are -1.
    let numbers: [Int32]

    static var symbol: TypeSymbol { .named(.version, []) }
    override var type: TypeSymbol { Self.symbol }
    override var comparedItems: [Value]? { numbers.map { .int32($0) } }

    init(_ numbers: [Int32]) throws(EvaluationError) {
        for (number, name) in zip(numbers, ["major", "minor", "build", "revision"]) where number < 0 {
            throw .argumentOutOfRange(name, "Version's parameters must be greater than or equal to zero.")
        }
        self.numbers = numbers + Array(repeating: -1, count: max(0, 4 - numbers.count))
    }

    /// `Version.Parse`.
    init(parsing text: NetString, argument: String = "input") throws(EvaluationError) {
        let parts = text.string.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...4).contains(parts.count) else {
            throw .argument("Version string portion was too short or too long.", argument)
        }
        var numbers: [Int32] = []
        for part in parts {
            let number = try NumberParsing.int32(NetString(String(part)))
            if number < 0 {
                throw .argumentOutOfRange(argument, "Version's parameters must be greater than or equal to zero.")
            }
            numbers.append(number)
        }
        self.numbers = numbers + Array(repeating: -1, count: 4 - numbers.count)
    }

    override func invariantText() -> NetString { text(Int32(numbers.count { $0 >= 0 })) }

    func text(_ count: Int32) -> NetString { NetString(numbers.prefix(Int(count)).map { String($0) }.joined(separator: ".")) }

    /// -1, 0 or 1; null comes first.
    static func order(_ left: NetVersion?, _ right: NetVersion?) -> Int32 {
        guard let left else { return right == nil ? 0 : -1 }
        guard let right else { return 1 }
        for (own, other) in zip(left.numbers, right.numbers) where own != other { return own < other ? -1 : 1 }
        return 0
    }
}
