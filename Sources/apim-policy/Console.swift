import Foundation
import PolicyDiagnostics

/// The two streams: what machines read goes to standard output, everything else to standard error.
enum Console {
    static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    static func writeError(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    /// Writes diagnostics for people, in colour where a terminal shows them and nobody asked for none.
    static func writeError(_ diagnostics: [Diagnostic]) { writeError(text(diagnostics, on: STDERR_FILENO)) }

    static func write(_ diagnostics: [Diagnostic]) { write(text(diagnostics, on: STDOUT_FILENO)) }

    static func text(_ diagnostics: [Diagnostic], on descriptor: Int32 = STDERR_FILENO) -> String {
        DiagnosticTextFormatter(usesColor: showsColor(descriptor)).format(diagnostics)
    }

    /// NO_COLOR counts when it is set to anything but nothing (no-color.org).
    static func showsColor(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
}
