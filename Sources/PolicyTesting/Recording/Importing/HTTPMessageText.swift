import PolicyDiagnostics

/// One message of a text, in its lines.
struct HTTPMessageText {
    /// The first line.
    let startLine: String
    /// The lines of the header fields, each with its place.
    let fieldLines: [(text: String, span: SourceSpan)]
    let body: [UInt8]
    /// The place of the first line.
    let span: SourceSpan

    var isResponse: Bool { startLine.hasPrefix("HTTP/") }

    func invalid(_ message: String, hint: String) -> Diagnostic { Diagnostic("invalid-message", .error, message, at: span, hint: hint) }

    /// The header fields. - Throws: a diagnostic at a line that is none, and at a transfer coding, which is not undone.
    func fields() throws(Diagnostic) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for (text, span) in fieldLines {
            guard let colon = text.firstIndex(of: ":"), colon > text.startIndex, !text[..<colon].contains(where: \.isWhitespace) else {
                throw Diagnostic("invalid-field", .error, "this is no header field", at: span, hint: "Name: value")
            }
            let value = text[text.index(after: colon)...].trimmed()
            if text[..<colon].lowercased() == "transfer-encoding", value.lowercased() != "identity" {
                throw Diagnostic(
                    "not-read", .error, "bodies in the transfer coding '\(value)' are not read", at: span,
                    hint: "write the body as it is, and take this line out")
            }
            fields.append((String(text[..<colon]), value))
        }
        return fields
    }

    /// The messages of a text. Empty lines and comments (`#`, `//`) before a start line are passed over, as `.http` files have them.
    static func messages(in source: SourceText) -> [HTTPMessageText] {
        var messages: [HTTPMessageText] = []
        var lines = Lines(source)
        while let message = lines.message() { messages.append(message) }
        return messages
    }

    private struct Lines {
        private let source: SourceText
        private var offset: Int

        init(_ source: SourceText) {
            self.source = source
            offset = source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        private mutating func line() -> (text: String, range: SourceRange)? {
            guard offset < source.utf8.count else { return nil }
            let start = offset
            let end = source.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.utf8.endIndex
            offset = min(end + 1, source.utf8.count)
            let stop = end > start && source.utf8[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
            let range = SourceRange(start, stop)
            return (source[range], range)
        }

        mutating func message() -> HTTPMessageText? {
            guard let start = startLine() else { return nil }
            var fields: [(text: String, span: SourceSpan)] = []
            var hasBody = false
            while let line = line(), !line.text.hasPrefix("###") {
                guard !line.text.isEmpty else {
                    hasBody = true
                    break
                }
                fields.append((line.text, SourceSpan(source, line.range)))
            }
            return HTTPMessageText(
                startLine: start.text, fieldLines: fields, body: hasBody ? body() : [], span: SourceSpan(source, start.range))
        }

        private mutating func startLine() -> (text: String, range: SourceRange)? {
            while let line = line() {
                let isPassedOver = line.text.trimmed().isEmpty || line.text.hasPrefix("#") || line.text.hasPrefix("//")
                if !isPassedOver { return line }
            }
            return nil
        }

        /// All up to a line `###` or the end; the line break before either belongs to the text, not to the body.
        private mutating func body() -> [UInt8] {
            let start = offset
            var end = start
            while let line = line(), !line.text.hasPrefix("###") { end = line.range.upperBound }
            return Array(source.utf8[start..<end])
        }
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    func trimmed() -> String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
