import Foundation
import PolicyDiagnostics
import PolicyExpressions

/// Compiles and evaluates a program and says which promises the engine broke. A trap is not caught: it ends the process.
public struct ExpressionProbe: Sendable {
    /// How far a program is taken.
    public enum Stage: UInt8, Sendable, CaseIterable {
        /// Lexer and parser, with `{{name}}` read as an identifier.
        case syntax
        /// Lexer, parser, binder and flow analysis.
        case compilation
        /// All of it.
        case evaluation
    }

    /// What a program came to.
    public enum Outcome: Sendable, Hashable {
        /// It does not compile, for this reason first; or only its syntax was checked.
        case refused(String)
        /// It compiled and was not evaluated.
        case compiled
        /// It gave a value.
        case value
        /// It threw the exception of this type, or exceeded the limit of this name.
        case thrown(String)
    }

    // Of the thread's processor: what a busy machine makes wait is no finding.
    /// The time that compiling may take.
    public var compilationTime = Duration.seconds(3)
    /// The time that an evaluation may take: the limit's five seconds and one for what lies between two looks at the clock.
    public var evaluationTime = Duration.seconds(6)

    private let compiler = ExpressionCompiler()

    /// Makes a probe of the default limits.
    public init() {}

    /// Takes a program through the engine.
    ///
    /// - Returns: what it came to, and the promises that were broken.
    public func run(_ program: FuzzedProgram, upTo stage: Stage = .evaluation) -> (outcome: Outcome, findings: [String]) {
        var findings: [String] = []
        if stage == .syntax {
            let (diagnostics, duration) = timed { compiler.checkSyntax(program.code, kind: program.kind) }
            if duration > compilationTime { findings.append("checking the syntax took \(duration)") }
            check(diagnostics, of: program, &findings)
            return (.refused(diagnostics.first?.code.rawValue ?? "nothing"), findings)
        }
        let (compilation, duration) = timed { compiler.compile(program.code, kind: program.kind) }
        if duration > compilationTime { findings.append("compiling took \(duration)") }
        check(compilation.diagnostics, of: program, &findings)
        guard let expression = compilation.expression else {
            let error = compilation.diagnostics.first { $0.severity == .error }
            if error == nil { findings.append("refused without an error") }
            return (.refused(error?.code.rawValue ?? "nothing"), findings)
        }
        guard stage == .evaluation else { return (.compiled, findings) }
        return (evaluate(expression, program, &findings), findings)
    }

    // MARK: Diagnostics

    private func check(_ diagnostics: [ExpressionDiagnostic], of program: FuzzedProgram, _ findings: inout [String]) {
        let count = program.code.utf8.count
        for diagnostic in diagnostics {
            let range = diagnostic.range
            if range.lowerBound < 0 || range.upperBound < range.lowerBound || range.upperBound > count {
                findings.append("\(diagnostic.code.rawValue) at \(range.lowerBound)..<\(range.upperBound) of \(count) bytes")
            }
            if diagnostic.message.isEmpty { findings.append("\(diagnostic.code.rawValue) without a message") }
        }
    }

    // MARK: Evaluation

    private struct Answer: Equatable {
        var outcome: Outcome
        var text: String
        var isOutOfTime = false
    }

    private func evaluate(_ expression: CompiledExpression, _ program: FuzzedProgram, _ findings: inout [String]) -> Outcome {
        let first = timedAnswer(of: expression, program, &findings), second = timedAnswer(of: expression, program, &findings)
        if first != second, !first.isOutOfTime, !second.isOutOfTime, !Self.differsByNature(program.code) {
            findings.append("gave \(first.text.prefix(200)) and then \(second.text.prefix(200))")
        }
        return first.outcome
    }

    /// Hash codes of objects are their own for each object.
    private static func differsByNature(_ code: String) -> Bool { code.contains("GetHashCode") }

    private func timedAnswer(of expression: CompiledExpression, _ program: FuzzedProgram, _ findings: inout [String]) -> Answer {
        let (answer, duration) = timed { self.answer(of: expression, program, &findings) }
        if duration > evaluationTime { findings.append("evaluating took \(duration)") }
        return answer
    }

    private func answer(of expression: CompiledExpression, _ program: FuzzedProgram, _ findings: inout [String]) -> Answer {
        do {
            let value = CanonicalValue(try expression.evaluate(in: ProbeContext.make()))
            // What is lazy is evaluated while it is rendered, and its error is its text.
            let isOutOfTime = value.text?.hasPrefix("The expression took longer than") ?? false
            return Answer(outcome: .value, text: value.type + " " + (value.text ?? ""), isOutOfTime: isOutOfTime)
        } catch {
            if let range = error.range, range.lowerBound < 0 || range.upperBound > program.code.utf8.count {
                findings.append("\(error.exceptionType) at \(range.lowerBound)..<\(range.upperBound)")
            }
            return Answer(
                outcome: .thrown(error.limit?.rawValue ?? error.exceptionType), text: error.exceptionType + " " + error.message,
                isOutOfTime: error.limit == .time || error.exceptionType.hasSuffix(".RegexMatchTimeoutException"))
        }
    }

    private func timed<Result>(_ body: () -> Result) -> (Result, Duration) {
        let start = Self.threadTime, result = body()
        return (result, Self.threadTime - start)
    }

    private static var threadTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
}
