/// What a look-ahead found where a type may stand.
enum ScannedType {
    case notType
    /// A keyword type, an array: cannot be an expression.
    case mustBeType
    /// `A::B`; with a dot behind it, it counts as any name.
    case aliasQualifiedName
    case nullableType
    case tupleType
    /// `A<B>`, `A.B<C>`.
    case genericTypeOrExpression
    /// `A`, `A.B`.
    case nonGenericTypeOrExpression
}

/// Look-ahead over tokens. Nothing here changes the parser; `at` is an index into its tokens.
extension Parser {
    func kind(_ at: Int) -> TokenKind { at < tokens.count ? tokens[at].kind : .endOfText }

    func isIdentifier(at: Int) -> Bool { at < tokens.count && isIdentifier(tokens[at]) }

    func scanType(_ at: inout Int, depth: Int = 0) -> ScannedType {
        guard depth < options.nestingLimit else { return .notType }
        var result = scanUnderlyingType(&at, depth)
        while result != .notType {
            switch kind(at) {
            case .question:
                at += 1
                result = .nullableType
            case .openBracket:
                guard scanRankSpecifier(&at) else { return .notType }
                result = .mustBeType
            default: return result
            }
        }
        return result
    }

    private func scanUnderlyingType(_ at: inout Int, _ depth: Int) -> ScannedType {
        if kind(at).isPredefinedType {
            at += 1
            return .mustBeType
        }
        if kind(at) == .openParen { return scanTupleType(&at, depth) ? .tupleType : .notType }
        return scanQualifiedName(&at, depth)
    }

    private func scanQualifiedName(_ at: inout Int, _ depth: Int) -> ScannedType {
        var result = scanNamedPart(&at, depth)
        if result != .notType, kind(at) == .colonColon {
            at += 1
            result = scanNamedPart(&at, depth) == .notType ? .notType : .aliasQualifiedName
        }
        while result != .notType, kind(at) == .dot {
            at += 1
            result = scanNamedPart(&at, depth)
        }
        return result
    }

    private func scanNamedPart(_ at: inout Int, _ depth: Int) -> ScannedType {
        guard isIdentifier(at: at) else { return .notType }
        at += 1
        guard kind(at) == .lessThan else { return .nonGenericTypeOrExpression }
        return scanTypeArguments(&at, depth).isTypeArguments ? .genericTypeOrExpression : .notType
    }

    /// Scans `<A, B>`. `isCertain` says that an argument can only be a type.
    private func scanTypeArguments(_ at: inout Int, _ depth: Int) -> (isTypeArguments: Bool, isCertain: Bool) {
        var isCertain = false
        repeat {
            at += 1
            let argument = scanType(&at, depth: depth + 1)
            let endsArgument = kind(at) == .comma || kind(at) == .greaterThan
            if argument == .notType || !endsArgument { return (false, false) }
            isCertain = isCertain || argument == .mustBeType
        } while kind(at) == .comma
        at += 1
        return (true, isCertain)
    }

    private func scanRankSpecifier(_ at: inout Int) -> Bool {
        at += 1
        while kind(at) == .comma { at += 1 }
        guard kind(at) == .closeBracket else { return false }
        at += 1
        return true
    }

    private func scanTupleType(_ at: inout Int, _ depth: Int) -> Bool {
        var count = 0
        repeat {
            at += 1
            guard scanType(&at, depth: depth + 1) != .notType else { return false }
            if isIdentifier(at: at) { at += 1 }
            count += 1
        } while kind(at) == .comma
        guard count > 1, kind(at) == .closeParen else { return false }
        at += 1
        return true
    }
}

/// Where a name stands that may be followed by type arguments.
enum NameContext {
    case expression
    /// The first element of what may be a tuple: `(A<B> x, …`.
    case firstTupleElement
    case laterTupleElement
    case afterOut
}

extension Parser {
    /// Whether the `<` at the current token begins type arguments, by the rule of the C# specification: it depends on what
    /// follows the closing `>`.
    func isTypeArgumentList(in context: NameContext) -> Bool {
        var at = index
        let (isTypeArguments, isCertain) = scanTypeArguments(&at, depth)
        guard isTypeArguments else { return false }
        if isCertain { return true }
        switch kind(at) {
        case .openParen, .closeParen, .closeBracket, .closeBrace, .colon, .semicolon, .comma, .dot, .question, .equalsEquals,
            .exclamationEquals, .bar, .caret:
            return true
        case .ampersandAmpersand, .barBar, .ampersand, .openBracket, .lessThan, .lessThanEquals, .greaterThanEquals, .keywordIs, .keywordAs,
            .lambdaArrow, .endOfText, .interpolationClose, .interpolationFormat:
            return true
        case .identifier: return isDesignator(at, in: context)
        default: return false
        }
    }

