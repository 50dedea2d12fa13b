import PolicyDiagnostics

extension Lexer {
    mutating func lexString() {
        let start = position
        guard let end = endOfRegularString(from: start + 1) else {
            if closeHoleAtQuote(start) { return }
            position = lineEnd(from: start)
            reportUnterminated(
                "CS1010", "the string that begins here does not end on its line", start, position, hint: "close it with '\"'")
            append(.stringLiteral, from: start)
            return
        }
        position = end
        append(.stringLiteral, from: start)
    }

    /// The place behind the closing quote, if it stands on the same line.
    private func endOfRegularString(from start: Int) -> Int? {
        var offset = start
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""): return offset + 1
            case UInt8(ascii: "\\"): offset += bytes.isLineBreak(offset + 1) ? 1 : 2
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
            default: offset += 1
            }
        }
        return nil
    }

    func lineEnd(from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
    }

    mutating func lexVerbatimString() {
        let start = position
        position += 2
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\"") {
                guard byte(position + 1) == UInt8(ascii: "\"") else { break }
                position += 1
            } else if bytes[position] == UInt8(ascii: "\n") {
                checkLineBreakInHole(at: position)
            }
            position += 1
        }
        if position < bytes.count {
            position += 1
        } else {
            reportUnterminated("CS1039", "the string that begins here has no end", start, start + 2, hint: "close it with '\"'")
        }
        append(.verbatimStringLiteral, from: start)
    }

    mutating func lexCharacter() {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "'"), !bytes.isLineBreak(position) {
            position += bytes[position] == UInt8(ascii: "\\") && !bytes.isLineBreak(position + 1) ? 2 : 1
        }
        position = min(position, bytes.count)
        if byte(position) == UInt8(ascii: "'"), position < bytes.count {
            position += 1
        } else {
            reportUnterminated(
                "CS1010", "the character that begins here is not closed on its line", start, position, hint: "close it with '\\''")
        }
        append(.characterLiteral, from: start)
    }

    /// Reads the shape of a number; its value is judged when the parser reads it.
    mutating func lexNumber() {
        let start = position
        if bytes[start] == UInt8(ascii: "0"), let radixMark = Optional(byte(start + 1) | 0x20), radixMark == 0x78 || radixMark == 0x62 {
            position += 2
            skipWordPart()
            append(.integerLiteral, from: start)
            return
        }
        var isReal = false
        skipDigits()
        if byte(position) == UInt8(ascii: "."), byte(position + 1).isDigit {
            isReal = true
            position += 1
            skipDigits()
        }
        if byte(position) | 0x20 == UInt8(ascii: "e"), hasExponentDigits {
            isReal = true
            position += 2
            skipDigits()
        }
        let suffix = position
        skipWordPart()
        if position > suffix, "fdm".utf8.contains(bytes[suffix] | 0x20) { isReal = true }
        append(isReal ? .realLiteral : .integerLiteral, from: start)
    }

    private var hasExponentDigits: Bool {
        let next = byte(position + 1)
        return next.isDigit || (next == UInt8(ascii: "+") || next == UInt8(ascii: "-")) && byte(position + 2).isDigit
    }

    private mutating func skipDigits() {
        while byte(position).isDigit || byte(position) == UInt8(ascii: "_") { position += 1 }
    }

    private mutating func skipWordPart() {
        while byte(position).isASCIIIdentifierPart { position += 1 }
    }
}

extension [UInt8] {
    fileprivate func isLineBreak(_ offset: Int) -> Bool {
        offset < count && (self[offset] == UInt8(ascii: "\n") || self[offset] == UInt8(ascii: "\r"))
    }
}
