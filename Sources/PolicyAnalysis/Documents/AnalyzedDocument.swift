import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// A document as its rules look at it: every element in the order of the text, which is the order in which policies run.
struct AnalyzedDocument: Sendable {
    let document: PolicyDocument
    let elements: [AnalyzedElement]
    /// What was told about the world around the document.
    let scope: PolicyScope?

    init(_ document: PolicyDocument, scope: PolicyScope? = nil, expressions: ExpressionCompiler = ExpressionCompiler()) {
        (self.document, self.scope) = (document, scope)
        var collector = ElementCollector(compiler: expressions, snippet: document.kind)
        collector.collect(document.roots)
        elements = collector.elements
    }

    /// Elements of a name.
    func elements(named names: String...) -> [AnalyzedElement] { elements.filter { names.contains($0.name) } }

    /// Policies of a name; parts of other policies that have the same name are left out.
    func policies(named names: String...) -> [AnalyzedElement] { elements.filter { $0.isPolicy && names.contains($0.name) } }

    func parent(of element: AnalyzedElement) -> AnalyzedElement? { element.parent.map { elements[$0] } }

    func ancestors(of element: AnalyzedElement) -> [AnalyzedElement] { element.ancestors.map { elements[$0] } }

    func children(of element: AnalyzedElement) -> [AnalyzedElement] { elements.filter { $0.parent == element.index } }

    func descendants(of element: AnalyzedElement) -> [AnalyzedElement] { elements.filter { $0.ancestors.contains(element.index) } }

    /// The element and everything in it.
    func subtree(of element: AnalyzedElement) -> [AnalyzedElement] { [element] + descendants(of: element) }

    /// The policies of each sequence: of a section, a branch, a loop; in the order in which they run.
    var sequences: [[AnalyzedElement]] {
        var groups: [Int: [AnalyzedElement]] = [:]
        for element in elements where element.isPolicy { groups[element.parent ?? -1, default: []].append(element) }
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    /// Every expression with the element it belongs to.
    var expressions: [(element: AnalyzedElement, expression: AnalyzedExpression)] {
        elements.flatMap { element in element.expressions.map { (element, $0) } }
    }

    /// Whether policies from elsewhere may run before an element: those of an outer scope or of a fragment.
    func mayRunForeignPolicies(before element: AnalyzedElement) -> Bool {
        guard document.kind == .policies else { return true }
        return elements.contains { ($0.name == "base" || $0.name == "include-fragment") && $0.index < element.index }
    }

    /// Whether the document has a policy from elsewhere anywhere.
    var hasForeignPolicies: Bool {
        document.kind != .policies || elements.contains { $0.name == "base" || $0.name == "include-fragment" }
    }
}

// Which policies run before which.
extension AnalyzedDocument {
    /// Whether an element may have run when another one does: it stands before it, and not in another branch of the same choice.
    func mayPrecede(_ first: AnalyzedElement, _ second: AnalyzedElement) -> Bool {
        first.index < second.index && !areExclusive(first, second)
    }

    /// Whether an element has surely run when another one does, unless the request ended there.
    func surelyPrecedes(_ first: AnalyzedElement, _ second: AnalyzedElement) -> Bool {
        guard mayPrecede(first, second) else { return false }
        if first.section != second.section, second.section == .onError || first.section == .onError { return false }
        return first.ancestors.allSatisfy { second.ancestors.contains($0) || !elements[$0].isConditional }
    }

    private func areExclusive(_ first: AnalyzedElement, _ second: AnalyzedElement) -> Bool {
        let shared = zip(first.ancestors, second.ancestors).prefix { $0 == $1 }.map(\.0)
        guard let last = shared.last, elements[last].name == "choose" else { return false }
        return first.ancestors.count > shared.count && second.ancestors.count > shared.count
    }

    /// The conditions of branches around an element.
    func conditions(around element: AnalyzedElement) -> [AnalyzedExpression] {
        ancestors(of: element).compactMap { $0.expression(of: "condition") }
    }
}

extension AnalyzedElement {
    /// Whether what is inside may not run at all.
    fileprivate var isConditional: Bool { ["when", "otherwise", "cache-value"].contains(name) }
}

/// Walks over the nodes of a document.
private struct ElementCollector {
    let compiler: ExpressionCompiler
    let snippet: PolicyDocument.Kind
    var elements: [AnalyzedElement] = []
    private let resolver = NamedValueResolver(DictionaryNamedValues(), assumesUndefined: true)
    private var ancestors: [Int] = []
    private var section: PolicySection?

    init(compiler: ExpressionCompiler, snippet: PolicyDocument.Kind) {
        (self.compiler, self.snippet) = (compiler, snippet)
        if case .snippet(let section) = snippet { self.section = section }
    }

    private static let containers: Set<String> = [
        "fragment", "when", "otherwise", "retry", "wait", "limit-concurrency", "cache-value", "inbound", "backend", "outbound", "on-error",
    ]

    mutating func collect(_ nodes: [XMLNode]) {
        for case .element(let element) in nodes { collect(element) }
    }

    private mutating func collect(_ element: XMLElement) {
        let outer = section
        if ancestors.count <= 1, let named = PolicySection(rawValue: element.name) { section = named }
        let parent = ancestors.last.map { elements[$0].name }
        let stands = parent.map(Self.containers.contains) ?? (snippet != .policies && snippet != .fragment)
        let isPolicy = stands && PolicySection(rawValue: element.name) == nil && KnownPolicies[element.name] != nil
        let index = elements.count
        elements.append(
            AnalyzedElement(
                index: index, element: element, section: section, ancestors: ancestors, isPolicy: isPolicy,
                expressions: expressions(of: element)))
        ancestors.append(index)
        collect(element.children)
        ancestors.removeLast()
        section = outer
    }

    private func expressions(of element: XMLElement) -> [AnalyzedExpression] {
        let isTemplate = element.name == "set-body" && element[attribute: "template"] != nil
        let attributes = element.attributes.flatMap { expressions(in: $0.value, attribute: $0.name) }
        guard !isTemplate else { return attributes }
        let texts = element.children.compactMap { if case .text(let text) = $0 { text } else { nil } }
        return attributes + texts.flatMap { expressions(in: $0, attribute: nil) }
    }

    private func expressions(in text: PolicyText, attribute: String?) -> [AnalyzedExpression] {
        let resolved = resolver.resolve(text)
        return resolved.pieces.compactMap { piece in
            guard case .expression(let kind, let code, _) = piece else { return nil }
            let operation = resolved.hasUnknownNamesInCode ? nil : compiler.operation(of: code.string, kind: kind)
            return AnalyzedExpression(attribute: attribute, kind: kind, code: code, operation: operation)
        }
    }
}
