import PolicyDiagnostics

// Start and end tags.
extension PolicyScanner {
    mutating func scanStartTag() {
        let start = position
        position += 1
        let nameRange = scanName()
        guard open.count < limits.depth else {
            report(
                "document-too-deep", "elements are nested more than \(limits.depth) deep", at: nameRange,
                hint: "move a part of the document into a fragment")
            isStopped = true
            return
        }
        if open.isEmpty { noteRoot(nameRange) }
        let index = document.elements.count
        let firstAttribute = document.attributes.count
        let isEmpty = scanAttributes(of: nameRange)
        document.elements.append(
            ScannedElement(nameRange: nameRange, start: start, attributes: firstAttribute..<document.attributes.count))
        document.counts?.elements += 1
        document.counts?.attributes += document.attributes.count - firstAttribute
        document.events.append(.start(element: index))
        if isEmpty {
            document.events.append(.end(element: index, offset: position))
        } else {
            open.append(OpenElement(index: index, nameRange: nameRange))
            if isSetBody(nameRange) { scanBodyContent() }
        }
    }

    private func isSetBody(_ nameRange: SourceRange) -> Bool {
        nameRange.count == 8 && bytes.hasPrefix("set-body", at: nameRange.lowerBound, limit: end)
    }

    mutating func scanName() -> SourceRange {
        let start = position
        while position < end, bytes[position].isNameByte { position += 1 }
        return SourceRange(start, position)
    }

    mutating func scanEndTag() {
        let start = position
        position += 2
        let nameRange = scanName()
        while position < end, bytes[position].isXMLWhitespace { position += 1 }
        if position < end, bytes[position] == .greater {
            position += 1
        } else {
            report(
                "unterminated-tag", "the end tag '</\(source[nameRange])' is not closed", at: SourceRange(start, nameRange.upperBound),
                hint: "'>' is missing")
        }
        close(nameRange)
    }

    /// Closes the element of a name, and whatever stands open inside of it.
    private mutating func close(_ nameRange: SourceRange) {
        if let last = open.last, hasSameName(last.nameRange, nameRange) {
            open.removeLast()
            document.events.append(.end(element: last.index, offset: position))
        } else if let index = open.lastIndex(where: { hasSameName($0.nameRange, nameRange) }) {
            closeForgottenElements(above: index, endTag: nameRange)
            close(nameRange)
        } else {
            reportStrayEndTag(nameRange)
        }
    }

    private func hasSameName(_ left: SourceRange, _ right: SourceRange) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] { return false }
        return true
    }

    private mutating func closeForgottenElements(above index: Int, endTag: SourceRange) {
        let offset = endTag.lowerBound - 2
        while open.count > index + 1 {
            let forgotten = open.removeLast()
            document.events.append(.end(element: forgotten.index, offset: offset))
            mended.append(forgotten.nameRange)
            guard !forgotten.hasStrayEndTag else { continue }
            let (name, outer) = (source[forgotten.nameRange], source[endTag])
            report(
                "missing-end-tag", "'\(name)' is not closed before '</\(outer)>'", at: forgotten.nameRange, hint: "'</\(name)>' is missing",
                notes: [Diagnostic.Note("'</\(outer)>' stands here", at: SourceSpan(source, endTag))])
        }
    }

    private mutating func reportStrayEndTag(_ nameRange: SourceRange) {
        let name = source[nameRange]
        guard let last = open.last else {
            report("unexpected-end-tag", "'</\(name)>' closes nothing", at: nameRange, hint: "remove it")
            return
        }
        let expected = source[last.nameRange]
        let note = Diagnostic.Note("'\(expected)' begins here", at: SourceSpan(source, last.nameRange))
        if nearestNames(to: name, among: [expected]).isEmpty {
            report("unexpected-end-tag", "'</\(name)>' closes nothing: '\(expected)' is open here", at: nameRange, notes: [note])
            open[open.count - 1].hasStrayEndTag = true
            mended.append(last.nameRange)
        } else {
            report(
                "mismatched-end-tag", "'</\(name)>' does not close '\(expected)'", at: nameRange, hint: "did you mean '</\(expected)>'?",
                notes: [note])
            open.removeLast()
            document.events.append(.end(element: last.index, offset: position))
        }
    }
}

