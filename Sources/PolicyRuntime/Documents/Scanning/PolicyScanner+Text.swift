import PolicyDiagnostics

private let stopsInText = ByteSet(Array("<@&\r".utf8))
private let stopsInDoubleQuotes = ByteSet(Array("<@&\r\n\t\"".utf8))
private let stopsInSingleQuotes = ByteSet(Array("<@&\r\n\t'".utf8))

// Element text.
extension PolicyScanner {
    mutating func scanText() {
        let (start, firstExpression) = (position, document.expressions.count)
        var needsDecoding = false
        // The first byte is text whatever it is: the caller knows.
        if bytes[position] == .less { maskLess() }
        while position < end, !isStopped {
            guard stopsInText.contains(bytes[position]) else {
                position += 1
                continue
            }
            switch bytes[position] {
            case .less:
                guard bytes.endOfNamedValue(at: position, limit: end) != nil else { return addText(start, firstExpression, needsDecoding) }
                maskLess()
            case .ampersand:
                needsDecoding = true
                checkReference()
            case .at where isExpressionStart(at: position): scanExpression(limit: textLimit(), isEncoded: true)
            case .carriageReturn:
                needsDecoding = true
                position += 1
            default: position += 1
            }
        }
        addText(start, firstExpression, needsDecoding)
    }

    private mutating func addText(_ start: Int, _ firstExpression: Int, _ needsDecoding: Bool) {
        let range = SourceRange(start, position)
        let isBlank = bytes[range.lowerBound..<range.upperBound].allSatisfy(\.isXMLWhitespace)
        if open.isEmpty, !isBlank, !isSnippet {
            let first = bytes[start..<position].firstIndex { !$0.isXMLWhitespace } ?? start
            report("text-outside-element", "text cannot stand outside of the root element", at: SourceRange(first, first + 1))
        }
        guard !isBlank || isAfterText else { return }
        document.events.append(.text(document.texts.count))
        document.texts.append(
            ScannedText(
                range: range, encoding: .text, expressions: firstExpression..<document.expressions.count, needsDecoding: needsDecoding,
                isBlank: isBlank))
    }

    private var isAfterText: Bool {
        if case .text = document.events.last { true } else { false }
    }

    mutating func scanCharacterData() {
        let start = position + 9
        guard let close = bytes.firstOffset(of: "]]>", from: start, limit: end) else {
            report("unterminated-cdata", "the CDATA section is not closed", at: SourceRange(position, start), hint: "']]>' is missing")
            isStopped = true
            return
        }
        addVerbatim(start, close)
        position = close + 3
    }

    /// Adds text that means what it says; only expressions are looked for.
    mutating func addVerbatim(_ start: Int, _ close: Int) {
        let firstExpression = document.expressions.count
        position = start
        while !isStopped, let at = bytes.firstOffset(of: .at, from: position, limit: close) {
            position = at
            if isExpressionStart(at: at) { scanExpressionIfClosed(limit: close, isEncoded: false) } else { position += 1 }
        }
        let range = SourceRange(start, close)
        document.events.append(.text(document.texts.count))
        document.texts.append(
            ScannedText(
                range: range, encoding: .verbatim, expressions: firstExpression..<document.expressions.count,
                needsDecoding: hasCarriageReturn(in: range)))
    }

    /// Masks `<` where it is text, and the whole of `<<name>>`.
    mutating func maskLess() {
        let end = bytes.endOfNamedValue(at: position, limit: end) ?? position + 1
        document.masks.append(ScannedMask(range: SourceRange(position, end), reason: .notation))
        position = end
    }

    /// Passes over the reference at an `&`, and reports it when it is none.
    mutating func checkReference() {
        if let entity = EntityReference(in: bytes, at: position, limit: end) {
            position = entity.end
            return
        }
        let start = position
        position += 1
        while position < end, bytes[position].isNameByte || bytes[position] == .number { position += 1 }
        if position < end, position > start + 1, bytes[position] == .semicolon {
            position += 1
            let name = source[SourceRange(start, position)]
            report(
                "unknown-entity", "the entity '\(name)' is not defined", at: SourceRange(start, position),
                hint: "XML knows &lt; &gt; &amp; &quot; &apos; and &#…;")
        } else {
            position = start + 1
            report("unescaped-ampersand", "'&' begins no entity here", at: SourceRange(start, position), hint: "write '&amp;'")
        }
    }

    /// Where an expression in text has to end at the latest.
    private func textLimit() -> Int {
        form == .xml ? bytes.firstOffset(of: .less, from: position, limit: end) ?? end : end
    }
}

// Attribute values.
extension PolicyScanner {
    mutating func scanQuotedValue(of nameRange: SourceRange) -> ScannedText {
        let quote = bytes[position]
        let stops = quote == .quote ? stopsInDoubleQuotes : stopsInSingleQuotes
        position += 1
        let (start, firstExpression) = (position, document.expressions.count)
        var needsDecoding = false
        while position < end, !isStopped {
            let byte = bytes[position]
            guard stops.contains(byte) else {
                position += 1
                continue
            }
            if byte == quote { break }
            if byte == .less, bytes.endOfNamedValue(at: position, limit: end) == nil {
                if isForgottenQuote(from: start) { return mendForgottenQuote(nameRange, start, firstExpression) }
                report(
                    "unescaped-less-than", "'<' cannot stand in the value of an attribute", at: SourceRange(position, position + 1),
                    hint: "write '&lt;'")
            }
            scanInQuotedValue(byte, quote: quote, &needsDecoding)
        }
        guard position < end else { return mendForgottenQuote(nameRange, start, firstExpression) }
        let value = ScannedText(
            range: SourceRange(start, position), encoding: .attribute, expressions: firstExpression..<document.expressions.count,
            needsDecoding: needsDecoding)
        position += 1
        return value
    }

    private mutating func scanInQuotedValue(_ byte: UInt8, quote: UInt8, _ needsDecoding: inout Bool) {
        switch byte {
        case .less: maskLess()
        case .ampersand:
            needsDecoding = true
            checkReference()
        case .at where isExpressionStart(at: position):
            let limit = form == .xml ? bytes.firstOffset(of: quote, from: position, limit: end) ?? end : end
            scanExpression(limit: limit, isEncoded: true, quote: quote)
        case .carriageReturn, .lineFeed, .tab:
            needsDecoding = true
            position += 1
        default: position += 1
        }
    }

    /// A value with a line break that runs into markup has most likely lost its closing quote.
    private func isForgottenQuote(from start: Int) -> Bool {
        let next = position + 1 < end ? bytes[position + 1] : 0
        return (next == .slash || next.isNameStart) && bytes.firstOffset(of: .lineFeed, from: start, limit: position) != nil
    }

    private mutating func mendForgottenQuote(_ nameRange: SourceRange, _ start: Int, _ firstExpression: Int) -> ScannedText {
        report("unterminated-value", "the value of '\(source[nameRange])' is not closed", at: nameRange, hint: "a quote is missing")
        position = start
        while position < end, bytes[position] != .greater, bytes[position] != .lineFeed { position += 1 }
        if position > start, bytes[position - 1] == .slash { position -= 1 }
        document.expressions.removeLast(document.expressions.count - firstExpression)
        return ScannedText(
            range: SourceRange(start, position), encoding: .attribute, expressions: firstExpression..<firstExpression, needsDecoding: true)
    }
}
