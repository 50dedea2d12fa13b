public import PolicyDiagnostics
public import PolicyRuntime

/// The notations in which requests are handed around, and which a recording can be made of.
public enum RecordingFormat: String, Sendable, CaseIterable {
    /// HTTP Archive 1.2, as browsers and proxies save it.
    case har
    /// The trace of API Management's test console: the former `Ocp-Apim-Trace` JSON, and what `listTrace` answers.
    case trace
    /// HTTP/1.1 messages as text, a request and perhaps its response, separated by `###`.
    case http
    /// A `curl` command line.
    case curl

    /// The notation that a text looks like; nil when it looks like none.
    public init?(guessing source: SourceText) {
        let text = source.text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if text.hasPrefix("{") {
            guard let json = try? JSONReader.read(source) else { return nil }
            let isTrace = json["traceEntries"] != nil || json["value"]?["traceEntries"] != nil
            guard isTrace || json["log"] != nil else { return nil }
            self = isTrace ? .trace : .har
        } else if text.hasPrefix("curl ") || text.hasPrefix("curl\t") || text.hasPrefix("curl\\") || text.hasPrefix("$ curl ") {
            self = .curl
        } else if HTTPMessageText.messages(in: source).first.map({ RawHTTPImporter.looksLikeARequest($0.startLine) }) == true {
            self = .http
        } else {
            return nil
        }
    }
}

extension Recording {
    /// Makes a recording of a text in another notation, with credentials replaced by named placeholders.
    ///
    /// - Parameters:
    ///   - source: the text.
    ///   - format: its notation; found out where it is nil.
    ///   - entry: which request of an HTTP Archive came in at the gateway, from 1; the others were sent by it.
    ///   - namedValues: what credentials are called that a policy has as named values.
    /// - Throws: a diagnostic at what cannot be read.
    public init(
        importing source: SourceText, as format: RecordingFormat? = nil, entry: Int = 1,
        namedValues: any NamedValueProvider = DictionaryNamedValues()
    ) throws(Diagnostic) {
        let capture: Capture
        switch format ?? RecordingFormat(guessing: source) {
        case .har: capture = try HARImporter.capture(try JSONReader.read(source), entry: entry)
        case .trace: capture = try GatewayTraceImporter.capture(try JSONReader.read(source))
        case .http: capture = try RawHTTPImporter.capture(source)
        case .curl: capture = try CurlImporter.capture(source)
        case nil:
            throw Diagnostic(
                "unknown-format", .error, "this is no HTTP Archive, no API Management trace, no HTTP message and no curl command",
                at: SourceSpan(source, SourceRange(0, min(1, source.utf8.count))),
                hint: "name the notation: \(RecordingFormat.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        try self.init(capture, namedValues: namedValues)
    }
}
