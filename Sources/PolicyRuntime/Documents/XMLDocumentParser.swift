public import PolicyDiagnostics

/// Reads the text of a policy document into untyped elements: the first half of parsing.
///
/// The scanner finds ranges and expressions, libxml2 judges whether the rest is well-formed, and both together give a tree in which
/// every element, attribute and expression knows its place in the author's text.
public struct XMLDocumentParser: Sendable {
    /// How expressions are written.
    public var form: DocumentForm
    /// How large the document may be.
    public var limits: DocumentLimits
    /// Whether several elements may stand side by side at the top, as in the content of a section.
    public var isSnippet: Bool

    /// Makes a parser.
    public init(form: DocumentForm = .auto, limits: DocumentLimits = DocumentLimits(), isSnippet: Bool = false) {
        (self.form, self.limits, self.isSnippet) = (form, limits, isSnippet)
    }

    /// What parsing gave.
    public struct Result: Sendable {
        /// Everything at the top, comments included. With errors it is what could be understood; empty when nothing could.
        public var roots: [XMLNode]
        /// What is wrong, in the order of the text.
        public var diagnostics: [Diagnostic]
        /// The names of elements whose tags had to be mended: what is inside of them may be other than it was meant.
        public var mended: [SourceSpan]
    }

    /// Parses a text.
    public func parse(_ source: SourceText) -> Result {
        if let refused = refusal(of: source) { return Result(roots: [], diagnostics: [refused], mended: []) }
        return source.utf8.withUnsafeBufferPointer { parse($0, source) }
    }

    private func refusal(of source: SourceText) -> Diagnostic? {
        let start = SourceSpan(source, SourceRange(0, 0))
        if source.utf8.count > limits.bytes {
            return Diagnostic(
                "document-too-large", .error, "the document has \(source.utf8.count) bytes, and \(limits.bytes) are allowed", at: start,
                hint: "move a part of it into fragments")
        }
        guard let offset = source.utf8.withUnsafeBufferPointer({ $0.firstInvalidUTF8 }) else { return nil }
        return Diagnostic(
            "invalid-encoding", .error, "the document is not UTF-8 here", at: SourceSpan(source, SourceRange(offset, offset + 1)),
            hint: "save it as UTF-8")
    }

    private func parse(_ bytes: Bytes, _ source: SourceText) -> Result {
        var scanner = PolicyScanner(bytes, source: source, form: form, limits: limits, isSnippet: isSnippet)
        scanner.scan()
        var diagnostics = scanner.diagnostics
        if !diagnostics.hasErrors, let refused = judge(bytes, scanner.document, source) { diagnostics.append(refused) }
        guard !scanner.isStopped else { return Result(roots: [], diagnostics: diagnostics.sortedByPlace(), mended: []) }
        let decoder = TextDecoder(
            bytes: bytes, source: source, document: scanner.document, decodesRawLiterals: decodesRawLiterals(bytes, scanner.document))
        let builder = XMLTreeBuilder(bytes: bytes, source: source, decoder: decoder)
        return Result(
            roots: builder.build(), diagnostics: diagnostics.sortedByPlace(), mended: scanner.mended.map { SourceSpan(source, $0) })
    }

    /// libxml2's verdict, and a check that it sees the same elements as the scanner.
    private func judge(_ bytes: Bytes, _ document: ScannedDocument, _ source: SourceText) -> Diagnostic? {
        let verdict = XMLWellFormedness(bytes, masks: document.masks, isSnippet: isSnippet)
        if let problem = verdict.problem { return XMLProblem.diagnostic(problem, in: source) }
        guard let counts = document.counts, counts != verdict.counts else { return nil }
        return Diagnostic(
            "ambiguous-markup", .error,
            "the tags of the document cannot be told apart: \(counts.elements) elements with \(counts.attributes) attributes were found, "
                + "and \(verdict.counts.elements) with \(verdict.counts.attributes) by the XML parser",
            at: SourceSpan(source, SourceRange(0, 0)))
    }

    /// Entities in a literal whose quotes are none: decoded if the document is well-formed as it stands. Asked only when there are any.
    private func decodesRawLiterals(_ bytes: Bytes, _ document: ScannedDocument) -> Bool {
        guard form == .auto else { return form == .xml }
        guard document.entities.contains(where: \.isInRawLiteral) else { return false }
        return XMLWellFormedness(bytes, masks: document.masks.lazy.filter { $0.reason != .rawCode }, isSnippet: isSnippet).problem == nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The offset of the first byte that is no part of well-formed UTF-8; nil when all is well.
    var firstInvalidUTF8: Int? {
        var position = 0
        while position < count {
            if self[position] < 0x80 {
                position += 1
                continue
            }
            let length = lengthOfCharacter(at: position)
            guard length > 0 else { return position }
            position += length
        }
        return nil
    }

    /// The length of the encoded character at an offset; 0 when it is malformed.
    private func lengthOfCharacter(at offset: Int) -> Int {
        let first = self[offset]
        let (length, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard offset + length <= count, second.contains(self[offset + 1]) else { return 0 }
        for index in 2..<Swift.max(length, 2) where self[offset + index] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
