import PolicyDiagnostics

/// Finds tags, attributes, texts, comments and expressions in the bytes of a document.
///
/// It knows just enough XML for that, and mends what it can, so that each problem is reported once and the rest of the document is
/// still read. Whether the document is well-formed is libxml2's to say, once the scanner has nothing to complain about.
struct PolicyScanner {
    let bytes: Bytes
    let source: SourceText
    let form: DocumentForm
    let limits: DocumentLimits
    /// Several elements may stand side by side at the top.
    let isSnippet: Bool

    var position = 0
    var document = ScannedDocument()
    var diagnostics: [Diagnostic] = []
    /// Set when going on makes no sense.
    var isStopped = false
    var open: [OpenElement] = []
    /// The names of elements whose tags had to be mended.
    var mended: [SourceRange] = []
    var failedScanBytes = 0
    private var rootCount = 0
    private let hasCarriageReturns: Bool

    /// Counting the one that says that reading stops.
    private static let mostDiagnostics = 200

    struct OpenElement {
        var index: Int
        var nameRange: SourceRange
        /// An end tag that fits nothing was seen in it, so that its own is probably the one that is misspelt.
        var hasStrayEndTag = false
    }

    init(_ bytes: Bytes, source: SourceText, form: DocumentForm, limits: DocumentLimits, isSnippet: Bool) {
        (self.bytes, self.source, self.form, self.limits, self.isSnippet) = (bytes, source, form, limits, isSnippet)
        hasCarriageReturns = bytes.contains(.carriageReturn)
        document.events.reserveCapacity(bytes.count / 24)
        document.elements.reserveCapacity(bytes.count / 64)
        document.attributes.reserveCapacity(bytes.count / 64)
    }

    var end: Int { bytes.count }

    mutating func scan() {
        skipProlog()
        while position < end, !isStopped {
            if bytes[position] == .less, bytes.endOfNamedValue(at: position, limit: end) == nil {
                scanMarkup()
            } else {
                scanText()
            }
        }
        if !isStopped { reportEndOfDocument() }
    }

    /// Skips a byte order mark, and an XML declaration, whose encoding is not that of the text we were given.
    private mutating func skipProlog() {
        if bytes.hasPrefix("\u{FEFF}", at: 0, limit: end) {
            position = 3
            document.masks.append(ScannedMask(range: SourceRange(0, 3), reason: .notation))
        }
        let start = position
        while position < end, bytes[position].isXMLWhitespace { position += 1 }
        guard bytes.hasPrefix("<?xml", at: position, limit: end), position + 5 < end, bytes[position + 5].isXMLWhitespace,
            let close = bytes.firstOffset(of: "?>", from: position, limit: end)
        else {
            position = start
            return
        }
        position = close + 2
        document.masks.append(ScannedMask(range: SourceRange(start, position), reason: .notation))
    }

    private mutating func scanMarkup() {
        let next = position + 1 < end ? bytes[position + 1] : 0
        switch next {
        case .slash: scanEndTag()
        case .exclamation: scanDeclaration()
        case .question: scanProcessingInstruction()
        case _ where next.isNameStart: scanStartTag()
        default:
            report("unescaped-less-than", "'<' is no markup here", at: SourceRange(position, position + 1), hint: "write '&lt;'")
            scanText()
        }
    }

    private mutating func scanDeclaration() {
        if bytes.hasPrefix("<!--", at: position, limit: end) {
            scanComment()
        } else if bytes.hasPrefix("<![CDATA[", at: position, limit: end) {
            scanCharacterData()
        } else {
            let isDoctype = bytes.hasPrefix("<!DOCTYPE", at: position, limit: end)
            report(
                isDoctype ? "doctype-not-allowed" : "unexpected-declaration",
                isDoctype ? "a DOCTYPE is not allowed in a policy document" : "'<!' begins no comment and no CDATA section",
                at: SourceRange(position, position + (isDoctype ? 9 : 2)), hint: isDoctype ? "remove it" : nil)
            isStopped = true
        }
    }

    private mutating func scanProcessingInstruction() {
        let start = position
        let close = bytes.firstOffset(of: "?>", from: position, limit: end)
        position = close.map { $0 + 2 } ?? end
        let range = SourceRange(start, position)
        if close == nil {
            report("unterminated-instruction", "the processing instruction is not closed", at: range, hint: "'?>' is missing")
        } else if bytes.hasPrefix("<?xml ", at: start, limit: end) {
            report("misplaced-declaration", "the XML declaration may only stand at the beginning", at: range, hint: "remove it")
        } else {
            warn("processing-instruction", "the processing instruction has no meaning in a policy document and is not kept", at: range)
        }
    }

    private mutating func scanComment() {
        let start = position
        guard let close = bytes.firstOffset(of: "-->", from: position + 4, limit: end) else {
            report("unterminated-comment", "the comment is not closed", at: SourceRange(start, start + 4), hint: "'-->' is missing")
            isStopped = true
            return
        }
        let inside = SourceRange(start + 4, close)
        position = close + 3
        document.events.append(.comment(inside))
        guard let hyphens = bytes.firstOffset(of: "--", from: inside.lowerBound, limit: close + 1), hyphens < close else { return }
        warn("double-hyphen-in-comment", "'--' inside a comment is not well-formed XML", at: SourceRange(hyphens, hyphens + 2))
        document.masks.append(ScannedMask(range: inside, reason: .notation))
    }

    private mutating func reportEndOfDocument() {
        if let innermost = open.last(where: { !$0.hasStrayEndTag }) {
            report(
                "missing-end-tag", "the document ends before '\(source[innermost.nameRange])' is closed", at: innermost.nameRange,
                hint: "'</\(source[innermost.nameRange])>' is missing")
        }
        mended += open.map(\.nameRange)
        while let element = open.popLast() { document.events.append(.end(element: element.index, offset: end)) }
        if rootCount == 0, !isSnippet, !diagnostics.hasErrors {
            report(
                "empty-document", "the document has no element", at: SourceRange(0, 0), hint: "a policy document begins with '<policies>'")
        }
    }

    /// Counts the elements at the top.
    mutating func noteRoot(_ nameRange: SourceRange) {
        rootCount += 1
        guard rootCount == 2, !isSnippet else { return }
        report(
            "multiple-roots", "a document has one element at the top, and '\(source[nameRange])' is the second", at: nameRange,
            hint: "put it inside of the first one")
    }

    /// Whether bytes of the document hold a carriage return.
    func hasCarriageReturn(in range: SourceRange) -> Bool {
        hasCarriageReturns && bytes.firstOffset(of: .carriageReturn, from: range.lowerBound, limit: range.upperBound) != nil
    }

    mutating func report(
        _ code: Diagnostic.Code, _ message: String, at range: SourceRange, hint: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(Diagnostic(code, .error, message, at: SourceSpan(source, range), hint: hint, notes: notes))
        stopAtMany(range)
    }

    mutating func warn(_ code: Diagnostic.Code, _ message: String, at range: SourceRange) {
        diagnostics.append(Diagnostic(code, .warning, message, at: SourceSpan(source, range)))
        stopAtMany(range)
    }

    private mutating func stopAtMany(_ range: SourceRange) {
        guard diagnostics.count >= Self.mostDiagnostics - 1, !isStopped else { return }
        isStopped = true
        diagnostics.append(
            Diagnostic(
                "too-many-problems", .error, "reading stops here, after \(diagnostics.count) problems", at: SourceSpan(source, range)))
    }
}
