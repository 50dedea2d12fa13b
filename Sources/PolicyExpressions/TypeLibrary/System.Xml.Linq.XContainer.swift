extension NetType {
    /// `System.Xml.Linq.XContainer`.
    static let xContainer: NetType = NetType(linqToXml, "XContainer", base: .xNode) {
        containerNodes + containerElements + containerChanges
    }

    private static var containerNodes: [NetMember] {
        [
            .property(
                "FirstNode", "The first node in the container, or null.",
                NetBody { (container: Instance<XContainer>) throws(EvaluationError) -> Instance<XNode>? in
                    container.object.nodes.first.map { Instance($0) }
                }),
            .property(
                "LastNode", "The last node in the container, or null.",
                NetBody { (container: Instance<XContainer>) throws(EvaluationError) -> Instance<XNode>? in
                    container.object.nodes.last.map { Instance($0) }
                }),
            .method(
                "Nodes", "The nodes in the container.",
                NetBody { (container: Instance<XContainer>) throws(EvaluationError) -> SequenceOf<Instance<XNode>> in
                    SequenceOf(container.object.nodeSequence())
                }),
            .method(
                "DescendantNodes", "Every node below the container, in the order of the document.",
                NetBody { (container: Instance<XContainer>) throws(EvaluationError) -> SequenceOf<Instance<XNode>> in
                    SequenceOf(container.object.descendantNodes())
                }),
        ]
    }

    private static var containerElements: [NetMember] {
        [
            .method(
                "Element", "The first element of a name in the container, or null.", ["name"],
                NetBody(framed: {
                    (frame: inout Frame, container: Instance<XContainer>, name: Instance<XName>?) throws(EvaluationError)
                        -> Instance<XElement>? in
                    try frame.step()
                    return container.object.firstElement(name?.object.name ?? .nothing).map { Instance($0) }
                })),
            .method(
                "Elements", "The elements in the container.",
                NetBody { (container: Instance<XContainer>) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(container.object.elements(nil))
                }),
            .method(
                "Elements", "The elements of a name in the container.", ["name"],
                NetBody {
                    (container: Instance<XContainer>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(container.object.elements(name?.object.name ?? .nothing))
                }),
            .method(
                "Descendants", "Every element below the container, in the order of the document.",
                NetBody { (container: Instance<XContainer>) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(container.object.descendants(nil))
                }),
            .method(
                "Descendants", "Every element of a name below the container, in the order of the document.", ["name"],
                NetBody {
                    (container: Instance<XContainer>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(container.object.descendants(name?.object.name ?? .nothing))
                }),
        ]
    }

    private static var containerChanges: [NetMember] {
        [
            .method(
                "RemoveNodes", "Takes every node out of the container.",
                NetBody { (container: Instance<XContainer>) throws(EvaluationError) -> NetVoid in
                    container.object.removeNodes()
                    return NetVoid()
                })
        ]
            + NetMember.xmlContent(XContainer.self, "Add", "Adds content behind what is in the container.") {
                (container, content, frame) throws(EvaluationError) in
                try container.add(content, &frame)
            }
            + NetMember.xmlContent(XContainer.self, "AddFirst", "Adds content in front of what is in the container.") {
                (container, content, frame) throws(EvaluationError) in
                try container.insert(content, after: nil, &frame)
            }
            + NetMember.xmlContent(XContainer.self, "ReplaceNodes", "Puts content in the place of every node in the container.") {
                (container, content, frame) throws(EvaluationError) in
                try container.replaceNodes(with: content, &frame)
            }
    }
}
