import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// A node of a document that is compared with one of another.
struct ComparedNode: Sendable {
    /// What tells which node of the other document it is to be compared with.
    struct Key: Sendable, Hashable {
        var element: String
        /// `name=X`, where an attribute says which of several it is.
        var name: String?
    }

    let element: XMLElement?
    let meaning: CanonicalElement.Node
    let key: Key
    let side: PolicyDifference.Side

    init(_ element: XMLElement) {
        (self.element, meaning) = (element, .element(CanonicalElement(element, comments: false)))
        key = Key(element: element.name, name: element.tellingName)
        side = PolicyDifference.Side(element.span)
    }

    private init(_ text: PolicyText, _ meaning: CanonicalText) {
        (element, self.meaning, key) = (nil, .text(meaning), Key(element: "text()", name: nil))
        side = PolicyDifference.Side(text.span)
    }

    static func elements(in nodes: [XMLNode]) -> [ComparedNode] {
        nodes.compactMap { if case .element(let element) = $0 { ComparedNode(element) } else { nil } }
    }

    /// Elements and texts; comments and white space do not count.
    static func all(in nodes: [XMLNode]) -> [ComparedNode] {
        nodes.compactMap { node in
            switch node {
            case .element(let element): return ComparedNode(element)
            case .text(let text):
                let meaning = CanonicalText(text, keepsMargins: false)
                return meaning.pieces.isEmpty ? nil : ComparedNode(text, meaning)
            case .comment: return nil
            }
        }
    }
}

extension XMLElement {
    fileprivate var tellingName: String? {
        for name in ["id", "name", "fragment-id", "response-variable-name", "variable-name", "code"] {
            if let value = self[attribute: name]?.value.literal?.string, !value.isEmpty { return "\(name)=\(value)" }
        }
        return nil
    }
}

extension PolicyDifference.Side {
    init(_ span: SourceSpan) { self.init(text: span.source.lines(span.range), span: span) }
}

/// The texts of an element with the place that they take together.
struct JoinedText: Sendable {
    var meaning: [CanonicalText]
    var span: SourceSpan?
}

extension [XMLNode] {
    /// The texts among the nodes, comments and elements left out.
    func joinedText(keepsMargins: Bool) -> JoinedText {
        var joined = JoinedText(meaning: [], span: nil)
        for case .text(let text) in self {
            let meaning = CanonicalText(text, keepsMargins: keepsMargins)
            guard !meaning.pieces.isEmpty else { continue }
            joined.meaning.append(meaning)
            joined.span = joined.span.map { SourceSpan($0.source, $0.range.union(text.span.range)) } ?? text.span
        }
        return joined
    }
}

/// The longest sequence of elements that two lists have in common, as pairs of places.
struct LongestCommonSubsequence {
    private(set) var pairs: [(Int, Int)] = []

    init<Element: Equatable>(_ left: [Element], _ right: [Element]) {
        // Lists are mostly equal at both ends; what is left between them is small.
        var start = 0
        while start < left.count, start < right.count, left[start] == right[start] {
            pairs.append((start, start))
            start += 1
        }
        var (leftEnd, rightEnd) = (left.count, right.count)
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            (leftEnd, rightEnd) = (leftEnd - 1, rightEnd - 1)
            pairs.append((leftEnd, rightEnd))
        }
        pairs += Self.pairs(left, right, start..<leftEnd, start..<rightEnd)
    }

    /// By the table of lengths; lists whose table would be too large are taken as having nothing in common.
    private static func pairs<Element: Equatable>(
        _ left: [Element], _ right: [Element], _ leftRange: Range<Int>, _ rightRange: Range<Int>
    ) -> [(Int, Int)] {
        guard leftRange.count * rightRange.count <= 4_000_000 else { return [] }
        let width = rightRange.count + 1
        var lengths = [Int32](repeating: 0, count: (leftRange.count + 1) * width)
        for row in leftRange.indices.map({ $0 - leftRange.lowerBound }).reversed() {
            for column in stride(from: rightRange.count - 1, through: 0, by: -1) {
                let isSame = left[leftRange.lowerBound + row] == right[rightRange.lowerBound + column]
                lengths[row * width + column] =
                    isSame
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (found, row, column): ([(Int, Int)], Int, Int) = ([], 0, 0)
        while row < leftRange.count, column < rightRange.count {
            if left[leftRange.lowerBound + row] == right[rightRange.lowerBound + column] {
                found.append((leftRange.lowerBound + row, rightRange.lowerBound + column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return found
    }
}
