/// Numbers to text as .NET Core 3.1 writes them with the invariant culture.
public enum NumberFormatting {
    /// A whole number's default text.
    public static func text(_ number: Int32) -> NetString { NetString(text: String(number), form: .ascii) }
    /// A whole number's default text.
    public static func text(_ number: Int64) -> NetString { NetString(text: String(number), form: .ascii) }
    /// A whole number's default text.
    public static func text(_ number: UInt64) -> NetString { NetString(text: String(number), form: .ascii) }
    /// A number's default text: the shortest that reads back the same.
    public static func text(_ number: Double) -> NetString { NetString(text: shortest(number.description), form: .ascii) }
    /// A number's default text: the shortest that reads back the same.
    public static func text(_ number: Float) -> NetString { NetString(text: shortest(number.description), form: .ascii) }
    /// A decimal's default text, with its scale.
    public static func text(_ number: NetDecimal) -> NetString { number.text }

    /// A whole number in a standard or custom format; throws FormatException. `bits` is the width of the type, for `X`.
    public static func text(_ number: Int64, format: NetString?, bits: Int) throws(EvaluationError) -> NetString {
        throw .notSupported()
    }
    /// An unsigned number in a standard or custom format; throws FormatException.
    public static func text(_ number: UInt64, format: NetString?) throws(EvaluationError) -> NetString { throw .notSupported() }
    /// A number in a standard or custom format; throws FormatException.
    public static func text(_ number: Double, format: NetString?) throws(EvaluationError) -> NetString { throw .notSupported() }
    /// A number in a standard or custom format; throws FormatException.
    public static func text(_ number: Float, format: NetString?) throws(EvaluationError) -> NetString { throw .notSupported() }
    /// A decimal in a standard or custom format; throws FormatException.
    public static func text(_ number: NetDecimal, format: NetString?) throws(EvaluationError) -> NetString { throw .notSupported() }

    static func shortest(_ description: String) -> String { description }
}
