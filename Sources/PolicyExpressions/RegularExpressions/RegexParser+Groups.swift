extension RegexParser {
    /// What an opening parenthesis begins; nil for options alone, which stay on until the group around them ends.
    mutating func parseGroup() throws(RegexPatternError) -> RegexNode? {
        guard current == .character("?"), unit(1) != .character(")") else { return try parsePlainGroup() }
        position += 1
        guard !isAtEnd else { throw unrecognized }
        switch next() {
        case .character(":"): return try parseRest { $0 }
        case .character("="): return try parseRest { .look($0, isBehind: false, isNegative: false) }
        case .character("!"): return try parseRest { .look($0, isBehind: false, isNegative: true) }
        case .character(">"): return try parseRest { .atomic($0) }
        case .character("'"): return try parseNamedGroup(closing: .character("'"))
        case .character("<"): return try parseAngle()
        case .character("("): return try parseCondition()
        default:
            position -= 1
            return try parseOptions()
        }
    }

    private var unrecognized: RegexPatternError { error("Unrecognized grouping construct.") }

    private mutating func parsePlainGroup() throws(RegexPatternError) -> RegexNode {
        if options.contains(.explicitCapture) || ignoresNextParenthesis {
            ignoresNextParenthesis = false
            return try parseRest { $0 }
        }
        let number = nextGroup
        nextGroup += 1
        return try parseRest { .capture($0, group: number, balanced: nil) }
    }

    /// The inside of a group and its closing parenthesis. Options that are set inside end with it.
    private mutating func parseRest(_ make: (RegexNode) -> RegexNode) throws(RegexPatternError) -> RegexNode {
        ignoresNextParenthesis = false
        let outer = options
        let node = try parseAlternation()
        options = outer
        guard skip(.character(")")) else { throw error("Not enough )'s.") }
        return make(node)
    }

    private mutating func parseAngle() throws(RegexPatternError) -> RegexNode {
        guard let unit = current else { throw unrecognized }
        guard unit == .character("=") || unit == .character("!") else { return try parseNamedGroup(closing: .character(">")) }
        position += 1
        return try parseRest { .look($0, isBehind: true, isNegative: unit == .character("!")) }
    }

    // MARK: Names

    /// `name>`, `5>`, `name-other>`, `-other>` behind `(?<`.
    private mutating func parseNamedGroup(closing: UInt16) throws(RegexPatternError) -> RegexNode {
        guard let first = current else { throw unrecognized }
        var group: Int?
        if first.isDigit {
            let number = try parseDecimal()
            group = groups.contains(number) ? number : nil
            try requireEndOfName(closing)
            if number == 0 { throw error("Capture number cannot be zero.") }
        } else if first.isRegexBoundaryWord {
            group = groups.numbersByName[parseName()]
            try requireEndOfName(closing)
        } else if first != .character("-") {
            throw invalidName
        }
        let balanced = (group != nil || first == .character("-")) && rest > 1 && skip(.character("-")) ? try parseBalanced(closing) : nil
        guard group != nil || balanced != nil, skip(closing) else { throw unrecognized }
        return try parseRest { .capture($0, group: group, balanced: balanced) }
    }

    private var invalidName: RegexPatternError { error("Invalid group name: Group names must begin with a word character.") }

    private func requireEndOfName(_ closing: UInt16) throws(RegexPatternError) {
        guard isAtEnd || current == closing || current == .character("-") else { throw invalidName }
    }

    private mutating func parseBalanced(_ closing: UInt16) throws(RegexPatternError) -> Int {
        guard let first = current, first.isRegexBoundaryWord else { throw invalidName }
        let number: Int
        if first.isDigit {
            number = try parseDecimal()
            guard groups.contains(number) else { throw error("Reference to undefined group number \(number).") }
        } else {
            let name = parseName()
            guard let found = groups.numbersByName[name] else { throw error("Reference to undefined group name '\(name)'.") }
            number = found
        }
        guard isAtEnd || current == closing else { throw invalidName }
        return number
    }

    // MARK: Options

    /// `i-s)` or `i-s:`.
    private mutating func parseOptions() throws(RegexPatternError) -> RegexNode? {
        let outer = options
        scanOptions()
        guard !isAtEnd else { throw unrecognized }
        switch next() {
        case .character(")"): return nil
        case .character(":"):
            let node = try parseRest { $0 }
            options = outer
            return node
        default: throw unrecognized
        }
    }

    mutating func scanOptions() {
        var isOff = false
        while let unit = current {
            switch unit | 0x20 {
            case .character("-") where unit == .character("-"): isOff = true
            case .character("+") | 0x20 where unit == .character("+"): isOff = false
            case let letter:
                guard unit &- 0x41 < 26 || unit &- 0x61 < 26, let option = Self.inlineOptions[letter] else { return }
                if isOff { options.remove(option) } else { options.insert(option) }
            }
            position += 1
        }
    }

    private static let inlineOptions: [UInt16: RegexOptions] = [
        .character("i"): .ignoreCase, .character("m"): .multiline, .character("n"): .explicitCapture, .character("s"): .singleline,
        .character("x"): .ignorePatternWhitespace,
    ]

    // MARK: Conditions

    /// `(name)yes|no` or `(expression)yes|no` behind `(?`.
    private mutating func parseCondition() throws(RegexPatternError) -> RegexNode {
        let start = position
        if let group = try parseReference() { return try parseBranches(of: { .groupCondition(group, $0, $1) }) }
        position = start
        try refuseCapture()
        ignoresNextParenthesis = true
        guard let condition = try parseGroup() else { throw error("Illegal conditional (?(...)) expression.") }
        return try parseBranches { .condition(condition, $0, $1) }
    }

    /// The group that a condition names; nil when it is an expression.
    private mutating func parseReference() throws(RegexPatternError) -> Int? {
        guard let first = current else { return nil }
        if first.isDigit {
            let number = try parseDecimal()
            guard skip(.character(")")) else { throw error("(?(\(number)) ) malformed.") }
            guard groups.contains(number) else { throw error("(?(\(number)) ) reference to undefined group.") }
            return number
        }
        guard first.isRegexBoundaryWord, let number = groups.numbersByName[parseName()], skip(.character(")")) else { return nil }
        return number
    }

    private func refuseCapture() throws(RegexPatternError) {
        guard current == .character("?"), let kind = unit(1) else { return }
        if kind == .character("#") { throw error("Alternation conditions cannot be comments.") }
        let isLookBehind = unit(2) == .character("=") || unit(2) == .character("!")
        if kind == .character("'") || (kind == .character("<") && rest > 2 && !isLookBehind) {
            throw error("Alternation conditions do not capture and cannot be named.")
        }
    }

    private mutating func parseBranches(of make: (RegexNode, RegexNode) -> RegexNode) throws(RegexPatternError) -> RegexNode {
        let outer = options
        let branches = try parseBranches()
        options = outer
        guard branches.count <= 2 else { throw error("Too many | in (?()|).") }
        guard skip(.character(")")) else { throw error("Not enough )'s.") }
        return make(branches[0], branches.count > 1 ? branches[1] : .empty)
    }
}
