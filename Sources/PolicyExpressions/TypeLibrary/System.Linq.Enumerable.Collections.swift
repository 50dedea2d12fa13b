/// LINQ's methods that order, group and gather.
extension NetType {
    // MARK: Order

    static var linqOrderings: [NetMember] {
        [order("OrderBy", false), order("OrderByDescending", true), then("ThenBy", false), then("ThenByDescending", true)] + [
            .extensionMethod(
                "Reverse", "The elements from the last to the first.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        for element in try source.elements(&frame).reversed() where !(try visit(element, &frame)) { return false }
                        return true
                    }
                }))
        ]
    }

    private static func order(_ name: String, _ isDescending: Bool) -> NetMember {
        .extensionMethod(
            name, "The elements by their keys, \(isDescending ? "largest" : "smallest") first; equal ones keep their order.",
            ["source", "keySelector"], typeParameters: 2,
            NetBody(framedGeneric: {
                (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, selector: Function1<TypeParameter0, TypeParameter1>)
                    throws(EvaluationError) -> Instance<OrderedSequence> in
                Instance(
                    OrderedSequence(
                        of: types[0], source.object, [.init(selector: selector.delegate, isDescending: isDescending, comparer: nil)]))
            }))
    }

    private static func then(_ name: String, _ isDescending: Bool) -> NetMember {
        .extensionMethod(
            name, "The elements with one more key, \(isDescending ? "largest" : "smallest") first.", ["source", "keySelector"],
            typeParameters: 2,
            NetBody(framedGeneric: {
                (_, _, source: Instance<OrderedSequence>, selector: Function1<TypeParameter0, TypeParameter1>)
                    throws(EvaluationError) -> Instance<OrderedSequence> in
                Instance(source.object.then(.init(selector: selector.delegate, isDescending: isDescending, comparer: nil)))
            }))
    }

    // MARK: Groups

    static var linqGroupings: [NetMember] {
        [
            .extensionMethod(
                "GroupBy", "The elements in groups of equal keys, in the order of the keys' first elements.", ["source", "keySelector"],
                typeParameters: 2,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, key: Function1<TypeParameter0, TypeParameter1>)
                        throws(EvaluationError) -> SequenceOf<GroupingOf<TypeParameter1, TypeParameter0>> in
                    .groups(source.object, key.delegate, nil, key: types[1], element: types[0])
                })),
            .extensionMethod(
                "GroupBy", "What the selector makes of the elements, in groups of equal keys.",
                ["source", "keySelector", "elementSelector"], typeParameters: 3,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>, key: Function1<TypeParameter0, TypeParameter1>,
                        element: Function1<TypeParameter0, TypeParameter2>
                    ) throws(EvaluationError) -> SequenceOf<GroupingOf<TypeParameter1, TypeParameter2>> in
                    .groups(source.object, key.delegate, element.delegate, key: types[1], element: types[2])
                })),
            .extensionMethod(
                "GroupBy", "What is made of each key and its elements.", ["source", "keySelector", "resultSelector"], typeParameters: 3,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>, key: Function1<TypeParameter0, TypeParameter1>,
                        result: Function2<TypeParameter1, SequenceOf<TypeParameter0>, TypeParameter2>
                    ) throws(EvaluationError) -> SequenceOf<TypeParameter2> in
                    .lazy(types[2]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        let groups = try Grouping.groups(source.object, key.delegate, nil, types[1], types[0], nil, &frame)
                        for group in groups {
                            let made = try result.invoke(group.key, .object(group), &frame)
                            guard try visit(made, &frame) else { return false }
                        }
                        return true
                    }
                })),
        ]
    }

    // MARK: Gathering

    static var linqConversions: [NetMember] {
        [
            .extensionMethod(
                "ToList", "A new list of the elements.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>)
                        throws(EvaluationError) -> ListOf<TypeParameter0> in
                    ListOf(NetList(type: .list(of: types[0]), items: try source.elements(&frame)))
                })),
            .extensionMethod(
                "ToArray", "A new array of the elements.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>)
                        throws(EvaluationError) -> ArrayOf<TypeParameter0> in
                    ArrayOf(NetArray(type: .array(types[0], rank: 1), items: try source.elements(&frame)))
                })),
            .extensionMethod(
                "AsEnumerable", "The same sequence.", ["source"], typeParameters: 1,
                NetBody { (source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> SequenceOf<TypeParameter0> in source }),
            .extensionMethod(
                "ToDictionary", "A dictionary of the elements by their keys.", ["source", "keySelector"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        key: Function1<TypeParameter0, TypeParameter1>
                    )
                        throws(EvaluationError) -> DictionaryOf<TypeParameter1, TypeParameter0> in
                    try .gathered(source.object, key.delegate, nil, .dictionary(types[1], types[0]), nil, &frame)
                })),
            .extensionMethod(
                "ToDictionary", "A dictionary of keys and values that are made of the elements.",
                ["source", "keySelector", "elementSelector"], typeParameters: 3,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        key: Function1<TypeParameter0, TypeParameter1>, element: Function1<TypeParameter0, TypeParameter2>
                    ) throws(EvaluationError) -> DictionaryOf<TypeParameter1, TypeParameter2> in
                    try .gathered(source.object, key.delegate, element.delegate, .dictionary(types[1], types[2]), nil, &frame)
                })),
        ]
    }
}
