import PolicyDiagnostics

extension GatewayContext: NetClass { static var symbol: TypeSymbol { .context } }
extension GatewayRequest: NetClass { static var symbol: TypeSymbol { .request } }
extension GatewayResponse: NetClass { static var symbol: TypeSymbol { .response } }
extension MessageBody: NetClass { static var symbol: TypeSymbol { .messageBody } }
extension URLObject: NetClass { static var symbol: TypeSymbol { .url } }
extension MultiValueDictionary: NetClass { static var symbol: TypeSymbol { .multiValueDictionary } }
extension StringDictionary: NetClass { static var symbol: TypeSymbol { .stringDictionary } }
extension VariableDictionary: NetClass { static var symbol: TypeSymbol { .variableDictionary } }

extension NetType {
    /// The type of `context`.
    static let context: NetType = NetType("", "IProxyRequestContext") { contextMessages + contextDescriptions + contextFacts }

    private static var contextMessages: [NetMember] {
        [
            .property(
                "Request", "The request on its way to the backend.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> Instance<GatewayRequest> in
                    Instance(context.object.request)
                }
            ).inContext(.object(.request)),
            .property(
                "Response", "The response on its way to the caller; null before there is one.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> Instance<GatewayResponse>? in
                    context.object.response.map { Instance($0) }
                }),
            .property(
                "Variables", "The variables that policies have set.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> Instance<VariableDictionary> in
                    Instance(context.object.variables)
                }
            ).inContext(.object(.variables)),
            .method(
                "Trace", "Adds a line to the trace.", ["message"],
                NetBody { (context: Instance<GatewayContext>, message: NetString?) throws(EvaluationError) -> NetVoid in
                    context.object.traceMessages.append(message?.string ?? "")
                    return NetVoid()
                }),
        ]
    }

    private static var contextDescriptions: [NetMember] {
        [
            .property(
                "Api", "The API of the request.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> Instance<Described<APIDescription>> in
                    Instance(Described(context.object.api))
                }
            ).inContext(.object(.api)),
            .property(
                "Operation", "The operation of the request.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> Instance<Described<OperationDescription>> in
                    Instance(Described(context.object.operation))
                }
            ).inContext(.object(.operation)),
            described("Product", "The product of the request, if it came through one.") { $0.product },
            described("Subscription", "The subscription of the key, if there was one.") { $0.subscription },
            described("User", "The subscription's owner, if there is one.") { $0.user },
            described("Backend", "The backend entity in use, if one is.") { $0.backend },
            described("Workspace", "The workspace of the API, if it is in one.") { $0.workspace },
            described("LastError", "The error that ended the regular sections, if one did.") { $0.lastError },
            .property(
                "Deployment", "The gateway.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> Instance<Described<DeploymentDescription>> in
                    Instance(Described(context.object.deployment))
                }),
        ]
    }

    private static var contextFacts: [NetMember] {
        [
            .property(
                "RequestId", "The request's identifier.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> NetGuid in context.object.requestID }),
            .property(
                "Timestamp", "When the request arrived.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> NetDateTime in context.object.timestamp }),
            .property(
                "Tracing", "Whether the request is traced.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> Bool in context.object.tracing }),
            .property(
                "Elapsed", "The time since the request arrived.",
                NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> NetTimeSpan in
                    let context = context.object
                    return context.fixedElapsed ?? NetTimeSpan(ticks: max(0, context.environment.now().ticks &- context.timestamp.ticks))
                }),
        ]
    }

    private static func described<Description: ContextDescription>(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (GatewayContext) -> Description?
    ) -> NetMember {
        .property(
            name, summary,
            NetBody { (context: Instance<GatewayContext>) throws(EvaluationError) -> Instance<Described<Description>>? in
                value(context.object).map { Instance(Described($0)) }
            })
    }

    // MARK: Messages

    static let request: NetType = NetType("", "IRequest") {
        [
            .property(
                "Method", "The HTTP method.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> NetString in request.object.method }
            ).inContext(.text(of: .request) { $0.request.method }),
            .property(
                "Url", "The URL after the policies that ran.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> Instance<URLObject> in
                    Instance(request.object.currentURLObject)
                }
            ).inContext(.object(.requestURL)),
            .property(
                "OriginalUrl", "The URL that the client sent.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> Instance<URLObject> in
                    Instance(request.object.originalObject)
                }),
            .property(
                "IpAddress", "The client's address.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> NetString in request.object.ipAddress }
            ).inContext(.text(of: .request) { $0.request.ipAddress }),
            .property(
                "Headers", "The header fields.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> Instance<MultiValueDictionary> in
                    Instance(request.object.headers)
                }
            ).inContext(.object(.requestHeaders)),
            .property(
                "Body", "The body; null for a request without one.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> Instance<MessageBody>? in
                    request.object.body.map { Instance($0) }
                }),
            .property(
                "MatchedParameters", "The values of the operation template's parameters.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> Instance<StringDictionary> in
                    Instance(request.object.matchedParametersObject)
                }),
            .property(
                "PrivateEndpointConnection", "The private endpoint that the request came through.",
                NetBody {
                    (request: Instance<GatewayRequest>) throws(EvaluationError) -> Instance<
                        Described<PrivateEndpointConnectionDescription>
                    >? in
                    request.object.privateEndpointConnection.map { Instance(Described($0)) }
                }),
            .property(
                "Certificate", "The certificate that the client showed, or null.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> Typed<Certificate2Name>? in
                    request.object.clientCertificate.map { Typed(NetCertificate($0)) }
                }),
            .property(
                "Foundry", "The model deployment of a Foundry request.",
                NetBody { (request: Instance<GatewayRequest>) throws(EvaluationError) -> Instance<Described<FoundryDescription>>? in
                    request.object.foundryDeployment.map { Instance(Described(FoundryDescription(deployment: $0))) }
                }),
        ]
    }

    static let response: NetType = NetType("", "IResponse") {
        [
            .property(
                "StatusCode", "The status code.",
                NetBody { (response: Instance<GatewayResponse>) throws(EvaluationError) -> Int32 in response.object.statusCode }),
            .property(
                "StatusReason", "The reason phrase.",
                NetBody { (response: Instance<GatewayResponse>) throws(EvaluationError) -> NetString in response.object.statusReason }),
            .property(
                "Headers", "The header fields.",
                NetBody { (response: Instance<GatewayResponse>) throws(EvaluationError) -> Instance<MultiValueDictionary> in
                    Instance(response.object.headers)
                }),
            .property(
                "Body", "The body; null for a response without one.",
                NetBody { (response: Instance<GatewayResponse>) throws(EvaluationError) -> Instance<MessageBody>? in
                    response.object.body.isAbsent ? nil : Instance(response.object.body)
                }),
        ]
    }

    static let url: NetType = NetType("", "IUrl") {
        [
            .property(
                "Scheme", "The scheme.",
                NetBody { (url: Instance<URLObject>) throws(EvaluationError) -> NetString in NetString(url.object.url.scheme) }
            ).inContext(.text(of: .requestURL) { NetString($0.request.url.scheme) }),
            .property(
                "Host", "The host.",
                NetBody { (url: Instance<URLObject>) throws(EvaluationError) -> NetString in NetString(url.object.url.host) }
            ).inContext(.text(of: .requestURL) { NetString($0.request.url.host) }),
            .property(
                "Port", "The port.",
                NetBody { (url: Instance<URLObject>) throws(EvaluationError) -> Int32 in Int32(truncatingIfNeeded: url.object.url.port) }),
            .property(
                "Path", "The path.",
                NetBody { (url: Instance<URLObject>) throws(EvaluationError) -> NetString in NetString(url.object.url.path) }
            ).inContext(.text(of: .requestURL) { NetString($0.request.url.path) }),
            .property(
                "QueryString", "The query with its question mark, or nothing.",
                NetBody { (url: Instance<URLObject>) throws(EvaluationError) -> NetString in NetString(url.object.url.queryString) }
            ).inContext(.text(of: .requestURL) { NetString($0.request.url.queryString) }),
            .property(
                "Query", "The query parameters, decoded.",
                NetBody { (url: Instance<URLObject>) throws(EvaluationError) -> Instance<MultiValueDictionary> in Instance(url.object.query)
                }),
        ]
    }

    // MARK: Bodies

    static let messageBody: NetType = NetType("", "IMessageBody") {
        [
            .method(
                "As",
                "The body as a string, byte[], JObject, JArray, JToken, XElement, XDocument or XNode. Consumes it unless `preserveContent` is true.",
                [.optional("preserveContent", .boolean(false))], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, body: Instance<MessageBody>, preserve: Bool) throws(EvaluationError)
                        -> TypeParameter0 in
                    try frame.countReading(of: body.object)
                    return TypeParameter0(try body.object.read(as: types[0], preserveContent: preserve))
                })),
            .method(
                "AsFormUrlEncodedContent", "The names and values of a form body, decoded. Consumes it unless `preserveContent` is true.",
                [.optional("preserveContent", .boolean(false))],
                NetBody(framed: {
                    (frame: inout Frame, body: Instance<MessageBody>, preserve: Bool) throws(EvaluationError) -> FormContent in
                    try frame.countReading(of: body.object)
                    return FormContent(try body.object.read(preserveContent: preserve))
                })),
        ]
    }
}

