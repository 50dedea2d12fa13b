/// Reads .NET's regular expression language.
///
/// Two passes as in .NET: the first finds the groups, because a number or a name may be referred to before it stands.
struct RegexParser {
    let units: [UInt16]
    var position = 0
    var options: RegexOptions
    /// The groups, once the first pass is over.
    private(set) var groups = RegexGroups()
    var nextGroup = 1
    /// Whether the next parenthesis belongs to a condition and captures nothing.
    var ignoresNextParenthesis = false
    private var depth = 0

    /// How deep groups may be nested: parser and compiler recurse into them.
    private static let deepestNesting = 200

    init(_ pattern: NetString, _ options: RegexOptions) {
        (units, self.options) = (pattern.utf16Array, options)
    }

    /// The pattern as a tree, and its groups.
    static func parse(_ pattern: NetString, _ options: RegexOptions) throws(RegexPatternError) -> (RegexNode, RegexGroups) {
        var parser = RegexParser(pattern, options)
        parser.groups = try RegexGroupFinder.groups(of: RegexParser(pattern, options))
        let node = try parser.parseAlternation()
        if parser.current == .character(")") {
            parser.position += 1
            throw parser.error("Too many )'s.")
        }
        return (node, parser.groups)
    }

    // MARK: Reading

    func error(_ problem: String) -> RegexPatternError { RegexPatternError(problem: problem, offset: position) }

    var isAtEnd: Bool { position >= units.count }
    var rest: Int { units.count - position }
    var current: UInt16? { position < units.count ? units[position] : nil }
    func unit(_ distance: Int) -> UInt16? { position + distance < units.count ? units[position + distance] : nil }

    mutating func next() -> UInt16 {
        defer { position += 1 }
        return units[position]
    }

    mutating func skip(_ unit: UInt16) -> Bool {
        guard current == unit else { return false }
        position += 1
        return true
    }

    mutating func skipAll(where isSkipped: (UInt16) -> Bool) {
        while let unit = current, isSkipped(unit) { position += 1 }
    }

