extension JsonPathParser {
    /// Reads `?(…)` up to the bracket that closes the indexer.
    mutating func parseQuery(_ close: JsonPathUnit, isScan: Bool) throws(EvaluationError) -> JsonPathFilter {
        queryDepth += 1
        defer { queryDepth -= 1 }
        guard queryDepth <= Self.maximumQueryDepth else {
            throw .limit(.depth, "The queries of a JSON path are nested more than \(Self.maximumQueryDepth) levels deep.")
        }
        position += 1
        try requireMore(Self.openIndexer)
        guard units[position] == "(" else { throw unexpectedInIndexer(units[position]) }
        position += 1
        let query = try parseCondition()
        position += 1
        try requireMore(Self.openIndexer)
        skipSpaces()
        guard try unit() == close else { throw unexpectedInIndexer(units[position]) }
        return isScan ? .scanQuery(query) : .query(query)
    }

    /// Reads terms joined by `&&` and `||` up to the closing parenthesis.
    ///
    /// A term that nothing joins to the next one is dropped, as Newtonsoft does.
    private mutating func parseCondition() throws(EvaluationError) -> JsonPathQuery {
        var groups: [(isAll: Bool, terms: [JsonPathQuery])] = []
        while !isAtEnd {
            let term = try parseTerm()
            if try unit() == ")" {
                guard !groups.isEmpty else { return term }
                groups[groups.count - 1].terms.append(term)
                return Self.nested(groups)
            }
            for (sign, isAll) in [("&" as JsonPathUnit, true), ("|" as JsonPathUnit, false)] where try unit() == sign {
                guard take([sign, sign]) else { throw unexpectedInQuery() }
                if groups.last?.isAll != isAll {
                    guard groups.count < Self.maximumQueryDepth else {
                        throw .limit(.depth, "A JSON path's query changes between && and || more than \(Self.maximumQueryDepth) times.")
                    }
                    groups.append((isAll, []))
                }
                groups[groups.count - 1].terms.append(term)
            }
        }
        throw .json(Self.openQuery)
    }

    /// There is no precedence: `a && b || c` is `a && (b || c)`, and `a || b && c` is `a || (b && c)`.
    private static func nested(_ groups: [(isAll: Bool, terms: [JsonPathQuery])]) -> JsonPathQuery {
        var inner: JsonPathQuery?
        for group in groups.reversed() {
            let terms = group.terms + (inner.map { [$0] } ?? [])
            inner = group.isAll ? .all(terms) : .any(terms)
        }
        return inner ?? .all([])
    }

    private mutating func parseTerm() throws(EvaluationError) -> JsonPathQuery {
        let left = try parseOperand()
        switch try unit() {
        case ")", "|", "&": return .exists(left)
        default:
            let comparison = try parseComparison()
            return .comparison(left, comparison, try parseOperand())
        }
    }

    private mutating func parseComparison() throws(EvaluationError) -> JsonPathQuery.Comparison {
        guard position + 1 < units.count else { throw .json(Self.openQuery) }
        if take(["=", "="]) { return .equal }
        if take(["!", "="]) || take(["<", ">"]) { return .notEqual }
        if take(["<", "="]) { return .lessOrEqual }
        if take(["<"]) { return .less }
        if take([">", "="]) { return .greaterOrEqual }
        if take([">"]) { return .greater }
        throw .json("Could not read query operator.")
    }

    private mutating func parseOperand() throws(EvaluationError) -> JsonPathQuery.Operand {
        skipSpaces()
        let first = try unit()
        let operand: JsonPathQuery.Operand
        if first == "$" || first == "@" {
            var filters: [JsonPathFilter] = first == "$" ? [.root] : []
            position += 1
            if try parseSteps(into: &filters, from: position, isInQuery: true) { throw .json(Self.openQuery) }
            operand = .path(filters)
        } else if let scalar = try parseLiteral(first) {
            operand = .value(JValue(scalar))
        } else {
            throw unexpectedInQuery()
        }
        skipSpaces()
        try requireMore(Self.openQuery)
        return operand
    }

    private mutating func parseLiteral(_ first: JsonPathUnit) throws(EvaluationError) -> JsonScalar? {
        switch first {
        case "'": return .string(try parseQuotedText())
        case "t": return take(["t", "r", "u", "e"]) ? .boolean(true) : nil
        case "f": return take(["f", "a", "l", "s", "e"]) ? .boolean(false) : nil
        case "n": return take(["n", "u", "l", "l"]) ? .null : nil
        default: return first.isDigit || first == "-" ? parseNumber() : nil
        }
    }

    /// Reads up to a space or a closing parenthesis; nil where that is no number.
    private mutating func parseNumber() -> JsonScalar? {
        let start = position
        position += 1
        while !isAtEnd, units[position] != " ", units[position] != ")" { position += 1 }
        guard !isAtEnd else { return nil }
        let text = text(start..<position)
        if units[start..<position].contains(where: { $0 == "." || $0 == "E" || $0 == "e" }) {
            return (try? NumberParsing.double(text)).map { .float($0) }
        }
        return (try? NumberParsing.int64(text)).map { .integer($0) }
    }

    private mutating func take(_ expected: [JsonPathUnit]) -> Bool {
        guard units[position...].starts(with: expected) else { return false }
        position += expected.count
        return true
    }

    /// What stands at the position does not belong there; behind the end C# throws another exception.
    private func unexpectedInQuery() -> EvaluationError {
        isAtEnd ? .indexOutOfRange : .json("Unexpected character while parsing path query: \(text(units[position]))")
    }
}
