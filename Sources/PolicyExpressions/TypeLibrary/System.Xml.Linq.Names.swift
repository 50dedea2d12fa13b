extension NetType {
    static let linqToXml = "System.Xml.Linq"

    /// `System.Xml.Linq.XName`.
    static let xName: NetType = NetType(linqToXml, "XName") {
        [
            .staticMethod(
                "Get", "The name that `name` or `{namespace}name` stands for.", ["expandedName"],
                NetBody { (text: NetString) throws(EvaluationError) -> Instance<XName> in
                    Instance(XName(try ExpandedName(parsing: text)))
                }),
            .staticMethod(
                "Get", "The name of a local name in a namespace.", ["localName", "namespaceName"],
                NetBody { (localName: NetString, namespaceName: NetString) throws(EvaluationError) -> Instance<XName> in
                    Instance(XName(try ExpandedName(checking: localName, in: namespaceName)))
                }),
            .implicitConversion(
                "The name that `name` or `{namespace}name` stands for.",
                NetBody { (text: NetString?) throws(EvaluationError) -> Instance<XName>? in
                    guard let text else { return nil }
                    return Instance(XName(try ExpandedName(parsing: text)))
                }),
            .property(
                "LocalName", "The name without its namespace.",
                NetBody { (name: Instance<XName>) throws(EvaluationError) -> NetString in name.object.name.localName }),
            .property(
                "Namespace", "The namespace.",
                NetBody { (name: Instance<XName>) throws(EvaluationError) -> Instance<XNamespace> in
                    Instance(XNamespace(name.object.name.namespaceName))
                }),
            .property(
                "NamespaceName", "The namespace's name; empty where there is none.",
                NetBody { (name: Instance<XName>) throws(EvaluationError) -> NetString in name.object.name.namespaceName }),
            .method(
                "ToString", "`{namespace}name`, or the bare name where there is no namespace.",
                NetBody { (name: Instance<XName>) throws(EvaluationError) -> NetString in name.object.name.text }),
        ] + nameEquality
    }

    private static var nameEquality: [NetMember] {
        [
            .staticMethod(
                "op_Equality", "Whether both are the same name.", ["left", "right"],
                NetBody { (left: Instance<XName>?, right: Instance<XName>?) throws(EvaluationError) -> Bool in
                    left?.object.name == right?.object.name
                }),
            .staticMethod(
                "op_Inequality", "Whether the names differ.", ["left", "right"],
                NetBody { (left: Instance<XName>?, right: Instance<XName>?) throws(EvaluationError) -> Bool in
                    left?.object.name != right?.object.name
                }),
        ]
    }

    /// `System.Xml.Linq.XNamespace`.
    static let xNamespace: NetType = NetType(linqToXml, "XNamespace") {
        namespaceConstants + namespaceEquality + [
            .staticMethod(
                "Get", "The namespace of a name.", ["namespaceName"],
                NetBody { (name: NetString) throws(EvaluationError) -> Instance<XNamespace> in Instance(XNamespace(name)) }),
            .implicitConversion(
                "The namespace of a name.",
                NetBody { (name: NetString?) throws(EvaluationError) -> Instance<XNamespace>? in name.map { Instance(XNamespace($0)) } }),
            .method(
                "GetName", "A local name in the namespace.", ["localName"],
                NetBody { (namespace: Instance<XNamespace>, localName: NetString) throws(EvaluationError) -> Instance<XName> in
                    Instance(XName(try ExpandedName(checking: localName, in: namespace.object.name)))
                }),
            .staticMethod(
                "op_Addition", "A local name in the namespace.", ["ns", "localName"],
                NetBody { (namespace: Instance<XNamespace>, localName: NetString) throws(EvaluationError) -> Instance<XName> in
                    Instance(XName(try ExpandedName(checking: localName, in: namespace.object.name)))
                }),
            .property(
                "NamespaceName", "The namespace's name.",
                NetBody { (namespace: Instance<XNamespace>) throws(EvaluationError) -> NetString in namespace.object.name }),
            .method(
                "ToString", "The namespace's name.",
                NetBody { (namespace: Instance<XNamespace>) throws(EvaluationError) -> NetString in namespace.object.name }),
        ]
    }

    private static var namespaceConstants: [NetMember] {
        [
            .staticProperty(
                "None", "What names without a namespace have.",
                NetBody { () throws(EvaluationError) -> Instance<XNamespace> in Instance(XNamespace("")) }),
            .staticProperty(
                "Xml", "The namespace of the prefix `xml`.",
                NetBody { () throws(EvaluationError) -> Instance<XNamespace> in Instance(XNamespace(ExpandedName.xmlNamespace)) }),
            .staticProperty(
                "Xmlns", "The namespace of declarations of namespaces.",
                NetBody { () throws(EvaluationError) -> Instance<XNamespace> in Instance(XNamespace(ExpandedName.xmlnsNamespace)) }),
        ]
    }

    private static var namespaceEquality: [NetMember] {
        [
            .staticMethod(
                "op_Equality", "Whether both are the same namespace.", ["left", "right"],
                NetBody { (left: Instance<XNamespace>?, right: Instance<XNamespace>?) throws(EvaluationError) -> Bool in
                    left?.object.name == right?.object.name
                }),
            .staticMethod(
                "op_Inequality", "Whether the namespaces differ.", ["left", "right"],
                NetBody { (left: Instance<XNamespace>?, right: Instance<XNamespace>?) throws(EvaluationError) -> Bool in
                    left?.object.name != right?.object.name
                }),
        ]
    }
}
