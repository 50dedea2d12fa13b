public import PolicyDiagnostics
public import PolicyRuntime

/// A test as a report shows it.
public struct ReportedTest: Sendable {
    /// How a test ended.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case passed, failed, skipped
    }

    /// What the test is called.
    public var name: String
    /// The file that it stands in.
    public var file: String
    /// Its line in the file, from 1; nil when it is not known.
    public var line: Int?
    /// How it ended.
    public var outcome: Outcome
    /// How long it took.
    public var duration: Duration?
    /// What was not as expected.
    public var failures: [Failure] = []
    /// The requests that it ran.
    public var runs: [Run] = []
    /// Hides the secrets of the test, in everything that the report shows.
    public var mask = SecretMask()

    /// Makes a test without failures and runs.
    public init(name: String, file: String, line: Int? = nil, outcome: Outcome, duration: Duration? = nil) {
        (self.name, self.file, self.line, self.outcome, self.duration) = (name, file, line, outcome, duration)
    }

    /// Something that was not as expected.
    public struct Failure: Sendable {
        /// What was not as expected, in a sentence.
        public var message: String
        /// What was wanted, where a diff helps.
        public var expected: String?
        /// What there was.
        public var actual: String?
        /// The place in the policy that it comes from, if one is known.
        public var place: SourceSpan?
        /// What helps to understand it: which request it was, what was thrown.
        public var notes: [String] = []

        /// Makes a failure.
        public init(_ message: String, expected: String? = nil, actual: String? = nil, place: SourceSpan? = nil) {
            (self.message, self.expected, self.actual, self.place) = (message, expected, actual, place)
        }
    }

    /// One request.
    public struct Run: Sendable {
        /// What the run is called: a step, a row, a fault.
        public var name: String
        /// What came of it.
        public var report: RunReport
        /// What happened, from a `TraceRecorder` that watched the run.
        public var trace: RunTrace
        /// What it reached; nil when coverage was not measured.
        public var coverage: PolicyCoverage?

        /// Makes a run.
        public init(name: String, report: RunReport, trace: RunTrace, coverage: PolicyCoverage? = nil) {
            (self.name, self.report, self.trace, self.coverage) = (name, report, trace, coverage)
        }
    }
}
