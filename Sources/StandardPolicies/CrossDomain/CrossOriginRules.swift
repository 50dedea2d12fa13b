import PolicyExpressions
import PolicyRuntime

/// A cors policy with its values bound.
struct CrossOriginRules: Sendable {
    let allowsCredentials: BoundValue<Bool>
    let terminatesUnmatched: BoundValue<Bool>
    let origins: [BoundValue<NetString>]
    let methods: [BoundValue<NetString>]?
    let maximumAge: BoundValue<Int32>?
    let headers: [BoundValue<NetString>]
    let exposedHeaders: [BoundValue<NetString>]
    let position: PolicyPosition

    /// Answers a preflight request, or leaves it to the next policy of the kind.
    func answerPreflight(_ context: inout RequestContext) throws(PolicyError) -> Flow {
        if let fields = try preflightFields(&context) {
            context.gateway.response = GatewayResponse(headers: MultiValueDictionary(fields))
            return .respond
        }
        guard try terminatesUnmatched(&context) else { return .proceed }
        context.gateway.response = GatewayResponse()
        return .respond
    }

    /// Handles a request where the policy stands.
    func apply(to context: inout RequestContext) throws(PolicyError) -> Flow {
        guard !context.isCrossOriginDecided else { return .proceed }
        guard let origin = context.gateway.request.headers.joined("Origin")?.string, !origin.isEmpty else {
            context.trace(Self.notCrossOrigin, at: position)
            return .proceed
        }
        if context.isPreflight { return try answerPreflight(&context) }
        guard let allowed = try allowedOrigin(for: origin, &context) else { return try leaveUnmatched(&context) }
        let fields = try actualFields(allowed, &context)
        context.isCrossOriginDecided = true
        context.atEnd(of: position) { context throws(PolicyError) in
            let headers = context.preparedResponse().headers
            for field in fields { headers[NetString(field.name)] = [NetString(field.value)] }
        }
        return .proceed
    }

    private static let notCrossOrigin = TraceEntry(
        "Origin header was missing or empty and the request was classified as not cross-domain. CORS policy was not applied.")

    /// A GET or HEAD that does not match may end here; others go on without headers, which stops the browser's script.
    private func leaveUnmatched(_ context: inout RequestContext) throws(PolicyError) -> Flow {
        guard ["GET", "HEAD"].contains(context.gateway.request.method.string), try terminatesUnmatched(&context) else { return .proceed }
        context.gateway.response = GatewayResponse()
        return .respond
    }

    // MARK: Header fields

    /// The fields of the answer to a preflight request; nil when it does not match.
    private func preflightFields(_ context: inout RequestContext) throws(PolicyError) -> [(name: String, value: String)]? {
        let request = context.gateway.request.headers
        guard let origin = request.joined("Origin")?.string, let method = request.joined("Access-Control-Request-Method")?.string,
            let allowedOrigin = try allowedOrigin(for: origin, &context)
        else { return nil }
        let methods = try self.methods.map { list throws(PolicyError) in try texts(list, &context) } ?? ["GET", "POST"]
        let requested = HeaderList.names(in: request.joined("Access-Control-Request-Headers")?.string ?? "")
        let headers = try texts(headers, &context)
        guard methods.contains("*") || methods.contains(method) else { return nil }
        guard headers.contains("*") || requested.allSatisfy({ name in headers.contains { $0.equalsIgnoringCase(name) } }) else {
            return nil
        }
        var fields = try originFields(allowedOrigin, &context)
        fields.append(("Access-Control-Allow-Methods", methods.contains("*") ? method : methods.joined(separator: ",")))
        let shown = headers.contains("*") ? requested : headers
        if !shown.isEmpty { fields.append(("Access-Control-Allow-Headers", shown.joined(separator: ","))) }
        if let maximumAge { fields.append(("Access-Control-Max-Age", String(try maximumAge(&context)))) }
        return fields
    }

    private func actualFields(
        _ origin: String, _ context: inout RequestContext
    ) throws(PolicyError) -> [(name: String, value: String)] {
        var fields = try originFields(origin, &context)
        let exposed = try texts(exposedHeaders, &context)
        if !exposed.isEmpty { fields.append(("Access-Control-Expose-Headers", exposed.joined(separator: ","))) }
        return fields
    }

    private func originFields(
        _ origin: String, _ context: inout RequestContext
    ) throws(PolicyError) -> [(name: String, value: String)] {
        var fields = [(name: "Access-Control-Allow-Origin", value: FieldText.sanitized(origin))]
        if origin != "*" { fields.append(("Vary", "Origin")) }
        if try allowsCredentials(&context) { fields.append(("Access-Control-Allow-Credentials", "true")) }
        return fields
    }

    /// What Access-Control-Allow-Origin says to an origin; nil when it is not allowed.
    ///
    /// With `*` that is `*`, also with credentials, which browsers then refuse: echoing any origin would open the
    /// caller's session to every site.
    private func allowedOrigin(for origin: String, _ context: inout RequestContext) throws(PolicyError) -> String? {
        let asked = Origin(origin)
        for value in origins {
            let allowed = try value(&context).string
            if allowed == "*" { return "*" }
            if Origin(allowed) == asked { return origin }
        }
        return nil
    }

    private func texts(_ values: [BoundValue<NetString>], _ context: inout RequestContext) throws(PolicyError) -> [String] {
        var texts: [String] = []
        for value in values { texts.append(FieldText.sanitized(try value(&context).string)) }
        return texts
    }
}

/// An origin as browsers compare it: scheme, host, and the port, which the scheme implies where it is left out.
private struct Origin: Equatable {
    private let text: String

    init(_ written: String) { text = RequestURL(written)?.origin ?? written }
}

/// A list in a header field, separated by commas.
enum HeaderList {
    /// The items without white space around them.
    static func names(in text: String) -> [String] {
        text.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }.filter { !$0.isEmpty }
    }
}
