public import HTTPTypes
import PolicyCryptography
public import PolicyExpressions

extension RequestContext {
    /// The request of the context as it goes to the backend.
    ///
    /// Its URL is the backend's base, the path behind the API's own, and the query. The fields lose what belongs to the
    /// caller's connection and gain the caller's address.
    func backendRequest(_ options: ForwardingOptions) throws(PolicyError) -> TransportRequest {
        var url = try backendTarget()
        let credentials = backendService?.credentials ?? BackendCredentials()
        url.queryString = credentials.added(to: url.queryString)
        var head = try HTTPRequest(leavingTo: url, method: gateway.request.method.string, headers: gateway.request.headers)
        head.headerFields.addForwardedFor(gateway.request.ipAddress.string)
        if !overridesHost, head.headerFields.contains(.host) { head.headerFields[.host] = nil }
        try head.headerFields.put(credentials)
        let body = outgoingRequestBody()
        if case .bytes = body { head.headerFields[.contentLength] = nil }
        var tls = backendService?.tls ?? TransportTLS()
        tls.clientCertificate = if let clientCertificate { clientCertificate } else { try certificate(of: credentials) }
        return TransportRequest(
            head: head, body: body, timeout: options.timeout, followsRedirects: options.followsRedirects, version: options.version,
            proxy: backendService?.proxy ?? proxy, tls: tls)
    }

    /// Adds a token of the gateway's identity to a request, as the backend entity wants it.
    mutating func add(
        _ identity: BackendCredentials.Identity, to request: inout TransportRequest, at position: PolicyPosition
    ) async throws(PolicyError) {
        let token = try await AccessTokenRequest(
            identity: identity.clientID, resource: identity.resource, at: services.identityEndpoint
        ).token(&self, position)
        request.head.headerFields[.authorization] = "Bearer " + token
    }

    private func certificate(of credentials: BackendCredentials) throws(PolicyError) -> TransportCertificate? {
        switch credentials.certificate {
        case .id(let id): try uploadedCertificate(id) { $0.id == id }
        case .thumbprint(let thumbprint): try uploadedCertificate(thumbprint) { $0.certificate.hasThumbprint(thumbprint) }
        case nil: nil
        }
    }

    /// A certificate of the gateway with its key, to be shown to a server.
    ///
    /// - Throws: an error that names `what` when there is none, or none with a key.
    package func uploadedCertificate(
        _ what: String, where isMeant: ((id: String, certificate: GatewayCertificate)) -> Bool
    ) throws(PolicyError) -> TransportCertificate {
        guard let found = gateway.deployment.certificates.first(where: isMeant)?.certificate else {
            throw PolicyError(nil, "There is no certificate '\(what)'.")
        }
        guard let key = found.privateKey?.privateKeyInfo else {
            throw PolicyError(nil, "The gateway does not have the key of the certificate '\(what)'.")
        }
        return .certificate(found.document.encoded, privateKey: key)
    }

    /// The URL at the backend that the request goes to as things stand.
    ///
    /// - Throws: an error when there is no backend.
    public func backendTarget() throws(PolicyError) -> RequestURL {
        guard let base = try backendBaseURL() else {
            throw PolicyError(nil, "There is no backend: the API has no service URL, and no policy set one.")
        }
        var url = base
        url.path = Self.path(rewrittenPath ?? pathBehindAPI, behind: base.path)
        let query = gateway.request.url.queryString
        url.queryString = base.queryString.isEmpty ? query : base.queryString + (query.isEmpty ? "" : "&" + query.dropFirst())
        return url
    }

    private static func path(_ path: String, behind base: String) -> String {
        let slash = UInt8(ascii: "/")
        let prefix = base.utf8.last == slash ? String(Substring(base.utf8.dropLast())) : base
        if path.isEmpty { return prefix.isEmpty ? "/" : prefix }
        let hasSlash = path.utf8.first == slash
        return hasSlash && prefix.isEmpty ? path : prefix + (hasSlash ? "" : "/") + path
    }

    /// The URL of the API at the gateway: the origin that the caller asked, and the API's path.
    public var publicBaseURL: RequestURL {
        var url = gateway.request.originalURL
        (url.path, url.queryString) = ("/" + gateway.api.path.split(separator: "/").joined(separator: "/"), "")
        return url
    }

    /// The URL that the backend's paths begin with; nil where there is no backend.
    ///
    /// - Throws: an error when the API's service URL is none.
    public func backendBaseURL() throws(PolicyError) -> RequestURL? {
        if let backendService { return backendService.url }
        if let backendURL { return backendURL }
        guard let text = gateway.api.serviceURL, !text.isEmpty else { return nil }
        guard let url = gateway.api.parsedServiceURL, url.scheme == "http" || url.scheme == "https" else {
            throw PolicyError(nil, "The service URL of the API is no absolute http or https URL: '\(text)'.")
        }
        return url
    }

    /// The part of the request's path that the backend gets: what stands behind the API's own path.
    private var pathBehindAPI: String {
        let path = gateway.request.url.path
        if gateway.api.path.isEmpty { return path }
        let suffix = "/" + gateway.api.path.split(separator: "/").joined(separator: "/")
        guard suffix.count > 1, path.count >= suffix.count, String(path.prefix(suffix.count)).equalsIgnoringCase(suffix) else {
            return path
        }
        let rest = path.dropFirst(suffix.count)
        return rest.isEmpty || rest.first == "/" ? String(rest) : path
    }
}

extension HTTPRequest {
    /// A request as it leaves the gateway. A Host field that differs from the URL's stays among the fields.
    ///
    /// - Throws: an error for a method or a header name that HTTP does not allow.
    public init(leavingTo url: RequestURL, method: String, headers: MultiValueDictionary) throws(PolicyError) {
        guard let method = HTTPRequest.Method(rawValue: method) else { throw PolicyError(nil, "'\(method)' is not an HTTP method.") }
        let target = RequestTarget.escaped(url.pathAndQuery)
        self.init(method: method, scheme: url.scheme, authority: url.authority, path: target)
        headerFields = try HTTPFields(leaving: headers)
    }
}

extension BackendCredentials {
    fileprivate func added(to queryString: String) -> String {
        guard !query.isEmpty else { return queryString }
        var parameters = QueryParameters(queryString)
        for parameter in query { parameters.set(parameter.name, to: parameter.values) }
        return parameters.queryString
    }
}

extension HTTPFields {
    fileprivate mutating func put(_ credentials: BackendCredentials) throws(PolicyError) {
        for header in credentials.headers {
            guard let name = HTTPField.Name(header.name) else { throw PolicyError(nil, "'\(header.name)' is not the name of a header.") }
            self[values: name] = header.values.map { FieldText.sanitized($0) }
        }
    }

    mutating func addForwardedFor(_ address: String) {
        guard !address.isEmpty else { return }
        if let others = self[.forwardedFor] {
            self[.forwardedFor] = others + "," + address
        } else {
            append(HTTPField(name: .forwardedFor, value: address))
        }
    }
}

/// The path and query of a request line.
public enum RequestTarget {
    /// The text with every byte percent-encoded that may not stand in a request line, as .NET's Uri does: control
    /// characters, spaces, `"#<>\^{|}` and the backquote, and what is not ASCII. What is encoded already stays.
    public static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: needsEscape) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if needsEscape(byte) {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...: true
        case UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
