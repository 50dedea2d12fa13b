import Foundation
import PolicyDiagnostics
import PolicyRuntime

/// Reads the policy documents and fragments that a test names.
struct PolicyTestInputsReader {
    private let reader: PolicyTestFileReader
    /// The files that were read.
    private(set) var files: [String] = []

    init(_ reader: PolicyTestFileReader) { self.reader = reader }

    mutating func inputs(of test: LocatedJSON) throws(Diagnostic) -> PolicyInputs {
        var inputs = PolicyInputs()
        if let fragments = test["fragments"] { try readFragments(fragments, into: &inputs) }
        if let scopes = test["scopes"] { try readScopes(scopes, into: &inputs) }
        if let policy = test["policy"] {
            guard inputs.documents[.operation] == nil else {
                throw Diagnostic("wrong-members", .error, "'policy' and the operation of 'scopes' are the same document", at: policy.span)
            }
            inputs.documents[.operation] = try text(policy)
        }
        if let fragment = test["fragment"] { try readFragment(fragment, section: test["section"], into: &inputs) }
        guard !inputs.documents.isEmpty else {
            throw Diagnostic(
                "missing-member", .error, "a test needs a 'policy', 'scopes' or a 'fragment'", at: test.span, hint: "policy: policy.xml")
        }
        return inputs
    }

    private mutating func text(_ json: LocatedJSON) throws(Diagnostic) -> SourceText {
        let name = try json.text("a document")
        files.append(reader.path(name))
        return try reader.text(name, at: json.span)
    }

    private mutating func readScopes(_ scopes: LocatedJSON, into inputs: inout PolicyInputs) throws(Diagnostic) {
        try scopes.requireMembers(PolicyScope.allCases.map(\.rawValue), of: "scopes")
        for scope in PolicyScope.allCases {
            if let document = scopes[scope.rawValue] { inputs.documents[scope] = try text(document) }
        }
    }

    /// A folder with `NAME.xml`, or files by name.
    private mutating func readFragments(_ json: LocatedJSON, into inputs: inout PolicyInputs) throws(Diagnostic) {
        guard case .string(let folder) = json.kind else {
            for member in try json.members("fragments") { inputs.fragments[member.name] = try text(member.value) }
            return
        }
        do throws(UnreadableFile) {
            try inputs.readFragments(folder: reader.path(folder))
        } catch {
            throw Diagnostic("unreadable-file", .error, "\(error.path): \(error.reason)", at: json.span)
        }
        files += inputs.fragments.values.map(\.name)
    }

    /// A fragment alone stands in an otherwise empty document.
    private mutating func readFragment(
        _ json: LocatedJSON, section: LocatedJSON?, into inputs: inout PolicyInputs
    ) throws(Diagnostic) {
        let section = try section?.text("section") ?? "inbound"
        guard let place = PolicySection(rawValue: section) else {
            throw Diagnostic(
                "wrong-kind", .error, "there is no section '\(section)'", at: json.span,
                hint: "sections are \(PolicySection.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let file = try json.text("fragment")
        let source = try text(json)
        let fragment = String((file.split(separator: "/").last ?? "fragment").prefix { $0 != "." })
        inputs.fragments[fragment] = source
        let sections = PolicySection.allCases.map { candidate in
            candidate == place
                ? "<\(candidate.rawValue)><include-fragment fragment-id=\"\(fragment)\" /></\(candidate.rawValue)>"
                : "<\(candidate.rawValue) />"
        }
        let name = "a document around \(file)"
        inputs.documents[.operation] = SourceText(name: name, text: "<policies>" + sections.joined() + "</policies>")
        inputs.generated.insert(name)
    }
}
