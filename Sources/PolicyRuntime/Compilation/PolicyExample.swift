/// A worked example of a policy: printed in the reference, and run as a test.
///
/// The API's path is `shop` and its service URL `https://backend.example/svc`.
public struct PolicyExample: Sendable {
    /// What it shows, as a clause.
    public var title: String
    /// The section that the policies stand in.
    public var section: PolicySection
    /// The scope of their document.
    public var scope: PolicyScope
    /// The policies as they are written in the section.
    public var policies: String
    /// The request that comes in.
    public var request: Request
    /// The answers of the servers that are asked, by the beginning of the URL. The backend is one of them.
    public var answers: [(url: String, response: Response)]
    /// The fragments that the policies include, by identifier.
    public var fragments: [String: String]
    /// What follows.
    public var expectations: [Expectation]

    /// Makes an example. Without an answer of its own the backend answers 200 and `{"ok":true}`.
    public init(
        _ title: String, in section: PolicySection, _ policies: String, scope: PolicyScope = .operation, request: Request = Request(),
        answers: [(url: String, response: Response)] = [], fragments: [String: String] = [:], expects expectations: Expectation...
    ) {
        (self.title, self.section, self.policies, self.scope) = (title, section, policies, scope)
        (self.request, self.answers, self.fragments, self.expectations) = (request, answers, fragments, expectations)
    }

    /// A request of an example.
    public struct Request: Sendable {
        /// The method.
        public var method: String
        /// The URL that the caller asked for.
        public var url: String
        /// The header fields.
        public var headers: [(name: String, value: String)]
        /// The body; none when it is empty.
        public var body: String
        /// The method of the operation; the request's own unless it is a preflight request.
        public var operationMethod: String
        /// The template of the operation, and what it matched.
        public var urlTemplate: String, matchedParameters: [(name: String, value: String)]

        /// Makes a request; it asks for order 7 unless something else is said.
        public init(
            _ method: String = "GET", _ url: String = "https://gateway.example/shop/orders/7",
            headers: [(name: String, value: String)] = [],
            body: String = "", operationMethod: String? = nil, urlTemplate: String = "/orders/{id}",
            matchedParameters: [(name: String, value: String)] = [("id", "7")]
        ) {
            self.operationMethod = operationMethod ?? method
            (self.method, self.url, self.headers, self.body) = (method, url, headers, body)
            (self.urlTemplate, self.matchedParameters) = (urlTemplate, matchedParameters)
        }
    }

    /// A response of an example's server.
    public struct Response: Sendable {
        /// The status code.
        public var statusCode: Int
        /// The header fields.
        public var headers: [(name: String, value: String)]
        /// The body.
        public var body: String

        /// Makes a response.
        public init(_ statusCode: Int = 200, headers: [(name: String, value: String)] = [], body: String = "") {
            (self.statusCode, self.headers, self.body) = (statusCode, headers, body)
        }
    }

    /// Something that holds after the example ran.
    public enum Expectation: Sendable, Hashable {
        /// The backend was asked with this method.
        case backendMethod(String)
        /// The backend was asked for this URL.
        case backendURL(String)
        /// The backend got this header; nil: it did not get it.
        case backendHeader(String, String?)
        /// The backend got this body.
        case backendBody(String)
        /// The backend was not asked.
        case noBackendRequest
        /// The caller gets this status.
        case status(Int)
        /// The caller gets this header; nil: it does not.
        case header(String, String?)
        /// The caller gets this body.
        case body(String)
        /// The variable's text is this at the end; nil: it holds null.
        case variable(String, String?)
        /// An error of this reason ended the regular sections.
        case failure(String)
    }
}
