import PolicyDiagnostics

/// Says in our words what libxml2 found.
///
/// The scanner reports most problems itself, so only those get here that it leaves to libxml2.
enum XMLProblem {
    // Values of libxml2's `xmlParserErrors`.
    private static let invalidCharacter = 9, undefinedPrefix = 201, qualifiedName = 202, duplicateAttribute = 203
    private static let emptyNamespace = 204, misplacedCDATAEnd = 62, invalidName = 68

    static func diagnostic(_ problem: (code: Int, offset: Int, message: String), in source: SourceText) -> Diagnostic {
        let offset = place(of: problem.offset, in: source)
        let span = SourceSpan(source, SourceRange(offset, min(offset + 1, source.utf8.count)))
        return switch problem.code {
        case invalidCharacter:
            Diagnostic("invalid-character", .error, "a character that XML does not allow stands here", at: span, hint: "remove it")
        case undefinedPrefix:
            Diagnostic(
                "undeclared-prefix", .error, "\(quoted(problem.message) ?? "a prefix") is not declared", at: span,
                hint: "declare it with xmlns:…=\"…\"")
        case qualifiedName, emptyNamespace, invalidName:
            Diagnostic("invalid-name", .error, "a name is not well-formed: \(problem.message)", at: span)
        case duplicateAttribute: Diagnostic("duplicate-attribute", .error, "an attribute is there twice", at: span)
        case misplacedCDATAEnd:
            Diagnostic("misplaced-cdata-end", .error, "']]>' cannot stand in text", at: span, hint: "write ']]&gt;'")
        default: Diagnostic("malformed-xml", .error, "the XML is not well-formed: \(problem.message)", at: span)
        }
    }

    /// libxml2 names the place that it had reached; what it complains about stands just before.
    private static func place(of offset: Int, in source: SourceText) -> Int {
        var place = min(offset, source.utf8.count)
        while place > 0, place == source.utf8.count || source.utf8[place].isXMLWhitespace || source.utf8[place] == .greater { place -= 1 }
        while place > 0, source.utf8[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    private static func quoted(_ message: String) -> String? {
        message.split(separator: " ").dropFirst(2).first.map { "the prefix '\($0)'" }
    }
}
