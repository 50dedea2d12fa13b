public import PolicyDiagnostics

/// Whether an expression's code is one expression, `@( )`, or statements, `@{ }`.
public enum ExpressionKind: String, Sendable, Hashable {
    /// `@( expression )`.
    case single
    /// `@{ statements }`.
    case block
}

/// The bodies that an expression may read. What cannot be known counts as both.
public struct BodiesRead: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `context.Request.Body`.
    public static let request = BodiesRead(rawValue: 1)
    /// `context.Response.Body`.
    public static let response = BodiesRead(rawValue: 2)
}
