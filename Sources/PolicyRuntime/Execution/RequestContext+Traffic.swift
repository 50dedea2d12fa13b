import PolicyExpressions
import Synchronization

extension RequestContext {
    /// Whether a counter is met for the first time in this request: a request counts once for each.
    public mutating func isFirstCount(of counter: String) -> Bool { run.counted.insert(counter).inserted }

    /// The bytes of the request's body: those in memory, or the length that its sender gave.
    public var requestByteCount: Int64 {
        if let bytes = gateway.request.body?.forwardedBytes { return Int64(bytes.count) }
        return gateway.request.headers["Content-Length"]?.first.flatMap { Int64($0.string) } ?? 0
    }

    /// Tells how many bytes the body of the response has: at once when it is in memory, otherwise when the caller has all
    /// of it, or went away.
    public mutating func countResponseBytes(_ report: @escaping @Sendable (Int64) -> Void) {
        guard let response = gateway.response else { return report(0) }
        if let bytes = response.body.forwardedBytes { return report(Int64(bytes.count)) }
        guard case .stream(let chunks)? = receivedBody?.content else { return report(0) }
        receivedBody?.content = .stream(Self.counted(chunks, report))
    }

    private static func counted(
        _ chunks: AsyncThrowingStream<[UInt8], any Error>, _ report: @escaping @Sendable (Int64) -> Void
    ) -> AsyncThrowingStream<[UInt8], any Error> {
        let count = ByteCount(report)
        return AsyncThrowingStream(unfolding: {
            let chunk = try await chunks.first { _ in true }
            count.add(chunk?.count)
            return chunk
        })
    }
}

/// Counts the bytes of a stream and tells them once: at its end, or when nobody reads it any more.
private final class ByteCount: Sendable {
    private let state = Mutex<(bytes: Int64, isTold: Bool)>((0, false))
    private let report: @Sendable (Int64) -> Void

    init(_ report: @escaping @Sendable (Int64) -> Void) { self.report = report }

    deinit { tell() }

    /// Adds a chunk; nil is the end.
    func add(_ count: Int?) {
        guard let count else { return tell() }
        state.withLock { $0.bytes += Int64(count) }
    }

    private func tell() {
        let bytes = state.withLock { state -> Int64? in
            defer { state.isTold = true }
            return state.isTold ? nil : state.bytes
        }
        if let bytes { report(bytes) }
    }
}
