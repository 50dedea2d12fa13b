import PolicyDiagnostics
import PolicyExpressions

/// What stands for a value: a literal, a path to a member, or a range.
indirect enum LiquidOperand: Sendable {
    case literal(LiquidValue)
    case path(root: NetString, [LiquidOperand])
    case range(LiquidOperand, LiquidOperand)

    /// The value when it does not depend on the message.
    var constant: LiquidValue? {
        if case .literal(let value) = self { value } else { nil }
    }
}

/// A value and the filters that it goes through.
struct LiquidExpression: Sendable {
    var operand: LiquidOperand
    var filters: [LiquidFilterCall] = []
}

/// A filter with its arguments.
struct LiquidFilterCall: Sendable {
    var filter: LiquidFilter
    var arguments: [LiquidOperand]
}

/// A comparison, or the truth of one value.
struct LiquidComparison: Sendable {
    enum Operator: Sendable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, contains, startsWith, endsWith, hasKey, hasValue
    }

    var left: LiquidOperand
    var right: (Operator, LiquidOperand)?
}

/// Comparisons joined by `and` and `or`, which group from the right: `a and b or c` is `a and (b or c)`.
struct LiquidCondition: Sendable {
    enum Connective: Sendable { case and, or }

    var comparisons: [LiquidComparison]
    /// One fewer than there are comparisons.
    var connectives: [Connective]
}

/// A part of a template.
indirect enum LiquidNode: Sendable {
    case text([UInt8])
    case output(LiquidExpression)
    case assign(NetString, LiquidExpression)
    case capture(NetString, [LiquidNode])
    case conditional([LiquidBranch])
    case choice(LiquidOperand, [LiquidCase])
    case loop(LiquidLoop)
    /// `tablerow`: a loop that writes rows of an HTML table, of as many columns as there are items unless the number is given.
    case table(LiquidLoop, columns: LiquidOperand?)
    /// `ifchanged`: what it encloses, unless the one before it wrote the same.
    case ifChanged([LiquidNode])
    /// `block`: what a template that extended this one could replace.
    case block([LiquidNode])
    case cycle(group: LiquidOperand?, key: NetString, [LiquidOperand])
    case increment(NetString)
    case decrement(NetString)
    case breakLoop
    case continueLoop
}

/// `if`, `unless`, `elsif` or `else` with what it guards.
struct LiquidBranch: Sendable {
    /// Nil for `else`.
    var condition: LiquidCondition?
    /// Whether the condition must not hold, as in `unless`.
    var isNegated = false
    var body: [LiquidNode]
}

/// `when` with its values, or `else`.
struct LiquidCase: Sendable {
    /// Nil for `else`.
    var values: [LiquidOperand]?
    var body: [LiquidNode]
}

/// `for` and `JSONArrayFor`.
struct LiquidLoop: Sendable {
    enum Offset: Sendable {
        case value(LiquidOperand)
        /// Where the loop of the same name ended.
        case `continue`
    }

    var variable: NetString
    var collection: LiquidOperand
    /// The variable and the collection as they were written, which is what `forloop.name` and `offset:continue` go by.
    var name: NetString
    var limit: LiquidOperand?
    var offset: Offset?
    var isReversed = false
    /// Whether commas go between the items, and a single object counts as a list of one.
    var isJSONArray = false
    var body: [LiquidNode] = []
    /// What is rendered when there is no item.
    var alternative: [LiquidNode] = []
}

/// What is wrong with a template.
struct LiquidProblem: Error {
    var code: Diagnostic.Code = "liquid-syntax"
    var message: String
    /// The bytes of the template.
    var range: SourceRange
    var hint: String?
}
