public import PolicyDiagnostics
public import PolicyExpressions

/// What happened to one request: what the caller got, what left the gateway on the way, and what the policies did.
public struct RunReport: Sendable {
    /// What the caller got.
    public var response: Response
    /// What the backend got; nil when nothing was sent to it.
    public var backendRequest: SentRequest?
    /// The requests that policies sent on the way, in the order in which they began; never the one to the backend.
    public var callouts: [Callout] = []
    /// The variables in the order in which they were first set.
    public var variables: [(name: String, value: CanonicalValue)] = []
    /// The error that ended the regular sections, if one did.
    public var lastError: LastError?
    /// The policies that ran, in the order in which they began.
    public var policies: [Policy] = []
    /// What policies and expressions wrote to the trace.
    public var logs: [Log] = []
    /// The exceptions of expressions, each under the text that threw it.
    public var diagnostics: [Diagnostic] = []

    /// Makes a report of a response.
    public init(response: Response) { self.response = response }

    /// A response.
    public struct Response: Sendable {
        /// The status code.
        public var statusCode: Int
        /// The reason phrase.
        public var statusReason: String
        /// The header fields in order.
        public var headers: [(name: String, value: String)]
        /// The body.
        public var body: [UInt8]

        /// Makes a response.
        public init(statusCode: Int, statusReason: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
            (self.statusCode, self.statusReason, self.headers, self.body) = (statusCode, statusReason, headers, body)
        }

        /// The values of a header field, joined by commas; nil when it is absent.
        public subscript(header name: String) -> String? { SentRequest.joined(headers, name) }
        /// The body as text.
        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// A request that a policy sent, and what became of it.
    public struct Callout: Sendable {
        /// The policy's element name.
        public var policy: String
        /// What was sent.
        public var request: SentRequest
        /// What came back; nil while nothing has, or when the callout failed.
        public var response: Response?
        /// Why nothing came back.
        public var error: String?
        /// How long it took.
        public var duration: Duration?
    }

    /// A policy that ran.
    public struct Policy: Sendable {
        /// The element's name.
        public var name: String
        /// The scope of its document.
        public var scope: String
        /// The section.
        public var section: String
        /// The line of the element's name, from 1; nil for a policy that no document holds.
        public var line: Int?
        /// The column of the element's name, from 1.
        public var column: Int?
        /// Where the element begins; nil for a policy that no document holds.
        public var span: SourceSpan?
        /// `proceeded`, `responded`, `forwarded`, `failed`, or `running` for one that did not end.
        public var result: String
        /// How long it took.
        public var duration: Duration?
    }

    /// A line of the trace.
    public struct Log: Sendable {
        /// The policy's element name.
        public var policy: String
        /// The text.
        public var message: String
    }
}
