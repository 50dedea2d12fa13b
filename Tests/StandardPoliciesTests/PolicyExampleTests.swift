import APIMPolicy
import PolicyTesting
import Synchronization
import Testing

/// Runs the examples that stand in the policies' own files.
@Suite struct PolicyExampleTests {
    struct Named: CustomTestStringConvertible, Sendable {
        var policy: String
        var example: PolicyExample
        var testDescription: String { "\(policy): \(example.title)" }
    }

    static let examples = PolicyRegistry.standard.all.flatMap { policy in
        policy.examples.map { Named(policy: policy.metadata.name, example: $0) }
    }

    @Test("an example does what it says", arguments: examples)
    func example(_ named: Named) async throws {
        let run = try await ExampleRun(named.example)
        for expectation in named.example.expectations { run.check(expectation) }
    }

    @Test func everyPolicyHasAnExample() {
        for policy in PolicyRegistry.standard.all { #expect(!policy.examples.isEmpty, "\(policy.metadata.name)") }
    }
}

/// What happened when an example ran.
private struct ExampleRun {
    private let outcome: PolicyOutcome
    private let backend: TransportRequest?
    private let variables: VariableDictionary
    private let body: String

    init(_ example: PolicyExample) async throws {
        let section = example.section.rawValue
        // A backend section that is written replaces the default one; the others add to theirs.
        let base = example.section == .backend || example.scope == .global ? "" : "<base />"
        let document = "<policies><\(section)>\(base)\(example.policies)</\(section)></policies>"
        let transport = AnsweringTransport(example.answers)
        var sources = PolicySources(fragments: example.fragments)
        sources[example.scope] = SourceText(name: "policy.xml", text: document)
        var services = GatewayServices(transport: transport, events: IgnoredEvents())
        services.authorizations = NamedTokens()
        services.revocation = NothingRevoked()
        let engine = try PolicyEngine(sources, services: services)
        var context = try Self.context(example.request)
        outcome = await engine.run(&context)
        variables = context.gateway.variables
        backend = transport.requests.last { $0.head.headerFields.contains { $0.name.canonicalName == "x-forwarded-for" } }
        body = String(decoding: try await outcome.response.body.collect(upTo: .max), as: UTF8.self)
    }

    private static func context(_ request: PolicyExample.Request) throws -> RequestContext {
        let url = try #require(RequestURL(request.url))
        let message = GatewayRequest(
            method: request.method, url: url, headers: MultiValueDictionary(request.headers),
            body: request.body.isEmpty ? nil : MessageBody(Array(request.body.utf8)), matchedParameters: request.matchedParameters)
        let gateway = GatewayContext(request: message)
        gateway.api = APIDescription(path: "shop", serviceURL: "https://backend.example/svc")
        gateway.operation = OperationDescription(method: request.operationMethod, urlTemplate: request.urlTemplate)
        return RequestContext(gateway)
    }

    func check(_ expectation: PolicyExample.Expectation) {
        switch expectation {
        case .backendMethod(let method): #expect(backend?.head.method.rawValue == method)
        case .backendURL(let url): #expect(backend?.url == url)
        case .backendHeader(let name, let value): #expect(backend?.head.headerFields[text: name] == value)
        case .backendBody(let text): #expect(backend?.text == text)
        case .noBackendRequest: #expect(backend == nil)
        case .status(let code): #expect(outcome.response.head.status.code == code)
        case .header(let name, let value): #expect(outcome.response.head.headerFields[text: name] == value)
        case .body(let text): #expect(body == text)
        case .variable(let name, let text): checkVariable(name, text)
        case .failure(let reason): #expect(outcome.lastError?.reason == reason)
        }
    }

    private func checkVariable(_ name: String, _ text: String?) {
        let value = variables[NetString(name)]
        #expect(value != nil, "\(name) was never set")
        #expect((value?.isNull == true ? nil : try? ValueText.text(of: value ?? .null).string) == text)
    }
}

/// Takes messages of loggers; examples show what becomes of the request.
private struct IgnoredEvents: EventSink {
    func send(_ event: GatewayEvent) {}
}

/// Answers by the beginning of the URL; the backend answers 200 unless the example says otherwise.
private final class AnsweringTransport: HTTPTransport {
    private let answers: [(url: String, response: PolicyExample.Response)]
    private let sent = Mutex<[TransportRequest]>([])

    init(_ answers: [(url: String, response: PolicyExample.Response)]) {
        self.answers = answers + [("https://backend.example/", PolicyExample.Response(body: #"{"ok":true}"#))]
    }

    var requests: [TransportRequest] { sent.withLock { $0 } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        sent.withLock { $0.append(request) }
        guard let answer = answers.first(where: { request.url.hasPrefix($0.url) }) else { throw TransportError.notRecorded(request.url) }
        var head = HTTPResponse(status: HTTPResponse.Status(code: answer.response.statusCode))
        for (name, value) in answer.response.headers { head.headerFields[text: name] = value }
        return TransportResponse(head: head, body: .bytes(Array(answer.response.body.utf8)))
    }
}

extension TransportRequest {
    fileprivate var url: String { "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")" }

    fileprivate var text: String? {
        guard case .bytes(let bytes) = body else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension HTTPFields {
    fileprivate subscript(text name: String) -> String? {
        get { HTTPField.Name(name).flatMap { self[$0] } }
        set {
            guard let name = HTTPField.Name(name) else { return }
            self[name] = newValue
        }
    }
}

/// A credential manager whose tokens say which connection they are of.
private struct NamedTokens: AuthorizationProvider {
    func authorization(for request: AuthorizationRequest) -> AuthorizationSource {
        .granted(AuthorizationGrant(accessToken: "token of \(request.providerID)/\(request.authorizationID)"))
    }
}

private struct NothingRevoked: CertificateRevocation {
    func isRevoked(_ certificate: GatewayCertificate) -> Bool { false }
}
