import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// What a document does with the context's variables.
struct DocumentVariables: Sendable {
    /// A place where a variable gets a value.
    struct Setter: Sendable {
        var name: String
        var element: AnalyzedElement
    }

    /// A place where a variable is asked for.
    struct Reader: Sendable {
        var access: DictionaryAccess
        var element: AnalyzedElement
        var expression: AnalyzedExpression
        var name: String { access.name }
        var span: SourceSpan? { expression.span(of: access.operation) }
    }

    private(set) var setters: [Setter] = []
    private(set) var readers: [Reader] = []
    /// Whether a name is not known: an expression, or a named value stands in it.
    private(set) var hasUnknownNames = false

    init(of document: AnalyzedDocument) {
        for element in document.elements {
            for attribute in element.element.attributes where Self.names(attribute.name, in: element.name) {
                guard let name = attribute.value.literal?.string.trimmed, !name.contains("{{") else {
                    hasUnknownNames = true
                    continue
                }
                setters.append(Setter(name: name, element: element))
            }
            for expression in element.expressions {
                readers += expression.accesses(to: "Variables").map { Reader(access: $0, element: element, expression: expression) }
            }
        }
    }

    /// Whether an attribute names a variable that the policy sets.
    private static func names(_ attribute: String, in policy: String) -> Bool {
        switch attribute {
        case "name": policy == "set-variable"
        case "response-variable-name": policy != "return-response"
        default: attribute == "variable-name" || attribute.hasSuffix("-variable-name")
        }
    }

    /// The names that the document sets.
    var names: Set<String> { Set(setters.map(\.name)) }

    func setters(of name: String) -> [Setter] { setters.filter { $0.name == name } }
}
