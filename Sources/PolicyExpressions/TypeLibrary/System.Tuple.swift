import PolicyDiagnostics

/// `System.Tuple` and `System.ValueTuple`, made alike for every number of elements. The language's tuples are ValueTuples.
extension NetType {
    /// `System.Tuple`, whose `Create` makes tuples.
    static let tupleFactory: NetType = NetType("System", "Tuple", .staticClass) { (1...7).map { creation($0, tuple(of:)) } }

    /// `System.ValueTuple`, whose `Create` makes the language's tuples.
    static let valueTupleFactory: NetType = NetType("System", "ValueTuple", .staticClass) {
        (1...7).map { creation($0) { .tuple($0, names: $0.map { _ in nil }) } }
    }

    /// `System.Tuple<T1, …>`, with one to seven elements.
    static let tuples: [NetType] = (1...7).map { count in
        NetType("System", "Tuple", arity: count, interfaces: [.named(.comparable, [])]) {
            [construction(count)] + (0..<count).map { item($0) }
        }
    }

    /// `System.ValueTuple<T1, …>`: the binder takes its constructed types for the language's tuples.
    static let valueTuples: [NetType] = (1...7).map { count in
        NetType("System", "ValueTuple", arity: count, .structure) { comparisons(count) }
    }

    /// What compares a tuple with another of the same type, element by element.
    private static func comparisons(_ count: Int) -> [NetMember] {
        let elements = (0..<count).map { TypeSymbol.typeParameter($0) }
        let own = TypeSymbol.tuple(elements, names: elements.map { _ in nil })
        return [
            NetMember.method(
                "CompareTo", "The order of two tuples, by their first elements that differ.", ["other"],
                NetBody { (tuple: Value, other: Value) throws(EvaluationError) -> Int32 in try ValueOrder.compare(tuple, other) }
            ).taking([own]),
            NetMember.method(
                "Equals", "Whether all elements are equal.", ["other"],
                NetBody { (tuple: Value, other: Value) throws(EvaluationError) -> Bool in tuple == other }
            ).taking([own]),
            NetMember.method(
                "Equals", "Whether the other is a tuple of the same type with equal elements.", ["obj"],
                NetBody { (tuple: Value, other: Value) throws(EvaluationError) -> Bool in tuple == other }),
        ]
    }

    static let allTuples: [NetType] = [tupleFactory, valueTupleFactory] + tuples + valueTuples

    private static func tuple(of elements: [TypeSymbol]) -> TypeSymbol { .named(tuples[elements.count - 1], elements) }

    private static func parameters(_ count: Int) -> [NetMember.Parameter] {
        (0..<count).map { NetMember.Parameter(name: "item\($0 + 1)", type: .typeParameter($0)) }
    }

    private static func creation(_ count: Int, _ type: @escaping @Sendable ([TypeSymbol]) -> TypeSymbol) -> NetMember {
        let elements = (0..<count).map { TypeSymbol.typeParameter($0) }
        return NetMember(
            .method, "Create", "A tuple of the values.", isStatic: true, parameters: parameters(count), typeParameterCount: count,
            result: type(elements), body: NetBody(parameters: elements, result: type(elements), nodes: factory(type)))
    }

    private static func construction(_ count: Int) -> NetMember {
        let elements = (0..<count).map { TypeSymbol.typeParameter($0) }
        let result = tuple(of: elements)
        return NetMember(
            .constructor, ".ctor", "A tuple of the values.", isStatic: true, parameters: parameters(count), result: result,
            body: NetBody(parameters: elements, result: result, nodes: factory(tuple(of:))))
    }

    private static func factory(_ type: @escaping @Sendable ([TypeSymbol]) -> TypeSymbol) -> NetBody.NodeFactory {
        { arguments, types, range in
            let constructed = type(types), nodes = arguments.compactMap { $0 as? ValueNode }
            let make = { (frame: inout Frame) throws(EvaluationError) -> NetTuple in
                var items: [Value] = []
                for node in nodes { items.append(try node.evaluate(&frame)) }
                let tuple = NetTuple(type: constructed, items: items)
                try tuple.structuralNesting?.check()
                return tuple
            }
            if constructed.carrier == .reference {
                return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in try make(&frame) }
            }
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in .object(try make(&frame)) }
        }
    }

    private static func item(_ place: Int) -> NetMember {
        NetMember.property(
            "Item\(place + 1)", "The element at place \(place + 1).",
            NetBody { (tuple: Instance<NetTuple>) throws(EvaluationError) -> TypeParameter0 in TypeParameter0(tuple.object.items[place]) }
        ).giving(.typeParameter(place))
    }
}

extension NetTuple: NetClass {
    /// A tuple of the class, whose carrier bodies get; the elements' types do not matter to them.
    static var symbol: TypeSymbol { .named(NetType.tuples[0], [.object]) }
}
