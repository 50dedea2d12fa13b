import PolicyDiagnostics

// The content of set-body: literal text, Liquid, an expression, or XML, told apart by whether tags stand in it.
extension PolicyScanner {
    mutating func scanBodyContent() {
        let start = position
        guard let name = open.last?.nameRange else { return }
        let (close, hasTags) = findEndOfBody(name)
        guard !isStopped else { return }
        guard let close else {
            report(
                "missing-end-tag", "the document ends before 'set-body' is closed", at: name, hint: "'</set-body>' is missing")
            isStopped = true
            return
        }
        if hasTags { addVerbatim(start, close) } else { scanBodyText(start, close) }
        position = close
        if form != .xml, close > start { document.masks.append(ScannedMask(range: SourceRange(start, close), reason: .rawCode)) }
        // libxml2 is going to see the tags inside, which were not counted here.
        if form == .xml, hasTags { document.counts = nil }
    }

    /// The offset of `</set-body`, and whether tags stand before it.
    private mutating func findEndOfBody(_ name: SourceRange) -> (close: Int?, hasTags: Bool) {
        var (position, hasTags) = (position, false)
        while position < end, !isStopped {
            let byte = bytes[position]
            if byte == .at, isExpressionStart(at: position), let after = endOfExpression(at: position, name) {
                position = after
            } else if byte == .less {
                if bytes.hasPrefix("<!--", at: position, limit: end) {
                    position = bytes.firstOffset(of: "-->", from: position + 4, limit: end).map { $0 + 3 } ?? end
                } else if bytes.hasPrefix("<![CDATA[", at: position, limit: end) {
                    position = bytes.firstOffset(of: "]]>", from: position + 9, limit: end).map { $0 + 3 } ?? end
                } else if endTag(of: name, from: position, limit: min(end, position + 11)) == position {
                    return (position, hasTags)
                } else if let after = bytes.endOfNamedValue(at: position, limit: end) {
                    position = after
                } else {
                    hasTags = hasTags || isTag(at: position)
                    position += 1
                }
            } else {
                position += 1
            }
        }
        return (nil, hasTags)
    }

    private func isTag(at offset: Int) -> Bool {
        guard offset + 1 < end else { return false }
        let next = bytes[offset + 1]
        return next == .slash || next == .question || next.isNameStart
    }

    private mutating func endOfExpression(at start: Int, _ name: SourceRange) -> Int? {
        let limit = form == .xml ? bytes.firstOffset(of: .less, from: start, limit: end) ?? end : end
        var scanner = ExpressionScanner(bytes, from: start + 2, limit: limit, readsEntities: form != .rawxml)
        guard (try? scanner.scanToClosingBracket(isBlock: bytes[start + 1] == .openBrace)) != nil else {
            noteFailedScan(start, scanner.position)
            return nil
        }
        guard endTag(of: name, from: start, limit: scanner.position) == nil else {
            noteFailedScan(start, scanner.position)
            return nil
        }
        return scanner.position
    }

    /// Text without tags: entities, CDATA sections and comments have their usual meaning; a `<` or `&` alone is itself.
    private mutating func scanBodyText(_ start: Int, _ close: Int) {
        position = start
        while position < close, !isStopped {
            if bytes.hasPrefix("<!--", at: position, limit: close),
                let after = bytes.firstOffset(of: "-->", from: position + 4, limit: close)
            {
                document.events.append(.comment(SourceRange(position + 4, after)))
                position = after + 3
            } else if bytes.hasPrefix("<![CDATA[", at: position, limit: close),
                let after = bytes.firstOffset(of: "]]>", from: position + 9, limit: close)
            {
                addVerbatim(position + 9, after)
                position = after + 3
            } else {
                scanBodyRun(close)
            }
        }
    }

    private mutating func scanBodyRun(_ close: Int) {
        let (start, firstExpression) = (position, document.expressions.count)
        var (needsDecoding, isBlank) = (false, true)
        while position < close, !isStopped {
            let byte = bytes[position]
            if byte == .less,
                bytes.hasPrefix("<!--", at: position, limit: close) || bytes.hasPrefix("<![CDATA[", at: position, limit: close)
            {
                break
            }
            isBlank = isBlank && byte.isXMLWhitespace
            needsDecoding = needsDecoding || byte == .ampersand || byte == .carriageReturn
            guard byte == .at, isExpressionStart(at: position) else {
                position += 1
                continue
            }
            if isFirstOfBody(start) {
                scanExpression(limit: close, isEncoded: true)
            } else {
                scanExpressionIfClosed(limit: close, isEncoded: true)
            }
        }
        guard !isBlank || (document.events.last.map { if case .text = $0 { true } else { false } } ?? false) else { return }
        document.events.append(.text(document.texts.count))
        document.texts.append(
            ScannedText(
                range: SourceRange(start, position), encoding: .text, expressions: firstExpression..<document.expressions.count,
                needsDecoding: needsDecoding, isBlank: isBlank))
    }

    /// Whether only white space stands before the expression here, so that it is one and nothing else.
    private func isFirstOfBody(_ start: Int) -> Bool {
        bytes[start..<position].allSatisfy(\.isXMLWhitespace)
    }
}
