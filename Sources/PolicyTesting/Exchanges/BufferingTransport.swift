public import PolicyRuntime

/// Gathers the bodies that another transport streams, so that a report can show them.
///
/// A response then counts as arrived when its body has; the time-out of a request still covers only status and headers.
public struct BufferingTransport: HTTPTransport {
    private let base: any HTTPTransport
    private let bodyLimit: Int

    /// Makes a transport; a body of more than `bodyLimit` bytes fails its request.
    public init(_ base: any HTTPTransport, bodyLimit: Int = 512 * 1024 * 1024) { (self.base, self.bodyLimit) = (base, bodyLimit) }

    /// Sends a request and returns once its whole response has arrived.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        var response = try await base.send(request)
        response.body = .bytes(try await response.body.collect(upTo: bodyLimit))
        return response
    }
}
