extension NetType {
    /// The types of Newtonsoft.Json and Newtonsoft.Json.Linq.
    static let newtonsoft: [NetType] =
        [
            .jToken, .jContainer, .jObject, .jArray, .jValue, .jRaw, .jProperty, .jConstructor, .jEnumerable, .jEnumerableInterface,
            .linqExtensions, .jTokenType, .jsonFormatting, .jsonConvert, .bigInteger,
        ] + newtonsoftSettings + newtonsoftExceptions

    /// What API Management's list of allowed types lacks: settings, and exceptions to catch.
    static let newtonsoftSettings: [NetType] = [
        .jsonMergeSettings, .jsonLoadSettings, .jsonSerializerSettings, .mergeArrayHandling, .mergeNullValueHandling, .commentHandling,
        .lineInfoHandling, .nullValueHandling, .defaultValueHandling, .dateParseHandling, .dateFormatHandling, .dateTimeZoneHandling,
        .floatParseHandling, .stringEscapeHandling,
    ]

    static let newtonsoftExceptions: [NetType] = [
        jsonException, exception("Newtonsoft.Json", "JsonReaderException", base: jsonException),
        exception("Newtonsoft.Json", "JsonSerializationException", base: jsonException),
        exception("Newtonsoft.Json", "JsonWriterException", base: jsonException),
    ]

    private static let jsonException: NetType = exception("Newtonsoft.Json", "JsonException", base: exception)

    /// `System.Numerics.BigInteger`, which is what a token of a whole number beyond 64 bits holds.
    static let bigInteger: NetType = NetType("System.Numerics", "BigInteger", .structure, carrier: .reference)

    /// `Newtonsoft.Json.JsonConvert`.
    static let jsonConvert: NetType = NetType("Newtonsoft.Json", "JsonConvert", .staticClass) {
        serializing + deserializing + convertingXml
    }

    /// What API Management does not allow.
    private static var convertingXml: [NetMember] { (writingXmlNodes + readingXmlNodes).map { $0.notAllowed() } }

    private static var writingXmlNodes: [NetMember] {
        [
            .staticMethod(
                "SerializeXNode", "A node of XML as JSON.", ["node"],
                NetBody(framed: { (frame: inout Frame, node: Instance<XNode>?) throws(EvaluationError) -> NetString in
                    try JsonSerialization.text(of: node.map { .object($0.object) } ?? .null, &frame)
                })),
            .staticMethod(
                "SerializeXNode", "A node of XML as JSON in a format.", ["node", "formatting"],
                NetBody(framed: {
                    (frame: inout Frame, node: Instance<XNode>?, formatting: JsonFormatting) throws(EvaluationError) -> NetString in
                    try JsonSerialization.text(of: node.map { .object($0.object) } ?? .null, formatting: formatting, &frame)
                })),
            .staticMethod(
                "SerializeXNode", "A node of XML as JSON in a format, with or without the root's name.",
                ["node", "formatting", "omitRootObject"],
                NetBody(framed: {
                    (frame: inout Frame, node: Instance<XNode>?, formatting: JsonFormatting, omitsRoot: Bool) throws(EvaluationError)
                        -> NetString in
                    guard let node else { return "null" }
                    let token = try XmlToJson.object(of: node.object, omitsRoot: omitsRoot, &frame)
                    return try JsonSerialization.text(of: .object(token), formatting: formatting, &frame)
                })),
        ]
    }

    private static var readingXmlNodes: [NetMember] {
        [
            .staticMethod(
                "DeserializeXNode", "The document of XML that an object of JSON stands for.", ["value"],
                NetBody(framed: { (frame: inout Frame, json: NetString) throws(EvaluationError) -> Instance<XDocument>? in
                    try xmlDocument(of: json, nil, &frame)
                })),
            .staticMethod(
                "DeserializeXNode", "The document of XML that an object of JSON stands for, in an element of a name.",
                ["value", "deserializeRootElementName"],
                NetBody(framed: {
                    (frame: inout Frame, json: NetString, root: NetString?) throws(EvaluationError) -> Instance<XDocument>? in
                    try xmlDocument(of: json, root, &frame)
                })),
        ]
    }

    private static func xmlDocument(
        of json: NetString, _ rootName: NetString?, _ frame: inout Frame
    ) throws(EvaluationError) -> Instance<XDocument>? {
        try frame.countParsing(json)
        return try JsonToXml.document(try JToken.parse(json), rootName: rootName, &frame).map { Instance($0) }
    }

