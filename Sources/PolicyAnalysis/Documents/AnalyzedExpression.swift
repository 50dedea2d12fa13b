import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// An expression of a document with what it means.
struct AnalyzedExpression: Sendable {
    /// The attribute's name; nil for the text of the element.
    let attribute: String?
    let kind: ExpressionKind
    let code: MappedText
    /// Nil where the code cannot be bound: it has errors, or a named value stands in it as code.
    let operation: Operation?
    /// Everything below `operation`, itself included, in the order of the tree.
    let operations: [Operation]

    init(attribute: String?, kind: ExpressionKind, code: MappedText, operation: Operation?) {
        (self.attribute, self.kind, self.code, self.operation) = (attribute, kind, code, operation)
        operations = operation.map(\.subtree) ?? []
    }

    /// The place of the whole code, without its brackets.
    var span: SourceSpan? { code.map.origin(of: SourceRange(0, code.string.utf8.count)) }

    /// The place of a part.
    func span(of operation: Operation) -> SourceSpan? { code.map.origin(of: operation.range) }

    /// The tokens of the code in one line: equal for code that differs in white space and comments only.
    var tokens: [String] { ExpressionToken.all(in: code.string).map(\.text) }
}
