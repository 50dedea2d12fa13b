import PolicyExpressions
import Testing

@Suite struct NetDecimalTests {
    private func decimal(_ text: String) throws -> NetDecimal { try NumberParsing.decimal(NetString(text), styles: .any) }
    private func text(_ number: NetDecimal) -> String { NumberFormatting.text(number).string }

    @Test(arguments: [
        ("0.10", "+", "0.2", "0.30"), ("1.00", "*", "1.000", "1.00000"), ("2", "/", "3", "0.6666666666666666666666666667"),
        ("5.0", "%", "3", "2.0"), ("1", "/", "4", "0.25"), ("1.00", "/", "1", "1.00"), ("-7", "%", "3", "-1"), ("7", "%", "0.30", "0.10"),
        ("1", "-", "1.00", "0.00"), ("0.3", "-", "1", "-0.7"),
        ("79228162514264337593543950335", "*", "0.1", "7922816251426433759354395033.5"),
        ("0.0000000000000000000000000005", "*", "0.5", "0.0000000000000000000000000002"), ("1", "/", "0.001", "1000"),
        ("79228162514264337593543950335", "+", "0.4", "79228162514264337593543950335"),
        ("1e-28", "*", "0.1", "0.0000000000000000000000000000"),
    ])
    func arithmetic(left: String, operation: String, right: String, expected: String) throws {
        let (a, b) = (try decimal(left), try decimal(right))
        let result =
            switch operation {
            case "+": try a.adding(b)
            case "-": try a.subtracting(b)
            case "*": try a.multiplied(by: b)
            case "/": try a.divided(by: b)
            default: try a.remainder(dividingBy: b)
            }
        #expect(text(result) == expected)
    }

    @Test func overflowAndZero() throws {
        #expect(throws: EvaluationError.overflow("Decimal")) { try NetDecimal.maxValue.adding(.one) }
        #expect(throws: EvaluationError.overflow("Decimal")) { try NetDecimal.maxValue.multiplied(by: .maxValue) }
        #expect(throws: EvaluationError.overflow("Decimal")) { try decimal("79228162514264337593543950336") }
        #expect(throws: EvaluationError.overflow("Decimal")) { try NetDecimal.maxValue.divided(by: decimal("0.1")) }
        #expect(throws: EvaluationError.divideByZero) { try NetDecimal.one.divided(by: decimal("0.00")) }
        #expect(throws: EvaluationError.divideByZero) { try NetDecimal.one.remainder(dividingBy: .zero) }
    }

    @Test func equalValuesOfDifferentScales() throws {
        #expect(try decimal("1.0") == decimal("1.00"))
        #expect(Set([try decimal("1.0"), try decimal("1.00"), try decimal("-0"), .zero]).count == 2)
        #expect(try decimal("-2") < decimal("-1.5"))
        #expect(try decimal("0.0000000000000000000000000001") < decimal("79228162514264337593543950335"))
        #expect(try decimal("1") > decimal("0.9999999999999999999999999999"))
    }

    @Test(arguments: [
        ("2.5", 0, NetDecimal.Rounding.toEven, "2"), ("2.345", 2, .toEven, "2.34"), ("2.345", 2, .awayFromZero, "2.35"),
        ("-2.1", 0, .down, "-3"), ("2.1", 0, .up, "3"), ("-2.9", 0, .towardZero, "-2"), ("1.5", 4, .toEven, "1.5"),
    ])
    func rounds(number: String, digits: Int, rounding: NetDecimal.Rounding, expected: String) throws {
        #expect(text(try decimal(number).rounded(digits, rounding)) == expected)
    }

    @Test func convertsDoubles() throws {
        #expect(text(try NetDecimal(1.1)) == "1.1")
        #expect(text(try NetDecimal(1e20)) == "100000000000000000000")
        #expect(text(try NetDecimal(0.1 + 0.2)) == "0.3")
        #expect(text(try NetDecimal(1e-30)) == "0")
        #expect(text(try NetDecimal(Float(0.1))) == "0.1")
        #expect(throws: EvaluationError.overflow("Decimal")) { try NetDecimal(1e29) }
        #expect(throws: EvaluationError.overflow("Decimal")) { try NetDecimal(Double.nan) }
        #expect(try decimal("1.10").double == 1.1)
        #expect(try decimal("-2.9").int64 == -2)
        #expect(try decimal("-0.9").uint64 == 0)
        #expect(NetDecimal.maxValue.int64 == nil)
    }

    @Test func parsingRoundsHalfToEven() throws {
        #expect(text(try decimal("0.00000000000000000000000000005")) == "0.0000000000000000000000000000")
        #expect(text(try decimal("0.000000000000000000000000000050001")) == "0.0000000000000000000000000001")
        #expect(text(try decimal("0.00000000000000000000000000015")) == "0.0000000000000000000000000002")
        #expect(text(try decimal("1e2")) == "100")
    }
}
