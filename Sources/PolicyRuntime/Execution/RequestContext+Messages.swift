public import HTTPTypes
public import PolicyExpressions

extension RequestContext {
    /// The response, made empty (200) if there is none yet, as for policies that prepare one.
    public func preparedResponse() -> GatewayResponse {
        if let response = gateway.response { return response }
        let response = GatewayResponse()
        gateway.response = response
        return response
    }

    /// Sets a variable in the name of a policy.
    public func setVariable(_ name: NetString, to value: Value, at position: PolicyPosition) {
        gateway.variables[name] = value
        observer?.variableSet(name.string, to: value, at: position, in: gateway)
    }

    /// Gathers bodies in memory, so that expressions can read them.
    ///
    /// - Throws: an error when a body is larger than the limit or breaks off.
    public mutating func buffer(_ bodies: BodiesRead) async throws(PolicyError) {
        if bodies.contains(.request), let body = gateway.request.body, case .streaming = body.content {
            body.buffer(try await gather(requestStream, whose: .clientConnectionFailure))
            requestStream = .empty
        }
        if bodies.contains(.response), let body = gateway.response?.body, case .streaming = body.content {
            let content = receivedBody?.content ?? .empty
            body.buffer(try await gather(content, whose: .backendConnectionFailure))
            receivedBody?.content = .empty
        }
    }

    /// Gathers the content of a response to a callout.
    func gather(_ content: TransportBody, whose failure: PolicyError.Reason) async throws(PolicyError) -> [UInt8] {
        do {
            return try await content.collect(upTo: services.limits.bufferedBodyBytes)
        } catch is CancellationError {
            throw .cancelled
        } catch TransportError.bodyTooLarge(let limit) {
            throw PolicyError(nil, "A body is larger than the buffer of \(limit) bytes.")
        } catch {
            throw PolicyError(failure, "The body broke off: \(error)")
        }
    }

    /// Puts an error in place: LastError, and the default answer as the response that on-error works on.
    mutating func adopt(_ error: PolicyError) {
        gateway.lastError = error.lastError
        guard !error.keepsResponse || gateway.response == nil else { return }
        gateway.response = DefaultAnswer(for: error, requestID: gateway.requestID).gatewayResponse
        receivedBody = nil
    }

    /// Makes a response of the backend the response of the context.
    mutating func receive(_ response: TransportResponse) {
        let body: MessageBody
        switch response.body {
        case .bytes(let bytes): body = MessageBody(bytes)
        case .stream: body = MessageBody(streaming: ())
        }
        gateway.response = GatewayResponse(response.head, body: body)
        receivedBody = (body, response.body)
    }

    /// The response as it leaves.
    func outgoingResponse() throws(PolicyError) -> TransportResponse {
        let response = gateway.response ?? GatewayResponse()
        let isUntouched = receivedBody.map { $0.body === response.body } ?? false
        var head = try HTTPResponse(leaving: response)
        guard let bytes = response.body.forwardedBytes else {
            return TransportResponse(head: head, body: isUntouched ? receivedBody?.content ?? .empty : .empty)
        }
        // The length of a body that a policy replaced or read is no longer the backend's; the server counts it anew.
        if !isUntouched || !bytes.isEmpty { head.headerFields[.contentLength] = nil }
        return TransportResponse(head: head, body: .bytes(bytes))
    }

    /// The request's body as it leaves: what is in memory, or the stream.
    func outgoingRequestBody() -> TransportBody {
        guard let body = gateway.request.body else { return .empty }
        return body.forwardedBytes.map { .bytes($0) } ?? requestStream
    }
}

extension GatewayResponse {
    /// A response that came in, with a body of one's own.
    public convenience init(_ head: HTTPResponse, body: MessageBody) {
        self.init(
            statusCode: Int32(head.status.code), statusReason: head.status.reasonPhrase.isEmpty ? nil : head.status.reasonPhrase,
            headers: MultiValueDictionary(head.headerFields.map { (name: $0.name.rawName, value: $0.value) }), body: body)
    }
}

extension HTTPResponse {
    /// A response as it leaves the gateway: valid status, fields joined as HTTP asks, none that belong to a connection.
    init(leaving response: GatewayResponse) throws(PolicyError) {
        guard (100...999).contains(response.statusCode) else {
            throw PolicyError(nil, "\(response.statusCode) is not a status code.")
        }
        let reason = FieldText.sanitized(response.statusReason.string)
        self.init(status: HTTPResponse.Status(code: Int(response.statusCode), reasonPhrase: reason))
        headerFields = try HTTPFields(leaving: response.headers)
    }
}
