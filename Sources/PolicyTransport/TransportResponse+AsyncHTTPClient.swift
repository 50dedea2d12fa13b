internal import AsyncHTTPClient
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import PolicyRuntime
internal import Synchronization

extension TransportResponse {
    /// The response of AsyncHTTPClient, its body still on the way.
    init(_ response: HTTPClientResponse) {
        let status = HTTPResponse.Status(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase)
        let reader = ChunkReader(response.body)
        self.init(
            head: HTTPResponse(status: status, headerFields: HTTPFields(response.headers)),
            body: .stream(AsyncThrowingStream { try await reader.next() }))
    }
}

/// Fetches chunks of a body when its reader asks for them, so that a slow reader slows the server.
private final class ChunkReader: Sendable {
    /// Taken out while a chunk is awaited, so that two readers cannot use it at once.
    private let slot: Mutex<ExclusiveIterator?>

    /// Sendable: whoever takes the iterator out of the slot is the only one to have it until it is put back.
    private struct ExclusiveIterator: @unchecked Sendable {
        var iterator: HTTPClientResponse.Body.AsyncIterator
    }

    init(_ body: HTTPClientResponse.Body) { slot = Mutex(ExclusiveIterator(iterator: body.makeAsyncIterator())) }

    func next() async throws -> [UInt8]? {
        guard var taken = slot.withLock({ $0.take() }) else {
            throw TransportError.connectionFailure("a response body has one reader at a time, and cannot be read on after a failure")
        }
        do {
            let chunk = try await taken.iterator.next()
            slot.withLock { $0 = taken }
            return chunk.map { Array(buffer: $0) }
        } catch {
            throw transportError(for: error)
        }
    }
}

extension HTTPFields {
    /// The fields of a response; a name that HTTP does not allow cannot be represented and is left out.
    fileprivate init(_ headers: HTTPHeaders) {
        var fields = HTTPFields()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        self = fields.withoutHopByHopFields
    }
}
