import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import PolicyTesting
import Testing

@Suite("Traces")
struct TraceTests {
    private func trace(of path: String) async throws -> (trace: RunTrace, run: RecordedRun) {
        var options = CompilationOptions()
        options.measuresCoverage = true
        let run = try RecordedRun(try PolicyInputs(path: Fixtures.path(path)), options: options)
        let recorder = TraceRecorder()
        let report = try await run.report(observers: [recorder])
        return (recorder.trace(response: report.response), run)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func eventsAreInOrderAndPaired() async throws {
        let (trace, _) = try await trace(of: "Examples/oauth2-backend")
        var open: [RunTrace.Place?] = []
        for event in trace.events {
            switch event.content {
            case .policyEntered: open.append(event.place)
            case .policyLeft: #expect(open.popLast() == event.place)
            default: break
            }
        }
        #expect(open.isEmpty)
        let elapsed = trace.events.map(\.elapsed)
        #expect(elapsed == elapsed.sorted())
    }

    @Test func changesBelongToThePolicyThatMadeThem() async throws {
        let (trace, _) = try await trace(of: "Examples/oauth2-backend")
        let changed = trace.events.compactMap { event -> (String, RunTrace.Change)? in
            guard case .changed(let changes) = event.content, let policy = event.place?.policy else { return nil }
            return changes.first.map { (policy, $0) }
        }
        #expect(changed.contains { $0.0 == "send-request" && $0.1.subject == .variable && $0.1.before == nil })
        #expect(changed.contains { $0.0 == "set-header" && $0.1.subject == .requestHeader && $0.1.name == "Authorization" })
    }

    @Test func partsOfExpressionsHaveTheirValues() async throws {
        let (trace, _) = try await trace(of: "Examples/oauth2-backend")
        let parts = trace.events.flatMap { event -> [RunTrace.Part] in
            if case .expression(let expression) = event.content { expression.parts } else { [] }
        }
        #expect(parts.contains { $0.value.text?.contains("eyJ0eXAi") == true })
    }

    @Test func jsonHasTheMembersThatAreDocumented() async throws {
        let (trace, run) = try await trace(of: "Examples/oauth2-backend")
        let json = try object(trace.jsonText(masking: run.mask))
        #expect(Set(json.keys) == ["version", "arrival", "events", "response"] && json["version"] as? Int == 1)
        let events = try #require(json["events"] as? [[String: Any]])
        #expect(events.allSatisfy { $0["event"] is String && $0["elapsedMs"] is NSNumber })
        let kinds = Set(events.compactMap { $0["event"] as? String })
        #expect(kinds.isSuperset(of: ["policyEntered", "policyLeft", "changed", "expression", "calloutStarted", "calloutFinished"]))
    }

    @Test func inspectorHasTheShapeOfTheService() async throws {
        let (trace, run) = try await trace(of: "Examples/oauth2-backend")
        let json = try object(trace.inspectorText(serviceName: "contoso", masking: run.mask))
        #expect(Set(json.keys) == ["issuer", "serviceName", "traceId", "traceEntries"] && json["serviceName"] as? String == "contoso")
        let sections = try #require(json["traceEntries"] as? [String: [[String: Any]]])
        let inbound = try #require(sections["inbound"])
        #expect(inbound.prefix(2).allSatisfy { $0["source"] as? String == "api-inspector" })
        for entry in sections.values.flatMap(\.self) { #expect(Set(entry.keys) == ["source", "timestamp", "elapsed", "data"]) }
        let timestamp = try #require(inbound[0]["timestamp"] as? String)
        #expect(timestamp.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z/) != nil)
        #expect((inbound[0]["elapsed"] as? String)?.hasPrefix("00:00:00") == true)
        let evaluated = inbound.compactMap { $0["data"] as? [String: Any] }.first { $0["expression"] != nil }
        #expect(evaluated?["message"] as? String == "Expression was successfully evaluated.")
        #expect((evaluated?["expression"] as? String)?.hasPrefix("@") == false)
        #expect(sections["backend"]?.contains { $0["source"] as? String == "request-forwarder" } == true)
    }

    @Test func errorsAreInTheirSection() async throws {
        let folder = Fixtures.path("Coverage/on-error")
        var inputs = try PolicyInputs(path: folder)
        inputs.context = try SourceText(file: folder + "/requests/bad-number.json")
        let recorder = TraceRecorder()
        let report = try await RecordedRun(inputs).report(observers: [recorder])
        let trace = recorder.trace(response: report.response)
        let failed = trace.events.contains { event in
            if case .policyLeft("failed", let message?, _) = event.content { message.contains("correct format") } else { false }
        }
        #expect(failed)
        let sections = try #require(try object(trace.inspectorText())["traceEntries"] as? [String: [[String: Any]]])
        #expect(sections["on-error"]?.isEmpty == false && sections["outbound"] == nil)
    }
}
