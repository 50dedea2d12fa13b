public import PolicyDiagnostics
public import PolicyExpressions

/// An expression with the context it is evaluated in: a line of a file of cases.
public struct ExpressionCase: Sendable {
    /// The name of the case; unique together with the context's.
    public var id: String
    /// The part of the language or the library that the case is about.
    public var area: String
    /// Whether the code is one expression or statements.
    public var kind: ExpressionKind
    /// The inside of `@( )` or `@{ }`.
    public var code: String
    /// The name of the recorded context.
    public var contextName: String
    /// What the case replaces or adds in the context.
    public var changes: ContextChanges
    /// What .NET answers, if the case says so.
    public var expected: ExpressionResult?
    /// Whether the expression names the clock, GUIDs or random numbers, so that its value differs from run to run.
    public var isTimeDependent: Bool

    /// `id@context`: how lists of known differences name a case.
    public var key: String { "\(id)@\(contextName)" }

    /// Reads a file with one case a line; blank lines are left out.
    ///
    /// - Throws: a diagnostic at the first value that is not what it should be.
    public static func all(in source: SourceText) throws(Diagnostic) -> [ExpressionCase] {
        var cases: [ExpressionCase] = []
        for number in 1...source.lineCount {
            let line = source.line(number)
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            cases.append(try ExpressionCase(line: line, number: number, of: source.name))
        }
        return cases
    }

    private init(line: String, number: Int, of file: String) throws(Diagnostic) {
        let json = try JSONReader.read(SourceText(name: "\(file) line \(number)", text: line))
        id = try json.required("id").text("id")
        area = try json["area"]?.text("area") ?? ""
        let kindText = try json.required("kind")
        guard let kind = ExpressionKind(rawValue: try kindText.text("kind")) else {
            throw kindText.mismatch("kind", "\"single\" or \"block\"")
        }
        self.kind = kind
        code = try json.required("code").text("code")
        contextName = try json["context"]?.text("context") ?? ""
        changes = try ContextChanges(variables: json["vars"], overlay: json["overlay"])
        if let result = json["result"] { expected = try ExpressionResult(reading: result) }
        isTimeDependent = try (json["timeDependent"] ?? json["result"]?["timeDependent"])?.boolean("timeDependent") ?? false
    }
}

extension LocatedJSON {
    fileprivate func required(_ name: String) throws(Diagnostic) -> LocatedJSON {
        guard let value = self[name] else { throw Diagnostic("missing-member", .error, "a case needs '\(name)'", at: span) }
        return value
    }
}

/// What a case replaces or adds in its recorded context.
public struct ContextChanges: Sendable {
    /// Variables by name.
    public var variables: [(name: String, value: RecordedValue)] = []
    /// Header fields of the request.
    public var headers: [(name: String, value: String)] = []
    /// Header fields of the response.
    public var responseHeaders: [(name: String, value: String)] = []
    /// Query parameters, added to `Url` and `OriginalUrl`.
    public var query: [(name: String, value: String)] = []
    /// Parameters of the operation's template.
    public var matchedParameters: [(name: String, value: String)] = []

    init(variables: LocatedJSON?, overlay: LocatedJSON?) throws(Diagnostic) {
        if let variables {
            var reader = RecordedContextReader()
            self.variables = try reader.variables(variables)
        }
        guard let overlay else { return }
        try overlay.requireMembers(["headers", "responseHeaders", "query", "matchedParameters"], of: "an overlay")
        if let value = overlay["headers"] { headers = try RecordedBody.headerFields(value) }
        if let value = overlay["responseHeaders"] { responseHeaders = try RecordedBody.headerFields(value) }
        if let value = overlay["query"] { query = try RecordedBody.headerFields(value) }
        if let value = overlay["matchedParameters"] { matchedParameters = try RecordedBody.headerFields(value) }
    }

    /// The context with the changes made: variables are replaced, fields and parameters added where the context lacks them.
    public func applied(to context: RecordedContext) -> RecordedContext {
        var result = context
        result.variables.removeAll { old in variables.contains { $0.name == old.name } }
        result.variables += variables
        result.request.headers += Self.lacking(headers, in: result.request.headers)
        if let response = result.response { result.response?.headers += Self.lacking(responseHeaders, in: response.headers) }
        result.request.matchedParameters += Self.lacking(matchedParameters, in: result.request.matchedParameters)
        let known = QueryParameters(result.request.url.queryString).items
        let added = Self.lacking(query, in: known)
        guard !added.isEmpty else { return result }
        result.request.originalURL = Self.adding(added, to: result.request.originalURL ?? result.request.url)
        result.request.url = Self.adding(added, to: result.request.url)
        return result
    }

    private static func lacking(
        _ fields: [(name: String, value: String)], in present: [(name: String, value: String)]
    ) -> [(name: String, value: String)] {
        fields.filter { field in !present.contains { $0.name.lowercased() == field.name.lowercased() } }
    }

    private static func adding(_ query: [(name: String, value: String)], to url: RequestURL) -> RequestURL {
        var url = url
        let added = query.map { QueryParameters.encode($0.name) + "=" + QueryParameters.encode($0.value) }.joined(separator: "&")
        url.queryString += (url.queryString.isEmpty ? "?" : "&") + added
        return url
    }
}
