import PolicyDiagnostics
import PolicyExpressions

/// Makes the tree of a template. Problems inside one output or tag do not hide those of others.
struct LiquidParser {
    /// How deep blocks may be nested.
    static let maximumDepth = 64
    private static let maximumProblems = 100

    let lexer: LiquidLexer
    let bytes: [UInt8]
    let tokens: [LiquidToken]
    private(set) var position = 0
    private var depth = 0
    private(set) var problems: [LiquidProblem] = []

    /// Parses a template; the problems are in the order of the text, and the tree is whole when there is none.
    static func parse(_ bytes: [UInt8]) -> (nodes: [LiquidNode], problems: [LiquidProblem]) {
        do throws(LiquidProblem) {
            var parser = LiquidParser(bytes, try LiquidLexer.tokens(of: bytes))
            let nodes = parser.block(until: [])
            return (nodes, parser.problems.sorted { $0.range.lowerBound < $1.range.lowerBound })
        } catch {
            return ([], [error])
        }
    }

    private init(_ bytes: [UInt8], _ tokens: [LiquidToken]) { (self.bytes, self.tokens, lexer) = (bytes, tokens, LiquidLexer(bytes)) }

    /// The nodes up to a tag of one of these names, which is not read; to the end when there is none.
    mutating func block(until names: Set<String>) -> [LiquidNode] {
        var nodes: [LiquidNode] = []
        while position < tokens.count {
            let token = tokens[position]
            if token.kind == .tag, names.contains(lexer.name(of: token)) { break }
            position += 1
            do throws(LiquidProblem) {
                if let node = try node(token) { nodes.append(node) }
            } catch {
                note(error)
            }
        }
        return nodes
    }

    private mutating func node(_ token: LiquidToken) throws(LiquidProblem) -> LiquidNode? {
        switch token.kind {
        case .text: return .text(Array(bytes[token.content.lowerBound..<token.content.upperBound]))
        case .output:
            var markup = LiquidMarkup(bytes, token.content)
            return markup.isAtEnd() ? nil : .output(try expression(&markup))
        case .tag:
            guard depth < Self.maximumDepth else {
                throw LiquidProblem(message: "tags are nested more than \(Self.maximumDepth) levels deep", range: token.range)
            }
            depth += 1
            defer { depth -= 1 }
            return try tag(token)
        }
    }

    /// Moves behind the tag that closes a block.
    mutating func close(_ token: LiquidToken, with name: String) throws(LiquidProblem) {
        guard position < tokens.count, lexer.name(of: tokens[position]) == name else {
            throw LiquidProblem(
                message: "the tag '\(lexer.name(of: token))' is not closed", range: token.range, hint: "'{% \(name) %}' is missing")
        }
        position += 1
    }

    /// The tag that stopped a block, with its markup behind the name; nil at the end of the template.
    mutating func takeTag() -> (name: String, markup: LiquidMarkup)? {
        guard position < tokens.count else { return nil }
        let token = tokens[position]
        position += 1
        return (lexer.name(of: token), markup(of: token))
    }

    /// The name of the tag that comes next.
    var nextTagName: String? { position < tokens.count ? lexer.name(of: tokens[position]) : nil }

    /// What stands behind a tag's name.
    func markup(of token: LiquidToken) -> LiquidMarkup {
        var markup = LiquidMarkup(bytes, token.content)
        _ = markup.name()
        return markup
    }

    /// Keeps a problem, unless there are too many to be read.
    mutating func note(_ problem: LiquidProblem) {
        if problems.count < Self.maximumProblems { problems.append(problem) }
    }

    /// A value with its filters, and nothing behind them.
    func expression(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidExpression {
        var expression = LiquidExpression(operand: try markup.operand())
        while markup.consume("|") { expression.filters.append(try filterCall(&markup)) }
        try markup.expectEnd()
        return expression
    }

    private func filterCall(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidFilterCall {
        markup.skipSpace()
        let start = markup.position
        let name = try markup.expectName("the name of a filter").string
        let range = SourceRange(start, markup.position)
        var arguments: [LiquidOperand] = []
        if markup.consume(":") {
            repeat { arguments.append(try markup.operand()) } while markup.consume(",")
        }
        let filter = try LiquidFilter.named(name, at: range)
        try filter.check(arguments, at: range)
        return LiquidFilterCall(filter: filter, arguments: arguments)
    }

    /// Comparisons joined by `and` and `or`, and nothing behind them.
    func condition(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidCondition {
        var condition = LiquidCondition(comparisons: [try comparison(&markup)], connectives: [])
        while !markup.isAtEnd() {
            if markup.consume(word: "and") {
                condition.connectives.append(.and)
            } else if markup.consume(word: "or") {
                condition.connectives.append(.or)
            } else {
                try markup.expectEnd()
            }
            condition.comparisons.append(try comparison(&markup))
        }
        return condition
    }

    private func comparison(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidComparison {
        let left = try markup.operand()
        guard let comparer = comparer(&markup) else { return LiquidComparison(left: left) }
        return LiquidComparison(left: left, right: (comparer, try markup.operand()))
    }

    private func comparer(_ markup: inout LiquidMarkup) -> LiquidComparison.Operator? {
        if markup.consume("==") { return .equal }
        if markup.consume("!=") || markup.consume("<>") { return .notEqual }
        if markup.consume("<=") { return .lessOrEqual }
        if markup.consume(">=") { return .greaterOrEqual }
        if markup.consume("<") { return .less }
        if markup.consume(">") { return .greater }
        let words: [(String, String, LiquidComparison.Operator)] = [
            ("contains", "Contains", .contains), ("startsWith", "StartsWith", .startsWith), ("endsWith", "EndsWith", .endsWith),
            ("hasKey", "HasKey", .hasKey), ("hasValue", "HasValue", .hasValue),
        ]
        return words.first { markup.consume(word: $0.0) || markup.consume(word: $0.1) }?.2
    }
}
