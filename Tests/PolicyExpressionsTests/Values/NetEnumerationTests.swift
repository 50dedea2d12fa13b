import Testing

@testable import PolicyExpressions

@Suite struct NetEnumerationTests {
    private static let styles = TypeSymbol.named(.numberStyles, [])
    private static let days = TypeSymbol.named(.dayOfWeek, [])

    @Test(
        arguments: [(0, "None"), (7, "Integer"), (5, "AllowLeadingWhite, AllowLeadingSign"), (515, "HexNumber"), (2048, "2048")]
            as [(Int32, String)])
    func textOfFlags(rawValue: Int32, text: String) {
        #expect(NetEnumeration(type: Self.styles, rawValue: rawValue).text == NetString(text))
    }

    @Test func textOfOneValue() throws {
        #expect(NetEnumeration(type: Self.days, rawValue: 3).text == "Wednesday")
        #expect(NetEnumeration(type: Self.days, rawValue: 9).text == "9")
        #expect(try NetEnumeration(type: Self.days, rawValue: -1).text(format: "X") == "FFFFFFFF")
        #expect(throws: EvaluationError.self) { try NetEnumeration(type: Self.days, rawValue: 1).text(format: "Q") }
    }

    @Test(arguments: [("Monday", 1), (" friday ", 5), ("3", 3), ("-1", -1), ("Monday, Tuesday", 3)] as [(String, Int32)])
    func reads(text: String, expected: Int32) throws {
        #expect(try NetEnumeration(parsing: NetString(text), as: Self.days, ignoringCase: true).rawValue == expected)
    }

    @Test(
        arguments: [("", .empty), ("Mon", .unknownName), ("Monday,", .unknownName), ("99999999999", .overflow)]
            as [(String, NetEnumeration.ParseFailure)])
    func refuses(text: String, failure: NetEnumeration.ParseFailure) {
        #expect(throws: failure) { try NetEnumeration(parsing: NetString(text), as: Self.days, ignoringCase: false) }
    }
}
