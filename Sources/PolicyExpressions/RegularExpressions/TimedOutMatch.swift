/// What RegexMatchTimeoutException tells of the match that took too long.
struct TimedOutMatch: Sendable {
    var pattern: NetString
    var input: NetString
    var limit: NetTimeSpan

    /// What .NET tells where nobody said more.
    static let unknown = TimedOutMatch(pattern: "", input: "", limit: NetTimeSpan(ticks: -1))
}

extension EvaluationError {
    /// RegexMatchTimeoutException.
    static func regexMatchTimeout(_ match: TimedOutMatch) -> EvaluationError {
        EvaluationError(
            exceptionType: "System.Text.RegularExpressions.RegexMatchTimeoutException",
            message: "The RegEx engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, "
                + "including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.",
            timedOutMatch: match)
    }
}
