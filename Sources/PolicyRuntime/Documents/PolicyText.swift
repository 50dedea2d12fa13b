public import PolicyDiagnostics
public import PolicyExpressions

/// Decoded text with the way back to the author's bytes.
public struct MappedText: Sendable {
    /// The text as it means: entities decoded.
    public var string: String
    /// Where each byte of it came from.
    public var map: SourceMap

    /// Makes a text.
    public init(_ string: String, map: SourceMap) { (self.string, self.map) = (string, map) }
}

/// The value of an attribute or the text of an element, as it was written: literal text and expressions.
///
/// Named values are still references in it, `{{name}}` and `<<name>>`, in text and in code; `NamedValueResolver` replaces them.
public struct PolicyText: Sendable {
    /// A part of the text.
    public enum Piece: Sendable {
        /// Literal text, entities decoded.
        case literal(MappedText)
        /// The inside of `@( )` or `@{ }`, entities decoded where the author wrote them for the XML's sake.
        case expression(ExpressionKind, MappedText)
    }

    /// The parts in order; empty for an empty text.
    public var pieces: [Piece]
    /// The author's text, quotes not included.
    public var span: SourceSpan

    /// Makes a text.
    public init(pieces: [Piece], span: SourceSpan) { (self.pieces, self.span) = (pieces, span) }

    /// The text when it holds no expression; nil otherwise.
    public var literal: MappedText? {
        switch pieces.count {
        case 0: MappedText("", map: SourceMap(verbatim: SourceSpan(span.source, SourceRange(span.range.lowerBound, span.range.lowerBound))))
        case 1: if case .literal(let text) = pieces[0] { text } else { nil }
        default: nil
        }
    }

    /// The expression when it is all there is but white space.
    public var soleExpression: (kind: ExpressionKind, code: MappedText)? {
        var found: (ExpressionKind, MappedText)?
        for piece in pieces {
            switch piece {
            case .literal(let text) where text.string.allSatisfy(\.isWhitespace): continue
            case .expression(let kind, let code) where found == nil: found = (kind, code)
            default: return nil
            }
        }
        return found
    }
}

extension PolicyText: Hashable {
    /// Equal when pieces are, wherever and however they were written.
    public static func == (left: PolicyText, right: PolicyText) -> Bool { left.plainPieces == right.plainPieces }
    /// Hashes the pieces without their places.
    public func hash(into hasher: inout Hasher) { hasher.combine(plainPieces) }

    private var plainPieces: [[String]] {
        pieces.map { piece in
            switch piece {
            case .literal(let text): ["", text.string]
            case .expression(let kind, let code): [kind.rawValue, code.string]
            }
        }
    }
}
