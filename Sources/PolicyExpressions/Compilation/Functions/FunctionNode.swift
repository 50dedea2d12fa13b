import PolicyDiagnostics

/// A compiled lambda or local function.
///
/// Its parameters and locals are slots of the expression's one frame, so a call stores its arguments and evaluates the
/// body. Only a call of a function that is under way already keeps the slots' values and puts them back behind it.
final class FunctionNode {
    /// The function's number in the frame's count of calls under way.
    let index: Int
    /// The slots of the whole expression.
    private let layout: FrameLayout
    /// What makes a frame for a call from another expression.
    let plan: FramePlan
    /// Where arguments go.
    private(set) var parameters: [ValueStore] = []
    private(set) var boxedBody: ValueNode
    /// The body, when it gives a Boolean.
    private(set) var booleanBody: BooleanNode?
    private(set) var body: EvaluationNode
    /// The slots of captured variables' cells.
    private(set) var captures: [Int] = []
    /// The slots that a call changes.
    private var slots = SlotRanges()

    /// Makes a function whose body is set later: a recursive function's body names the function.
    init(index: Int, _ layout: FrameLayout, _ plan: FramePlan) {
        (self.index, self.layout, self.plan) = (index, layout, plan)
        let placeholder = UncompiledBody()
        (body, boxedBody) = (placeholder, placeholder)
    }

    func complete(parameters: [ValueStore], body: EvaluationNode, boxedBody: ValueNode, captures: [Int], slots: SlotRanges) {
        (self.parameters, self.body, self.boxedBody) = (parameters, body, boxedBody)
        (self.captures, self.slots) = (captures, slots)
        booleanBody = body as? BooleanNode
    }

    /// Whether the frame has the slots of the function's expression.
    @inline(__always)
    func belongs(to frame: borrowing Frame) -> Bool { frame.expression == layout.expression.map { ObjectIdentifier($0) } }

    /// What a call must put back when it is over.
    struct Entry {
        var activation: SavedSlots?
        var cells: [NetObject?] = []
    }

    @inline(__always)
    func enter(_ cells: [NetObject?], _ frame: inout Frame) throws(EvaluationError) -> Entry {
        try frame.step()
        if !frame.isUnderWay(index), cells.isEmpty {
            try frame.enterFunction(index)
            return Entry()
        }
        return try enterAgain(cells, &frame)
    }

    @inline(never)
    private func enterAgain(_ cells: [NetObject?], _ frame: inout Frame) throws(EvaluationError) -> Entry {
        var entry = Entry()
        if frame.isUnderWay(index) { entry.activation = frame.save(slots) }
        try frame.enterFunction(index)
        for (slot, cell) in zip(captures, cells) {
            entry.cells.append(frame.references[slot])
            frame.references[slot] = cell
        }
        return entry
    }

    @inline(__always)
    func leave(_ entry: Entry, _ frame: inout Frame) {
        frame.leaveFunction(index)
        if entry.activation != nil || !entry.cells.isEmpty { restore(entry, &frame) }
    }

    @inline(never)
    private func restore(_ entry: Entry, _ frame: inout Frame) {
        for (slot, cell) in zip(captures, entry.cells) { frame.references[slot] = cell }
        if let saved = entry.activation { frame.restore(saved, slots) }
    }
}

/// Stands for a body until it is compiled.
private final class UncompiledBody: ValueNode {
    init() { super.init(SourceRange(0, 0)) }
}
