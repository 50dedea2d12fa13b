import PolicyDiagnostics

/// What can be written where the code of an expression ends so far.
public struct ExpressionCompletion: Sendable, Hashable {
    /// The part of a name that is there already.
    public var prefix: String
    /// The names that begin with it, sorted.
    public var names: [String]

    /// Makes a completion.
    public init(prefix: String, names: [String]) { (self.prefix, self.names) = (prefix, names) }
}

extension ExpressionCompiler {
    /// The names that may follow: behind a dot the members of what stands before it, elsewhere types and `context`.
    ///
    /// - Parameter code: the inside of `@( )` up to the cursor. Variables that it declares are not known.
    public func completion(of code: String) -> ExpressionCompletion {
        let bytes = Array(code.utf8)
        var lexer = Lexer(bytes, ParserOptions())
        lexer.lexAll()
        let cursor = CompletionCursor(Array(lexer.tokens.dropLast()), end: bytes.count)
        let prefix = String(decoding: bytes[cursor.prefixStart...], as: UTF8.self)
        let candidates = cursor.receiver.map { memberNames(of: String(decoding: bytes[$0.lowerBound..<$0.upperBound], as: UTF8.self)) }
        let names = Set(candidates ?? library.typeNames + ["context", "new", "null", "true", "false", "string", "int", "bool"])
        return ExpressionCompletion(prefix: prefix, names: names.filter { $0.hasPrefix(prefix) }.sorted())
    }

    /// Whether a bracket of any kind is open where the text ends, so that more has to follow; `@( )` and `@{ }` may stand around.
    public func leavesBracketsOpen(_ text: String) -> Bool {
        var lexer = Lexer(Array(text.utf8), ParserOptions())
        lexer.lexAll()
        return lexer.tokens.reduce(0) { depth, token in
            switch token.kind {
            case .openParen, .openBracket, .openBrace: depth + 1
            case .closeParen, .closeBracket, .closeBrace: depth - 1
            default: depth
            }
        } > 0
    }

    private func memberNames(of receiver: String) -> [String] {
        // A name behind the dot makes `int` and `string` what they are here: types in front of a member.
        let (access, diagnostics) = Parser.parseExpression(Array("\(receiver).Name".utf8))
        guard diagnostics.isEmpty, case .memberAccess(let syntax, _) = access.kind else { return [] }
        let binder = Binder(library: library, strictTypes: false)
        let bound = binder.bind(syntax)
        switch bound.kind {
        case .bad, .methodGroup: return []
        case .namespaceName(let namespace): return library.names(in: namespace)
        case .typeName: return bound.type.selfAndBases.flatMap { $0.definition?.members.visibleNames(isStatic: true) ?? [] }
        default:
            let own = bound.type.memberOwners.flatMap { $0.definition?.members.visibleNames(isStatic: false) ?? [] }
            return own + library.extensionMethodNames { binder.extends(bound, $0) }
        }
    }
}

/// Where a name is being written, found in the tokens before it.
private struct CompletionCursor {
    /// Where the name begins.
    let prefixStart: Int
    /// What stands before the dot in front of the name.
    let receiver: SourceRange?

    init(_ tokens: [Token], end: Int) {
        var rest = tokens[...]
        if let last = rest.last, last.kind == .identifier || last.kind.isKeyword, Int(last.end) == end {
            prefixStart = Int(last.start)
            rest.removeLast()
        } else {
            prefixStart = end
        }
        guard rest.popLast(.dot) else {
            receiver = nil
            return
        }
        _ = rest.popLast(.question)
        let end = rest.last.map { Int($0.end) } ?? 0
        receiver = rest.skipPrimary() ? SourceRange(Int(tokens[rest.endIndex].start), end) : SourceRange(end, end)
    }
}

extension ArraySlice<Token> {
    fileprivate mutating func popLast(_ kind: TokenKind) -> Bool {
        guard last?.kind == kind else { return false }
        removeLast()
        return true
    }

    /// Leaves out the primary expression at the end: names, calls and indexers joined by dots, or a literal.
    fileprivate mutating func skipPrimary() -> Bool {
        repeat {
            guard skipOperand() else { return false }
            guard popLast(.dot) else { break }
            _ = popLast(.question)
        } while true
        return true
    }

    private mutating func skipOperand() -> Bool {
        var hasBrackets = false
        while let last, last.kind == .closeParen || last.kind == .closeBracket || last.kind == .closeBrace {
            guard skipGroup() else { return false }
            hasBrackets = true
            if popLast(.keywordNew) { return true }
        }
        skipTypeArguments()
        guard let last else { return hasBrackets }
        if last.kind == .identifier || last.kind.isPredefinedType || (!hasBrackets && last.kind.isLiteralEnd) {
            removeLast()
            return true
        }
        return hasBrackets
    }

    private mutating func skipGroup() -> Bool {
        var depth = 0
        while let token = popLast() {
            switch token.kind {
            case .closeParen, .closeBracket, .closeBrace: depth += 1
            case .openParen, .openBracket, .openBrace: depth -= 1
            default: break
            }
            if depth == 0 { return true }
        }
        return false
    }

    private mutating func skipTypeArguments() {
        guard last?.kind == .greaterThan else { return }
        var depth = 0
        while let token = popLast() {
            depth += token.kind == .greaterThan ? 1 : token.kind == .lessThan ? -1 : 0
            if depth == 0 { return }
        }
    }
}

extension TokenKind {
    fileprivate var isLiteralEnd: Bool {
        switch self {
        case .integerLiteral, .realLiteral, .characterLiteral, .stringLiteral, .verbatimStringLiteral: true
        default: false
        }
    }
}

extension NetMemberTable {
    /// Names that can stand behind a dot: operators and the enumerator have their own syntax.
    fileprivate func visibleNames(isStatic: Bool) -> [String] {
        let methods = methods.filter { !$0.key.hasPrefix("op_") && $0.value.contains { $0.isStatic == isStatic && !$0.isExtension } }.keys
        return Array(methods) + properties.filter { $0.value.isStatic == isStatic }.keys
    }
}

extension Binder {
    /// Whether an extension method whose first parameter has this type can be called on the value.
    fileprivate func extends(_ value: BoundExpression, _ type: TypeSymbol) -> Bool {
        var inference = TypeInference(first: 0, count: 8, binder: self)
        inference.add(value, to: type)
        return implicitConversion(of: value, to: type.substituting(inference.partialSolution())) != nil
    }
}