    private static var serializing: [NetMember] {
        [
            .staticMethod(
                "SerializeObject", "An object as compact JSON.", ["value"],
                NetBody(framed: { (frame: inout Frame, value: Value) throws(EvaluationError) -> NetString in
                    try JsonSerialization.text(of: value, &frame)
                })),
            .staticMethod(
                "SerializeObject", "An object as JSON in a format.", ["value", "formatting"],
                NetBody(framed: { (frame: inout Frame, value: Value, formatting: JsonFormatting) throws(EvaluationError) -> NetString in
                    try JsonSerialization.text(of: value, formatting: formatting, &frame)
                })),
            .staticMethod(
                "SerializeObject", "An object as JSON, as the settings say.", ["value", "settings"],
                NetBody(framed: {
                    (frame: inout Frame, value: Value, settings: Instance<JsonSerializerSettings>?) throws(EvaluationError) -> NetString in
                    try JsonSerialization.text(of: value, settings: settings?.object, &frame)
                })),
            .staticMethod(
                "SerializeObject", "An object as JSON in a format, as the settings say.", ["value", "formatting", "settings"],
                NetBody(framed: {
                    (frame: inout Frame, value: Value, formatting: JsonFormatting, settings: Instance<JsonSerializerSettings>?)
                        throws(EvaluationError) -> NetString in
                    try JsonSerialization.text(of: value, settings: settings?.object, formatting: formatting, &frame)
                })),
            .staticMethod(
                "SerializeObject", "An object as JSON, as the settings say; its type is its own.", ["value", "type", "settings"],
                NetBody(framed: {
                    (frame: inout Frame, value: Value, _: Instance<NetTypeObject>?, settings: Instance<JsonSerializerSettings>?)
                        throws(EvaluationError) -> NetString in
                    try JsonSerialization.text(of: value, settings: settings?.object, &frame)
                })),
            .staticMethod(
                "SerializeObject", "An object as JSON in a format, as the settings say; its type is its own.",
                ["value", "type", "formatting", "settings"],
                NetBody(framed: {
                    (
                        frame: inout Frame, value: Value, _: Instance<NetTypeObject>?, formatting: JsonFormatting,
                        settings: Instance<JsonSerializerSettings>?
                    ) throws(EvaluationError) -> NetString in
                    try JsonSerialization.text(of: value, settings: settings?.object, formatting: formatting, &frame)
                })),
        ]
    }

    private static var deserializing: [NetMember] {
        [
            .staticMethod(
                "DeserializeObject", "What a JSON text holds: a token, or a simple value.", ["value"],
                NetBody(framed: { (frame: inout Frame, json: NetString) throws(EvaluationError) -> Value in
                    try JsonDeserialization.value(ofText: json, as: .object, settings: nil, &frame)
                })),
            .staticMethod(
                "DeserializeObject", "What a JSON text holds: a token, or a simple value.", ["value", "settings"],
                NetBody(framed: {
                    (frame: inout Frame, json: NetString, settings: Instance<JsonSerializerSettings>?) throws(EvaluationError) -> Value in
                    try JsonDeserialization.value(ofText: json, as: .object, settings: settings?.object, &frame)
                })),
            .staticMethod(
                "DeserializeObject", "What a JSON text holds, as a value of a type that is given as an object.", ["value", "type"],
                NetBody(framed: { (frame: inout Frame, json: NetString, type: Instance<NetTypeObject>) throws(EvaluationError) -> Value in
                    try JsonDeserialization.value(ofText: json, as: type.object.described, settings: nil, &frame)
                })),
            .staticMethod(
                "DeserializeObject", "What a JSON text holds, as a value of a type that is given as an object.",
                ["value", "type", "settings"],
                NetBody(framed: {
                    (
                        frame: inout Frame, json: NetString, type: Instance<NetTypeObject>?, settings: Instance<JsonSerializerSettings>?
                    ) throws(EvaluationError) -> Value in
                    try JsonDeserialization.value(
                        ofText: json, as: type?.object.described ?? .object, settings: settings?.object, &frame)
                })),
            .staticMethod(
                "DeserializeObject", "What a JSON text holds, as a value of a type: a simple value, a list, a dictionary or a token.",
                ["value"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, json: NetString) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try JsonDeserialization.value(ofText: json, as: types[0], settings: nil, &frame))
                })),
            .staticMethod(
                "DeserializeObject", "What a JSON text holds, as a value of a type.", ["value", "settings"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, json: NetString, settings: Instance<JsonSerializerSettings>?)
                        throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try JsonDeserialization.value(ofText: json, as: types[0], settings: settings?.object, &frame))
                })),
        ]
    }
}
