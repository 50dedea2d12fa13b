import CoreMetrics

/// Hands custom metrics to swift-metrics, and so to the backend that the process has set up for it.
///
/// A metric becomes a recorder, `namespace.name`, with its dimensions.
public struct SwiftMetricsSink: MetricSink {
    /// Makes a sink that goes to the process's metrics system.
    public init() {}

    /// Records one measurement.
    public func record(_ metric: GatewayMetric) {
        Recorder(label: "\(metric.namespace).\(metric.name)", dimensions: metric.dimensions.map { ($0.name, $0.value) }).record(
            metric.value)
    }
}
