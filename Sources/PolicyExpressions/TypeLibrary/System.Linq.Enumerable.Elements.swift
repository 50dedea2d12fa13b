/// What LINQ finds and counts in a sequence.
extension NetType {
    static var linqElements: [NetMember] {
        pick("First", "The first element", missing: .throws) {
            (elements: SequenceOf<TypeParameter0>, frame: inout Frame, test: NetDelegate?) throws(EvaluationError) -> Value? in
            try elements.first(&frame, test)
        }
            + pick("FirstOrDefault", "The first element, or the type's default where there is none", missing: .givesDefault) {
                (elements: SequenceOf<TypeParameter0>, frame: inout Frame, test: NetDelegate?) throws(EvaluationError) -> Value? in
                try elements.first(&frame, test)
            }
            + pick("Last", "The last element", missing: .throws) {
                (elements: SequenceOf<TypeParameter0>, frame: inout Frame, test: NetDelegate?) throws(EvaluationError) -> Value? in
                try elements.last(&frame, test)
            }
            + pick("LastOrDefault", "The last element, or the type's default where there is none", missing: .givesDefault) {
                (elements: SequenceOf<TypeParameter0>, frame: inout Frame, test: NetDelegate?) throws(EvaluationError) -> Value? in
                try elements.last(&frame, test)
            }
            + pick("Single", "The only element", missing: .throws) {
                (elements: SequenceOf<TypeParameter0>, frame: inout Frame, test: NetDelegate?) throws(EvaluationError) -> Value? in
                try elements.single(&frame, test)
            }
            + pick("SingleOrDefault", "The only element, or the type's default where there is none", missing: .givesDefault) {
                (elements: SequenceOf<TypeParameter0>, frame: inout Frame, test: NetDelegate?) throws(EvaluationError) -> Value? in
                try elements.single(&frame, test)
            } + places
    }

    private enum Missing { case `throws`, givesDefault }

    private typealias Search = @Sendable (SequenceOf<TypeParameter0>, inout Frame, NetDelegate?) throws(EvaluationError) -> Value?

