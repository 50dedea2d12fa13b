/// LINQ's methods that take parts of sequences, put sequences together, and fold them.
extension NetType {
    static var linqSlices: [NetMember] {
        [
            part("Skip", "The elements behind the first ones.", "count") {
                (source: SequenceOf<TypeParameter0>, count: Int32, frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool
                in
                try source.walkWithPlaces(&frame) { (element: Value, place: Int32, frame: inout Frame) throws(EvaluationError) -> Bool in
                    place < count ? true : try visit(element, &frame)
                }
            },
            part("Take", "The first elements.", "count") {
                (source: SequenceOf<TypeParameter0>, count: Int32, frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool
                in
                guard count > 0 else { return true }
                var wasEnded = false
                _ = try source.walkWithPlaces(&frame) {
                    (element: Value, place: Int32, frame: inout Frame) throws(EvaluationError) -> Bool in
                    guard try visit(element, &frame) else {
                        wasEnded = true
                        return false
                    }
                    return place &+ 1 < count
                }
                return !wasEnded
            },
            part("SkipLast", "The elements in front of the last ones.", "count") {
                (source: SequenceOf<TypeParameter0>, count: Int32, frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool
                in
                for element in try source.elements(&frame).dropLast(max(0, Int(count))) where !(try visit(element, &frame)) { return false }
                return true
            },
            part("TakeLast", "The last elements.", "count") {
                (source: SequenceOf<TypeParameter0>, count: Int32, frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool
                in
                for element in try source.elements(&frame).suffix(max(0, Int(count))) where !(try visit(element, &frame)) { return false }
                return true
            },
            .extensionMethod(
                "TakeWhile", "The first elements for which the predicate holds.", ["source", "predicate"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, predicate: Function1<TypeParameter0, Bool>)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        var wasEnded = false
                        try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            guard try predicate.test(element, &frame) else { return false }
                            wasEnded = try !visit(element, &frame)
                            return !wasEnded
                        }
                        return !wasEnded
                    }
                })),
            .extensionMethod(
                "TakeWhile", "The first elements for which the predicate holds; it is given their places as well.",
                ["source", "predicate"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, predicate: Function2<TypeParameter0, Int32, Bool>)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        var wasEnded = false
                        _ = try source.walkWithPlaces(&frame) {
                            (element: Value, place: Int32, frame: inout Frame) throws(EvaluationError) -> Bool in
                            guard try predicate.test(element, .int32(place), &frame) else { return false }
                            wasEnded = try !visit(element, &frame)
                            return !wasEnded
                        }
                        return !wasEnded
                    }
                })),
            .extensionMethod(
                "SkipWhile", "The elements from the first one on for which the predicate, given their places as well, does not hold.",
                ["source", "predicate"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, predicate: Function2<TypeParameter0, Int32, Bool>)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        var isSkipping = true
                        return try source.walkWithPlaces(&frame) {
                            (element: Value, place: Int32, frame: inout Frame) throws(EvaluationError) -> Bool in
                            if isSkipping, try predicate.test(element, .int32(place), &frame) { return true }
                            isSkipping = false
                            return try visit(element, &frame)
                        }
                    }
                })),
            .extensionMethod(
                "SkipWhile", "The elements from the first one on for which the predicate does not hold.", ["source", "predicate"],
                typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, predicate: Function1<TypeParameter0, Bool>)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        var isSkipping = true
                        return try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                            if isSkipping, try predicate.test(element, &frame) { return true }
                            isSkipping = false
                            return try visit(element, &frame)
                        }
                    }
                })),
        ] + additions + folds
    }

    private typealias PartWalk =
        @Sendable (SequenceOf<TypeParameter0>, Int32, inout Frame, ElementVisit) throws(EvaluationError) -> Bool

    private static func part(_ name: String, _ summary: String, _ parameter: String, _ walk: @escaping PartWalk) -> NetMember {
        .extensionMethod(
            name, summary, ["source", NetMember.DeclaredParameter(stringLiteral: parameter)], typeParameters: 1,
            NetBody(framedGeneric: {
                (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, count: Int32)
                    throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                    try walk(source, count, &frame, visit)
                }
            }))
    }

    private static var additions: [NetMember] {
        [
            .extensionMethod(
                "Concat", "The elements of the first sequence, then those of the second.", ["first", "second"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter0>)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try first.walk(&frame, visit) ? try second.walk(&frame, visit) : false
                    }
                })),
            .extensionMethod(
                "Append", "The elements and one more behind them.", ["source", "element"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, element: TypeParameter0)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try source.walk(&frame, visit) ? try visit(element.boxed, &frame) : false
                    }
                })),
            .extensionMethod(
                "Prepend", "One more element and the elements behind it.", ["source", "element"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, element: TypeParameter0)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try visit(element.boxed, &frame) ? try source.walk(&frame, visit) : false
                    }
                })),
            .extensionMethod(
                "DefaultIfEmpty", "The elements, or the type's default where there is none.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    source.orDefault(types.zero(0), types[0])
                })),
            .extensionMethod(
                "DefaultIfEmpty", "The elements, or a default where there is none.", ["source", "defaultValue"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, fallback: TypeParameter0)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    source.orDefault(fallback.boxed, types[0])
                })),
            .extensionMethod(
                "Zip", "What is made of the first elements of both, of the second ones, and so on.", ["first", "second", "resultSelector"],
                typeParameters: 3,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter1>,
                        result: Function2<TypeParameter0, TypeParameter1, TypeParameter2>
                    ) throws(EvaluationError) -> SequenceOf<TypeParameter2> in
                    .lazy(types[2]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        let others = try second.elements(&frame)
                        var wasEnded = false
                        _ = try first.walkWithPlaces(&frame) {
                            (element: Value, place: Int32, frame: inout Frame) throws(EvaluationError) -> Bool in
                            guard Int(place) < others.count else { return false }
                            wasEnded = try !visit(try result.invoke(element, others[Int(place)], &frame), &frame)
                            return !wasEnded
                        }
                        return !wasEnded
                    }
                })),
        ]
    }

    private static var folds: [NetMember] {
        [
            .extensionMethod(
                "Aggregate", "What comes out when the function takes the elements in one after the other.", ["source", "func"],
                typeParameters: 1,
                NetBody(framed: {
                    (
                        frame: inout Frame, source: SequenceOf<TypeParameter0>,
                        function: Function2<TypeParameter0, TypeParameter0, TypeParameter0>
                    ) throws(EvaluationError) -> TypeParameter0 in
                    guard let result = try source.fold(nil, function.delegate, &frame) else { throw .noElements }
                    return TypeParameter0(result)
                })),
            .extensionMethod(
                "Aggregate", "What comes out when the function takes the elements in, beginning with a seed.", ["source", "seed", "func"],
                typeParameters: 2,
                NetBody(framed: {
                    (
                        frame: inout Frame, source: SequenceOf<TypeParameter0>, seed: TypeParameter1,
                        function: Function2<TypeParameter1, TypeParameter0, TypeParameter1>
                    ) throws(EvaluationError) -> TypeParameter1 in
                    TypeParameter1(try source.fold(seed.boxed, function.delegate, &frame) ?? seed.boxed)
                })),
            .extensionMethod(
                "Aggregate", "What the selector makes of what comes out.", ["source", "seed", "func", "resultSelector"], typeParameters: 3,
                NetBody(framed: {
                    (
                        frame: inout Frame, source: SequenceOf<TypeParameter0>, seed: TypeParameter1,
                        function: Function2<TypeParameter1, TypeParameter0, TypeParameter1>,
                        result: Function1<TypeParameter1, TypeParameter2>
                    ) throws(EvaluationError) -> TypeParameter2 in
                    let total = try source.fold(seed.boxed, function.delegate, &frame) ?? seed.boxed
                    return TypeParameter2(try result.invoke(total, &frame))
                })),
        ]
    }
}

extension SequenceOf {
    fileprivate func orDefault(_ fallback: Value, _ type: TypeSymbol) -> SequenceOf {
        .lazy(type) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
            var isEmpty = true
            let goesOn = try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                isEmpty = false
                return try visit(element, &frame)
            }
            return isEmpty ? try visit(fallback, &frame) : goesOn
        }
    }

    fileprivate func fold(_ seed: Value?, _ function: NetDelegate, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        var total = seed
        try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            total = try total.map { known throws(EvaluationError) in try function.invoke(known, element, &frame) } ?? element
            return true
        }
        return total
    }
}
