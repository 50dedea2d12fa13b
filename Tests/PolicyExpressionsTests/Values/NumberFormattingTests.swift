import PolicyExpressions
import Testing

@Suite struct NumberFormattingTests {
    @Test(arguments: [
        (1.0, "1"), (-0.0, "-0"), (0.1 + 0.2, "0.30000000000000004"), (1e16, "10000000000000000"), (1e17, "1E+17"), (1.5e-5, "1.5E-05"),
        (0.0001, "0.0001"), (1e23, "9.999999999999999E+22"), (5e-324, "5E-324"), (1.7976931348623157e308, "1.7976931348623157E+308"),
        (123456789012345678, "1.2345678901234568E+17"), (.nan, "NaN"), (-.infinity, "-Infinity"), (-1234.5678, "-1234.5678"),
    ])
    func defaultTextOfDouble(number: Double, expected: String) {
        #expect(NumberFormatting.text(number) == NetString(expected))
        #expect(number.isNaN || Double(expected.lowercased()) == number)
    }

    @Test(arguments: [(Float(0.1), "0.1"), (1e8, "100000000"), (1e10, "1E+10"), (16777216, "16777216"), (3.4028235e38, "3.4028235E+38")])
    func defaultTextOfFloat(number: Float, expected: String) {
        #expect(NumberFormatting.text(number) == NetString(expected))
    }

    @Test(arguments: [
        (42, "D5", "00042"), (-42, "D5", "-00042"), (-1, "X", "FFFFFFFF"), (255, "x4", "00ff"), (1234567, "N0", "1,234,567"),
        (-5, "C", "(¤5.00)"), (1234567, "E", "1.234567E+006"), (1234567, "G5", "1.2346E+06"), (25, "P0", "2,500 %"), (7, "000", "007"),
        (1234567, "#,##0.00", "1,234,567.00"), (0, "#", ""), (0, "pos;neg;zero", "zero"), (-3, "pos;neg", "neg"),
        (1, "'a'0\"b\"\\0", "a1b0"),
        (1234, "0.0e+00", "1.2e+03"), (1_234_567, "0,,", "1"), (12345, "0,0", "12,345"), (5, "", "5"), (123, "F100", "F1123"),
    ])
    func formatsIntegers(number: Int64, format: String, expected: String) throws {
        #expect(try NumberFormatting.text(number, format: NetString(format), bits: 32) == NetString(expected))
    }

    @Test(arguments: [
        (2.5, "F0", "2"), (3.5, "F0", "4"), (-0.5, "F0", "-0"), (0.005, "N2", "0.01"), (123456789.125, "N2", "123,456,789.12"),
        (123456789.125, "0.00", "123456789.13"), (1e21, "F3", "1000000000000000000000.000"), (0.1, "G20", "0.10000000000000000555"),
        (1234.5678, "G6", "1234.57"), (0.000123, "E3", "1.230E-004"), (99.995, "E3", "1.000E+002"), (0.125, "P1", "12.5 %"),
        (-0.5, "0.00", "-0.50"), (-0.5, "0.00;(0.00)", "(0.50)"), (0.005, "0%", "1%"), (1.5, "00.0#", "01.5"), (.nan, "F2", "NaN"),
        (1e-320, "G3", "1E-320"), (0.00001234, "g", "1.234e-05"), (1.0, "R", "1"),
    ])
    func formatsDoubles(number: Double, format: String, expected: String) throws {
        #expect(try NumberFormatting.text(number, format: NetString(format)) == NetString(expected))
    }

    @Test(arguments: [
        ("2.5", "F0", "3"), ("1.10", "G", "1.10"), ("0.00", "G", "0.00"), ("0.005", "#.##", ".01"),
        ("12345678901234567890", "G5", "1.2346E+19"),
        ("-1234.5678", "C", "(¤1,234.57)"), ("79228162514264337593543950335", "N0", "79,228,162,514,264,337,593,543,950,335"),
    ])
    func formatsDecimals(number: String, format: String, expected: String) throws {
        let number = try NumberParsing.decimal(NetString(number))
        #expect(try NumberFormatting.text(number, format: NetString(format)) == NetString(expected))
    }

    @Test func unknownFormatsAreRefused() throws {
        #expect(throws: EvaluationError.invalidFormatSpecifier) { try NumberFormatting.text(5, format: "R", bits: 32) }
        #expect(throws: EvaluationError.invalidFormatSpecifier) { try NumberFormatting.text(5.5, format: "D") }
        #expect(throws: EvaluationError.invalidFormatSpecifier) { try NumberFormatting.text(NetDecimal.one, format: "X") }
    }
}
