/// The first pass over a pattern: which groups there are.
enum RegexGroupFinder {
    static func groups(of parser: RegexParser) throws(RegexPatternError) -> RegexGroups {
        var parser = parser, groups = RegexGroups(), outer: [RegexOptions] = []
        var next = 1, ignoresNext = false
        while !parser.isAtEnd {
            let offset = parser.position
            switch parser.next() {
            case .character("\\"): parser.position += 1
            case .character("#") where parser.options.contains(.ignorePatternWhitespace):
                parser.position -= 1
                try parser.skipBlank()
            case .character("["): skipSet(&parser)
            case .character(")"): if let options = outer.popLast() { parser.options = options }
            case .character("("):
                parser.position -= 1
                try parser.skipBlank()
                guard parser.position == offset else { continue }
                parser.position += 1
                outer.append(parser.options)
                let isCondition = try open(&parser, &groups, &outer, &next, ignoresNext, offset)
                ignoresNext = isCondition
            default: break
            }
        }
        groups.finish(nextNumber: next)
        return groups
    }

    /// Notes what a parenthesis opens; whether a condition follows, whose own parenthesis captures nothing.
    private static func open(
        _ parser: inout RegexParser, _ groups: inout RegexGroups, _ outer: inout [RegexOptions], _ next: inout Int, _ ignores: Bool,
        _ offset: Int
    ) throws(RegexPatternError) -> Bool {
        guard parser.skip(.character("?")) else {
            if !parser.options.contains(.explicitCapture), !ignores {
                groups.note(next, at: offset)
                next += 1
            }
            return false
        }
        if parser.rest > 1, parser.current == .character("<") || parser.current == .character("'") {
            parser.position += 1
            try noteName(&parser, &groups, offset)
            return false
        }
        parser.scanOptions()
        if parser.skip(.character(")")) {
            // Options alone stay on in the group around them.
            _ = outer.popLast()
            return false
        }
        return parser.current == .character("(")
    }

    private static func noteName(_ parser: inout RegexParser, _ groups: inout RegexGroups, _ offset: Int) throws(RegexPatternError) {
        guard let first = parser.current, first != .character("0"), first.isRegexBoundaryWord else { return }
        if first.isDigit { groups.note(try parser.parseDecimal(), at: offset) } else { groups.note(parser.parseName(), at: offset) }
    }

    /// Skips a set; what is wrong with it the second pass says.
    private static func skipSet(_ parser: inout RegexParser) {
        _ = parser.skip(.character("^"))
        var isFirst = true, depth = 1
        while depth > 0, let unit = parser.current {
            parser.position += 1
            switch unit {
            case .character("\\"): parser.position += 1
            case .character("]") where !isFirst: depth -= 1
            case .character("[") where !isFirst && parser.units[parser.position - 2] == .character("-"):
                depth += 1
                _ = parser.skip(.character("^"))
                isFirst = true
                continue
            default: break
            }
            isFirst = false
        }
    }
}
