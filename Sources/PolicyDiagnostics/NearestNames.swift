/// The known names that a misspelt one was probably meant to be, best first, at most three.
///
/// Distance is Damerau–Levenshtein without case; a name counts as near within a third of its length.
public func nearestNames(to name: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = Array(name.lowercased().utf8.prefix(64))
    let limit = max(1, wanted.count / 3)
    return
        candidates
        .map { (name: $0, distance: editDistance(wanted, Array($0.lowercased().utf8.prefix(64)))) }
        .filter { $0.distance <= limit }
        .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        .prefix(3)
        .map(\.name)
}

/// "did you mean 'a'?", or nil when nothing is near.
public func didYouMean(_ name: String, among candidates: some Sequence<String>) -> String? {
    let near = nearestNames(to: name, among: candidates)
    guard let last = near.last else { return nil }
    let others = near.dropLast().map { "'\($0)'" }
    return "did you mean \(others.isEmpty ? "" : others.joined(separator: ", ") + " or ")'\(last)'?"
}

package func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 1...left.count {
        var current = [row] + [Int](repeating: 0, count: right.count)
        for column in 1...right.count {
            let cost = left[row - 1] == right[column - 1] ? 0 : 1
            current[column] = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                current[column] = min(current[column], beforePrevious[column - 2] + 1)
            }
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}
