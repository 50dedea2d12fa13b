import Foundation
import PolicyTesting
import Testing

/// The report in a real browser, where a chromium is installed: its script runs, and no page is wider than a phone.
@Suite("HTML report in a browser", .enabled(if: Browser.path != nil, "no chromium is installed"), .serialized)
struct HTMLReportBrowserTests {
    private func withReport(_ work: (String) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "report-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await ReportSamples.report().write(to: folder)
        try await work(folder)
    }

    @Test func scriptRunsUnderThePagesOwnPolicy() async throws {
        try await withReport { folder in
            let index = try await Browser.document(of: folder + "/index.html")
            #expect(index.contains("<div class=\"filter\">"), "the filter is shown by the script")
            let test = try await Browser.document(of: folder + "/tests/1.html")
            #expect(test.contains("class=\"toggle\">Open all</button>"))
        }
    }

    @Test(arguments: [390, 1280]) func noPageIsWiderThanTheScreen(_ width: Int) async throws {
        try await withReport { folder in
            let pages = ["index.html", "tests/1.html", "tests/7.html", "files/1.html", "files/5.html"]
            let frames = pages.map { "<iframe width=\"\(width)\" height=\"800\" src=\"\($0)\"></iframe>" }.joined()
            let measure = """
                <!DOCTYPE html><body>\(frames)<script>onload = function () {
                  document.title = Array.from(frames).map(function (f) {
                    for (const d of f.document.querySelectorAll("details")) { d.open = true; }
                    return f.document.documentElement.scrollWidth; }).join(" ");
                };</script>
                """
            try measure.write(toFile: folder + "/measure.html", atomically: true, encoding: .utf8)
            let document = try await Browser.document(of: folder + "/measure.html")
            let title = try #require(document.firstMatch(of: /<title>([0-9 ]*)<\/title>/)?.1)
            let widths = title.split(separator: " ").compactMap { Int($0) }
            #expect(widths.count == pages.count && widths.allSatisfy { $0 <= width }, "\(title)")
        }
    }
}

/// A chromium without a window.
enum Browser {
    static let path = ["chromium", "chromium-browser", "google-chrome"].lazy
        .flatMap { name in ["/usr/bin", "/usr/local/bin", "/snap/bin"].map { "\($0)/\(name)" } }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The document of a page once its script has run.
    static func document(of page: String) async throws -> String {
        let profile = NSTemporaryDirectory() + "profile-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: profile) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--allow-file-access-from-files",
            "--user-data-dir=\(profile)", "--virtual-time-budget=5000", "--dump-dom", "file://\(page)",
        ]
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        try process.run()
        let text = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
            }
        }
        process.waitUntilExit()
        return text
    }
}
