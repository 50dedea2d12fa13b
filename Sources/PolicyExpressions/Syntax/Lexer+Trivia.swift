import PolicyDiagnostics

extension Lexer {
    /// Skips white space, line breaks, comments, and the directives that change nothing.
    mutating func skipTrivia() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C, 0x1A: position += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): skipLineBreak(width: 1)
            case UInt8(ascii: "/"):
                if byte(position + 1) == UInt8(ascii: "/") {
                    skipToLineEnd()
                } else if byte(position + 1) == UInt8(ascii: "*") {
                    skipBlockComment()
                } else {
                    return
                }
            case UInt8(ascii: "#"):
                guard skipDirective() else { return }
            case 0x80...:
                guard skipWideSpace() else { return }
            default: return
            }
        }
    }

    private mutating func skipLineBreak(width: Int) {
        checkLineBreakInHole(at: position)
        position += width
        startsLine = true
    }

    /// A hole of a string that is not verbatim ends on its line; reported once, and then read on.
    mutating func checkLineBreakInHole(at offset: Int) {
        guard let hole = interpolations.last?.lineHole else { return }
        reportUnterminated(
            "CS8076", "the interpolation that begins here does not end on its line", hole, hole + 1,
            hint: "close it with '}' on the same line, or write $@\"…\" for a string over several lines")
    }

    private mutating func skipToLineEnd() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r"), wideLineBreak == nil {
            position += 1
        }
    }

    private mutating func skipBlockComment() {
        let start = position
        position += 2
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "*"), byte(position + 1) == UInt8(ascii: "/") {
                position += 2
                return
            }
            if bytes[position] == UInt8(ascii: "\n") { skipLineBreak(width: 1) } else { position += 1 }
        }
        reportUnterminated("CS1035", "the comment that begins here has no end", start, start + 2, hint: "close it with '*/'")
    }

    /// Skips `#region`, `#endregion` and `#pragma` at the start of a line.
    private mutating func skipDirective() -> Bool {
        guard startsLine || tokens.isEmpty else { return false }
        let rest = bytes[(position + 1)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard ["region", "endregion", "pragma"].contains(where: { rest.starts(with: $0.utf8) }) else { return false }
        skipToLineEnd()
        return true
    }

    private mutating func skipWideSpace() -> Bool {
        if let width = wideLineBreak {
            skipLineBreak(width: width)
            return true
        }
        guard let (value, width) = scalar(at: position) else { return false }
        guard value.value == 0xFEFF || value.properties.generalCategory == .spaceSeparator else { return false }
        position += width
        return true
    }

    /// The width of NEL, LS or PS at the current position.
    private var wideLineBreak: Int? {
        switch (byte(position), byte(position + 1), byte(position + 2)) {
        case (0xC2, 0x85, _): 2
        case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): 3
        default: nil
        }
    }

    /// The character at a place; nil where the bytes are not UTF-8.
    func scalar(at offset: Int) -> (value: Unicode.Scalar, width: Int)? {
        let end = min(offset + 4, bytes.count)
        guard offset < end else { return nil }
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes[offset..<end].makeIterator()
        guard case .valid(let encoded) = decoder.parseScalar(from: &iterator) else { return nil }
        return (Unicode.UTF8.decode(encoded), encoded.count)
    }
}
