import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import Testing

@Suite struct NamedValuesResolverTests {
    static let values = DictionaryNamedValues([
        "host": NamedValue("contoso.com"), "a.b-c_1": NamedValue("dots"), "number": NamedValue("7"), "empty": NamedValue(""),
        "key": NamedValue("s3cr3t", isSecret: true), "sum": NamedValue(" @(1 + 2) "), "block": NamedValue("@{ return 1; }"),
        "code": NamedValue("context.Request.Method"), "reference": NamedValue("{{host}}"), "password": NamedValue("@(half"),
        "two": NamedValue("@(1)@(2)"), "b": NamedValue("9"), "quote": NamedValue("a\"b"), "umlaut": NamedValue("ä€"),
    ])

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String { text }
        var text: String
        var pieces: [String]
        var found: [String]
        var context = NamedValueResolver.Context.text

        init(_ text: String, _ pieces: String..., found: [String] = [], context: NamedValueResolver.Context = .text) {
            (self.text, self.pieces, self.found, self.context) = (text, pieces, found, context)
        }
    }

    static let cases: [Case] = [
        Case("{{host}}", "contoso.com"),
        Case("<<host>>", "contoso.com"),
        Case("https://{{host}}/{{number}}?{{a.b-c_1}}", "https://contoso.com/7?dots"),
        Case("{{umlaut}}{{umlaut}}é", "ä€ä€é"),
        Case("a{{empty}}b", "ab"),
        Case("{{empty}}"),
        Case("{{ host }} {{}} {{a|b}} {host} <host>", "{{ host }} {{}} {{a|b}} {host} <host>"),
        Case("{{reference}}", "{{host}}"),
        Case("{{sum}}", "@(1 + 2)"),
        Case("{{block}}", "@{ return 1; }"),
        Case("a{{sum}}b{{number}}", "a", "@(1 + 2)", "b7"),
        Case("{{password}}", "@(half"),
        Case("{{two}}", "@(1)@(2)"),
        Case("{{Host}}", "{{Host}}", found: ["error undefined-named-value 1:1"]),
        Case("x <<hots>>", "x <<hots>>", found: ["error undefined-named-value 1:3"]),
        Case("{{no1}}{{no2}}", "{{no1}}{{no2}}", found: ["error undefined-named-value 1:1", "error undefined-named-value 1:8"]),
        Case("{{host}} {{body.x}}", "contoso.com {{body.x}}", context: .liquid),
        Case("{{sum}}", " @(1 + 2) ", context: .liquid),
        Case(#"@("a{{host}}" + {{code}})"#, #"@("acontoso.com" + context.Request.Method)"#),
        Case(#"@("<<host>>" + <<code>>)"#, #"@("contoso.com" + context.Request.Method)"#),
        Case("@(1 << b >> 2)", "@(1 << b >> 2)"),
        Case("@(1 <<c>> 2)", "@(1 <<c>> 2)"),
        Case("@(1 + <<b>>)", "@(1 + 9)"),
        Case(#"@("<<none>>")"#, #"@("<<none>>")"#),
        Case(#"@("{{none}}")"#, #"@("{{none}}")"#, found: ["error undefined-named-value 1:4"]),
        Case("@({{none}})", "@({{none}})", found: ["error undefined-named-value 1:3"]),
        Case(#"@($"{{none}} {{host}} {1}")"#, #"@($"{{none}} contoso.com {1}")"#),
        Case(#"@($"{"{{none}}"}")"#, #"@($"{"{{none}}"}")"#, found: ["error undefined-named-value 1:7"]),
        Case("@{ /* {{none}} */ return 1; // {{none}}\n}", "@{ /* {{none}} */ return 1; // {{none}}\n}"),
        Case("@{{ return 1; }}", "@{{ return 1; }}"),
        Case(#"@(@"{{quote}}")"#, #"@(@"a"b")"#),
    ]

    @Test(arguments: cases) func replaces(_ test: Case) throws {
        let resolved = NamedValueResolver(Self.values).resolve(try policyText(test.text), context: test.context)
        #expect(resolved.pieces.map(\.written) == test.pieces)
        #expect(resolved.diagnostics.map { $0.briefly(from: test.text) } == test.found)
        #expect(resolved.pieces.allSatisfy { $0.text.map.derivedCount == $0.text.string.utf8.count })
    }

    @Test func undefinedNamesHaveAHint() throws {
        let resolved = NamedValueResolver(Self.values).resolve(try policyText("{{hostt}}"))
        #expect(resolved.diagnostics.first?.message == "Cannot find a property 'hostt'")
        #expect(resolved.diagnostics.first?.hint == "did you mean 'host'?")
    }

    @Test(arguments: [
        ("{{none}}", true, false), ("{{host}}", false, false), (#"@("{{none}}")"#, true, false), ("@({{none}})", true, true),
        (#"@("{{none}}" + {{none}})"#, true, true), (#"@($"{{none}}")"#, false, false), ("@(1 <<none>> 2)", false, false),
    ])
    func assumedNamesAreUnknownText(_ text: String, _ isUnknown: Bool, _ isUnknownInCode: Bool) throws {
        let resolved = NamedValueResolver(Self.values, assumesUndefined: true).resolve(try policyText(text))
        #expect(resolved.diagnostics.isEmpty)
        #expect(resolved.hasUnknownNames == isUnknown)
        #expect(resolved.hasUnknownNamesInCode == isUnknownInCode)
    }

    @Test func substitutedTextMapsToTheReference() throws {
        let resolved = NamedValueResolver(Self.values).resolve(try policyText("ab{{host}}cd"))
        guard case .literal(let text)? = resolved.pieces.first else { throw MissingPiece() }
        #expect(text.map.origin(of: SourceRange(4, 6))?.text == "{{host}}")
        #expect(text.map.origin(of: SourceRange(0, 2))?.text == "ab")
        #expect(text.map.origin(of: SourceRange(13, 15))?.text == "cd")
    }

    @Test func notesShowTheTextAfterSubstitutionWithoutSecrets() throws {
        let resolved = NamedValueResolver(Self.values).resolve(try policyText(#"@(1 + {{code}} + "{{key}}")"#))
        guard case .expression(_, let code, let substitutions)? = resolved.pieces.first else { throw MissingPiece() }
        #expect(resolved.secrets == ["s3cr3t"])
        #expect(substitutions.map(\.name) == ["code", "key"])
        let note = try #require(substitutions.note(on: SourceRange(5, 8), in: code))
        #expect(note.message == #"with 'code' replaced this is: 1 + context.Request.Method + "•••""#)
        #expect(note.span?.text == "{{code}}")
        #expect(substitutions.note(on: SourceRange(0, 1), in: code) == nil)
    }

    private struct MissingPiece: Error {}

    /// The text of an element as the parser reads it.
    private func policyText(_ text: String) throws -> PolicyText {
        let escaped = text.hasPrefix("@") ? text : text.replacing("<<", with: "&lt;&lt;").replacing("<h", with: "&lt;h")
        let source = SourceText(name: "policy.xml", text: "<value>\(escaped)</value>")
        let roots = XMLDocumentParser(isSnippet: true).parse(source).roots
        guard case .element(let element)? = roots.first, case .text(let found)? = element.children.first else { throw MissingPiece() }
        return found
    }
}

extension ResolvedText.Piece {
    fileprivate var text: MappedText {
        switch self {
        case .literal(let text), .expression(_, let text, _): text
        }
    }

    fileprivate var written: String {
        switch self {
        case .literal(let text): text.string
        case .expression(.single, let code, _): "@(\(code.string))"
        case .expression(.block, let code, _): "@{\(code.string)}"
        }
    }
}

extension Diagnostic {
    /// The problem with its column in the element's text, which stands behind `<value>`.
    fileprivate func briefly(from text: String) -> String {
        guard let start = span?.start else { return brief }
        return "\(severity.rawValue) \(code.rawValue) \(start.line):\(start.column - 7)"
    }
}
