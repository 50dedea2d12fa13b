import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

/// The request that `send-request` and `send-one-way-request` describe.
public struct OutgoingRequest: Sendable {
    /// What the request starts from.
    public enum Mode: String, PolicyEnumeration, BindableType {
        /// Nothing.
        case new
        /// Headers and body of the current request.
        case copy
    }

    /// What the request starts from.
    public var mode: PolicyValue<Mode>
    /// Seconds to wait for status and headers.
    public var timeout: PolicyValue<Int32>
    /// The URL.
    public var url: PolicyValue<String>?
    /// The method.
    public var method: SetMethod?
    /// The header fields.
    public var headers: [SetHeader]
    /// The body.
    public var body: SetBody?
    /// The proxy.
    public var proxy: Proxy?
    /// The certificate that the server is shown.
    public var certificate: AuthenticationCertificate?
    /// The identity whose token the server gets.
    public var identity: AuthenticationManagedIdentity?

    /// Reads the parts off the policy's element.
    init(reading element: inout PolicyReader) {
        mode = element.attribute("mode", default: .new, "'copy' starts from headers and body of the current request.")
        timeout = element.attribute("timeout", default: 60, allowed: .atLeast(0), "Seconds to wait for status and headers.")
        url = element.optionalChild("set-url", "The URL that is asked.") { $0.text(allowed: .notEmpty, "The URL that is asked.") }
        method = element.policyChild(SetMethod.self)
        headers = element.policyChildren(SetHeader.self)
        body = element.policyChild(SetBody.self)
        proxy = element.policyChild(Proxy.self)
        certificate = element.policyChild(AuthenticationCertificate.self)
        identity = element.policyChild(AuthenticationManagedIdentity.self)
    }

    /// Binds the parts.
    ///
    /// - Parameter milliseconds: a time-out that stands in the place of the one in seconds.
    func bind(milliseconds: PolicyValue<Int32>? = nil, in scope: inout CompilationScope) -> BoundRequest {
        let mode = scope.bind(mode)
        let policy = scope.position.name
        if mode.constant == .new, url == nil {
            scope.error("missing-element", "'\(policy)' needs a child 'set-url'", hint: "only mode=\"copy\" does without")
        }
        if let milliseconds, timeout.text != nil {
            scope.error("invalid-combination", "'\(policy)' takes 'timeout' or 'timeout-ms', not both", at: milliseconds.span)
        }
        scope.require(.transport)
        let bound = BoundRequest(
            mode: mode, timeout: TimeoutValue(seconds: timeout, milliseconds: milliseconds, in: &scope),
            url: url.map { scope.bindText($0) }, method: method.map { scope.bindText($0.method) },
            headers: headers.map { $0.bind(in: &scope) }, body: body?.bind(in: &scope), proxy: proxy?.bind(in: &scope),
            certificate: certificate?.bind(in: &scope), identity: identity?.bind(in: &scope), position: scope.position)
        if bound.copiesBody { scope.readBodies(.request) }
        return bound
    }
}

/// A request with its values bound.
struct BoundRequest: Sendable {
    let mode: BoundValue<OutgoingRequest.Mode>
    let timeout: TimeoutValue
    let url: BoundValue<NetString>?
    let method: BoundValue<NetString>?
    let headers: [BoundHeader]
    let body: BoundBody?
    let proxy: BoundProxy?
    let certificate: BoundClientCertificate?
    let identity: BoundManagedIdentity?
    let position: PolicyPosition

    /// Whether the body of the current request may be sent, which in outbound is gone.
    var copiesBody: Bool { body == nil && mode.constant != .new && position.section != .outbound }

    func make(_ context: inout RequestContext) async throws(PolicyError) -> TransportRequest {
        let isCopy = try mode(&context) == .copy
        let target = try target(isCopy, &context)
        let method = try method.map { value throws(PolicyError) in try value(&context).string }
        let fields = isCopy ? copiedFields(context.gateway.request.headers) : MultiValueDictionary()
        if let token = try await identity?.token(&context) { fields["Authorization"] = [NetString("Bearer " + token)] }
        for header in headers { try header.apply(to: fields, &context) }
        let content = try content(isCopy, fields, &context)
        let head = try HTTPRequest(
            leavingTo: target, method: method ?? (isCopy ? context.gateway.request.method.string : "GET"), headers: fields)
        let proxy = try proxy.map { proxy throws(PolicyError) in try proxy.evaluate(&context) }
        var tls = TransportTLS()
        tls.clientCertificate = try certificate.map { certificate throws(PolicyError) in try certificate.certificate(&context) }
        return TransportRequest(head: head, body: .bytes(content), timeout: try timeout(&context), proxy: proxy, tls: tls)
    }

    private func target(_ isCopy: Bool, _ context: inout RequestContext) throws(PolicyError) -> RequestURL {
        if let url { return try permitted(try RequestURL(evaluated: try url(&context).string), from: url, context) }
        guard isCopy else { throw PolicyError(nil, "A request that starts from nothing needs a URL.") }
        return try context.backendTarget()
    }

    private func permitted(
        _ target: RequestURL, from url: BoundValue<NetString>, _ context: RequestContext
    ) throws(PolicyError) -> RequestURL {
        guard context.services.outbound.permits(target, from: url.constant == nil ? .expression : .document) else {
            throw PolicyError(nil, "Requests to '\(target.origin)' are not permitted.")
        }
        return target
    }

    /// The fields that a copy starts from; those that described the received message's host and length are left out.
    private func copiedFields(_ headers: MultiValueDictionary) -> MultiValueDictionary {
        let fields = headers.copy()
        for name in ["Host", "Content-Length"] as [NetString] { fields.remove(name) }
        return fields
    }

    private func content(
        _ isCopy: Bool, _ fields: MultiValueDictionary, _ context: inout RequestContext
    ) throws(PolicyError) -> [UInt8] {
        if let body { return try body.makeBody(&context, updating: fields).forwardedBytes ?? [] }
        guard isCopy, copiesBody else { return [] }
        return context.gateway.request.body?.forwardedBytes ?? []
    }
}
