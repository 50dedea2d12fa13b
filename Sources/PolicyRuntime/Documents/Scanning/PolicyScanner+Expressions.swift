import PolicyDiagnostics

extension PolicyScanner {
    /// Whether `@(` or `@{` begins at an offset. `@{{name}}` does not: there a named value follows an `@`.
    func isExpressionStart(at offset: Int) -> Bool {
        guard offset + 1 < end, bytes[offset] == .at else { return false }
        if bytes[offset + 1] == .openParen { return true }
        return bytes[offset + 1] == .openBrace && bytes.endOfNamedValue(at: offset + 1, limit: end) == nil
    }

    /// Scans the expression that begins here. When it has no end, that is reported, and what seems to be the end is taken.
    ///
    /// - Parameter quote: the quote around the attribute's value, when it is one.
    mutating func scanExpression(limit: Int, isEncoded: Bool, quote: UInt8? = nil) {
        let start = position
        do throws(ExpressionScanner.Failure) {
            try addExpression(limit: limit, isEncoded: isEncoded, isAttribute: quote != nil)
        } catch {
            position = probableEnd(of: start, quote: quote)
            document.masks.append(ScannedMask(range: SourceRange(start, position), reason: .rawCode))
            reportOpenExpression(start, error)
        }
    }

    /// Scans an expression that may as well be plain text when it has no end, as in a style sheet inside of a body.
    mutating func scanExpressionIfClosed(limit: Int, isEncoded: Bool) {
        let start = position
        do throws(ExpressionScanner.Failure) {
            try addExpression(limit: limit, isEncoded: isEncoded, isAttribute: false)
        } catch {
            position = start + 1
        }
    }

    private mutating func addExpression(limit: Int, isEncoded: Bool, isAttribute: Bool) throws(ExpressionScanner.Failure) {
        let start = position
        let isBlock = bytes[start + 1] == .openBrace
        var scanner = ExpressionScanner(bytes, from: start + 2, limit: limit, readsEntities: isEncoded && form != .rawxml)
        do throws(ExpressionScanner.Failure) {
            try scanner.scanToClosingBracket(isBlock: isBlock)
        } catch {
            noteFailedScan(start, scanner.position)
            throw error
        }
        let range = SourceRange(start, scanner.position)
        if !isAttribute, isEncoded, form != .xml, runsOverEndTag(range) {
            noteFailedScan(start, scanner.position)
            throw ExpressionScanner.Failure(reason: .unclosedBracket, offset: start)
        }
        let firstEntity = document.entities.count
        document.entities += scanner.entities
        document.expressions.append(
            ScannedExpression(
                range: range, code: SourceRange(start + 2, range.upperBound - 1), isBlock: isBlock,
                entities: firstEntity..<document.entities.count, hasCarriageReturn: hasCarriageReturn(in: range), isEncoded: isEncoded))
        if form != .xml { document.masks.append(ScannedMask(range: range, reason: .rawCode)) }
        position = range.upperBound
    }

    /// Each scan that fails may have read the rest of the document; their sum is limited, so that reading takes linear time.
    mutating func noteFailedScan(_ start: Int, _ reached: Int) {
        failedScanBytes += reached - start
        guard failedScanBytes > 16 * bytes.count + 65_536, !isStopped else { return }
        report(
            "unterminated-expression", "too many expressions are not closed", at: SourceRange(start, start + 2), hint: "mend the first ones"
        )
        isStopped = true
    }

    /// An expression that holds the end tag of its own element was closed by accident.
    private func runsOverEndTag(_ range: SourceRange) -> Bool {
        guard let name = open.last?.nameRange else { return false }
        return endTag(of: name, from: range.lowerBound, limit: range.upperBound) != nil
    }

    /// The offset of the next `</name`.
    func endTag(of name: SourceRange, from offset: Int, limit: Int) -> Int? {
        var position = offset
        while let found = bytes.firstOffset(of: "</", from: position, limit: limit) {
            let after = found + 2 + name.count
            let isSame = after <= limit && (0..<name.count).allSatisfy { bytes[found + 2 + $0] == bytes[name.lowerBound + $0] }
            if isSame, after == limit || !bytes[after].isNameByte { return found }
            position = found + 2
        }
        return nil
    }

    private func probableEnd(of start: Int, quote: UInt8?) -> Int {
        guard let quote else {
            return open.last.flatMap { endTag(of: $0.nameRange, from: start, limit: end) }
                ?? bytes.firstOffset(of: .less, from: start, limit: end) ?? end
        }
        var position = start
        while let found = bytes.firstOffset(of: quote, from: position, limit: end) {
            if isFollowedByTagRest(found + 1) { return found }
            position = found + 1
        }
        return bytes.firstOffset(of: quote, from: start, limit: end) ?? end
    }

    /// Whether `>`, `/>` or another attribute follows.
    private func isFollowedByTagRest(_ offset: Int) -> Bool {
        var position = offset
        while position < end, bytes[position].isXMLWhitespace { position += 1 }
        guard position < end else { return true }
        if bytes[position] == .greater || bytes.hasPrefix("/>", at: position, limit: end) { return true }
        guard position > offset else { return false }
        while position < end, bytes[position].isNameByte { position += 1 }
        return position < end && bytes[position] == .equals && !bytes.hasPrefix("==", at: position, limit: end)
    }

    private mutating func reportOpenExpression(_ start: Int, _ failure: ExpressionScanner.Failure) {
        let bracket = bytes[start + 1] == .openBrace ? "}" : ")"
        let begin = Diagnostic.Note("the expression begins here", at: SourceSpan(source, SourceRange(start, start + 2)))
        let place = SourceRange(failure.offset, failure.offset + 1)
        switch failure.reason {
        case .unclosedBracket:
            report(
                "unterminated-expression", "the expression is not closed", at: SourceRange(start, start + 2),
                hint: "'\(bracket)' is missing")
        case .unclosedLiteral:
            report(
                "unterminated-expression", "a string literal of the expression is not closed", at: place, hint: "a quote is missing",
                notes: [begin])
        case .unclosedComment:
            report(
                "unterminated-expression", "a comment of the expression is not closed", at: place, hint: "'*/' is missing", notes: [begin])
        }
    }
}
