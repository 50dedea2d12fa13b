import PolicyDiagnostics
public import PolicyExpressions

extension CompilationScope {
    /// Binds a value once: named values are put in, a literal is converted and checked, expressions are compiled.
    public mutating func bind<Wrapped: BindableType>(_ value: PolicyValue<Wrapped>) -> BoundValue<Wrapped> {
        guard let text = value.text else { return value.defaultValue.map { BoundValue(constant: $0) } ?? BoundValue(.invalid) }
        guard let form: ValueSource<Wrapped>.Form = bindText(text, of: value.described) else { return BoundValue(.invalid) }
        guard case .pieces(let pieces) = form, let literal = pieces.literal else { return BoundValue(form, constraint: value.constraint) }
        do throws(InvalidPolicyValue) {
            return BoundValue(constant: try value.value(of: literal))
        } catch {
            let message = "\(value.described.place(in: position)) has an invalid value: \(error.problem)"
            self.error("invalid-value", message, at: value.span, hint: error.hint)
            return BoundValue(.invalid)
        }
    }

    /// Binds a text. An expression that gives null gives the empty text.
    public mutating func bindText(_ value: PolicyValue<String>) -> BoundValue<NetString> {
        let constraint = value.constraint.map { rule in
            PolicyValueConstraint<NetString>(rule.summary) { rule.isMet($0.string) }
        }
        return bind(
            PolicyValue<NetString>(
                name: value.name, text: value.text, defaultValue: value.defaultValue.map { NetString($0) },
                allowsExpressions: value.allowsExpressions, constraint: constraint, span: value.span))
    }

    /// Binds a value of any type: a literal is a string, an expression alone keeps the type of its result.
    public mutating func bindObject<Wrapped>(_ value: PolicyValue<Wrapped>) -> BoundObject {
        let text = PolicyValue<NetString>(
            name: value.name, text: value.text, defaultValue: value.defaultValue.map { NetString($0.literal) },
            allowsExpressions: value.allowsExpressions, span: value.span)
        let bound = bind(text)
        if case .expression(let expression) = bound.source.form { return BoundObject(form: .expression(expression)) }
        return BoundObject(form: .text(bound))
    }

    /// Resolves a text and compiles its expressions; nil when that failed or the text is not known.
    private mutating func bindText<Wrapped>(_ text: PolicyText, of value: DescribedValue) -> ValueSource<Wrapped>.Form? {
        let resolved = resolve(text)
        guard !resolved.diagnostics.hasErrors else { return nil }
        var pieces: [BoundPiece] = []
        for piece in resolved.piecesWithoutMargins {
            switch piece {
            case .literal(let literal): pieces.append(.text(literal.string))
            case .expression(let kind, let code, let substitutions):
                guard value.allowsExpressions else { return refuseExpression(value, at: text.span) }
                let source = ExpressionSource(kind: kind, code: code, substitutions: substitutions, secrets: resolved.secrets)
                // What a name stands for in code is not known: only the shape of the code can be checked.
                guard !resolved.hasUnknownNamesInCode else { return checkSyntax(source) }
                guard let expression = compile(source) else { return nil }
                pieces.append(.expression(expression))
            }
        }
        if resolved.hasUnknownNames { return nil }
        if pieces.count == 1, case .expression(let expression) = pieces[0] { return .expression(expression) }
        return .pieces(pieces)
    }

    private mutating func checkSyntax<Wrapped>(_ source: ExpressionSource) -> ValueSource<Wrapped>.Form? {
        for diagnostic in expressions.checkSyntax(source.code.string, kind: source.kind) { report(diagnostic, in: source) }
        return nil
    }

    private mutating func refuseExpression<Wrapped>(_ value: DescribedValue, at span: SourceSpan) -> ValueSource<Wrapped>.Form? {
        error("expression-not-allowed", "\(value.place(in: position)) cannot be an expression", at: span)
        return nil
    }

    private mutating func compile(_ source: ExpressionSource) -> BoundExpression? {
        let compilation = expressions.compile(
            source.code.string, kind: source.kind, coveredIn: options.measuresCoverage ? source.code.map : nil)
        for diagnostic in compilation.diagnostics { report(diagnostic, in: source) }
        guard let compiled = compilation.expression else { return nil }
        readBodies(compiled.bodiesRead)
        noteCoveragePoints(compiled.coveragePoints)
        let observed = ObservedExpression(code: source.shownCode, span: source.span, position: position) { [position] error in
            source.diagnostic(of: error.diagnostic(in: source.code.string), in: position)
        }
        return BoundExpression(compiled: compiled, observed: observed, point: point(of: source))
    }

    /// The point of an expression in round brackets; a block has its statements.
    private mutating func point(of source: ExpressionSource) -> CoveragePoint? {
        guard options.measuresCoverage, source.kind == .single, let span = source.span else { return nil }
        let point = CoveragePoint(.statement, "expression", at: span)
        noteCoveragePoints([point])
        return point
    }

    private mutating func report(_ diagnostic: ExpressionDiagnostic, in source: ExpressionSource) {
        report(source.diagnostic(of: diagnostic, in: position))
    }
}

/// The code of an expression, named values put in.
private struct ExpressionSource {
    let kind: ExpressionKind
    let code: MappedText
    let substitutions: [NamedValueSubstitution]
    let secrets: [String]

    var span: SourceSpan? { code.map.origin(of: SourceRange(0, code.string.utf8.count)) }

    /// The code as it may be shown.
    var shownCode: String {
        let shown = SecretMask(secrets).mask(code.string)
        return kind == .single ? "@(\(shown))" : "@{\(shown)}"
    }

    /// Maps what was found in the code to the author's text. What the message quotes of a secret is hidden.
    func diagnostic(of found: ExpressionDiagnostic, in position: PolicyPosition) -> Diagnostic {
        let mask = SecretMask(secrets)
        return Diagnostic(
            found.code, found.severity, mask.mask(found.message), at: code.map.origin(of: found.range) ?? position.span,
            hint: found.hint.map(mask.mask), notes: [substitutions.note(on: found.range, in: code)].compactMap(\.self))
    }
}

/// A value as diagnostics speak of it.
private struct DescribedValue {
    var name: String?
    var allowsExpressions: Bool

    func place(in position: PolicyPosition) -> String {
        name.map { "the attribute '\($0)' of '\(position.name)'" } ?? "the text of '\(position.name)'"
    }
}

extension PolicyValue {
    fileprivate var described: DescribedValue { DescribedValue(name: name, allowsExpressions: allowsExpressions) }
}

extension ResolvedText {
    /// The pieces; white space around an expression that is all there is besides is left out.
    fileprivate var piecesWithoutMargins: [Piece] {
        let substance = pieces.filter { piece in
            if case .literal(let text) = piece { !text.string.utf8.allSatisfy(\.isXMLWhitespace) } else { true }
        }
        if substance.count == 1, case .expression = substance[0] { return substance }
        return pieces
    }
}

extension [BoundPiece] {
    /// The text when no expression is in it.
    fileprivate var literal: String? {
        var text = ""
        for piece in self {
            guard case .text(let literal) = piece else { return nil }
            text += literal
        }
        return text
    }
}
