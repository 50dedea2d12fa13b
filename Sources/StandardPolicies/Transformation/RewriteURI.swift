public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Rewrites path and query of the request before it is forwarded.
public struct RewriteURI: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "rewrite-uri", category: .transformation, sections: [.inbound],
        summary: "Rewrites path and query of the request before it is forwarded.")

    /// The new path, perhaps with a query, with `{parameters}` of the operation's template.
    public var template: PolicyValue<String>
    /// Whether query parameters that the operation's template does not name are kept.
    public var copiesUnmatchedParameters: PolicyValue<Bool>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        template = element.attribute(
            "template", "The new path, perhaps with a query; {name} stands for a parameter that the operation's template matched.")
        copiesUnmatchedParameters = element.attribute(
            "copy-unmatched-params", default: true, "Whether query parameters that the operation's template does not name are kept.")
    }

    /// Binds the template. A literal may hold expressions only as a whole.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        if let text = template.text, text.literal == nil, text.soleExpression == nil {
            scope.error("invalid-value", "an expression in the attribute 'template' must be the whole value", at: template.span)
        }
        let template = scope.bindText(template)
        let copies = scope.bind(copiesUnmatchedParameters)
        return .immediate { context throws(PolicyError) in
            let target = try URITemplate(try template(&context).string).expanded(with: context.gateway.request.matchedParameters)
            try Self.rewrite(&context, to: target, keepingUnmatched: try copies(&context))
            return .proceed
        }
    }

    private static func rewrite(_ context: inout RequestContext, to target: String, keepingUnmatched: Bool) throws(PolicyError) {
        let pieces = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(pieces[0])
        let own = QueryParameters(pieces.count > 1 ? String(pieces[1]) : "")
        var query = own.queryString
        if keepingUnmatched {
            var unmatched = QueryParameters(context.gateway.request.url.queryString)
            let matched = URITemplate.queryNames(of: context.gateway.operation.urlTemplate)
            for name in matched + own.items.map(\.name) { unmatched.remove(name) }
            let rest = unmatched.queryString
            query += query.isEmpty ? rest : rest.isEmpty ? "" : "&" + rest.dropFirst()
        }
        let rewritten = path.hasPrefix("/") ? path : "/" + path
        context.rewrittenPath = rewritten
        context.gateway.request.url.path = rewritten
        context.gateway.request.url.queryString = query
    }

    /// Three examples.
    public static let examples = [
        PolicyExample(
            "the template replaces the path behind the backend's URL", in: .inbound,
            #"<rewrite-uri template="/v2/orders?key={id}" />"#,
            expects: .backendURL("https://backend.example/svc/v2/orders?key=7")),
        PolicyExample(
            "query parameters that the operation does not name are kept", in: .inbound, #"<rewrite-uri template="/put" />"#,
            request: .init(
                "GET", "https://gateway.example/shop/get?a=b&c=d", urlTemplate: "/get?a={b}", matchedParameters: [("b", "b")]),
            expects: .backendURL("https://backend.example/svc/put?c=d")),
        PolicyExample(
            "or dropped", in: .inbound, #"<rewrite-uri template="/put" copy-unmatched-params="false" />"#,
            request: .init(
                "GET", "https://gateway.example/shop/get?a=b&c=d", urlTemplate: "/get?a={b}", matchedParameters: [("b", "b")]),
            expects: .backendURL("https://backend.example/svc/put")),
    ]
}

/// A path with `{parameters}`, as operations and rewrite-uri use it.
struct URITemplate {
    let text: String

    init(_ text: String) { self.text = text }

    /// The text with its parameters put in.
    ///
    /// - Throws: an error for a parameter that was not matched.
    func expanded(with parameters: [(name: String, value: String)]) throws(PolicyError) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            guard let parameter = parameters.first(where: { $0.name.equalsIgnoringCase(name) }) else {
                throw PolicyError(nil, "The template names '{\(name)}', which is no parameter that the operation matched.")
            }
            result += rest[..<open] + Self.encoded(parameter.value)
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The names of the query parameters in an operation's template.
    static func queryNames(of template: String) -> [String] {
        guard let mark = template.firstIndex(of: "?") else { return [] }
        return QueryParameters(String(template[mark...])).items.map(\.name)
    }

    /// A value cannot end the path or begin a query.
    private static func encoded(_ value: String) -> String {
        value.replacing("?", with: "%3F").replacing("#", with: "%23").replacing("&", with: "%26")
    }
}
