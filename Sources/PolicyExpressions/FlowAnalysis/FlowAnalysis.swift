import PolicyDiagnostics

/// Definite assignment and reachability (C# §9.4 and §13.2), over the bound tree.
///
/// The code is walked in the order in which it runs, with the state in which control gets there. A jump backwards, and a
/// local function that calls itself, bring what is only known later: then the code is walked again, until nothing new
/// comes. Each walk can only find fewer variables assigned and more places reachable than the one before, so it ends.
struct FlowAnalysis {
    var state = FlowState.start
    /// Where `break` and `continue` of the loops and switches around go.
    var jumpTargets: [JumpTargets] = []
    /// The finally blocks that a jump from here may have to pass.
    var pendingFinally: [[PendingJump]] = []
    /// What is known at labels, from all walks so far.
    var labels: [Int: FlowLabel] = [:]
    /// The states in which the function returns.
    var returned = FlowState.unreachable
    /// The function's parameters that it must assign before it returns.
    var outParameters: [LocalSymbol] = []
    /// What local functions read and assign, from all walks so far.
    var functions: [ObjectIdentifier: FlowFunction] = [:]
    /// The local functions whose bodies are being walked, innermost last.
    var functionsUnderWay: [FunctionUnderWay] = []
    /// Whether this walk used something that turned out to be different.
    var mustRepeat = false
    private(set) var diagnostics: [ExpressionDiagnostic] = []

    private init() {}

    /// What is wrong with a block whose end must not be reached.
    static func diagnostics(of block: BoundStatement, endsAt end: SourceRange) -> [ExpressionDiagnostic] {
        run { analysis in
            analysis.visit(block)
            guard analysis.state.isReachable else { return }
            analysis.report("CS0161", "not every way through the block returns a value", end)
        }
    }

    /// What is wrong with an expression.
    static func diagnostics(of expression: BoundExpression) -> [ExpressionDiagnostic] { run { $0.visit(expression) } }

    /// Whether control can reach the statement's end.
    static func endIsReachable(_ statement: BoundStatement) -> Bool {
        var isReachable = false
        _ = run { analysis in
            analysis.visit(statement)
            isReachable = analysis.state.isReachable
        }
        return isReachable
    }

    /// How often code is walked at most; only labels and functions that are entangled on purpose need more.
    private static let walkLimit = 64

    private static func run(_ walk: (inout FlowAnalysis) -> Void) -> [ExpressionDiagnostic] {
        var analysis = FlowAnalysis()
        for _ in 0..<walkLimit {
            analysis.beginWalk()
            walk(&analysis)
            if !analysis.mustRepeat { return analysis.diagnostics }
        }
        let message = "the jumps in this code are too entangled to be followed"
        return [ExpressionDiagnostic("CS8078", .error, message, SourceRange(0, 0), hint: "use loops in place of 'goto'")]
    }

    private mutating func beginWalk() {
        (state, mustRepeat, diagnostics) = (.start, false, [])
        for number in labels.keys { labels[number]?.isPassed = false }
        for function in functions.keys { functions[function]?.isCurrent = false }
    }

    mutating func report(_ code: Diagnostic.Code, _ message: String, _ range: SourceRange, hint: String? = nil) {
        diagnostics.append(ExpressionDiagnostic(code, .error, message, range, hint: hint))
    }

    // MARK: Variables

    /// A variable is read: it must have a value by now.
    mutating func read(_ local: LocalSymbol, _ range: SourceRange) {
        guard let ordinal = local.ordinal, local.constant == nil, !state.isAssigned(ordinal) else { return }
        if let current = functionsUnderWay.last, !local.isDeclared(inside: current.function) {
            // The callers of a local function must have given the variables outside their values.
            noteRead(ordinal, local)
        } else if outParameters.contains(where: { $0 === local }) {
            report("CS0269", "the 'out' parameter '\(local.name)' is used before it has a value", range)
        } else {
            report("CS0165", "the variable '\(local.name)' may be used before it has a value", range)
        }
        state.assign(ordinal)
    }

    mutating func assign(_ local: LocalSymbol) {
        if let ordinal = local.ordinal { state.assign(ordinal) }
    }
}

extension LocalSymbol {
    fileprivate func isDeclared(inside other: FunctionSymbol) -> Bool { function?.isInside(other) ?? false }
}
