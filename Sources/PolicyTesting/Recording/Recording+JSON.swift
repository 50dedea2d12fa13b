import PolicyDiagnostics
import PolicyExpressions

extension Recording {
    /// The text of a `context.json`; what has its default is left out.
    public var contextText: String { contextJSON.prettyText + "\n" }

    private var contextJSON: JSON {
        var members: [JSON.Member] = [
            JSON.Member("version", 1), JSON.Member("request", requestJSON), JSON.Member("api", apiJSON),
        ]
        if let operation { members.append(JSON.Member("operation", Self.json(operation))) }
        if let product { members.append(JSON.Member("product", ["id": .string(product.id), "name": .string(product.name)])) }
        if let user { members.append(JSON.Member("user", Self.json(user))) }
        if let requestID { members.append(JSON.Member("requestId", .string(requestID))) }
        if let timestamp { members.append(JSON.Member("timestamp", .string(timestamp))) }
        return .object(members)
    }

    private var requestJSON: JSON {
        var members = [JSON.Member("method", .string(request.method)), JSON.Member("url", .string(request.url.description))]
        if request.ipAddress != RecordedRequest().ipAddress { members.append(JSON.Member("ipAddress", .string(request.ipAddress))) }
        members.append(JSON.Member("headers", RecordedBody.json(of: request.headers)))
        if let body = request.body { members.append(JSON.Member("body", RecordedBody.json(of: body))) }
        return .object(members)
    }

    private var apiJSON: JSON {
        let usual = APIDescription()
        var members: [JSON.Member] = []
        if api.path != usual.path { members.append(JSON.Member("path", .string(api.path))) }
        if let serviceURL = api.serviceURL { members.append(JSON.Member("serviceUrl", .string(serviceURL))) }
        if api.revision != usual.revision { members.append(JSON.Member("revision", .string(api.revision))) }
        if let version = api.version { members.append(JSON.Member("version", .string(version))) }
        return .object(members)
    }

    private static func json(_ operation: OperationDescription) -> JSON {
        ["method": .string(operation.method), "urlTemplate": .string(operation.urlTemplate)]
    }

    private static func json(_ user: UserDescription) -> JSON {
        ["id": .string(user.id), "groups": .array(user.groups.map { ["id": .string($0.id), "name": .string($0.name)] })]
    }
}

extension Exchanges {
    /// The text of an `exchanges.json`.
    public var text: String {
        let json: JSON = ["version": 1, "exchanges": .array(all.map(Self.json))]
        return json.prettyText + "\n"
    }

    private static func json(_ exchange: Exchange) -> JSON {
        var members = [JSON.Member("request", json(exchange.request)), JSON.Member("response", json(exchange.answer))]
        if exchange.times != 1 { members.append(JSON.Member("times", exchange.times.map(JSON.integer) ?? "any")) }
        return .object(members)
    }

    private static func json(_ pattern: RequestPattern) -> JSON {
        var members: [JSON.Member] = []
        if let method = pattern.method { members.append(JSON.Member("method", .string(method))) }
        switch pattern.url {
        case .exact(let url)?: members.append(JSON.Member("url", .string(url)))
        case .regex(let regex)?: members.append(JSON.Member("url", ["regex": .string(regex)]))
        case nil: break
        }
        if !pattern.headers.isEmpty { members.append(JSON.Member("headers", RecordedBody.json(of: pattern.headers))) }
        if let body = pattern.body { members.append(JSON.Member("body", json(body))) }
        return .object(members)
    }

    private static func json(_ body: RequestPattern.BodyPattern) -> JSON {
        switch body {
        case .exact(let text): .string(text)
        case .contains(let text): ["contains": .string(text)]
        case .json(let text): ["json": RecordedBody.parsed(text) ?? .string(text)]
        }
    }

    private static func json(_ answer: Exchange.Answer) -> JSON {
        switch answer {
        case .timeout: return ["error": "timeout"]
        case .connectionFailure: return ["error": "connectionFailure"]
        case .response(let response, let delay):
            var members = [JSON.Member("statusCode", .integer(Int(response.statusCode)))]
            if let reason = response.statusReason { members.append(JSON.Member("statusReason", .string(reason))) }
            if !response.headers.isEmpty { members.append(JSON.Member("headers", RecordedBody.json(of: response.headers))) }
            if !response.body.isEmpty { members.append(JSON.Member("body", RecordedBody.json(of: response.body))) }
            if delay > .zero { members.append(JSON.Member("delayMs", .integer(Int(delay / .milliseconds(1))))) }
            return .object(members)
        }
    }
}
