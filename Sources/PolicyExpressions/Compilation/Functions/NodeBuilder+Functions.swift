import PolicyDiagnostics

/// The nodes of an expression's functions, each made once: calls, delegates and recursion share it.
final class FunctionNodes {
    private var references: [ObjectIdentifier: FunctionReference] = [:]
    private let layout: FrameLayout

    init(_ layout: FrameLayout) { self.layout = layout }

    func reference(to function: FunctionSymbol, _ builder: NodeBuilder) -> FunctionReference {
        if let known = references[ObjectIdentifier(function)] { return known }
        let reference = FunctionReference()
        // Remembered before its body is made: the body may call the function itself.
        references[ObjectIdentifier(function)] = reference
        let body = builder.body(of: function)
        reference.complete(
            FunctionNode(
                index: function.index, layout, parameters: function.parameters.map { ValueStore($0) }, body: body,
                boxedBody: builder.boxed(body, function.resultType, body.range), captures: function.cellsCaptured.map(\.cellSlot),
                slots: function.slots))
        return reference
    }
}

extension FunctionSymbol {
    /// The variables in cells that a delegate of the function must keep: its own captures and those of what it calls.
    var cellsCaptured: [LocalSymbol] {
        var seen: [FunctionSymbol] = [], result: [LocalSymbol] = []
        func visit(_ function: FunctionSymbol) {
            guard !seen.contains(where: { $0 === function }) else { return }
            seen.append(function)
            for local in function.captures where local.isInCell && !result.contains(where: { $0 === local }) {
                if let owner = local.function, owner.isInside(self) { continue }
                result.append(local)
            }
            function.callees.forEach(visit)
        }
        visit(self)
        return result
    }
}

extension NodeBuilder {
    fileprivate func body(of function: FunctionSymbol) -> EvaluationNode {
        switch function.body {
        case .expression(let expression)?: return coverage == nil ? node(expression) : countedBody(expression)
        case .block(let statement, let result)?: return block(statement, result: result, SourceRange(0, 0))
        case nil: return unreachable(SourceRange(0, 0))
        }
    }

    // MARK: Delegates

    /// A delegate. One that captures no cell is made once and for all.
    func delegate(_ function: FunctionSymbol, _ type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        let reference = functions.reference(to: function, self)
        let captured = function.cellsCaptured, slots = captured.map(\.cellSlot)
        let keptSlots = captured.filter(\.canHoldDelegate).map(\.cellSlot)
        if slots.isEmpty, let node = reference.node { return ConstantDelegate(NetDelegate(type: type, function: node, cells: []), range) }
        return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
            var cells: [NetObject?] = []
            for slot in slots { cells.append(frame.references[slot]) }
            for slot in keptSlots { if let cell = frame.references[slot] as? LocalCell { frame.context.capturedVariables.keep(cell) } }
            return NetDelegate(type: type, function: try reference.function(), cells: cells)
        }
    }

    func invocation(_ target: BoundExpression, _ arguments: [BoundExpression], _ bound: BoundExpression) -> EvaluationNode {
        let delegate = reference(target), arguments = arguments.map(value), range = bound.range
        let call = ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            guard let object = try delegate.evaluate(&frame) else { throw .nullReference }
            guard let delegate = object.cast(to: NetDelegate.self) else { throw .invalidCast(.object(object), to: target.type) }
            var values: [Value] = []
            for argument in arguments { values.append(try argument.evaluate(&frame)) }
            return try delegate.invoke(values, &frame)
        }
        return bound.type == .void ? call : unboxed(call, bound.type, range)
    }

    // MARK: Local functions

    func functionCall(_ function: FunctionSymbol, _ arguments: [BoundExpression], _ bound: BoundExpression) -> EvaluationNode {
        let reference = functions.reference(to: function, self), range = bound.range
        let passed = arguments.map(argument)
        // `out` and `ref`: what the parameter holds in the end goes back to the variable.
        let results = zip(arguments, function.parameters).compactMap { argument, parameter -> (ValueNode, ValueStore)? in
            guard case .location(let local, _) = argument.kind else { return nil }
            return (boxed(load(parameter, range), parameter.type, range), ValueStore(local))
        }
        let call = ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            var values: [Value] = []
            for argument in passed { values.append(try argument.evaluate(&frame)) }
            return try reference.function().call(values, results, &frame)
        }
        return bound.type == .void ? call : unboxed(call, bound.type, range)
    }

    private func argument(_ bound: BoundExpression) -> ValueNode {
        guard case .location(let local, let use) = bound.kind else { return value(bound) }
        if use == .declaration { return ValueConstant(Value.zero(of: local.type) ?? .null, bound.range) }
        return boxed(load(local, bound.range), local.type, bound.range)
    }

    // MARK: Locations

    /// The variable of an `out` or `ref` argument.
    func location(_ local: LocalSymbol, _ use: LocationUse, _ range: SourceRange) -> EvaluationNode {
        let isInCell = local.isInCell && use != .declaration
        let location: LocationNode = isInCell ? CellLocation(local.cellSlot, range) : LocalLocation(ValueStore(local), range)
        return use == .reference ? ReadLocation(location, boxed(load(local, range), local.type, range)) : location
    }
}

extension FunctionNode {
    func call(_ values: [Value], _ results: [(ValueNode, ValueStore)], _ frame: inout Frame) throws(EvaluationError) -> Value {
        let entry = try enter([], &frame)
        var left: [Value] = []
        let value: Value
        do {
            value = try self.value(values, &frame)
            for (load, _) in results { left.append(try load.evaluate(&frame)) }
        } catch {
            leave(entry, &frame)
            throw error
        }
        leave(entry, &frame)
        for (result, value) in zip(results, left) { try result.1.store(value, &frame) }
        return value
    }
}

/// A delegate without captured cells.
final class ConstantDelegate: ReferenceNode {
    private let delegate: NetDelegate
    init(_ delegate: NetDelegate, _ range: SourceRange) {
        self.delegate = delegate
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? { delegate }
}

/// A variable in its slot, or a new variable in a cell.
final class LocalLocation: LocationNode {
    private let store: ValueStore
    init(_ store: ValueStore, _ range: SourceRange) {
        self.store = store
        super.init(range)
    }
    override func assign(_ value: Value, _ frame: inout Frame) throws(EvaluationError) { try store.store(value, &frame) }
}

/// The variable of a `ref` argument, which is read as well.
final class ReadLocation: LocationNode {
    private let location: LocationNode, load: ValueNode
    init(_ location: LocationNode, _ load: ValueNode) {
        (self.location, self.load) = (location, load)
        super.init(location.range)
    }
    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { try load.evaluate(&frame) }
    override func assign(_ value: Value, _ frame: inout Frame) throws(EvaluationError) { try location.assign(value, &frame) }
}

/// A variable that lives in a cell already.
final class CellLocation: LocationNode {
    private let slot: Int
    init(_ slot: Int, _ range: SourceRange) {
        self.slot = slot
        super.init(range)
    }
    override func assign(_ value: Value, _ frame: inout Frame) throws(EvaluationError) { frame.assignCell(slot, value) }
}

extension Frame {
    /// Gives a captured variable a value; the first one makes its cell.
    mutating func assignCell(_ slot: Int, _ value: Value) {
        if let cell = references[slot] as? LocalCell { cell.value = value } else { references[slot] = LocalCell(value) }
    }

    func cellValue(_ slot: Int) -> Value { (references[slot] as? LocalCell)?.value ?? .null }
}
