extension RegexMatcher {
    /// Finds the next match from a position on; then captures and `position` tell of it. Gives where it begins.
    mutating func find(from first: Int, _ frame: inout Frame) throws(EvaluationError) -> Int? {
        program.isRightToLeft ? try findBackward(from: first, &frame) : try findForward(from: first, &frame)
    }

    private mutating func findForward(from first: Int, _ frame: inout Frame) throws(EvaluationError) -> Int? {
        let search = program.search, last = text.count - search.minimumLength
        var candidate = first
        while candidate <= last {
            if search.isAnchored, candidate > 0 { return nil }
            guard let found = nextCandidate(from: candidate, upTo: last) else { return nil }
            if try matches(at: found, &frame) { return found }
            candidate = found + 1
        }
        return nil
    }

    private mutating func findBackward(from first: Int, _ frame: inout Frame) throws(EvaluationError) -> Int? {
        var candidate = first
        while candidate >= program.search.minimumLength {
            if try matches(at: candidate, &frame) { return candidate }
            candidate -= 1
        }
        return nil
    }

    /// The next place at which a match can begin.
    private mutating func nextCandidate(from first: Int, upTo last: Int) -> Int? {
        let search = program.search
        var candidate = first
        defer { timer.count(candidate - first) }
        if let unit = search.prefix.first {
            guard let sought = Unit(exactly: unit) else { return nil }
            while candidate <= last, text.baseAddress.unsafelyUnwrapped[candidate] != sought { candidate += 1 }
        } else if let set = search.firstUnits {
            while candidate <= last, candidate < text.count, !set.contains(unit(candidate)) { candidate += 1 }
        }
        return candidate <= last ? candidate : nil
    }

    // MARK: Anchors

    func isAt(_ anchor: Int32) -> Bool {
        switch RegexAnchor(rawValue: anchor) {
        case .beginning: position == 0
        case .lineBeginning: position == 0 || unit(position - 1) == 10
        case .end: position == text.count
        case .lineEnd: position == text.count || unit(position) == 10
        case .endOrBeforeLastLineBreak: position == text.count || (position == text.count - 1 && unit(position) == 10)
        case .start: position == start
        case .boundary: isBoundary(\.isRegexBoundaryWord)
        case .nonBoundary: !isBoundary(\.isRegexBoundaryWord)
        case .ecmaBoundary: isBoundary(\.isASCIIWord)
        case .ecmaNonBoundary: !isBoundary(\.isASCIIWord)
        case nil: false
        }
    }

    private func isBoundary(_ isWord: (UInt16) -> Bool) -> Bool {
        let before = position > 0 && isWord(unit(position - 1))
        return before != (position < text.count && isWord(unit(position)))
    }
}

/// Watches how long a match takes.
struct RegexTimer {
    /// How much work may be done until the clock is looked at.
    private static let workBetweenChecks = 10_000

    private let limit: Duration
    private let start: ContinuousClock.Instant?
    private var work = workBetweenChecks

    /// A timer that starts when it is first looked at: most matches end long before.
    init(limit: Duration) { (self.limit, start) = (limit, nil) }

    private init(limit: Duration, start: ContinuousClock.Instant) { (self.limit, self.start) = (limit, start) }

    /// Counts units that were looked at in a loop of their own, which is quick.
    @inline(__always)
    mutating func count(_ units: Int) { work &-= units >> 2 }

    /// Counts a step, and says whether it is time to look at the clock.
    @inline(__always)
    var isDue: Bool {
        mutating get {
            work &-= 1
            return work < 0
        }
    }

    /// Throws `RegexMatchTimeoutException` when the time is over, and what the evaluation's own limits throw.
    @inline(never)
    mutating func check(_ frame: inout Frame, isExhausted: Bool) throws(EvaluationError) {
        try frame.step()
        let now = ContinuousClock.now, start = start ?? now
        guard now - start < limit, !isExhausted else { throw .regexMatchTimeout(.unknown) }
        self = RegexTimer(limit: limit, start: start)
    }
}

extension EvaluationError {
    static func regexParse(_ pattern: NetString, _ error: RegexPatternError) -> EvaluationError {
        EvaluationError(
            exceptionType: "System.Text.RegularExpressions.RegexParseException",
            message: "Invalid pattern '\(pattern.string)' at offset \(error.offset). \(error.problem)")
    }
}
