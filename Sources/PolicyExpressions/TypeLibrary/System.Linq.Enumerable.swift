/// `System.Linq.Enumerable`: what every sequence can do.
extension NetType {
    static let linq: NetType = NetType("System.Linq", "Enumerable", .staticClass) {
        linqFilters + linqProjections + linqElements + linqQuantifiers + linqSlices + linqSets + linqOrderings + linqGroupings + linqJoins
            + linqConversions + linqGenerators + linqNumbers + linqComparers
    }

    /// `System.Linq.IGrouping<TKey, TElement>`.
    static let grouping: NetType = NetType(
        "System.Linq", "IGrouping", arity: 2, .interface, interfaces: [.enumerable(of: .typeParameter(1))]
    ) {
        [
            .property(
                "Key", "What the elements of the group have in common.",
                NetBody { (group: Instance<NetGrouping>) throws(EvaluationError) -> TypeParameter0 in TypeParameter0(group.object.key) })
        ]
    }

    /// `System.Linq.IOrderedEnumerable<TElement>`.
    static let orderedEnumerable: NetType = NetType(
        "System.Linq", "IOrderedEnumerable", arity: 1, .interface, interfaces: [.enumerable(of: .typeParameter(0))])

    // MARK: Filters and projections

    private static var linqFilters: [NetMember] {
        [
            .extensionMethod(
                "Where", "The elements for which the predicate holds.", ["source", "predicate"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, predicate: Function1<TypeParameter0, Bool>)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            try predicate.test(element, &frame) ? try visit(element, &frame) : true
                        }
                    }
                })),
            .extensionMethod(
                "Where", "The elements for which the predicate holds; it is given their places as well.", ["source", "predicate"],
                typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, predicate: Function2<TypeParameter0, Int32, Bool>)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walkWithPlaces(&frame) {
                            (element: Value, place: Int32, frame: inout Frame) throws(EvaluationError) -> Bool in
                            try predicate.test(element, .int32(place), &frame) ? try visit(element, &frame) : true
                        }
                    }
                })),
            .extensionMethod(
                "OfType", "The elements that are of a type.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: UntypedSequence) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    let wanted = types[0].unwrapped
                    return .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            !element.isNull && element.type.inherits(from: wanted) ? try visit(element, &frame) : true
                        }
                    }
                })),
            .extensionMethod(
                "Cast", "The elements as another type.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: UntypedSequence) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    let wanted = types[0]
                    return .lazy(wanted) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            try visit(try element.cast(to: wanted), &frame)
                        }
                    }
                })),
        ]
    }

    private static var linqProjections: [NetMember] {
        [
            .extensionMethod(
                "Select", "What the selector makes of each element.", ["source", "selector"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, selector: Function1<TypeParameter0, TypeParameter1>)
                        throws(EvaluationError) -> SequenceOf<TypeParameter1> in
                    .lazy(types[1]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            try visit(try selector.invoke(element, &frame), &frame)
                        }
                    }
                })),
            .extensionMethod(
                "Select", "What the selector makes of each element and its place.", ["source", "selector"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        selector: Function2<TypeParameter0, Int32, TypeParameter1>
                    )
                        throws(EvaluationError) -> SequenceOf<TypeParameter1> in
                    .lazy(types[1]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walkWithPlaces(&frame) {
                            (element: Value, place: Int32, frame: inout Frame) throws(EvaluationError) -> Bool in
                            try visit(try selector.invoke(element, .int32(place), &frame), &frame)
                        }
                    }
                })),
            .extensionMethod(
                "SelectMany", "The elements of the sequences that the selector makes.", ["source", "selector"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        selector: Function1<TypeParameter0, SequenceOf<TypeParameter1>>
                    ) throws(EvaluationError) -> SequenceOf<TypeParameter1> in
                    .lazy(types[1]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            try SequenceOf<Value>(value: try selector.invoke(element, &frame)).walk(&frame, visit)
                        }
                    }
                })),
            .extensionMethod(
                "SelectMany", "The elements of the sequences that the selector makes of each element and its place.",
                ["source", "selector"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        selector: Function2<TypeParameter0, Int32, SequenceOf<TypeParameter1>>
                    ) throws(EvaluationError) -> SequenceOf<TypeParameter1> in
                    .lazy(types[1]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walkWithPlaces(&frame) {
                            (element: Value, place: Int32, frame: inout Frame) throws(EvaluationError) -> Bool in
                            try SequenceOf<Value>(value: try selector.invoke(element, .int32(place), &frame)).walk(&frame, visit)
                        }
                    }
                })),
            .extensionMethod(
                "SelectMany", "What is made of each element with each of the elements that belong to it.",
                ["source", "collectionSelector", "resultSelector"], typeParameters: 3,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        collection: Function1<TypeParameter0, SequenceOf<TypeParameter1>>,
                        result: Function2<TypeParameter0, TypeParameter1, TypeParameter2>
                    ) throws(EvaluationError) -> SequenceOf<TypeParameter2> in
                    .lazy(types[2]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            let inner = try SequenceOf<Value>(value: try collection.invoke(element, &frame))
                            return try inner.walk(&frame) { (other: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                                try visit(try result.invoke(element, other, &frame), &frame)
                            }
                        }
                    }
                })),
        ]
    }
}

extension SequenceOf {
    static func lazy(_ element: TypeSymbol, _ walk: @escaping SequenceWalk) -> SequenceOf { SequenceOf(LazySequence(of: element, walk)) }

    /// What a delegate gave as a sequence.
    init(value: Value) throws(EvaluationError) {
        switch value {
        case .object(let object): self.init(object)
        case .string(let text): self.init(NetArray(type: .array(.char, rank: 1), items: text.utf16Array.map { .char($0) }))
        default: throw .nullReference
        }
    }

    /// Walks through the elements with their places.
    func walkWithPlaces(
        _ frame: inout Frame, _ visit: (Value, Int32, inout Frame) throws(EvaluationError) -> Bool
    ) throws(EvaluationError) -> Bool {
        var place: Int32 = -1
        return try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            place &+= 1
            return try visit(element, place, &frame)
        }
    }
}

extension Value {
    /// The value as `(T)(object)value` gives it.
    func cast(to type: TypeSymbol) throws(EvaluationError) -> Value {
        if isNull {
            guard type.isReferenceType || type.isNullable else { throw .nullReference }
            return self
        }
        guard self.type.inherits(from: type.unwrapped) else { throw .invalidCast(self, to: type) }
        return self
    }
}
