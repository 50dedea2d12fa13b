/// The states in which control arrives at a place by jumps.
struct FlowLabel {
    var state = FlowState.unreachable
    /// How many finally blocks stand around it.
    var finallyDepth: Int
    /// Whether the current walk has come by already: what arrives now needs another walk.
    var isPassed = false
}

/// Where `break` and `continue` go.
struct JumpTargets {
    var breakOut: FlowLabel
    /// Nil in a switch, whose `continue` belongs to the loop around it.
    var continueLoop: FlowLabel?
}

/// A jump that passes a finally block on its way.
struct PendingJump {
    enum Target {
        /// Indices of `FlowAnalysis.jumpTargets`.
        case breakOut(Int)
        case continueLoop(Int)
        case label(Int)
        case functionEnd
    }

    var target: Target
    var state: FlowState
}

extension FlowAnalysis {
    /// Control leaves for a target; the state behind the jump is that of unreachable code.
    mutating func jump(to target: PendingJump.Target) {
        arrive(PendingJump(target: target, state: state))
        state = .unreachable
    }

    /// Brings a jump's state to its target, or to the innermost finally block on its way.
    mutating func arrive(_ jump: PendingJump) {
        guard jump.state.isReachable else { return }
        if pendingFinally.count > finallyDepth(of: jump.target) {
            pendingFinally[pendingFinally.count - 1].append(jump)
            return
        }
        switch jump.target {
        case .breakOut(let index): jumpTargets[index].breakOut.state.join(jump.state)
        case .continueLoop(let index): jumpTargets[index].continueLoop?.state.join(jump.state)
        case .label(let number): arrive(at: number, jump.state)
        case .functionEnd: returned.join(jump.state)
        }
    }

    private mutating func arrive(at number: Int, _ arriving: FlowState) {
        guard let label = labels[number] else { return }
        let joined = label.state.joined(arriving)
        guard joined != label.state else { return }
        labels[number]?.state = joined
        if label.isPassed { mustRepeat = true }
    }

    private func finallyDepth(of target: PendingJump.Target) -> Int {
        switch target {
        case .breakOut(let index): jumpTargets[index].breakOut.finallyDepth
        case .continueLoop(let index): jumpTargets[index].continueLoop?.finallyDepth ?? pendingFinally.count
        case .label(let number): labels[number]?.finallyDepth ?? pendingFinally.count
        case .functionEnd: 0
        }
    }

    mutating func breakOut() {
        guard !jumpTargets.isEmpty else { return }
        jump(to: .breakOut(jumpTargets.count - 1))
    }

    mutating func continueLoop() {
        guard let index = jumpTargets.lastIndex(where: { $0.continueLoop != nil }) else { return }
        jump(to: .continueLoop(index))
    }

    /// Makes the labels of a block known before its statements are walked.
    mutating func declareLabel(_ label: LabelSymbol) {
        if labels[label.number] == nil { labels[label.number] = FlowLabel(finallyDepth: pendingFinally.count) }
    }

    /// Control comes by at a label, from above and by jumps.
    mutating func pass(_ label: LabelSymbol) {
        labels[label.number]?.isPassed = true
        if let arrived = labels[label.number]?.state { state.join(arrived) }
    }
}
