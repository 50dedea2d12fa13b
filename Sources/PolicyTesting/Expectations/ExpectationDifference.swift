public import PolicyDiagnostics

/// One way in which what happened is not what was expected.
public struct ExpectationDifference: Sendable, CustomStringConvertible {
    /// What differs: `response.statusCode`, `callouts[0].request.url`.
    public var path: String
    /// What was expected, in words or as the test writes it.
    public var expected: String
    /// What there was.
    public var actual: String
    /// Where the expectation stands.
    public var span: SourceSpan?
    /// The value that would meet the expectation in its place, as JSON; nil where it is no plain value.
    package var replacement: JSON?

    /// Makes a difference.
    public init(_ path: String, expected: String, actual: String, at span: SourceSpan? = nil) {
        (self.path, self.expected, self.actual, self.span) = (path, expected, actual, span)
    }

    /// The difference in a sentence.
    public var description: String { "\(path): want \(expected), have \(actual)" }

    func replaced(by value: JSON?) -> ExpectationDifference {
        var result = self
        result.replacement = value
        return result
    }
}
