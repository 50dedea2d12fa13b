import PolicyDiagnostics

/// A statement with everything resolved.
indirect enum BoundStatement {
    case block([BoundStatement])
    case expression(BoundExpression)
    case declare(LocalSymbol, BoundExpression?)
    case ifElse(BoundExpression, BoundStatement, BoundStatement?)
    case loop(condition: BoundExpression?, isPostTested: Bool, step: [BoundExpression], BoundStatement)
    case forEach(BoundForEach)
    case switchOn(BoundSwitch)
    case returnValue(BoundExpression?)
    case throwError(BoundExpression?)
    /// Leaves the loop or the switch around it.
    case breakOut
    case continueLoop
    /// Also `goto case` and `goto default`, whose labels the switch's sections have.
    case goto(LabelSymbol)
    case labeled(LabelSymbol, BoundStatement)
    case tryCatch(BoundStatement, [BoundCatch], finally: BoundStatement?)
    case lock(BoundExpression, BoundStatement)
    /// A statement of the author's, with what is shown of it; only where coverage is asked for.
    case sequencePoint(SourceRange, BoundStatement)
    case nothing
    /// A local function's declaration, which does nothing where it stands.
    case localFunction(FunctionSymbol)
}

/// A place that `goto` goes to.
final class LabelSymbol {
    let name: String
    /// Its number in the expression.
    let number: Int

    init(name: String, number: Int) { (self.name, self.number) = (name, number) }
}

/// `foreach`.
struct BoundForEach {
    /// The variable, or a temporary that `assignment` takes the variable's value from.
    var element: LocalSymbol
    var collection: BoundExpression
    /// Converts or takes apart the element, where the variables are not the element itself.
    var assignment: BoundExpression?
    var body: BoundStatement
}

/// `switch`.
struct BoundSwitch {
    var value: BoundExpression
    /// Holds the value while labels are tried.
    var kept: LocalSymbol
    var sections: [BoundSwitchSection]
    /// Whether some section takes every value that the others leave.
    var isExhaustive: Bool
}

/// A section of a switch.
struct BoundSwitchSection {
    var labels: [BoundSwitchLabel]
    /// What `goto case` and `goto default` go to.
    var target: LabelSymbol
    var body: BoundStatement
    /// The last label, where C# shows that control falls through.
    var lastLabel: SourceRange
}

/// `case pattern when guard:`.
struct BoundSwitchLabel {
    /// Whether the value is the label's; nil for `default`.
    var test: BoundExpression?
    /// The value of a constant label.
    var constant: Value?
    var guardCondition: BoundExpression?
}

/// One catch clause.
struct BoundCatch {
    var type: TypeSymbol
    var local: LocalSymbol?
    var filter: BoundExpression?
    var body: BoundStatement
    /// The clause's head.
    var range: SourceRange
}

extension BoundStatement {
    /// The statement with every returned value replaced.
    func mappingReturns(_ change: (BoundExpression) -> BoundExpression) -> BoundStatement {
        switch self {
        case .returnValue(let value?): return .returnValue(change(value))
        case .block(let statements): return .block(statements.map { $0.mappingReturns(change) })
        case .ifElse(let condition, let first, let second):
            return .ifElse(condition, first.mappingReturns(change), second?.mappingReturns(change))
        case .loop(let condition, let isPostTested, let step, let body):
            return .loop(condition: condition, isPostTested: isPostTested, step: step, body.mappingReturns(change))
        case .forEach(var loop):
            loop.body = loop.body.mappingReturns(change)
            return .forEach(loop)
        case .switchOn(var bound):
            for index in bound.sections.indices { bound.sections[index].body = bound.sections[index].body.mappingReturns(change) }
            return .switchOn(bound)
        case .labeled(let label, let inner): return .labeled(label, inner.mappingReturns(change))
        case .lock(let subject, let body): return .lock(subject, body.mappingReturns(change))
        case .sequencePoint(let range, let inner): return .sequencePoint(range, inner.mappingReturns(change))
        case .tryCatch(let body, let catches, let finally):
            return .tryCatch(
                body.mappingReturns(change), catches.map { $0.mappingReturns(change) }, finally: finally?.mappingReturns(change))
        case .expression, .declare, .returnValue, .throwError, .breakOut, .continueLoop, .goto, .nothing, .localFunction: return self
        }
    }
}

extension BoundCatch {
    fileprivate func mappingReturns(_ change: (BoundExpression) -> BoundExpression) -> BoundCatch {
        var clause = self
        clause.body = body.mappingReturns(change)
        return clause
    }
}
