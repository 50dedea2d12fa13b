import PolicyDiagnostics
import PolicyExpressions

/// Reads the parts of backends.
enum BackendReader {
    static func isPool(_ json: LocatedJSON) throws(Diagnostic) -> Bool {
        guard let type = json["type"] else { return json["pool"] != nil }
        switch try type.text("'type'") {
        case "Pool": return true
        case "Single": return false
        default: throw type.mismatch("'type'", "\"Single\" or \"Pool\"")
        }
    }

    static func service(_ json: LocatedJSON, id: String) throws(Diagnostic) -> BackendService {
        let what = "the backend '\(id)'"
        try json.requireMembers(
            ["type", "title", "description", "url", "protocol", "azureRegion", "credentials", "proxy", "tls", "circuitBreaker"], of: what)
        guard let url = json["url"] else { throw missing("url", of: what, in: json) }
        var service = BackendService(id: id, url: try self.url(url, "'url'"))
        service.azureRegion = try json["azureRegion"]?.text("'azureRegion'")
        if let value = json["credentials"] { service.credentials = try credentials(value) }
        if let value = json["proxy"] { service.proxy = try proxy(value) }
        if let value = json["tls"] { service.tls = try tls(value) }
        if let value = json["circuitBreaker"] { service.circuitBreaker = try rules(value) }
        return service
    }

    static func pool(_ json: LocatedJSON, of services: [String: BackendService]) throws(Diagnostic) -> BackendPool {
        try json.requireMembers(["type", "title", "description", "pool"], of: "a pool")
        guard let pool = json["pool"] else { throw missing("pool", of: "a pool", in: json) }
        try pool.requireMembers(["services", "sessionAffinity"], of: "'pool'")
        guard let list = pool["services"] else { throw missing("services", of: "'pool'", in: pool) }
        var members: [BackendPool.Member] = []
        for element in try list.array("'services'") { members.append(try member(element, services)) }
        guard !members.isEmpty else { throw list.mismatch("'services'", "an array with members") }
        return BackendPool(members: members, sessionCookie: try pool["sessionAffinity"].map(sessionCookie) ?? nil)
    }

    private static func member(
        _ json: LocatedJSON, _ services: [String: BackendService]
    ) throws(Diagnostic) -> BackendPool.Member {
        try json.requireMembers(["id", "priority", "weight"], of: "a member of a pool")
        guard let id = json["id"] else { throw missing("id", of: "a member of a pool", in: json) }
        // Azure writes the path of the resource, which ends with the name.
        let name = try id.text("'id'").split(separator: "/").last.map(String.init) ?? ""
        guard let service = services[name] else {
            throw Diagnostic(
                "unknown-entity", .error, "there is no single backend '\(name)' for the pool", at: id.span,
                hint: didYouMean(name, among: services.keys.sorted()))
        }
        return BackendPool.Member(
            service, priority: try number(json["priority"], "'priority'", in: 0...100) ?? 1,
            weight: try number(json["weight"], "'weight'", in: 1...100) ?? 1)
    }

    private static func sessionCookie(_ json: LocatedJSON) throws(Diagnostic) -> String? {
        try json.requireMembers(["sessionId"], of: "'sessionAffinity'")
        guard let session = json["sessionId"] else { return nil }
        try session.requireMembers(["source", "name"], of: "'sessionId'")
        if let source = session["source"], try source.text("'source'").lowercased() != "cookie" {
            throw source.mismatch("'source'", "\"Cookie\"")
        }
        guard let name = session["name"] else { throw missing("name", of: "'sessionId'", in: session) }
        let cookie = try name.text("'name'")
        guard FieldText.isToken(cookie) else { throw name.mismatch("'name'", "the name of a cookie") }
        return cookie
    }

    private static func credentials(_ json: LocatedJSON) throws(Diagnostic) -> BackendCredentials {
        try json.requireMembers(
            ["query", "header", "authorization", "certificate", "certificateIds", "managedIdentity"], of: "'credentials'")
        var result = BackendCredentials(
            query: try parameters(json["query"], "'query'"), headers: try parameters(json["header"], "'header'"))
        for header in result.headers where !FieldText.isToken(header.name) {
            throw json.mismatch("'\(header.name)'", "the name of a header")
        }
        if let authorization = json["authorization"] {
            try authorization.requireMembers(["scheme", "parameter"], of: "'authorization'")
            let scheme = try authorization["scheme"]?.text("'scheme'") ?? ""
            let parameter = try authorization["parameter"]?.text("'parameter'") ?? ""
            result.headers.append(.init(name: "Authorization", values: ["\(scheme) \(parameter)"]))
        }
        result.certificate = try certificate(json)
        result.identity = try json["managedIdentity"].map(identity)
        return result
    }

    /// Azure takes lists and shows the first; here a list of more than one is refused.
    private static func certificate(_ json: LocatedJSON) throws(Diagnostic) -> BackendCredentials.Certificate? {
        for name in ["certificateIds", "certificate"] {
            guard let list = json[name] else { continue }
            let elements = try list.array("'\(name)'")
            guard elements.count == 1 else { throw list.mismatch("'\(name)'", "a list of one") }
            let text = try elements[0].text("a certificate")
            // A resource is named by its whole path, of which the last part is the identifier.
            let id = String(text.split(separator: "/").last ?? "")
            return name == "certificate" ? .thumbprint(text) : .id(id)
        }
        return nil
    }

    private static func identity(_ json: LocatedJSON) throws(Diagnostic) -> BackendCredentials.Identity {
        try json.requireMembers(["clientId", "resource"], of: "'managedIdentity'")
        guard let resource = json["resource"] else { throw missing("resource", of: "'managedIdentity'", in: json) }
        return BackendCredentials.Identity(
            clientID: try json["clientId"]?.text("'clientId'"), resource: try resource.text("'resource'"))
    }

