import PolicyDiagnostics
import PolicyExpressions

/// Makes texts of ranges: decodes entities, unifies line breaks, and remembers where each byte came from.
struct TextDecoder {
    let bytes: Bytes
    let source: SourceText
    let document: ScannedDocument
    /// Whether entities in string literals with quotes of their own stand for characters.
    let decodesRawLiterals: Bool

    /// The pieces of a scanned text, to be added to those of the texts before it.
    func append(_ text: ScannedText, to pieces: inout [PolicyText.Piece]) {
        var position = text.range.lowerBound
        for expression in document.expressions[text.expressions] {
            appendLiteral(SourceRange(position, expression.range.lowerBound), text, to: &pieces)
            pieces.append(.expression(expression.isBlock ? .block : .single, code(of: expression)))
            position = expression.range.upperBound
        }
        appendLiteral(SourceRange(position, text.range.upperBound), text, to: &pieces)
    }

    private func appendLiteral(_ range: SourceRange, _ text: ScannedText, to pieces: inout [PolicyText.Piece]) {
        guard !range.isEmpty else { return }
        let decoded = text.needsDecoding ? decode(range, text.encoding) : verbatim(range)
        guard case .literal(let before) = pieces.last else { return pieces.append(.literal(decoded)) }
        var map = before.map
        map.append(SourceRange(0, decoded.map.derivedCount), of: decoded.map)
        pieces[pieces.count - 1] = .literal(MappedText(before.string + decoded.string, map: map))
    }

    private func verbatim(_ range: SourceRange) -> MappedText {
        MappedText(string(range), map: SourceMap(verbatim: SourceSpan(source, range)))
    }

    private func string(_ range: SourceRange) -> String {
        String(decoding: Bytes(rebasing: bytes[range.lowerBound..<range.upperBound]), as: UTF8.self)
    }

    // MARK: Literal text

    private func decode(_ range: SourceRange, _ encoding: ScannedText.Encoding) -> MappedText {
        var output = Output(bytes: bytes, source: source, position: range.lowerBound)
        while output.position < range.upperBound {
            let offset = output.position
            switch bytes[offset] {
            case .ampersand where encoding != .verbatim:
                if let entity = EntityReference(in: bytes, at: offset, limit: range.upperBound) {
                    output.append(entity.scalar, from: SourceRange(offset, entity.end))
                } else {
                    output.copyByte(.ampersand)
                }
            case .carriageReturn:
                let isPair = offset + 1 < range.upperBound && bytes[offset + 1] == .lineFeed
                if isPair { output.skipByte() }
                output.copyByte(encoding == .attribute ? .space : .lineFeed)
            case .lineFeed where encoding == .attribute, .tab where encoding == .attribute: output.copyByte(.space)
            case let byte: output.copyByte(byte)
            }
        }
        return output.finish()
    }

    // MARK: Code

    /// The inside of an expression's brackets. Line breaks survive; an attribute's are no spaces, since `//` would swallow the rest.
    private func code(of expression: ScannedExpression) -> MappedText {
        if expression.entities.isEmpty, !expression.hasCarriageReturn { return verbatim(expression.code) }
        var output = Output(bytes: bytes, source: source, position: expression.code.lowerBound)
        for entity in document.entities[expression.entities] where decodesRawLiterals || !entity.isInRawLiteral {
            copyCode(to: entity.range.lowerBound, &output)
            output.append(entity.scalar, from: entity.range)
        }
        copyCode(to: expression.code.upperBound, &output)
        return output.finish()
    }

    private func copyCode(to end: Int, _ output: inout Output) {
        while output.position < end {
            let offset = output.position
            if bytes[offset] == .carriageReturn {
                if offset + 1 < end, bytes[offset + 1] == .lineFeed { output.skipByte() }
                output.copyByte(.lineFeed)
            } else {
                output.copyByte(bytes[offset])
            }
        }
    }

    /// Decoded bytes with their map; runs of bytes that stand for themselves are one piece.
    private struct Output {
        let bytes: Bytes
        let source: SourceText
        var position: Int
        var text: [UInt8] = []
        var map = SourceMap()
        var run: Int

        init(bytes: Bytes, source: SourceText, position: Int) {
            (self.bytes, self.source, self.position, run) = (bytes, source, position, position)
        }

        mutating func copyByte(_ byte: UInt8) {
            text.append(byte)
            position += 1
        }

        mutating func skipByte() {
            endRun()
            position += 1
            run = position
        }

        mutating func append(_ scalar: UInt32, from range: SourceRange) {
            endRun()
            let encoded = Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
            text += encoded
            map.append(count: encoded.count, from: SourceSpan(source, range))
            position = range.upperBound
            run = position
        }

        private mutating func endRun() {
            if position > run { map.append(verbatim: SourceSpan(source, SourceRange(run, position))) }
        }

        mutating func finish() -> MappedText {
            endRun()
            return MappedText(String(decoding: text, as: UTF8.self), map: map)
        }
    }
}
