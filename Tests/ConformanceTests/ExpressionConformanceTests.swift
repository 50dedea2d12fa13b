import Foundation
import PolicyDiagnostics
import PolicyTesting
import Testing

/// Every expression case, compared with the answers of compiled C#.
///
/// The rate of an area may grow and not shrink: `Fixtures/Expressions/floors.json` holds how many cases of each area must be
/// right, at least. `Fixtures/KnownDifferences.json` names cases that are meant to differ, with the reason.
@Suite("Expressions against .NET")
struct ExpressionConformanceTests {
    @Test func noAreaFallsBelowItsFloor() async throws {
        let cases = try ExpressionCase.all(in: try SourceText(file: Fixtures.path("Expressions/expressions.jsonl")))
        #expect(cases.count > 3_000)
        let runner = ExpressionCaseRunner(contexts: try Fixtures.contexts())
        let known = Set(try object("KnownDifferences.json").keys)
        var right: [String: Int] = [:]
        for (index, expressionCase) in cases.enumerated() {
            // Thousands of cases at a stretch would keep the tests that wait for servers from a thread.
            if index % 10 == 0 { await Task.yield() }
            if isRight(expressionCase, runner) || known.contains(expressionCase.key) { right[expressionCase.area, default: 0] += 1 }
        }
        for (area, floor) in try floors() {
            #expect(right[area, default: 0] >= floor, "area \(area)")
        }
        report(right, of: Dictionary(grouping: cases, by: \.area).mapValues(\.count))
    }

    @Test func everyAreaHasAFloor() throws {
        let cases = try ExpressionCase.all(in: try SourceText(file: Fixtures.path("Expressions/expressions.jsonl")))
        #expect(Set(cases.map(\.area)) == Set(try floors().keys))
    }

    @Test func knownDifferencesNameCasesAndReasons() throws {
        let cases = try ExpressionCase.all(in: try SourceText(file: Fixtures.path("Expressions/expressions.jsonl")))
        let keys = Set(cases.map(\.key))
        for (key, reason) in try object("KnownDifferences.json") {
            #expect(keys.contains(key), "there is no case \(key)")
            #expect((reason as? String)?.isEmpty == false, "\(key) has no reason")
        }
    }

    private func isRight(_ expressionCase: ExpressionCase, _ runner: ExpressionCaseRunner) -> Bool {
        guard let expected = expressionCase.expected, let answer = runner.result(of: expressionCase) else { return false }
        return expected.accepts(answer)
    }

    private func floors() throws -> [String: Int] {
        try #require(try object("Expressions/floors.json")["areas"] as? [String: Int])
    }

    private func object(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: Fixtures.path(name)))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// Printed so that a run shows which floors can be raised.
    private func report(_ right: [String: Int], of counts: [String: Int]) {
        for (area, count) in counts.sorted(by: { $0.key < $1.key }) { print("\(area): \(right[area, default: 0]) of \(count)") }
        print("all: \(right.values.reduce(0, +)) of \(counts.values.reduce(0, +))")
    }
}

/// The fixtures of the package, outside of every target.
enum Fixtures {
    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures").appendingPathComponent(name).path
    }

    /// Every recorded context, by name.
    static func contexts() throws -> [String: RecordedContext] {
        var contexts: [String: RecordedContext] = [:]
        for name in try names(in: "Contexts", ending: ".json") {
            contexts[String(name.dropLast(5))] = try RecordedContext(reading: try SourceText(file: path("Contexts/\(name)")))
        }
        return contexts
    }

    /// The names of the files in a folder.
    static func names(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { $0.hasSuffix(ending) }.sorted()
    }
}
