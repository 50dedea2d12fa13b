import PolicyDiagnostics

/// A piece of a compiled expression. One abstract class per carrier; final leaves with `let` fields.
///
/// Nodes are made once and evaluated many times, by many tasks at once: nothing in them changes after `init`, all state
/// lives in the frame. An abstract `evaluate` throws instead of trapping.
class EvaluationNode {
    /// The part of the expression that failed, for errors.
    let range: SourceRange
    /// Whether the value is the same at every evaluation: a constant, or what a pure member makes of such values.
    let isPure: Bool

    /// The abstract class by which parents know the node.
    class var abstractClass: ObjectIdentifier { ObjectIdentifier(EvaluationNode.self) }

    init(_ range: SourceRange, isPure: Bool = false) { (self.range, self.isPure) = (range, isPure) }

    /// Evaluates for effect only; a node that gives a value drops it.
    func execute(_ frame: inout Frame) throws(EvaluationError) { throw .invalidOperation("abstract evaluation node") }
}

class BooleanNode: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(BooleanNode.self) }
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool { throw .invalidOperation("abstract evaluation node") }
    final override func execute(_ frame: inout Frame) throws(EvaluationError) { _ = try evaluate(&frame) }
}

class Int32Node: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(Int32Node.self) }
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 { throw .invalidOperation("abstract evaluation node") }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { _ = try evaluate(&frame) }
}

class Int64Node: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(Int64Node.self) }
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 { throw .invalidOperation("abstract evaluation node") }
    final override func execute(_ frame: inout Frame) throws(EvaluationError) { _ = try evaluate(&frame) }
}

class DoubleNode: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(DoubleNode.self) }
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double { throw .invalidOperation("abstract evaluation node") }
    final override func execute(_ frame: inout Frame) throws(EvaluationError) { _ = try evaluate(&frame) }
}

class StringNode: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(StringNode.self) }
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? { throw .invalidOperation("abstract evaluation node") }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { _ = try evaluate(&frame) }
}

class ReferenceNode: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(ReferenceNode.self) }
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? { throw .invalidOperation("abstract evaluation node") }
    final override func execute(_ frame: inout Frame) throws(EvaluationError) { _ = try evaluate(&frame) }
}

class ValueNode: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(ValueNode.self) }
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { throw .invalidOperation("abstract evaluation node") }
    final override func execute(_ frame: inout Frame) throws(EvaluationError) { _ = try evaluate(&frame) }
}

/// A call that gives nothing.
class VoidNode: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(VoidNode.self) }
}

// MARK: - Calls of library members

final class BooleanCall: BooleanNode {
    private let body: (inout Frame) throws(EvaluationError) -> Bool
    init(_ range: SourceRange, _ body: @escaping (inout Frame) throws(EvaluationError) -> Bool) { self.body = body; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        do { return try body(&frame) } catch { throw error.located(at: range) }
    }
}

final class Int32Call: Int32Node {
    private let body: (inout Frame) throws(EvaluationError) -> Int32
    init(_ range: SourceRange, _ body: @escaping (inout Frame) throws(EvaluationError) -> Int32) { self.body = body; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        do { return try body(&frame) } catch { throw error.located(at: range) }
    }
}

final class Int64Call: Int64Node {
    private let body: (inout Frame) throws(EvaluationError) -> Int64
    init(_ range: SourceRange, _ body: @escaping (inout Frame) throws(EvaluationError) -> Int64) { self.body = body; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        do { return try body(&frame) } catch { throw error.located(at: range) }
    }
}

final class DoubleCall: DoubleNode {
    private let body: (inout Frame) throws(EvaluationError) -> Double
    init(_ range: SourceRange, _ body: @escaping (inout Frame) throws(EvaluationError) -> Double) { self.body = body; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double {
        do { return try body(&frame) } catch { throw error.located(at: range) }
    }
}

final class StringCall: StringNode {
    private let body: (inout Frame) throws(EvaluationError) -> NetString?
    init(_ range: SourceRange, _ body: @escaping (inout Frame) throws(EvaluationError) -> NetString?) {
        self.body = body
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        do {
            let text = try body(&frame)
            // Every text that a call gives counts, so that doubling one in a loop ends at the limit.
            if let text { try frame.allocate(text.utf8Count) }
            return text
        } catch { throw error.located(at: range) }
    }
}

final class ReferenceCall: ReferenceNode {
    private let body: (inout Frame) throws(EvaluationError) -> NetObject?
    init(_ range: SourceRange, _ body: @escaping (inout Frame) throws(EvaluationError) -> NetObject?) {
        self.body = body
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? {
        do { return try body(&frame) } catch { throw error.located(at: range) }
    }
}

final class ValueCall: ValueNode {
    private let body: (inout Frame) throws(EvaluationError) -> Value
    init(_ range: SourceRange, _ body: @escaping (inout Frame) throws(EvaluationError) -> Value) { self.body = body; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        do { return try body(&frame) } catch { throw error.located(at: range) }
    }
}

final class VoidCall: VoidNode {
    private let body: (inout Frame) throws(EvaluationError) -> Void
    init(_ range: SourceRange, _ body: @escaping (inout Frame) throws(EvaluationError) -> Void) { self.body = body; super.init(range) }
    override func execute(_ frame: inout Frame) throws(EvaluationError) {
        do { try body(&frame) } catch { throw error.located(at: range) }
    }
}
