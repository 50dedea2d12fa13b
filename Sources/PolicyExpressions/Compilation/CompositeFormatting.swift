import PolicyDiagnostics

/// One hole of `string.Format` or of an interpolated string: a value with alignment and format.
enum CompositeFormatting {
    /// The member that an interpolated string calls for a hole that has an alignment or a format.
    static let member = NetMember.staticMethod(
        "Format", "A value as text of at least a width, by a format.", ["value", "alignment", "format"],
        NetBody { (value: Value, alignment: Int32, format: NetString?) throws(EvaluationError) -> NetString in
            aligned(try formatted(value, format), alignment)
        })

    static func formatted(_ value: Value, _ format: NetString?) throws(EvaluationError) -> NetString {
        guard let format, !format.isEmpty else { return try ValueText.text(of: value) }
        switch value {
        case .single(let number): return try NumberFormatting.text(number, format: format)
        case .double(let number): return try NumberFormatting.text(number, format: format)
        case .decimal(let number): return try NumberFormatting.text(number, format: format)
        case .uint64(let number): return try NumberFormatting.text(number, format: format)
        case .sbyte, .byte: return try NumberFormatting.text(value.integer ?? 0, format: format, bits: 8)
        case .int16, .uint16: return try NumberFormatting.text(value.integer ?? 0, format: format, bits: 16)
        case .int32, .uint32: return try NumberFormatting.text(value.integer ?? 0, format: format, bits: 32)
        case .int64: return try NumberFormatting.text(value.integer ?? 0, format: format, bits: 64)
        case .enumeration(let value): return try value.text(format: format)
        case .guid(let guid): return try guid.text(format: format)
        case .dateTime(let date): return try date.text(format: format)
        case .timeSpan(let span): return try span.text(format: format)
        default: return try ValueText.text(of: value)
        }
    }

    /// Padded to the width: on the left for a positive alignment, on the right for a negative one.
    static func aligned(_ text: NetString, _ alignment: Int32) -> NetString {
        let missing = Int(alignment.magnitude) - text.utf16Count
        guard missing > 0 else { return text }
        let spaces = NetString(String(repeating: " ", count: min(missing, 1_000_000)))
        return NetString.concatenate(alignment > 0 ? [spaces, text] : [text, spaces])
    }
}
