public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Adds, replaces, appends or removes a header.
public struct SetHeader: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "set-header", category: .transformation, sections: .all, summary: "Adds, replaces, appends or removes a header.")

    /// The header's name.
    public var name: PolicyValue<String>
    /// What happens when the header is there.
    public var existsAction: PolicyValue<ExistsAction>
    /// The values.
    public var values: [PolicyValue<String>]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        existsAction = element.attribute("exists-action", default: .override, "What happens when the header is there already.")
        name = element.attribute("name", allowed: .notEmpty, "The header's name.")
        values = element.valueChildren("value", "A value; several make a header of several values.")
    }

    /// Binds name, action and values. The section says whose header it is: the response's in outbound and on-error.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let header = bind(in: &scope)
        switch scope.position.section {
        case .inbound, .backend:
            return .immediate { context throws(PolicyError) in
                if try header.apply(to: context.gateway.request.headers, &context).isHost { context.overridesHost = true }
                return .proceed
            }
        case .outbound, .onError:
            return .immediate { context throws(PolicyError) in
                try header.apply(to: context.preparedResponse().headers, &context)
                return .proceed
            }
        }
    }

    /// Binds the parts for a policy that holds this one.
    func bind(in scope: inout CompilationScope) -> BoundHeader {
        let boundName = scope.bindText(name)
        if let constant = boundName.constant { check(HeaderName(constant), in: &scope) }
        return BoundHeader(
            name: boundName, constantName: boundName.constant.map(HeaderName.init), action: scope.bind(existsAction),
            values: values.map { scope.bindText($0) })
    }

    private func check(_ name: HeaderName, in scope: inout CompilationScope) {
        if !name.isValid {
            scope.error("invalid-value", "'\(name.text)' is not the name of a header", at: self.name.span)
        } else if name.isManaged {
            scope.warning(
                "managed-header", "the header '\(name.text)' belongs to the connection and is never changed by a policy", at: self.name.span
            )
        }
    }

    /// Three examples.
    public static let examples = [
        PolicyExample(
            "override replaces what the caller sent", in: .inbound,
            #"<set-header name="X-Client" exists-action="override"><value>@(context.Request.IpAddress)</value></set-header>"#,
            request: .init(headers: [("X-Client", "forged")]), expects: .backendHeader("X-Client", "127.0.0.1")),
        PolicyExample(
            "append keeps what is there; several values share a line", in: .inbound,
            #"<set-header name="X-Role" exists-action="append"><value>reader</value><value>writer</value></set-header>"#,
            request: .init(headers: [("X-Role", "guest")]), expects: .backendHeader("X-Role", "guest,reader,writer")),
        PolicyExample(
            "delete hides a header of the backend from the caller", in: .outbound,
            #"<set-header name="X-Powered-By" exists-action="delete" />"#,
            answers: [("https://backend.example/", .init(headers: [("X-Powered-By", "Backend 1.0")]))],
            expects: .header("X-Powered-By", nil)),
    ]
}

/// A set-header with its values bound.
struct BoundHeader: Sendable {
    let name: BoundValue<NetString>
    let constantName: HeaderName?
    let action: BoundValue<ExistsAction>
    let values: [BoundValue<NetString>]

    /// Changes header fields; those that belong to the connection stay as they are.
    @discardableResult
    func apply(to headers: MultiValueDictionary, _ context: inout RequestContext) throws(PolicyError) -> HeaderName {
        let name = try name(for: &context)
        guard !name.isManaged else { return name }
        switch try action(&context) {
        case .override: headers[name.text] = try evaluated(&context)
        case .append: for value in try evaluated(&context) { headers.append(value, to: name.text) }
        case .delete: headers.remove(name.text)
        case .skip: if headers[name.text] == nil { headers[name.text] = try evaluated(&context) }
        }
        return name
    }

    private func name(for context: inout RequestContext) throws(PolicyError) -> HeaderName {
        if let constantName { return constantName }
        let computed = HeaderName(try name(&context))
        guard computed.isValid else { throw PolicyError(nil, "'\(computed.text)' is not the name of a header.") }
        return computed
    }

    private func evaluated(_ context: inout RequestContext) throws(PolicyError) -> [NetString] {
        var texts: [NetString] = []
        texts.reserveCapacity(values.count)
        for value in values { texts.append(FieldText.sanitized(try value(&context))) }
        return texts
    }
}

/// The name of a header, and what the rules say about it.
struct HeaderName: Sendable {
    let text: NetString
    /// Whether HTTP allows it (RFC 9110, 5.1).
    let isValid: Bool
    /// Whether the connection alone decides about it.
    let isManaged: Bool
    /// Whether it names the host that is asked.
    let isHost: Bool

    init(_ text: NetString) {
        let name = text.string.lowercased()
        self.text = text
        isValid = FieldText.isToken(name)
        isManaged = Self.managed.contains(name)
        isHost = name == "host"
    }

    private static let managed: Set<String> = ["connection", "content-length", "keep-alive", "transfer-encoding"]
}
