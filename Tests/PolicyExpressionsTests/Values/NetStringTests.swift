import PolicyExpressions
import Testing

@Suite struct NetStringTests {
    @Test func equalityIsOrdinal() {
        #expect(NetString("é") != NetString("e\u{301}"))
        #expect(NetString("é") == NetString("\u{e9}"))
        #expect(Set([NetString("é"), NetString("e\u{301}"), NetString("é")]).count == 2)
        #expect(NetString("abc") != NetString("abd"))
    }

    @Test func countsUTF16Units() throws {
        let text: NetString = "😀a"
        #expect(text.utf16Count == 3)
        #expect(text[utf16: 0] == 0xD83D)
        #expect(try text.substring(2) == "a")
        #expect(throws: EvaluationError.indexOutOfRange) { try text.unit(at: 3) }
    }

    @Test func loneSurrogatesSurvive() throws {
        let (high, low) = (try NetString("😀").substring(0, 1), try NetString("😀").substring(1))
        #expect(high.utf16Array == [0xD83D])
        #expect(high.string == "\u{FFFD}")
        #expect(high.concatenating(low) == "😀")
        #expect(high != low)
        #expect(high.lowercasedInvariant() == high)
        #expect(NetString(utf16: [0x41, 0xDE00, 0xE9]).utf16Array == [0x41, 0xDE00, 0xE9])
        #expect(try NetString(utf16: [0x41, 0xDE00, 0x42]).split([0xDE00]) == ["A", "B"])
    }

    @Test(arguments: [
        (-1, 0, "StartIndex cannot be less than zero. (Parameter 'startIndex')"),
        (4, 0, "startIndex cannot be larger than length of string. (Parameter 'startIndex')"),
        (0, -1, "Length cannot be less than zero. (Parameter 'length')"),
        (2, 2, "Index and length must refer to a location within the string. (Parameter 'length')"),
    ])
    func substringChecksItsRange(start: Int, length: Int, message: String) {
        #expect(
            throws: EvaluationError(exceptionType: "System.ArgumentOutOfRangeException", message: message, argumentName: name(in: message))
        ) {
            try NetString("abc").substring(start, length)
        }
    }

    private func name(in message: String) -> String { message.contains("'length'") ? "length" : "startIndex" }

    @Test(arguments: ["abcabc", "äbcäbc", "😀bc😀bc"])
    func searchesOrdinally(text: String) throws {
        let text = NetString(text)
        let half = text.utf16Count / 2
        #expect(text.index(of: "bc") == half - 2)
        #expect(text.index(of: "bc", from: half) == text.utf16Count - 2)
        #expect(text.lastIndex(of: "bc") == text.utf16Count - 2)
        #expect(text.index(of: "BC") == -1)
        #expect(text.index(of: "BC", ignoringCase: true) == half - 2)
        #expect(text.index(of: "") == 0)
        #expect(text.hasSuffix("BC", ignoringCase: true))
        #expect(text.hasPrefix(try text.substring(0, 3)))
        #expect(!text.hasPrefix("bc"))
        #expect(try text.replacing("bc", with: "x").utf16Count == text.utf16Count - 2)
    }

    @Test func emptyStringIsFoundAtTheLastCharacter() {
        #expect(NetString("abc").lastIndex(of: "") == 2)
        #expect(NetString("").lastIndex(of: "") == 0)
    }

    @Test func splits() throws {
        #expect(try NetString("a,b,,c").split([0x2C]) == ["a", "b", "", "c"])
        #expect(try NetString("a,,b,c").split([0x2C], maximum: 2, removingEmpty: true) == ["a", "b,c"])
        #expect(try NetString("a b\tc\nd").split(nil) == ["a", "b", "c", "d"])
        #expect(try NetString("").split([0x2C]) == [""])
        #expect(try NetString("").split([0x2C], removingEmpty: true) == [])
        #expect(try NetString("a--b;c").split(strings: ["--", ";"]) == ["a", "b", "c"])
        #expect(try NetString("ä--ö").split(strings: ["--"]) == ["ä", "ö"])
        #expect(throws: EvaluationError.self) { try NetString("a").split(nil, maximum: -1) }
    }

    @Test func trimsAndPads() throws {
        #expect(NetString("\u{a0} x\u{2003}").trimmed() == "x")
        #expect(NetString("xyabcyx").trimmed([0x78, 0x79]) == "abc")
        #expect(NetString("xyabcyx").trimmedStart([0x78]) == "yabcyx")
        #expect(NetString("abc").trimmedEnd([0x61, 0x62, 0x63]) == "")
        #expect(try NetString("ab").paddedLeft(4, with: 0x30) == "00ab")
        #expect(try NetString("ab").paddedRight(3) == "ab ")
        #expect(try NetString("ab").paddedRight(1) == "ab")
        #expect(throws: EvaluationError.self) { try NetString("ab").paddedLeft(-1) }
    }

    @Test(arguments: [
        ("straße", "STRAßE", "straße"), ("ıİ", "ıİ", "ıİ"), ("ᾳ", "ᾼ", "ᾳ"), ("ﬁ", "ﬁ", "ﬁ"), ("Éa1", "ÉA1", "éa1"), ("𐐨", "𐐀", "𐐨"),
    ])
    func caseMappingIsSimpleAndInvariant(text: String, upper: String, lower: String) {
        #expect(NetString(text).uppercasedInvariant() == NetString(upper))
        #expect(NetString(text).lowercasedInvariant() == NetString(lower))
    }

    @Test(arguments: [
        ("a", "b", -1), ("a", "A", 32), ("ab", "a", 98), ("abc", "a", 98), ("abcd", "ab", 2), ("", "a", -97), ("é", "z", 111),
    ])
    func comparesOrdinally(left: String, right: String, expected: Int32) {
        #expect(NetString(left).compareOrdinal(NetString(right)) == expected)
    }

    @Test func editsAtUnits() throws {
        #expect(try NetString("abc").inserting("XX", at: 1) == "aXXbc")
        #expect(try NetString("abcdef").removing(1, 3) == "aef")
        #expect(try NetString("abcdef").removing(from: 2) == "ab")
        #expect(NetString.join(", ", ["a", nil, "c"]) == "a, , c")
        #expect(NetString("a.b").replacing(unit: 0x2E, with: 0xE9) == "aéb")
        #expect(throws: EvaluationError.self) { try NetString("abc").replacing("", with: "x") }
    }

    @Test func builderJoinsSurrogatesThatCameApart() {
        var buffer = NetStringBuilderBuffer()
        for unit in [0x61, 0xD83D, 0xDE00] as [UInt16] { buffer.append(unit: unit) }
        #expect(buffer.string == "a😀")
        buffer.append(unit: 0xD83D)
        #expect(buffer.string.utf16Array == [0x61, 0xD83D, 0xDE00, 0xD83D])
        buffer.append("é")
        #expect(buffer.string.utf16Array.suffix(2) == [0xD83D, 0xE9])
    }
}
