public import PolicyDiagnostics

/// An exception of an expression, as .NET would have thrown it, or a limit of ours that was reached.
///
/// One pointer wide, so that a function that may throw costs nothing more than one that may not.
public struct EvaluationError: Error, Sendable {
    /// What ran out, when an evaluation was stopped by its limits.
    public enum Limit: String, Sendable, Hashable {
        /// Steps of loops, calls and library functions.
        case steps
        /// Bytes of strings and collections.
        case allocation
        /// Nesting of JSON, XML or values.
        case depth
        /// Nesting of calls.
        case callDepth
        /// Work of a regular expression.
        case regularExpression
        /// Time on the clock.
        case time
        /// The task was cancelled.
        case cancellation
    }

    private let details: Details

    /// Makes an error; `exceptionType` is the full .NET name, such as `System.FormatException`.
    public init(
        exceptionType: String, message: String, argumentName: String? = nil, range: SourceRange? = nil, limit: Limit? = nil
    ) {
        details = Details(exceptionType, message, argumentName, range, limit, nil)
    }

    /// The full name of the .NET exception.
    public var exceptionType: String { details.exceptionType }
    /// The exception's message, exactly as .NET Core 3.1 and Newtonsoft.Json write it.
    public var message: String { details.message }
    /// The argument that an ArgumentException names.
    public var argumentName: String? { details.argumentName }
    /// The part of the expression that threw, in bytes of the expression's text, once it is known.
    public var range: SourceRange? { details.range }
    /// The limit that stopped the evaluation; nil for an exception that C# would have thrown as well.
    public var limit: Limit? { details.limit }

    /// The match that took too long, when that is what is wrong.
    var timedOutMatch: TimedOutMatch? { details.timedOutMatch }

    init(exceptionType: String, message: String, timedOutMatch: TimedOutMatch) {
        details = Details(exceptionType, message, nil, nil, nil, timedOutMatch)
    }

    private init(_ details: Details) { self.details = details }

    /// The same error with the place that threw it; a place that is already known stays.
    public func located(at range: SourceRange) -> EvaluationError {
        guard self.range == nil else { return self }
        return EvaluationError(Details(exceptionType, message, argumentName, range, limit, timedOutMatch))
    }
}

extension EvaluationError: Hashable {
    /// Errors are equal when everything they say is.
    public static func == (left: Self, right: Self) -> Bool {
        left.exceptionType == right.exceptionType && left.message == right.message && left.argumentName == right.argumentName
            && left.range == right.range && left.limit == right.limit
    }

    /// Hashes type and message.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(exceptionType)
        hasher.combine(message)
    }
}

extension EvaluationError: CustomStringConvertible {
    /// The type and the message.
    public var description: String { "\(exceptionType): \(message)" }
}

private final class Details: Sendable {
    let exceptionType: String
    let message: String
    let argumentName: String?
    let range: SourceRange?
    let limit: EvaluationError.Limit?
    let timedOutMatch: TimedOutMatch?

    init(
        _ exceptionType: String, _ message: String, _ argumentName: String?, _ range: SourceRange?, _ limit: EvaluationError.Limit?,
        _ timedOutMatch: TimedOutMatch?
    ) {
        (self.exceptionType, self.message, self.argumentName) = (exceptionType, message, argumentName)
        (self.range, self.limit, self.timedOutMatch) = (range, limit, timedOutMatch)
    }
}
