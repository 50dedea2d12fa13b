/// LINQ's set operations, joins and generators.
extension NetType {
    static var linqSets: [NetMember] {
        [
            .extensionMethod(
                "Distinct", "The elements, each once.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        var seen: Set<Value> = []
                        return try source.walkNew(&seen, &frame, visit)
                    }
                })),
            combination("Union", "The elements of both, each once.") {
                (first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter0>, frame: inout Frame, visit: ElementVisit)
                    throws(EvaluationError) -> Bool in
                var seen: Set<Value> = []
                return try first.walkNew(&seen, &frame, visit) ? try second.walkNew(&seen, &frame, visit) : false
            },
            combination("Except", "The elements of the first that the second does not have, each once.") {
                (first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter0>, frame: inout Frame, visit: ElementVisit)
                    throws(EvaluationError) -> Bool in
                var seen = Set(try second.elements(&frame))
                return try first.walkNew(&seen, &frame, visit)
            },
            combination("Intersect", "The elements of the first that the second has as well, each once.") {
                (first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter0>, frame: inout Frame, visit: ElementVisit)
                    throws(EvaluationError) -> Bool in
                var wanted = Set(try second.elements(&frame))
                return try first.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                    wanted.remove(element) == nil ? true : try visit(element, &frame)
                }
            },
        ]
    }

    private typealias Combination =
        @Sendable (SequenceOf<TypeParameter0>, SequenceOf<TypeParameter0>, inout Frame, ElementVisit) throws(EvaluationError) -> Bool

    private static func combination(_ name: String, _ summary: String, _ walk: @escaping Combination) -> NetMember {
        .extensionMethod(
            name, summary, ["first", "second"], typeParameters: 1,
            NetBody(framedGeneric: {
                (_, types: TypeArguments, first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter0>)
                    throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                    try walk(first, second, &frame, visit)
                }
            }))
    }

    // MARK: Joins

    static var linqJoins: [NetMember] {
        [
            .extensionMethod(
                "Join", "What is made of each pair of elements that have one key.",
                ["outer", "inner", "outerKeySelector", "innerKeySelector", "resultSelector"], typeParameters: 4,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, outer: SequenceOf<TypeParameter0>, inner: SequenceOf<TypeParameter1>,
                        outerKey: Function1<TypeParameter0, TypeParameter2>, innerKey: Function1<TypeParameter1, TypeParameter2>,
                        result: Function2<TypeParameter0, TypeParameter1, TypeParameter3>
                    ) throws(EvaluationError) -> SequenceOf<TypeParameter3> in
                    .lazy(types[3]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        let lookup = try inner.lookup(innerKey.delegate, &frame)
                        return try outer.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            for other in lookup[try outerKey.invoke(element, &frame)] ?? [] {
                                guard try visit(try result.invoke(element, other, &frame), &frame) else { return false }
                            }
                            return true
                        }
                    }
                })),
            .extensionMethod(
                "GroupJoin", "What is made of each element with all the elements of the other sequence that have its key.",
                ["outer", "inner", "outerKeySelector", "innerKeySelector", "resultSelector"], typeParameters: 4,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, outer: SequenceOf<TypeParameter0>, inner: SequenceOf<TypeParameter1>,
                        outerKey: Function1<TypeParameter0, TypeParameter2>, innerKey: Function1<TypeParameter1, TypeParameter2>,
                        result: Function2<TypeParameter0, SequenceOf<TypeParameter1>, TypeParameter3>
                    ) throws(EvaluationError) -> SequenceOf<TypeParameter3> in
                    let innerType = types[1]
                    return .lazy(types[3]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        let lookup = try inner.lookup(innerKey.delegate, &frame)
                        return try outer.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            let others = lookup[try outerKey.invoke(element, &frame)] ?? []
                            let list = NetList(type: .list(of: innerType), items: others)
                            return try visit(try result.invoke(element, .object(list), &frame), &frame)
                        }
                    }
                })),
        ]
    }

    // MARK: Generators

    static var linqGenerators: [NetMember] {
        [
            .staticMethod(
                "Range", "Consecutive numbers.", ["start", "count"],
                NetBody { (start: Int32, count: Int32) throws(EvaluationError) -> SequenceOf<Int32> in
                    guard count >= 0, Int64(start) + Int64(count) - 1 <= Int64(Int32.max) else { throw .argumentOutOfRange("count") }
                    return .lazy(.int32) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        for number in Int64(start)..<Int64(start) + Int64(count) {
                            try frame.step()
                            guard try visit(.int32(Int32(truncatingIfNeeded: number)), &frame) else { return false }
                        }
                        return true
                    }
                }),
            .staticMethod(
                "Repeat", "One value several times.", ["element", "count"], typeParameters: 1,
                NetBody(generic: {
                    (types: TypeArguments, element: TypeParameter0, count: Int32) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    guard count >= 0 else { throw .argumentOutOfRange("count") }
                    return .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        for _ in 0..<count {
                            try frame.step()
                            guard try visit(element.boxed, &frame) else { return false }
                        }
                        return true
                    }
                })),
            .staticMethod(
                "Empty", "No elements.", [], typeParameters: 1,
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    SequenceOf(NetArray(type: .array(types[0], rank: 1), items: []))
                })),
        ]
    }
}

extension SequenceOf {
    /// Visits the elements that are not in the set, and puts them into it.
    fileprivate func walkNew(_ seen: inout Set<Value>, _ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            guard seen.insert(element).inserted else { return true }
            try frame.allocate(MemoryLayout<Value>.stride)
            return try visit(element, &frame)
        }
    }

    /// The elements by their keys; null is no key.
    fileprivate func lookup(_ key: NetDelegate, _ frame: inout Frame) throws(EvaluationError) -> [Value: [Value]] {
        var lookup: [Value: [Value]] = [:]
        try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            try frame.allocate(MemoryLayout<Value>.stride)
            let key = try key.invoke(element, &frame)
            if !key.isNull { lookup[key, default: []].append(element) }
            return true
        }
        return lookup
    }
}
