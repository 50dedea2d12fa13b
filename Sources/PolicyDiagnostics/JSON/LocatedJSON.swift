/// A JSON value that was read from a file, with its place, so that what is wrong with it can be shown where it stands.
package struct LocatedJSON: Sendable {
    /// What kind of value it is.
    package enum Kind: Sendable {
        case null
        case boolean(Bool)
        /// A number as it is written.
        case number(String)
        case string(String)
        case array([LocatedJSON])
        case object([Member])
    }

    /// A member of an object.
    package struct Member: Sendable {
        package var name: String
        package var nameSpan: SourceSpan
        package var value: LocatedJSON

        package init(name: String, nameSpan: SourceSpan, value: LocatedJSON) {
            (self.name, self.nameSpan, self.value) = (name, nameSpan, value)
        }
    }

    package var kind: Kind
    /// The whole value in its file.
    package var span: SourceSpan

    package init(kind: Kind, span: SourceSpan) { (self.kind, self.span) = (kind, span) }

    /// Whether this is `null`.
    package var isNull: Bool { if case .null = kind { true } else { false } }

    /// What the value is, in words, for messages.
    package var description: String {
        switch kind {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a text"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// The value of a member of an object; nil when it is absent or `null`.
    package subscript(name: String) -> LocatedJSON? {
        guard case .object(let members) = kind else { return nil }
        return members.last { $0.name == name }.map(\.value).flatMap { $0.isNull ? nil : $0 }
    }

    /// The text of a member; nil where there is none, or something else.
    package func string(_ name: String) -> String? { if case .string(let text)? = self[name]?.kind { text } else { nil } }

    /// The value as JSON to be printed again.
    package var json: JSON {
        switch kind {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .number(let text): .number(text)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.json))
        case .object(let members): .object(members.map { JSON.Member($0.name, $0.value.json) })
        }
    }
}

// MARK: - Reading with expectations

extension LocatedJSON {
    /// The text. - Throws: a diagnostic when it is something else.
    package func text(_ what: String) throws(Diagnostic) -> String {
        guard case .string(let text) = kind else { throw mismatch(what, "a text") }
        return text
    }

    /// The truth value. - Throws: a diagnostic when it is something else.
    package func boolean(_ what: String) throws(Diagnostic) -> Bool {
        guard case .boolean(let value) = kind else { throw mismatch(what, "true or false") }
        return value
    }

    /// The whole number. - Throws: a diagnostic when it is something else, or does not fit.
    package func integer(_ what: String) throws(Diagnostic) -> Int {
        guard case .number(let text) = kind, let value = Int(text) else { throw mismatch(what, "a whole number") }
        return value
    }

    /// The number. - Throws: a diagnostic when it is something else.
    package func double(_ what: String) throws(Diagnostic) -> Double {
        guard case .number(let text) = kind, let value = Double(text), value.isFinite else { throw mismatch(what, "a number") }
        return value
    }

    /// The elements. - Throws: a diagnostic when it is something else.
    package func array(_ what: String) throws(Diagnostic) -> [LocatedJSON] {
        guard case .array(let elements) = kind else { throw mismatch(what, "an array") }
        return elements
    }

    /// The members. - Throws: a diagnostic when it is something else.
    package func members(_ what: String) throws(Diagnostic) -> [Member] {
        guard case .object(let members) = kind else { throw mismatch(what, "an object") }
        return members
    }

    /// Requires an object that has no member but the known ones: a misspelt name must not be lost in silence.
    package func requireMembers(_ known: [String], of what: String) throws(Diagnostic) {
        for member in try members(what) where !known.contains(member.name) {
            throw Diagnostic(
                "unknown-member", .error, "\(what) has no member '\(member.name)'", at: member.nameSpan,
                hint: didYouMean(member.name, among: known) ?? "known are \(known.joined(separator: ", "))")
        }
    }

    /// A diagnostic that this value is not what it should be.
    package func mismatch(_ what: String, _ expected: String) -> Diagnostic {
        Diagnostic("wrong-kind", .error, "\(what) must be \(expected), not \(description)", at: span)
    }
}
