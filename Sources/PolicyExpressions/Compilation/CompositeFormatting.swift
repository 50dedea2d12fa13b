/// Composite formatting: `string.Format`, `StringBuilder.AppendFormat`, and the holes of interpolated strings.
enum CompositeFormatting {
    /// The member that an interpolated string calls for a hole that has an alignment or a format.
    static let member = NetMember.staticMethod(
        "Format", "A value as text of at least a width, by a format.", ["value", "alignment", "format"],
        NetBody(framed: {
            (frame: inout Frame, value: Value, alignment: Int32, format: NetString?) throws(EvaluationError) -> NetString in
            let text = try formatted(value, format)
            let padding = try padding(of: text, alignment, &frame)
            return padding.isEmpty ? text : NetString.concatenate(alignment > 0 ? [padding, text] : [text, padding])
        }))

    /// The text of a value in a format; no format is the same as an empty one. What has no formats gives its text.
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
        case .dateTimeOffset(let date): return try date.text(format: format)
        case .timeSpan(let span): return try span.text(format: format)
        case .object(let object): return try object.invariantText(format: format)
        case .null, .boolean, .char, .string: return try ValueText.text(of: value)
        }
    }

    /// `string.Format`.
    ///
    /// - Throws: `System.FormatException` for a format that is not well-formed or asks for more values than there are.
    static func format(_ format: NetString, _ values: [Value], _ frame: inout Frame) throws(EvaluationError) -> NetString {
        var buffer = NetStringBuilderBuffer()
        try append(format, values, to: &buffer, &frame)
        return buffer.string
    }

    /// `StringBuilder.AppendFormat`.
    static func append(
        _ format: NetString, _ values: [Value], to buffer: inout NetStringBuilderBuffer, _ frame: inout Frame
    ) throws(EvaluationError) {
        var reader = CompositeFormatReader(format)
        while let part = try reader.next() {
            try frame.step()
            switch part {
            case .text(let text): buffer.append(text)
            case .hole(let index, let alignment, let itemFormat):
                guard index < values.count else {
                    throw .format(
                        "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")
                }
                let text = try formatted(values[index], itemFormat)
                let padding = try padding(of: text, alignment, &frame)
                try frame.allocate(text.utf8Count)
                if alignment > 0 { buffer.append(padding) }
                buffer.append(text)
                if alignment < 0 { buffer.append(padding) }
            }
        }
    }

    /// The spaces that a text lacks to an alignment's width.
    private static func padding(of text: NetString, _ alignment: Int32, _ frame: inout Frame) throws(EvaluationError) -> NetString {
        let missing = Int(alignment.magnitude) - text.utf16Count
        guard missing > 0 else { return NetString() }
        try frame.allocate(missing)
        return try NetString(repeating: 0x20, count: missing)
    }
}

/// Reads a composite format from left to right: texts, and holes `{index,alignment:format}`.
struct CompositeFormatReader {
    enum Part {
        case text(NetString)
        /// A negative alignment aligns to the left.
        case hole(index: Int, alignment: Int32, format: NetString?)
    }

    private let units: [UInt16]
    private var position = 0

    /// .NET stops reading digits of an index or of a width at a million; what follows is then an error.
    private static let numberLimit = 1_000_000

    init(_ format: NetString) { units = format.utf16Array }

    /// The next part; nil at the end.
    mutating func next() throws(EvaluationError) -> Part? {
        guard position < units.count else { return nil }
        let text = try readText()
        if !text.isEmpty { return .text(NetString(utf16: text)) }
        return try readHole()
    }

    /// Text up to a hole or the end; doubled braces stand for one.
    private mutating func readText() throws(EvaluationError) -> [UInt16] {
        var text: [UInt16] = []
        while position < units.count {
            let unit = units[position]
            if unit == UInt8.closingBrace || unit == UInt8.openingBrace {
                guard peek(1) == unit else {
                    guard unit == UInt8.openingBrace else { throw .format() }
                    return text
                }
                position += 1
            }
            text.append(unit)
            position += 1
        }
        return text
    }

    private mutating func readHole() throws(EvaluationError) -> Part {
        position += 1
        let index = try readNumber()
        skipSpaces()
        var alignment: Int32 = 0
        if peek() == UInt16(UInt8(ascii: ",")) {
            position += 1
            skipSpaces()
            let isLeft = peek() == UInt16(UInt8(ascii: "-"))
            if isLeft { position += 1 }
            let width = Int32(truncatingIfNeeded: try readNumber())
            alignment = isLeft ? -width : width
            skipSpaces()
        }
        let format = peek() == UInt16(UInt8(ascii: ":")) ? try readItemFormat() : nil
        guard peek() == UInt16(UInt8.closingBrace) else { throw .format() }
        position += 1
        return .hole(index: index, alignment: alignment, format: format)
    }

    /// A number, behind which something must follow.
    private mutating func readNumber() throws(EvaluationError) -> Int {
        guard let first = digit else { throw .format() }
        var number = first
        position += 1
        while let digit, number < Self.numberLimit {
            number = number * 10 + digit
            position += 1
        }
        guard position < units.count else { throw .format() }
        return number
    }

    /// What stands between the colon and the closing brace.
    private mutating func readItemFormat() throws(EvaluationError) -> NetString {
        position += 1
        var format: [UInt16] = []
        while let unit = peek() {
            if unit == UInt8.openingBrace || unit == UInt8.closingBrace {
                guard peek(1) == unit else {
                    guard unit == UInt8.closingBrace else { throw .format() }
                    return NetString(utf16: format)
                }
                position += 1
            }
            format.append(unit)
            position += 1
        }
        throw .format()
    }

    private mutating func skipSpaces() { while peek() == 0x20 { position += 1 } }

    private func peek(_ offset: Int = 0) -> UInt16? { position + offset < units.count ? units[position + offset] : nil }

    private var digit: Int? {
        guard let unit = peek(), (0x30...0x39).contains(unit) else { return nil }
        return Int(unit) - 0x30
    }
}

extension UInt8 {
    fileprivate static let openingBrace = UInt8(ascii: "{")
    fileprivate static let closingBrace = UInt8(ascii: "}")
}
