/// What is kept of tests besides whether they passed.
public struct PolicyTestRecording: Sendable, Hashable {
    /// Whether it is counted what the tests reach of their policies.
    public var measuresCoverage = false
    /// Whether each request is traced, for reports.
    public var tracesRuns = false

    /// Keeps nothing.
    public init() {}
}
