import Foundation
import PolicyDiagnostics
public import PolicyRuntime

/// One request through one policy, with what must come of it: a folder of `PolicyInputs` plus `expected.json`.
///
/// It knows no test framework: `differences` gives sentences, and whoever runs it decides what a difference is.
public struct PolicyScenario: Sendable, CustomStringConvertible {
    /// The folder.
    public let path: String
    /// What the scenario shows, in a line.
    public let reason: String
    private let inputs: PolicyInputs
    private let expectations: RunExpectations

    /// Reads a scenario.
    ///
    /// - Throws: `UnreadableFile`, or a `Diagnostic` in `expected.json`.
    public init(path: String) throws {
        self.path = path
        inputs = try PolicyInputs(path: path)
        expectations = try RunExpectations(reading: try SourceText(file: path + "/expected.json"))
        reason = expectations.reason
    }

    /// The scenarios below a folder, at any depth, in alphabetical order.
    ///
    /// - Throws: as `init(path:)`.
    public static func all(below folder: String) throws -> [PolicyScenario] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let folders = files.filter { $0.hasSuffix("/expected.json") }.map { folder + "/" + $0.dropLast("/expected.json".count) }
        return try folders.sorted().map(PolicyScenario.init(path:))
    }

    /// The last two parts of the path, which name policy and case.
    public var description: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

    /// Runs the scenario and says how what happened differs from what should; empty when nothing does.
    ///
    /// - Parameters:
    ///   - clock: the time that policies go by.
    ///   - options: how the documents are compiled.
    ///   - observers: who else sees what happens.
    public func differences(
        clock: any GatewayClock = SystemClock(), options: CompilationOptions = CompilationOptions(), observers: [any PolicyObserver] = []
    ) async -> [String] {
        let run: RecordedRun
        do throws(RecordedRun.Failure) {
            run = try RecordedRun(inputs, options: options)
        } catch {
            return expectations.differences(fromRefusal: Self.text(of: error))
        }
        let transport = ScriptedTransport(run.exchanges, clock: clock)
        do throws(PolicyCompilationError) {
            let report = try await run.report(over: transport, clock: clock, observers: observers)
            guard transport.unanswered.isEmpty else {
                return expectations.differences(fromRefusal: transport.unanswered.joined(separator: "\n"))
            }
            return expectations.differences(from: report, mask: run.mask)
        } catch {
            return expectations.differences(fromRefusal: error.description)
        }
    }

    private static func text(of failure: RecordedRun.Failure) -> String {
        let formatter = DiagnosticTextFormatter()
        switch failure {
        case .malformed(let diagnostic): return formatter.format(diagnostic)
        case .refused(let diagnostics): return formatter.format(diagnostics)
        }
    }
}
