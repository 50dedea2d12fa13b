import PolicyDiagnostics

/// What is wrong with the syntax of an expression; `range` counts UTF-8 bytes of its code text.
struct SyntaxDiagnostic: Sendable, Hashable {
    /// The code that the C# compiler gives this error.
    let code: Diagnostic.Code
    let message: String
    let range: SourceRange
    let hint: String?

    init(_ code: Diagnostic.Code, _ message: String, at range: SourceRange, hint: String? = nil) {
        (self.code, self.message, self.range, self.hint) = (code, message, range, hint)
    }
}
