import Foundation
import PolicyDiagnostics
import PolicyRuntime

extension CredentialRedactor {
    /// A request with its credentials named. A body that cannot be kept is empty.
    mutating func named(_ request: SentRequest) -> SentRequest {
        let url = url(request.url)
        let what = "\(request.method) \(url)"
        return SentRequest(
            method: request.method, url: url, headers: headers(SentRequest.recordable(request.headers)),
            body: body(request.body, contentType: request[header: "Content-Type"], of: what) ?? [])
    }

    /// An exchange with its credentials named.
    ///
    /// - Parameter relaxing: names that a replay does not know: what they stand for is not compared.
    mutating func named(_ exchange: CapturedExchange, relaxing names: Set<String> = []) -> Exchange {
        let request = named(exchange.request)
        let pattern = RequestPattern(named: request, relaxing: names)
        return Exchange(pattern, named(exchange.answer, of: "the answer to \(request.method) \(request.url)"), span: exchange.span)
    }

    /// An answer with its credentials named.
    mutating func named(_ answer: Exchange.Answer, of what: String) -> Exchange.Answer {
        guard case .response(var response, let delay) = answer else { return answer }
        let contentType = SentRequest.joined(response.headers, "Content-Type")
        response.headers = headers(SentRequest.recordable(response.headers))
        response.body = body(response.body, contentType: contentType, of: what) ?? []
        return .response(response, delay: delay)
    }
}

extension RequestPattern {
    /// What a request must look like to get the recorded answer: method, URL and body. Header fields are not compared, for
    /// many differ each time: dates, identifiers, tokens.
    init(named request: SentRequest, relaxing names: Set<String>) {
        let hidden = names.flatMap { ["{{\($0)}}", "{{\($0)|url}}"] } + [SecretMask.replacement]
        self.init(method: request.method, url: Self.url(request.url, hidden))
        guard !request.body.isEmpty, let text = String(validating: request.body, as: UTF8.self),
            !hidden.contains(where: { text.contains($0) })
        else { return }
        let json = RecordedBody.parsed(text)
        body = json.map(\.isStructure) == true ? .json(text) : .exact(text)
    }

    private static func url(_ text: String, _ hidden: [String]) -> URLPattern {
        let places = hidden.filter { text.contains($0) }
        guard !places.isEmpty else { return .exact(text) }
        let pattern = places.reduce(NSRegularExpression.escapedPattern(for: text)) { pattern, hidden in
            pattern.replacing(NSRegularExpression.escapedPattern(for: hidden), with: ".*")
        }
        return .regex("^\(pattern)$")
    }
}