    /// Skips comments, and white space where the options say so.
    mutating func skipBlank() throws(RegexPatternError) {
        let skipsSpace = options.contains(.ignorePatternWhitespace)
        while let unit = current {
            if skipsSpace, unit.isPatternSpace {
                position += 1
            } else if skipsSpace, unit == .character("#") {
                skipAll { $0 != 10 }
            } else if unit == .character("("), self.unit(1) == .character("?"), self.unit(2) == .character("#") {
                try skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(RegexPatternError) {
        skipAll { $0 != .character(")") }
        guard !isAtEnd else { throw error("Unterminated (?#...) comment.") }
        position += 1
    }

    // MARK: Structure

    /// `a|b`, up to a closing parenthesis or the end.
    mutating func parseAlternation() throws(RegexPatternError) -> RegexNode {
        let branches = try parseBranches()
        return branches.count == 1 ? branches[0] : .alternation(branches)
    }

    /// The branches between bars.
    mutating func parseBranches() throws(RegexPatternError) -> [RegexNode] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepestNesting else { throw error("Groups are nested more than \(Self.deepestNesting) levels deep.") }
        var branches = [try parseConcatenation()]
        while skip(.character("|")) { branches.append(try parseConcatenation()) }
        return branches
    }

    private mutating func parseConcatenation() throws(RegexPatternError) -> RegexNode {
        var nodes: [RegexNode] = [], isBehindQuantifier = false
        while true {
            try skipBlank()
            guard let unit = current, unit != .character("|"), unit != .character(")") else { break }
            if isQuantifier { throw quantifierError(isBehindQuantifier) }
            guard let node = try parseUnit() else { continue }
            try skipBlank()
            isBehindQuantifier = isQuantifier
            nodes.append(isBehindQuantifier ? try parseQuantifier(of: node) : node)
        }
        return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .concatenation(nodes)
    }

    private mutating func quantifierError(_ isBehindQuantifier: Bool) -> RegexPatternError {
        let unit = next()
        let text = String(decoding: [unit], as: UTF16.self)
        return error(isBehindQuantifier ? "Nested quantifier \(text)." : "Quantifier {x,y} following nothing.")
    }

    /// What a quantifier would apply to; nil for options, which are no part of the text.
    private mutating func parseUnit() throws(RegexPatternError) -> RegexNode? {
        let unit = next()
        switch unit {
        case .character("["): return .set(try parseSet(), ignoresCase: options.contains(.ignoreCase))
        case .character("("): return try parseGroup()
        case .character("\\"):
            guard !isAtEnd else { throw error("Illegal \\\\ at end of pattern.") }
            return try parseEscape()
        case .character("^"): return .anchor(options.contains(.multiline) ? .lineBeginning : .beginning)
        case .character("$"): return .anchor(options.contains(.multiline) ? .lineEnd : .endOrBeforeLastLineBreak)
        case .character("."): return .set(options.contains(.singleline) ? .any : .notLineFeed, ignoresCase: false)
        default: return literal(unit)
        }
    }

    func literal(_ unit: UInt16) -> RegexNode {
        guard options.contains(.ignoreCase) else { return .unit(unit, ignoresCase: false) }
        return .unit(unit.regexLowerCase, ignoresCase: true)
    }

    // MARK: Quantifiers

    /// Whether a quantifier stands here; a brace that holds no counts is an ordinary character.
    private var isQuantifier: Bool {
        switch current {
        case .character("*"), .character("+"), .character("?"): return true
        case .character("{"): break
        default: return false
        }
        var place = position + 1
        func skipDigits() -> Bool {
            let start = place
            while place < units.count, units[place].isDigit { place += 1 }
            return place > start
        }
        guard skipDigits(), place < units.count else { return false }
        if units[place] == .character(",") {
            place += 1
            _ = skipDigits()
        }
        return place < units.count && units[place] == .character("}")
    }

    private mutating func parseQuantifier(of node: RegexNode) throws(RegexPatternError) -> RegexNode {
        let (minimum, maximum) = try parseCounts()
        try skipBlank()
        let isLazy = skip(.character("?"))
        if let maximum, minimum > maximum { throw error("Illegal {x,y} with x > y.") }
        return .loop(node, minimum: minimum, maximum: maximum, isLazy: isLazy)
    }

    private mutating func parseCounts() throws(RegexPatternError) -> (Int, Int?) {
        switch next() {
        case .character("*"): return (0, nil)
        case .character("+"): return (1, nil)
        case .character("?"): return (0, 1)
        default: break
        }
        let minimum = try parseDecimal()
        guard skip(.character(",")) else {
            position += 1
            return (minimum, minimum)
        }
        let maximum = current == .character("}") ? nil : try parseDecimal()
        position += 1
        return (minimum, maximum == Int(Int32.max) ? nil : maximum)
    }

    /// A number that fits an `int`.
    mutating func parseDecimal() throws(RegexPatternError) -> Int {
        var number = 0
        while let unit = current, unit.isDigit {
            position += 1
            number = number * 10 + Int(unit - 0x30)
            guard number <= Int(Int32.max) else { throw error("Capture group numbers must be less than or equal to Int32.MaxValue.") }
        }
        return number
    }

    /// A name of word characters.
    mutating func parseName() -> String {
        let start = position
        skipAll(where: \.isRegexBoundaryWord)
        return String(decoding: units[start..<position], as: UTF16.self)
    }
}

extension UInt16 {
    /// The unit of an ASCII character that stands in the code.
    static func character(_ scalar: Unicode.Scalar) -> UInt16 { UInt16(truncatingIfNeeded: scalar.value) }

    var isDigit: Bool { self &- 0x30 < 10 }

    /// White space that IgnorePatternWhitespace leaves out.
    fileprivate var isPatternSpace: Bool { self == 0x20 || self == 9 || self == 10 || self == 12 || self == 13 }
}
