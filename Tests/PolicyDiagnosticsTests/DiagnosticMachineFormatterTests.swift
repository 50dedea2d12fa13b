import Foundation
import PolicyDiagnostics
import Testing

@Suite("Diagnostics for machines")
struct DiagnosticMachineFormatterTests {
    private static let source = SourceText(name: "dir with space/é.xml", text: "<policies>\n  <é/><inbund/>\n</policies>")
    private let diagnostic: Diagnostic = {
        let span = SourceSpan(source, SourceRange(19, 25))
        return Diagnostic(
            "unknown-element", .error, "'inbund' is no section", at: span, hint: "did you mean 'inbound'?",
            notes: [.init("in this document", at: SourceSpan(source, SourceRange(1, 9)))], fix: .init(span, replacement: "inbound"))
    }()

    private func object(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func jsonHasOneObjectALine() throws {
        let lines = DiagnosticJSONFormatter().format([diagnostic]).split(separator: "\n")
        #expect(lines.count == 2)
        let first = try object(lines[0])
        #expect(first["file"] as? String == "dir with space/é.xml")
        #expect(first["line"] as? Int == 2 && first["endLine"] as? Int == 2)
        #expect(first["column"] as? Int == 8 && first["endColumn"] as? Int == 14)
        #expect(first["severity"] as? String == "error" && first["code"] as? String == "unknown-element")
        #expect(first["message"] as? String == "'inbund' is no section" && first["hint"] as? String == "did you mean 'inbound'?")
        #expect(try object(lines[1])["severity"] as? String == "note")
    }

    @Test func jsonKeepsTheOrderOfTheContract() {
        let line = DiagnosticJSONFormatter().format(Diagnostic("c", .warning, "m \"quoted\"\n", at: nil))
        #expect(
            line == #"{"file":null,"line":null,"column":null,"endLine":null,"endColumn":null,"#
                + #""severity":"warning","code":"c","message":"m \"quoted\"\n","hint":null}"# + "\n")
    }

    @Test func summaryCounts() {
        #expect(DiagnosticJSONFormatter().summary(files: 5, refused: 2) == "{\"summary\":{\"files\":5,\"accepted\":3,\"refused\":2}}\n")
    }

    @Test func sarifNamesRuleRegionNoteAndFix() throws {
        let log = try object(DiagnosticSARIFFormatter().format([diagnostic]))
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "utf16CodeUnits")
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleId"] as? String == "unknown-element" && result["level"] as? String == "error")
        let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect((location["artifactLocation"] as? [String: Any])?["uri"] as? String == "dir%20with%20space/%C3%A9.xml")
        #expect((location["region"] as? [String: Int]) == ["startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 14])
        #expect((result["relatedLocations"] as? [Any])?.count == 1)
        #expect((result["fixes"] as? [Any])?.count == 1)
    }

    @Test func sarifWithoutFindingsIsAValidLog() throws {
        let log = try object(DiagnosticSARIFFormatter().format([]))
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect((run["results"] as? [Any])?.isEmpty == true)
    }
}
