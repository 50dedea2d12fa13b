import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// A place where an expression takes a message's body.
private struct BodyRead: Sendable {
    var element: AnalyzedElement
    var expression: AnalyzedExpression
    var operation: Operation

    /// Whether the body is still there afterwards.
    var isPreserved: Bool { operation.children.dropFirst().contains { $0.constantBoolean != false } }
    var hasNoArguments: Bool { operation.children.dropFirst().allSatisfy { $0.range.isEmpty || $0.range == operation.range } }
    var span: SourceSpan? { expression.span(of: operation) }

    /// Writes `preserveContent: true` into the empty brackets.
    var fix: Diagnostic.Fix? {
        let end = operation.range.upperBound
        guard let close = expression.code.map.origin(of: SourceRange(end - 2, end)), close.text == "()" else { return nil }
        return Diagnostic.Fix(close, replacement: "(preserveContent: true)")
    }

    static func all(of message: String, in document: AnalyzedDocument) -> [BodyRead] {
        document.expressions.flatMap { element, expression in
            expression.operations.filter { $0.takesBody(of: message) }
                .map { BodyRead(element: element, expression: expression, operation: $0) }
        }
    }
}

extension Operation {
    fileprivate func takesBody(of message: String) -> Bool {
        guard case .call(let name) = kind, name == "As" || name == "AsFormUrlEncodedContent" else { return false }
        return children.first?.uncast.memberPath == [message, "Body"]
    }
}

extension LintRule {
    static let bodyReadTwice = LintRule(
        "lint-body-read-twice", .error, .bodies, "A body is read again after it was used up.",
        explanation: """
            As<T>() takes the body out of the message unless preserveContent is true. The second read gets nothing: JSON parsing fails \
            with a null reference, in the one branch that nobody tried. Say preserveContent: true in every read but the last one.
            """,
        bad: """
            <inbound>
                <set-variable name="id" value="@((string)context.Request.Body.As<JObject>()["id"])" />
                <set-variable name="kind" value="@((string)context.Request.Body.As<JObject>(preserveContent: true)["kind"])" />
            </inbound>
            """,
        good: """
            <inbound>
                <set-variable name="id" value="@((string)context.Request.Body.As<JObject>(preserveContent: true)["id"])" />
                <set-variable name="kind" value="@((string)context.Request.Body.As<JObject>(preserveContent: true)["kind"])" />
            </inbound>
            """, isFixable: true
    ) { document in
        ["Request", "Response"].flatMap { message in
            let reads = BodyRead.all(of: message, in: document)
            return reads.compactMap { second -> Finding? in
                let first = reads.first {
                    !$0.isPreserved && document.surelyPrecedes($0.element, second.element)
                        && !document.bodyMayBeNew(of: message, between: $0.element, and: second.element)
                }
                guard let first else { return nil }
                return Finding(
                    "the body of the \(message.lowercased()) was used up before, and is empty here", at: second.span,
                    hint: "say preserveContent: true where it is read first",
                    notes: [Diagnostic.Note("it is used up here", at: first.span)], fix: first.fix)
            }
        }
    }

    static let bodyConsumedBeforeForward = LintRule(
        "lint-body-lost", .warning, .bodies, "A body is read and then missing in the message that goes on.",
        explanation: """
            As<T>() without preserveContent takes the body out of the message: the backend receives an empty request, or the caller an \
            empty response, and both blame the other side. Say preserveContent: true, or write the body anew with set-body.
            """,
        bad: #"<inbound><base /><set-variable name="text" value="@(context.Request.Body.As<string>())" /></inbound>"#,
        good: """
            <inbound>
                <base />
                <set-variable name="text" value="@(context.Request.Body.As<string>(preserveContent: true))" />
            </inbound>
            """, isFixable: true
    ) { document in
        ["Request", "Response"].flatMap { message in
            BodyRead.all(of: message, in: document).compactMap { read -> Finding? in
                guard !read.isPreserved, read.hasNoArguments, document.bodyGoesOn(of: message, after: read.element) else { return nil }
                let reader = message == "Request" ? "backend" : "caller"
                return Finding(
                    "the \(reader) gets no body: it is used up here", at: read.span, hint: "say preserveContent: true", fix: read.fix)
            }
        }
    }

