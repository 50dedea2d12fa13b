import PolicyDiagnostics

/// A compiled lambda or local function.
///
/// Its parameters and locals are slots of the expression's one frame, so a call stores its arguments and evaluates the
/// body. Only a call of a function that is under way already keeps the slots' values and puts them back behind it.
final class FunctionNode {
    /// The function's number in the frame's count of calls under way.
    let index: Int
    /// What makes a frame for a call from another expression.
    let plan: FramePlan
    /// Held for `plan`.
    private let identity: ExpressionIdentity?
    /// Where arguments go.
    private let parameters: [ValueStore]
    // Fields of their own, because to read an element of an array counts references.
    private let first: ValueStore, second: ValueStore
    let body: EvaluationNode
    private let boxedBody: ValueNode
    /// Whether the body gives a Boolean, which it then gives without a box.
    let isPredicate: Bool
    private let predicate: BooleanNode
    /// The slots of captured variables' cells.
    private let captures: [Int]
    /// The slots that a call changes.
    private let slots: SlotRanges

    init(
        index: Int, _ layout: FrameLayout, parameters: [ValueStore], body: EvaluationNode, boxedBody: ValueNode, captures: [Int],
        slots: SlotRanges
    ) {
        (self.index, self.parameters, self.body, self.boxedBody) = (index, parameters, body, boxedBody)
        (plan, identity) = (FramePlan(layout), layout.expression)
        first = parameters.first ?? .none
        second = parameters.count > 1 ? parameters[1] : .none
        isPredicate = body is BooleanNode
        predicate = body as? BooleanNode ?? BooleanConstant(false, body.range)
        (self.captures, self.slots) = (captures, slots)
    }

    // MARK: Bodies

    /// Stores the arguments and evaluates the body, in a call that was entered.
    @inline(__always)
    func value(_ arguments: [Value], _ frame: inout Frame) throws(EvaluationError) -> Value {
        for (parameter, argument) in zip(parameters, arguments) { try parameter.store(argument, &frame) }
        return try boxedBody.evaluate(&frame)
    }

    @inline(__always)
    func value(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        try first.store(argument, &frame)
        return try boxedBody.evaluate(&frame)
    }

    @inline(__always)
    func value(_ argument: Value, _ other: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        try first.store(argument, &frame)
        try second.store(other, &frame)
        return try boxedBody.evaluate(&frame)
    }

    @inline(__always)
    func holds(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        try first.store(argument, &frame)
        return try predicate.evaluate(&frame)
    }

    // MARK: Calls

    /// Whether the frame has the slots of the function's expression.
    @inline(__always)
    func belongs(to frame: borrowing Frame) -> Bool { frame.expression == plan.expressionIdentifier }

    /// Whether a call without captured cells has nothing to put back: the function is this frame's and not under way.
    @inline(__always)
    func isFree(in frame: borrowing Frame) -> Bool { belongs(to: frame) && !frame.isUnderWay(index) }

    /// Counts a call in that has nothing to put back.
    @inline(__always)
    func enterFree(_ frame: inout Frame) throws(EvaluationError) {
        try frame.step()
        try frame.enterFunction(index)
    }

    /// What a call must put back when it is over.
    struct Entry {
        var activation: SavedSlots?
        var cells: [NetObject?] = []
    }

    @inline(never)
    func enter(_ cells: [NetObject?], _ frame: inout Frame) throws(EvaluationError) -> Entry {
        try frame.step()
        var entry = Entry()
        if frame.isUnderWay(index) { entry.activation = frame.save(slots) }
        try frame.enterFunction(index)
        for (slot, cell) in zip(captures, cells) {
            entry.cells.append(frame.references[slot])
            frame.references[slot] = cell
        }
        return entry
    }

    @inline(never)
    func leave(_ entry: Entry, _ frame: inout Frame) {
        frame.leaveFunction(index)
        for (slot, cell) in zip(captures, entry.cells) { frame.references[slot] = cell }
        if let saved = entry.activation { frame.restore(saved, slots) }
    }
}

/// A function by name: a recursive function's body names the function before there is a body.
///
/// Set once, by the builder that makes the function's node, before anything is evaluated.
final class FunctionReference {
    @exclusivity(unchecked)
    fileprivate(set) var node: FunctionNode?

    func complete(_ node: FunctionNode) { self.node = node }

    /// The function, when an evaluation asks.
    func function() throws(EvaluationError) -> FunctionNode {
        guard let node else { throw .invalidOperation("this function was not compiled") }
        return node
    }
}
