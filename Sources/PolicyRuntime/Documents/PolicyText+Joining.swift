import PolicyDiagnostics

extension PolicyText {
    /// The text of an element: its text nodes as one, comments left out; nil when there is none.
    init?(joining children: [XMLNode]) {
        let texts = children.compactMap { if case .text(let text) = $0 { text } else { nil } }
        guard var joined = texts.first else { return nil }
        for text in texts.dropFirst() { joined.append(text) }
        self = joined
    }

    private mutating func append(_ other: PolicyText) {
        span.range = span.range.union(other.span.range)
        guard case .literal(var left)? = pieces.last, case .literal(let right)? = other.pieces.first else {
            pieces += other.pieces
            return
        }
        left.string += right.string
        left.map.append(SourceRange(0, right.string.utf8.count), of: right.map)
        pieces[pieces.count - 1] = .literal(left)
        pieces += other.pieces.dropFirst()
    }

    /// The text without white space at its ends; nil when nothing else is in it.
    var trimmed: PolicyText? {
        var text = self
        text.trimStart()
        text.trimEnd()
        return text.pieces.isEmpty ? nil : text
    }

    private mutating func trimStart() {
        guard case .literal(let literal)? = pieces.first, literal.string.utf8.first?.isXMLWhitespace == true else { return }
        let utf8 = literal.string.utf8
        let start = utf8.firstIndex { !$0.isXMLWhitespace } ?? utf8.endIndex
        replacePiece(at: 0, with: literal.slice(utf8.distance(from: utf8.startIndex, to: start), utf8.count))
    }

    private mutating func trimEnd() {
        guard case .literal(let literal)? = pieces.last, literal.string.utf8.last?.isXMLWhitespace == true else { return }
        let utf8 = literal.string.utf8
        let end = utf8.lastIndex { !$0.isXMLWhitespace }.map { utf8.index(after: $0) } ?? utf8.startIndex
        replacePiece(at: pieces.count - 1, with: literal.slice(0, utf8.distance(from: utf8.startIndex, to: end)))
    }

    private mutating func replacePiece(at index: Int, with literal: MappedText) {
        if literal.string.isEmpty { pieces.remove(at: index) } else { pieces[index] = .literal(literal) }
    }
}

extension MappedText {
    /// A part of the text, by byte offsets, with its part of the map.
    func slice(_ lower: Int, _ upper: Int) -> MappedText {
        let utf8 = string.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: lower), end = utf8.index(utf8.startIndex, offsetBy: upper)
        var part = SourceMap()
        part.append(SourceRange(lower, upper), of: map)
        return MappedText(String(string[start..<end]), map: part)
    }
}
