public import PolicyDiagnostics
public import PolicyExpressions

/// What happened to one request, event by event: what an API inspector shows. See Docs/FileFormats.md for its JSON.
///
/// Texts are as they were; secrets are masked when a trace is written.
public struct RunTrace: Sendable {
    /// The request as it came in; nil when no policy ran.
    public var arrival: Arrival?
    /// What the caller got, if it is known.
    public var response: RunReport.Response?
    /// What happened, in order.
    public var events: [Event] = []

    /// Makes a trace of nothing.
    public init() {}

    /// The request as it came in, and what it belongs to.
    public struct Arrival: Sendable {
        /// When, in UTC.
        public var timestamp: NetDateTime
        /// `context.RequestId`.
        public var requestID: String
        /// Method, URL and header fields; the body is left out.
        public var request: SentRequest
        /// The path of the API.
        public var api: String
        /// The name of the operation.
        public var operation: String
        /// The identifier of the user, if there is one.
        public var user: String?
        /// The identifier of the product, if there is one.
        public var product: String?
    }

    /// Something that happened.
    public struct Event: Sendable {
        /// The policy that it happened in; nil for the gateway itself.
        public var place: Place?
        /// The time since the request came in, by the run's clock.
        public var elapsed: Duration
        /// What happened.
        public var content: Content
    }

    /// A policy, as events name it.
    public struct Place: Sendable, Hashable {
        /// The element's name.
        public var policy: String
        /// The scope of its document.
        public var scope: String
        /// The section.
        public var section: String
        /// The policies around it, such as `choose[3]/when[2]`.
        public var path: String?
        /// Where the element's name stands; nil for a policy that no document holds.
        public var span: SourceSpan?

        /// How many policies and parts of them stand around it.
        public var depth: Int { path.map { $0.split(separator: "/").count } ?? 0 }
    }

    /// What happened.
    public enum Content: Sendable {
        /// A policy begins.
        case policyEntered
        /// A policy ended: `proceeded`, `responded`, `forwarded` or `failed`, and the error's message then.
        case policyLeft(result: String, error: String?, duration: Duration)
        /// Messages or variables are not what they were at the event before.
        case changed([Change])
        /// An expression gave a value or threw.
        case expression(ExpressionEvent)
        /// A policy set a variable.
        case variableSet(name: String, value: CanonicalValue)
        /// A request leaves the gateway. Requests are numbered from 0 in the order in which they leave.
        case calloutStarted(number: Int, purpose: String, request: SentRequest)
        /// Its response came, or the reason why none will.
        case calloutFinished(number: Int, response: RunReport.Response?, error: String?, duration: Duration)
        /// A policy or an expression wrote to the trace.
        case message(severity: String, source: String?, text: String, metadata: [(name: String, value: String)])
    }

    /// Something of a message, or a variable, before and after.
    public struct Change: Sendable, Hashable {
        /// What has changed.
        public enum Subject: String, Sendable, Hashable {
            case requestMethod, requestURL, requestHeader, responseStatus, responseHeader, variable
        }

        /// What has changed.
        public var subject: Subject
        /// The name of the header field or the variable; empty for the rest.
        public var name: String
        /// What it was; nil when it was not there.
        public var before: String?
        /// What it is; nil when it is gone.
        public var after: String?
    }

    /// An expression with what came of it.
    public struct ExpressionEvent: Sendable {
        /// The code, named values put in, secrets masked.
        public var code: String
        /// Where it stands.
        public var span: SourceSpan?
        /// The value; nil when the expression threw.
        public var value: CanonicalValue?
        /// The exception, when it threw.
        public var error: String?
        /// The values of its parts, in the order of the text; only when the document was compiled with coverage.
        public var parts: [Part]
    }

    /// A part of an expression with the value that it had last.
    public struct Part: Sendable {
        /// Where it stands.
        public var span: SourceSpan
        /// The value.
        public var value: CanonicalValue
        /// How often it was evaluated.
        public var count: Int
    }
}
