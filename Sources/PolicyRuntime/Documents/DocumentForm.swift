/// How expressions are written in a document.
public enum DocumentForm: String, Sendable, Hashable, CaseIterable {
    /// As they are, with `"`, `<` and `&`: what the portal shows and APIM calls `rawxml`.
    case rawxml
    /// Escaped with entities, so that the document is well-formed XML.
    case xml
    /// Either, found out for each expression; for reading only.
    case auto
}
