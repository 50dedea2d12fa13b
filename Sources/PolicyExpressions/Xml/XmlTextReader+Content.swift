// Text, references, sections and processing instructions.
extension XmlTextReader {
    // MARK: Text

    /// Reads text up to the next markup. White space alone counts only where it is to be preserved.
    mutating func readText(in current: OpenElement) throws(EvaluationError) {
        let start = position
        var decoded: [UInt8]?
        var isBlank = true
        while !isAtEnd, peek() != UInt8(ascii: "<") {
            let byte = bytes[position]
            if byte == 0x26 || byte == 0x0D {
                if decoded == nil { decoded = Array(bytes[start..<position]) }
                let scalar = byte == 0x26 ? try readReference() : readLineEnd()
                if !scalar.isASCII || !XmlCharacters.isWhitespace(UInt8(scalar.value)) { isBlank = false }
                decoded?.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
                continue
            }
            if !XmlCharacters.isWhitespace(byte) { isBlank = false }
            if byte == 0x5D, peek(1) == 0x5D, peek(2) == 0x3E { throw failure("']]>' is not allowed in character data.") }
            let first = position
            try passCharacter()
            decoded?.append(contentsOf: bytes[first..<position])
        }
        if isAtEnd { throw unclosedElements }
        guard !isBlank || preservesWhitespace || current.preservesSpace else { return }
        current.element.append(text: decoded.map { NetString(utf8: $0) } ?? text(start..<position))
    }

    private mutating func readLineEnd() -> Unicode.Scalar {
        position += peek(1) == 0x0A ? 2 : 1
        return "\n"
    }

    // MARK: References

    /// `&amp;`, `&#65;`, `&#x41;`.
    mutating func readReference() throws(EvaluationError) -> Unicode.Scalar {
        if peek(1) == UInt8(ascii: "#") { return try readCharacterReference() }
        for (name, scalar) in Self.predefined where starts(with: name, at: position) {
            position += name.utf8CodeUnitCount
            return scalar
        }
        guard position + 1 < bytes.count else { throw endOfFile }
        let start = position + 1
        let end: Int
        do { end = try nameEnd(at: start) } catch { throw failure("An error occurred while parsing EntityName.", at: start) }
        guard byte(at: end) == UInt8(ascii: ";") else { throw unexpectedToken(at: end, expected: ";") }
        throw failure("Reference to undeclared entity '\(text(start..<end).string)'.", at: start)
    }

    private static let predefined: [(StaticString, Unicode.Scalar)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
    ]

    private mutating func readCharacterReference() throws(EvaluationError) -> Unicode.Scalar {
        let isHexadecimal = peek(2) == UInt8(ascii: "x")
        let start = position + (isHexadecimal ? 3 : 2)
        var (index, value) = (start, UInt32(0))
        while let digit = Self.digit(byte(at: index), isHexadecimal) {
            value = value * (isHexadecimal ? 16 : 10) + digit
            // .NET's number is an Int32; beyond it, it says so.
            guard value < 0x0800_0000 else { throw failure("Invalid value of a character entity reference.", at: index) }
            index += 1
        }
        guard byte(at: index) == UInt8(ascii: ";"), index > start else {
            if index >= bytes.count { throw endOfFile(in: "{0}", at: position) }
            throw failure("Invalid syntax for a \(isHexadecimal ? "hexadecimal" : "decimal") numeric entity reference.", at: index)
        }
        guard XmlCharacters.isCharacter(value), let scalar = Unicode.Scalar(value) else {
            let (character, number) = XmlCharacters.shown([UInt16(truncatingIfNeeded: value)], at: 0)
            throw failure("'\(character)', hexadecimal value \(number), is an invalid character.", at: start)
        }
        position = index + 1
        return scalar
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if byte &- 0x30 < 10 { return UInt32(byte &- 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
    }

    // MARK: Comments, CDATA sections

    enum Section { case comment, cdata }

    /// The content of a comment or CDATA section, from behind its beginning.
    mutating func readSection(_ section: Section) throws(EvaluationError) -> NetString {
        let (start, stop) = (position, UInt8(ascii: section == .comment ? "-" : "]"))
        let name = section == .comment ? "Comment" : "CDATA"
        guard position + 3 <= bytes.count else { throw endOfFile(in: name, at: position) }
        while !isAtEnd {
            guard peek() == stop else {
                try passCharacter()
                continue
            }
            if position + 1 == bytes.count || peek(1) == stop && position + 2 == bytes.count { break }
            if peek(1) == stop, peek(2) == UInt8(ascii: ">") {
                position += 3
                return XmlLineEnds.normalized(text(start..<position - 3))
            }
            if peek(1) == stop, section == .comment {
                throw failure("An XML comment cannot contain '--', and '-' cannot be the last character.")
            }
            position += 1
        }
        throw endOfFile(in: name, at: position)
    }

    // MARK: Processing instructions

    /// An instruction, from behind its `<?`.
    mutating func readProcessingInstruction() throws(EvaluationError) -> XProcessingInstruction {
        let nameEnd = try nameEnd(at: position)
        let target = text(position..<nameEnd)
        if target == "xml" {
            throw failure(
                "Unexpected XML declaration. The XML declaration must be the first node in the document, and no white space characters are "
                    + "allowed to appear before it.")
        }
        if target.equalsIgnoringASCIICase("xml") { throw failure("'\(target.string)' is an invalid name for processing instructions.") }
        position = nameEnd
        if !skipWhitespace(), !(peek() == UInt8(ascii: "?") && peek(1) == UInt8(ascii: ">")) { throw badNameCharacter(at: position) }
        let start = position
        while position + 1 < bytes.count {
            if peek() == UInt8(ascii: "?"), peek(1) == UInt8(ascii: ">") {
                position += 2
                return XProcessingInstruction(target: target, data: XmlLineEnds.normalized(text(start..<position - 2)))
            }
            try passCharacter()
        }
        throw endOfFile(in: "PI", at: bytes.count)
    }
}
