import Foundation
import PolicyDiagnostics
import PolicyExpressions
import Synchronization
import Testing

/// Input of any depth is refused or evaluated on a small stack, and released there.
@Suite struct TreeHeightTests {
    #if DEBUG
        static let stackSize = 2 * 1024 * 1024
        /// A tenth of what release does: the limit is met at 256, the rest is only lexed, slowly.
        static let manyLevels = 10_000
    #else
        static let stackSize = 512 * 1024
        static let manyLevels = 100_000
    #endif

    private final class Answer: Sendable {
        let text = Mutex("no answer")
        let done = DispatchSemaphore(value: 0)
    }

    /// Compiles and, if that is possible, evaluates; gives the code of the first diagnostic, or `value`.
    static func outcome(of code: String, kind: ExpressionKind = .single, isCovered: Bool = false) -> String {
        let answer = Answer()
        let thread = Thread {
            let text = compileAndRelease(code, kind, isCovered)
            answer.text.withLock { $0 = text }
            answer.done.signal()
        }
        thread.stackSize = stackSize
        thread.start()
        answer.done.wait()
        return answer.text.withLock { $0 }
    }

    private static func compileAndRelease(_ code: String, _ kind: ExpressionKind, _ isCovered: Bool) -> String {
        let limits = {
            var limits = EvaluationLimits(); limits.expressionBytes = 16 * 1024 * 1024; return limits
        }()
        let source = SourceText(name: "code", text: code)
        let origins = isCovered ? SourceMap(verbatim: SourceSpan(source, source.wholeRange)) : nil
        let compilation = ExpressionCompiler(limits: limits).compile(code, kind: kind, coveredIn: origins)
        guard let expression = compilation.expression else { return compilation.diagnostics.first?.code.rawValue ?? "nothing" }
        let context = GatewayContext(request: GatewayRequest(url: RequestURL(scheme: "https", host: "localhost")))
        do { _ = try expression.evaluate(in: context) } catch { return error.exceptionType }
        return "value"
    }

    static let shapes: [(name: String, make: @Sendable (Int) -> String)] = [
        ("(", { String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) }),
        ("!", { String(repeating: "!", count: $0) + "true" }),
        ("?:", { String(repeating: "true ? 1 : ", count: $0) + "2" }),
        ("1+1", { String(repeating: "1 + ", count: $0) + "1" }),
        ("\"a\"+x", { String(repeating: "context.Request.Method + ", count: $0) + "\"a\"" }),
        (".a", { "context" + String(repeating: ".a", count: $0) }),
        (".ToString()", { "\"a\"" + String(repeating: ".ToString()", count: $0) }),
        ("[", { String(repeating: "context.Variables[", count: $0) + "1" + String(repeating: "]", count: $0) }),
        ("$\"{", { String(repeating: "$\"{", count: $0) + "1" + String(repeating: "}\"", count: $0) }),
        ("??", { String(repeating: "context.User?.Id ?? ", count: $0) + "\"x\"" }),
        ("-", { String(repeating: "- ", count: $0) + "1" }),
        ("(int)", { String(repeating: "(int)", count: $0) + "1" }),
        ("new[]{", { String(repeating: "new[] {", count: $0) + "1" + String(repeating: "}", count: $0) }),
    ]

    @Test(arguments: shapes.indices) func manyLevelsAreRefused(_ index: Int) {
        let answer = Self.outcome(of: Self.shapes[index].make(Self.manyLevels))
        #expect(answer == "CS8078", "\(Self.shapes[index].name) gave \(answer)")
    }

    @Test(arguments: shapes.indices) func levelsWithinTheLimitHoldOnASmallStack(_ index: Int) {
        for depth in [10, 100, 200, 250] {
            #expect(Self.outcome(of: Self.shapes[index].make(depth)) != "no answer")
        }
    }

    @Test(arguments: shapes.indices) func coverageFindsRoomOnASmallStackToo(_ index: Int) {
        let code = Self.shapes[index].make(250)
        #expect(Self.outcome(of: code, isCovered: true) == Self.outcome(of: code))
    }

    static let statements: [(name: String, make: @Sendable (Int) -> String)] = [
        ("{", { String(repeating: "{", count: $0) + "return 1;" + String(repeating: "}", count: $0) }),
        ("else if", { String(repeating: "if (false) return 1; else ", count: $0) + "return 2;" }),
        ("if", { String(repeating: "if (true) ", count: $0) + "return 1; return 2;" }),
    ]

    @Test(arguments: statements.indices) func statementsAreLimitedAsWell(_ index: Int) {
        let shape = Self.statements[index]
        #expect(Self.outcome(of: shape.make(Self.manyLevels), kind: .block) == "CS8078", "\(shape.name)")
        #expect(Self.outcome(of: shape.make(100), kind: .block) == "value", "\(shape.name)")
    }
}
