enum PrefixUnaryOperator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case logicalNot = "!"
    case bitwiseNot = "~"
    case increment = "++"
    case decrement = "--"
}

enum PostfixUnaryOperator: String, Sendable {
    case increment = "++"
    case decrement = "--"
}

enum BinaryOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case leftShift = "<<"
    case rightShift = ">>"
    case lessThan = "<"
    case lessThanOrEqual = "<="
    case greaterThan = ">"
    case greaterThanOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case bitwiseAnd = "&"
    case exclusiveOr = "^"
    case bitwiseOr = "|"
    case logicalAnd = "&&"
    case logicalOr = "||"
    case coalesce = "??"
}

enum AssignmentOperator: String, Sendable {
    case assign = "="
    case add = "+="
    case subtract = "-="
    case multiply = "*="
    case divide = "/="
    case remainder = "%="
    case leftShift = "<<="
    case rightShift = ">>="
    case bitwiseAnd = "&="
    case exclusiveOr = "^="
    case bitwiseOr = "|="

    /// The operator that a compound assignment applies; nil for `=`.
    var binary: BinaryOperator? { self == .assign ? nil : BinaryOperator(rawValue: String(rawValue.dropLast())) }
}
