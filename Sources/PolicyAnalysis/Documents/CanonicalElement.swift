import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Text without its notation: entities decoded, and of expressions only the tokens.
struct CanonicalText: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case literal(String)
        case expression(ExpressionKind, [String])
    }

    let pieces: [Piece]

    /// - Parameter keepsMargins: whether white space at the ends is a part of the text, as it is in a template.
    init(_ text: PolicyText, keepsMargins: Bool) {
        var pieces: [Piece] = text.pieces.map { piece in
            switch piece {
            case .literal(let literal): .literal(literal.string)
            case .expression(let kind, let code):
                keepsMargins ? .expression(kind, [code.string]) : .expression(kind, ExpressionToken.all(in: code.string).map(\.text))
            }
        }
        if !keepsMargins { Self.trim(&pieces) }
        self.pieces = pieces
    }

    private static func trim(_ pieces: inout [Piece]) {
        if case .literal(let text)? = pieces.first { pieces[0] = .literal(String(text.drop(while: \.isXMLSpace))) }
        if case .literal(let text)? = pieces.last {
            let kept = text.lastIndex { !$0.isXMLSpace }.map { text[...$0] } ?? ""
            pieces[pieces.count - 1] = .literal(String(kept))
        }
        pieces.removeAll { $0 == .literal("") }
    }
}

extension Character {
    fileprivate var isXMLSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r\n" || self == "\r" }
}

/// An element without its notation: equal for what is written with other white space, quotes, entities or order of attributes.
struct CanonicalElement: Sendable, Hashable {
    enum Node: Sendable, Hashable {
        case element(CanonicalElement)
        case text(CanonicalText)
        /// A comment, its white space joined.
        case comment(String)
    }

    let name: String
    let attributes: [String: CanonicalText]
    let nodes: [Node]

    /// - Parameter comments: whether comments count.
    init(_ element: XMLElement, comments: Bool) {
        name = element.name
        attributes = Dictionary(
            element.attributes.map { ($0.name, CanonicalText($0.value, keepsMargins: false)) }, uniquingKeysWith: { first, _ in first })
        nodes = Self.nodes(of: element.children, comments: comments, keepsMargins: element.isTemplate)
    }

    static func nodes(of nodes: [XMLNode], comments: Bool, keepsMargins: Bool = false) -> [Node] {
        nodes.compactMap { node in
            switch node {
            case .element(let element): .element(CanonicalElement(element, comments: comments))
            case .text(let text):
                CanonicalText(text, keepsMargins: keepsMargins).pieces.isEmpty
                    ? nil : .text(CanonicalText(text, keepsMargins: keepsMargins))
            case .comment(let text): comments ? .comment(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")) : nil
            }
        }
    }
}

extension XMLElement {
    /// Whether the text is a template, in which expressions are text and all white space counts.
    var isTemplate: Bool { name == "set-body" && self[attribute: "template"] != nil }
}
