extension EvaluationError {
    /// An exception of the namespace System.
    public static func system(_ name: String, _ message: String) -> EvaluationError {
        EvaluationError(exceptionType: "System.\(name)", message: message)
    }

    /// NullReferenceException.
    public static var nullReference: EvaluationError {
        system("NullReferenceException", "Object reference not set to an instance of an object.")
    }

    /// FormatException; without a message, that of a number that does not parse.
    public static func format(_ message: String = "Input string was not in a correct format.") -> EvaluationError {
        system("FormatException", message)
    }

    /// FormatException of a format string that is not valid.
    public static var invalidFormatSpecifier: EvaluationError { format("Format specifier was invalid.") }

    /// OverflowException of a conversion: `type` is `Int32`, `Decimal`, …
    public static func overflow(_ type: String) -> EvaluationError {
        let article = type.hasPrefix("I") ? "an" : "a"
        switch type {
        case "Byte": return system("OverflowException", "Value was either too large or too small for an unsigned byte.")
        case "SByte": return system("OverflowException", "Value was either too large or too small for a signed byte.")
        case "Char": return system("OverflowException", "Value was either too large or too small for a character.")
        default: return system("OverflowException", "Value was either too large or too small for \(article) \(type).")
        }
    }

    /// OverflowException of checked arithmetic.
    public static var arithmeticOverflow: EvaluationError { system("OverflowException", "Arithmetic operation resulted in an overflow.") }

    /// DivideByZeroException.
    public static var divideByZero: EvaluationError { system("DivideByZeroException", "Attempted to divide by zero.") }

    /// ArgumentException; the name of the argument is added to the message as .NET does.
    public static func argument(_ message: String, _ name: String? = nil) -> EvaluationError {
        withArgument("ArgumentException", message, name)
    }

    /// ArgumentNullException.
    public static func argumentNull(_ name: String, _ message: String = "Value cannot be null.") -> EvaluationError {
        withArgument("ArgumentNullException", message, name)
    }

    /// ArgumentOutOfRangeException.
    public static func argumentOutOfRange(
        _ name: String, _ message: String = "Specified argument was out of the range of valid values."
    ) -> EvaluationError {
        withArgument("ArgumentOutOfRangeException", message, name)
    }

    /// ArgumentOutOfRangeException that also shows the argument's value.
    public static func argumentOutOfRange(_ name: String, _ message: String, actual: NetString) -> EvaluationError {
        EvaluationError(
            exceptionType: "System.ArgumentOutOfRangeException",
            message: "\(message) (Parameter '\(name)')\nActual value was \(actual).", argumentName: name)
    }

    /// ArgumentOutOfRangeException of a list's indexer.
    public static var indexOutOfCollection: EvaluationError {
        argumentOutOfRange("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
    }

    /// IndexOutOfRangeException of an array or a string.
    public static var indexOutOfRange: EvaluationError {
        system("IndexOutOfRangeException", "Index was outside the bounds of the array.")
    }

    /// InvalidCastException between two types, given by their full names.
    public static func invalidCast(from source: String, to target: String) -> EvaluationError {
        system("InvalidCastException", "Unable to cast object of type '\(source)' to type '\(target)'.")
    }

    /// InvalidCastException with a message of its own.
    public static func invalidCast(_ message: String) -> EvaluationError { system("InvalidCastException", message) }

    /// InvalidOperationException.
    public static func invalidOperation(_ message: String) -> EvaluationError { system("InvalidOperationException", message) }

    /// KeyNotFoundException of a dictionary.
    public static func keyNotFound(_ key: String) -> EvaluationError {
        system("Collections.Generic.KeyNotFoundException", "The given key '\(key)' was not present in the dictionary.")
    }

    /// NotSupportedException.
    public static func notSupported(_ message: String = "Specified method is not supported.") -> EvaluationError {
        system("NotSupportedException", message)
    }

    /// Newtonsoft.Json's JsonReaderException.
    public static func jsonReader(_ message: String) -> EvaluationError {
        EvaluationError(exceptionType: "Newtonsoft.Json.JsonReaderException", message: message)
    }

    /// Newtonsoft.Json's JsonException.
    public static func json(_ message: String) -> EvaluationError {
        EvaluationError(exceptionType: "Newtonsoft.Json.JsonException", message: message)
    }

    /// Newtonsoft.Json's JsonSerializationException.
    public static func jsonSerialization(_ message: String) -> EvaluationError {
        EvaluationError(exceptionType: "Newtonsoft.Json.JsonSerializationException", message: message)
    }

    /// The evaluation was stopped because one of its limits was reached.
    public static func limit(_ limit: Limit, _ message: String) -> EvaluationError {
        EvaluationError(exceptionType: "APIMPolicy.EvaluationLimitException", message: message, limit: limit)
    }

    private static func withArgument(_ type: String, _ message: String, _ name: String?) -> EvaluationError {
        let suffix = name.map { " (Parameter '\($0)')" } ?? ""
        return EvaluationError(exceptionType: "System.\(type)", message: message + suffix, argumentName: name)
    }
}
