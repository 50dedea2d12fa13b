import Testing

/// `apim-policy explain`, run as a user runs it.
@Suite struct ExplainCommandTests {
    @Test func printsThePageOfAPolicy() async throws {
        let result = try await Command.run(["explain", "set-header"])
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("# set-header\n") && result.output.contains("`exists-action`"))
    }

    @Test func namesTheNearestPolicy() async throws {
        let result = try await Command.run(["explain", "set-haeder"])
        #expect(result.status == 1 && result.errors.contains("did you mean 'set-header'?"))
    }
}
