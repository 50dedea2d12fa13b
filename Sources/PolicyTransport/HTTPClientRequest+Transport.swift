internal import AsyncHTTPClient
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import PolicyRuntime

extension HTTPClientRequest {
    /// The request as AsyncHTTPClient takes it.
    ///
    /// - Throws: `TransportError.connectionFailure` when scheme or host are missing.
    init(_ request: TransportRequest) throws {
        let head = request.head
        guard let scheme = head.scheme, let authority = head.authority, !authority.isEmpty else {
            throw TransportError.connectionFailure("the request has no absolute URL")
        }
        self.init(url: "\(scheme)://\(authority)\(head.path ?? "/")")
        method = HTTPMethod(rawValue: head.method.rawValue)
        headers = HTTPHeaders(head.headerFields.withoutHopByHopFields.map { ($0.name.rawName, $0.value) })
        // The framing is AsyncHTTPClient's business.
        headers.remove(name: "Content-Length")
        body = Body(request.body, contentLength: head.headerFields[.contentLength].flatMap { Int64($0) })
    }
}

extension HTTPClientRequest.Body {
    /// The body as AsyncHTTPClient takes it; nil for one without bytes.
    init?(_ body: TransportBody, contentLength: Int64?) {
        switch body {
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return nil }
            self = .bytes(ByteBuffer(bytes: bytes))
        case .stream(let chunks):
            self = .stream(chunks.map { ByteBuffer(bytes: $0) }, length: contentLength.map { .known($0) } ?? .unknown)
        }
    }
}

extension HTTPFields {
    /// The fields that belong to the message and not to the connection it came over (RFC 9110, section 7.6.1).
    var withoutHopByHopFields: HTTPFields {
        let named = self[values: .connection].flatMap { $0.split(separator: ",") }
            .map { String($0.trimmingPrefix(" ")).trimmingSuffix(" ").lowercased() }
        return HTTPFields(filter { !Self.hopByHopNames.contains($0.name.canonicalName) && !named.contains($0.name.canonicalName) })
    }

    private static let hopByHopNames: Set<String> = [
        "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ]
}

extension String {
    fileprivate func trimmingSuffix(_ character: Character) -> Substring {
        var text = Substring(self)
        while text.last == character { text.removeLast() }
        return text
    }
}