    private static func parameters(_ json: LocatedJSON?, _ what: String) throws(Diagnostic) -> [BackendCredentials.Parameter] {
        guard let json else { return [] }
        var result: [BackendCredentials.Parameter] = []
        for member in try json.members(what) {
            var values: [String] = []
            if case .string(let text) = member.value.kind {
                values = [text]
            } else {
                for value in try member.value.array("'\(member.name)'") { values.append(try value.text("a value of '\(member.name)'")) }
            }
            result.append(.init(name: member.name, values: values))
        }
        return result
    }

    private static func proxy(_ json: LocatedJSON) throws(Diagnostic) -> TransportProxy {
        try json.requireMembers(["url", "username", "password"], of: "'proxy'")
        guard let location = json["url"] else { throw missing("url", of: "'proxy'", in: json) }
        let url = try self.url(location, "'url'")
        guard url.scheme == "http" else { throw location.mismatch("'url'", "http://host:port") }
        var proxy = TransportProxy(host: url.host, port: url.port)
        if let username = json["username"] {
            proxy.credentials = TransportProxy.Credentials(
                username: try username.text("'username'"), password: try json["password"]?.text("'password'") ?? "")
        }
        return proxy
    }

    private static func tls(_ json: LocatedJSON) throws(Diagnostic) -> TransportTLS {
        try json.requireMembers(["validateCertificateChain", "validateCertificateName"], of: "'tls'")
        return TransportTLS(
            validatesChain: try json["validateCertificateChain"]?.boolean("'validateCertificateChain'") ?? true,
            validatesName: try json["validateCertificateName"]?.boolean("'validateCertificateName'") ?? true)
    }
}

// Circuit breakers.
extension BackendReader {
    private static func rules(_ json: LocatedJSON) throws(Diagnostic) -> [CircuitBreakerRule] {
        try json.requireMembers(["rules"], of: "'circuitBreaker'")
        var rules: [CircuitBreakerRule] = []
        for element in try json["rules"]?.array("'rules'") ?? [] { rules.append(try rule(element)) }
        return rules
    }

    private static func rule(_ json: LocatedJSON) throws(Diagnostic) -> CircuitBreakerRule {
        try json.requireMembers(["name", "failureCondition", "tripDuration", "acceptRetryAfter"], of: "a rule")
        guard let condition = json["failureCondition"] else { throw missing("failureCondition", of: "a rule", in: json) }
        try condition.requireMembers(
            ["count", "percentage", "interval", "statusCodeRanges", "errorReasons"], of: "'failureCondition'")
        var rule = CircuitBreakerRule(
            threshold: try threshold(condition), interval: try duration(condition["interval"], "interval", in: condition),
            tripDuration: try duration(json["tripDuration"], "tripDuration", in: json))
        rule.name = try json["name"]?.text("'name'") ?? rule.name
        rule.acceptsRetryAfter = try json["acceptRetryAfter"]?.boolean("'acceptRetryAfter'") ?? false
        for range in try condition["statusCodeRanges"]?.array("'statusCodeRanges'") ?? [] {
            rule.statusCodes.append(try statusCodes(range))
        }
        for reason in try condition["errorReasons"]?.array("'errorReasons'") ?? [] {
            rule.errorReasons.insert(try reason.text("a reason"))
        }
        return rule
    }

    private static func threshold(_ json: LocatedJSON) throws(Diagnostic) -> CircuitBreakerRule.Threshold {
        switch (try number(json["count"], "'count'", in: 1...10_000), try number(json["percentage"], "'percentage'", in: 1...100)) {
        case (let count?, nil): return .count(count)
        case (nil, let percentage?): return .percentage(percentage)
        default: throw Diagnostic("wrong-members", .error, "'failureCondition' has either 'count' or 'percentage'", at: json.span)
        }
    }

    private static func statusCodes(_ json: LocatedJSON) throws(Diagnostic) -> ClosedRange<Int> {
        try json.requireMembers(["min", "max"], of: "a range of status codes")
        guard let least = try number(json["min"], "'min'", in: 100...599), let most = try number(json["max"], "'max'", in: 100...599),
            least <= most
        else { throw json.mismatch("a range of status codes", "two codes of which the first is not the larger one") }
        return least...most
    }

    private static func duration(_ json: LocatedJSON?, _ name: String, in parent: LocatedJSON) throws(Diagnostic) -> NetTimeSpan {
        guard let json else { throw missing(name, of: "the circuit breaker", in: parent) }
        guard let span = ISODuration.timeSpan(try json.text("'\(name)'")), span.ticks > 0 else {
            throw json.mismatch("'\(name)'", "an ISO 8601 duration such as PT1M")
        }
        return span
    }
}

// What the others need.
extension BackendReader {
    private static func number(_ json: LocatedJSON?, _ what: String, in range: ClosedRange<Int>) throws(Diagnostic) -> Int? {
        guard let json else { return nil }
        let number = try json.integer(what)
        guard range.contains(number) else { throw json.mismatch(what, "a number from \(range.lowerBound) to \(range.upperBound)") }
        return number
    }

    private static func url(_ json: LocatedJSON, _ what: String) throws(Diagnostic) -> RequestURL {
        let text = try json.text(what)
        do throws(InvalidURL) {
            return try RequestURL(outbound: text)
        } catch {
            throw Diagnostic("invalid-value", .error, "the URL \(error.problem)", at: json.span)
        }
    }

    private static func missing(_ name: String, of what: String, in json: LocatedJSON) -> Diagnostic {
        Diagnostic("missing-member", .error, "\(what) needs '\(name)'", at: json.span)
    }
}
