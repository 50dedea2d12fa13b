public import Logging

/// Takes the custom metrics of policies. Called in the task of the request: it may neither fail nor wait.
public protocol MetricSink: Sendable {
    /// Takes one measurement.
    func record(_ metric: GatewayMetric)
}

/// One measurement of a custom metric.
public struct GatewayMetric: Sendable {
    /// The metric's name.
    public var name: String
    /// The namespace that the name belongs to.
    public var namespace: String
    /// What was measured.
    public var value: Double
    /// What the measurement can be grouped by, in order.
    public var dimensions: [(name: String, value: String)]

    /// Makes a measurement.
    public init(name: String, namespace: String, value: Double, dimensions: [(name: String, value: String)]) {
        (self.name, self.namespace, self.value, self.dimensions) = (name, namespace, value, dimensions)
    }
}

/// Writes metrics to a log: what happens to them where no other sink is given.
public struct LoggedMetrics: MetricSink {
    private let logger: Logger

    /// Makes a sink.
    public init(_ logger: Logger) { self.logger = logger }

    /// Writes one measurement at level info.
    public func record(_ metric: GatewayMetric) {
        let dimensions = Logger.Metadata(metric.dimensions.map { ($0.name, .string($0.value)) }) { _, last in last }
        logger.info("metric \(metric.namespace)/\(metric.name): \(metric.value)", metadata: dimensions)
    }
}
