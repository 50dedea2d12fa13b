public import PolicyDiagnostics

/// The text of an attribute or an element together with the type its value is to have; not bound yet.
public struct PolicyValue<Wrapped: PolicyValueType>: Sendable {
    /// The attribute's name; nil for the text of an element.
    public var name: String?
    /// What was written; nil when nothing was, and `defaultValue` stands.
    public var text: PolicyText?
    /// What stands when nothing was written; nil for a required value, whose absence has been reported.
    public var defaultValue: Wrapped?
    /// Whether an expression may stand here.
    public var allowsExpressions: Bool
    /// What else values have to fulfil.
    public var constraint: PolicyValueConstraint<Wrapped>?
    /// Where problems that have no better place are shown: the value, or the element's name.
    public var span: SourceSpan

    /// Makes a value.
    public init(
        name: String?, text: PolicyText?, defaultValue: Wrapped? = nil, allowsExpressions: Bool = true,
        constraint: PolicyValueConstraint<Wrapped>? = nil, span: SourceSpan
    ) {
        (self.name, self.text, self.defaultValue, self.span) = (name, text, defaultValue, span)
        (self.allowsExpressions, self.constraint) = (allowsExpressions, constraint)
    }

    /// Reads a literal as the value's type and checks its constraint; used while parsing, and again after named values are replaced.
    ///
    /// - Throws: why the literal cannot stand here.
    public func value(of literal: String) throws(InvalidPolicyValue) -> Wrapped {
        guard let value = Wrapped(literal: literal) else {
            throw InvalidPolicyValue(literal, typeName: Wrapped.valueTypeName, allowed: Wrapped.allowedLiterals)
        }
        if let constraint, !constraint.isMet(value) { throw InvalidPolicyValue(literal, requirement: constraint.summary) }
        return value
    }
}

/// What a value has to fulfil besides having its type, such as a range.
public struct PolicyValueConstraint<Wrapped: PolicyValueType>: Sendable {
    /// The rule in words that follow "must be": "between 1 and 300".
    public var summary: String
    /// Whether a value keeps the rule.
    public var isMet: @Sendable (Wrapped) -> Bool

    /// Makes a rule.
    public init(_ summary: String, isMet: @escaping @Sendable (Wrapped) -> Bool) { (self.summary, self.isMet) = (summary, isMet) }
}

extension PolicyValueConstraint where Wrapped: Comparable {
    /// A range, both ends included.
    public static func range(_ range: ClosedRange<Wrapped>) -> Self {
        Self("between \(range.lowerBound.literal) and \(range.upperBound.literal)") { range.contains($0) }
    }

    /// Everything from a number on.
    public static func atLeast(_ minimum: Wrapped) -> Self { Self("at least \(minimum.literal)") { $0 >= minimum } }
}

extension PolicyValueConstraint<String> {
    /// Any text but the empty one.
    public static var notEmpty: Self { Self("not empty") { !$0.isEmpty } }
}

/// Why a literal cannot be the value of an attribute or an element.
public struct InvalidPolicyValue: Error, Sendable, Hashable {
    /// What is wrong, as a clause that follows "the value": "'maybe' is not a bool".
    public var problem: String
    /// What to write instead.
    public var hint: String?

    init(_ literal: String, typeName: String, allowed: [String]?) {
        guard let allowed else {
            problem = "'\(literal)' is not a valid \(typeName)"
            return
        }
        problem = "'\(literal)' is not one of \(allowed.map { "'\($0)'" }.joined(separator: ", "))"
        hint = didYouMean(literal.trimmingXMLSpace, among: allowed)
    }

    init(_ literal: String, requirement: String) { problem = "'\(literal)' must be \(requirement)" }
}
