public import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

extension RecordedContext {
    /// Reads a context from JSON.
    ///
    /// - Parameter namedValues: what `{{name}}` stands for in its texts; a name without a value stands for itself.
    /// - Throws: a diagnostic at the first value that is not what it should be. What is not known is a warning.
    public init(
        reading source: SourceText, namedValues: any NamedValueProvider = DictionaryNamedValues()
    ) throws(Diagnostic) {
        try self.init(try JSONReader.read(source), namedValues: namedValues)
    }

    init(_ json: LocatedJSON, namedValues: any NamedValueProvider = DictionaryNamedValues()) throws(Diagnostic) {
        var reader = RecordedContextReader()
        self = try reader.context(json.resolvingPlaceholders(from: namedValues))
        warnings = reader.warnings
    }
}

/// Reads the parts of a recorded context and gathers what it does not know.
struct RecordedContextReader {
    private(set) var warnings: [Diagnostic] = []

    mutating func context(_ json: LocatedJSON) throws(Diagnostic) -> RecordedContext {
        try know(
            [
                "version", "request", "response", "variables", "api", "operation", "product", "subscription", "user", "deployment",
                "backend", "workspace", "lastError", "requestId", "timestamp", "tracing", "elapsedMs", "authorizations",
            ], json, "the context")
        try FileFormat.requireVersion1(json)
        var context = RecordedContext()
        if let value = json["request"] { context.request = try request(value) }
        if let value = json["response"] { context.response = try response(value) }
        if let value = json["variables"] { context.variables = try variables(value) }
        if let value = json["deployment"] { context.deployment = try deployment(value) }
        if let value = json["lastError"] { context.lastError = try lastError(value) }
        try readDescriptions(json, into: &context)
        try readCircumstances(json, into: &context)
        for member in try json["authorizations"]?.members("authorizations") ?? [] {
            context.authorizations[member.name] = try RecordedAuthorizations.read(member.value)
        }
        return context
    }

    private mutating func readDescriptions(_ json: LocatedJSON, into context: inout RecordedContext) throws(Diagnostic) {
        if let value = json["api"] { context.api = try api(value) }
        if let value = json["operation"] { context.operation = try operation(value) }
        if let value = json["product"] { context.product = try product(value) }
        if let value = json["subscription"] { context.subscription = try subscription(value) }
        if let value = json["user"] { context.user = try user(value) }
        if let value = json["backend"] { context.backend = try backend(value) }
        if let value = json["workspace"] { context.workspace = try workspace(value) }
    }

    private func readCircumstances(_ json: LocatedJSON, into context: inout RecordedContext) throws(Diagnostic) {
        if let value = json["requestId"] {
            guard let guid = NetGuid(try value.text("requestId")) else { throw value.mismatch("requestId", "a GUID") }
            context.requestID = guid
        }
        if let value = json["timestamp"] { context.timestamp = try date(value, "timestamp") }
        if let value = json["tracing"] { context.tracing = try value.boolean("tracing") }
        if let value = json["elapsedMs"] {
            let ticks = try value.double("elapsedMs") * 10_000
            guard let ticks = Int64(exactly: ticks.rounded()) else { throw value.mismatch("elapsedMs", "a number of milliseconds") }
            context.elapsed = NetTimeSpan(ticks: ticks)
        }
    }

    /// Warns of members that are not known, so that a misspelt name does not pass in silence.
    mutating func know(_ names: [String], _ json: LocatedJSON, _ what: String) throws(Diagnostic) {
        for member in try json.members(what) where !names.contains(member.name) {
            warn(
                "unknown-member", "\(what) has no member '\(member.name)'; it is not read", at: member.nameSpan,
                hint: didYouMean(member.name, among: names) ?? "known are \(names.joined(separator: ", "))")
        }
    }

    mutating func warn(_ code: Diagnostic.Code, _ message: String, at span: SourceSpan, hint: String? = nil) {
        warnings.append(Diagnostic(code, .warning, message, at: span, hint: hint))
    }
}

