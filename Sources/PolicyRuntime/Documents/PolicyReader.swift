public import PolicyDiagnostics

/// Reads attributes, text and children off an element, remembering what was asked for.
///
/// What has been asked for is the schema: whatever else the element holds is reported when reading ends. A dry read, without an
/// element, yields the `PolicySchema`.
public struct PolicyReader {
    enum Mode {
        /// An element is there.
        case reading
        /// There is no element, and only the schema is wanted.
        case recording
        /// There is no element though there should be one, which has been reported.
        case absent
    }

    /// The element that is read; one without content in a dry read.
    public let element: XMLElement
    /// The section that the element stands in; nil in a fragment and in a dry read.
    public var section: PolicySection? { environment.section }

    let mode: Mode
    let environment: PolicyReadingEnvironment
    var schema = PolicySchema()
    var diagnostics: [Diagnostic] = []
    var claimedAttributes: [String] = []
    var claimedChildren: [String] = []
    var claimsText = false
    var claimsPolicies = false

    init(_ element: XMLElement, in environment: PolicyReadingEnvironment, mode: Mode = .reading) {
        (self.element, self.environment, self.mode) = (element, environment, mode)
    }

    /// Makes a reader for a dry read.
    init(recording name: String) {
        let nowhere = SourceSpan(SourceText(name: "", utf8: []), SourceRange(0, 0))
        self.init(XMLElement(name: name, nameSpan: nowhere, span: nowhere), in: PolicyReadingEnvironment(), mode: .recording)
    }

    /// Adds a diagnostic of the policy's own; a dry read ignores it.
    public mutating func report(_ diagnostic: Diagnostic) {
        if mode == .reading { diagnostics.append(diagnostic) }
    }
}

// Attributes.
extension PolicyReader {
    /// Reads an attribute that must be there; its absence is reported.
    ///
    /// - Parameters:
    ///   - name: the attribute's name.
    ///   - type: the type of its value.
    ///   - expressions: whether an expression may stand there.
    ///   - allowed: what the value has to fulfil besides.
    ///   - summary: what it is for, in one sentence, for the reference.
    public mutating func attribute<Wrapped: PolicyValueType>(
        _ name: String, as type: Wrapped.Type = Wrapped.self, expressions: Bool = true, allowed: PolicyValueConstraint<Wrapped>? = nil,
        _ summary: String
    ) -> PolicyValue<Wrapped> {
        read(Declaration(name: name, isRequired: true, expressions: expressions, constraint: allowed, summary: summary))
    }

    /// Reads an attribute that has a default.
    ///
    /// - Parameters:
    ///   - name: the attribute's name.
    ///   - type: the type of its value.
    ///   - defaultValue: what stands when the attribute is not there.
    ///   - expressions: whether an expression may stand there.
    ///   - allowed: what the value has to fulfil besides.
    ///   - summary: what it is for, in one sentence, for the reference.
    public mutating func attribute<Wrapped: PolicyValueType>(
        _ name: String, as type: Wrapped.Type = Wrapped.self, default defaultValue: Wrapped, expressions: Bool = true,
        allowed: PolicyValueConstraint<Wrapped>? = nil, _ summary: String
    ) -> PolicyValue<Wrapped> {
        read(Declaration(name: name, defaultValue: defaultValue, expressions: expressions, constraint: allowed, summary: summary))
    }

    /// Reads an attribute that may be missing; nil when it is.
    ///
    /// - Parameters:
    ///   - name: the attribute's name.
    ///   - type: the type of its value.
    ///   - expressions: whether an expression may stand there.
    ///   - allowed: what the value has to fulfil besides.
    ///   - summary: what it is for, in one sentence, for the reference.
    public mutating func optionalAttribute<Wrapped: PolicyValueType>(
        _ name: String, as type: Wrapped.Type = Wrapped.self, expressions: Bool = true, allowed: PolicyValueConstraint<Wrapped>? = nil,
        _ summary: String
    ) -> PolicyValue<Wrapped>? {
        let value = read(Declaration(name: name, expressions: expressions, constraint: allowed, summary: summary))
        return value.text == nil ? nil : value
    }

    private mutating func read<Wrapped>(_ declaration: Declaration<Wrapped>) -> PolicyValue<Wrapped> {
        let name = declaration.name ?? ""
        guard mode == .reading else {
            schema.attributes.append(PolicySchema.Attribute(name: name, value: declaration.schema))
            return declaration.value(of: nil, at: element.nameSpan)
        }
        claimedAttributes.append(name)
        let text = element[attribute: name]?.value
        if text == nil, declaration.isRequired {
            report(Diagnostic("missing-attribute", .error, "'\(element.name)' needs the attribute '\(name)'", at: element.nameSpan))
        }
        return checked(declaration.value(of: text, at: element.nameSpan))
    }
}

// Text.
extension PolicyReader {
    /// Reads the element's text, without white space at its ends; its absence is reported.
    ///
    /// - Parameters:
    ///   - type: the type of its value.
    ///   - expressions: whether an expression may stand there.
    ///   - allowed: what the value has to fulfil besides.
    ///   - summary: what it is for, in one sentence, for the reference.
    public mutating func text<Wrapped: PolicyValueType>(
        as type: Wrapped.Type = Wrapped.self, expressions: Bool = true, allowed: PolicyValueConstraint<Wrapped>? = nil, _ summary: String
    ) -> PolicyValue<Wrapped> {
        readText(Declaration(name: nil, isRequired: true, expressions: expressions, constraint: allowed, summary: summary), trimmed: true)
    }

    /// Reads the element's text, without white space at its ends; nil when there is none.
    ///
    /// - Parameters:
    ///   - type: the type of its value.
    ///   - expressions: whether an expression may stand there.
    ///   - allowed: what the value has to fulfil besides.
    ///   - summary: what it is for, in one sentence, for the reference.
    public mutating func optionalText<Wrapped: PolicyValueType>(
        as type: Wrapped.Type = Wrapped.self, expressions: Bool = true, allowed: PolicyValueConstraint<Wrapped>? = nil, _ summary: String
    ) -> PolicyValue<Wrapped>? {
        let value: PolicyValue<Wrapped> = readText(
            Declaration(name: nil, expressions: expressions, constraint: allowed, summary: summary), trimmed: true)
        return value.text == nil ? nil : value
    }

    /// Reads the element's text exactly as it was written, white space included; nil when there is none.
    public mutating func verbatimText(_ summary: String) -> PolicyValue<String>? {
        let value: PolicyValue<String> = readText(Declaration(name: nil, summary: summary), trimmed: false)
        return value.text == nil ? nil : value
    }

    private mutating func readText<Wrapped>(_ declaration: Declaration<Wrapped>, trimmed: Bool) -> PolicyValue<Wrapped> {
        guard mode == .reading else {
            schema.text = declaration.schema
            return declaration.value(of: nil, at: element.nameSpan)
        }
        claimsText = true
        let written = PolicyText(joining: element.children)
        let text = trimmed ? written?.trimmed : written
        if text == nil, declaration.isRequired {
            report(Diagnostic("missing-text", .error, "'\(element.name)' needs a text", at: element.nameSpan))
        }
        return checked(declaration.value(of: text, at: element.nameSpan))
    }
}
