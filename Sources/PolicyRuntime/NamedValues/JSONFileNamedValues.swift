public import PolicyDiagnostics

/// Named values of a JSON file:
/// `{"name": "value", "name2": {"value": "…", "secret": true}, "name3": {"environment": "VARIABLE", "secret": true}}`.
public struct JSONFileNamedValues: NamedValueProvider {
    private let values: [String: NamedValue]

    /// Reads the file's text, and the variables that it names once.
    ///
    /// - Throws: what is wrong with it, or which variable is not set.
    public init(_ source: SourceText) throws(Diagnostic) { try self.init(try JSONReader.read(source)) }

    package init(_ json: LocatedJSON) throws(Diagnostic) { try self.init(json, variable: EnvironmentNamedValues.variable) }

    init(_ source: SourceText, variable: (String) -> String?) throws(Diagnostic) {
        try self.init(try JSONReader.read(source), variable: variable)
    }

    private init(_ json: LocatedJSON, variable: (String) -> String?) throws(Diagnostic) {
        var values: [String: NamedValue] = [:]
        for member in try json.members("named values") {
            guard values[member.name] == nil else {
                throw Diagnostic("duplicate-member", .error, "the named value '\(member.name)' is there twice", at: member.nameSpan)
            }
            values[member.name] = try Self.value(of: member, variable)
        }
        self.values = values
    }

    private static func value(of member: LocatedJSON.Member, _ variable: (String) -> String?) throws(Diagnostic) -> NamedValue {
        if case .string(let text) = member.value.kind { return NamedValue(text) }
        let what = "the named value '\(member.name)'"
        try member.value.requireMembers(["value", "environment", "secret"], of: what)
        let isSecret = try member.value["secret"]?.boolean("'secret'") ?? false
        switch (member.value["value"], member.value["environment"]) {
        case (let value?, nil): return NamedValue(try value.text("'value'"), isSecret: isSecret)
        case (nil, let name?): return NamedValue(try text(ofVariable: name, variable), isSecret: isSecret)
        default:
            throw Diagnostic("wrong-members", .error, "\(what) has either 'value' or 'environment'", at: member.value.span)
        }
    }

    private static func text(ofVariable name: LocatedJSON, _ variable: (String) -> String?) throws(Diagnostic) -> String {
        let variableName = try name.text("'environment'")
        guard let text = variable(variableName) else {
            throw Diagnostic("missing-variable", .error, "the environment variable '\(variableName)' is not set", at: name.span)
        }
        return text
    }

    /// The value of a name.
    public func namedValue(_ name: String) -> NamedValue? { values[name] }
    /// The names in alphabetical order.
    public var names: [String] { values.keys.sorted() }
}
