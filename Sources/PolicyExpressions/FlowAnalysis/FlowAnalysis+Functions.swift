import PolicyDiagnostics

/// What a local function's callers must know of it.
struct FunctionSummary: Equatable {
    /// Variables from outside that it reads before it assigns them, by their numbers.
    var reads: [Int: LocalSymbol] = [:]
    /// The state in which it is over; a function that is not known yet claims to assign everything.
    var end = FlowState.unreachable

    static func == (left: Self, right: Self) -> Bool { left.reads.keys == right.reads.keys && left.end == right.end }
}

/// A local function as the current walk sees it.
struct FlowFunction {
    var summary = FunctionSummary()
    /// Whether the current walk has come to its body.
    var isCurrent = false
    /// Whether it was called while its body was still being walked.
    var wasCalledEarly = false
}

/// A local function whose body is being walked.
struct FunctionUnderWay {
    let function: FunctionSymbol
    var reads: [Int: LocalSymbol] = [:]
}

extension FlowAnalysis {
    /// What belongs to the function around a function.
    private struct Surroundings {
        let state: FlowState, returned: FlowState
        let jumpTargets: [JumpTargets], pendingFinally: [[PendingJump]]
        let outParameters: [LocalSymbol]
    }

    private mutating func enter(_ function: FunctionSymbol) -> Surroundings {
        let outer = Surroundings(
            state: state, returned: returned, jumpTargets: jumpTargets, pendingFinally: pendingFinally, outParameters: outParameters)
        (returned, jumpTargets, pendingFinally) = (.unreachable, [], [])
        outParameters = function.parameters.filter { $0.ordinal != nil }
        return outer
    }

    private mutating func comeBack(to outer: Surroundings) {
        (state, returned) = (outer.state, outer.returned)
        (jumpTargets, pendingFinally, outParameters) = (outer.jumpTargets, outer.pendingFinally, outer.outParameters)
    }

    private mutating func visitBody(of function: FunctionSymbol, code: Diagnostic.Code, _ range: SourceRange) {
        switch function.body {
        case .expression(let expression)?: visit(expression)
        case .block(let statement, _)?:
            visit(statement)
            guard state.isReachable, function.resultType != .void else { break }
            report(code, "not every way through the function returns a value", range)
            return
        case nil: break
        }
        checkOutParameters(range)
    }

    /// Where a function returns, its `out` parameters must have values.
    mutating func checkOutParameters(_ range: SourceRange) {
        for parameter in outParameters {
            guard let ordinal = parameter.ordinal, !state.isAssigned(ordinal) else { continue }
            report("CS0177", "the 'out' parameter '\(parameter.name)' must be assigned before the function returns", range)
        }
    }

    // MARK: Lambdas

    /// A lambda's body starts with what is assigned where the lambda stands, and assigns nothing for what follows.
    mutating func visitLambda(_ function: FunctionSymbol, _ range: SourceRange) {
        let outer = enter(function)
        visitBody(of: function, code: "CS1643", range)
        comeBack(to: outer)
    }

    // MARK: Local functions

    /// A call: what the function reads must be assigned by now, and what it assigns is assigned behind it.
    mutating func call(_ function: FunctionSymbol, _ range: SourceRange) {
        let summary = summary(of: function)
        for ordinal in summary.reads.keys.sorted() {
            if let local = summary.reads[ordinal] { read(local, range) }
        }
        state.assign(summary.end)
    }

    mutating func noteRead(_ ordinal: Int, _ local: LocalSymbol) {
        functionsUnderWay[functionsUnderWay.count - 1].reads[ordinal] = local
    }

    @discardableResult
    mutating func summary(of function: FunctionSymbol) -> FunctionSummary {
        let key = ObjectIdentifier(function)
        if let known = functions[key], known.isCurrent {
            if functionsUnderWay.contains(where: { $0.function === function }) { functions[key]?.wasCalledEarly = true }
            return known.summary
        }
        functions[key, default: FlowFunction()].isCurrent = true
        functions[key]?.wasCalledEarly = false
        let summary = walk(function)
        if let former = functions[key], former.wasCalledEarly, former.summary != summary { mustRepeat = true }
        functions[key]?.summary = summary
        return summary
    }

    private mutating func walk(_ function: FunctionSymbol) -> FunctionSummary {
        let outer = enter(function)
        functionsUnderWay.append(FunctionUnderWay(function: function))
        state = .start
        visitBody(of: function, code: "CS0161", function.nameRange ?? SourceRange(0, 0))
        let end = state.joined(returned)
        let reads = functionsUnderWay.removeLast().reads
        comeBack(to: outer)
        return FunctionSummary(reads: reads, end: end)
    }
}
