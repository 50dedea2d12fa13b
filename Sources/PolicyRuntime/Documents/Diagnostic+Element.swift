import PolicyDiagnostics

extension Sequence where Element == Diagnostic {
    /// The diagnostics with the names of the innermost elements that they are in.
    func namingElements(in roots: [XMLNode]) -> [Diagnostic] {
        map { diagnostic in
            guard diagnostic.element == nil, let span = diagnostic.span else { return diagnostic }
            var named = diagnostic
            named.element = roots.innermostElement(around: span)?.name
            return named
        }
    }
}

extension [XMLNode] {
    /// The element that holds the start of a span and has no child that does.
    fileprivate func innermostElement(around span: SourceSpan) -> XMLElement? {
        var found: XMLElement?
        var nodes = self
        while let element = nodes.element(around: span) {
            found = element
            nodes = element.children
        }
        return found
    }

    fileprivate func element(around span: SourceSpan) -> XMLElement? {
        for case .element(let element) in self
        where element.span.source === span.source && element.span.range.contains(span.range.lowerBound) {
            return element
        }
        return nil
    }
}
