/// A literal with its decoded value.
enum LiteralSyntax: Sendable {
    case null
    case boolean(Bool)
    case integer(IntegerLiteral)
    case real(RealLiteral)
    /// One UTF-16 unit.
    case character(UInt16)
    case string(StringLiteral)
}

/// An integer literal; the binder gives it the first type that holds it.
struct IntegerLiteral: Sendable, Hashable {
    let magnitude: UInt64
    /// `u`.
    let isUnsigned: Bool
    /// `l`.
    let isLong: Bool
    /// Neither hexadecimal nor binary: only such a literal may follow a minus as 2147483648 or 9223372036854775808.
    let isDecimal: Bool
}

/// A real literal, not yet rounded to its type.
struct RealLiteral: Sendable, Hashable {
    enum Suffix: Sendable {
        case none
        case float
        case double
        case decimal
    }

    /// Digits, point and exponent without suffix and `_`.
    let text: String
    let suffix: Suffix
}

/// The contents of a string literal: text, or UTF-16 units where escapes left a lone surrogate.
enum StringLiteral: Sendable, Hashable {
    case text(String)
    case units([UInt16])
}
