import PolicyDiagnostics
import Yams

/// Reads YAML as the JSON that it says, with the place of every value, so that all readers of JSON files read it too.
///
/// Plain scalars are what JSON has: `true`, `false`, `null`, `~`, nothing, numbers; everything else is text. That is YAML
/// 1.2's JSON schema and not YAML 1.1's, in which `no` and `12:30` are no texts.
enum YAMLReader {
    /// How many values a file may have, its aliases written out: a few lines of aliases of aliases make billions.
    private static let countLimit = 200_000

    /// Reads one document. A text without one is `null`.
    static func read(_ source: SourceText) throws(Diagnostic) -> LocatedJSON {
        let node: Node?
        do {
            node = try Yams.compose(yaml: source.text)
        } catch {
            throw diagnostic(of: error, in: source)
        }
        guard let node else { return LocatedJSON(kind: .null, span: SourceSpan(source, source.wholeRange)) }
        var conversion = YAMLConversion(source: source, limit: countLimit)
        return try conversion.value(of: node, depth: 0)
    }

    private static func diagnostic(of error: any Error, in source: SourceText) -> Diagnostic {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            let start = source.offset(line: mark.line, scalar: max(0, mark.column - 1))
            return Diagnostic("invalid-yaml", .error, problem, at: SourceSpan(source, SourceRange(start, start + 1)))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let start = source.offset(line: context.mark.line, scalar: max(0, context.mark.column - 1))
            let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            return Diagnostic(
                "duplicate-member", .error, "the names \(names) are there twice", at: SourceSpan(source, SourceRange(start, start + 1)))
        default:
            return Diagnostic("invalid-yaml", .error, "this is not YAML: \(error)", at: SourceSpan(source, SourceRange(0, 1)))
        }
    }
}

private struct YAMLConversion {
    let source: SourceText
    var limit: Int

    mutating func value(of node: Node, depth: Int) throws(Diagnostic) -> LocatedJSON {
        let start = source.offset(line: node.mark?.line ?? 1, scalar: max(0, (node.mark?.column ?? 1) - 1))
        limit -= 1
        guard limit > 0, depth < JSONReader.depthLimit else {
            let reason = limit > 0 ? "values stand more than \(JSONReader.depthLimit) deep in each other" : "there are too many values"
            throw Diagnostic("invalid-yaml", .error, reason, at: SourceSpan(source, SourceRange(start, start + 1)))
        }
        switch node {
        case .scalar(let scalar):
            let end = YAMLScalarExtent(source.utf8, scalar.style).end(from: start)
            return LocatedJSON(kind: Self.kind(of: scalar), span: SourceSpan(source, SourceRange(start, end)))
        case .mapping(let mapping): return try object(mapping, at: start, depth: depth)
        case .sequence(let sequence): return try array(sequence, at: start, depth: depth)
        case .alias: throw Diagnostic("invalid-yaml", .error, "an alias of nothing", at: SourceSpan(source, SourceRange(start, start + 1)))
        }
    }

    private mutating func object(_ mapping: Node.Mapping, at start: Int, depth: Int) throws(Diagnostic) -> LocatedJSON {
        var members: [LocatedJSON.Member] = []
        for (key, value) in mapping {
            let name = try self.value(of: key, depth: depth + 1)
            guard let text = key.scalar?.string else { throw name.mismatch("a member's name", "a text") }
            members.append(LocatedJSON.Member(name: text, nameSpan: name.span, value: try self.value(of: value, depth: depth + 1)))
        }
        return LocatedJSON(kind: .object(members), span: extent(from: start, members.last?.value))
    }

    private mutating func array(_ sequence: Node.Sequence, at start: Int, depth: Int) throws(Diagnostic) -> LocatedJSON {
        var elements: [LocatedJSON] = []
        for element in sequence { elements.append(try value(of: element, depth: depth + 1)) }
        return LocatedJSON(kind: .array(elements), span: extent(from: start, elements.last))
    }

    private func extent(from start: Int, _ last: LocatedJSON?) -> SourceSpan {
        SourceSpan(source, SourceRange(start, max(start + 1, last?.span.range.upperBound ?? start)))
    }

    private static func kind(of scalar: Node.Scalar) -> LocatedJSON.Kind {
        guard scalar.style == .plain, scalar.tag.rawValue != "tag:yaml.org,2002:str" || scalar.tag.rawValue.isEmpty else {
            return .string(scalar.string)
        }
        switch scalar.string {
        case "", "~", "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: return isNumber(scalar.string) ? .number(scalar.string) : .string(scalar.string)
        }
    }

    /// Whether JSON writes a number so.
    private static func isNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
            let json = try? JSONReader.read(SourceText(name: "", text: text)), case .number = json.kind
        else { return false }
        return true
    }
}

/// Where a scalar ends: YAML's parser says only where one begins.
private struct YAMLScalarExtent {
    private let bytes: [UInt8]
    private let style: Node.Scalar.Style

    init(_ bytes: [UInt8], _ style: Node.Scalar.Style) { (self.bytes, self.style) = (bytes, style) }

    func end(from start: Int) -> Int {
        switch style {
        case .singleQuoted: quoted(from: start, UInt8(ascii: "'"))
        case .doubleQuoted: quoted(from: start, UInt8(ascii: "\""))
        default: endOfPlain(from: start)
        }
    }

    private func quoted(from start: Int, _ quote: UInt8) -> Int {
        var offset = start + 1
        while offset < bytes.count, bytes[offset] != quote {
            offset += quote == UInt8(ascii: "\"") && bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(offset + 1, bytes.count)
    }

    /// To the end of the line, of a comment's beginning, or of what separates in `[a, b]`.
    private func endOfPlain(from start: Int) -> Int {
        var offset = start
        while offset < bytes.count, !endsPlain(at: offset) { offset += 1 }
        while offset > start, bytes[offset - 1] == UInt8(ascii: " ") { offset -= 1 }
        return max(offset, min(start + 1, bytes.count))
    }

    private func endsPlain(at offset: Int) -> Bool {
        let following = offset + 1 < bytes.count ? bytes[offset + 1] : UInt8(ascii: "\n")
        switch bytes[offset] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
        case UInt8(ascii: ":"): return following == UInt8(ascii: " ") || following == UInt8(ascii: "\n")
        case UInt8(ascii: " "): return following == UInt8(ascii: "#")
        default: return false
        }
    }
}
