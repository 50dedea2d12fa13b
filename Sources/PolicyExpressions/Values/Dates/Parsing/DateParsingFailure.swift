/// Why a text is no date. The exception's message is only made where one is thrown.
enum DateParsingFailure: Error {
    case notRecognized
    /// A word that belongs to no date begins at a position.
    case unknownWord(Int)
    /// The parts are there, but no day, hour, minute or second has such numbers.
    case notInCalendar
    /// The text names another day of the week than the date's.
    case wrongDayOfWeek
    case dateOutOfRange, offsetOutOfRange, utcOutOfRange
    /// A zone without a year: which day it is in UTC could not be said.
    case missingYear
    case invalidFormat, noFormat
    /// A format of one letter that means nothing; the methods that try throw it all the same.
    case unknownStandardFormat
    case noClosingQuote(UInt16)
    /// A format asks for a part twice, and the text has two values for it.
    case repeatedPart(Unicode.Scalar)

    /// FormatException about a text.
    func exception(_ text: NetString) -> EvaluationError {
        switch self {
        case .notRecognized: .format("String '\(text)' was not recognized as a valid DateTime.")
        case .unknownWord(let index):
            .format("The string '\(text)' was not recognized as a valid DateTime. There is an unknown word starting at index '\(index)'.")
        case .notInCalendar:
            .format(
                "The DateTime represented by the string '\(text)' is not supported in calendar 'System.Globalization.GregorianCalendar'.")
        case .wrongDayOfWeek:
            .format("String '\(text)' was not recognized as a valid DateTime because the day of week was incorrect.")
        case .dateOutOfRange: .format("The DateTime represented by the string '\(text)' is out of range.")
        case .offsetOutOfRange: .format("The time zone offset of string '\(text)' must be within plus or minus 14 hours.")
        case .utcOutOfRange: .format("The UTC representation of the date '\(text)' falls outside the year range 1-9999.")
        case .missingYear: .format("There must be at least a partial date with a year present in the input string '\(text)'.")
        case .invalidFormat: .invalidFormatSpecifier
        case .unknownStandardFormat: .format()
        case .noFormat: .format("No format specifiers were provided.")
        case .noClosingQuote(let quote):
            .format("Cannot find a matching quote character for the character '\(NetString(quote))'.")
        case .repeatedPart(let letter): .format("DateTime pattern '\(letter)' appears more than once with different values.")
        }
    }
}