    /// The two forms of a method that gives one element: of all, and of those for which a predicate holds.
    private static func pick(_ name: String, _ summary: String, missing: Missing, _ search: @escaping Search) -> [NetMember] {
        [
            .extensionMethod(
                name, summary + ".", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> TypeParameter0
                    in
                    if let found = try search(source, &frame, nil) { return TypeParameter0(found) }
                    guard missing == .givesDefault else { throw .noElements }
                    return TypeParameter0(types.zero(0))
                })),
            .extensionMethod(
                name, summary + " for which the predicate holds.", ["source", "predicate"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        predicate: Function1<TypeParameter0, Bool>
                    ) throws(EvaluationError) -> TypeParameter0 in
                    if let found = try search(source, &frame, predicate.delegate) { return TypeParameter0(found) }
                    guard missing == .givesDefault else { throw .noMatchingElement }
                    return TypeParameter0(types.zero(0))
                })),
        ]
    }

    private static var places: [NetMember] {
        [
            .extensionMethod(
                "ElementAt", "The element at a place.", ["source", "index"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, index: Int32) throws(EvaluationError) -> TypeParameter0 in
                    guard let found = try source.element(at: index, &frame) else { throw .argumentOutOfRange("index") }
                    return TypeParameter0(found)
                })),
            .extensionMethod(
                "ElementAtOrDefault", "The element at a place, or the type's default behind the end.", ["source", "index"],
                typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>, index: Int32)
                        throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try source.element(at: index, &frame) ?? types.zero(0))
                })),
        ]
    }

    static var linqQuantifiers: [NetMember] {
        [
            .extensionMethod(
                "Any", "Whether there is an element.", ["source"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Bool in
                    try source.first(&frame, nil) != nil
                })),
            .extensionMethod(
                "Any", "Whether the predicate holds for an element.", ["source", "predicate"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, predicate: Function1<TypeParameter0, Bool>)
                        throws(EvaluationError) -> Bool in
                    try source.first(&frame, predicate.delegate) != nil
                })),
            .extensionMethod(
                "All", "Whether the predicate holds for every element.", ["source", "predicate"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, predicate: Function1<TypeParameter0, Bool>)
                        throws(EvaluationError) -> Bool in
                    try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                        try predicate.test(element, &frame)
                    }
                })),
            .extensionMethod(
                "Contains", "Whether an element equals the value.", ["source", "value"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, value: TypeParameter0) throws(EvaluationError) -> Bool in
                    try AnyCollection(object: source.object).contains(value.boxed, &frame)
                })),
            .extensionMethod(
                "SequenceEqual", "Whether both have equal elements in the same order.", ["first", "second"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter0>)
                        throws(EvaluationError) -> Bool in
                    try first.elements(&frame) == second.elements(&frame)
                })),
        ] + counts("Count") { NetBodyResult.int32($0) } + longCounts
    }

    private enum NetBodyResult {
        static func int32(_ count: Int) -> Int32 { Int32(clamping: count) }
    }

    private static func counts(_ name: String, _ result: @escaping @Sendable (Int) -> Int32) -> [NetMember] {
        [
            .extensionMethod(
                name, "The number of elements.", ["source"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Int32 in
                    result(try source.count(&frame, nil))
                })),
            .extensionMethod(
                name, "The number of elements for which the predicate holds.", ["source", "predicate"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, predicate: Function1<TypeParameter0, Bool>)
                        throws(EvaluationError) -> Int32 in
                    result(try source.count(&frame, predicate.delegate))
                })),
        ]
    }

    private static var longCounts: [NetMember] {
        [
            .extensionMethod(
                "LongCount", "The number of elements, as a long.", ["source"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Int64 in
                    Int64(try source.count(&frame, nil))
                })),
            .extensionMethod(
                "LongCount", "The number of elements for which the predicate holds, as a long.", ["source", "predicate"],
                typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, predicate: Function1<TypeParameter0, Bool>)
                        throws(EvaluationError) -> Int64 in
                    Int64(try source.count(&frame, predicate.delegate))
                })),
        ]
    }
}

extension TypeArguments {
    /// `default(T)`.
    func zero(_ index: Int) -> Value { Value.zero(of: self[index]) ?? .null }
}

extension SequenceOf {
    func first(_ frame: inout Frame, _ predicate: NetDelegate?) throws(EvaluationError) -> Value? {
        var found: Value?
        try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            if let predicate, !(try predicate.test(element, &frame)) { return true }
            found = element
            return false
        }
        return found
    }

    func last(_ frame: inout Frame, _ predicate: NetDelegate?) throws(EvaluationError) -> Value? {
        var found: Value?
        try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            if let predicate, !(try predicate.test(element, &frame)) { return true }
            found = element
            return true
        }
        return found
    }

    func single(_ frame: inout Frame, _ predicate: NetDelegate?) throws(EvaluationError) -> Value? {
        var found: Value?
        try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            if let predicate, !(try predicate.test(element, &frame)) { return true }
            if found != nil {
                throw .invalidOperation("Sequence contains more than one \(predicate == nil ? "" : "matching ")element")
            }
            found = element
            return true
        }
        return found
    }

    func element(at index: Int32, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        var found: Value?
        guard index >= 0 else { return nil }
        _ = try walkWithPlaces(&frame) { (element: Value, place: Int32, _) throws(EvaluationError) -> Bool in
            if place == index { found = element }
            return place < index
        }
        return found
    }

    func count(_ frame: inout Frame, _ predicate: NetDelegate?) throws(EvaluationError) -> Int {
        var count = 0
        try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            if let predicate, !(try predicate.test(element, &frame)) { return true }
            count += 1
            return true
        }
        return count
    }
}

extension EvaluationError {
    static var noElements: EvaluationError { .invalidOperation("Sequence contains no elements") }
    static var noMatchingElement: EvaluationError { .invalidOperation("Sequence contains no matching element") }
}
