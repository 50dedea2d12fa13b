import PolicyDiagnostics

/// Makes the tree of what the scanner found.
struct XMLTreeBuilder {
    let bytes: Bytes
    let source: SourceText
    let decoder: TextDecoder
    private let document: ScannedDocument

    init(bytes: Bytes, source: SourceText, decoder: TextDecoder) {
        (self.bytes, self.source, self.decoder) = (bytes, source, decoder)
        document = decoder.document
    }

    private struct Level {
        var scanned: ScannedElement?
        var children: [XMLNode] = []
    }

    func build() -> [XMLNode] {
        var names = NameTable(bytes: bytes)
        var levels = [Level()]
        var texts: [ScannedText] = []
        for event in document.events {
            if case .text(let index) = event {
                texts.append(document.texts[index])
                continue
            }
            finishText(&texts, in: &levels[levels.count - 1])
            switch event {
            case .start(let index): levels.append(Level(scanned: document.elements[index]))
            case .end(_, let offset): finishElement(&levels, at: offset, &names)
            case .comment(let range): levels[levels.count - 1].children.append(.comment(source[range].unifyingLineBreaks))
            case .text: break
            }
        }
        finishText(&texts, in: &levels[levels.count - 1])
        return levels[0].children
    }

    private func finishElement(_ levels: inout [Level], at offset: Int, _ names: inout NameTable) {
        guard levels.count > 1, let level = levels.popLast(), let scanned = level.scanned else { return }
        let attributes = document.attributes[scanned.attributes].map { attribute in
            XMLAttribute(
                name: names[attribute.nameRange], value: text([attribute.value]), nameSpan: SourceSpan(source, attribute.nameRange))
        }
        let element = XMLElement(
            name: names[scanned.nameRange], attributes: attributes, children: level.children,
            nameSpan: SourceSpan(source, scanned.nameRange), span: SourceSpan(source, SourceRange(scanned.start, offset)))
        levels[levels.count - 1].children.append(.element(element))
    }

    /// White space behind the last text was kept in case more text follows it.
    private func finishText(_ texts: inout [ScannedText], in level: inout Level) {
        guard !texts.isEmpty else { return }
        while let last = texts.last, last.isBlank { texts.removeLast() }
        if !texts.isEmpty { level.children.append(.text(text(texts))) }
        texts.removeAll(keepingCapacity: true)
    }

    private func text(_ scanned: [ScannedText]) -> PolicyText {
        var pieces: [PolicyText.Piece] = []
        for text in scanned { decoder.append(text, to: &pieces) }
        let range = scanned.dropFirst().reduce(scanned.first?.range ?? SourceRange(0, 0)) { $0.union($1.range) }
        return PolicyText(pieces: pieces, span: SourceSpan(source, range))
    }
}

extension String {
    /// `\r\n` and `\r` as `\n`, as XML reads them.
    fileprivate var unifyingLineBreaks: String {
        guard utf8.contains(.carriageReturn) else { return self }
        var output: [UInt8] = []
        var isAfterReturn = false
        for byte in utf8 {
            if byte != .lineFeed || !isAfterReturn { output.append(byte == .carriageReturn ? .lineFeed : byte) }
            isAfterReturn = byte == .carriageReturn
        }
        return String(decoding: output, as: UTF8.self)
    }
}

/// Gives the same name the same string, so that only the first one is made.
private struct NameTable {
    let bytes: Bytes
    private var slots: [(range: SourceRange, name: String)?] = Array(repeating: nil, count: 256)

    init(bytes: Bytes) { self.bytes = bytes }

    subscript(range: SourceRange) -> String {
        mutating get {
            let slot = hash(range)
            if let known = slots[slot], isSame(known.range, range) { return known.name }
            let name = String(decoding: Bytes(rebasing: bytes[range.lowerBound..<range.upperBound]), as: UTF8.self)
            slots[slot] = (range, name)
            return name
        }
    }

    private func hash(_ range: SourceRange) -> Int {
        var hash: UInt32 = 2_166_136_261
        for offset in range.lowerBound..<range.upperBound { hash = (hash ^ UInt32(bytes[offset])) &* 16_777_619 }
        return Int((hash ^ (hash >> 16)) & 255)
    }

    private func isSame(_ left: SourceRange, _ right: SourceRange) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] { return false }
        return true
    }
}
