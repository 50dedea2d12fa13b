import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

/// Compares what two documents mean. White space between elements and in expressions, quotes, entities, CDATA, comments and the order
/// of attributes do not count.
public struct PolicyComparison: Sendable {
    /// The differences in the order of the documents; none for documents that mean the same.
    public private(set) var differences: [PolicyDifference] = []

    /// Compares two documents.
    public init(_ left: PolicyDocument, _ right: PolicyDocument) {
        compareChildren(ComparedNode.all(in: left.roots), ComparedNode.all(in: right.roots), path: [])
    }

    // MARK: Elements

    private mutating func compare(_ left: ComparedNode, _ right: ComparedNode, path: [String]) {
        guard left.meaning != right.meaning else { return }
        guard let first = left.element, let second = right.element else {
            return report(.changed, path, left.side, right.side)
        }
        compareAttributes(first, second, path)
        compareTexts(
            first.children.joinedText(keepsMargins: first.isTemplate), second.children.joinedText(keepsMargins: second.isTemplate), path)
        compareChildren(ComparedNode.elements(in: first.children), ComparedNode.elements(in: second.children), path: path)
    }

    private mutating func compareAttributes(_ left: XMLElement, _ right: XMLElement, _ path: [String]) {
        let names = left.attributes.map(\.name) + right.attributes.map(\.name).filter { left[attribute: $0] == nil }
        for name in names {
            let (first, second) = (left[attribute: name], right[attribute: name])
            let meanings = [first, second].map { $0.map { CanonicalText($0.value, keepsMargins: false) } }
            guard meanings[0] != meanings[1] else { continue }
            report(kind(first, second), path + ["@\(name)"], first.map { .init($0.value.span) }, second.map { .init($0.value.span) })
        }
    }

    private mutating func compareTexts(_ left: JoinedText, _ right: JoinedText, _ path: [String]) {
        guard left.meaning != right.meaning else { return }
        report(kind(left.span, right.span), path + ["text()"], left.span.map { .init($0) }, right.span.map { .init($0) })
    }

    private func kind<Part>(_ left: Part?, _ right: Part?) -> PolicyDifference.Kind {
        left == nil ? .added : right == nil ? .removed : .changed
    }

    // MARK: Children

    private mutating func compareChildren(_ left: [ComparedNode], _ right: [ComparedNode], path: [String]) {
        var pairs = LongestCommonSubsequence(left.map(\.meaning), right.map(\.meaning)).pairs
        pairs += Self.pairs(left, right, besides: pairs) { $0.key == $1.key && $0.key.name != nil }
        let moved = Self.pairs(left, right, besides: pairs) { $0.meaning == $1.meaning }
        pairs += moved
        pairs += Self.pairs(left, right, besides: pairs) { $0.key.element == $1.key.element }
        let (leftSteps, rightSteps) = (Self.steps(left), Self.steps(right))
        let partners = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        let isOrdered = isOrdered(path)
        for (index, node) in left.enumerated() {
            guard let partner = partners[index] else {
                report(.removed, path + [leftSteps[index]], node.side, nil)
                continue
            }
            if isOrdered, Self.crosses(index, partner, pairs) { report(.moved, path + [leftSteps[index]], node.side, right[partner].side) }
            compare(node, right[partner], path: path + [leftSteps[index]])
        }
        let taken = Set(partners.values)
        for (index, node) in right.enumerated() where !taken.contains(index) { report(.added, path + [rightSteps[index]], nil, node.side) }
    }

    /// Sections run in their own order, wherever they stand.
    private func isOrdered(_ path: [String]) -> Bool { path != ["policies"] }

    /// Pairs what is left on both sides and belongs together, in order.
    private static func pairs(
        _ left: [ComparedNode], _ right: [ComparedNode], besides found: [(Int, Int)], by belongs: (ComparedNode, ComparedNode) -> Bool
    ) -> [(Int, Int)] {
        var taken = Set(found.map(\.1))
        let used = Set(found.map(\.0))
        return left.indices.filter { !used.contains($0) }.compactMap { index in
            guard let partner = right.indices.first(where: { !taken.contains($0) && belongs(left[index], right[$0]) }) else { return nil }
            taken.insert(partner)
            return (index, partner)
        }
    }

    /// Whether something that stood before an element stands behind it now: of two that changed places, the later one is said to be moved.
    private static func crosses(_ index: Int, _ partner: Int, _ pairs: [(Int, Int)]) -> Bool {
        pairs.contains { $0.0 < index && $0.1 > partner }
    }

    private static func steps(_ nodes: [ComparedNode]) -> [String] {
        let keys = nodes.map { node in node.key.name.map { "\(node.key.element)[\($0)]" } ?? node.key.element }
        let numbered = PathSteps(keys)
        return nodes.indices.map { numbered[$0] }
    }

    private mutating func report(
        _ kind: PolicyDifference.Kind, _ path: [String], _ left: PolicyDifference.Side?, _ right: PolicyDifference.Side?
    ) {
        let steps = path.first == "policies" && path.count > 1 ? Array(path.dropFirst()) : path
        differences.append(PolicyDifference(kind: kind, path: steps.joined(separator: "/"), left: left, right: right))
    }
}
