import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Writes a document with its elements on lines of their own.
struct DocumentLayout {
    let source: SourceText
    let texts: TextLayout
    let lineLength: Int

    init(source: SourceText, form: DocumentForm?, lineLength: Int) {
        (self.source, self.lineLength) = (source, lineLength)
        texts = TextLayout(source: source, form: form)
    }

    /// The whole document, ending in a line break.
    func write(_ roots: [XMLNode]) -> String {
        let start = source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if roots.hasText { return source.lines(SourceRange(start, source.utf8.count)) }
        let lines = lines(of: roots, in: SourceRange(start, source.utf8.count), indent: 0)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands between elements.
    private struct Gap {
        var lineBreaks = 0
        var instructions: [String] = []
        /// The offset behind it.
        var end: Int
    }

    /// Reads white space and processing instructions.
    private func gap(from start: Int, limit: Int) -> Gap {
        var gap = Gap(end: start)
        while gap.end < limit {
            switch source.utf8[gap.end] {
            case UInt8(ascii: "\n"):
                gap.lineBreaks += 1
                gap.end += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): gap.end += 1
            default:
                guard source.has("<?", at: gap.end), let close = source.offset(behind: "?>", from: gap.end, limit: limit) else {
                    return gap
                }
                gap.instructions.append(source.lines(SourceRange(gap.end, close)))
                gap.end = close
            }
        }
        return gap
    }

    /// The lines of nodes among which there is no text.
    private func lines(of nodes: [XMLNode], in range: SourceRange, indent: Int) -> [String] {
        var (lines, position): ([String], Int) = ([], range.lowerBound)
        let margin = String(repeating: " ", count: indent)
        for node in nodes {
            let gap = gap(from: position, limit: range.upperBound)
            if gap.lineBreaks > 1, !lines.isEmpty { lines.append("") }
            lines += gap.instructions.map { margin + $0 }
            switch node {
            case .element(let element):
                lines.append(margin + write(element, indent: indent))
                position = element.span.range.upperBound
            case .comment:
                let end = source.offset(behind: "-->", from: gap.end + 4, limit: range.upperBound) ?? range.upperBound
                let comment = self.comment(SourceRange(gap.end, end), indent: indent)
                // A comment that stood behind an element says something about it.
                if gap.lineBreaks == 0, !lines.isEmpty, !comment.contains("\n") {
                    lines[lines.count - 1] += " " + comment
                } else {
                    lines.append(margin + comment)
                }
                position = end
            case .text: continue
            }
        }
        return lines + gap(from: position, limit: range.upperBound).instructions.map { margin + $0 }
    }

    /// A comment whose further lines are moved as far as its first one.
    private func comment(_ range: SourceRange, indent: Int) -> String {
        let lines = source.lines(range).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, let first = lines.first else { return source.lines(range) }
        let distance = indent - source.column(of: range.lowerBound)
        let moved = lines.dropFirst().map { line -> String in
            guard !line.allSatisfy(\.isBlank) else { return "" }
            return String(repeating: " ", count: max(0, line.leadingColumns + distance)) + line.drop(while: \.isBlank)
        }
        return ([String(first)] + moved).joined(separator: "\n")
    }

    // MARK: Elements

    /// An element, its first line without the margin.
    private func write(_ element: XMLElement, indent: Int) -> String {
        let tag = startTag(of: element, indent: indent)
        guard !element.children.isEmpty else { return tag + " />" }
        let content = content(of: element)
        if element.children.hasText {
            return tag + ">" + text(of: element, in: content, indent: indent) + "</\(element.name)>"
        }
        let inner = lines(of: element.children, in: content, indent: indent + 4).joined(separator: "\n")
        return "\(tag)>\n\(inner)\n\(String(repeating: " ", count: indent))</\(element.name)>"
    }

    /// The start tag without its end; attributes stand on lines of their own where one line is too short.
    private func startTag(of element: XMLElement, indent: Int) -> String {
        let attributes = element.attributes.map { " \($0.name)=\(texts.attribute($0.value, indent: indent))" }
        let oneLine = "<\(element.name)" + attributes.joined()
        let width =
            oneLine.split(separator: "\n").map(\.count).enumerated().map { $0.offset == 0 ? $0.element + indent : $0.element }.max() ?? 0
        guard width + 3 > lineLength, attributes.count > 1 else { return oneLine }
        let margin = "\n" + String(repeating: " ", count: indent + 4)
        let lines = element.attributes.map { "\(margin)\($0.name)=\(texts.attribute($0.value, indent: indent + 4))" }
        return "<\(element.name)" + lines.joined()
    }

    private func text(of element: XMLElement, in content: SourceRange, indent: Int) -> String {
        guard !element.isTemplate else { return source.lines(content) }
        if element.children.count == 1, case .text(let text) = element.children[0] {
            let isData = source.isCharacterData(text.span.range.lowerBound)
            if let alone = texts.alone(text, indent: indent, isEncoded: !isData) { return isData ? "<![CDATA[\(alone)]]>" : alone }
        }
        var (result, position) = ("", content.lowerBound)
        for case .text(let text) in element.children {
            result += source.lines(SourceRange(position, text.span.range.lowerBound))
            let isData = source.isCharacterData(text.span.range.lowerBound)
            result += texts.written(text, in: text.span.range, indent: indent, isEncoded: !isData)
            position = text.span.range.upperBound
        }
        return result + source.lines(SourceRange(position, content.upperBound))
    }

    /// What stands between the tags.
    private func content(of element: XMLElement) -> SourceRange {
        let behindValues = element.attributes.last.map { $0.value.span.range.upperBound } ?? element.nameSpan.range.upperBound
        let start = source.offset(behind: ">", from: behindValues, limit: element.span.range.upperBound) ?? behindValues
        return SourceRange(start, source.offset(ofLast: "</", before: element.span.range.upperBound) ?? element.span.range.upperBound)
    }
}

extension [XMLNode] {
    var hasText: Bool { contains { if case .text = $0 { true } else { false } } }
}

extension SourceText {
    fileprivate func has(_ mark: StaticString, at offset: Int) -> Bool {
        guard offset + mark.utf8CodeUnitCount <= utf8.count else { return false }
        return mark.withUTF8Buffer { mark in mark.indices.allSatisfy { utf8[offset + $0] == mark[$0] } }
    }

    fileprivate func offset(behind mark: StaticString, from start: Int, limit: Int) -> Int? {
        var position = start
        while position + mark.utf8CodeUnitCount <= limit {
            if has(mark, at: position) { return position + mark.utf8CodeUnitCount }
            position += 1
        }
        return nil
    }

    fileprivate func offset(ofLast mark: StaticString, before end: Int) -> Int? {
        var position = end - mark.utf8CodeUnitCount
        while position >= 0 {
            if has(mark, at: position) { return position }
            position -= 1
        }
        return nil
    }

    /// Whether a CDATA section begins right before an offset.
    fileprivate func isCharacterData(_ offset: Int) -> Bool { offset >= 9 && has("<![CDATA[", at: offset - 9) }

    /// The column of an offset, from 0, tabs counted as wide as they are taken for.
    fileprivate func column(of offset: Int) -> Int {
        var start = offset
        while start > 0, utf8[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        let before = self[SourceRange(start, offset)]
        return before.allSatisfy(\.isBlank) ? before.leadingColumns : before.count
    }
}
