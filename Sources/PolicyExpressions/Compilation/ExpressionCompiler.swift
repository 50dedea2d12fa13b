public import PolicyDiagnostics

/// Something that is wrong with an expression, with its range in the expression's code.
public struct ExpressionDiagnostic: Sendable, Hashable {
    /// C#'s error code where C# has the error, otherwise ours.
    public var code: Diagnostic.Code
    /// How bad it is.
    public var severity: Diagnostic.Severity
    /// What is wrong.
    public var message: String
    /// The part of the code, in UTF-8 bytes.
    public var range: SourceRange
    /// What can be done about it.
    public var hint: String?

    /// Makes a diagnostic.
    public init(_ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ message: String, _ range: SourceRange, hint: String? = nil) {
        (self.code, self.severity, self.message, self.range, self.hint) = (code, severity, message, range, hint)
    }
}

/// What compiling an expression gave: the expression unless there are errors, and all that is to be said about it.
public struct ExpressionCompilation: Sendable {
    /// The compiled expression; nil when there are errors.
    public var expression: CompiledExpression?
    /// Errors and warnings in the order of the code.
    public var diagnostics: [ExpressionDiagnostic]
}

/// Compiles policy expressions: C# 7.3 against the types that policies may use.
public struct ExpressionCompiler: Sendable {
    let library: TypeLibrary
    private let strictTypes: Bool
    private let limits: EvaluationLimits

    /// Makes a compiler.
    ///
    /// - Parameters:
    ///   - library: the types that expressions can use.
    ///   - strictTypes: whether a type or member that API Management does not allow is an error instead of a warning.
    ///   - limits: the length that an expression's text may have.
    public init(library: TypeLibrary = .standard, strictTypes: Bool = false, limits: EvaluationLimits = EvaluationLimits()) {
        (self.library, self.strictTypes, self.limits) = (library, strictTypes, limits)
    }

    /// Compiles the inside of `@( )` or `@{ }`.
    ///
    /// - Parameter origins: where the code came from, if evaluations are to tell `GatewayContext.expressionObserver` what they
    ///   reach; without it nothing is counted, and nothing is slower.
    public func compile(_ code: String, kind: ExpressionKind, coveredIn origins: SourceMap? = nil) -> ExpressionCompilation {
        if let refused = refusal(of: code) { return ExpressionCompilation(diagnostics: [refused]) }
        let binder = Binder(library: library, strictTypes: strictTypes, marksSequencePoints: origins != nil)
        let syntax = parse(code, kind)
        guard syntax.diagnostics.isEmpty else { return ExpressionCompilation(diagnostics: syntax.diagnostics) }
        let whole = SourceRange(0, code.utf8.count)
        let (root, type) = bind(syntax, whole, binder)
        let diagnostics = binder.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound }
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return ExpressionCompilation(diagnostics: diagnostics) }
        let expression = CompiledExpression(
            root: root, resultType: type, bodiesRead: binder.bodiesRead, layout: binder.layout,
            coverage: origins.map { CoverageInstrumenter($0) })
        return ExpressionCompilation(expression: expression, diagnostics: diagnostics)
    }

    /// The bound form of code without errors, and the type of its result; nil for others.
    func boundRoot(of code: String, kind: ExpressionKind) -> (BoundRoot, TypeSymbol)? {
        guard refusal(of: code) == nil else { return nil }
        let binder = Binder(library: library, strictTypes: false)
        let syntax = parse(code, kind)
        guard syntax.diagnostics.isEmpty else { return nil }
        let bound = bind(syntax, SourceRange(0, code.utf8.count), binder)
        return binder.hasErrors ? nil : bound
    }

    /// Only parses: what is said when the meaning of a name is not known yet.
    ///
    /// `{{name}}` outside a literal is read as an identifier.
    public func checkSyntax(_ code: String, kind: ExpressionKind) -> [ExpressionDiagnostic] {
        if let refused = refusal(of: code) { return [refused] }
        return parse(code, kind, namedValuesAsIdentifiers: true).diagnostics
    }

    private func refusal(of code: String) -> ExpressionDiagnostic? {
        guard code.utf8.count > limits.expressionBytes else { return nil }
        return ExpressionDiagnostic(
            "expression-too-long", .error, "the expression is longer than \(limits.expressionBytes) bytes",
            SourceRange(0, min(code.utf8.count, 1)))
    }

    // MARK: Stages

    private enum ParsedForm {
        case expression(ExpressionSyntax)
        case block([StatementSyntax])
    }

    private struct Parsed {
        var form: ParsedForm
        var diagnostics: [ExpressionDiagnostic]
    }

    private func parse(_ code: String, _ kind: ExpressionKind, namedValuesAsIdentifiers: Bool = false) -> Parsed {
        let options = ParserOptions(namedValuesAsIdentifiers: namedValuesAsIdentifiers)
        switch kind {
        case .single:
            let (syntax, diagnostics) = Parser.parseExpression(Array(code.utf8), options: options)
            return Parsed(form: .expression(syntax), diagnostics: diagnostics.map(ExpressionDiagnostic.init))
        case .block:
            let (syntax, diagnostics) = Parser.parseBlock(Array(code.utf8), options: options)
            return Parsed(form: .block(syntax), diagnostics: diagnostics.map(ExpressionDiagnostic.init))
        }
    }

    private func bind(_ parsed: Parsed, _ range: SourceRange, _ binder: Binder) -> (BoundRoot, TypeSymbol) {
        switch parsed.form {
        case .expression(let syntax):
            let bound = binder.bindResult(syntax)
            return (BoundRoot(form: .expression(bound), range: range), bound.type)
        case .block(let statements):
            let (statement, type) = binder.bindBlock(statements, range)
            return (BoundRoot(form: .block(statement, result: binder.temporary(type)), range: range), type)
        }
    }
}

extension ExpressionDiagnostic {
    init(_ diagnostic: SyntaxDiagnostic) {
        self.init(diagnostic.code, .error, diagnostic.message, diagnostic.range, hint: diagnostic.hint)
    }
}

extension Binder {
    /// The result of `@( )`: any value, `null` as an object.
    func bindResult(_ syntax: ExpressionSyntax) -> BoundExpression {
        let bound = bindValue(syntax)
        // Only variables in patterns, `out` arguments and lambdas need flow analysis.
        if !hasErrors, ordinals > 0 || lambdaBindings > 0 { report(FlowAnalysis.diagnostics(of: bound)) }
        return bound.isNullLiteral ? convert(bound, to: .object) : bound
    }
}