// Attributes.
extension PolicyScanner {
    /// Scans to the end of a start tag; true when it is `/>`.
    private mutating func scanAttributes(of element: SourceRange) -> Bool {
        let first = document.attributes.count
        var isMended = false
        while position < end {
            let hasSpace = skipWhitespace()
            guard position < end else { break }
            switch bytes[position] {
            case .greater:
                position += 1
                return false
            case .slash where position + 1 < end && bytes[position + 1] == .greater:
                position += 2
                return true
            case let byte where byte.isNameStart && byte != .colon:
                let problems = diagnostics.count
                if !hasSpace, !isMended {
                    report("missing-space", "a space is missing before this attribute", at: SourceRange(position, position + 1))
                }
                scanAttribute(isMended: isMended, first: first)
                isMended = isMended || diagnostics.count > problems
            case .less:
                reportOpenTag(element, isMended)
                return false
            default:
                if !isMended {
                    let character = source[SourceRange(position, position + 1)]
                    report(
                        "unexpected-character", "'\(character)' cannot stand in the tag '\(source[element])'",
                        at: SourceRange(position, position + 1))
                }
                isMended = true
                skipToSpaceOrEnd()
            }
            if isStopped { return false }
        }
        reportOpenTag(element, isMended)
        return false
    }

    private mutating func reportOpenTag(_ element: SourceRange, _ isMended: Bool) {
        if !isMended { report("unterminated-tag", "the tag '\(source[element])' is not closed", at: element, hint: "'>' is missing") }
    }

    private mutating func skipWhitespace() -> Bool {
        let start = position
        while position < end, bytes[position].isXMLWhitespace { position += 1 }
        return position > start
    }

    private mutating func skipToSpaceOrEnd() {
        position += 1
        while position < end, !bytes[position].isXMLWhitespace, bytes[position] != .greater, bytes[position] != .less { position += 1 }
        if position < end, bytes[position] == .greater, bytes[position - 1] == .slash { position -= 1 }
    }

    private mutating func scanAttribute(isMended: Bool, first: Int) {
        let nameRange = scanName()
        let known = diagnostics.count
        let value = scanEqualsAndValue(of: nameRange)
        if isMended { diagnostics.removeLast(diagnostics.count - known) }
        checkNumber(first: first, nameRange)
        if let twin = document.attributes[first...].first(where: { hasSameName($0.nameRange, nameRange) }) {
            report(
                "duplicate-attribute", "the attribute '\(source[nameRange])' is there twice", at: nameRange,
                notes: [Diagnostic.Note("the first one stands here", at: SourceSpan(source, twin.nameRange))])
        } else {
            document.attributes.append(ScannedAttribute(nameRange: nameRange, value: value))
        }
    }

    private mutating func checkNumber(first: Int, _ nameRange: SourceRange) {
        guard document.attributes.count - first >= limits.attributes else { return }
        report("too-many-attributes", "an element has more than \(limits.attributes) attributes", at: nameRange)
        isStopped = true
    }

    private mutating func scanEqualsAndValue(of nameRange: SourceRange) -> ScannedText {
        let nothing = ScannedText(
            range: SourceRange(position, position), encoding: .attribute,
            expressions: document.expressions.count..<document.expressions.count, needsDecoding: false)
        let afterName = position
        _ = skipWhitespace()
        guard position < end, bytes[position] == .equals else {
            position = afterName
            report(
                "missing-value", "the attribute '\(source[nameRange])' has no value", at: nameRange,
                hint: "write \(source[nameRange])=\"…\"")
            return nothing
        }
        position += 1
        _ = skipWhitespace()
        guard position < end else { return nothing }
        if bytes[position] == .quote || bytes[position] == .apostrophe { return scanQuotedValue(of: nameRange) }
        return scanUnquotedValue(of: nameRange)
    }

    /// Without quotes only one named value may stand; anything else is read to the next space for the sake of what follows.
    private mutating func scanUnquotedValue(of nameRange: SourceRange) -> ScannedText {
        let start = position
        if let valueEnd = bytes.endOfNamedValue(at: position, limit: end) {
            position = valueEnd
            document.masks.append(ScannedMask(range: SourceRange(start, valueEnd), reason: .unquotedValue))
        } else {
            while position < end, !bytes[position].isXMLWhitespace, bytes[position] != .greater, bytes[position] != .less { position += 1 }
            if position > start, position < end, bytes[position] == .greater, bytes[position - 1] == .slash { position -= 1 }
            report(
                "missing-quotes", "the value of '\(source[nameRange])' needs quotes", at: SourceRange(start, max(position, start + 1)),
                hint: "write \(source[nameRange])=\"\(source[SourceRange(start, position)])\"")
        }
        let none = document.expressions.count..<document.expressions.count
        return ScannedText(range: SourceRange(start, position), encoding: .attribute, expressions: none, needsDecoding: false)
    }
}