// MARK: - Messages

extension RecordedContextReader {
    private mutating func request(_ json: LocatedJSON) throws(Diagnostic) -> RecordedRequest {
        try know(
            [
                "method", "url", "originalUrl", "ipAddress", "headers", "body", "matchedParameters", "foundry",
                "privateEndpointConnection", "certificate", "certificateStanding",
            ], json, "request")
        var result = RecordedRequest()
        if let value = json["method"] { result.method = try value.text("method") }
        if let value = json["url"] { result.url = try url(value, "url") }
        if let value = json["originalUrl"] { result.originalURL = try url(value, "originalUrl") }
        if let value = json["ipAddress"] { result.ipAddress = try value.text("ipAddress") }
        if let value = json["headers"] { result.headers = try headerFields(value) }
        if let value = json["body"] { result.body = try RecordedBody.bytes(value) }
        if let value = json["matchedParameters"] { result.matchedParameters = try texts(value, "matchedParameters") }
        if let value = json["foundry"]?["deployment"] { result.foundryDeployment = try value.text("deployment") }
        if let value = json["privateEndpointConnection"] { result.privateEndpointConnection = try privateEndpoint(value) }
        if let value = json["certificateStanding"] {
            let words = CertificateStanding.allCases.map(\.rawValue).joined(separator: ", ")
            guard let standing = CertificateStanding(rawValue: try value.text("certificateStanding")) else {
                throw value.mismatch("certificateStanding", "one of \(words)")
            }
            result.certificateStanding = standing
        }
        if let value = json["certificate"] { result.clientCertificate = try RecordedCertificate.read(value) }
        return result
    }

    mutating func response(_ json: LocatedJSON) throws(Diagnostic) -> RecordedResponse {
        try know(["statusCode", "statusReason", "headers", "body"], json, "response")
        var result = RecordedResponse()
        if let value = json["statusCode"] {
            guard let code = Int32(exactly: try value.integer("statusCode")) else { throw value.mismatch("statusCode", "a status code") }
            result.statusCode = code
        }
        if let value = json["statusReason"] { result.statusReason = try value.text("statusReason") }
        if let value = json["headers"] { result.headers = try headerFields(value) }
        if let value = json["body"] { result.body = try RecordedBody.bytes(value) }
        return result
    }

    private func url(_ json: LocatedJSON, _ what: String) throws(Diagnostic) -> RequestURL {
        guard let url = RequestURL(try json.text(what)) else { throw json.mismatch(what, "an absolute URL") }
        return url
    }

    func headerFields(_ json: LocatedJSON) throws(Diagnostic) -> [(name: String, value: String)] {
        try RecordedBody.headerFields(json)
    }

    func texts(_ json: LocatedJSON, _ what: String) throws(Diagnostic) -> [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        for member in try json.members(what) { result.append((member.name, try member.value.text(member.name))) }
        return result
    }

    func date(_ json: LocatedJSON, _ what: String) throws(Diagnostic) -> NetDateTime {
        // Newtonsoft.Json takes a text in ISO 8601 for a date, and so do recorded contexts.
        let quoted = JSON.string(try json.text(what)).compactText
        guard let token = try? JToken.parse(NetString(quoted)) as? JValue, case .date(let date) = token.scalar else {
            throw json.mismatch(what, "a date such as 2024-02-29T12:30:00Z")
        }
        return date
    }

    private mutating func privateEndpoint(_ json: LocatedJSON) throws(Diagnostic) -> PrivateEndpointConnectionDescription {
        try know(["name", "groupId", "memberName"], json, "privateEndpointConnection")
        return PrivateEndpointConnectionDescription(
            name: try json["name"]?.text("name") ?? "", groupID: try json["groupId"]?.text("groupId") ?? "",
            memberName: try json["memberName"]?.text("memberName") ?? "")
    }
}
