import PolicyDiagnostics

/// Turns a bound tree into evaluation nodes. Everything is decided here once, so that nothing is on the way of a request.
struct NodeBuilder {
    let functions: FunctionNodes
    /// Puts coverage points into the tree; nil where coverage was not asked for.
    let coverage: CoverageInstrumenter?

    init(_ layout: FrameLayout, coverage: CoverageInstrumenter? = nil) { (functions, self.coverage) = (FunctionNodes(layout), coverage) }

    /// The node of an expression, with the carrier of its static type.
    func node(_ bound: BoundExpression) -> EvaluationNode {
        if let constant = bound.constant { return ConstantNodes.node(constant, bound.type, bound.range) }
        let node = valueNode(bound)
        return coverage == nil ? node : observed(node, of: bound)
    }

    private func valueNode(_ bound: BoundExpression) -> EvaluationNode {
        let range = bound.range
        switch bound.kind {
        case .context: return ContextReference(range)
        case .local(let local): return load(local, range)
        case .call(let member, let arguments, let types): return call(member, arguments, types, bound)
        case .conversion(let conversion, let operand): return convert(conversion, operand, to: bound.type, range)
        case .unary(let operation, let operand): return unary(operation, operand, bound)
        case .binary(let operation, let left, let right): return binary(operation, left, right, range)
        case .concatenation(let parts): return concatenation(parts.map { text($0) }, range)
        case .conditional(let test, let first, let second):
            let condition = condition(test, of: "?:", in: range, whenTrue: ("true", first.range), whenFalse: ("false", second.range))
            return conditional(condition, node(first), node(second), bound.type, range)
        case .coalesce(let left, let kept, let value, let right): return coalesce(left, kept, value, right, bound)
        case .conditionalAccess(let receiver, let kept, let access): return conditionalAccess(receiver, kept, access, bound)
        case .assignLocal(let local, let value): return store(local, node(value), range)
        case .declareLocal(let local, let value): return declare(local, node(value), range)
        case .assignMember(let member, let arguments, let types): return assign(member, arguments, types, bound)
        case .sequence(let effects, let value): return after(effects.map(node), node(value), bound.type)
        default: return objectNode(bound)
        }
    }

