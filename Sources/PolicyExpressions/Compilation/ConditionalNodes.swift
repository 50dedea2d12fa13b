import PolicyDiagnostics

// `a ? b : c` and values behind effects, one class per carrier.

final class BooleanConditional: BooleanNode {
    private let test: BooleanNode, first: BooleanNode, second: BooleanNode
    init(_ test: BooleanNode, _ first: BooleanNode, _ second: BooleanNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class Int32Conditional: Int32Node {
    private let test: BooleanNode, first: Int32Node, second: Int32Node
    init(_ test: BooleanNode, _ first: Int32Node, _ second: Int32Node, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class Int64Conditional: Int64Node {
    private let test: BooleanNode, first: Int64Node, second: Int64Node
    init(_ test: BooleanNode, _ first: Int64Node, _ second: Int64Node, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class DoubleConditional: DoubleNode {
    private let test: BooleanNode, first: DoubleNode, second: DoubleNode
    init(_ test: BooleanNode, _ first: DoubleNode, _ second: DoubleNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class StringConditional: StringNode {
    private let test: BooleanNode, first: StringNode, second: StringNode
    init(_ test: BooleanNode, _ first: StringNode, _ second: StringNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class ReferenceConditional: ReferenceNode {
    private let test: BooleanNode, first: ReferenceNode, second: ReferenceNode
    init(_ test: BooleanNode, _ first: ReferenceNode, _ second: ReferenceNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class ValueConditional: ValueNode {
    private let test: BooleanNode, first: ValueNode, second: ValueNode
    init(_ test: BooleanNode, _ first: ValueNode, _ second: ValueNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}
