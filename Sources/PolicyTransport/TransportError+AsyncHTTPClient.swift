internal import AsyncHTTPClient
internal import NIOCore
internal import NIOPosix
internal import PolicyRuntime

/// What a failure of AsyncHTTPClient or NIO means to a policy: no answer in time, no connection, or a cancelled task.
func transportError(for error: any Error) -> any Error {
    switch error {
    case is TransportError, is CancellationError: error
    case let error as HTTPClientError: transportError(for: error)
    case let error as NIOConnectionError:
        TransportError.connectionFailure("no connection to \(error.host):\(error.port): \(reason(of: error))")
    default: TransportError.connectionFailure("\(error)")
    }
}

private func transportError(for error: HTTPClientError) -> any Error {
    switch error {
    case .deadlineExceeded, .readTimeout, .writeTimeout: TransportError.timeout
    case .cancelled where Task.isCancelled: CancellationError()
    case .cancelled, .alreadyShutdown: TransportError.connectionFailure("the transport was shut down")
    case .connectTimeout: TransportError.connectionFailure("no connection in time")
    case .remoteConnectionClosed: TransportError.connectionFailure("the server closed the connection")
    default: TransportError.connectionFailure(error.shortDescription)
    }
}

/// The first failure of the addresses that were tried, without the list of all of them.
private func reason(of error: NIOConnectionError) -> String {
    if let first = error.connectionErrors.first { return "\(first.error)" }
    if let resolution = error.dnsAError ?? error.dnsAAAAError { return "\(resolution)" }
    return "the host has no address"
}
