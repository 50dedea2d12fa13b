import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// An element of a document where it stands, with its expressions bound.
struct AnalyzedElement: Sendable {
    /// The place in the document's list of elements.
    let index: Int
    let element: XMLElement
    /// The section it stands in; nil in a fragment and outside of sections.
    let section: PolicySection?
    /// The elements around it, the outermost first.
    let ancestors: [Int]
    /// Whether it is a policy that runs by itself, and not a part of another one.
    let isPolicy: Bool
    /// The expressions of its attributes and its text.
    let expressions: [AnalyzedExpression]

    var name: String { element.name }
    var parent: Int? { ancestors.last }

    /// The literal value of an attribute, white space at its ends left out; nil when there is none or an expression stands in it.
    func literal(_ attribute: String) -> String? { element[attribute: attribute]?.value.literal?.string.trimmed }

    /// The expression that is the value of an attribute.
    func expression(of attribute: String) -> AnalyzedExpression? { expressions.first { $0.attribute == attribute } }

    /// Whether an attribute says true.
    func isTrue(_ attribute: String) -> Bool { literal(attribute)?.lowercased() == "true" }

    /// Whether an attribute says false.
    func isFalse(_ attribute: String) -> Bool { literal(attribute)?.lowercased() == "false" }

    /// The literal texts of the element itself, comments and elements in it left out.
    var literalText: String? {
        let texts = element.children.compactMap { if case .text(let text) = $0 { text } else { nil } }
        let literals = texts.compactMap { $0.literal?.string }
        return literals.count == texts.count ? literals.joined().trimmed : nil
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