    static let bodyOnGet = LintRule(
        "lint-body-on-get", .warning, .bodies, "A body is read where the request is a GET.",
        explanation: """
            A GET request has no body: Body is null or empty there, and reading it fails with a null reference at run time, which \
            takes half a day to find. Read what the caller sends from the URL, or ask for the method first.
            """,
        bad: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.Method == "GET")">
                        <set-variable name="id" value="@(context.Request.Body.As<JObject>(true)["id"])" />
                    </when>
                </choose>
            </inbound>
            """,
        good: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.Method == "POST")">
                        <set-variable name="id" value="@(context.Request.Body.As<JObject>(true)["id"])" />
                    </when>
                </choose>
            </inbound>
            """
    ) { document in
        BodyRead.all(of: "Request", in: document).compactMap { read in
            let isGet = document.conditions(around: read.element).contains { $0.operation?.requiresGet ?? false }
            guard isGet, !document.elements.contains(where: { $0.name == "set-method" && $0.index < read.element.index }) else {
                return nil
            }
            return Finding("a GET request has no body to read", at: read.span, hint: "read it from the URL or from a header")
        }
    }

    static let bodySentWithGet = LintRule(
        "lint-body-sent-with-get", .warning, .bodies, "A callout sends a body with GET.",
        explanation: """
            send-request sends GET unless set-method says otherwise, and many servers and proxies drop or refuse a GET with a body. The \
            token endpoint answers 400 or 405, although the body looks right.
            """,
        bad: """
            <inbound>
                <send-request mode="new" response-variable-name="token" timeout="10">
                    <set-url>https://login.example.com/token</set-url>
                    <set-body>grant_type=client_credentials</set-body>
                </send-request>
            </inbound>
            """,
        good: """
            <inbound>
                <send-request mode="new" response-variable-name="token" timeout="10">
                    <set-url>https://login.example.com/token</set-url>
                    <set-method>POST</set-method>
                    <set-body>grant_type=client_credentials</set-body>
                </send-request>
            </inbound>
            """
    ) { document in
        document.policies(named: "send-request", "send-one-way-request").compactMap { request in
            let parts = document.children(of: request)
            let method = parts.first { $0.name == "set-method" }
            guard request.literal("mode")?.lowercased() == "new", let body = parts.first(where: { $0.name == "set-body" }),
                method.map({ ["GET", "HEAD"].contains($0.literalText?.uppercased()) }) ?? true
            else { return nil }
            return Finding(
                "a body is sent with \(method?.literalText ?? "GET")", at: body.element.nameSpan, hint: "add <set-method>POST</set-method>")
        }
    }

    static let retryWithoutBufferedBody = LintRule(
        "lint-retry-without-buffered-body", .warning, .bodies, "A request is sent again without its body.",
        explanation: """
            The body of a request streams through and is gone after the first attempt. The retry then sends an empty body, or fails, and \
            a transient error of the backend becomes a permanent one. buffer-request-body="true" keeps it for the next attempt.
            """,
        bad: """
            <backend>
                <retry condition="@(context.Response.StatusCode == 503)" count="3" interval="1">
                    <forward-request />
                </retry>
            </backend>
            """,
        good: """
            <backend>
                <retry condition="@(context.Response.StatusCode == 503)" count="3" interval="1">
                    <forward-request buffer-request-body="true" />
                </retry>
            </backend>
            """, isFixable: true
    ) { document in
        document.policies(named: "forward-request").compactMap { forward in
            guard document.ancestors(of: forward).contains(where: { $0.name == "retry" }),
                forward.element[attribute: "buffer-request-body"] == nil || forward.isFalse("buffer-request-body")
            else { return nil }
            return Finding(
                "the second attempt has no body any more", at: forward.element.nameSpan, hint: "add buffer-request-body=\"true\"",
                fix: bufferingFix(forward))
        }
    }

    private static func bufferingFix(_ forward: AnalyzedElement) -> Diagnostic.Fix {
        if let attribute = forward.element[attribute: "buffer-request-body"] {
            return Diagnostic.Fix(attribute.value.span, replacement: "true")
        }
        let name = forward.element.nameSpan
        let behind = SourceSpan(name.source, SourceRange(name.range.upperBound, name.range.upperBound))
        return Diagnostic.Fix(behind, replacement: " buffer-request-body=\"true\"")
    }

    static let responseInInbound = LintRule(
        "lint-response-in-inbound", .error, .bodies, "The response is read before there is one.",
        explanation: """
            In inbound nobody has answered yet: context.Response is null or an empty 200, and a condition on it is always the same. \
            What depends on the backend's answer belongs in outbound, or in a retry around forward-request.
            """,
        bad: """
            <inbound>
                <choose>
                    <when condition="@(context.Response.StatusCode == 404)">
                        <return-response />
                    </when>
                </choose>
            </inbound>
            """,
        good: """
            <outbound>
                <choose>
                    <when condition="@(context.Response.StatusCode == 404)">
                        <return-response />
                    </when>
                </choose>
            </outbound>
            """
    ) { document in
        document.expressions.compactMap { element, expression in
            let isLate = ["increment-condition", "increment-count"].contains(expression.attribute)
            guard element.section == .inbound, !isLate, !document.isPartOfResponse(element),
                let read = expression.operations.first(where: { $0.memberPath == ["Response"] })
            else { return nil }
            return Finding("there is no response in inbound yet", at: expression.span(of: read), hint: "move it to outbound")
        }
    }
}

