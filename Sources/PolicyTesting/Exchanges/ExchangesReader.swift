public import PolicyDiagnostics
public import PolicyRuntime

extension Exchanges {
    /// Reads the format of `exchanges.json`; see Docs/FileFormats.md.
    ///
    /// - Parameter namedValues: what `{{name}}` stands for in its texts; a name without a value stands for itself.
    /// - Throws: a diagnostic at the first value that is not what it should be.
    public init(
        reading source: SourceText, namedValues: any NamedValueProvider = DictionaryNamedValues()
    ) throws(Diagnostic) {
        let json = try JSONReader.read(source)
        try json.requireMembers(["version", "exchanges"], of: "the recording")
        try FileFormat.requireVersion1(json)
        try self.init(try json["exchanges"]?.array("exchanges") ?? [], namedValues: namedValues)
    }

    init(_ elements: [LocatedJSON], namedValues: any NamedValueProvider = DictionaryNamedValues()) throws(Diagnostic) {
        self.init()
        for element in elements { all.append(try ExchangeReader.exchange(element.resolvingPlaceholders(from: namedValues))) }
    }
}

/// What every file format has in common.
enum FileFormat {
    /// Refuses a version that is not 1; a missing version counts as 1.
    static func requireVersion1(_ json: LocatedJSON) throws(Diagnostic) {
        guard let version = json["version"] else { return }
        guard try version.integer("version") == 1 else {
            throw Diagnostic("unknown-version", .error, "this program reads version 1 of the format", at: version.span)
        }
    }
}

private enum ExchangeReader {
    static func exchange(_ json: LocatedJSON) throws(Diagnostic) -> Exchange {
        try json.requireMembers(["request", "response", "times"], of: "an exchange")
        guard let response = json["response"] else {
            throw Diagnostic("missing-member", .error, "an exchange needs a response", at: json.span)
        }
        let pattern = try json["request"].map(request) ?? RequestPattern()
        return Exchange(pattern, try answer(response), times: try times(json["times"]), span: json.span)
    }

    private static func times(_ json: LocatedJSON?) throws(Diagnostic) -> Int? {
        guard let json else { return 1 }
        if case .string("any") = json.kind { return nil }
        guard case .number = json.kind, let count = try? json.integer("times"), count >= 0 else {
            throw json.mismatch("times", "a number of times or \"any\"")
        }
        return count
    }

    // MARK: Requests

    private static func request(_ json: LocatedJSON) throws(Diagnostic) -> RequestPattern {
        try json.requireMembers(["method", "url", "headers", "body"], of: "a recorded request")
        return RequestPattern(
            method: try json["method"]?.text("method"), url: try json["url"].map(url),
            headers: try json["headers"].map(RecordedBody.headerFields) ?? [], body: try json["body"].map(body))
    }

    private static func url(_ json: LocatedJSON) throws(Diagnostic) -> RequestPattern.URLPattern {
        if case .string(let text) = json.kind { return .exact(text) }
        try json.requireMembers(["regex"], of: "a URL pattern")
        guard let pattern = json["regex"] else { throw json.mismatch("url", "a text or {\"regex\": \"…\"}") }
        let text = try pattern.text("regex")
        guard TextPattern.isPattern(text) else {
            throw Diagnostic("invalid-pattern", .error, "this is no regular expression", at: pattern.span)
        }
        return .regex(text)
    }

    private static func body(_ json: LocatedJSON) throws(Diagnostic) -> RequestPattern.BodyPattern {
        if case .string(let text) = json.kind { return .exact(text) }
        try json.requireMembers(["contains", "json"], of: "a body pattern")
        if let part = json["contains"] { return .contains(try part.text("contains")) }
        guard case .object(let members) = json.kind, let content = members.first(where: { $0.name == "json" }) else {
            throw json.mismatch("body", "a text, {\"contains\": \"…\"} or {\"json\": …}")
        }
        return .json(content.value.json.compactText)
    }

    // MARK: Answers

    private static func answer(_ json: LocatedJSON) throws(Diagnostic) -> Exchange.Answer {
        try json.requireMembers(["statusCode", "statusReason", "headers", "body", "delayMs", "error"], of: "a recorded response")
        if let error = json["error"] { return try failure(error) }
        var reader = RecordedContextReader()
        let response = try reader.response(json.withoutMembers(["delayMs"]))
        return .response(response, delay: .milliseconds(try delay(json["delayMs"])))
    }

    private static func failure(_ json: LocatedJSON) throws(Diagnostic) -> Exchange.Answer {
        switch try json.text("error") {
        case "timeout": return .timeout
        case "connectionFailure": return .connectionFailure
        default: throw json.mismatch("error", "\"timeout\" or \"connectionFailure\"")
        }
    }

    private static func delay(_ json: LocatedJSON?) throws(Diagnostic) -> Int {
        guard let json else { return 0 }
        let milliseconds = try json.integer("delayMs")
        guard (0...86_400_000).contains(milliseconds) else { throw json.mismatch("delayMs", "0 to 86400000 milliseconds") }
        return milliseconds
    }
}

extension LocatedJSON {
    fileprivate func withoutMembers(_ names: [String]) -> LocatedJSON {
        guard case .object(let members) = kind else { return self }
        var result = self
        result.kind = .object(members.filter { !names.contains($0.name) })
        return result
    }
}
