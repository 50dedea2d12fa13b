import CThreadStack

/// What is checked now and then while an evaluation runs, because checking it at every step would cost too much.
extension Frame {
    /// How many steps pass before the first look at the clock: few, because one step of a loop can be long work of the library.
    static var stepsBeforeFirstCheck: Int { 64 }

    /// How many steps pass at most between two looks at the clock.
    private static var stepsBetweenChecks: Int { 4_096 }

    /// How far apart in time two looks may be before they become more frequent.
    private static var timeBetweenChecks: Duration { .milliseconds(10) }

    /// The instant that deadlines are counted from.
    static let clockOrigin = ContinuousClock.now

    /// Throws when a limit is reached; otherwise sets the next point at which this is asked.
    @inline(never)
    mutating func checkLimits() throws(EvaluationError) {
        let limits = context.environment.limits
        if remainingSteps < 0 { throw .limit(.steps, "The expression took more than \(limits.steps) steps.") }
        if Task.isCancelled { throw .limit(.cancellation, "The task that evaluates the expression was cancelled.") }
        let now = Self.clockOrigin.duration(to: .now)
        if let deadline, now > deadline { throw .limit(.time, "The expression took longer than \(limits.time).") }
        // The first check starts the clock: expressions of a few steps, which are nearly all, never read it.
        if deadline == nil { deadline = now + limits.time }
        let isLate = now - (lastCheck ?? now) > Self.timeBetweenChecks
        checkInterval = isLate ? max(1, checkInterval / 8) : min(checkInterval * 2, Self.stepsBetweenChecks)
        lastCheck = now
        checkpoint = max(0, remainingSteps - checkInterval)
    }

    // MARK: Texts and bodies

    /// Counts in that a body is read. The first time its memory is free, as bodies have a limit of their own; what a loop
    /// reads again and again is the expression's.
    mutating func countReading(of body: MessageBody) throws(EvaluationError) {
        try step(1 + body.byteCount / 256)
        if noteReading(of: ObjectIdentifier(body)) { try allocate(body.byteCount) }
    }

    // MARK: The thread's stack

    /// How much stack an evaluation may take before the thread is asked how much there is.
    private static var uncheckedStack: Int { 128 * 1024 }

    /// What must be left for a function's body, whose tree is at most 256 high, and for what library members call.
    private static var reservedStack: UInt {
        #if DEBUG
            384 * 1024
        #else
            128 * 1024
        #endif
    }

    /// Sequences of sequences walk within each other; one that is nested too deeply for the thread's stack is refused.
    mutating func checkStackForWalk() throws(EvaluationError) {
        if !hasStackForCall() { throw .limit(.depth, "The sequence is made of too many sequences within each other.") }
    }

    /// Whether the thread's stack has room for another call. The frame itself lies where the evaluation began.
    mutating func hasStackForCall() -> Bool {
        var marker: UInt8 = 0
        let current = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
        let start = withUnsafeMutablePointer(to: &self) { UInt(bitPattern: $0) }
        guard start > current, start - current > Self.uncheckedStack else { return true }
        let end = UInt(thread_stack_end())
        return end != 0 && current > end + Self.reservedStack
    }
}
