public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Wraps the response in the call of a JavaScript function that the caller names.
///
/// The reference names no status for a name that is none; here it is 400. The content type becomes that of JavaScript.
public struct JSONP: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "jsonp", category: .crossDomain, sections: [.outbound], multiplicity: .oncePerSection,
        summary: "Wraps the response in the call of a JavaScript function that the caller names.")

    /// The query parameter that holds the function's name.
    public var callbackParameterName: PolicyValue<String>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        callbackParameterName = element.attribute(
            "callback-parameter-name", allowed: .notEmpty, "The query parameter that holds the function's name.")
    }

    /// Binds the parameter's name.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let parameter = scope.bindText(callbackParameterName)
        scope.readBodies(.response)
        return .immediate { context throws(PolicyError) in
            let name = try parameter(&context).string
            let query = QueryParameters(context.gateway.request.originalURL.queryString)
            guard let callback = query.values(of: name).first, let response = context.gateway.response else { return .proceed }
            guard JavaScriptIdentifier.isValid(callback) else {
                let message = "Value of callback parameter \(name) is not a valid JavaScript identifier."
                throw PolicyError("CallbackParameterInvalid", message, statusCode: 400, isMessagePublic: true)
            }
            response.body = MessageBody(Array("\(callback)(".utf8) + (response.body.forwardedBytes ?? []) + Array(");".utf8))
            response.headers["Content-Type"] = ["application/javascript; charset=utf-8"]
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "the JSON becomes the argument of a call", in: .outbound, #"<jsonp callback-parameter-name="cb" />"#,
            request: .init("GET", "https://gateway.example/shop/orders/7?cb=show"), expects: .body(#"show({"ok":true});"#)),
        PolicyExample(
            "without the parameter it stays as it is", in: .outbound, #"<jsonp callback-parameter-name="cb" />"#,
            expects: .body(#"{"ok":true}"#)),
    ]
}

/// The names of JavaScript (ECMAScript, 12.7), without escapes.
enum JavaScriptIdentifier {
    /// Whether a text is one, and no reserved word.
    static func isValid(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isStart(first) else { return false }
        return text.unicodeScalars.dropFirst().allSatisfy(isPart) && !reserved.contains(text)
    }

    private static func isStart(_ scalar: Unicode.Scalar) -> Bool { scalar == "$" || scalar == "_" || scalar.properties.isIDStart }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "$" || scalar.value == 0x200C || scalar.value == 0x200D || scalar.properties.isIDContinue
    }

    private static let reserved: Set<String> = [
        "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export",
        "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null", "return", "super", "switch",
        "this", "throw", "true", "try", "typeof", "var", "void", "while", "with", "yield", "let", "static", "implements", "interface",
        "package", "private", "protected", "public",
    ]
}
