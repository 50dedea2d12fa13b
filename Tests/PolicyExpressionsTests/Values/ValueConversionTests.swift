import Testing

@testable import PolicyExpressions

/// `System.Convert`'s rules.
@Suite struct ValueConversionTests {
    private static var conversions: [(Value, TypeCode, Value)] {
        [
            (.double(2.5), .int32, .int32(2)), (.double(3.5), .int32, .int32(4)), (.double(-0.5), .uint32, .uint32(0)),
            (.decimal(NetDecimal(low: 25, high: 0, scale: 1, isNegative: false)), .byte, .byte(2)), (.boolean(true), .int64, .int64(1)),
            (.char(65), .int16, .int16(65)), (.int32(65), .char, .char(65)), (.string("1e2"), .double, .double(100)),
            (.double(.nan), .boolean, .boolean(true)), (.null, .int32, .int32(0)), (.null, .string, .string("")),
            (.int32(5), .string, .string("5")),
        ]
    }

    @Test(arguments: conversions.indices) func converts(row: Int) throws {
        let (value, target, expected) = Self.conversions[row]
        #expect(try ValueConversion.convert(value, to: target) == expected)
    }

    private static var refusals: [(Value, TypeCode, EvaluationError)] {
        [
            (.double(3e9), .int32, EvaluationError.overflow("Int32")), (.double(3e9), .byte, .overflow("Int32")),
            (.double(300), .byte, .overflow("Byte")), (.double(1e19), .int64, .arithmeticOverflow), (.int32(-1), .char, .overflow("Char")),
            (.string("x"), .int32, .format()), (.string("ab"), .char, .format("String must be exactly one character long.")),
            (.char(65), .boolean, .invalidCast("Invalid cast from 'Char' to 'Boolean'.")),
            (.guid(NetGuid(high: 0, low: 0)), .int32, .invalidCast(from: "System.Guid", to: "System.IConvertible")),
        ]
    }

    @Test(arguments: refusals.indices) func refuses(row: Int) {
        let (value, target, error) = Self.refusals[row]
        #expect(throws: error) { try ValueConversion.convert(value, to: target) }
    }

    @Test(
        arguments: [
            ("ff", 16, 255), ("0xFF", 16, 255), ("-12", 10, -12), ("1010", 2, 10), ("ffffffff", 16, -1), ("37777777777", 8, -1),
        ] as [(String, Int32, Int32)])
    func readsInBases(text: String, base: Int32, expected: Int32) throws {
        #expect(try RadixConversion.parse(NetString(text), base: base) as Int32 == expected)
    }

    @Test(
        arguments: [
            ("12", 3, EvaluationError.argument("Invalid Base.")), ("zz", 16, .format("Could not find any recognizable digits.")),
            ("12", 2, .format("Additional non-parsable characters are at the end of the string.")), ("2147483648", 10, .overflow("Int32")),
            ("1ffffffff", 16, .overflow("UInt32")), ("-1", 16, .argument("String cannot contain a minus sign if the base is not 10.")),
        ] as [(String, Int32, EvaluationError)])
    func refusesInBases(text: String, base: Int32, error: EvaluationError) {
        #expect(throws: error) { try RadixConversion.parse(NetString(text), base: base) as Int32 }
    }

    @Test func writesInBases() throws {
        #expect(try RadixConversion.text(-1 as Int16, base: 16) == "ffff")
        #expect(try RadixConversion.text(Int64.min, base: 10) == "-9223372036854775808")
        #expect(try RadixConversion.text(10 as Int32, base: 2) == "1010")
    }
}
