import Testing

@testable import PolicyExpressions

@Suite struct NumberParsingTests {
    @Test(arguments: [("12", 12), (" -12 ", -12), ("+5", 5), ("00012", 12), ("12\0", 12), ("-2147483648", -2_147_483_648)])
    func readsIntegers(text: String, expected: Int32) throws {
        #expect(try NumberParsing.int32(NetString(text)) == expected)
    }

    @Test(arguments: ["", " ", "abc", "1,000", "12.5", "1e3", "(5)", "0x1F", "٣", "$5", "- 5", "--5", "5-", "1\02"])
    func refusesWhatIsNoInteger(text: String) {
        #expect(throws: EvaluationError.format()) { try NumberParsing.int32(NetString(text)) }
    }

    @Test func overflowNamesTheType() {
        #expect(throws: EvaluationError.overflow("Int32")) { try NumberParsing.int32("2147483648") }
        #expect(throws: EvaluationError.overflow("Int64")) { try NumberParsing.int64("99999999999999999999999") }
        #expect(throws: EvaluationError.overflow("UInt32")) { try UInt32.parse("-1", .integer) }
        let byte = #expect(throws: EvaluationError.self) { try UInt8.parse("256", .integer) }
        #expect(byte?.message == "Value was either too large or too small for an unsigned byte.")
        let short = #expect(throws: EvaluationError.self) { try Int16.parse("40000", .integer) }
        #expect(short?.message == "Value was either too large or too small for an Int16.")
    }

    @Test func styles() throws {
        #expect(try NumberParsing.int32("1,000", styles: .allowThousands) == 1000)
        #expect(try NumberParsing.int32("FFFFFFFF", styles: .hexNumber) == -1)
        #expect(throws: EvaluationError.overflow("Int32")) { try NumberParsing.int32("100000000", styles: .hexNumber) }
        #expect(try NumberParsing.int32("(5)", styles: .allowParentheses) == -5)
        #expect(try NumberParsing.int32("1.0", styles: .number) == 1)
        #expect(try NumberParsing.int32("¤5-", styles: .currency) == -5)
        #expect(throws: EvaluationError.format()) { try NumberParsing.int32(" 5", styles: []) }
    }

    @Test(arguments: [
        ("1,234.5", 1234.5), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1e400", .infinity), ("-Infinity", -.infinity),
        (" infinity ", .infinity),
        ("2.2250738585072011e-308", 2.2250738585072011e-308), ("1E-999999999999", 0),
    ])
    func readsDoubles(text: String, expected: Double) throws {
        #expect(try NumberParsing.double(NetString(text)) == expected)
    }

    @Test func minusZeroIsADouble() throws {
        #expect(try NumberParsing.double("-0").sign == .minus)
        #expect(throws: EvaluationError.format()) { try NumberParsing.double("∞") }
        #expect(throws: EvaluationError.format()) { try NumberParsing.double("1e") }
    }

    @Test func booleans() throws {
        #expect(try NumberParsing.boolean(" TRUE\0"))
        #expect(try !NumberParsing.boolean("False"))
        let error = #expect(throws: EvaluationError.self) { try NumberParsing.boolean("1") }
        #expect(error?.message == "String '1' was not recognized as a valid Boolean.")
    }
}
