/// Numbers that are kept as they were written until it is known as what they are wanted.
enum JsonNumberText {
    /// What parsing makes of a value that was kept as it was written: a number of its digits, a date of a text that is one.
    static func parsed(_ scalar: JsonScalar, _ settings: JsonSerializerSettings) throws(EvaluationError) -> JsonScalar {
        switch scalar {
        case .raw(let digits): return try number(digits, settings)
        case .string(let text): return date(text, settings) ?? scalar
        default: return scalar
        }
    }

    /// The date that a text is, in the settings' form; nil for any other text.
    private static func date(_ text: NetString, _ settings: JsonSerializerSettings) -> JsonScalar? {
        switch settings.dateParsing {
        case .none: nil
        case .dateTime: settings.dateForm.dateTime(text).map { .date($0) }
        case .dateTimeOffset: settings.dateForm.dateTimeOffset(text).map { .dateOffset($0) }
        }
    }

    private static func number(_ digits: NetString, _ settings: JsonSerializerSettings) throws(EvaluationError) -> JsonScalar {
        let scalar = try digits.withUTF8 { bytes throws(EvaluationError) -> JsonScalar in
            var reader = JsonReader(bytes, expecting: .token)
            return try reader.readNumber()
        }
        if settings.floatParsing == .decimal, case .float = scalar, let number = try? NumberParsing.decimal(digits, styles: .float) {
            return .decimal(number)
        }
        return scalar
    }

    /// A number as one of the types that Newtonsoft's reader reads itself.
    static func number(_ digits: NetString, _ target: NumericType, _ type: TypeSymbol) throws(EvaluationError) -> Value {
        let scalar = try number(digits, JsonSerializerSettings())
        switch target {
        case .int32: return .int32(try int32(scalar, digits))
        case .decimal:
            // Newtonsoft.Json 10 drops zeros at the end of the fraction.
            guard let number = try? NumberParsing.decimal(digits, styles: .float) else {
                guard let number = try? scalar.decimal() else { throw invalid(digits, "decimal") }
                return .decimal(number)
            }
            return .decimal(number.withoutTrailingZeros)
        case .single: return .single(Float(try double(scalar)))
        default: return .double(try double(scalar))
        }
    }

    private static func double(_ scalar: JsonScalar) throws(EvaluationError) -> Double {
        if case .bigInteger(let digits) = scalar { return try NumberParsing.double(digits) }
        return try scalar.double()
    }

    private static func int32(_ scalar: JsonScalar, _ digits: NetString) throws(EvaluationError) -> Int32 {
        switch scalar {
        case .integer(let number):
            guard let exact = Int32(exactly: number) else { throw tooLarge(digits) }
            return exact
        case .bigInteger: throw tooLarge(digits)
        default: throw invalid(digits, "integer")
        }
    }

    private static func tooLarge(_ digits: NetString) -> EvaluationError {
        .jsonReader("JSON integer \(digits.string) is too large or small for an Int32.")
    }

    private static func invalid(_ digits: NetString, _ kind: String) -> EvaluationError {
        .jsonReader("Input string '\(digits.string)' is not a valid \(kind).")
    }
}