/// What `AsFormUrlEncodedContent` gives: `IDictionary<string, IList<string>>`.
struct FormContent: NetRepresentable {
    let object: NetObject

    init(_ bytes: [UInt8]) {
        let result = NetDictionary(type: .dictionary(.string, .listInterface(of: .string)))
        for item in QueryParameters(String(decoding: bytes, as: UTF8.self)).items {
            let name = Value.string(NetString(item.name)), value = Value.string(NetString(item.value))
            if case .object(let list as NetList)? = result[name] {
                list.items.append(value)
            } else {
                result[name] = .object(NetList(type: .list(of: .string), items: [value]))
            }
        }
        object = result
    }

    private init(object: NetObject) { self.object = object }

    static var symbol: TypeSymbol { .form }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> FormContent
    {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return FormContent(object: object)
    }
    var carried: NetObject? { object }
}

extension MessageBody {
    /// The body as one of the types that `As<T>` knows.
    func read(as type: TypeSymbol, preserveContent: Bool) throws(EvaluationError) -> Value {
        let bytes = try read(preserveContent: preserveContent)
        switch type {
        case .string: return .string(NetString(utf8: bytes.droppingByteOrderMark))
        case .array(.byte, rank: 1): return .object(NetArray(bytes: bytes))
        case .jObject, .jArray, .jToken: return .object(try token(bytes, type))
        case .xElement, .xNode, .xObject, .xContainer: return .object(try XmlTextReader.element(xmlText(bytes)))
        case .xDocument: return .object(try XmlTextReader.document(xmlText(bytes)))
        default: throw .invalidOperation("The body cannot be read as '\(type)'.")
        }
    }

    private func xmlText(_ bytes: [UInt8]) -> NetString { NetString(utf8: bytes.droppingByteOrderMark) }

    private func token(_ bytes: [UInt8], _ type: TypeSymbol) throws(EvaluationError) -> JToken {
        let text = NetString(utf8: bytes.droppingByteOrderMark)
        switch type {
        case .jObject: return try JObject.parseObject(text)
        case .jArray: return try JArray.parseArray(text)
        default: return try JToken.parse(text)
        }
    }
}

extension [UInt8] {
    fileprivate var droppingByteOrderMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...] }
}
