import PolicyExpressions
import Testing

@Suite struct JsonReaderTests {
    private func compact(_ text: String) throws -> String { try JToken.parse(NetString(text)).compactText().string }

    @Test(arguments: [
        (#"{"b":1,"a":[true,null,"x"]}"#, #"{"b":1,"a":[true,null,"x"]}"#), ("{a:'b', $c_1 : 2}", #"{"a":"b","$c_1":2}"#),
        ("[1,]", "[1]"), ("[,1]", "[undefined,1]"), ("[,,]", "[undefined,undefined]"), (#"{"a":1,}"#, #"{"a":1}"#),
        (#"{"a":,}"#, #"{"a":undefined}"#),
        (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#), ("[NaN,-Infinity]", #"["NaN","-Infinity"]"#),
        ("new Date(1, 'x')", "new Date(1,\"x\")"),
        ("[0x1F,017,-0,-7]", "[31,15,0,-7]"), ("[1.0,1.10,.5,1e5,-2.5]", "[1.0,1.1,0.5,100000.0,-2.5]"),
        (
            "[12345678901234567890,9223372036854775807,-9223372036854775809]",
            "[12345678901234567890,9223372036854775807,-9223372036854775809]"
        ),
        ("[1.23456789012345678901,1e16,1e-7]", "[1.2345678901234567,10000000000000000.0,1E-07]"),
        ("[1/*c*/,/*d*/2]//e", "[1,2]"), ("\t[ 1 ]\r\n", "[1]"), ("\u{a0}[1]\u{2003}", "[1]"), (#"["é\u00e9\n\/"]"#, #"["éé\n/"]"#),
        (#"["\ud83d\ude00","\ud83d","\ud83dx\ude00"]"#, "[\"😀\",\"\u{FFFD}\",\"\u{FFFD}x\u{FFFD}\"]"), ("undefined", "undefined"),
    ])
    func reads(text: String, expected: String) throws {
        #expect(try compact(text) == expected)
    }

    @Test(arguments: [
        ("", "Error reading JToken from JsonReader. Path '', line 0, position 0."),
        (" ", "Error reading JToken from JsonReader. Path '', line 1, position 1."),
        ("{", "Error reading JObject from JsonReader. Path '', line 1, position 1."),
        ("[1,2", "Unexpected end of content while loading JArray. Path '[1]', line 1, position 4."),
        (#"{"a":{"b":"#, "Unexpected end of content while loading JObject. Path 'a.b', line 1, position 10."),
        (#"{"a":}"#, "Unexpected character encountered while parsing value: }. Path 'a', line 1, position 5."),
        ("{]", "Invalid property identifier character: ]. Path '', line 1, position 1."),
        (#"{"a" 1}"#, "Invalid character after parsing property name. Expected ':' but got: 1. Path '', line 1, position 5."),
        ("[1 2]", "After parsing a value an unexpected character was encountered: 2. Path '[0]', line 1, position 3."),
        (#"{"a":1}x"#, "Additional text encountered after finished reading JSON content: x. Path '', line 1, position 7."),
        (#"{"a":"\x"}"#, #"Bad JSON escape sequence: \x. Path 'a', line 1, position 8."#),
        (#""unterminated"#, #"Unterminated string. Expected delimiter: ". Path '', line 1, position 13."#),
        (#"{"a":tru}"#, "Error parsing boolean value. Path 'a', line 1, position 8."),
        ("nul", "Unexpected end when reading JSON. Path '', line 1, position 3."),
        ("-", "Input string '-' is not a valid number. Path '', line 1, position 1."),
        ("[08]", "Input string '08' is not a valid number. Path '[0]', line 1, position 3."),
        ("[1}", "JsonToken EndObject is not valid for closing JsonType Array. Path '', line 1, position 3."),
        (
            "{\"é\":1,\n  \"a b\": [0, x]}",
            "Unexpected character encountered while parsing value: x. Path '['a b'][0]', line 2, position 13."
        ),
        ("\\u0022", "Unexpected character encountered while parsing value: \\. Path '', line 0, position 0."),
        ("[1/", "Unexpected end while parsing comment. Path '[0]', line 1, position 3."),
    ])
    func reportsWhereItFails(text: String, message: String) {
        #expect(throws: EvaluationError.jsonReader(message)) { try JToken.parse(NetString(text)) }
    }

    @Test(arguments: [
        ("[", "Current JsonReader item is not an object: StartArray. Path '', line 1, position 1."),
        ("null", "Current JsonReader item is not an object: Null. Path '', line 1, position 4."),
        ("1.5", "Current JsonReader item is not an object: Float. Path '', line 1, position 3."),
        ("new Date(1)", "Current JsonReader item is not an object: StartConstructor. Path '', line 1, position 9."),
        (" ", "Path '', line 1, position 1."),
    ])
    func objectsMustBeObjects(text: String, end: String) {
        #expect(throws: EvaluationError.jsonReader("Error reading JObject from JsonReader. \(end)")) {
            try JToken.parseObject(NetString(text))
        }
    }

    @Test func kindsAreKept() throws {
        let text: NetString = #"[1, 1.0, "1", true, null, undefined, {}, [], "2020-01-02T03:04:05Z", "2020-01-02", 100000000000000000000]"#
        let kinds = try JToken.parseArray(text).children.map(\.tokenType)
        #expect(kinds == [.integer, .float, .string, .boolean, .null, .undefined, .object, .array, .date, .string, .integer])
    }

    @Test(arguments: [
        ("2024-02-29T12:30:00Z", "2024-02-29T12:30:00Z"), ("2024-02-29T12:30:00", "2024-02-29T12:30:00"),
        ("2024-02-29T12:30:00.120Z", "2024-02-29T12:30:00.12Z"), ("2024-02-29T12:30:00.1234567+02:00", "2024-02-29T10:30:00.1234567+00:00"),
        ("2024-02-29T24:00:00Z", "2024-03-01T00:00:00Z"), ("/Date(0)/", "1970-01-01T00:00:00Z"),
        ("/Date(1000+0200)/", "1970-01-01T00:00:01+00:00"),
    ])
    func datesAreRecognised(text: String, expected: String) throws {
        let token = try JToken.parse(NetString("'\(text)'"))
        #expect(token.tokenType == .date)
        #expect(try token.compactText() == NetString("\"\(expected)\""))
    }

    @Test(arguments: [
        "2023-02-29T12:30:00Z", "2024-02-29 12:30:00", "2024-02-29T12:30", "2024-02-29T12:30:00.12345678Z", "2024-02-29T25:00:00Z",
        "2024-02-29T12:30:00Zx", "/Date(x)/", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+05:00",
    ])
    func otherStringsStayStrings(text: String) throws {
        #expect(try JToken.parse(NetString("'\(text)'")).tokenType == .string)
    }

    @Test func depthIsLimited() throws {
        for unit in ["[", "{\"a\":"] {
            let error = #expect(throws: EvaluationError.self) { try JToken.parse(NetString(String(repeating: unit, count: 100_000))) }
            #expect(error?.limit == .depth)
        }
        let allowed = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        #expect(try compact(allowed) == allowed)
    }

    @Test func manyMembersKeepTheirOrderAndTheirNamesApart() throws {
        let members = (0..<200).map { "\"name\($0 % 150)\":\($0)" }.joined(separator: ",")
        let object = try JToken.parseObject(NetString("{\(members)}"))
        #expect(object.count == 150)
        #expect(try JToken.int32(object["name7"]) == 157)
        #expect(object.properties[7].name == "name7")
        #expect(object["name200"] == nil)
    }
}