    private func objectNode(_ bound: BoundExpression) -> EvaluationNode {
        let range = bound.range
        switch bound.kind {
        case .arrayCreation(let elements): return array(elements, bound.type, range)
        case .newArray(let length): return newArray(length, bound.type, range)
        case .arrayElement(let array, let index): return element(array, index, bound)
        case .assignArrayElement(let array, let index, let value): return assignElement(array, index, value, bound)
        case .matrixCreation(let elements, let lengths): return matrix(elements, lengths, bound.type, range)
        case .newMatrix(let lengths): return newMatrix(lengths, bound.type, range)
        case .matrixElement(let array, let indices): return matrixElement(array, indices, bound)
        case .assignMatrixElement(let array, let indices, let value): return assignMatrixElement(array, indices, value, bound)
        case .isType(let operand, let type): return TypePattern(value(operand), TypeTest(type), nil, range)
        case .isPattern(let operand, let pattern): return self.pattern(operand, pattern, range)
        case .throwExpression(let exception):
            let exception = reference(exception)
            return unboxed(
                ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                    let object = try exception.evaluate(&frame)
                    throw frame.error(throwing: object)
                }, bound.type, range)
        case .lambda(let function): return delegate(function, bound.type, range)
        case .invocation(let target, let arguments): return invocation(target, arguments, bound)
        case .functionCall(let function, let arguments): return functionCall(function, arguments, bound)
        case .location(let local, let use): return location(local, use, range)
        case .tuple(let elements): return tuple(elements, bound.type, range)
        case .anonymousObject(let members): return anonymousObject(members, bound.type, range)
        case .element(let receiver, let place): return self.element(receiver, place, bound)
        case .assignElement(let receiver, let place, let value): return assignElement(receiver, place, value, bound)
        case .dynamic(let operation, let operands):
            let node = DynamicOperationNode(operation, operands.map(value), range)
            return bound.type.carrier == .value ? node : unboxed(node, bound.type, range)
        case .typeOf(let type): return ReferenceConstant(NetTypeObject(type), range)
        default: return unreachable(range)
        }
    }

    /// A node for what the binder never hands over; it fails instead of trapping.
    func unreachable(_ range: SourceRange) -> ValueNode {
        ValueCall(range) { (_: inout Frame) throws(EvaluationError) -> Value in
            throw .invalidOperation("this expression was not compiled")
        }
    }

    // MARK: Nodes of a known carrier

    func boolean(_ bound: BoundExpression) -> BooleanNode { node(bound) as? BooleanNode ?? BooleanConstant(false, bound.range) }

    func string(_ bound: BoundExpression) -> StringNode { node(bound) as? StringNode ?? StringConstant(nil, bound.range) }

    func reference(_ bound: BoundExpression) -> ReferenceNode { node(bound) as? ReferenceNode ?? NullReference(bound.range) }

    /// The node boxed, whatever its carrier.
    func value(_ bound: BoundExpression) -> ValueNode { boxed(node(bound), bound.type, bound.range) }

    /// The text that a string concatenation takes of a value: `ToString()`, nothing for null.
    func text(_ bound: BoundExpression) -> StringNode {
        let node = node(bound)
        if let string = node as? StringNode { return string }
        if let number = node as? Int32Node, bound.type == .int32 {
            return StringCall(bound.range) { (frame: inout Frame) throws(EvaluationError) -> NetString? in
                NumberFormatting.text(try number.evaluate(&frame))
            }
        }
        let value = boxed(node, bound.type, bound.range)
        return StringCall(bound.range) { (frame: inout Frame) throws(EvaluationError) -> NetString? in
            try ValueText.text(of: try value.evaluate(&frame))
        }
    }

    // MARK: Locals

    func load(_ local: LocalSymbol, _ range: SourceRange) -> EvaluationNode {
        if local.isInCell { return unboxed(CellLoad(local.cellSlot, range), local.type, range) }
        let slot = local.slot
        switch local.type.carrier {
        case .boolean: return BooleanLocal(slot, range)
        case .int32: return Int32Local(slot, range)
        case .int64: return Int64Local(slot, range)
        case .double: return DoubleLocal(slot, range)
        case .string: return StringLocal(slot, range)
        case .reference: return ReferenceLocal(slot, range)
        case .value, .void: return ValueLocal(slot, range)
        }
    }

    /// Brings a local into being with its first value.
    func declare(_ local: LocalSymbol, _ value: EvaluationNode, _ range: SourceRange) -> EvaluationNode {
        guard local.isInCell else { return store(local, value, range) }
        return unboxed(CellStore(local.cellSlot, boxed(value, local.type, range), isDeclaration: true, range), local.type, range)
    }

    /// Stores the value and gives it on.
    func store(_ local: LocalSymbol, _ value: EvaluationNode, _ range: SourceRange) -> EvaluationNode {
        if local.isInCell {
            // A temporary is declared by what it keeps.
            let cell = CellStore(local.cellSlot, boxed(value, local.type, range), isDeclaration: local.name.isEmpty, range)
            return unboxed(cell, local.type, range)
        }
        let slot = local.slot
        switch value {
        case let value as BooleanNode:
            return BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                let result = try value.evaluate(&frame)
                frame.booleans[slot] = result
                return result
            }
        case let value as Int32Node: return Int32Store(slot, value, range)
        case let value as Int64Node:
            return Int64Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int64 in
                let result = try value.evaluate(&frame)
                frame.int64s[slot] = result
                return result
            }
        case let value as DoubleNode:
            return DoubleCall(range) { (frame: inout Frame) throws(EvaluationError) -> Double in
                let result = try value.evaluate(&frame)
                frame.doubles[slot] = result
                return result
            }
        default: return storeObject(slot, value, range)
        }
    }

    private func storeObject(_ slot: Int, _ value: EvaluationNode, _ range: SourceRange) -> EvaluationNode {
        switch value {
        case let value as StringNode: return StringStore(slot, value, range)
        case let value as ReferenceNode:
            return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
                let result = try value.evaluate(&frame)
                frame.references[slot] = result
                return result
            }
        case let value as ValueNode:
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                let result = try value.evaluate(&frame)
                frame.values[slot] = result
                return result
            }
        default: return unreachable(range)
        }
    }

    // MARK: Calls

    func call(_ member: NetMember, _ arguments: [BoundExpression], _ types: [TypeSymbol], _ bound: BoundExpression) -> EvaluationNode {
        if let node = contextNode(member, arguments, bound.range) { return node }
        if let node = contextLookUp(member, arguments, types, bound) {
            return adapted(node, from: member.bodyResult, to: bound.type, bound.range)
        }
        if let node = regularExpression(member, arguments, bound.range) { return node }
        if arguments.count == 1, let node = matchedText(member, of: arguments[0], bound.range) { return node }
        let made = member.make(self.arguments(arguments, of: member), types, bound.range)
        let call = member.makesTree ? keepingTree(made) : PureCalls.folded(made)
        return adapted(call, from: member.bodyResult, to: bound.type, bound.range)
    }

    /// Keeps the tree that a call made, so that its parts keep their parents.
    private func keepingTree(_ node: EvaluationNode) -> EvaluationNode {
        switch node {
        case let node as ReferenceNode:
            return ReferenceCall(node.range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
                let object = try node.evaluate(&frame)
                if let object { try frame.keep(object) }
                return object
            }
        case let node as ValueNode:
            return ValueCall(node.range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                let value = try node.evaluate(&frame)
                if case .object(let object) = value { try frame.keep(object) }
                return value
            }
        default: return node
        }
    }

    /// The arguments with the carriers that the body takes: a type parameter's value travels boxed.
    func arguments(_ arguments: [BoundExpression], of member: NetMember) -> [EvaluationNode] {
        arguments.enumerated().map { index, argument in
            let node = node(argument)
            if node is LocationNode { return node }
            let wanted = index < member.bodyParameters.count ? member.bodyParameters[index].carrier : .value
            return wanted == .value && argument.type.carrier != .value ? boxed(node, argument.type, argument.range) : node
        }
    }

    /// The result of a generic body as the type that it has in this call.
    private func adapted(_ node: EvaluationNode, from result: TypeSymbol, to type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        guard result.carrier == .value, type.carrier != .value, type != .void, let value = node as? ValueNode else { return node }
        return unboxed(value, type, range)
    }

    func assign(_ member: NetMember, _ arguments: [BoundExpression], _ types: [TypeSymbol], _ bound: BoundExpression) -> EvaluationNode {
        guard let value = arguments.last else { return unreachable(bound.range) }
        // The value is the result of the assignment as well, so it is kept in the node's own local.
        var nodes = arguments.dropLast().enumerated().map { index, argument -> EvaluationNode in
            let wanted = index < member.bodyParameters.count ? member.bodyParameters[index].carrier : .value
            return wanted == .value ? boxed(node(argument), argument.type, argument.range) : node(argument)
        }
        let valueNode = node(value)
        nodes.append(member.bodyResult.carrier == .value ? boxed(valueNode, value.type, value.range) : valueNode)
        guard let effect = member.makeStore(nodes, types, bound.range) else { return unreachable(bound.range) }
        return AssignmentEffect(effect, bound.range)
    }

    /// Evaluates effects, then gives a value.
    func after(_ effects: [EvaluationNode], _ value: EvaluationNode, _ type: TypeSymbol) -> EvaluationNode {
        guard let effect = EffectPair.joining(effects) else { return value }
        let range = value.range
        switch value {
        case let value as BooleanNode:
            return BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                try effect.execute(&frame)
                return try value.evaluate(&frame)
            }
        case let value as Int32Node:
            return Int32Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int32 in
                try effect.execute(&frame)
                return try value.evaluate(&frame)
            }
        case let value as Int64Node:
            return Int64Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int64 in
                try effect.execute(&frame)
                return try value.evaluate(&frame)
            }
        case let value as DoubleNode:
            return DoubleCall(range) { (frame: inout Frame) throws(EvaluationError) -> Double in
                try effect.execute(&frame)
                return try value.evaluate(&frame)
            }
        default: return objectAfter(effect, value, range)
        }
    }

    private func objectAfter(_ effect: EvaluationNode, _ value: EvaluationNode, _ range: SourceRange) -> EvaluationNode {
        switch value {
        case let value as StringNode:
            return StringCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetString? in
                try effect.execute(&frame)
                return try value.evaluate(&frame)
            }
        case let value as ReferenceNode:
            return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
                try effect.execute(&frame)
                return try value.evaluate(&frame)
            }
        case let value as ValueNode:
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                try effect.execute(&frame)
                return try value.evaluate(&frame)
            }
        default:
            return VoidCall(range) { (frame: inout Frame) throws(EvaluationError) -> Void in
                try effect.execute(&frame)
                try value.execute(&frame)
            }
        }
    }
}

/// A call that stores into a property or an indexer.
final class AssignmentEffect: VoidNode {
    private let effect: EvaluationNode
    init(_ effect: EvaluationNode, _ range: SourceRange) {
        self.effect = effect
        super.init(range)
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { try effect.execute(&frame) }
}
