extension JToken {
    /// `ToString()`: a container as indented JSON, a value as its own text.
    public final func text() throws(EvaluationError) -> NetString {
        isContainer ? try indentedText() : unsafeDowncast(self, to: JValue.self).scalar.invariantText
    }

    /// `ToString(Formatting.None)`: JSON in one line, in which a string has its quotes; throws when the tree is nested too
    /// deeply.
    public final func compactText() throws(EvaluationError) -> NetString { try text(isIndented: false) }

    /// `ToString(Formatting.Indented)`: JSON with one value a line; throws when the tree is nested too deeply.
    public final func indentedText() throws(EvaluationError) -> NetString { try text(isIndented: true) }

    private func text(isIndented: Bool) throws(EvaluationError) -> NetString {
        var writer = JsonWriter(isIndented: isIndented)
        try writer.write(self)
        return writer.text
    }
}

extension NetString {
    /// The string as a JSON string in double quotes: `JsonConvert.ToString`.
    public var jsonQuoted: NetString {
        var writer = JsonWriter(isIndented: false)
        writer.writeString(self)
        return writer.text
    }
}

extension JsonScalar {
    /// `ToString()` of the value with the invariant culture; empty for `null` and `undefined`.
    public var invariantText: NetString {
        switch self {
        case .null, .undefined, .typedNull: NetString()
        case .boolean(let value): value ? "True" : "False"
        case .integer(let number), .sizedInteger(let number, _): NumberFormatting.text(number)
        case .character(let unit): NetString(unit)
        case .enumeration(let value): value.text
        case .float(let number): NumberFormatting.text(number)
        case .single(let number): NumberFormatting.text(number)
        case .decimal(let number): NumberFormatting.text(number)
        case .string(let text), .comment(let text), .raw(let text), .uri(let text), .bigInteger(let text): text
        case .date(let date): NetString(date.invariantText)
        case .dateOffset(let date): NetString(date.invariantText)
        case .guid(let guid): NetString(guid.hyphenated)
        case .timeSpan(let span): NetString(span.constantFormat)
        case .bytes: "System.Byte[]"
        }
    }

    /// The text of a value that JSON knows only as a string.
    var jsonStringContent: NetString {
        switch self {
        case .date(let date): NetString(date.jsonText)
        case .dateOffset(let date): NetString(date.clock.jsonText + date.offsetText)
        case .bytes(let bytes): NetString(text: Base64.encode(bytes), form: .ascii)
        default: invariantText
        }
    }
}

extension NetDateTime {
    /// `+01:00`.
    static func offsetText(minutes: Int32) -> String {
        let magnitude = Int(minutes.magnitude)
        let digits = [magnitude / 60, magnitude % 60].map { $0 < 10 ? "0\($0)" : String($0) }
        return (minutes < 0 ? "-" : "+") + digits.joined(separator: ":")
    }
}
