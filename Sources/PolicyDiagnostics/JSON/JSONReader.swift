/// Reads JSON (RFC 8259) with the place of every value. What is wrong is a diagnostic, never a trap; depth is limited.
package struct JSONReader {
    /// How deep arrays and objects may stand in each other.
    package static let depthLimit = 128

    private let source: SourceText
    private var offset = 0

    private init(_ source: SourceText) { self.source = source }

    /// Reads one value that fills the whole text, apart from white space and a byte order mark.
    package static func read(_ source: SourceText) throws(Diagnostic) -> LocatedJSON {
        var reader = JSONReader(source)
        if source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.offset == source.utf8.count else { throw reader.unexpected("the end of the file") }
        return value
    }

    private var next: UInt8? { offset < source.utf8.count ? source.utf8[offset] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    private func span(from start: Int) -> SourceSpan { SourceSpan(source, SourceRange(start, offset)) }

    private func unexpected(_ expected: String) -> Diagnostic {
        let here = SourceSpan(source, SourceRange(offset, min(offset + 1, source.utf8.count)))
        return Diagnostic("invalid-json", .error, "expected \(expected)" + (next == nil ? ", but the file ends" : ""), at: here)
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> LocatedJSON {
        guard depth <= Self.depthLimit else {
            throw Diagnostic("invalid-json", .error, "values stand more than \(Self.depthLimit) deep in each other", at: span(from: offset))
        }
        skipSpace()
        let start = offset
        let kind: LocatedJSON.Kind
        switch next {
        case UInt8(ascii: "{"): kind = .object(try members(depth: depth))
        case UInt8(ascii: "["): kind = .array(try elements(depth: depth))
        case UInt8(ascii: "\""): kind = .string(try string())
        case let byte? where byte == UInt8(ascii: "-") || byte.isDigit: kind = .number(try number())
        default: kind = try word()
        }
        return LocatedJSON(kind: kind, span: span(from: start))
    }

    private mutating func word() throws(Diagnostic) -> LocatedJSON.Kind {
        for (text, kind) in [("true", LocatedJSON.Kind.boolean(true)), ("false", .boolean(false)), ("null", .null)]
        where source.utf8[offset...].starts(with: text.utf8) {
            offset += text.utf8.count
            return kind
        }
        throw unexpected("a value")
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private mutating func elements(depth: Int) throws(Diagnostic) -> [LocatedJSON] {
        offset += 1
        if take(UInt8(ascii: "]")) { return [] }
        var elements: [LocatedJSON] = []
        repeat { elements.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw unexpected("',' or ']'") }
        return elements
    }

    private mutating func members(depth: Int) throws(Diagnostic) -> [LocatedJSON.Member] {
        offset += 1
        if take(UInt8(ascii: "}")) { return [] }
        var members: [LocatedJSON.Member] = []
        repeat {
            skipSpace()
            let start = offset
            guard next == UInt8(ascii: "\"") else { throw unexpected("a member's name in quotes") }
            let name = try string()
            let nameSpan = span(from: start)
            guard take(UInt8(ascii: ":")) else { throw unexpected("':'") }
            members.append(LocatedJSON.Member(name: name, nameSpan: nameSpan, value: try value(depth: depth + 1)))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw unexpected("',' or '}'") }
        return members
    }
}

// MARK: - Numbers and texts

extension JSONReader {
    private mutating func number() throws(Diagnostic) -> String {
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        let startsWithZero = next == UInt8(ascii: "0")
        let count = digits()
        guard count > 0 else { throw unexpected("a digit") }
        guard count == 1 || !startsWithZero else {
            throw Diagnostic("invalid-json", .error, "a number has no leading zeros", at: span(from: start))
        }
        if next == UInt8(ascii: ".") {
            offset += 1
            guard digits() > 0 else { throw unexpected("a digit") }
        }
        if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            guard digits() > 0 else { throw unexpected("a digit") }
        }
        return source[SourceRange(start, offset)]
    }

    private mutating func digits() -> Int {
        let start = offset
        while let byte = next, byte.isDigit { offset += 1 }
        return offset - start
    }

    private mutating func string() throws(Diagnostic) -> String {
        let start = offset
        offset += 1
        var bytes = plainBytes()
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): bytes += try escape()
            case 0..<0x20: throw unexpected("an escape such as \\n instead of a control character")
            default: bytes += plainBytes()
            }
        }
        throw Diagnostic("invalid-json", .error, "the text is not closed", at: SourceSpan(source, SourceRange(start, start + 1)))
    }

    /// What stands for itself in a text.
    private mutating func plainBytes() -> ArraySlice<UInt8> {
        let start = offset
        while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { offset += 1 }
        return source.utf8[start..<offset]
    }

    private mutating func escape() throws(Diagnostic) -> [UInt8] {
        offset += 1
        guard let byte = next else { throw unexpected("an escape") }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"): return Array(String(try unicodeEscape()).utf8)
        default:
            offset -= 1
            throw unexpected("an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
    }

    /// The scalar of `\uXXXX`, of a surrogate pair of two; a lone surrogate becomes U+FFFD.
    private mutating func unicodeEscape() throws(Diagnostic) -> Unicode.Scalar {
        let high = try fourHexadecimalDigits()
        guard (0xD800..<0xDC00).contains(high), source.utf8[offset...].starts(with: "\\u".utf8) else {
            return Unicode.Scalar(high) ?? "\u{FFFD}"
        }
        let before = offset
        offset += 2
        let low = try fourHexadecimalDigits()
        guard (0xDC00..<0xE000).contains(low) else {
            offset = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func fourHexadecimalDigits() throws(Diagnostic) -> UInt32 {
        let digits = source.utf8[offset...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.isHexadecimalDigit),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw unexpected("four hexadecimal digits") }
        offset += 4
        return value
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    fileprivate var isHexadecimalDigit: Bool { isDigit || self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "f") }
}
