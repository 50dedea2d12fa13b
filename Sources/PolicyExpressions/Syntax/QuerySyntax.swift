import PolicyDiagnostics

/// A query expression.
struct QueryExpressionSyntax: Sendable {
    let from: FromClauseSyntax
    /// One, and one more for every `into`.
    let bodies: [QueryBodySyntax]
}

/// The clauses up to and with `select` or `group`.
struct QueryBodySyntax: Sendable {
    enum End: Sendable {
        case select(ExpressionSyntax)
        case group(ExpressionSyntax, by: ExpressionSyntax)
    }

    /// The name behind the `into` that begins this body; nil for the first body.
    let continuation: IdentifierSyntax?
    let clauses: [QueryClauseSyntax]
    let end: End
    let range: SourceRange
}

/// `from type name in source`.
struct FromClauseSyntax: Sendable {
    let type: TypeSyntax?
    let identifier: IdentifierSyntax
    let source: ExpressionSyntax
    let range: SourceRange
}

/// A clause between the first `from` and `select` or `group`.
struct QueryClauseSyntax: Sendable {
    enum Kind: Sendable {
        case from(FromClauseSyntax)
        case letBinding(IdentifierSyntax, ExpressionSyntax)
        case filter(ExpressionSyntax)
        case join(JoinClauseSyntax)
        case orderBy([OrderingSyntax])
    }

    let kind: Kind
    let range: SourceRange
}

/// `join type name in source on left equals right into group`.
struct JoinClauseSyntax: Sendable {
    let type: TypeSyntax?
    let identifier: IdentifierSyntax
    let source: ExpressionSyntax
    let left: ExpressionSyntax
    let right: ExpressionSyntax
    let group: IdentifierSyntax?
}

/// One key of `orderby`.
struct OrderingSyntax: Sendable {
    let expression: ExpressionSyntax
    let isDescending: Bool
}
