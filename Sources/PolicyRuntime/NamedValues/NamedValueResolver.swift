import PolicyDiagnostics
import PolicyExpressions

/// Puts named values in the place of their references `{{name}}` and `<<name>>`, in one pass: a value cannot refer to another one.
///
/// A value that is itself an expression, `@(…)` or `@{…}` and nothing else, is evaluated where it stands in a text.
public struct NamedValueResolver: Sendable {
    /// What kind of text it is, which decides about names that do not exist.
    public enum Context: Sendable, Hashable {
        /// Text and expressions: every name must exist.
        case text
        /// A Liquid template, which uses the same braces: only names that exist are replaced.
        case liquid
    }

    /// Where values come from.
    public var provider: any NamedValueProvider
    /// Whether a name without a value is taken as given: its reference stays, and the text is marked as not known.
    public var assumesUndefined: Bool

    /// Makes a resolver.
    public init(_ provider: any NamedValueProvider, assumesUndefined: Bool = false) {
        (self.provider, self.assumesUndefined) = (provider, assumesUndefined)
    }

    /// Replaces the named values of a text. What is wrong with names is among the result's diagnostics.
    public func resolve(_ text: PolicyText, context: Context = .text) -> ResolvedText {
        var resolution = NamedValueResolution(resolver: self, context: context, span: text.span)
        for piece in text.pieces {
            switch piece {
            case .literal(let literal): resolution.resolve(literal: literal)
            case .expression(let kind, let code): resolution.resolve(code: code, kind)
            }
        }
        return resolution.result
    }
}

/// The state of resolving one text.
struct NamedValueResolution {
    /// What becomes of a reference.
    private enum Replacement {
        case value(NamedValue)
        case keep
    }

    let resolver: NamedValueResolver
    let context: NamedValueResolver.Context
    private(set) var result: ResolvedText

    init(resolver: NamedValueResolver, context: NamedValueResolver.Context, span: SourceSpan) {
        (self.resolver, self.context) = (resolver, context)
        result = ResolvedText(span: span)
    }

    mutating func resolve(literal: MappedText) {
        let references = NamedValueReference.all(in: literal.string)
        guard !references.isEmpty else { return result.append(literal) }
        var copier = SubstitutedText(of: literal)
        for reference in references {
            guard case .value(let value) = replacement(of: reference, in: literal, isDemanded: context == .text) else { continue }
            if context == .text, let expression = ExpressionText(value.text) {
                result.append(copier.finish(upTo: reference.range.lowerBound))
                append(expression, reference, isSecret: value.isSecret, origin: literal.map.origin(of: reference.range) ?? result.span)
                copier = SubstitutedText(of: literal, from: reference.range.upperBound)
            } else {
                copier.substitute(reference, by: value)
            }
        }
        result.append(copier.finish())
    }

    private mutating func append(_ expression: ExpressionText, _ reference: NamedValueReference, isSecret: Bool, origin: SourceSpan) {
        var map = SourceMap()
        map.append(count: expression.code.utf8.count, from: origin)
        let whole = SourceRange(0, expression.code.utf8.count)
        let substitution = NamedValueSubstitution(derived: whole, name: reference.name, isSecret: isSecret)
        result.pieces.append(.expression(expression.kind, MappedText(expression.code, map: map), [substitution]))
    }

    mutating func resolve(code: MappedText, _ kind: ExpressionKind) {
        var copier = SubstitutedText(of: code)
        for (reference, region) in NamedValueReference.all(inCode: code.string) where region != .comment {
            let isDemanded = !reference.isAngle && region != .interpolatedLiteral
            if case .value(let value) = replacement(of: reference, in: code, isDemanded: isDemanded) {
                copier.substitute(reference, by: value)
            } else if region == .code, isDemanded, resolver.assumesUndefined {
                result.hasUnknownNamesInCode = true
            }
        }
        let substitutions = copier.substitutions
        result.pieces.append(.expression(kind, copier.finish(), substitutions))
    }

    /// The value of a reference; a name that does not exist is reported where it has to.
    private mutating func replacement(of reference: NamedValueReference, in text: MappedText, isDemanded: Bool) -> Replacement {
        if let value = resolver.provider.namedValue(reference.name) {
            if value.isSecret, !value.text.isEmpty { result.secrets.append(value.text) }
            return .value(value)
        }
        guard isDemanded else { return .keep }
        if resolver.assumesUndefined {
            result.hasUnknownNames = true
        } else {
            result.diagnostics.append(undefined(reference, at: text.map.origin(of: reference.range)))
        }
        return .keep
    }

    private func undefined(_ reference: NamedValueReference, at span: SourceSpan?) -> Diagnostic {
        let message = "Cannot find a property '\(reference.name)'"
        let hint = didYouMean(reference.name, among: resolver.provider.names) ?? "there is no named value of this name"
        return Diagnostic("undefined-named-value", .error, message, at: span ?? result.span, hint: hint)
    }
}
