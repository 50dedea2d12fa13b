import Foundation
import PolicyDiagnostics
import PolicyRuntime

/// A report of tests as one folder of static pages: no network, no server, nothing to install.
///
/// `index.html` has the tests and the coverage; each test has a page with its runs, each covered file one with its text. Everything
/// that comes from tests, policies and messages is escaped, and the secrets of all tests are masked on every page.
public struct HTMLReport: Sendable {
    /// What the report is called.
    public var title: String
    /// The tests, in the order in which they are shown.
    public var tests: [ReportedTest]
    /// The coverage of all tests; nil shows none.
    public var coverage: PolicyCoverage?

    /// Makes a report.
    public init(title: String = "Policy tests", tests: [ReportedTest], coverage: PolicyCoverage? = nil) {
        (self.title, self.tests, self.coverage) = (title, tests, coverage)
    }

    /// The files of the report by their paths in its folder.
    public var files: [(path: String, text: String)] {
        let site = ReportSite(self)
        func page(_ path: String, _ page: ReportPage) -> (String, String) { (path, page.html.rendered(masking: site.mask)) }
        var files = [page("index.html", IndexPage(site).page)]
        files += tests.indices.map { page(site.path(ofTest: $0), TestPage(site, $0).page) }
        files += site.files.enumerated().map { page(site.path(ofFile: $0), FilePage(site, $1).page) }
        return files + [("report.css", ReportStyle.text), ("report.js", ReportScript.text)]
    }

    /// Writes the report into a folder, which is made where there is none. Other files in it stay.
    ///
    /// - Throws: `UnwritableFile`.
    public func write(to folder: String) throws(UnwritableFile) {
        for (path, text) in files {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
            do {
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            } catch {
                throw UnwritableFile(path: file.path, reason: error.localizedDescription)
            }
        }
    }
}

/// A file that could not be written.
public struct UnwritableFile: Error, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// Why.
    public var reason: String

    /// Makes an error.
    public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

    /// The file and the reason.
    public var description: String { "\(path): \(reason)" }
}

/// What pages know of each other.
struct ReportSite {
    let report: HTMLReport
    /// The covered files, each with a page of its own.
    let files: [FileCoverage]
    /// Hides the secrets of all tests.
    let mask: SecretMask

    init(_ report: HTMLReport) {
        self.report = report
        mask = report.tests.map(\.mask).reduce(SecretMask()) { $0.union($1) }
        files = report.coverage?.files ?? []
    }

    func path(ofTest index: Int) -> String { "tests/\(index + 1).html" }
    func path(ofFile index: Int) -> String { "files/\(index + 1).html" }

    /// A link to a place in a covered file, from a page in a folder; only the text where the file has no page.
    func link(to span: SourceSpan?, from root: String = "../") -> HTML {
        guard let span else { return "" }
        let name = span.source.name
        let text = "\(name.split(separator: "/").last ?? ""):\(span.start.line)"
        guard let index = files.firstIndex(where: { $0.name == span.source.name }) else {
            return "<span class=\"place\" title=\"\(name)\">\(text)</span>"
        }
        return "<a class=\"place\" title=\"\(name)\" href=\"\(root)\(path(ofFile: index))#L\(span.start.line)\">\(text)</a>"
    }
}
