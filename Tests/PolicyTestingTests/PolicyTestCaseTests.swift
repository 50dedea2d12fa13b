import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyTesting
import PolicyTestingAdapters
import Testing
import XCTest

@Suite("Tests of policies")
struct PolicyTestCaseTests {
    @Test("our own tests pass", arguments: try PolicyTests.discover(in: Fixtures.path("Tests")))
    func passes(_ test: PolicyTestCase) async { await test.expectSuccess() }

    @Test func adapterRecordsWhereTheExpectationStands() async throws {
        let test = try wrongTest()
        await withKnownIssue {
            await test.expectSuccess()
        } matching: { issue in
            issue.sourceLocation?.line == 5 && issue.comments.contains { "\($0)".contains("want 418, have 400") }
        }
    }

    #if os(Linux)
        /// Keeps what is recorded.
        private final class RecordingTestCase: XCTestCase {
            var failures: [(description: String, file: String, line: Int)] = []

            override func recordFailure(withDescription description: String, inFile file: String, atLine line: Int, expected: Bool) {
                failures.append((description, file, line))
            }
        }

        @Test func adapterOfXCTestRecordsThereToo() async throws {
            let testCase = RecordingTestCase(name: "policies") { _ in }
            await XCTAssertPasses(try wrongTest(), in: testCase)
            let failure = try #require(testCase.failures.first)
            #expect(testCase.failures.count == 1)
            #expect(failure.description.contains("want 418, have 400"))
            #expect(failure.file.hasSuffix("Tests/adapter.test.yaml") && failure.line == 5)
        }
    #endif

    private func wrongTest() throws -> PolicyTestCase {
        let text = """
            policy: policies/orders.xml
            namedValues: {client-secret: x}
            tests:
              - name: wrong
                expect: {response: {statusCode: 418}}
            """
        let source = SourceText(name: Fixtures.path("Tests/adapter.test.yaml"), text: text)
        return try #require(PolicyTests.read(source).cases.first)
    }

    @Test func everyRowAndEveryFaultIsACase() throws {
        let names = try PolicyTests.discover(in: Fixtures.path("Tests/orders.test.yaml")).map(\.name)
        #expect(names.contains("a request without a tenant is refused [DELETE]"))
        #expect(names.filter { $0.hasPrefix("a token server that does not do its work") }.count == 4)
    }

    @Test func resultIsTheSameEachTime() async throws {
        let test = try #require(try PolicyTests.discover(in: Fixtures.path("Tests/orders.test.yaml")).last)
        let (first, second) = (await test.run(), await test.run())
        #expect(test.fuzz != nil && first.runs.count == 60)
        #expect(first.runs.map { $0.response.statusCode } == second.runs.map { $0.response.statusCode })
        #expect(Set(first.runs.map { $0.response.statusCode }).count > 1)
    }

    @Test("every expectation can fail", arguments: WrongExpectation.all)
    func fails(_ wrong: WrongExpectation) async throws {
        let text = try #require(FileManager.default.contents(atPath: Fixtures.path("Tests/orders.test.yaml")))
        let changed = String(decoding: text, as: UTF8.self).replacing(wrong.text, with: wrong.replacement, maxReplacements: 1)
        #expect(changed.contains(wrong.replacement))
        let source = SourceText(name: Fixtures.path("Tests/changed.test.yaml"), text: changed)
        let test = try #require(PolicyTests.read(source).cases.first)
        let failures = await test.run().failures
        #expect(failures.compactMap(\.difference?.path) == [wrong.path])
        #expect(failures.first?.location?.line != nil)
    }

