public import PolicyDiagnostics

/// A recorded callout: what a request must look like, and what answers it.
public struct Exchange: Sendable {
    /// What a request must look like; nil and empty parts match anything.
    public var request: RequestPattern
    /// What answers it.
    public var answer: Answer
    /// How often it answers; nil stands for any number of times.
    public var times: Int?
    /// Where it stands in its file.
    public var span: SourceSpan?

    /// Makes an exchange that answers once.
    public init(_ request: RequestPattern, _ answer: Answer, times: Int? = 1, span: SourceSpan? = nil) {
        (self.request, self.answer, self.times, self.span) = (request, answer, times, span)
    }

    /// What answers a request.
    public enum Answer: Sendable {
        /// A response after a delay.
        case response(RecordedResponse, delay: Duration = .zero)
        /// No response in time. The recording does not make anyone wait for it; a `delay` beyond the time-out does.
        case timeout
        /// No connection.
        case connectionFailure
    }
}

/// What a recorded request must look like. Only what is given must match.
public struct RequestPattern: Sendable {
    /// The method, without regard to case.
    public var method: String?
    /// The URL.
    public var url: URLPattern?
    /// Header fields by name, without regard to case; several values are joined by commas before they are compared.
    public var headers: [(name: String, value: String)] = []
    /// The body.
    public var body: BodyPattern?

    /// Makes a pattern.
    public init(method: String? = nil, url: URLPattern? = nil, headers: [(name: String, value: String)] = [], body: BodyPattern? = nil) {
        (self.method, self.url, self.headers, self.body) = (method, url, headers, body)
    }

    /// A whole URL or a part of one.
    public enum URLPattern: Sendable, Hashable {
        /// The whole URL; case of the host and a port that the scheme implies make no difference.
        case exact(String)
        /// A regular expression that is found somewhere in the URL.
        case regex(String)
    }

    /// A whole body or a part of one.
    public enum BodyPattern: Sendable, Hashable {
        /// The whole body as text.
        case exact(String)
        /// Text that stands somewhere in the body.
        case contains(String)
        /// JSON text: objects must have at least these members with these values.
        case json(String)
    }
}

/// The recorded callouts of a run, in the order in which they are looked through.
public struct Exchanges: Sendable {
    /// The exchanges.
    public var all: [Exchange]

    /// Makes exchanges.
    public init(_ all: [Exchange] = []) { self.all = all }
}
