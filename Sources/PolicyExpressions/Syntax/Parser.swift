import PolicyDiagnostics

/// How an expression is read.
struct ParserOptions: Sendable {
    /// Reads `{{name}}` outside of literals as one identifier, for documents whose named values are not known.
    var namedValuesAsIdentifiers = false
    /// The greatest height of a tree. Only chains such as `1+1+1` and `.a.a.a`, which are read in a loop, come near it.
    var heightLimit = 256
    /// The greatest depth of recursion while a tree is made: of brackets, blocks, `else if`, prefix operators, `?:` and so on.
    ///
    /// Measured so that parsing and releasing hold on a stack of 512 KiB (release) or 2 MiB (debug); nested queries need most.
    var nestingLimit = 128
    /// The greatest number of diagnostics.
    var diagnosticLimit = 25
}

/// Reads the code of a policy expression into a syntax tree, by recursive descent.
///
/// Where C# is ambiguous (cast or parentheses, type arguments or comparison, declaration or expression) it looks ahead over
/// tokens as the C# compiler does, and never parses anything twice.
struct Parser {
    let bytes: [UInt8]
    let options: ParserOptions
    let tokens: ContiguousArray<Token>
    let unreliableFrom: Int
    var index = 0
    var depth = 0
    var diagnostics: [SyntaxDiagnostic]
    /// An error was reported in the current statement; what follows from it is not worth a message.
    var isRecovering = false
    var isTooComplex = false
    /// Query keywords are reserved.
    var isInQuery = false
    /// What closes the code in C#: `)` behind a single expression, `}` behind a block.
    let closer: String

    private init(_ bytes: [UInt8], _ options: ParserOptions, closer: String) {
        var lexer = Lexer(bytes, options)
        lexer.lexAll()
        (self.bytes, self.options, self.closer) = (bytes, options, closer)
        (tokens, diagnostics, unreliableFrom) = (lexer.tokens, lexer.diagnostics, lexer.unreliableFrom)
    }

    /// Reads the inside of `@( … )`.
    static func parseExpression(_ utf8: [UInt8], options: ParserOptions = ParserOptions()) -> (ExpressionSyntax, [SyntaxDiagnostic]) {
        var parser = Parser(utf8, options, closer: ")")
        let expression = parser.parseExpression()
        if parser.current != .endOfText { parser.reportTrailing() }
        return (expression, parser.finalDiagnostics())
    }

    /// Reads the inside of `@{ … }`.
    static func parseBlock(_ utf8: [UInt8], options: ParserOptions = ParserOptions()) -> ([StatementSyntax], [SyntaxDiagnostic]) {
        var parser = Parser(utf8, options, closer: "}")
        let statements = parser.parseStatements(in: .wholeText)
        return (statements, parser.finalDiagnostics())
    }

    private static let tooComplex: Diagnostic.Code = "CS8078"

    private mutating func reportTrailing() {
        let hint = current == .semicolon ? "'@( )' holds one expression without ';'; write statements in '@{ }'" : nil
        report("CS1026", "the expression ends before \(describeCurrent())", at: currentRange, hint: hint)
    }

    private func finalDiagnostics() -> [SyntaxDiagnostic] {
        let sorted = diagnostics.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        guard sorted.count > options.diagnosticLimit else { return sorted.map(\.element) }
        // What stopped the parser is told in any case.
        let stop = sorted.first { $0.element.code == Self.tooComplex }
        let kept = sorted.filter { $0.offset != stop?.offset }.prefix(options.diagnosticLimit - (stop == nil ? 0 : 1))
        return kept.map(\.element) + (stop.map { [$0.element] } ?? [])
    }
}

extension Parser {
    // MARK: Tokens

    var token: Token { tokens[index] }
    var current: TokenKind { tokens[index].kind }
    var currentRange: SourceRange { tokens[index].range }
    /// Where the current token begins.
    var position: Int { Int(tokens[index].start) }
    /// Where the token before the current one ends.
    var previousEnd: Int { index > 0 ? Int(tokens[index - 1].end) : 0 }

    /// A token at a distance; the last token stands for all behind it.
    func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

    mutating func advance() {
        if index < tokens.count - 1 { index += 1 }
    }

    mutating func accept(_ kind: TokenKind) -> Bool {
        guard current == kind else { return false }
        advance()
        return true
    }

    func text(of token: Token) -> String { text(Int(token.start), Int(token.end)) }

    func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<max(start, end)], as: UTF8.self) }

    /// The range from a place to the end of what was read last.
    func range(from start: Int) -> SourceRange { SourceRange(start, previousEnd) }

    /// Whether a token can be an identifier here: inside a query its keywords cannot.
    func isIdentifier(_ token: Token) -> Bool {
        token.kind == .identifier && !(isInQuery && token.contextual.isQueryKeyword)
    }

    var isAtIdentifier: Bool { isIdentifier(token) }

    func isAt(_ contextual: ContextualKeyword) -> Bool { token.contextual == contextual }
}

extension Parser {
    // MARK: Depth

    /// Goes one level down; when that is too deep, reports it, drops the rest of the text, and answers false.
    mutating func enter() -> Bool {
        guard depth < options.nestingLimit else {
            reportTooComplex(options.nestingLimit)
            return false
        }
        depth += 1
        return true
    }

    mutating func leave() { depth -= 1 }

    private mutating func reportTooComplex(_ limit: Int) {
        guard !isTooComplex else { return }
        if position <= unreliableFrom {
            let message = "the expression is nested too deeply, or chained too long: more than \(limit) levels"
            diagnostics.append(SyntaxDiagnostic(Self.tooComplex, message, at: currentRange, hint: "use variables or a loop to break it up"))
        }
        isTooComplex = true
        isRecovering = true
        index = tokens.count - 1
    }

    /// A node above children of which the highest has the given height; `missing` when that is too high.
    mutating func make(_ kind: ExpressionSyntax.Kind, from start: Int, over height: Int = 0) -> ExpressionSyntax {
        guard fits(height) else { return missingExpression() }
        return ExpressionSyntax(kind: kind, range: range(from: start), height: UInt16(height + 1))
    }

    mutating func make(_ kind: StatementSyntax.Kind, from start: Int, over height: Int = 0) -> StatementSyntax {
        guard fits(height) else { return StatementSyntax(kind: .missing, range: range(from: start), height: 1) }
        return StatementSyntax(kind: kind, range: range(from: start), height: UInt16(height + 1))
    }

    mutating func make(_ kind: TypeSyntax.Kind, from start: Int, over height: Int = 0) -> TypeSyntax {
        guard fits(height) else { return TypeSyntax(kind: .missing, range: range(from: start), height: 1) }
        return TypeSyntax(kind: kind, range: range(from: start), height: UInt16(height + 1))
    }

    private mutating func fits(_ heightBelow: Int) -> Bool {
        if heightBelow < options.heightLimit { return true }
        reportTooComplex(options.heightLimit)
        return false
    }

    func missingExpression() -> ExpressionSyntax {
        ExpressionSyntax(kind: .missing, range: SourceRange(position, position), height: 1)
    }
}
