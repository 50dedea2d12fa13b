extension JsonReader {
    /// Reads a string in either kind of quotes, which may turn out to be a date.
    mutating func readStringToken() throws(EvaluationError) -> JsonScalar {
        let start = position + 1
        let text = try readString()
        // What can be a date begins with a digit or a slash, and has no escape before its tenth character.
        let first = start < bytes.count ? bytes[start] : 0
        if readsDates, first &- 0x30 < 10 || first == UInt8(ascii: "/") || first == UInt8(ascii: "\\"), let date = NetDateTime(json: text) {
            return .date(date)
        }
        return .string(text)
    }

    /// Reads a string whose opening quote is at the position.
    mutating func readString() throws(EvaluationError) -> NetString {
        let quote = bytes[position]
        position += 1
        let start = position
        let isASCII = skipPlainCharacters(until: quote)
        guard position < bytes.count else { throw unterminated(quote) }
        if bytes[position] == quote {
            defer { position += 1 }
            return text(start..<position, isASCII: isASCII)
        }
        return try readEscapedString(from: start, quote)
    }

    /// Moves to the closing quote, a backslash, or the end; answers whether everything on the way was ASCII.
    @inline(__always)
    private mutating func skipPlainCharacters(until quote: UInt8) -> Bool {
        var (index, seen) = (position, UInt8(0))
        while index < bytes.count {
            let byte = bytes[index]
            if byte == quote || byte == UInt8(ascii: "\\") { break }
            seen |= byte
            index += 1
        }
        position = index
        return seen < 0x80
    }

    @inline(__always)
    func text(_ range: Range<Int>, isASCII: Bool) -> NetString {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        return NetString(text: text, form: isASCII ? .ascii : .unicode)
    }

    /// The rare way: a string with escapes, the first of which is at the position.
    private mutating func readEscapedString(from start: Int, _ quote: UInt8) throws(EvaluationError) -> NetString {
        var buffer = NetStringBuilderBuffer(capacity: position - start + 32)
        var start = start
        while true {
            buffer.append(text(start..<position, isASCII: false).asciiChecked)
            guard position < bytes.count else { throw unterminated(quote) }
            if bytes[position] == quote {
                position += 1
                return buffer.string
            }
            try readEscape(into: &buffer, quote)
            start = position
            _ = skipPlainCharacters(until: quote)
        }
    }

    private mutating func readEscape(into buffer: inout NetStringBuilderBuffer, _ quote: UInt8) throws(EvaluationError) {
        position += 1
        guard position < bytes.count else { throw unterminated(quote) }
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "n"): buffer.append(ascii: 0x0A)
        case UInt8(ascii: "t"): buffer.append(ascii: 0x09)
        case UInt8(ascii: "r"): buffer.append(ascii: 0x0D)
        case UInt8(ascii: "b"): buffer.append(ascii: 0x08)
        case UInt8(ascii: "f"): buffer.append(ascii: 0x0C)
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"): buffer.append(ascii: byte)
        case UInt8(ascii: "u"):
            position += 1
            return try readUnicodeEscape(into: &buffer)
        default:
            let scalar = scalar(at: position)
            position += scalar.utf8.count
            throw error("Bad JSON escape sequence: \\\(Character(scalar)).")
        }
        position += 1
    }

    /// A surrogate without its other half becomes U+FFFD, as Newtonsoft.Json has it.
    private mutating func readUnicodeEscape(into buffer: inout NetStringBuilderBuffer) throws(EvaluationError) {
        var unit = try readHexadecimalUnit()
        while UTF16.isLeadSurrogate(unit) {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u") else { break }
            position += 2
            let next = try readHexadecimalUnit()
            if UTF16.isTrailSurrogate(next) {
                buffer.append(unit: unit)
                return buffer.append(unit: next)
            }
            buffer.append(unit: 0xFFFD)
            unit = next
        }
        buffer.append(unit: UTF16.isSurrogate(unit) ? 0xFFFD : unit)
    }

    private mutating func readHexadecimalUnit() throws(EvaluationError) -> UInt16 {
        guard position + 4 <= bytes.count else {
            position = bytes.count
            throw error("Unexpected end while parsing Unicode escape sequence.")
        }
        let digits = String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<position + 4]), as: UTF8.self)
        guard digits.utf8.allSatisfy({ UInt8(hexadecimal: $0) != nil }), let unit = UInt16(digits, radix: 16) else {
            throw error("Invalid Unicode escape sequence: \\u\(digits).")
        }
        position += 4
        return unit
    }

    private func unterminated(_ quote: UInt8) -> EvaluationError {
        error("Unterminated string. Expected delimiter: \(Character(Unicode.Scalar(quote))).")
    }
}

extension NetString {
    /// The same string, known to be ASCII if it is.
    var asciiChecked: NetString { NetString(text) }
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    init?(hexadecimal digit: UInt8) {
        switch digit {
        case 0x30...0x39: self = digit - 0x30
        case 0x41...0x46: self = digit - 0x37
        case 0x61...0x66: self = digit - 0x57
        default: return nil
        }
    }
}

extension JsonReader {
    /// Reads a member's name, quoted or not, and the colon behind it.
    mutating func readName() throws(EvaluationError) -> NetString {
        let byte = bytes[position]
        let name: NetString
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            name = try readString()
        } else if scalar(at: position).isJavaScriptIdentifier {
            name = try readUnquotedName()
        } else {
            throw unexpectedCharacter("Invalid property identifier character: ")
        }
        _ = skipWhiteSpace()
        guard current == UInt8(ascii: ":") else {
            throw unexpectedCharacter("Invalid character after parsing property name. Expected ':' but got: ")
        }
        position += 1
        return name
    }

    private mutating func readUnquotedName() throws(EvaluationError) -> NetString {
        let start = position
        while position < bytes.count {
            let scalar = scalar(at: position)
            if scalar.isJavaScriptIdentifier {
                position += scalar.utf8.count
            } else if scalar == ":" || scalar.properties.isWhitespace {
                return text(start..<position, isASCII: false).asciiChecked
            } else {
                throw unexpectedCharacter("Invalid JavaScript property identifier character: ")
            }
        }
        throw error("Unexpected end while parsing unquoted property name.")
    }

    /// Reads a comment whose slash is at the position; the text between its marks.
    mutating func readComment() throws(EvaluationError) -> NetString {
        position += 1
        guard position < bytes.count else { throw error("Unexpected end while parsing comment.") }
        switch bytes[position] {
        case UInt8(ascii: "*"): return try readBlockComment()
        case UInt8(ascii: "/"): break
        default: throw unexpectedCharacter("Error parsing comment. Expected: *, got ")
        }
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        return text(start..<position, isASCII: false).asciiChecked
    }

    private mutating func readBlockComment() throws(EvaluationError) -> NetString {
        position += 1
        let start = position
        while position + 1 < bytes.count {
            if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
                position += 2
                return text(start..<position - 2, isASCII: false).asciiChecked
            }
            position += 1
        }
        position = bytes.count
        throw error("Unexpected end while parsing comment.")
    }
}

extension Unicode.Scalar {
    /// Newtonsoft.Json's rule for names without quotes.
    fileprivate var isJavaScriptIdentifier: Bool { self == "_" || self == "$" || isLetterOrDigit }

    /// `char.IsLetterOrDigit`.
    var isLetterOrDigit: Bool {
        if isASCII { return UInt8(truncatingIfNeeded: value).isASCIILetterOrDigit }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: return true
        default: return false
        }
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool { self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 26 }
}
