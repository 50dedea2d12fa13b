import PolicyDiagnostics
import Synchronization

/// An operation on dynamic values. It is bound for the types that the operands have, once for every list of types.
final class DynamicOperationNode: ValueNode {
    private let operation: DynamicOperation, operands: [ValueNode]
    private let bound = Mutex<[[TypeSymbol]: CompiledOperation]>([:])

    init(_ operation: DynamicOperation, _ operands: [ValueNode], _ range: SourceRange) {
        (self.operation, self.operands) = (operation, operands)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var values: [Value] = []
        for operand in operands { values.append(try operand.evaluate(&frame)) }
        takeContent(of: &values)
        let compiled = compiled(for: values.map(\.type))
        do { return try compiled.evaluate(values, &frame) } catch { throw error.located(at: range) }
    }

    /// JValues take part in operators with their content.
    private func takeContent(of values: inout [Value]) {
        switch operation {
        case .binary, .unary:
            for index in values.indices {
                if case .object(let token as JValue) = values[index] { values[index] = Value(token.scalar) }
            }
        default: break
        }
    }

    private func compiled(for types: [TypeSymbol]) -> CompiledOperation {
        if let known = bound.withLock({ $0[types] }) { return known }
        let compiled = CompiledOperation(operation, types, range)
        bound.withLock { known in
            // Data decides how many lists of types there are; what does not fit is bound again each time.
            if known.count < 64 { known[types] = compiled }
        }
        return compiled
    }
}

/// A dynamic operation for operands of known types.
///
/// It is Sendable for the reasons that make `CompiledExpression` Sendable: its nodes never change.
private struct CompiledOperation: @unchecked Sendable {
    private let node: ValueNode
    private let stores: [ValueStore]
    private let layout: FramePlan
    private let refusal: String?

    init(_ operation: DynamicOperation, _ types: [TypeSymbol], _ range: SourceRange) {
        let runtime = RuntimeBinder(range)
        let (expression, locals, message) = runtime.bind(operation, types)
        refusal = message
        stores = locals.map { ValueStore($0) }
        layout = FramePlan(runtime.layout)
        node = message == nil ? NodeBuilder(runtime.layout).value(expression) : ValueConstant(.null, range)
    }

    func evaluate(_ values: [Value], _ frame: inout Frame) throws(EvaluationError) -> Value {
        if let refusal {
            throw EvaluationError(exceptionType: "Microsoft.CSharp.RuntimeBinder.RuntimeBinderException", message: refusal)
        }
        return try frame.inFrame(of: layout) { inner throws(EvaluationError) -> Value in
            try inner.step()
            for (store, value) in zip(stores, values) { try store.store(value, &inner) }
            return try node.evaluate(&inner)
        }
    }
}
