/// `HashSet<T>`, `Queue<T>`, `Stack<T>`.
extension NetType {
    /// `System.Collections.Generic.ISet<T>`.
    static let setInterface: NetType = NetType(
        "System.Collections.Generic", "ISet", arity: 1, .interface, interfaces: [.named(.collection, [.typeParameter(0)])]
    ) { setMembers }

    /// `System.Collections.Generic.HashSet<T>`.
    static let hashSet: NetType = NetType(
        "System.Collections.Generic", "HashSet", arity: 1,
        interfaces: [.named(.setInterface, [.typeParameter(0)]), .named(.readOnlyCollection, [.typeParameter(0)])]
    ) { setConstructors + setMembers + setRest }

    private static var setConstructors: [NetMember] {
        [
            .constructor(
                "An empty set.", [],
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> Instance<NetHashSet> in
                    Instance(NetHashSet(type: .named(.hashSet, [types[0]]), comparer: nil))
                })),
            .constructor(
                "An empty set whose elements a comparer compares.", ["comparer"],
                NetBody(generic: {
                    (types: TypeArguments, comparer: EqualityComparerOf<TypeParameter0>?) throws(EvaluationError) -> Instance<NetHashSet> in
                    Instance(NetHashSet(type: .named(.hashSet, [types[0]]), comparer: comparer?.object))
                })),
            .constructor(
                "A set of the elements of a sequence.", ["collection"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Instance<
                        NetHashSet
                    > in
                    Instance(try .gathered(source.object, types[0], nil, &frame))
                })),
            .constructor(
                "A set of the elements of a sequence, which a comparer compares.", ["collection", "comparer"],
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        comparer: EqualityComparerOf<TypeParameter0>?
                    )
                        throws(EvaluationError) -> Instance<NetHashSet> in
                    Instance(try .gathered(source.object, types[0], comparer?.object, &frame))
                })),
        ]
    }

    private static var setMembers: [NetMember] {
        [
            .method(
                "Add", "Adds an element; false when it is there already.", ["item"],
                NetBody(framed: { (frame: inout Frame, own: Instance<NetHashSet>, item: TypeParameter0) throws(EvaluationError) -> Bool in
                    try frame.allocate(MemoryLayout<Value>.stride)
                    return own.object.insert(item.boxed)
                })),
            change("UnionWith", "Adds the elements of a sequence.") { set, other in for item in other.items { _ = set.insert(item) } },
            change("ExceptWith", "Removes the elements of a sequence.") { set, other in for item in other.items { _ = set.remove(item) } },
            change("IntersectWith", "Keeps only elements that a sequence has as well.") { set, other in
                for item in set.items where !other.contains(item) { _ = set.remove(item) }
            },
            change("SymmetricExceptWith", "Keeps what either has and not both.") { set, other in
                for item in other.items where !set.remove(item) { _ = set.insert(item) }
            },
            relation("IsSubsetOf", "Whether a sequence has every element of the set.") { $0.isSubset(of: $1) },
            relation("IsSupersetOf", "Whether the set has every element of a sequence.") { $1.isSubset(of: $0) },
            relation("IsProperSubsetOf", "Whether a sequence has every element of the set, and more.") {
                $0.isSubset(of: $1) && $0.count < $1.count
            },
            relation("IsProperSupersetOf", "Whether the set has every element of a sequence, and more.") {
                $1.isSubset(of: $0) && $1.count < $0.count
            },
            relation("Overlaps", "Whether both have an element in common.") { set, other in set.items.contains { other.contains($0) } },
            relation("SetEquals", "Whether both have the same elements.") { $0.isSubset(of: $1) && $0.count == $1.count },
        ]
    }

    private static func change(_ name: String, _ summary: String, _ apply: @escaping @Sendable (NetHashSet, NetHashSet) -> Void)
        -> NetMember
    {
        .method(
            name, summary, ["other"],
            NetBody(framed: {
                (frame: inout Frame, own: Instance<NetHashSet>, other: SequenceOf<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                apply(own.object, try .gathered(other.object, .object, own.object.comparer, &frame))
                return NetVoid()
            }))
    }

    private static func relation(_ name: String, _ summary: String, _ holds: @escaping @Sendable (NetHashSet, NetHashSet) -> Bool)
        -> NetMember
    {
        .method(
            name, summary, ["other"],
            NetBody(framed: {
                (frame: inout Frame, own: Instance<NetHashSet>, other: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Bool in
                holds(own.object, try .gathered(other.object, .object, own.object.comparer, &frame))
            }))
    }

    private static var setRest: [NetMember] {
        [
            .method(
                "RemoveWhere", "Removes the elements for which the predicate holds, and says how many.", ["match"],
                NetBody(framed: {
                    (frame: inout Frame, own: Instance<NetHashSet>, match: PredicateOf<TypeParameter0>) throws(EvaluationError) -> Int32 in
                    let found = try Searching.all(own.object.items, match.delegate, &frame)
                    for item in found { _ = own.object.remove(item) }
                    return Int32(clamping: found.count)
                }))
        ]
    }

    // MARK: Queues and stacks

    /// `System.Collections.Generic.Queue<T>`.
    static let queue: NetType = NetType(
        "System.Collections.Generic", "Queue", arity: 1, interfaces: [.named(.readOnlyCollection, [.typeParameter(0)])]
    ) {
        [
            .constructor(
                "An empty queue.", [],
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> Instance<NetQueue> in
                    Instance(NetQueue(type: .named(.queue, [types[0]]), items: []))
                })),
            .constructor(
                "A queue of the elements of a sequence.", ["collection"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Instance<
                        NetQueue
                    > in
                    Instance(NetQueue(type: .named(.queue, [types[0]]), items: try source.elements(&frame)))
                })),
            .method(
                "Enqueue", "Adds an element at the end.", ["item"],
                NetBody(framed: { (frame: inout Frame, own: Instance<NetQueue>, item: TypeParameter0) throws(EvaluationError) -> NetVoid in
                    try frame.allocate(MemoryLayout<Value>.stride)
                    own.object.enqueue(item.boxed)
                    return NetVoid()
                })),
            .method(
                "Dequeue", "Removes the first element and gives it.",
                NetBody { (own: Instance<NetQueue>) throws(EvaluationError) -> TypeParameter0 in
                    guard let item = own.object.dequeue() else { throw .invalidOperation("Queue empty.") }
                    return TypeParameter0(item)
                }),
            .method(
                "Peek", "The first element.",
                NetBody { (own: Instance<NetQueue>) throws(EvaluationError) -> TypeParameter0 in
                    guard let item = own.object.items.first else { throw .invalidOperation("Queue empty.") }
                    return TypeParameter0(item)
                }),
        ] + shared { ($0 as? NetQueue).map { Array($0.items) } ?? [] }
    }

    /// `System.Collections.Generic.Stack<T>`.
    static let stack: NetType = NetType(
        "System.Collections.Generic", "Stack", arity: 1, interfaces: [.named(.readOnlyCollection, [.typeParameter(0)])]
    ) {
        [
            .constructor(
                "An empty stack.", [],
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> Instance<NetStack> in
                    Instance(NetStack(type: .named(.stack, [types[0]]), items: []))
                })),
            .constructor(
                "A stack of the elements of a sequence, the last one on top.", ["collection"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Instance<
                        NetStack
                    > in
                    Instance(NetStack(type: .named(.stack, [types[0]]), items: try source.elements(&frame)))
                })),
            .method(
                "Push", "Puts an element on top.", ["item"],
                NetBody(framed: { (frame: inout Frame, own: Instance<NetStack>, item: TypeParameter0) throws(EvaluationError) -> NetVoid in
                    try frame.allocate(MemoryLayout<Value>.stride)
                    own.object.push(item.boxed)
                    return NetVoid()
                })),
            .method(
                "Pop", "Removes the element on top and gives it.",
                NetBody { (own: Instance<NetStack>) throws(EvaluationError) -> TypeParameter0 in
                    guard let item = own.object.pop() else { throw .invalidOperation("Stack empty.") }
                    return TypeParameter0(item)
                }),
            .method(
                "Peek", "The element on top.",
                NetBody { (own: Instance<NetStack>) throws(EvaluationError) -> TypeParameter0 in
                    guard let item = own.object.items.first else { throw .invalidOperation("Stack empty.") }
                    return TypeParameter0(item)
                }),
        ] + shared { ($0 as? NetStack)?.items ?? [] }
    }

    /// What queues and stacks have in common.
    private static func shared(_ items: @escaping @Sendable (NetObject) -> [Value]) -> [NetMember] {
        [
            .method(
                "Contains", "Whether an element is there.", ["item"],
                NetBody { (own: AnyCollection, item: TypeParameter0) throws(EvaluationError) -> Bool in
                    items(own.object).contains(item.boxed)
                }),
            .method(
                "Clear", "Removes every element.",
                NetBody { (own: AnyCollection) throws(EvaluationError) -> NetVoid in
                    try own.removeAll()
                    return NetVoid()
                }),
            .method(
                "ToArray", "A new array of the elements.",
                NetBody(generic: { (types: TypeArguments, own: AnyCollection) throws(EvaluationError) -> ArrayOf<TypeParameter0> in
                    ArrayOf(NetArray(type: .array(types[0], rank: 1), items: items(own.object)))
                })),
        ]
    }
}

extension NetHashSet {
    /// A set of the elements of a sequence.
    static func gathered(
        _ source: NetObject, _ element: TypeSymbol, _ comparer: NetComparer?, _ frame: inout Frame
    ) throws(EvaluationError) -> NetHashSet {
        let set = NetHashSet(type: .named(.hashSet, [element]), comparer: comparer)
        _ = try source.walk(&frame) { (item: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            try frame.allocate(MemoryLayout<Value>.stride)
            _ = set.insert(item)
            return true
        }
        return set
    }

    func isSubset(of other: NetHashSet) -> Bool { items.allSatisfy { other.contains($0) } }
}
