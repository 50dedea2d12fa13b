extension NetType {
    /// `System.Xml.Linq.XObject`.
    static let xObject: NetType = NetType(linqToXml, "XObject") {
        objectAnnotations + [
            .property(
                "BaseUri", "Where the tree was read from: nowhere.",
                NetBody { (_: Instance<XObject>) throws(EvaluationError) -> NetString in "" }),
            .property(
                "Document", "The document that the object is in, or null.",
                NetBody { (object: Instance<XObject>) throws(EvaluationError) -> Instance<XDocument>? in
                    object.object.document.map { Instance($0) }
                }),
            .property(
                "Parent", "The element around the object, or null.",
                NetBody { (object: Instance<XObject>) throws(EvaluationError) -> Instance<XElement>? in
                    object.object.parent.map { Instance($0) }
                }),
            .property(
                "NodeType", "What kind of object it is.",
                NetBody { (object: Instance<XObject>) throws(EvaluationError) -> XmlNodeType in object.object.nodeType }),
        ]
    }

    private static var objectAnnotations: [NetMember] {
        [
            .method(
                "AddAnnotation", "Attaches an object.", ["annotation"],
                NetBody(framed: { (frame: inout Frame, object: Instance<XObject>, annotation: Value) throws(EvaluationError) -> NetVoid in
                    guard !annotation.isNull else { throw .argumentNull("annotation") }
                    try frame.allocate(MemoryLayout<Value>.stride)
                    object.object.annotations.append(annotation)
                    return NetVoid()
                })),
            .method(
                "Annotation", "The first attached object of a type, or null.", [], typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, object: Instance<XObject>) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(object.object.annotations(of: types[0]).first ?? .null)
                })),
            .method(
                "Annotation", "The first attached object of a type, or null.", ["type"],
                NetBody { (object: Instance<XObject>, type: Instance<NetTypeObject>) throws(EvaluationError) -> Value in
                    object.object.annotations(of: type.object.described).first ?? .null
                }),
            .method(
                "Annotations", "The attached objects of a type.", [], typeParameters: 1,
                NetBody(generic: {
                    (types: TypeArguments, object: Instance<XObject>) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    SequenceOf(NetList(type: .list(of: types[0]), items: object.object.annotations(of: types[0])))
                })),
            .method(
                "Annotations", "The attached objects of a type.", ["type"],
                NetBody { (object: Instance<XObject>, type: Instance<NetTypeObject>) throws(EvaluationError) -> SequenceOf<Value> in
                    SequenceOf(NetList(type: .list(of: .object), items: object.object.annotations(of: type.object.described)))
                }),
            .method(
                "RemoveAnnotations", "Detaches the objects of a type.", [], typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, object: Instance<XObject>) throws(EvaluationError) -> NetVoid in
                    object.object.annotations.removeAll { $0.type.inherits(from: types[0]) }
                    return NetVoid()
                })),
            .method(
                "RemoveAnnotations", "Detaches the objects of a type.", ["type"],
                NetBody { (object: Instance<XObject>, type: Instance<NetTypeObject>) throws(EvaluationError) -> NetVoid in
                    object.object.annotations.removeAll { $0.type.inherits(from: type.object.described) }
                    return NetVoid()
                }),
        ]
    }
}

extension XObject {
    fileprivate func annotations(of type: TypeSymbol) -> [Value] { annotations.filter { $0.type.inherits(from: type) } }
}
