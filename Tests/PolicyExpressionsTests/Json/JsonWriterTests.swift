import PolicyExpressions
import Testing

@Suite struct JsonWriterTests {
    @Test func indentsByTwoSpaces() throws {
        let token = try JToken.parse(#"{"a":[1,[],{}],"b":{"c":"x"}}"#)
        #expect(
            try token.text() == """
                {
                  "a": [
                    1,
                    [],
                    {}
                  ],
                  "b": {
                    "c": "x"
                  }
                }
                """)
        #expect(try token.compactText() == #"{"a":[1,[],{}],"b":{"c":"x"}}"#)
    }

    @Test(arguments: [
        ("a\"b\\c\n\r\t\u{8}\u{c}/'", #"a\"b\\c\n\r\t\b\f/'"#), ("\u{0}\u{1f}\u{7f}", "\\u0000\\u001f\u{7f}"),
        ("\u{85}\u{2028}\u{2029}é\u{a0}\u{2027}", "\\u0085\\u2028\\u2029é\u{a0}\u{2027}"),
    ])
    func escapesAsNewtonsoft(text: String, expected: String) {
        #expect(NetString(text).jsonQuoted == NetString("\"\(expected)\""))
    }

    @Test func loneSurrogatesStay() {
        #expect(NetString(utf16: [0x22, 0xD800]).jsonQuoted.utf16Array == [0x22, 0x5C, 0x22, 0xD800, 0x22])
    }

    @Test func numbersAndTheirText() throws {
        let values: [(JValue, NetString, NetString)] = [
            (JValue(1.0), "1.0", "1"), (JValue(-0.0), "-0.0", "-0"), (JValue(1e20), "1E+20", "1E+20"),
            (JValue(Double.nan), "\"NaN\"", "NaN"),
            (JValue(NetDecimal(5 as Int32)), "5.0", "5"), (JValue(try NumberParsing.decimal("1.50")), "1.50", "1.50"),
            (JValue(true), "true", "True"),
            (JValue(nil), "null", ""), (JValue(.undefined), "undefined", ""), (JValue("q\""), #""q\"""#, "q\""),
            (JValue(UInt64.max), "18446744073709551615", "18446744073709551615"),
            (JValue(.bytes([1, 2])), "\"AQI=\"", "System.Byte[]"),
            (JValue(NetDateTime(ticks: 637_135_310_450_000_000, kind: .utc)), "\"2020-01-02T03:04:05Z\"", "01/02/2020 03:04:05"),
        ]
        for (value, json, text) in values {
            #expect(try value.compactText() == json)
            #expect(try value.text() == text)
        }
    }
}