    @Test("what is wrong with a test file is shown where it stands", arguments: InvalidTestFile.all)
    func refuses(_ file: InvalidTestFile) throws {
        let diagnostics = PolicyTests.read(SourceText(name: Fixtures.path("Tests/invalid.test.yaml"), text: file.text)).diagnostics
        let first = try #require(diagnostics.first)
        #expect(first.code.rawValue == file.code && first.severity == .error)
        if let hint = file.hint { #expect(first.hint == hint) }
        if let line = file.line, let column = file.column {
            #expect(first.span?.start == SourceLocation(line: line, column: column))
        }
    }

    @Test func skippedTestIsNotRun() async throws {
        var test = try #require(try PolicyTests.discover(in: Fixtures.path("Tests/orders.test.yaml")).first)
        test.skipReason = "not today"
        #expect(await PolicyTests.run([test]).isEmpty)
    }

    @Test func waitsTakeNoTimeAndEndInOrder() async throws {
        let clock = SelfAdvancingClock()
        let began = clock.now
        let order = await withTaskGroup(of: Int.self) { group in
            for seconds in [30, 10, 20] {
                group.addTask {
                    try? await clock.sleep(for: .seconds(seconds))
                    return seconds
                }
            }
            var order: [Int] = []
            for await seconds in group { order.append(seconds) }
            return order
        }
        #expect(order == [10, 20, 30])
        #expect(clock.now.ticks - began.ticks == 300_000_000)
    }
}

/// An expectation of the first test of `orders.test.yaml`, changed so that it is not met.
struct WrongExpectation: CustomTestStringConvertible {
    var text: String
    var replacement: String
    var path: String
    var testDescription: String { path }

    static let all = [
        WrongExpectation(text: "outcome: response", replacement: "outcome: error", path: "outcome"),
        WrongExpectation(text: "X-Served-By: gateway", replacement: "X-Served-By: backend", path: "response.headers.X-Served-By"),
        WrongExpectation(text: "X-Internal: null", replacement: "Content-type: null", path: "response.headers.Content-type"),
        WrongExpectation(text: "{contains: json}", replacement: "{contains: xml}", path: "response.headers.Content-Type"),
        WrongExpectation(text: "[{id: 7}]", replacement: "[{id: 8}]", path: "response.body.orders[0].id"),
        WrongExpectation(text: "[0].open\": true", replacement: "[0].open\": false", path: "response.body at $.orders[0].open"),
        WrongExpectation(text: "\"$.nothing\": null", replacement: "\"$.nothing\": 1", path: "response.body at $.nothing"),
        WrongExpectation(text: "\"/orders$\"", replacement: "\"/order$\"", path: "backendRequest.url"),
        WrongExpectation(text: "[Bearer t1]", replacement: "[Bearer t2]", path: "backendRequest.headers.Authorization[0]"),
        WrongExpectation(text: "- policy: send-request\n", replacement: "- policy: wait\n", path: "callouts[0].policy"),
        WrongExpectation(text: "body: \"secret=", replacement: "body: \"geheim=", path: "callouts[0].request.body"),
        WrongExpectation(text: "{token: t1, answer", replacement: "{token: t7, answer", path: "variables.token"),
        WrongExpectation(text: "{excludes: Error}", replacement: "{equals: null}", path: "variables.answer"),
        WrongExpectation(text: "lastError: null", replacement: "lastError: {reason: X}", path: "lastError"),
        WrongExpectation(text: "ran: [send-request,", replacement: "ran: [wait,", path: "policies"),
        WrongExpectation(text: "notRan: [return-response]}\n      logs", replacement: "notRan: [choose]}\n      logs", path: "policies"),
        WrongExpectation(text: "tenant a has", replacement: "tenant b has", path: "logs"),
        WrongExpectation(text: "cache: {token: t1}", replacement: "cache: {token: null}", path: "cache.token"),
        WrongExpectation(text: "counters: {a: 1}\n\n", replacement: "counters: {a: 2}\n\n", path: "counters.a"),
    ]
}

/// A test file that is refused, and how.
struct InvalidTestFile: Decodable, CustomTestStringConvertible {
    var name: String
    var text: String
    var code: String
    var line: Int?
    var column: Int?
    var hint: String?
    var testDescription: String { name }

    private struct File: Decodable { var cases: [InvalidTestFile] }

    static let all: [InvalidTestFile] = {
        let data = FileManager.default.contents(atPath: Fixtures.path("Tests/invalid/test-files.json")) ?? Data()
        return (try? JSONDecoder().decode(File.self, from: data))?.cases ?? []
    }()
}
