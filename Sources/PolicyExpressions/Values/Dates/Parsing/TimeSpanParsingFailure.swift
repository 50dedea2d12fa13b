/// Why a text is no span of time. The exception's message is only made where one is thrown.
enum TimeSpanParsingFailure: Error {
    case notRecognized
    /// A number has too many digits, or is too large for its place.
    case overflow
    /// The text does not fit the format.
    case mismatch
    case invalidFormat, noFormat
    case noClosingQuote(UInt16)

    /// FormatException or OverflowException about a text.
    func exception(_ text: NetString) -> EvaluationError {
        switch self {
        case .notRecognized: .format("String '\(text)' was not recognized as a valid TimeSpan.")
        case .overflow:
            .system(
                "OverflowException",
                "The TimeSpan string '\(text)' could not be parsed because at least one of the numeric components is out of range or"
                    + " contains too many digits.")
        case .mismatch: .format()
        case .invalidFormat: .invalidFormatSpecifier
        case .noFormat: .format("No format specifiers were provided.")
        case .noClosingQuote(let quote):
            .format("Cannot find a matching quote character for the character '\(NetString(quote))'.")
        }
    }
}
