import PolicyDiagnostics

/// What the scanner found: ranges only, in the order of the document.
struct ScannedDocument {
    var events: [ScannedEvent] = []
    var elements: [ScannedElement] = []
    var attributes: [ScannedAttribute] = []
    var texts: [ScannedText] = []
    var expressions: [ScannedExpression] = []
    var entities: [ScannedEntity] = []
    var masks: [ScannedMask] = []
    /// What libxml2 has to count as well; nil when it sees more than the scanner looked at.
    var counts: (elements: Int, attributes: Int)? = (0, 0)
}

enum ScannedEvent {
    case start(element: Int)
    case end(element: Int, offset: Int)
    case text(Int)
    case comment(SourceRange)
}

struct ScannedElement {
    var nameRange: SourceRange
    /// The offset of `<`.
    var start: Int
    var attributes: Range<Int>
}

struct ScannedAttribute {
    var nameRange: SourceRange
    var value: ScannedText
}

/// The value of an attribute, or a run of text without markup in it.
struct ScannedText {
    enum Encoding {
        /// Line breaks and tabs are spaces, entities stand for characters.
        case attribute
        /// Entities stand for characters.
        case text
        /// The text means what it says, as in CDATA and in XML inside of set-body.
        case verbatim
    }

    var range: SourceRange
    var encoding: Encoding
    /// The expressions in it.
    var expressions: Range<Int>
    /// Whether `&` or a carriage return occurs outside of its expressions.
    var needsDecoding: Bool
    /// White space only, as it was written.
    var isBlank = false
}

struct ScannedExpression {
    /// From `@` to the closing bracket.
    var range: SourceRange
    /// The inside of the brackets.
    var code: SourceRange
    var isBlock: Bool
    /// The entities in it.
    var entities: Range<Int>
    /// The inside of the expression holds a carriage return.
    var hasCarriageReturn: Bool
    /// Whether entities in it stand for characters at all; not in CDATA.
    var isEncoded: Bool
}

/// An entity or character reference inside an expression.
struct ScannedEntity {
    var range: SourceRange
    var scalar: UInt32
    /// It stands in a string literal whose own quotes are no entities, so what it means is decided by the whole document.
    var isInRawLiteral: Bool
}

/// Bytes that libxml2 is not to see as they are. What replaces them is as long as they are, so that offsets stay.
struct ScannedMask {
    enum Reason {
        /// The document is not well-formed as it stands because of this.
        case rawCode
        /// A notation of ours or a blemish that says nothing about how expressions are written.
        case notation
        /// An attribute value without quotes: its first and last byte become quotes.
        case unquotedValue
    }

    var range: SourceRange
    var reason: Reason
}
