/// Something that a user should know about a policy document, as data: what, how bad, where, and what to do.
public struct Diagnostic: Error, Sendable, Hashable {
    /// A stable name for a kind of problem, for tools: `unknown-element`, `CS0103`.
    public struct Code: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
        /// The name.
        public var rawValue: String
        /// Makes a code.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Makes a code.
        public init(stringLiteral value: String) { rawValue = value }
    }

    /// How bad a problem is.
    public enum Severity: String, Sendable, Hashable, Comparable {
        /// Worth knowing.
        case note
        /// The document is accepted, and may not do what was meant.
        case warning
        /// The document is refused.
        case error

        private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
        /// Orders from note to error.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// A further place that helps to understand the problem.
    public struct Note: Sendable, Hashable {
        /// What is there.
        public var message: String
        /// Where, if it has a place.
        public var span: SourceSpan?
        /// Makes a note.
        public init(_ message: String, at span: SourceSpan? = nil) { (self.message, self.span) = (message, span) }
    }

    /// A replacement that mends the problem.
    public struct Fix: Sendable, Hashable {
        /// What is replaced.
        public var span: SourceSpan
        /// The new text.
        public var replacement: String
        /// Makes a fix.
        public init(_ span: SourceSpan, replacement: String) { (self.span, self.replacement) = (span, replacement) }
    }

    /// The kind of problem.
    public var code: Code
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, in one sentence without its place.
    public var message: String
    /// The place in the author's text, if there is one.
    public var span: SourceSpan?
    /// What the user can do about it.
    public var hint: String?
    /// The XML element that the problem is in, by name, where the text is a policy document.
    public var element: String?
    /// Further places.
    public var notes: [Note]
    /// A replacement that mends it.
    public var fix: Fix?

    /// Makes a diagnostic.
    public init(
        _ code: Code, _ severity: Severity = .error, _ message: String, at span: SourceSpan?,
        hint: String? = nil, notes: [Note] = [], fix: Fix? = nil
    ) {
        (self.code, self.severity, self.message, self.span) = (code, severity, message, span)
        (self.hint, self.notes, self.fix) = (hint, notes, fix)
    }
}

extension Sequence where Element == Diagnostic {
    /// Whether any of them refuses the document.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// By file, then by place; what has no place comes first.
    public func sortedByPlace() -> [Diagnostic] {
        enumerated().sorted { left, right in
            let (a, b) = (left.element.sortKey, right.element.sortKey)
            return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
    }
}

extension Diagnostic {
    fileprivate var sortKey: (String, Int) { (span?.source.name ?? "", span?.range.lowerBound ?? -1) }
}
