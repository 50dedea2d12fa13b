/// Says where each byte of a derived text came from: a decoded expression, a value with its named values replaced.
///
/// A map is a list of pieces in the order of the derived text. It is read once, at the edge, when a diagnostic leaves.
public struct SourceMap: Sendable, Hashable {
    /// A run of derived bytes with one origin.
    public struct Piece: Sendable, Hashable {
        /// The bytes in the derived text.
        public var derived: SourceRange
        /// Where they came from.
        public var origin: SourceSpan
        /// Whether each derived byte has its own origin byte. If not, the whole piece came from the whole origin, as
        /// with a decoded entity or a substituted named value.
        public var isExact: Bool

        /// Makes a piece.
        public init(derived: SourceRange, origin: SourceSpan, isExact: Bool) {
            (self.derived, self.origin, self.isExact) = (derived, origin, isExact)
        }
    }

    /// The pieces in the order of the derived text, without gaps.
    public private(set) var pieces: [Piece]

    /// Makes an empty map, to be appended to.
    public init() { pieces = [] }

    /// Maps a derived text that stands in the source byte for byte.
    public init(verbatim span: SourceSpan) {
        pieces = [Piece(derived: SourceRange(0, span.range.count), origin: span, isExact: true)]
    }

    /// The length of the derived text that the map covers, in bytes.
    public var derivedCount: Int { pieces.last?.derived.upperBound ?? 0 }

    /// Adds bytes that stand in the source as they are.
    public mutating func append(verbatim span: SourceSpan) {
        if let last = pieces.last, last.isExact, last.origin.source === span.source,
            last.origin.range.upperBound == span.range.lowerBound
        {
            pieces[pieces.count - 1].derived.upperBound += span.range.count
            pieces[pieces.count - 1].origin.range.upperBound += span.range.count
        } else {
            let start = derivedCount
            pieces.append(Piece(derived: SourceRange(start, start + span.range.count), origin: span, isExact: true))
        }
    }

    /// Adds `count` derived bytes that came from a whole span.
    public mutating func append(count: Int, from span: SourceSpan) {
        let start = derivedCount
        pieces.append(Piece(derived: SourceRange(start, start + count), origin: span, isExact: false))
    }

    /// Adds a part of a text that has a map of its own, so that the result points to the first origin.
    public mutating func append(_ range: SourceRange, of other: SourceMap) {
        for piece in other.pieces where piece.derived.lowerBound < range.upperBound && piece.derived.upperBound > range.lowerBound {
            let lower = max(piece.derived.lowerBound, range.lowerBound), upper = min(piece.derived.upperBound, range.upperBound)
            if piece.isExact {
                let start = piece.origin.range.lowerBound + lower - piece.derived.lowerBound
                append(verbatim: SourceSpan(piece.origin.source, SourceRange(start, start + upper - lower)))
            } else {
                append(count: upper - lower, from: piece.origin)
            }
        }
    }

    /// The span of the author's text that a derived range came from, or nil for an empty map.
    public func origin(of range: SourceRange) -> SourceSpan? {
        guard let first = piece(at: range.lowerBound) else { return nil }
        let last = piece(at: max(range.lowerBound, range.upperBound - 1)) ?? first
        let start =
            first.isExact ? first.origin.range.lowerBound + range.lowerBound - first.derived.lowerBound : first.origin.range.lowerBound
        guard last.origin.source === first.origin.source else { return SourceSpan(first.origin.source, first.origin.range) }
        let end = last.isExact ? last.origin.range.lowerBound + range.upperBound - last.derived.lowerBound : last.origin.range.upperBound
        return SourceSpan(
            first.origin.source, SourceRange(min(start, first.origin.range.upperBound), min(end, last.origin.range.upperBound)))
    }

    /// The piece that holds a derived offset; the last piece for an offset at or behind the end.
    private func piece(at offset: Int) -> Piece? {
        var (low, high) = (0, pieces.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].derived.lowerBound <= offset { low = middle } else { high = middle }
        }
        return pieces.isEmpty ? nil : pieces[low]
    }
}
