package import PolicyDiagnostics
import PolicyExpressions

/// What evaluating an expression gave, in the canonical form of Docs/FileFormats.md.
public enum ExpressionResult: Sendable, Hashable {
    /// A value: its short C# type name and its text, which is nil for null.
    case value(type: String, text: String?)
    /// An exception: the full name of its type, and its message.
    case exception(type: String, message: String)
    /// The code does not compile: the first error's code, and its message.
    case compileError(code: String, message: String)

    init(reading json: LocatedJSON) throws(Diagnostic) {
        if let code = json["compileError"] {
            self = .compileError(code: try code.text("compileError"), message: try json["message"]?.text("message") ?? "")
        } else if let type = json["throws"] {
            self = .exception(type: try type.text("throws"), message: try json["message"]?.text("message") ?? "")
        } else {
            self = .value(type: try json["type"]?.text("type") ?? "null", text: try json["value"]?.text("value"))
        }
    }

    /// The JSON object of the batch form: `{"type", "value"}`, `{"throws", "message"}` or `{"compileError", "message"}`.
    package var json: JSON {
        switch self {
        case .value(let type, let text): ["type": .string(type), "value": JSON(text)]
        case .exception(let type, let message): ["throws": .string(type), "message": .string(message)]
        case .compileError(let code, let message): ["compileError": .string(code), "message": .string(message)]
        }
    }

    /// Whether an answer counts as right: equal type and text of a value, equal type of an exception, any refusal where the
    /// code must be refused.
    public func accepts(_ answer: ExpressionResult) -> Bool {
        switch (self, answer) {
        case (.value, .value): self == answer
        case (.exception(let expected, _), .exception(let actual, _)): expected == actual
        case (.compileError, .compileError): true
        default: false
        }
    }
}
