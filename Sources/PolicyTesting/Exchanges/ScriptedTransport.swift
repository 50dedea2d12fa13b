import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime
import Synchronization

/// Answers requests from recorded exchanges instead of the network.
///
/// A request that no exchange answers fails with `TransportError.notRecorded`, which says what was asked and which
/// exchange was nearest; it is also kept in `unanswered`. Delays and time-outs pass on the clock that the transport is
/// given, so that with a `ManualClock` a test decides when they are over.
public final class ScriptedTransport: HTTPTransport {
    private struct State {
        /// How often each exchange can still answer; nil for any number of times.
        var remaining: [Int?]
        var requests: [SentRequest] = []
        var unanswered: [String] = []
    }

    private let exchanges: [Exchange]
    private let clock: any GatewayClock
    private let state: Mutex<State>

    /// Makes a transport.
    public init(_ exchanges: Exchanges, clock: any GatewayClock = SystemClock()) {
        (self.exchanges, self.clock) = (exchanges.all, clock)
        state = Mutex(State(remaining: exchanges.all.map(\.times)))
    }

    /// Every request so far, in the order in which they arrived.
    public var requests: [SentRequest] { state.withLock { $0.requests } }

    /// What was asked and had no answer, a text for each.
    public var unanswered: [String] { state.withLock { $0.unanswered } }

    /// What was asked and had no answer since the last time that this was called.
    func takeUnanswered() -> [String] {
        state.withLock { state in
            defer { state.unanswered = [] }
            return state.unanswered
        }
    }

    /// The exchanges that must answer a number of times and did not, with what is left of it.
    public var unused: [(exchange: Exchange, times: Int)] {
        state.withLock { state in
            zip(exchanges, state.remaining).compactMap { exchange, remaining in
                remaining.flatMap { $0 > 0 ? (exchange, $0) : nil }
            }
        }
    }

    /// Answers with the first unused exchange that matches.
    ///
    /// - Throws: `TransportError`: the recorded one, a time-out before the recorded delay is over, or `notRecorded`.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let sent = try await SentRequest(request)
        guard let exchange = take(sent) else { throw TransportError.notRecorded(noteUnanswered(sent)) }
        switch exchange.answer {
        case .connectionFailure: throw TransportError.connectionFailure("the recording has a connection failure")
        case .timeout: throw TransportError.timeout
        case .response(let response, let delay):
            try await wait(delay, atMost: request.timeout)
            return TransportResponse(response)
        }
    }

    private func take(_ sent: SentRequest) -> Exchange? {
        state.withLock { state in
            state.requests.append(sent)
            for (index, exchange) in exchanges.enumerated() where state.remaining[index] != 0 {
                guard exchange.request.differences(from: sent).isEmpty else { continue }
                state.remaining[index] = state.remaining[index].map { $0 - 1 }
                return exchange
            }
            return nil
        }
    }

    private func wait(_ delay: Duration, atMost timeout: Duration?) async throws {
        if let timeout, delay > timeout {
            try await clock.sleep(for: timeout)
            throw TransportError.timeout
        }
        if delay > .zero { try await clock.sleep(for: delay) }
    }

    // MARK: What is missing

    private func noteUnanswered(_ sent: SentRequest) -> String {
        state.withLock { state in
            let text =
                "no recorded exchange answers \(sent.method) \(sent.url): "
                + NearestExchange.description(exchanges, remaining: state.remaining, to: sent)
            state.unanswered.append(text)
            return text
        }
    }
}

extension SentRequest {
    /// How much of a streamed body is gathered.
    private static let bodyLimit = 512 * 1024 * 1024

    init(_ request: TransportRequest) async throws {
        self.init(request.head, body: try await request.body.collect(upTo: Self.bodyLimit))
    }

    init(_ head: HTTPRequest, body: [UInt8]) {
        self.init(
            method: head.method.rawValue, url: "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")",
            headers: head.headerFields.map { ($0.name.rawName, $0.value) }, body: body)
    }
}

extension TransportResponse {
    /// A recorded response. A field whose name HTTP does not allow cannot be sent and is left out.
    init(_ response: RecordedResponse) {
        let reason = response.statusReason ?? GatewayResponse.usualReason(of: response.statusCode)
        // HTTPTypes has room for 0...999; a recording beyond it says that the server talks nonsense.
        let code = (0...999).contains(response.statusCode) ? Int(response.statusCode) : 999
        var fields = HTTPFields()
        for (name, value) in response.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        self.init(
            head: HTTPResponse(status: HTTPResponse.Status(code: code, reasonPhrase: reason), headerFields: fields),
            body: .bytes(response.body))
    }
}
