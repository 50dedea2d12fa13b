import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import Synchronization
import Testing

@Suite struct PolicyObserverTests {
    /// Writes down what it sees.
    private final class Recorder: PolicyObserver {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        private func note(_ line: String) { lines.withLock { $0.append(line) } }

        func policyEntered(_ position: PolicyPosition, in context: GatewayContext) { note("> \(position.name)") }
        func policyLeft(_ position: PolicyPosition, _ result: PolicyResult, after duration: Duration, in context: GatewayContext) {
            note("< \(position.name)")
        }
        func expressionEvaluated(_ expression: ObservedExpression, as value: Value, in context: GatewayContext) {
            note("= \(expression.code)")
        }
        func expressionFailed(_ expression: ObservedExpression, with error: EvaluationError, in context: GatewayContext) {
            let diagnostic = expression.diagnostic(of: error)
            let place = diagnostic.span.map { "\($0.start.line):\($0.start.column)" } ?? "nowhere"
            note("! \(place) \(diagnostic.hint ?? diagnostic.message)")
        }
        func variableSet(_ name: String, to value: Value, at position: PolicyPosition, in context: GatewayContext) { note("$ \(name)") }
        func calloutStarted(_ callout: Callout, in context: GatewayContext) { note("-> \(callout.purpose) \(callout.ordinal)") }
        func calloutFinished(
            _ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration, in context: GatewayContext
        ) {
            note("<- \(callout.purpose) \(callout.ordinal)")
        }
    }

    @Test func eventsComeInOrder() async throws {
        let recorder = Recorder()
        let document =
            #"<policies><inbound><choose><when condition="@(true)"><set-variable name="a" value="@(1)" /></when></choose></inbound></policies>"#
        _ = try await makeEngine(document, observer: recorder).run(makeContext())
        #expect(
            recorder.all == [
                "> choose", "= @(true)", "> set-variable", "= @(1)", "$ a", "< set-variable", "< choose", "> forward-request",
                "-> backend 0",
                "<- backend 0", "< forward-request",
            ])
    }

    @Test("an exception stands where the author wrote it") func expressionFailed() async throws {
        let recorder = Recorder()
        let document =
            "<policies><inbound>\n  <set-variable name=\"a\" value=\"@(1 &gt; 0 ? context.LastError.Source : null)\" /></inbound></policies>"
        _ = try await makeEngine(document, observer: recorder).run(makeContext())
        #expect(recorder.all.contains { $0.hasPrefix("! 2:46 'context.LastError' was null") }, "\(recorder.all)")
    }
}
