import PolicyDiagnostics

/// The words of a shell command line (POSIX shell, and the `$'…'` of bash that browsers write).
struct ShellWords {
    /// A word after quotes are gone.
    struct Word {
        var text: String
        var span: SourceSpan
    }

    private let source: SourceText
    private let bytes: [UInt8]
    private var offset = 0

    private init(_ source: SourceText) { (self.source, bytes) = (source, source.utf8) }

    /// Reads one command.
    ///
    /// - Throws: a diagnostic at a quote that is not closed, and at what only a shell can work out.
    static func read(_ source: SourceText) throws(Diagnostic) -> [Word] {
        var reader = ShellWords(source)
        var words: [Word] = []
        while let word = try reader.word() { words.append(word) }
        return words
    }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipSpace() {
        while let byte = next {
            if byte == UInt8(ascii: "\\"), offset + 1 < bytes.count, let length = lineBreakLength(at: offset + 1) {
                offset += 1 + length
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                offset += 1
            } else {
                return
            }
        }
    }

    private func lineBreakLength(at offset: Int) -> Int? {
        if bytes[offset] == UInt8(ascii: "\n") { return 1 }
        return bytes[offset...].starts(with: [0x0D, 0x0A]) ? 2 : nil
    }

    private mutating func word() throws(Diagnostic) -> Word? {
        skipSpace()
        guard next != nil else { return nil }
        let start = offset
        var text: [UInt8] = []
        while let byte = next, byte != 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
            if byte == UInt8(ascii: "\\"), offset + 1 < bytes.count, lineBreakLength(at: offset + 1) != nil { break }
            try part(byte, into: &text)
        }
        return Word(text: String(decoding: text, as: UTF8.self), span: SourceSpan(source, SourceRange(start, offset)))
    }

    private mutating func part(_ byte: UInt8, into text: inout [UInt8]) throws(Diagnostic) {
        switch byte {
        case UInt8(ascii: "'"): text += try single()
        case UInt8(ascii: "\""): text += try double()
        case UInt8(ascii: "$") where bytes[offset...].starts(with: "$'".utf8): text += try escaped()
        case UInt8(ascii: "\\"):
            offset += 1
            if let byte = next { text.append(byte) }
            offset += 1
        case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): throw onlyAShell()
        case UInt8(ascii: "$") where isExpansion: throw onlyAShell()
        default:
            text.append(byte)
            offset += 1
        }
    }

    /// Whether the dollar sign here begins `$name`, `${…}` or `$(…)`.
    private var isExpansion: Bool {
        guard offset + 1 < bytes.count else { return false }
        let byte = bytes[offset + 1]
        return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "_")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private func onlyAShell() -> Diagnostic {
        Diagnostic(
            "not-read", .error, "pipes, redirections and variables of the shell are not worked out",
            at: SourceSpan(source, SourceRange(offset, offset + 1)), hint: "put what they stand for in their place")
    }

    private func unclosed(from start: Int) -> Diagnostic {
        Diagnostic("unclosed-quote", .error, "this quote is not closed", at: SourceSpan(source, SourceRange(start, start + 1)))
    }

    private mutating func single() throws(Diagnostic) -> [UInt8] {
        let start = offset
        guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "'")) else { throw unclosed(from: start) }
        offset = end + 1
        return Array(bytes[(start + 1)..<end])
    }

    private mutating func double() throws(Diagnostic) -> [UInt8] {
        let start = offset
        var text: [UInt8] = []
        offset += 1
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "$") && isExpansion { throw onlyAShell() }
            let escapes = byte == UInt8(ascii: "\\") && offset + 1 < bytes.count && "\"\\$`\n".utf8.contains(bytes[offset + 1])
            if escapes { offset += 1 }
            if !escapes || bytes[offset] != UInt8(ascii: "\n") { text.append(bytes[offset]) }
            offset += 1
        }
        guard next != nil else { throw unclosed(from: start) }
        offset += 1
        return text
    }

    /// `$'…'` with the escapes of C.
    private mutating func escaped() throws(Diagnostic) -> [UInt8] {
        let start = offset
        var text: [UInt8] = []
        offset += 2
        while let byte = next, byte != UInt8(ascii: "'") {
            offset += 1
            if byte == UInt8(ascii: "\\") { text += escapeSequence() } else { text.append(byte) }
        }
        guard next != nil else { throw unclosed(from: start) }
        offset += 1
        return text
    }

    private mutating func escapeSequence() -> [UInt8] {
        guard let byte = next else { return [UInt8(ascii: "\\")] }
        offset += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "x"): return [UInt8(truncatingIfNeeded: digits(atMost: 2))]
        case UInt8(ascii: "u"): return scalar(digits(atMost: 4))
        case UInt8(ascii: "U"): return scalar(digits(atMost: 8))
        default: return "\\'\"?".utf8.contains(byte) ? [byte] : [UInt8(ascii: "\\"), byte]
        }
    }

    private func scalar(_ value: UInt32) -> [UInt8] { Array(String(Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}").utf8) }

    private mutating func digits(atMost count: Int) -> UInt32 {
        let digits = bytes[offset...].prefix(count).prefix { Character(Unicode.Scalar($0)).isHexDigit }
        offset += digits.count
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    }
}