extension Operation {
    /// Whether the condition can hold for GET only.
    fileprivate var requiresGet: Bool {
        switch kind {
        case .operator(.equal):
            children.contains { $0.isMember("Request", "Method") } && children.contains { $0.constantText?.uppercased() == "GET" }
        case .operator(.conditionalAnd): children.contains(where: \.requiresGet)
        case .call("Equals"):
            children.first?.isMember("Request", "Method") == true && children.dropFirst().first?.constantText?.uppercased() == "GET"
        default: false
        }
    }
}

extension AnalyzedDocument {
    /// Whether something between two elements may give the message a new body.
    fileprivate func bodyMayBeNew(of message: String, between first: AnalyzedElement, and second: AnalyzedElement) -> Bool {
        let renewing = ["set-body", "forward-request", "return-response", "include-fragment", "base", "retry", "mock-response"]
        return elements.contains { element in
            element.index >= first.index && element.index < second.index && renewing.contains(element.name)
        } || message == "Response" && first.section != second.section
    }

    /// Whether the message is sent on without being written anew after an element.
    fileprivate func bodyGoesOn(of message: String, after element: AnalyzedElement) -> Bool {
        guard message == "Request" ? element.section == .inbound : element.section == .outbound else { return false }
        let ending = ["set-body", "return-response", "mock-response", "include-fragment", "set-method", "xml-to-json", "json-to-xml"]
        if ancestors(of: element).contains(where: { ending.contains($0.name) && $0.name != "set-method" }) { return false }
        guard element.name != "set-body", message != "Request" || forwards else { return false }
        // What is read in a condition of a branch that ends the request is not missed there, and what follows is not known to run.
        return !elements.contains { $0.index > element.index && ending.contains($0.name) && $0.section == element.section }
            && !elements.contains { $0.index > element.index && $0.name == "forward-request" && message == "Response" }
    }

    /// Whether the request goes to a backend, as far as the document shows.
    private var forwards: Bool {
        guard let backend = elements.first(where: { $0.name == "backend" && $0.ancestors.count == 1 }) else { return true }
        return descendants(of: backend).contains { ["base", "forward-request", "include-fragment"].contains($0.name) }
    }

    /// Whether an element belongs to an answer that the gateway itself makes.
    fileprivate func isPartOfResponse(_ element: AnalyzedElement) -> Bool {
        ancestors(of: element).contains { $0.name == "return-response" }
    }
}
