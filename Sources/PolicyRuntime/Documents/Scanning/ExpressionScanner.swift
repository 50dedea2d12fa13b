import PolicyDiagnostics

/// Finds the end of an expression by C#'s lexical rules: brackets inside strings, characters and comments do not count.
///
/// Quotes and line breaks may be written as entities (`&quot;`); a literal ends with a quote written as its first one was.
/// All state is on the heap and in a loop, so nesting costs no stack.
struct ExpressionScanner {
    /// Why an expression has no end.
    struct Failure: Error {
        enum Reason { case unclosedBracket, unclosedLiteral, unclosedComment }
        var reason: Reason
        /// Where the thing begins that is not closed.
        var offset: Int
    }

    /// The part of the code that a named value's reference stands in.
    enum Region { case code, literal, interpolatedLiteral, comment }

    private struct Literal {
        var start: Int
        var isVerbatim: Bool
        var isInterpolated: Bool
        /// Its quotes are entities.
        var isQuotedByEntity: Bool
    }

    /// A literal that is interrupted by the hole `{ }` in which the scanner is.
    private struct Hole {
        var literal: Literal
        /// Brackets that are open in the hole.
        var depth = 0
    }

    let bytes: Bytes
    let limit: Int
    /// Whether `&quot;` and the like mean what they stand for.
    let readsEntities: Bool
    private(set) var position: Int
    private(set) var entities: [ScannedEntity] = []
    /// References to named values, when they are asked for.
    private(set) var references: [(range: SourceRange, region: Region)] = []
    private let collectsReferences: Bool
    private var holes: [Hole] = []

    init(_ bytes: Bytes, from position: Int, limit: Int, readsEntities: Bool, collectsReferences: Bool = false) {
        (self.bytes, self.position, self.limit) = (bytes, position, limit)
        (self.readsEntities, self.collectsReferences) = (readsEntities, collectsReferences)
    }

    private static let stopsInCode = ByteSet(Array("(){}[]\"'/&:<".utf8))
    private static let stopsInLiteral = ByteSet(Array("\"\\&{\n\r<".utf8))

    /// Scans from behind the opening bracket and stops behind the bracket that closes it.
    mutating func scanToClosingBracket(isBlock: Bool) throws(Failure) {
        let start = position
        let (open, close): (UInt8, UInt8) = isBlock ? (.openBrace, .closeBrace) : (.openParen, .closeParen)
        var depth = 1
        while position < limit {
            let byte = bytes[position]
            guard Self.stopsInCode.contains(byte) else {
                position += 1
                continue
            }
            if try scanToken(byte) { continue }
            if holes.isEmpty {
                if byte == open { depth += 1 }
                if byte == close { depth -= 1 }
                position += 1
                if depth == 0 { return }
            } else {
                try scanBracketInHole(byte)
            }
        }
        throw Failure(reason: .unclosedBracket, offset: holes.first?.literal.start ?? start - 1)
    }

    /// Scans code without brackets around it to its end, as far as it can be understood.
    mutating func scanAll() {
        while position < limit {
            let byte = bytes[position]
            do {
                guard Self.stopsInCode.contains(byte) else { position += 1; continue }
                if try scanToken(byte) { continue }
                if holes.isEmpty { position += 1 } else { try scanBracketInHole(byte) }
            } catch {
                position = max(position, error.offset) + 1
                holes.removeAll()
            }
        }
    }

    /// Scans what is more than a bracket; false when it is a bracket or nothing special.
    private mutating func scanToken(_ byte: UInt8) throws(Failure) -> Bool {
        switch byte {
        case .quote: try scanLiteral(quoteLength: 1, isEntity: false)
        case .apostrophe: scanCharacter(quoteLength: 1, isEntity: false)
        case .ampersand: try scanEntityInCode()
        case .slash: try scanComment()
        case .colon where holes.last?.depth == 0: scanFormat()
        case .openBrace, .less: return scanReference(.code)
        case .openParen, .closeParen, .closeBrace, .openBracket, .closeBracket: return false
        default: position += 1
        }
        return true
    }

    private mutating func scanBracketInHole(_ byte: UInt8) throws(Failure) {
        let last = holes.count - 1
        position += 1
        switch byte {
        case .openParen, .openBrace, .openBracket: holes[last].depth += 1
        case .closeBrace where holes[last].depth == 0: try scanLiteralBody(holes.removeLast().literal)
        case .closeParen, .closeBrace, .closeBracket: holes[last].depth = max(0, holes[last].depth - 1)
        default: break
        }
    }

    /// `:` in a hole begins a format, which is no code: `{date:HH'h'}`.
    private mutating func scanFormat() {
        if position + 1 < limit, bytes[position + 1] == .colon {
            position += 2
            return
        }
        while position < limit, bytes[position] != .closeBrace, bytes[position] != .quote, bytes[position] != .lineFeed { position += 1 }
    }
}

// Literals.
extension ExpressionScanner {
    private mutating func scanLiteral(quoteLength: Int, isEntity: Bool) throws(Failure) {
        var literal = Literal(start: position, isVerbatim: false, isInterpolated: false, isQuotedByEntity: isEntity)
        for before in [position - 1, position - 2] where before >= 0 {
            if bytes[before] == .at, !literal.isVerbatim {
                literal.isVerbatim = true
            } else if bytes[before] == .dollar, !literal.isInterpolated {
                literal.isInterpolated = true
            } else {
                break
            }
        }
        position += quoteLength
        try scanLiteralBody(literal)
    }

