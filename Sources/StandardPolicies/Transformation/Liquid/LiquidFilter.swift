import PolicyDiagnostics
import PolicyExpressions

/// A filter, by its name in the C# naming convention.
struct LiquidFilter: Sendable {
    typealias Body =
        @Sendable (_ input: LiquidValue, _ arguments: [LiquidValue], _ environment: EvaluationEnvironment) throws(EvaluationError) ->
        LiquidValue

    let name: String
    /// How many arguments it needs and takes.
    let argumentCount: ClosedRange<Int>
    /// Says why arguments that are literals cannot be worked with.
    var limitation: (@Sendable ([LiquidValue?]) -> String?)?
    let apply: Body

    init(
        _ name: String, _ argumentCount: ClosedRange<Int> = 0...0, limitation: (@Sendable ([LiquidValue?]) -> String?)? = nil,
        _ apply: @escaping Body
    ) {
        (self.name, self.argumentCount, self.limitation, self.apply) = (name, argumentCount, limitation, apply)
    }

    /// A filter of texts.
    static func text(_ name: String, _ apply: @escaping @Sendable (NetString) throws(EvaluationError) -> NetString) -> LiquidFilter {
        LiquidFilter(name) { input, _, _ throws(EvaluationError) in input == .null ? .null : .string(try apply(input.text)) }
    }

    private static let all = Dictionary(
        [textFilters, patternFilters, encodingFilters, numberFilters, listFilters, dateFilters].joined().map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first })

    /// The filter of a name, which is compared exactly.
    static func named(_ name: String, at range: SourceRange) throws(LiquidProblem) -> LiquidFilter {
        if let filter = all[name] { return filter }
        let exact = all.keys.first { $0.lowercased() == name.lowercased().filter { $0 != "_" } }
        throw LiquidProblem(
            message: "there is no Liquid filter '\(name)'", range: range,
            hint: exact.map { "did you mean '\($0)'?" } ?? didYouMean(name, among: all.keys))
    }

    /// Checks the number of arguments, and what can be known of them.
    func check(_ arguments: [LiquidOperand], at range: SourceRange) throws(LiquidProblem) {
        guard argumentCount.contains(arguments.count) else {
            let (least, most) = (argumentCount.lowerBound, argumentCount.upperBound)
            let expected = least == most ? "\(least)" : "\(least) to \(most)"
            throw LiquidProblem(message: "the filter '\(name)' takes \(expected) arguments, not \(arguments.count)", range: range)
        }
        if let problem = limitation?(arguments.map(\.constant)) {
            throw LiquidProblem(code: "not-implemented", message: "the Liquid filter '\(name)' \(problem)", range: range)
        }
    }
}
