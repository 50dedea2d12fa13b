/// How tightly an operator binds, loosest first.
enum Precedence: UInt8, Comparable, Sendable {
    case expression, assignment, conditional, coalescing, conditionalOr, conditionalAnd, logicalOr, logicalXor, logicalAnd
    case equality, relational, shift, additive, multiplicative, unary, primary

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    /// Lambdas bind as assignments do.
    static let lambda = Precedence.assignment
}

/// An operator between two operands, and how many tokens spell it.
struct InfixOperator {
    enum Meaning {
        case binary(BinaryOperator)
        case assignment(AssignmentOperator)
        case isOperator
        case asOperator
    }

    let meaning: Meaning
    let precedence: Precedence
    var tokenCount = 1

    var isRightAssociative: Bool { precedence == .assignment || precedence == .coalescing }

    init(_ binary: BinaryOperator, _ precedence: Precedence, tokenCount: Int = 1) {
        (meaning, self.precedence, self.tokenCount) = (.binary(binary), precedence, tokenCount)
    }

    init(_ assignment: AssignmentOperator, tokenCount: Int = 1) {
        (meaning, precedence, self.tokenCount) = (.assignment(assignment), .assignment, tokenCount)
    }

    init(_ meaning: Meaning, _ precedence: Precedence) { (self.meaning, self.precedence) = (meaning, precedence) }

    /// The operator that a token is; `greaterGreater` and `greaterGreaterEquals` are two tokens.
    init?(_ kind: TokenKind) {
        switch kind {
        case .asterisk: self.init(.multiply, .multiplicative)
        case .slash: self.init(.divide, .multiplicative)
        case .percent: self.init(.remainder, .multiplicative)
        case .plus: self.init(.add, .additive)
        case .minus: self.init(.subtract, .additive)
        case .lessLess: self.init(.leftShift, .shift)
        case .greaterGreater: self.init(.rightShift, .shift, tokenCount: 2)
        case .lessThan: self.init(.lessThan, .relational)
        case .lessThanEquals: self.init(.lessThanOrEqual, .relational)
        case .greaterThan: self.init(.greaterThan, .relational)
        case .greaterThanEquals: self.init(.greaterThanOrEqual, .relational)
        case .keywordIs: self.init(.isOperator, .relational)
        case .keywordAs: self.init(.asOperator, .relational)
        case .equalsEquals: self.init(.equal, .equality)
        case .exclamationEquals: self.init(.notEqual, .equality)
        case .ampersand: self.init(.bitwiseAnd, .logicalAnd)
        case .caret: self.init(.exclusiveOr, .logicalXor)
        case .bar: self.init(.bitwiseOr, .logicalOr)
        case .ampersandAmpersand: self.init(.logicalAnd, .conditionalAnd)
        case .barBar: self.init(.logicalOr, .conditionalOr)
        case .questionQuestion: self.init(.coalesce, .coalescing)
        default: self.init(assignment: kind)
        }
    }

    private init?(assignment kind: TokenKind) {
        switch kind {
        case .equals: self.init(.assign)
        case .plusEquals: self.init(AssignmentOperator.add)
        case .minusEquals: self.init(AssignmentOperator.subtract)
        case .asteriskEquals: self.init(AssignmentOperator.multiply)
        case .slashEquals: self.init(AssignmentOperator.divide)
        case .percentEquals: self.init(AssignmentOperator.remainder)
        case .lessLessEquals: self.init(AssignmentOperator.leftShift)
        case .greaterGreaterEquals: self.init(AssignmentOperator.rightShift, tokenCount: 2)
        case .ampersandEquals: self.init(AssignmentOperator.bitwiseAnd)
        case .caretEquals: self.init(AssignmentOperator.exclusiveOr)
        case .barEquals: self.init(AssignmentOperator.bitwiseOr)
        default: return nil
        }
    }
}
