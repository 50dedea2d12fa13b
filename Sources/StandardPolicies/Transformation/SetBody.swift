public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Replaces the body of the message.
public struct SetBody: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "set-body", category: .transformation, sections: .all,
        summary: "Replaces the body of the message with a text, the result of an expression, or a Liquid rendering.")

    /// What the text is.
    public enum Template: String, PolicyEnumeration, BindableType {
        /// A Liquid template.
        case liquid
        /// The text itself; not in the reference, but in use.
        case none
    }

    /// What a Liquid template sees of an XML element that is nil.
    public enum NilElement: String, PolicyEnumeration, BindableType {
        /// An empty text.
        case blank
        /// null.
        case null
    }

    /// What the text is.
    public var template: PolicyValue<Template>?
    /// What a Liquid template sees of an XML element that is nil.
    public var nilElement: PolicyValue<NilElement>
    /// Whether texts that look like dates become dates for a Liquid template.
    public var parsesDates: PolicyValue<Bool>
    /// Whether entities in an expression's code are decoded: known to the editor's schema alone.
    public var decodesHTML: PolicyValue<Bool>?
    /// The new body; nil when it is empty.
    public var text: PolicyValue<String>?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        template = element.optionalAttribute("template", expressions: false, "'liquid' when the text is a Liquid template.")
        nilElement = element.attribute(
            "xsi-nil", default: .blank, expressions: false, "What a Liquid template sees of an element with xsi:nil.")
        parsesDates = element.attribute(
            "parse-date", default: true, expressions: false, "Whether texts that look like dates become dates for a Liquid template.")
        decodesHTML = element.optionalAttribute(
            "html-decode-expression", expressions: false, "Whether entities in the expression are decoded; they always are here.")
        let wrapped = element.optionalChild("value", "The text, in an element of its own.") { $0.verbatimText("The new body.") }
        let own = element.verbatimText("The new body.")
        text = wrapped ?? own
    }

    /// Binds the text. The section says whose body it is: the response's in outbound and on-error.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let body = bind(in: &scope)
        switch scope.position.section {
        case .inbound, .backend:
            return .immediate { context throws(PolicyError) in
                let request = context.gateway.request
                request.body = try body.makeBody(&context, updating: request.headers)
                return .proceed
            }
        case .outbound, .onError:
            return .immediate { context throws(PolicyError) in
                let response = context.preparedResponse()
                response.body = try body.makeBody(&context, updating: response.headers)
                return .proceed
            }
        }
    }

    /// Binds the text for a policy that holds this one.
    func bind(in scope: inout CompilationScope) -> BoundBody {
        if let template, scope.bind(template).constant == .liquid {
            let readsDates = scope.bind(parsesDates).constant ?? true
            let nilValue: LiquidValue = scope.bind(nilElement).constant == .null ? .null : .string(NetString())
            let template = LiquidTemplate(text?.text, readsDates: readsDates, nilElement: nilValue, in: &scope)
            return BoundBody(content: BoundObject(constant: NetString()), template: template)
        }
        return BoundBody(content: text.map { scope.bindObject($0) } ?? BoundObject(constant: NetString()))
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "the JSON of the request, changed", in: .inbound,
            """
            <set-body>@{
                var order = context.Request.Body.As<JObject>();
                order["source"] = "gateway";
                return order.ToString(Newtonsoft.Json.Formatting.None);
            }</set-body>
            """, request: .init("POST", headers: [("Content-Type", "application/json")], body: #"{"quantity":4}"#),
            expects: .backendBody(#"{"quantity":4,"source":"gateway"}"#)),
        PolicyExample(
            "a text for the caller", in: .outbound, "<set-body>done</set-body>", expects: .status(200), .body("done")),
    ]
}

/// A set-body with its text bound.
struct BoundBody: Sendable {
    let content: BoundObject
    /// The Liquid template, which stands in the content's place.
    var template: LiquidTemplate?

    /// Makes the body. It is UTF-8, and so says the charset of the content type, if it names one.
    func makeBody(_ context: inout RequestContext, updating headers: MultiValueDictionary) throws(PolicyError) -> MessageBody {
        let bytes = if let template { try template.render(context) } else { try Self.bytes(of: try content(&context)) }
        if let contentType = headers["Content-Type"]?.first, let updated = Self.withUTF8Charset(contentType.string) {
            headers["Content-Type"] = [NetString(updated)]
        }
        return MessageBody(bytes)
    }

    /// A `byte[]` as it is, nothing for null, and everything else by its text.
    private static func bytes(of value: Value) throws(PolicyError) -> [UInt8] {
        if case .object(let object) = value, let bytes = (object as? NetArray)?.bytes { return bytes }
        do throws(EvaluationError) {
            return try ValueText.text(of: value).withUTF8 { Array($0) }
        } catch {
            throw PolicyError(error)
        }
    }

    /// The content type with `charset=utf-8` in the place of another charset; nil when it names none or names UTF-8.
    static func withUTF8Charset(_ contentType: String) -> String? {
        var parameters = contentType.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        guard let index = parameters.dropFirst().firstIndex(where: { Self.charset(of: $0) != nil }),
            let charset = charset(of: parameters[index]), charset != "utf-8"
        else { return nil }
        parameters[index] = " charset=utf-8"
        return parameters.joined(separator: ";")
    }

    private static func charset(of parameter: String) -> String? {
        let trimmed = parameter.filter { $0 != " " && $0 != "\t" && $0 != "\"" }.lowercased()
        return trimmed.hasPrefix("charset=") ? String(trimmed.dropFirst(8)) : nil
    }
}
