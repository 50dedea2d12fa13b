import PolicyDiagnostics

/// A piece of a template: text, or the inside of `{{ }}` or `{% %}`.
struct LiquidToken {
    enum Kind {
        case text, output, tag
    }

    var kind: Kind
    /// The text, or what stands between the delimiters, dashes not included.
    var content: SourceRange
    /// The delimiters included.
    var range: SourceRange
}

/// Cuts a template into text, outputs and tags. `raw`, `literal` and `comment` are over when it is done.
struct LiquidLexer {
    let bytes: [UInt8]
    private var position = 0
    private var textStart = 0
    private(set) var tokens: [LiquidToken] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The tokens of a template.
    static func tokens(of bytes: [UInt8]) throws(LiquidProblem) -> [LiquidToken] {
        var lexer = LiquidLexer(bytes)
        if let literal = lexer.literal { return [LiquidToken(kind: .text, content: literal, range: literal)] }
        while lexer.position < bytes.count { try lexer.scan() }
        lexer.addText(upTo: bytes.count)
        return lexer.tokens
    }

    /// The text of a template that is nothing but `{{{ text }}}` on one line, which DotLiquid takes as it is.
    private var literal: SourceRange? {
        guard bytes.count >= 6, has("{{{", at: 0), has("}}}", at: bytes.count - 3), !bytes.contains(0x0A) else { return nil }
        var (start, end) = (3, bytes.count - 3)
        if start < end, bytes[start].isLiquidSpace { start += 1 }
        while end > start, bytes[end - 1].isLiquidSpace { end -= 1 }
        return SourceRange(start, end)
    }

    private mutating func scan() throws(LiquidProblem) {
        guard bytes[position] == UInt8(ascii: "{"), position + 1 < bytes.count else { return position += 1 }
        switch bytes[position + 1] {
        case UInt8(ascii: "{") where has("{{{", at: position):
            throw LiquidProblem(
                message: "'{{{' means something only around a whole template, '{{{ text }}}'",
                range: SourceRange(position, position + 3), hint: "a space behind the first brace makes it a text")
        case UInt8(ascii: "{"): try scanDelimited(.output, closing: "}}")
        case UInt8(ascii: "%"): try scanTag()
        case UInt8(ascii: "#"): try skipShorthandComment()
        default: position += 1
        }
    }

    private mutating func skipShorthandComment() throws(LiquidProblem) {
        addText(upTo: position)
        guard let end = firstOffset(of: "#}", from: position + 2) else { throw unclosed("{#", "#}", at: position) }
        (position, textStart) = (end + 2, end + 2)
    }

    private mutating func scanTag() throws(LiquidProblem) {
        try scanDelimited(.tag, closing: "%}")
        guard let tag = tokens.last else { return }
        switch name(of: tag) {
        case "raw", "literal":
            tokens.removeLast()
            try scanVerbatim(until: "end" + name(of: tag), of: tag, keepsText: true)
        case "comment":
            tokens.removeLast()
            try scanVerbatim(until: "endcomment", of: tag, keepsText: false)
        default: break
        }
    }

    private mutating func scanDelimited(_ kind: LiquidToken.Kind, closing: StaticString) throws(LiquidProblem) {
        let start = position
        guard let end = firstOffset(of: closing, from: start + 2) else {
            throw unclosed(kind == .output ? "{{" : "{%", kind == .output ? "}}" : "%}", at: start)
        }
        var content = SourceRange(start + 2, end)
        let dash = UInt8(ascii: "-")
        let trimsLeft = !content.isEmpty && bytes[content.lowerBound] == dash
        if trimsLeft { content.lowerBound += 1 }
        let trimsRight = !content.isEmpty && bytes[content.upperBound - 1] == dash
        if trimsRight { content.upperBound -= 1 }
        addText(upTo: trimsLeft ? endOfTextBeforeBlanks(start) : start)
        tokens.append(LiquidToken(kind: kind, content: content, range: SourceRange(start, end + 2)))
        position = trimsRight ? offsetBehindTrimmed(end + 2) : end + 2
        textStart = position
    }

    /// Moves to the tag that ends verbatim text, wherever tags inside it begin.
    private mutating func scanVerbatim(until endName: String, of tag: LiquidToken, keepsText: Bool) throws(LiquidProblem) {
        var search = position
        while let start = firstOffset(of: "{%", from: search) {
            let opening = SourceRange(start + 2, min(start + 80, bytes.count))
            if name(of: LiquidToken(kind: .tag, content: opening, range: opening)) == endName {
                guard let end = firstOffset(of: "%}", from: start + 2) else { break }
                if keepsText { addText(upTo: start) }
                (position, textStart) = (end + 2, end + 2)
                return
            }
            search = start + 2
        }
        throw LiquidProblem(message: "the tag '\(name(of: tag))' is not closed", range: tag.range, hint: "'{% \(endName) %}' is missing")
    }

    /// The first word of a tag.
    func name(of token: LiquidToken) -> String {
        let content = bytes[token.content.lowerBound..<token.content.upperBound]
        let trimmed = content.drop { $0.isLiquidSpace || $0 == UInt8(ascii: "-") }
        return String(decoding: trimmed.prefix { $0.isLiquidNameByte && $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }

    private mutating func addText(upTo end: Int) {
        guard end > textStart else { return }
        let range = SourceRange(textStart, end)
        tokens.append(LiquidToken(kind: .text, content: range, range: range))
        textStart = end
    }

    /// `{{-` takes away the blanks and tabs before it.
    private func endOfTextBeforeBlanks(_ start: Int) -> Int {
        var end = start
        while end > textStart, bytes[end - 1].isLiquidBlank { end -= 1 }
        return end
    }

    /// `-}}` takes away one line break, or the blanks and tabs behind it.
    private func offsetBehindTrimmed(_ start: Int) -> Int {
        if has("\r\n", at: start) { return start + 2 }
        if has("\n", at: start) { return start + 1 }
        var end = start
        while end < bytes.count, bytes[end].isLiquidBlank { end += 1 }
        return end
    }

    private func unclosed(_ opening: String, _ closing: String, at start: Int) -> LiquidProblem {
        LiquidProblem(message: "'\(opening)' is not closed", range: SourceRange(start, start + 2), hint: "'\(closing)' is missing")
    }

    private func has(_ text: StaticString, at offset: Int) -> Bool {
        guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[offset..<offset + $0.count]) }
    }

    private func firstOffset(of text: StaticString, from start: Int) -> Int? {
        var offset = start
        while offset + text.utf8CodeUnitCount <= bytes.count {
            if has(text, at: offset) { return offset }
            offset += 1
        }
        return nil
    }
}

extension UInt8 {
    var isLiquidBlank: Bool { self == 0x20 || self == 0x09 }
    var isLiquidSpace: Bool { isLiquidBlank || self == 0x0A || self == 0x0D }
    var isLiquidDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// Letters, digits, `_`, `-`, and every byte of a character beyond ASCII.
    var isLiquidNameByte: Bool {
        isLiquidDigit || self | 0x20 >= 0x61 && self | 0x20 <= 0x7A || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
            || self >= 0x80
    }
}