    private func isDesignator(_ at: Int, in context: NameContext) -> Bool {
        switch context {
        case .expression: isInQuery && tokens[at].contextual.isQueryKeyword
        case .firstTupleElement: kind(at + 1) == .comma
        case .laterTupleElement: kind(at + 1) == .comma || kind(at + 1) == .closeParen
        case .afterOut: true
        }
    }

    /// Whether the `(` at the current token begins a cast. "(A)b" is one, "(A)+b" is not.
    func isCast() -> Bool {
        var at = index + 1
        let type = scanType(&at, depth: depth)
        guard type != .notType, kind(at) == .closeParen else { return false }
        switch type {
        case .mustBeType, .nullableType, .aliasQualifiedName: return true
        default: return canFollowCast(at + 1)
        }
    }

    private func canFollowCast(_ at: Int) -> Bool {
        switch kind(at) {
        case .integerLiteral, .realLiteral, .characterLiteral, .stringLiteral, .verbatimStringLiteral, .interpolatedStart,
            .verbatimInterpolatedStart, .openParen, .exclamation, .tilde:
            true
        case .identifier: isIdentifier(at: at)
        case .keywordAs, .keywordIs: false
        default: kind(at).isKeyword
        }
    }

    /// Whether `() =>`, `(x) =>` or `(x, y) =>` begins at a `(`.
    func isImplicitlyTypedLambda(at openParen: Int) -> Bool {
        var at = openParen + 1
        if kind(at) == .closeParen { return kind(at + 1) == .lambdaArrow }
        while isIdentifier(at: at) {
            at += 1
            if kind(at) == .closeParen { return kind(at + 1) == .lambdaArrow }
            guard kind(at) == .comma else { return false }
            at += 1
        }
        return false
    }

    /// Whether `(T x, ref U y) =>` begins at a `(`.
    func isExplicitlyTypedLambda(at openParen: Int) -> Bool {
        var at = openParen
        repeat {
            at += 1
            if [.keywordRef, .keywordOut, .keywordIn, .keywordParams].contains(kind(at)) { at += 1 }
            guard scanType(&at, depth: depth) != .notType, isIdentifier(at: at) else { return false }
            at += 1
        } while kind(at) == .comma
        return kind(at) == .closeParen && kind(at + 1) == .lambdaArrow
    }

    /// Scans a name, or names in parentheses where those are allowed.
    func scanDesignation(_ at: inout Int, allowsParentheses: Bool, depth: Int = 0) -> Bool {
        if isIdentifier(at: at) {
            at += 1
            return true
        }
        guard allowsParentheses, kind(at) == .openParen, depth < options.nestingLimit else { return false }
        repeat {
            at += 1
            guard scanDesignation(&at, allowsParentheses: true, depth: depth + 1) else { return false }
        } while kind(at) == .comma
        guard kind(at) == .closeParen else { return false }
        at += 1
        return true
    }

    /// Whether a declaration such as `T x` or `var (a, b)` begins here, given where it would stand.
    func isDeclarationExpression(in context: NameContext, allowsParentheses: Bool) -> Bool {
        var at = index
        let mayBeParenthesized = allowsParentheses && (isAt(.var) || current.isPredefinedType)
        guard scanType(&at, depth: depth) != .notType, scanDesignation(&at, allowsParentheses: mayBeParenthesized) else { return false }
        switch context {
        case .firstTupleElement: return kind(at) == .comma
        case .laterTupleElement: return kind(at) == .comma || kind(at) == .closeParen
        default: return true
        }
    }

    /// Whether `var (a, b) =` begins here.
    func isDeconstruction() -> Bool {
        guard isAt(.var) || current.isPredefinedType, kind(index + 1) == .openParen else { return false }
        var at = index + 1
        return scanDesignation(&at, allowsParentheses: true) && kind(at) == .equals
    }

    /// Whether a token can begin an expression, operators between operands left out.
    func canStartExpression(_ at: Int) -> Bool {
        switch kind(at) {
        case .identifier: isIdentifier(at: at) || tokens[at].contextual == .from
        case .keywordTypeof, .keywordDefault, .keywordSizeof, .keywordBase, .keywordFalse, .keywordThis, .keywordTrue, .keywordNull,
            .keywordNew, .keywordDelegate, .keywordThrow, .keywordStackalloc, .keywordRef, .keywordChecked, .keywordUnchecked:
            true
        case .integerLiteral, .realLiteral, .characterLiteral, .stringLiteral, .verbatimStringLiteral, .interpolatedStart,
            .verbatimInterpolatedStart, .openParen:
            true
        case .plus, .minus, .exclamation, .tilde, .plusPlus, .minusMinus, .ampersand, .asterisk: true
        default: kind(at).isPredefinedType
        }
    }
}
