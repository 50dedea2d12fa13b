public import PolicyDiagnostics

/// A place in a document that a run reaches or does not: what coverage counts and what values are shown beside.
///
/// Points are made when a document is compiled with coverage asked for, once for each place, and are told apart by
/// identity while policies run. `CoveragePoint.key` tells them apart across compilations.
public final class CoveragePoint: Sendable {
    /// What kind of place it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A policy's element.
        case policy
        /// A way that policies can take: a `when`, an `otherwise`, an ignored error, an on-error section.
        case policyBranch
        /// A way that an expression can take.
        case expressionBranch
        /// A statement of `@{ }`, or the body of a lambda.
        case statement
        /// A part of an expression whose value is shown. Coverage does not count it.
        case value
    }

    /// What can go more than one way.
    public struct Decision: Sendable, Hashable {
        /// The construct as it is written: `choose`, `ignore-error`, `?:`, `&&`, `||`, `??`, `if`, `while`, `switch`, `catch`.
        public var construct: String
        /// Where the construct stands.
        public var span: SourceSpan
        /// Tells decisions with the same span apart, as they are within the value of a named value: the offset in the
        /// expression's code.
        public var ordinal: Int

        /// Makes a decision.
        public init(_ construct: String, at span: SourceSpan, ordinal: Int = 0) {
            (self.construct, self.span, self.ordinal) = (construct, span, ordinal)
        }
    }

    /// What kind of place it is.
    public let kind: Kind
    /// What is reached: a policy's name, a statement, the side of an operator.
    public let span: SourceSpan
    /// What the place is called in reports: the policy's name, or the way that a decision takes, such as `otherwise`.
    public let label: String
    /// The decision that the place is one way of; nil for policies, statements and values.
    public let decision: Decision?
    /// Tells points with the same span apart; see `Decision.ordinal`.
    public let ordinal: Int

    /// Makes a point.
    public init(_ kind: Kind, _ label: String, at span: SourceSpan, of decision: Decision? = nil, ordinal: Int = 0) {
        (self.kind, self.label, self.span, self.decision, self.ordinal) = (kind, label, span, decision, ordinal)
    }

    /// What makes a point the same one in another compilation of the same files.
    public struct Key: Sendable, Hashable {
        /// The name of the file.
        public var file: String
        /// What kind of place it is.
        public var kind: Kind
        /// The place, in UTF-8 bytes.
        public var range: SourceRange
        /// The construct of the decision; empty where there is none.
        public var construct: String
        /// The place of the decision; that of the point where there is none.
        public var decisionRange: SourceRange
        /// The way that it is.
        public var label: String
        /// See `CoveragePoint.ordinal`.
        public var ordinal: Int
    }

    /// What makes the point the same one in another compilation.
    public var key: Key {
        Key(
            file: span.source.name, kind: kind, range: span.range, construct: decision?.construct ?? "",
            decisionRange: decision?.span.range ?? span.range, label: label, ordinal: ordinal)
    }
}

/// Is told which places of expressions an evaluation reaches, if they were compiled with coverage asked for.
///
/// Both methods have an empty default. They are called in the task of the evaluation. Nothing here may fail or wait.
public protocol ExpressionObserver: Sendable {
    /// A statement begins, or a decision was made.
    func reached(_ point: CoveragePoint)
    /// A part of an expression has a value.
    func evaluated(_ point: CoveragePoint, as value: Value)
}

extension ExpressionObserver {
    /// Does nothing.
    public func reached(_ point: CoveragePoint) {}
    /// Does nothing.
    public func evaluated(_ point: CoveragePoint, as value: Value) {}
}
