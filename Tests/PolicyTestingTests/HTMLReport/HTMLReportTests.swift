import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import PolicyTesting
import Testing

@Suite("HTML report")
struct HTMLReportTests {
    @Test func everyTextIsEscaped() async throws {
        let evil = "</pre><script>alert('x')</script>\"onload=\"x"
        var test = ReportedTest(name: evil, file: evil, line: 3, outcome: .failed)
        test.failures = [ReportedTest.Failure(evil, expected: "a\n" + evil, actual: "b\n" + evil + "\n")]
        let document =
            "<policies><inbound><set-variable name=\"&lt;script&gt;\" value=\"&lt;script&gt;alert(1)&lt;/script&gt;\" />"
            + "<set-variable name=\"f\" value=\"@(&quot;&lt;script&gt;x&quot;)\" /></inbound></policies>"
        test.runs = [try await ReportSamples.run(document, named: evil)]
        let report = HTMLReport(title: evil, tests: [test], coverage: test.runs[0].coverage)
        for (path, text) in report.files where path.hasSuffix(".html") {
            let scripts = text.components(separatedBy: "<script").count - 1
            #expect(scripts == 1, "\(path) has a script that is not the report's")
            #expect(!text.contains("\"onload=") && !text.contains("alert('x')"), "\(path)")
        }
    }

    @Test func nothingIsLoadedFromElsewhere() async throws {
        for (path, text) in try await ReportSamples.report().files where path.hasSuffix(".html") {
            let references = text.matches(of: /(?:src|href)="([^"]*)"/).map { String($0.1) }
            #expect(references.allSatisfy { !$0.contains(":") || $0 == "data:," }, "\(path)")
            #expect(text.contains("default-src &#39;none&#39;;"))
        }
        #expect(!(try await ReportSamples.report().files.contains { $0.path.hasSuffix(".css") && $0.text.contains("url(") }))
    }

    @Test func everyLinkLeadsToAPlace() async throws {
        let files = try await ReportSamples.report().files
        let pages = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
        for (path, text) in files where path.hasSuffix(".html") {
            for match in text.matches(of: /href="([^"#]*)(?:#([^"]*))?"/) where !match.1.hasPrefix("data:") {
                let target = match.1.isEmpty ? path : Self.resolve(String(match.1), from: path)
                let page = try #require(pages[target], "\(path) leads to \(target)")
                if let anchor = match.2 { #expect(page.contains("id=\"\(anchor)\""), "\(path) leads to #\(anchor) of \(target)") }
            }
        }
    }

    private static func resolve(_ link: String, from path: String) -> String {
        link.hasPrefix("../") ? String(link.dropFirst(3)) : path.contains("/") ? "tests/" + link : link
    }

    @Test func canariesAppearNowhere() async throws {
        let canaries = (0..<100).map { "canary \($0)/Ω+\"\(UInt64($0) &* 0x9E37_79B9_7F4A_7C15)" }
        let test = try await ReportSamples.test(withSecrets: canaries)
        let report = HTMLReport(tests: [test], coverage: test.runs[0].coverage)
        var outputs = report.files.map(\.text)
        outputs.append(test.runs[0].trace.jsonText(masking: test.mask))
        outputs.append(test.runs[0].trace.inspectorText(masking: test.mask))
        outputs += [test.runs[0].coverage?.lcov() ?? "", test.runs[0].coverage?.jsonText() ?? ""]
        // The run saw them all: without the mask they would be there.
        #expect(canaries.allSatisfy { canary in test.runs[0].report.variables.contains { $0.value.text == canary } })
        let everything = Data(outputs.joined(separator: "\n").utf8)
        for canary in canaries {
            let forms = [
                canary, HTMLText.escaped(canary), Data(canary.utf8).base64EncodedString(),
                canary.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? canary,
            ]
            #expect(forms.allSatisfy { everything.range(of: Data($0.utf8)) == nil })
        }
    }

    @Test func halvesOfASecretAreNotShownByADiff() {
        var test = ReportedTest(name: "diff", file: "a.test.yaml", outcome: .failed)
        test.failures = [ReportedTest.Failure("body", expected: "s3cret-s3cret-2", actual: "s3cret-s3cret-1")]
        test.mask = SecretMask(["s3cret-s3cret-1", "s3cret-s3cret-2"])
        for file in HTMLReport(tests: [test]).files { #expect(!file.text.contains("s3cret")) }
    }

    @Test func reportIsWrittenIntoItsFolder() async throws {
        let folder = NSTemporaryDirectory() + "report-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let report = try await ReportSamples.report()
        try report.write(to: folder)
        for file in report.files {
            #expect(try String(contentsOfFile: folder + "/" + file.path, encoding: .utf8) == file.text)
        }
        #expect(throws: UnwritableFile.self) { try report.write(to: folder + "/index.html") }
    }

    @Test func reportOfNothingIsAPage() {
        let files = HTMLReport(tests: []).files
        #expect(files.map(\.path) == ["index.html", "report.css", "report.js"])
    }
}

/// The escapes that a page would have a text in.
private enum HTMLText {
    static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "\"", with: "&quot;")
    }
}
