public import PolicyDiagnostics
public import PolicyExpressions
import PolicyRuntime

/// One test of policies: documents, a request or several, what other servers answer, and what must come of it.
///
/// Test files are read into cases, one for each row of a table and each fault of a callout:
///
/// ```swift
/// for test in try PolicyTests.discover(in: "Policies") {
///     let result = await test.run()
///     print(test.name, result.failures)
/// }
/// ```
public struct PolicyTestCase: Sendable, CustomStringConvertible {
    /// What the test shows.
    public var name: String
    /// The test file.
    public var file: String
    /// Where the test stands in it.
    public var span: SourceSpan?
    /// Why the test is not run; nil for one that is.
    public var skipReason: String?
    /// The files whose change can change the result: the test file first.
    public var files: [String]
    /// The requests, one behind the other, that share counters, caches and clock.
    public var steps: [Step]
    /// Random requests instead of steps.
    public var fuzz: RequestFuzzing?
    /// Where the clock stands when the test begins.
    public var clock: NetDateTime
    /// What random numbers and GUIDs come from.
    public var seed: UInt64
    let documents: PolicyTestDocuments
    let exchanges: Exchanges

    /// A request of a test.
    public struct Step: Sendable {
        /// What the step shows; nil for the only one of a test.
        public var name: String?
        /// How far the clock is moved on before the request comes in.
        public var delay: Duration = .zero
        /// How often the request comes in.
        public var count = 1
        /// The request.
        public var context: RecordedContext
        /// What must come of each.
        public var expectations: RunExpectations
        /// What other servers answer; nil for the answers of the test, as far as they are left.
        public var exchanges: Exchanges?
    }

    /// File and name.
    public var description: String { "\(file): \(name)" }

    /// Runs the test. The result is the same each time.
    ///
    /// - Parameter details: what is noted beside the result; it takes time.
    public func run(noting details: PolicyTestDetails = []) async -> PolicyTestResult { await PolicyTestRun(self, details).result() }
}

/// What tests note of their runs beside what came of them.
public struct PolicyTestDetails: OptionSet, Sendable {
    /// The bits.
    public var rawValue: Int

    /// Makes a set of its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Which policies, branches and statements were reached.
    public static let coverage = PolicyTestDetails(rawValue: 1)
    /// What happened, event by event, with the values of expressions.
    public static let traces = PolicyTestDetails(rawValue: 2)
}
