import PolicyExpressions
import Testing

@Suite("completion of names")
struct ExpressionCompletionTests {
    @Test(
        "what may follow",
        arguments: [
            ("context.Req", "Req", ["Request", "RequestId"]), ("contex", "contex", ["context"]),
            ("\"a\".ToUp", "ToUp", ["ToUpper", "ToUpperInvariant"]),
            ("string.IsNullOr", "IsNullOr", ["IsNullOrEmpty", "IsNullOrWhiteSpace"]),
            ("context.Variables.GetV", "GetV", ["GetValueOrDefault"]), ("1 + int.Pa", "Pa", ["Parse"]),
            ("context.Variables.GetValueOrDefault<string>(\"x\")?.PadL", "PadL", ["PadLeft"]),
            ("context.Request.Headers[\"a\"].First().TrimE", "TrimE", ["TrimEnd"]), ("new[] { 1 }.Agg", "Agg", ["Aggregate"]),
            ("System.Text.Enc", "Enc", ["Encoding"]), ("nothing.X", "X", []), ("", "", nil), (".", "", []), ("((", "", nil),
            ("1.", "", nil),
        ] as [(String, String, [String]?)])
    func completion(code: String, prefix: String, names: [String]?) {
        let completion = ExpressionCompiler().completion(of: code)
        #expect(completion.prefix == prefix)
        if let names { #expect(completion.names == names) }
    }

    @Test(
        "text cut off anywhere", arguments: ["context.Request.Headers[\"a\"].Select(x => $\"{x.Length,5:N0}\").ToList()?.Count ?? (int)'c'"]
    )
    func everyPrefix(code: String) {
        for end in code.indices {
            let completion = ExpressionCompiler().completion(of: String(code[..<end]))
            #expect(code[..<end].hasSuffix(completion.prefix))
        }
    }

    @Test("open brackets", arguments: [("@{ return (1", true), ("@(1)", false), ("\"(\"", false), ("// (", false), ("]", false)])
    func openBrackets(text: String, isOpen: Bool) {
        #expect(ExpressionCompiler().leavesBracketsOpen(text) == isOpen)
    }
}
