import HTTPTypes
public import PolicyDiagnostics
public import PolicyRuntime
import Synchronization

/// Sends through another transport and keeps what was sent and what came back, to be replayed by `ScriptedTransport`.
///
/// ```swift
/// let recorder = RecordingTransport(AsyncHTTPClientTransport())
/// // … run policies over it …
/// let recorded = recorder.recorded(namedValues: namedValues)
/// try recorded.exchanges.text.write(toFile: "exchanges.json", atomically: true, encoding: .utf8)
/// ```
public final class RecordingTransport: HTTPTransport {
    private struct Sent {
        var request: SentRequest
        /// Nil while there is no answer.
        var answer: Exchange.Answer?
    }

    private let base: any HTTPTransport
    private let bodyLimit: Int
    private let sent = Mutex<[Sent]>([])

    /// Makes a transport; a body of more than `bodyLimit` bytes fails its request.
    public init(_ base: any HTTPTransport, bodyLimit: Int = 512 * 1024 * 1024) { (self.base, self.bodyLimit) = (base, bodyLimit) }

    /// Sends a request and returns once its whole response has arrived.
    ///
    /// - Throws: what the other transport throws; time-outs and failed connections are recorded.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        var request = request
        let seen = try await SentRequest(request)
        request.body = .bytes(seen.body)
        let index = sent.withLock { sent in
            sent.append(Sent(request: seen))
            return sent.count - 1
        }
        do {
            let response = try await BufferingTransport(base, bodyLimit: bodyLimit).send(request)
            keep(.response(try await RecordedResponse(response)), at: index)
            return response
        } catch let error as TransportError {
            if let answer = Exchange.Answer(error) { keep(answer, at: index) }
            throw error
        }
    }

    private func keep(_ answer: Exchange.Answer, at index: Int) { sent.withLock { $0[index].answer = answer } }

    /// What was recorded so far, in the order in which the requests were sent, with credentials replaced.
    ///
    /// Secret named values are replaced by their names, which a replay resolves. What responses carry as credentials is replaced
    /// too, and found again in later requests. Credentials that neither explains are not compared when replayed: the URL becomes a
    /// regular expression, a body is left out. No delay is recorded, so that a replay takes no time.
    public func recorded(namedValues: any NamedValueProvider = DictionaryNamedValues()) -> RecordedExchanges {
        var redactor = CredentialRedactor(namedValues: namedValues)
        var (exchanges, unexplained) = (Exchanges(), Set<String>())
        for sent in sent.withLock({ $0 }) {
            let count = redactor.placeholders.count
            let request = redactor.named(sent.request)
            unexplained.formUnion(redactor.placeholders[count...].map(\.name))
            guard let answer = sent.answer else {
                redactor.warn("\(request.method) \(request.url) had no answer that a recording can hold")
                continue
            }
            exchanges.all.append(redactor.named(CapturedExchange(request: sent.request, answer: answer), relaxing: unexplained))
        }
        let placeholders = redactor.placeholders.used(in: exchanges.text)
        return RecordedExchanges(exchanges: exchanges, placeholders: placeholders, warnings: redactor.warnings)
    }
}

/// What a `RecordingTransport` saw, without credentials.
public struct RecordedExchanges: Sendable {
    /// Requests and answers.
    public let exchanges: Exchanges
    /// The credentials that were replaced, apart from those that named values hold.
    public let placeholders: [SecretPlaceholder]
    /// What could not be kept.
    public let warnings: [Diagnostic]
}

extension Exchange.Answer {
    /// What recordings have of an error; nil where they have nothing.
    init?(_ error: TransportError) {
        switch error {
        case .timeout: self = .timeout
        case .connectionFailure: self = .connectionFailure
        case .bodyTooLarge, .notRecorded: return nil
        }
    }
}

extension RecordedResponse {
    /// A response whose body is in memory.
    init(_ response: TransportResponse) async throws {
        let reason = response.head.status.reasonPhrase
        self.init(
            statusCode: Int32(response.head.status.code), statusReason: reason.isEmpty ? nil : reason,
            headers: response.head.headerFields.map { ($0.name.rawName, $0.value) }, body: try await response.body.collect(upTo: .max))
    }
}
