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
        guard function.belongs(to: frame) else { return try invokeElsewhere(arguments, &frame) }
        let entry = try function.enter(cells, &frame)
        defer { function.leave(entry, &frame) }
        for (parameter, argument) in zip(function.parameters, arguments) { try parameter.store(argument, &frame) }
        return try function.boxedBody.evaluate(&frame)
    }

    func invoke(_ frame: inout Frame) throws(EvaluationError) -> Value {
        guard function.belongs(to: frame) else { return try invokeElsewhere([], &frame) }
        let entry = try function.enter(cells, &frame)
        defer { function.leave(entry, &frame) }
        return try function.boxedBody.evaluate(&frame)
    }

    func invoke(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        guard function.belongs(to: frame) else { return try invokeElsewhere([argument], &frame) }
        let entry = try function.enter(cells, &frame)
        defer { function.leave(entry, &frame) }
        try function.parameters[0].store(argument, &frame)
        return try function.boxedBody.evaluate(&frame)
    }

    func invoke(_ first: Value, _ second: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        guard function.belongs(to: frame) else { return try invokeElsewhere([first, second], &frame) }
        let entry = try function.enter(cells, &frame)
        defer { function.leave(entry, &frame) }
        try function.parameters[0].store(first, &frame)
        try function.parameters[1].store(second, &frame)
        return try function.boxedBody.evaluate(&frame)
    }

    /// Calls the function for another expression, which got the delegate from a variable: in a frame of its own.
    @inline(never)
    private func invokeElsewhere(_ arguments: [Value], _ frame: inout Frame) throws(EvaluationError) -> Value {
        try frame.inFrame(of: function.plan) { inner throws(EvaluationError) -> Value in try invoke(arguments, &inner) }
    }

    /// Calls a function whose result is a Boolean, without boxing the result.
    func test(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        guard let body = function.booleanBody, function.belongs(to: frame) else { return try invoke(argument, &frame).isTrue }
        let entry = try function.enter(cells, &frame)
        defer { function.leave(entry, &frame) }
        try function.parameters[0].store(argument, &frame)
        return try body.evaluate(&frame)
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
