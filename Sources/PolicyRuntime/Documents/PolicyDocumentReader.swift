import PolicyDiagnostics

/// Makes the typed tree of an untyped one.
struct PolicyDocumentReader {
    let options: PolicyParsingOptions
    let source: SourceText
    var environment: PolicyReadingEnvironment
    var diagnostics: [Diagnostic] = []

    init(registry: PolicyRegistry, options: PolicyParsingOptions, source: SourceText) {
        (self.options, self.source) = (options, source)
        environment = PolicyReadingEnvironment(registry: registry, scope: options.scope)
    }

    mutating func read(_ roots: [XMLNode]) -> PolicyDocument? {
        let elements = roots.compactMap { if case .element(let element) = $0 { element } else { nil } }
        let root = elements.first
        switch root?.name {
        case "policies"?, "fragment"?:
            reportContentBeside(roots, extra: elements.dropFirst())
            return root.map { $0.name == "policies" ? readPolicies($0, roots) : readFragment($0, roots) }
        default:
            guard let section = options.snippet else { return refuse(root) }
            return readSnippet(roots, elements, of: section)
        }
    }

    private mutating func refuse(_ root: XMLElement?) -> PolicyDocument? {
        guard let root else {
            diagnostics.append(
                Diagnostic("missing-root", .error, "there is no 'policies' element", at: SourceSpan(source, SourceRange(0, 0))))
            return nil
        }
        diagnostics.append(
            Diagnostic(
                "unknown-root", .error, "a document begins with 'policies' or 'fragment', not with '\(root.name)'", at: root.nameSpan,
                hint: didYouMean(root.name, among: ["policies", "fragment"])))
        return nil
    }

    private mutating func reportContentBeside(_ roots: [XMLNode], extra: ArraySlice<XMLElement>) {
        for element in extra {
            diagnostics.append(
                Diagnostic("unexpected-element", .error, "'\(element.name)' stands behind the end of the document", at: element.nameSpan))
        }
        reportText(in: roots, "text stands outside the document's element")
    }

    private mutating func reportText(in nodes: [XMLNode], _ message: String) {
        for case .text(let text) in nodes where text.trimmed != nil {
            diagnostics.append(Diagnostic("unexpected-text", .error, message, at: text.span))
        }
    }
}

// Whole documents.
extension PolicyDocumentReader {
    private mutating func readPolicies(_ root: XMLElement, _ roots: [XMLNode]) -> PolicyDocument {
        reportAttributes(of: root, besides: [])
        reportText(in: root.children, "the element 'policies' cannot contain text")
        return PolicyDocument(kind: .policies, sections: readSections(root.elements), roots: roots, source: source)
    }

    private mutating func readSections(_ elements: [XMLElement]) -> [PolicySectionNode] {
        var sections: [PolicySectionNode] = []
        for element in elements {
            guard let section = section(of: element, after: sections) else { continue }
            reportAttributes(of: element, besides: [])
            sections.append(PolicySectionNode(section: section, policies: readPolicies(in: element, section), element: element))
        }
        reportRepeated(sections.flatMap(\.policies), by: .oncePerDocument)
        return sections
    }

    private mutating func section(of element: XMLElement, after sections: [PolicySectionNode]) -> PolicySection? {
        let names = PolicySection.allCases.map(\.rawValue)
        guard let section = PolicySection(rawValue: element.name) else {
            let isPolicy = environment.registry[element.name] != nil || KnownPolicies[element.name] != nil
            let message = isPolicy ? "the policy '\(element.name)' stands outside a section" : "there is no section '\(element.name)'"
            let hint = didYouMean(element.name, among: names) ?? "the sections are \(names.joined(separator: ", "))"
            diagnostics.append(Diagnostic("unknown-section", .error, message, at: element.nameSpan, hint: hint))
            return nil
        }
        if let first = sections.first(where: { $0.section == section }) {
            diagnostics.append(
                Diagnostic(
                    "duplicate-section", .error, "the section '\(element.name)' is there twice", at: element.nameSpan,
                    notes: [Diagnostic.Note("the first one", at: first.element.nameSpan)]))
            return nil
        }
        return section
    }

    private mutating func reportAttributes(of element: XMLElement, besides allowed: [String]) {
        for attribute in element.attributes where !allowed.contains(attribute.name) && !attribute.name.hasPrefix("xmlns") {
            let message = "'\(element.name)' has no attribute '\(attribute.name)'"
            diagnostics.append(Diagnostic("unknown-attribute", .error, message, at: attribute.nameSpan))
        }
    }

    private mutating func readPolicies(in element: XMLElement, _ section: PolicySection) -> [PolicyNode] {
        reportText(in: element.children, "the section '\(element.name)' cannot contain text")
        return readPolicies(element.elements, in: section)
    }

    private mutating func readPolicies(_ elements: [XMLElement], in section: PolicySection?) -> [PolicyNode] {
        environment.section = section
        let policies = elements.compactMap { environment.readPolicy($0, &diagnostics) }
        reportRepeated(policies, by: .oncePerSection)
        return policies
    }

    /// The reference forbids some policies to stand twice. Documents that the service has accepted break that, so it is a warning.
    private mutating func reportRepeated(_ policies: [PolicyNode], by multiplicity: PolicyMetadata.Multiplicity) {
        var seen: Set<String> = []
        for policy in policies where policy.metadata.multiplicity == multiplicity && !seen.insert(policy.name).inserted {
            let place = multiplicity == .oncePerSection ? "a section" : "a document"
            let message = "the policy '\(policy.name)' stands more than once in \(place)"
            diagnostics.append(Diagnostic("repeated-policy", .warning, message, at: policy.span))
        }
    }
}

// Fragments and snippets.
extension PolicyDocumentReader {
    private mutating func readFragment(_ root: XMLElement, _ roots: [XMLNode]) -> PolicyDocument {
        reportAttributes(of: root, besides: ["fragment-id"])
        reportText(in: root.children, "the element 'fragment' cannot contain text")
        environment.isFragment = true
        return PolicyDocument(kind: .fragment, policies: readPolicies(root.elements, in: nil), roots: roots, source: source)
    }

    private mutating func readSnippet(_ roots: [XMLNode], _ elements: [XMLElement], of section: PolicySection) -> PolicyDocument {
        reportText(in: roots, "a section cannot contain text")
        environment.isSnippet = true
        var document = PolicyDocument(kind: .snippet(section), roots: roots, source: source)
        if elements.contains(where: { PolicySection(rawValue: $0.name) != nil }) {
            document.sections = readSections(elements)
        } else {
            document.policies = readPolicies(elements, in: section)
        }
        return document
    }
}