    /// Scans to the end of a literal, or into the next hole of an interpolated one.
    private mutating func scanLiteralBody(_ literal: Literal) throws(Failure) {
        while position < limit {
            let byte = bytes[position]
            guard Self.stopsInLiteral.contains(byte) else {
                position += 1
                continue
            }
            if isQuote(at: position, of: literal) {
                skipQuote(of: literal)
                guard literal.isVerbatim, isQuote(at: position, of: literal) else { return }
                skipQuote(of: literal)
            } else if try scanInLiteral(byte, literal) {
                return
            }
        }
        throw Failure(reason: .unclosedLiteral, offset: literal.start)
    }

    /// Returns true when a hole begins.
    private mutating func scanInLiteral(_ byte: UInt8, _ literal: Literal) throws(Failure) -> Bool {
        switch byte {
        case .backslash where !literal.isVerbatim: skipEscape()
        case .ampersand: skipEntity(isInRawLiteral: !literal.isQuotedByEntity)
        case .openBrace, .less:
            if scanReference(literal.isInterpolated ? .interpolatedLiteral : .literal) { break }
            guard byte == .openBrace, literal.isInterpolated else {
                position += 1
                break
            }
            let isEscaped = position + 1 < limit && bytes[position + 1] == .openBrace
            position += isEscaped ? 2 : 1
            guard !isEscaped else { break }
            holes.append(Hole(literal: literal))
            return true
        case .lineFeed, .carriageReturn:
            if !literal.isVerbatim { throw Failure(reason: .unclosedLiteral, offset: literal.start) }
            position += 1
        default: position += 1
        }
        return false
    }

    private func isQuote(at offset: Int, of literal: Literal) -> Bool {
        guard offset < limit else { return false }
        return literal.isQuotedByEntity ? entity(at: offset)?.scalar == UInt32(UInt8.quote) : bytes[offset] == .quote
    }

    private mutating func skipQuote(of literal: Literal) {
        if literal.isQuotedByEntity { skipEntity(isInRawLiteral: false) } else { position += 1 }
    }

    private mutating func skipEscape() {
        position += 1
        guard position < limit else { return }
        if bytes[position] == .ampersand { skipEntity(isInRawLiteral: false) } else { position += 1 }
    }

    /// A character literal; an apostrophe that begins none is passed over.
    private mutating func scanCharacter(quoteLength: Int, isEntity: Bool) {
        position += quoteLength
        let (start, known) = (position, entities.count)
        guard position < limit else { return }
        switch bytes[position] {
        case .backslash: skipCharacterEscape()
        case .ampersand: skipEntity(isInRawLiteral: false)
        case 0x80...:
            repeat { position += 1 } while position < limit && bytes[position] & 0xC0 == 0x80
        default: position += 1
        }
        guard position < limit else { return }
        if !isEntity, bytes[position] == .apostrophe { position += 1; return }
        if isEntity, entity(at: position)?.scalar == UInt32(UInt8.apostrophe) { return skipEntity(isInRawLiteral: false) }
        position = start
        entities.removeLast(entities.count - known)
    }

    /// `\n`, `\'`, `\x41`, `\u0041`, `\U00000041`.
    private mutating func skipCharacterEscape() {
        skipEscape()
        var count = 0
        while count < 8, position < limit, bytes[position].isASCIILetter || bytes[position].isASCIIDigit {
            position += 1
            count += 1
        }
    }
}

// Entities, comments, references.
extension ExpressionScanner {
    private func entity(at offset: Int) -> EntityReference? {
        guard readsEntities, offset < limit, bytes[offset] == .ampersand else { return nil }
        return EntityReference(in: bytes, at: offset, limit: limit)
    }

    private mutating func skipEntity(isInRawLiteral: Bool) {
        guard let entity = entity(at: position) else {
            position += 1
            return
        }
        entities.append(ScannedEntity(range: SourceRange(position, entity.end), scalar: entity.scalar, isInRawLiteral: isInRawLiteral))
        position = entity.end
    }

    private mutating func scanEntityInCode() throws(Failure) {
        guard let entity = entity(at: position) else {
            position += 1
            return
        }
        entities.append(ScannedEntity(range: SourceRange(position, entity.end), scalar: entity.scalar, isInRawLiteral: false))
        let length = entity.end - position
        switch entity.scalar {
        case UInt32(UInt8.quote): try scanLiteral(quoteLength: length, isEntity: true)
        case UInt32(UInt8.apostrophe): scanCharacter(quoteLength: length, isEntity: true)
        default: position = entity.end
        }
    }

    private mutating func scanComment() throws(Failure) {
        let start = position
        position += 1
        guard position < limit else { return }
        if bytes[position] == .slash {
            while position < limit, !isLineBreak(at: position) { scanInComment() }
        } else if bytes[position] == .star {
            position += 1
            while !bytes.hasPrefix("*/", at: position, limit: limit) {
                guard position < limit else { throw Failure(reason: .unclosedComment, offset: start) }
                scanInComment()
            }
            position += 2
        }
    }

    private mutating func scanInComment() {
        switch bytes[position] {
        case .ampersand: skipEntity(isInRawLiteral: false)
        case .openBrace, .less: if !scanReference(.comment) { position += 1 }
        default: position += 1
        }
    }

    private func isLineBreak(at offset: Int) -> Bool {
        switch bytes[offset] {
        case .lineFeed, .carriageReturn: true
        case .ampersand: entity(at: offset).map { $0.scalar == 10 || $0.scalar == 13 } ?? false
        default: false
        }
    }

    /// Notes a reference and passes over it; false when there is none, or nobody asks for them.
    private mutating func scanReference(_ region: Region) -> Bool {
        guard collectsReferences, let end = bytes.endOfNamedValue(at: position, limit: limit) else {
            if bytes[position] == .less, region == .code { position += 1; return true }
            return false
        }
        references.append((SourceRange(position, end), region))
        position = end
        return true
    }
}
