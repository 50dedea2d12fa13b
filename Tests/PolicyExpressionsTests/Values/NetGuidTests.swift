import Testing

@testable import PolicyExpressions

@Suite struct NetGuidTests {
    private let guid = NetGuid(high: 0x0f8f_ad5b_d9cb_469f, low: 0xa165_7086_7728_950e)

    @Test(arguments: [
        "0f8fad5bd9cb469fa16570867728950e", "0F8FAD5B-D9CB-469F-A165-70867728950E", " {0f8fad5b-d9cb-469f-a165-70867728950e} ",
        "(0f8fad5b-d9cb-469f-a165-70867728950e)", "{0x0f8fad5b,0xd9cb,0x469f,{0xa1,0x65,0x70,0x86,0x77,0x28,0x95,0xe}}",
        "{ 0xF8FAD5B, 0xd9cb, 0x469f, { 0xa1, 0x65, 0x70, 0x86, 0x77, 0x28, 0x95, 0x0e } }",
    ])
    func readsEveryFormat(text: String) { #expect(NetGuid(text) == guid) }

    @Test(arguments: [
        ("", "Unrecognized Guid format."), ("0f8f", GuidParser.Failure.length.message),
        ("0f8fad5b-d9cb-469fa-165-70867728950e", GuidParser.Failure.dashes.message),
        ("0g8fad5bd9cb469fa16570867728950e", GuidParser.Failure.character.message),
        ("{0x0f8fad5b,0xd9cb,0x469f,{0xa1,0x65,0x70,0x86,0x77,0x28,0x95,0x0e}", GuidParser.Failure.endBrace.message),
        ("{0x0f8fad5b,0xd9cb,0x469f,{0x1a1,0x65,0x70,0x86,0x77,0x28,0x95,0x0e}}", GuidParser.Failure.byteOverflow.message),
        ("{0x0f8fad5b,d9cb", GuidParser.Failure.prefix.message),
    ])
    func saysWhatIsWrong(text: String, message: String) {
        guard case .failure(let failure) = GuidParser.parse(NetString(text)) else {
            Issue.record("\(text) was read")
            return
        }
        #expect(failure.message == message)
    }

    @Test(arguments: ["D", "N", "B", "P", "X"])
    func whatIsWrittenIsReadAgain(format: String) throws {
        let text = try guid.text(format: NetString(format))
        #expect(try GuidParser.parse(text, format: NetString(format)).get() == guid)
    }

    @Test func bytesHaveTheFirstGroupsReversed() throws {
        #expect(guid.bytes.prefix(8) == [0x5b, 0xad, 0x8f, 0x0f, 0xcb, 0xd9, 0x9f, 0x46])
        #expect(try NetGuid(bytes: guid.bytes) == guid)
    }

    @Test func refusesOtherFormats() {
        #expect(throws: GuidParser.invalidFormat) { try guid.text(format: "Q") }
    }
}
