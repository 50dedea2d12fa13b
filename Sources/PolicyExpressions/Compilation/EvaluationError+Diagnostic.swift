import PolicyDiagnostics

extension EvaluationError {
    /// The error as it is shown under the expression's code: its place, and for a NullReferenceException which part was null.
    ///
    /// - Parameter code: the code that was compiled, the inside of `@( )` or `@{ }`.
    public func diagnostic(in code: String) -> ExpressionDiagnostic {
        let message = "\(exceptionType): \(self.message)"
        let whole = SourceRange(0, code.utf8.count)
        guard let range, range.upperBound <= whole.upperBound else {
            return ExpressionDiagnostic("expression-failed", .error, message, whole)
        }
        guard exceptionType == EvaluationError.nullReference.exceptionType, let part = FailedAccess(code, range)?.receiver else {
            return ExpressionDiagnostic("expression-failed", .error, message, range)
        }
        let text = code.text(in: part)
        let hint = NullPart.reason(for: text).map { "'\(text)' was null: \($0)" } ?? "'\(text)' was null"
        return ExpressionDiagnostic("expression-failed", .error, message, part, hint: hint)
    }
}

/// The access that failed, read again from the code: what was compiled keeps ranges, not syntax.
private struct FailedAccess {
    /// The part whose value the access needed.
    let receiver: SourceRange?

    init?(_ code: String, _ range: SourceRange) {
        let (syntax, diagnostics) = Parser.parseExpression(Array(code.text(in: range).utf8))
        guard diagnostics.isEmpty else { return nil }
        receiver = Self.receiver(of: syntax)?.shifted(by: range.lowerBound)
    }

    private static func receiver(of syntax: ExpressionSyntax) -> SourceRange? {
        switch syntax.kind {
        case .invocation(let method, _):
            if case .memberAccess = method.kind { receiver(of: method) } else { valueRange(method) }
        case .memberAccess(let object, _), .elementAccess(let object, _), .cast(_, let object): valueRange(object)
        case .parenthesized(let inner): receiver(of: inner)
        default: nil
        }
    }

    /// A type in front of a static member has no value that could be null.
    private static func valueRange(_ syntax: ExpressionSyntax) -> SourceRange? {
        switch syntax.kind {
        case .predefinedType, .aliasQualifiedName: nil
        case .name(let name) where !TypeLibrary.standard.types(named: name.text).isEmpty: nil
        case .parenthesized(let inner): valueRange(inner)
        default: syntax.range
        }
    }
}

/// Why parts of the context are null, in the words of those who met it.
private enum NullPart {
    private static let reasons = [
        "context.Request.Body": "a request without a body, such as a GET, has none",
        "context.Response": "there is no response before the backend or a policy gave one",
        "context.LastError": "it is only there in on-error, and while a failure is handled",
        "context.Product": "the request came without a subscription to a product",
        "context.User": "the request came without a subscription",
        "context.Subscription": "the request came without a subscription key",
        "context.Request.Certificate": "the client sent no certificate",
    ]

    static func reason(for text: String) -> String? {
        if let known = reasons[text] { return known }
        guard text.hasSuffix(")") || text.hasSuffix("]") else { return nil }
        if text.contains("GetValueOrDefault") {
            return "there is no such key, and no default was given; '?.' goes on only where there is a value"
        }
        if text.contains(".AsJwt(") { return "the text is not a JSON Web Token" }
        if text.hasSuffix("]"), text.contains("\"") { return "there is no such property; '?.' goes on only where there is a value" }
        return nil
    }
}

extension String {
    /// The bytes of a range as text.
    fileprivate func text(in range: SourceRange) -> String {
        String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.upperBound - range.lowerBound), as: UTF8.self)
    }
}
