import PolicyDiagnostics

/// Makes the coverage points of one expression while its nodes are made.
///
/// A node may be made twice for one piece of code, of which one is dropped; both then share the point.
final class CoverageInstrumenter {
    private struct Key: Hashable {
        var kind: CoveragePoint.Kind
        var range: SourceRange
        var construct: String
        var label: String
    }

    private let map: SourceMap
    private var known: [Key: CoveragePoint] = [:]
    /// The points in the order in which they were made.
    private(set) var points: [CoveragePoint] = []

    /// Makes an instrumenter; `map` says where the expression's code came from.
    init(_ map: SourceMap) { self.map = map }

    /// The point of a statement or a value; nil for code that came from nowhere.
    func point(_ kind: CoveragePoint.Kind, _ label: String, at range: SourceRange) -> CoveragePoint? {
        made(Key(kind: kind, range: range, construct: "", label: label), decision: nil)
    }

    /// The point of one way of a decision.
    func branch(_ label: String, at range: SourceRange, of construct: String, in whole: SourceRange) -> CoveragePoint? {
        guard let span = map.origin(of: whole) else { return nil }
        let decision = CoveragePoint.Decision(construct, at: span, ordinal: whole.lowerBound)
        return made(Key(kind: .expressionBranch, range: range, construct: construct, label: label), decision: decision)
    }

    private func made(_ key: Key, decision: CoveragePoint.Decision?) -> CoveragePoint? {
        if let point = known[key] { return point }
        guard let span = map.origin(of: key.range)?.trimmed else { return nil }
        let point = CoveragePoint(key.kind, key.label, at: span, of: decision, ordinal: key.range.lowerBound)
        known[key] = point
        points.append(point)
        return point
    }
}

extension SourceSpan {
    /// The span without the white space at its end, which the head of a statement has before what it holds.
    fileprivate var trimmed: SourceSpan {
        var end = range.upperBound
        while end > range.lowerBound, [0x20, 0x09, 0x0A, 0x0D].contains(source.utf8[end - 1]) { end -= 1 }
        return SourceSpan(source, SourceRange(range.lowerBound, end))
    }
}
