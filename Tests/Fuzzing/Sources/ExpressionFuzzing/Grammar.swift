/// Rules from which programs are made.
///
/// A rule is a line with its name, followed by its alternatives, one on each indented line. In an alternative stand
/// text and, between « and »:
/// - `name`: what an alternative of that rule gives;
/// - `+name`: a fresh variable of the rule's type, in scope from here on;
/// - `=name`: a fresh variable that comes into scope behind this alternative, as one whose initialiser follows;
/// - `?name`: a variable of the type that is in scope, or else what the rule gives;
/// - `!name`: a variable of the type that is in scope; without one the alternative is not taken;
/// - `{` and `}`: the borders of a scope.
struct Grammar: Sendable {
    enum Element: Sendable {
        case text(String)
        case rule(String)
        case parameter(String)
        case declaration(String)
        case variable(String)
        case requiredVariable(String)
        case scopeStart
        case scopeEnd
    }

    struct Alternative: Sendable {
        var elements: [Element]
        /// How many rules within each other it needs at least.
        var height = Int.max

        var requiredVariables: [String] {
            elements.compactMap { element in
                if case .requiredVariable(let type) = element { type } else { nil }
            }
        }

        var rules: [String] {
            elements.compactMap { element in
                switch element {
                case .rule(let name), .variable(let name): name
                default: nil
                }
            }
        }
    }

    private(set) var rules: [String: [Alternative]] = [:]

    init(_ text: String) {
        var name = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix(" ") {
                rules[name, default: []].append(Alternative(elements: Self.elements(of: line.drop { $0 == " " })))
            } else {
                name = String(line)
            }
        }
        measureHeights()
    }

    /// The rules that an alternative names and nobody defines.
    var undefinedRules: Set<String> {
        Set(rules.values.joined().flatMap(\.rules)).subtracting(rules.keys)
    }

    private static func elements(of line: Substring) -> [Element] {
        var elements: [Element] = []
        for (index, part) in line.split(separator: "«", omittingEmptySubsequences: false).enumerated() {
            let pieces = part.split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
            if index > 0, let placeholder = pieces.first { elements.append(element(placeholder)) }
            if let text = pieces.last, index == 0 || pieces.count == 2, !text.isEmpty { elements.append(.text(String(text))) }
        }
        return elements
    }

    private static func element(_ placeholder: Substring) -> Element {
        switch placeholder.first {
        case "+": .parameter(String(placeholder.dropFirst()))
        case "=": .declaration(String(placeholder.dropFirst()))
        case "?": .variable(String(placeholder.dropFirst()))
        case "!": .requiredVariable(String(placeholder.dropFirst()))
        case "{": .scopeStart
        case "}": .scopeEnd
        default: .rule(String(placeholder))
        }
    }

    /// Finds the least height of every alternative, from the leaves up.
    private mutating func measureHeights() {
        var heights: [String: Int] = [:], hasChanged = true
        while hasChanged {
            hasChanged = false
            for (name, alternatives) in rules {
                for (index, alternative) in alternatives.enumerated() {
                    let below = alternative.rules.map { heights[$0] ?? Int.max }.max() ?? 0
                    guard below < alternative.height - 1 else { continue }
                    rules[name]?[index].height = below + 1
                    if below + 1 < heights[name] ?? Int.max { heights[name] = below + 1 }
                    hasChanged = true
                }
            }
        }
    }
}
