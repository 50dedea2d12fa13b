import PolicyDiagnostics

extension Parser {
    /// Where a type stands, which decides what a `?` behind it is.
    enum TypeContext {
        case normal
        /// Behind `is` or `as`: `?` belongs to the type only if no expression can follow, so that `x is T ? a : b` works.
        case endOfExpression
        /// Behind `new`: brackets belong to the array creation.
        case creation
    }

    mutating func parseType(_ context: TypeContext = .normal) -> TypeSyntax {
        guard enter() else { return make(.missing, from: position) }
        defer { leave() }
        let start = position
        var type = parseUnderlyingType(start)
        while true {
            if current == .question, isNullableMark(context) {
                advance()
                type = make(.nullable(type), from: start, over: Int(type.height))
            } else if current == .openBracket, context != .creation, isRankSpecifier {
                type = parseArrayType(type, start)
            } else if current == .asterisk, context == .normal, case .predefined = type.kind {
                reportPointer()
                advance()
            } else {
                return type
            }
        }
    }

    /// Whether the `?` here belongs to the type: `new int?(5)` is a creation, `new T ? a : b` is not C#.
    private func isNullableMark(_ context: TypeContext) -> Bool {
        switch context {
        case .normal: true
        case .endOfExpression: !canStartExpression(index + 1)
        case .creation: peek().kind == .openParen || !canStartExpression(index + 1)
        }
    }

    private mutating func reportPointer() {
        report("CS0214", "pointers are not supported in policy expressions", at: currentRange)
    }

    private var isRankSpecifier: Bool { peek().kind == .closeBracket || peek().kind == .comma }

    private mutating func parseArrayType(_ element: TypeSyntax, _ start: Int) -> TypeSyntax {
        var ranks: [Int] = []
        while current == .openBracket, isRankSpecifier { ranks.append(parseRank()) }
        return make(.array(element, ranks: ranks), from: start, over: Int(element.height))
    }

    /// Reads `[,]`.
    mutating func parseRank() -> Int {
        advance()
        var rank = 1
        while accept(.comma) { rank += 1 }
        expect(.closeBracket, "]", code: "CS1003")
        return rank
    }

    private mutating func parseUnderlyingType(_ start: Int) -> TypeSyntax {
        if let predefined = predefinedType(current) {
            advance()
            return make(.predefined(predefined), from: start)
        }
        if current == .openParen { return parseTupleType(start) }
        guard isAtIdentifier else {
            reportMissing("a type", code: "CS1031")
            return make(.missing, from: start)
        }
        return parseNamedType(start)
    }

    private mutating func parseNamedType(_ start: Int) -> TypeSyntax {
        var alias: IdentifierSyntax?
        if peek().kind == .colonColon {
            alias = parseIdentifier()
            advance()
        }
        var parts = [parseTypeName()]
        while accept(.dot) { parts.append(parseTypeName()) }
        return make(.named(alias: alias, parts), from: start, over: parts.map(\.height).max() ?? 0)
    }

    /// Reads a name in a place where `<` can only begin type arguments.
    private mutating func parseTypeName() -> SimpleNameSyntax {
        let start = position
        let identifier = parseIdentifier()
        guard current == .lessThan else { return SimpleNameSyntax(identifier) }
        let arguments = parseTypeArguments()
        return SimpleNameSyntax(identifier, typeArguments: arguments, range: range(from: start))
    }

    /// Reads `<A, B>`, or `<,>` with its arguments left out.
    mutating func parseTypeArguments() -> [TypeSyntax] {
        var arguments: [TypeSyntax] = []
        let isOmitted = peek().kind == .greaterThan || peek().kind == .comma
        repeat {
            advance()
            arguments.append(isOmitted ? make(.omitted, from: position) : parseType())
        } while current == .comma && !isTooComplex
        expect(.greaterThan, ">", code: "CS1003")
        return arguments
    }

    private mutating func parseTupleType(_ start: Int) -> TypeSyntax {
        var elements: [TupleElementSyntax] = []
        repeat {
            advance()
            let type = parseType()
            elements.append(TupleElementSyntax(type: type, name: isAtIdentifier ? parseIdentifier() : nil))
        } while current == .comma && !isTooComplex
        if elements.count < 2 { reportMissing("',' and a second tuple element", code: "CS8124") }
        expect(.closeParen, ")", code: "CS1026")
        return make(.tuple(elements), from: start, over: elements.map { Int($0.type.height) }.max() ?? 0)
    }

    func predefinedType(_ kind: TokenKind) -> PredefinedTypeSyntax? {
        guard kind.isPredefinedType else { return nil }
        return Self.predefinedTypes[Int(kind.rawValue - TokenKind.keywordBool.rawValue)]
    }

    /// In the order of `TokenKind`.
    private static let predefinedTypes: [PredefinedTypeSyntax] = [
        .bool, .byte, .sbyte, .short, .ushort, .int, .uint, .long, .ulong, .char, .float, .double, .decimal, .string, .object, .void,
    ]
}
