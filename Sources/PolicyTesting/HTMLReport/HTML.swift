import PolicyRuntime

/// A piece of HTML. What is written in the literal is markup; what is interpolated is text, escaped and masked when it is rendered.
///
/// ```swift
/// let row: HTML = "<td title=\"\(place)\">\(name)</td>"
/// ```
struct HTML: Sendable, ExpressibleByStringInterpolation {
    private enum Piece: Sendable {
        case markup(String)
        case text(String)
    }

    private var pieces: [Piece] = []

    init(stringLiteral value: String) { pieces = [.markup(value)] }
    init(stringInterpolation: Interpolation) { pieces = stringInterpolation.html.pieces }
    init(_ parts: [HTML] = []) { pieces = parts.flatMap(\.pieces) }

    /// Text and nothing else.
    static func text(_ text: String) -> HTML {
        var html = HTML()
        html.pieces = [.text(text)]
        return html
    }

    static func + (left: HTML, right: HTML) -> HTML { HTML([left, right]) }
    static func += (left: inout HTML, right: HTML) { left.pieces += right.pieces }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var html = HTML()

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { html.pieces.append(.markup(literal)) }
        mutating func appendInterpolation(_ text: String) { html.pieces.append(.text(text)) }
        mutating func appendInterpolation(_ number: Int) { html.pieces.append(.text("\(number)")) }
        mutating func appendInterpolation(_ inner: HTML) { html += inner }
        mutating func appendInterpolation(_ inner: [HTML]) { html += HTML(inner) }
    }

    /// The HTML's text.
    func rendered(masking mask: SecretMask) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .markup(let markup): result += markup
            case .text(let text): result += Self.escaped(mask.mask(text))
            }
        }
        return result
    }

    /// Escaped for content and for attributes in double quotes. Control characters, which HTML does not have, become visible.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t", "\r": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Sequence<HTML> {
    /// All pieces one after the other.
    func joined() -> HTML { HTML(Array(self)) }
}
