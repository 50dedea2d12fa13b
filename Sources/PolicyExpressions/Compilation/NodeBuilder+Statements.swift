import PolicyDiagnostics

extension NodeBuilder {
    /// The node of a block: runs the statements and takes the value that `return` left.
    func block(_ statement: BoundStatement, result: LocalSymbol, _ range: SourceRange) -> EvaluationNode {
        let body = self.statement(statement, result: result)
        let run = VoidCall(range) { (frame: inout Frame) throws(EvaluationError) -> Void in _ = try body.run(&frame) }
        return after([run], load(result, range), result.type)
    }

    func statement(_ bound: BoundStatement, result: LocalSymbol) -> StatementNode {
        switch bound {
        case .block(let statements):
            return statements.count == 1
                ? statement(statements[0], result: result) : BlockStatement(statements.map { statement($0, result: result) })
        case .expression(let expression): return EffectStatement(node(expression))
        case .declare(let local, let value):
            return value.map { EffectStatement(declare(local, node($0), $0.range)) } ?? EffectStatement.declaration(of: local)
        case .ifElse(let condition, let first, let second):
            return IfStatement(boolean(condition), statement(first, result: result), second.map { statement($0, result: result) })
        case .loop(let condition, let isPostTested, let step, let body):
            return LoopStatement(condition.map(boolean), isPostTested: isPostTested, step: step.map(node), statement(body, result: result))
        case .forEach(let local, let collection, let element, let body):
            return forEach(local, collection, element, statement(body, result: result))
        case .returnValue(let value):
            return value.map { ReturnStatement(store(result, node($0), $0.range)) } ?? JumpStatement(.returned)
        case .throwError(let exception): return EffectStatement(throwing(exception))
        case .breakLoop: return JumpStatement(.breakLoop)
        case .continueLoop: return JumpStatement(.continueLoop)
        case .tryCatch(let body, let catches, let finally):
            return TryStatement(
                statement(body, result: result), catches.map { clause($0, result: result) }, finally.map { statement($0, result: result) })
        case .nothing, .localFunction: return BlockStatement([])
        }
    }

    private func throwing(_ exception: BoundExpression?) -> EvaluationNode {
        guard let exception else {
            return VoidCall(SourceRange(0, 0)) { (frame: inout Frame) throws(EvaluationError) -> Void in
                throw frame.caughtError ?? .invalidOperation("there is no exception to throw again")
            }
        }
        let node = reference(exception)
        return VoidCall(exception.range) { (frame: inout Frame) throws(EvaluationError) -> Void in
            let object = try node.evaluate(&frame)
            throw frame.error(throwing: object)
        }
    }

    private func clause(_ clause: BoundCatch, result: LocalSymbol) -> TryStatement.Catch {
        return TryStatement.Catch(
            type: clause.type, store: clause.local.map { ValueStore($0) }, filter: clause.filter.map(boolean),
            body: statement(clause.body, result: result))
    }

    /// `foreach` gives each element to the loop's variable through a node that unboxes it.
    private func forEach(_ local: LocalSymbol, _ collection: BoundExpression, _ element: TypeSymbol, _ body: StatementNode) -> StatementNode
    {
        let incoming = PendingElement(collection.range)
        let converted = unboxed(incoming, local.type, collection.range)
        let store = declare(local, converted, collection.range)
        return ForEachStatement(value(collection), collection.range, body, store)
    }
}

/// The element that a `foreach` has just taken, on its way to the loop's variable.
final class PendingElement: ValueNode {
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { frame.pendingElement }
}

extension EffectStatement {
    /// A declaration without a value: a captured variable comes into being.
    static func declaration(of local: LocalSymbol) -> StatementNode {
        guard local.isInCell else { return BlockStatement([]) }
        let zero = ValueConstant(Value.zero(of: local.type) ?? .null, SourceRange(0, 0))
        return EffectStatement(CellStore(local.cellSlot, zero, isDeclaration: true, zero.range))
    }
}
