import PolicyDiagnostics

/// A statement as written.
struct StatementSyntax: Sendable {
    let kind: Kind
    let range: SourceRange
    /// As `ExpressionSyntax.height`, over statements and the expressions in them.
    let height: UInt16

    indirect enum Kind: Sendable {
        case block([StatementSyntax])
        case empty
        case localDeclaration(LocalDeclarationSyntax)
        case localFunction(LocalFunctionSyntax)
        /// Also a deconstruction with declarations: an assignment to a tuple or to a declaration.
        case expression(ExpressionSyntax)
        case ifElse(ExpressionSyntax, then: StatementSyntax, else: StatementSyntax?)
        case switchOn(ExpressionSyntax, [SwitchSectionSyntax])
        case forLoop(ForLoopSyntax)
        case forEach(ForEachSyntax)
        case whileLoop(ExpressionSyntax, body: StatementSyntax)
        case doLoop(body: StatementSyntax, ExpressionSyntax)
        case breakLoop
        case continueLoop
        case returnValue(ExpressionSyntax?)
        case throwException(ExpressionSyntax?)
        case tryCatch(TrySyntax)
        case using(ResourceSyntax, body: StatementSyntax)
        /// `checked { … }`, or `unchecked { … }` when false; the statement is a block.
        case checked(Bool, StatementSyntax)
        case goto(GotoTargetSyntax)
        case labeled(IdentifierSyntax, StatementSyntax)
        case lock(ExpressionSyntax, body: StatementSyntax)
        /// What error recovery left out; a diagnostic was reported.
        case missing
    }
}

/// `int a = 1, b;`, `const …`, `ref …`.
struct LocalDeclarationSyntax: Sendable {
    let type: TypeSyntax
    let declarators: [VariableDeclaratorSyntax]
    let isConst: Bool
    let isRef: Bool
}

/// One variable of a declaration.
struct VariableDeclaratorSyntax: Sendable {
    let identifier: IdentifierSyntax
    let initializer: InitializerValueSyntax?
    let range: SourceRange
}

/// A function declared in a block.
struct LocalFunctionSyntax: Sendable {
    let returnType: TypeSyntax
    let identifier: IdentifierSyntax
    let typeParameters: [IdentifierSyntax]
    let parameters: [ParameterSyntax]
    let body: LambdaSyntax.Body
    /// Whether it gives a reference: `ref T F() { … }`.
    let isRef: Bool
}

/// The labels of a switch section and its statements.
struct SwitchSectionSyntax: Sendable {
    let labels: [SwitchLabelSyntax]
    let statements: [StatementSyntax]
    let range: SourceRange
}

/// `case pattern when condition:` or `default:`.
struct SwitchLabelSyntax: Sendable {
    enum Kind: Sendable {
        /// A bare name is a constant here, never a type.
        case pattern(PatternSyntax, when: ExpressionSyntax?)
        case defaultCase
    }

    let kind: Kind
    let range: SourceRange
}

/// `for (initializer; condition; incrementors) body`.
struct ForLoopSyntax: Sendable {
    enum Initializer: Sendable {
        case declaration(LocalDeclarationSyntax)
        case expressions([ExpressionSyntax])
    }

    let initializer: Initializer
    let condition: ExpressionSyntax?
    let incrementors: [ExpressionSyntax]
    let body: StatementSyntax
}

/// `foreach (type name in collection) body`, or a deconstruction in place of type and name.
struct ForEachSyntax: Sendable {
    enum Variable: Sendable {
        case single(TypeSyntax, IdentifierSyntax)
        /// A tuple of declarations, or `var (a, b)` as a declaration.
        case deconstruction(ExpressionSyntax)
    }

    let variable: Variable
    let collection: ExpressionSyntax
    let body: StatementSyntax
}

/// `try { … } catch (T name) when (…) { … } finally { … }`; `body` and `finally` are blocks.
struct TrySyntax: Sendable {
    let body: StatementSyntax
    let catches: [CatchClauseSyntax]
    let finally: StatementSyntax?
}

/// One catch clause.
struct CatchClauseSyntax: Sendable {
    /// Nil catches everything.
    let type: TypeSyntax?
    let identifier: IdentifierSyntax?
    let filter: ExpressionSyntax?
    /// A block.
    let body: StatementSyntax
    let range: SourceRange
}

/// What a `using` statement disposes of.
enum ResourceSyntax: Sendable {
    case declaration(LocalDeclarationSyntax)
    case expression(ExpressionSyntax)
}

/// Where a `goto` goes.
enum GotoTargetSyntax: Sendable {
    case label(IdentifierSyntax)
    case caseOf(ExpressionSyntax)
    case defaultCase
}
