/// A delegate: a function of the expression together with the variables that it captured.
public final class NetDelegate: NetObject {
    private let delegateType: TypeSymbol
    private let function: FunctionNode
    /// The captured variables' cells, in the order of the function's `captures`.
    private let cells: [NetObject?]

    init(type: TypeSymbol, function: FunctionNode, cells: [NetObject?]) {
        (delegateType, self.function, self.cells) = (type, function, cells)
    }

    /// The delegate's type.
    public override var type: TypeSymbol { delegateType }

    /// Calls with boxed arguments.
    func invoke(_ arguments: [Value], _ frame: inout Frame) throws(EvaluationError) -> Value {
        guard cells.isEmpty, function.isFree(in: frame) else { return try invokeAgain(arguments, &frame) }
        try function.enterFree(&frame)
        defer { frame.leaveFunction(function.index) }
        return try function.value(arguments, &frame)
    }

    func invoke(_ frame: inout Frame) throws(EvaluationError) -> Value { try invoke([], &frame) }

    func invoke(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        guard cells.isEmpty, function.isFree(in: frame) else { return try invokeAgain([argument], &frame) }
        try function.enterFree(&frame)
        defer { frame.leaveFunction(function.index) }
        return try function.value(argument, &frame)
    }

    func invoke(_ first: Value, _ second: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        guard cells.isEmpty, function.isFree(in: frame) else { return try invokeAgain([first, second], &frame) }
        try function.enterFree(&frame)
        defer { frame.leaveFunction(function.index) }
        return try function.value(first, second, &frame)
    }

    /// Calls a function that has captured variables, is under way already, or belongs to another expression, which left
    /// the delegate in a variable: that one gets a frame of its own.
    @inline(never)
    private func invokeAgain(_ arguments: [Value], _ frame: inout Frame) throws(EvaluationError) -> Value {
        guard function.belongs(to: frame) else {
            return try frame.inFrame(of: function.plan) { inner throws(EvaluationError) -> Value in try invoke(arguments, &inner) }
        }
        let entry = try function.enter(cells, &frame)
        defer { function.leave(entry, &frame) }
        return try function.value(arguments, &frame)
    }

    /// Calls a function whose result is a Boolean, without boxing the result.
    func test(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        guard function.isPredicate, cells.isEmpty, function.isFree(in: frame) else { return try invoke(argument, &frame).isTrue }
        try function.enterFree(&frame)
        defer { frame.leaveFunction(function.index) }
        return try function.holds(argument, &frame)
    }

    func test(_ first: Value, _ second: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        try invoke(first, second, &frame).isTrue
    }
}

extension Value {
    /// Whether this is the Boolean true.
    var isTrue: Bool {
        if case .boolean(true) = self { true } else { false }
    }
}
