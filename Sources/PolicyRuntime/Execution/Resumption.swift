/// How a container goes on once the host has the response to the request that it was asked to forward.
///
/// Each container around the forwarding policy leaves one on the way out, innermost first; see `PolicyEngine.runInbound`.
public struct Resumption: Sendable {
    /// How the part inside the container ended.
    public enum Inner: Sendable {
        /// Its policies ran to their end.
        case proceeded
        /// One of them failed.
        case failed(PolicyError)
    }

    private let run: @Sendable (inout RequestContext, Inner) async throws(PolicyError) -> Flow

    /// Makes a resumption of what the container still has to do.
    ///
    /// - Parameter run: gets how the inside ended, and throws its error again unless the container deals with errors.
    public init(_ run: @escaping @Sendable (inout RequestContext, Inner) async throws(PolicyError) -> Flow) { self.run = run }

    func callAsFunction(_ context: inout RequestContext, after inner: Inner) async throws(PolicyError) -> Flow {
        try await run(&context, inner)
    }
}

extension Resumption.Inner {
    /// Throws the error of the inside, if it failed.
    public func get() throws(PolicyError) {
        if case .failed(let error) = self { throw error }
    }
}

extension RequestContext {
    /// Says how a container goes on after its inside gave `.forward`. The container itself then gives `.forward` too.
    public mutating func resume(with resumption: Resumption) { run.resumptions.append(resumption) }
}
