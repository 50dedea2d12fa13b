import PolicyDiagnostics

extension NodeBuilder {
    func convert(_ conversion: Conversion, _ operand: BoundExpression, to type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        let node = converted(conversion, operand, to: type, range)
        guard type == .jsonMembers, let value = node as? ValueNode else { return node }
        // A JObject is two sequences, of tokens and of pairs; the static type says which is meant.
        return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            let value = try value.evaluate(&frame)
            guard case .object(let object as JObject) = value else { return value }
            return .object(JObjectMembers(object))
        }
    }

    private func converted(_ conversion: Conversion, _ operand: BoundExpression, to type: TypeSymbol, _ range: SourceRange)
        -> EvaluationNode
    {
        switch conversion {
        case .identity, .upcast, .wrapNullable:
            let node = node(operand)
            return type.carrier == .value && operand.type.carrier != .value ? boxed(node, operand.type, range) : node
        case .nullLiteral:
            if case .throwExpression = operand.kind { return unboxed(value(operand), type, range) }
            return ConstantNodes.node(Value.null, type, range)
        case .boxing: return value(operand)
        case .numeric(let isChecked): return numeric(operand, to: type, isChecked: isChecked, range)
        case .unboxing: return unboxed(value(operand), type, range)
        case .unwrapNullable:
            return unboxed(value(operand), type, range, nullFailure: .invalidOperation("Nullable object must have a value."))
        case .downcast:
            return operand.type.carrier == .reference && type.carrier == .reference
                ? downcast(reference(operand), to: type, range) : unboxed(value(operand), type, range)
        case .liftedNumeric: return liftedNumeric(value(operand), to: type.unwrapped, range)
        case .userDefined, .delegate, .tuple, .dynamic, .defaultLiteral: return unreachable(range)
        }
    }

    // MARK: Boxing

    /// The value of a node in a `Value`, with the case that its static type asks for.
    func boxed(_ node: EvaluationNode, _ type: TypeSymbol, _ range: SourceRange) -> ValueNode {
        switch node {
        case let node as ValueNode: return node
        case let node as BooleanNode: return BoxedBoolean(node)
        case let node as Int32Node: return boxedInteger(node, type, range)
        case let node as Int64Node:
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                let bits = try node.evaluate(&frame)
                return type == .uint64
                    ? .uint64(UInt64(bitPattern: bits)) : type == .uint32 ? .uint32(UInt32(truncatingIfNeeded: bits)) : .int64(bits)
            }
        case let node as DoubleNode:
            let isSingle = type == .single
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                let number = try node.evaluate(&frame)
                return isSingle ? .single(Float(number)) : .double(number)
            }
        case let node as StringNode: return BoxedString(node)
        case let node as ReferenceNode: return BoxedReference(node)
        default:
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                try node.execute(&frame)
                return .null
            }
        }
    }

    private func boxedInteger(_ node: Int32Node, _ type: TypeSymbol, _ range: SourceRange) -> ValueNode {
        if type == .int32 { return BoxedInt32(node) }
        if type.isEnumeration {
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                .enumeration(NetEnumeration(type: type, rawValue: try node.evaluate(&frame)))
            }
        }
        let target = NumericType(type) ?? .int32
        return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            Value.int32(try node.evaluate(&frame)).converted(to: target, isChecked: false) ?? .null
        }
    }

    // MARK: Unboxing

    /// The boxed value as a static type: the exact type for values (C# §10.3.7), the type or a derived one for references.
    func unboxed(
        _ node: ValueNode, _ type: TypeSymbol, _ range: SourceRange, nullFailure: EvaluationError = .nullReference
    ) -> EvaluationNode {
        switch type.carrier {
        case .boolean:
            return BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                let value = try node.evaluate(&frame)
                if case .boolean(let boolean) = value { return boolean }
                throw value.isNull ? nullFailure : .invalidCast(value, to: type)
            }
        case .int32, .int64:
            return unboxedInteger(node, type, range, nullFailure)
        case .double:
            return DoubleCall(range) { (frame: inout Frame) throws(EvaluationError) -> Double in
                let value = try node.evaluate(&frame)
                if case .double(let number) = value, type == .double { return number }
                if case .single(let number) = value, type == .single { return Double(number) }
                throw value.isNull ? nullFailure : .invalidCast(value, to: type)
            }
        case .string: return UnboxedString(node, range)
        case .reference: return UnboxedReference(node, type, range)
        case .value, .void:
            return unboxedValue(node, type, range, nullFailure)
        }
    }

    private func unboxedInteger(_ node: ValueNode, _ type: TypeSymbol, _ range: SourceRange, _ nullFailure: EvaluationError)
        -> EvaluationNode
    {
        if type == .int32 { return UnboxedInt32(node, range, nullFailure: nullFailure) }
        if type.carrier == .int32 {
            return Int32Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int32 in
                let value = try node.evaluate(&frame)
                guard value.type == type, let number = value.integer else {
                    throw value.isNull ? nullFailure : .invalidCast(value, to: type)
                }
                return Int32(truncatingIfNeeded: number)
            }
        }
        return Int64Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int64 in
            let value = try node.evaluate(&frame)
            guard value.type == type else { throw value.isNull ? nullFailure : .invalidCast(value, to: type) }
            if case .uint64(let bits) = value { return Int64(bitPattern: bits) }
            return value.integer ?? 0
        }
    }

    private func unboxedValue(_ node: ValueNode, _ type: TypeSymbol, _ range: SourceRange, _ nullFailure: EvaluationError) -> ValueNode {
        if type == .object || type == .dynamic || type == .null { return node }
        let mayBeNull = type != type.unwrapped || type.isReferenceType
        let wanted = type.unwrapped
        return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            let value = try node.evaluate(&frame)
            if value.isNull {
                if mayBeNull { return value }
                throw nullFailure
            }
            guard value.type.inherits(from: wanted) else { throw .invalidCast(value, to: type) }
            return value
        }
    }

    private func downcast(_ node: ReferenceNode, to type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        Downcast(node, type, range)
    }

    // MARK: Numbers

    private func numeric(_ operand: BoundExpression, to type: TypeSymbol, isChecked: Bool, _ range: SourceRange) -> EvaluationNode {
        let node = node(operand), source = operand.type
        if type.isEnumeration || source.isEnumeration, type.carrier == source.carrier { return node }
        switch (node, NumericType(type)) {
        case (let node as Int32Node, .int32?): return node
        case (let node as Int32Node, .int64?):
            return Int64Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int64 in Int64(try node.evaluate(&frame)) }
        case (let node as Int32Node, .double?):
            return DoubleCall(range) { (frame: inout Frame) throws(EvaluationError) -> Double in Double(try node.evaluate(&frame)) }
        case (let node as DoubleNode, .double?): return node
        case (_, let target?):
            let value = boxed(node, source, range)
            return unboxed(
                ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                    let number = try value.evaluate(&frame)
                    guard let converted = number.converted(to: target, isChecked: isChecked) else {
                        throw number.isDecimal || target == .decimal ? .overflow(target.netName) : .arithmeticOverflow
                    }
                    return converted
                }, type, range)
        default:
            // To an enumeration from a type with another carrier.
            let value = boxed(node, source, range)
            return Int32Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int32 in
                Int32(truncatingIfNeeded: try value.evaluate(&frame).integer ?? 0)
            }
        }
    }

    private func liftedNumeric(_ node: ValueNode, to type: TypeSymbol, _ range: SourceRange) -> ValueNode {
        let target = NumericType(type) ?? .int32
        return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            let value = try node.evaluate(&frame)
            return value.isNull ? .null : value.converted(to: target, isChecked: false) ?? .null
        }
    }
}

extension Value {
    var isDecimal: Bool {
        if case .decimal = self { true } else { false }
    }
}

extension NumericType {
    /// The name without namespace, as overflow messages give it.
    var netName: String { symbol.definition?.name ?? "" }
}
