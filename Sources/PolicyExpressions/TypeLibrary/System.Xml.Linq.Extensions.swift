extension NetType {
    /// `System.Xml.Linq.Extensions`: what is written as methods of sequences of nodes.
    static let xmlExtensions: NetType = NetType(linqToXml, "Extensions", .staticClass) {
        flattenedOfAny + flattenedOfElements + xmlSequenceOrder + xmlSequenceRemoval
    }

    private typealias Flattening<Object> = @Sendable (Object, ExpandedName?) -> LazySequence

    // MARK: Sequences of what nodes have

    private static var flattenedOfAny: [NetMember] {
        generic(XNode.self, .xNode, "Ancestors", "The elements around each node.", Instance<XElement>.self) { $0.ancestors($1) }
            + generic(XContainer.self, .xContainer, "Descendants", "Every element below each node.", Instance<XElement>.self) {
                $0.descendants($1)
            }
            + generic(XContainer.self, .xContainer, "Elements", "The elements in each node.", Instance<XElement>.self) { $0.elements($1) }
            + [
                all(XContainer.self, .xContainer, "Nodes", "The nodes in each node.", Instance<XNode>.self) { node, _ in node.nodeSequence()
                },
                all(XContainer.self, .xContainer, "DescendantNodes", "Every node below each node.", Instance<XNode>.self) { node, _ in
                    node.descendantNodes()
                },
            ]
    }

    private static var flattenedOfElements: [NetMember] {
        ofElements("AncestorsAndSelf", "Each element and those around it.", Instance<XElement>.self) { $0.ancestors($1, $0) }
            + ofElements("DescendantsAndSelf", "Each element and every element below it.", Instance<XElement>.self) {
                $0.descendants($1, includingSelf: true)
            }
            + ofElements("Attributes", "The attributes of each element.", Instance<XAttribute>.self) { $0.attributeSequence($1) }
            + [
                .extensionMethod(
                    "DescendantNodesAndSelf", "Each element and every node below it.", ["source"],
                    NetBody { (source: SequenceOf<Instance<XElement>>) throws(EvaluationError) -> SequenceOf<Instance<XNode>> in
                        SequenceOf(flattened(source.object, .xNode) { (element: XElement) in element.descendantNodes(includingSelf: true) })
                    })
            ]
    }

    private static func all<Object: XNode, Result: NetRepresentable>(
        _: Object.Type, _ constraint: TypeSymbol, _ name: String, _ summary: String, _: Result.Type, _ inner: @escaping Flattening<Object>
    ) -> NetMember {
        .extensionMethod(
            name, summary, ["source"], typeParameters: 1, where: constraint,
            NetBody { (source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> SequenceOf<Result> in
                SequenceOf(flattened(source.object, Result.symbol) { (object: Object) in inner(object, nil) })
            })
    }

    private static func generic<Object: XNode, Result: NetRepresentable>(
        _ type: Object.Type, _ constraint: TypeSymbol, _ name: String, _ summary: String, _ result: Result.Type,
        _ inner: @escaping Flattening<Object>
    ) -> [NetMember] {
        [
            all(type, constraint, name, summary, result, inner),
            .extensionMethod(
                name, "\(summary) Only those of a name.", ["source", "name"], typeParameters: 1, where: constraint,
                NetBody { (source: SequenceOf<TypeParameter0>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Result> in
                    let name = name?.object.name ?? .nothing
                    return SequenceOf(flattened(source.object, Result.symbol) { (object: Object) in inner(object, name) })
                }),
        ]
    }

    private static func ofElements<Result: NetRepresentable>(
        _ name: String, _ summary: String, _: Result.Type, _ inner: @escaping Flattening<XElement>
    ) -> [NetMember] {
        [
            .extensionMethod(
                name, summary, ["source"],
                NetBody { (source: SequenceOf<Instance<XElement>>) throws(EvaluationError) -> SequenceOf<Result> in
                    SequenceOf(flattened(source.object, Result.symbol) { (element: XElement) in inner(element, nil) })
                }),
            .extensionMethod(
                name, "\(summary) Only those of a name.", ["source", "name"],
                NetBody {
                    (source: SequenceOf<Instance<XElement>>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Result> in
                    let name = name?.object.name ?? .nothing
                    return SequenceOf(flattened(source.object, Result.symbol) { (element: XElement) in inner(element, name) })
                }),
        ]
    }

    /// What each object of a sequence gives, one after the other.
    private static func flattened<Object: XObject>(
        _ source: NetObject, _ element: TypeSymbol, _ inner: @escaping (Object) -> LazySequence
    ) -> LazySequence {
        LazySequence(of: element) { (frame, visit) throws(EvaluationError) -> Bool in
            try source.walk(&frame) { (value, frame) throws(EvaluationError) -> Bool in
                try inner(try required(value)).walk(&frame, visit)
            }
        }
    }

    private static func required<Object: XObject>(_ value: Value) throws(EvaluationError) -> Object {
        guard case .object(let object as Object) = value else {
            throw value.isNull ? .nullReference : .invalidCast(value, to: Object.symbol)
        }
        return object
    }

    // MARK: Order and removal

    private static var xmlSequenceOrder: [NetMember] {
        [
            .extensionMethod(
                "InDocumentOrder", "The nodes in the order of the document.", ["source"], typeParameters: 1, where: .xNode,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        let sorted = try Sorting.merged(try source.elements(&frame), &frame) {
                            (left, right, frame) throws(EvaluationError) -> Int32 in
                            let first: XNode = try required(left), second: XNode = try required(right)
                            return try XNode.documentOrder(first, second, &frame)
                        }
                        for node in sorted { guard try visit(node, &frame) else { return false } }
                        return true
                    }
                }))
        ]
    }

    private static var xmlSequenceRemoval: [NetMember] {
        [
            .extensionMethod(
                "Remove", "Takes each attribute from its element.", ["source"],
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<Instance<XAttribute>>) throws(EvaluationError) -> NetVoid in
                    for value in try source.elements(&frame) {
                        let attribute: XAttribute = try required(value)
                        try attribute.remove()
                    }
                    return NetVoid()
                })),
            .extensionMethod(
                "Remove", "Takes each node out of its parent.", ["source"], typeParameters: 1, where: .xNode,
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                    for value in try source.elements(&frame) {
                        let node: XNode = try required(value)
                        try frame.step(1 + (node.container?.nodes.count ?? 0) / 1024)
                        try node.remove()
                    }
                    return NetVoid()
                })),
        ]
    }
}
