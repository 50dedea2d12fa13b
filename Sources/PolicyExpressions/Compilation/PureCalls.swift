/// Calls of pure members with constants: they are made once, when the expression is compiled.
enum PureCalls {
    /// What a value computed in advance may take; longer texts are made when they are asked for.
    private static let greatestText = 4_096

    /// A constant in place of a node whose value is the same at every evaluation.
    ///
    /// A node that throws stays as it is: its exception is the evaluation's. So does one that gives an object.
    static func folded(_ node: EvaluationNode) -> EvaluationNode {
        guard node.isPure, !(node is ReferenceNode), !(node is VoidNode) else { return node }
        let context = GatewayContext.placeholder(limits)
        // A frame does not retain its context.
        defer { withExtendedLifetime(context) {} }
        var frame = Frame(context: context)
        return (try? constant(node, &frame)) ?? node
    }

    private static var limits: EvaluationLimits {
        var limits = EvaluationLimits()
        (limits.steps, limits.allocatedBytes) = (10_000, 64 * 1024)
        return limits
    }

    private static func constant(_ node: EvaluationNode, _ frame: inout Frame) throws(EvaluationError) -> EvaluationNode? {
        switch node {
        case let node as BooleanNode: return BooleanConstant(try node.evaluate(&frame), node.range)
        case let node as Int32Node: return Int32Constant(try node.evaluate(&frame), node.range)
        case let node as Int64Node: return Int64Constant(try node.evaluate(&frame), node.range)
        case let node as DoubleNode: return DoubleConstant(try node.evaluate(&frame), node.range)
        case let node as StringNode:
            let text = try node.evaluate(&frame)
            return text?.utf8Count ?? 0 <= greatestText ? StringConstant(text, node.range) : nil
        case let node as ValueNode:
            let value = try node.evaluate(&frame)
            if case .object = value { return nil }
            if case .string = value { return nil }
            return ValueConstant(value, node.range)
        default: return nil
        }
    }
}
