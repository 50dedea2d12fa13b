import CoreMetrics
import PolicyRuntime
import Synchronization
import Testing

/// Metrics that reach swift-metrics. The system is one for the process, so this is the only test that sets it up.
@Suite struct SwiftMetricsSinkTests {
    private final class Recording: MetricsFactory, RecorderHandler {
        let label: String, dimensions: [(String, String)]
        let lines: Lines

        final class Lines: Sendable {
            let all = Mutex<[String]>([])
        }

        init(label: String = "", dimensions: [(String, String)] = [], lines: Lines) {
            (self.label, self.dimensions, self.lines) = (label, dimensions, lines)
        }

        func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
            Recording(label: label, dimensions: dimensions, lines: lines)
        }
        func record(_ value: Int64) { record(Double(value)) }
        func record(_ value: Double) {
            let text = dimensions.map { "\($0.0)=\($0.1)" }.joined(separator: ",")
            lines.all.withLock { $0.append("\(label)[\(text)] \(value)") }
        }
        func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler { NOOPMetricsHandler.instance }
        func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { NOOPMetricsHandler.instance }
        func destroyCounter(_ handler: any CounterHandler) {}
        func destroyRecorder(_ handler: any RecorderHandler) {}
        func destroyTimer(_ handler: any TimerHandler) {}
    }

    @Test func measurementsAreRecorded() {
        let lines = Recording.Lines()
        MetricsSystem.bootstrap(Recording(lines: lines))
        SwiftMetricsSink().record(GatewayMetric(name: "reads", namespace: "orders", value: 2.5, dimensions: [("API ID", "shop")]))
        #expect(lines.all.withLock { $0 } == ["orders.reads[API ID=shop] 2.5"])
    }
}
