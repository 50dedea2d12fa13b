import PolicyDiagnostics
import PolicyExpressions

/// JSONPath as Newtonsoft.Json has it, filters included: the same that a policy's `SelectTokens` understands.
enum JSONPath {
    private static let selection = ValueExpression(
        #"""
        new JArray(JObject.Parse((string)context.Variables["text"])["json"].SelectTokens(
            (string)JObject.Parse((string)context.Variables["text"])["path"])).ToString(Newtonsoft.Json.Formatting.None)
        """#)

    /// What a path finds in a JSON text; nil where the text is no JSON or the path is none.
    static func values(at path: String, in text: String) -> [JSON]? {
        guard let json = try? JSONReader.read(SourceText(name: "", text: text)).json else { return nil }
        let question: JSON = ["json": json, "path": .string(path)]
        guard case .string(let found)? = try? selection.evaluate(with: question.compactText),
            case .array(let values)? = try? JSONReader.read(SourceText(name: "", text: found.string)).json
        else { return nil }
        return values
    }
}
