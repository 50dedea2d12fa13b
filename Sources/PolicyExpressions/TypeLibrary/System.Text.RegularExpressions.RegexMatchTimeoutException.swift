extension NetType {
    /// `System.Text.RegularExpressions.RegexMatchTimeoutException`.
    static let regexMatchTimeoutException: NetType = NetType(
        "System.Text.RegularExpressions", "RegexMatchTimeoutException", base: .named(timeoutException, [])
    ) {
        constructors { regexMatchTimeoutException } + [
            .constructor(
                "An exception about a match.", ["regexInput", "regexPattern", "matchTimeout"],
                NetBody {
                    (input: NetString, pattern: NetString, limit: NetTimeSpan) throws(EvaluationError) -> Instance<NetException> in
                    let exception = NetException(.regexMatchTimeout(TimedOutMatch(pattern: pattern, input: input, limit: limit)))
                    exception.isThrown = false
                    return Instance(exception)
                }),
            timeoutProperty("Pattern", "The pattern that was searched for.", \.pattern),
            timeoutProperty("Input", "The text that was searched.", \.input),
            timeoutProperty("MatchTimeout", "The time that the match was allowed to take.", \.limit),
        ]
    }

    private static func timeoutProperty<Property: NetRepresentable>(
        _ name: String, _ summary: String, _ property: any KeyPath<TimedOutMatch, Property> & Sendable
    ) -> NetMember {
        .property(
            name, summary,
            NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> Property in
                (exception.object.error.timedOutMatch ?? .unknown)[keyPath: property]
            })
    }
}
