import Foundation
import Testing

@Suite("apim-policy test")
struct TestCommandTests {
    private let tests = Fixtures.path("Tests")
    private static let document = """
        <policies><inbound><return-response><set-status code="418" reason="Teapot" />\
        <set-header name="X-Key" exists-action="override"><value>{{key}}</value></set-header></return-response></inbound></policies>
        """

    private func folder(_ expectation: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try folder.write("policy.xml", Self.document)
        _ = try folder.write(
            "a.test.yaml",
            """
            policy: policy.xml
            namedValues: {key: {value: canary-0815-secret, secret: true}}
            tests:
              - name: tea   # with milk
                expect: \(expectation)
            """)
        return folder
    }

    @Test func testsThatPassAreStatus0() async throws {
        let result = try await Command.run(["test", tests + "/orders.test.yaml", tests + "/fragment.test.json"])
        #expect(result.status == 0 && result.output.contains("11 tests passed"))
    }

    @Test func failureShowsTheExpectationAndThePolicy() async throws {
        let folder = try folder("{response: {statusCode: 200}}")
        let result = try await Command.run(["test", folder.path])
        #expect(result.status == 1)
        #expect(result.output.contains("a.test.yaml:5:37: error: response.statusCode: want 200, have 418"))
        #expect(result.output.contains("policy.xml:1:"))
        #expect(result.output.contains("note: <return-response> answered here"))
        #expect(result.output.contains("1 of 1 test failed"))
    }

    @Test func secretsAreInNoOutput() async throws {
        let folder = try folder("{response: {headers: {X-Key: {regex: nothing}}}}")
        let junit = folder.path + "/junit.xml"
        for format in ["text", "json"] {
            let result = try await Command.run(["test", folder.path, "--format", format, "--github", "--junit", junit])
            #expect(result.status == 1 && result.output.contains("X-Key"))
            #expect(!(result.output + result.errors).contains("canary"))
        }
        let text = String(decoding: try #require(FileManager.default.contents(atPath: junit)), as: UTF8.self)
        #expect(text.contains("<failure") && !text.contains("canary"))
    }

    @Test func updateRewritesWhatIsPlainAndKeepsComments() async throws {
        let folder = try folder("{response: {statusCode: 200, statusReason: OK}}")
        let result = try await Command.run(["test", folder.path, "--update"])
        #expect(result.status == 0 && result.errors.contains("2 expectations rewritten"))
        let text = String(decoding: try #require(FileManager.default.contents(atPath: folder.path + "/a.test.yaml")), as: UTF8.self)
        #expect(text.contains("{statusCode: 418, statusReason: \"Teapot\"}") && text.contains("# with milk"))
        #expect(try await Command.run(["test", folder.path]).status == 0)
    }

    @Test func brokenTestFileIsStatus1WithItsPlace() async throws {
        let folder = try folder("{respons: {}}")
        let result = try await Command.run(["test", folder.path])
        #expect(result.status == 1 && result.errors.contains("a.test.yaml:5:14: error: the expectations has no member 'respons'"))
        #expect(result.errors.contains("did you mean 'response'?"))
    }

    @Test func noTestsAreWrongUsage() async throws {
        let folder = try TemporaryFolder()
        #expect(try await Command.run(["test", folder.path]).status == 2)
        #expect(try await Command.run(["test", folder.path + "/none"]).status == 2)
        #expect(try await Command.run(["test", tests, "--filter", "nothing is called so"]).status == 2)
    }

    @Test func filterChooses() async throws {
        let result = try await Command.run(["test", tests, "--filter", "TENANT IS REFUSED", "--format", "json"])
        let report = try result.json()
        #expect((report["tests"] as? [[String: Any]])?.count == 2)
        #expect((report["summary"] as? [String: Any])?["passed"] as? Int == 2)
    }
}
