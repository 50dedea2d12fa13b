import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Indents the lines of an expression anew, as one block.
struct ExpressionLayout {
    /// The width that a tab stands for.
    static let tabWidth = 4

    /// The columns that the first line's element is indented by.
    let indent: Int

    /// - Parameters:
    ///   - text: the expression as it is to be written, brackets included.
    ///   - code: what it means, which tells the line breaks inside of literals.
    func format(_ text: String, meaning code: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
        guard lines.count > 1 else { return text }
        let inLiterals = Self.lineBreaksInLiterals(of: code)
        // A line break that is written as an entity is none of the text's lines, and the numbers do not tell lines any more.
        guard inLiterals.total == lines.count - 1 else { return text }
        for index in lines.indices where index < lines.count - 1 && !inLiterals.places.contains(index) { lines[index].trimEnd() }
        let movable = lines.indices.dropFirst().filter { !inLiterals.places.contains($0 - 1) }
        return indented(lines, movable)
    }

    private func indented(_ lines: [Substring], _ movable: [Int]) -> String {
        var lines = lines.map(String.init)
        let last = lines.count - 1
        let closes = movable.last == last && lines[last].drop(while: \.isBlank).first.map { ")}".contains($0) } ?? false
        let body = movable.filter { !(closes && $0 == last) && !lines[$0].allSatisfy(\.isBlank) }
        let least = body.map { lines[$0].leadingColumns }.min() ?? 0
        for index in body {
            let columns = lines[index].leadingColumns - least + indent + 4
            lines[index] = String(repeating: " ", count: columns) + lines[index].drop(while: \.isBlank)
        }
        for index in movable where lines[index].allSatisfy(\.isBlank) { lines[index] = "" }
        if closes { lines[last] = String(repeating: " ", count: indent) + lines[last].drop(while: \.isBlank) }
        return lines.joined(separator: "\n")
    }

    /// The line breaks of code that are a part of literals, by their number, and how many line breaks there are.
    private static func lineBreaksInLiterals(of code: String) -> (places: Set<Int>, total: Int) {
        let literals = ExpressionToken.all(in: code).filter(\.isLiteral).map(\.range)
        var (places, total): (Set<Int>, Int) = ([], 0)
        for (offset, byte) in code.utf8.enumerated() where byte == UInt8(ascii: "\n") {
            if literals.contains(where: { $0.contains(offset) }) { places.insert(total) }
            total += 1
        }
        return (places, total)
    }
}

extension Character {
    /// A space or a tab.
    var isBlank: Bool { self == " " || self == "\t" }
}

extension Substring {
    fileprivate mutating func trimEnd() {
        while let last, last.isBlank { removeLast() }
    }
}

extension StringProtocol {
    /// The columns of white space that the line begins with.
    var leadingColumns: Int {
        prefix(while: \.isBlank).reduce(0) { $1 == "\t" ? ($0 / ExpressionLayout.tabWidth + 1) * ExpressionLayout.tabWidth : $0 + 1 }
    }
}
