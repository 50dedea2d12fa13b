/// One text that a person wrote: a policy document, a fragment, an expression given on the command line.
///
/// Every range in this package counts UTF-8 bytes of such a text. A source text is shared by reference, so a
/// diagnostic can carry the text it speaks of at the cost of one pointer.
public final class SourceText: Sendable {
    /// What the text is called in messages, most often a file's path.
    public let name: String
    /// The text as it was written, byte for byte.
    public let utf8: [UInt8]
    private let lineStarts: [Int]

    /// Makes a source text of bytes that are meant to be UTF-8.
    public init(name: String, utf8: [UInt8]) {
        self.name = name
        self.utf8 = utf8
        self.lineStarts = Self.lineStarts(of: utf8)
    }

    /// Makes a source text of a string.
    public convenience init(name: String, text: String) {
        self.init(name: name, utf8: Array(text.utf8))
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (offset, byte) in bytes.enumerated() {
            let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !bytes.hasLineFeed(at: offset + 1)
            if endsLine { starts.append(offset + 1) }
        }
        return starts
    }

    /// The whole text.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The range from the first to the last byte.
    public var wholeRange: SourceRange { SourceRange(0, utf8.count) }

    /// The number of lines, at least one.
    public var lineCount: Int { lineStarts.count }

    /// The text of a range; what lies outside the text is left out.
    public subscript(range: SourceRange) -> String {
        let lower = min(max(range.lowerBound, 0), utf8.count)
        return String(decoding: utf8[lower..<min(max(range.upperBound, lower), utf8.count)], as: UTF8.self)
    }

    /// The place of a byte, for people: lines and columns count from 1, columns in UTF-16 units.
    ///
    /// An offset beyond the text gives the place behind its last character.
    public func location(at offset: Int) -> SourceLocation {
        let offset = min(max(offset, 0), utf8.count)
        let line = lineIndex(at: offset)
        let before = String(decoding: utf8[lineStarts[line]..<offset], as: UTF8.self)
        return SourceLocation(line: line + 1, column: before.utf16.count + 1)
    }

    /// The text of a line, counted from 1, without its line break; empty when there is no such line.
    public func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : utf8.count
        while end > start, utf8[end - 1] == UInt8(ascii: "\n") || utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: utf8[start..<end], as: UTF8.self)
    }

    /// The offset of a place whose column counts Unicode scalars from 0; the end of the text for a line that it lacks.
    package func offset(line: Int, scalar: Int) -> Int {
        guard line >= 1, line <= lineStarts.count else { return utf8.count }
        var (offset, left) = (lineStarts[line - 1], scalar)
        while left > 0, offset < utf8.count {
            offset += 1
            while offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }

    private func lineIndex(at offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

extension [UInt8] {
    fileprivate func hasLineFeed(at offset: Int) -> Bool { offset < count && self[offset] == UInt8(ascii: "\n") }
}

/// A place in a source text as people count it.
public struct SourceLocation: Sendable, Hashable, Comparable {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in UTF-16 units as editors count.
    public var column: Int

    /// Makes a location.
    public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

    /// Orders by line, then by column.
    public static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// A half-open range of UTF-8 offsets in one source text.
public struct SourceRange: Sendable, Hashable {
    /// The offset of the first byte.
    public var lowerBound: Int
    /// The offset behind the last byte, never smaller than `lowerBound`.
    public var upperBound: Int

    /// Makes a range; an end before the start is moved to the start.
    public init(_ lowerBound: Int, _ upperBound: Int) {
        (self.lowerBound, self.upperBound) = (lowerBound, max(lowerBound, upperBound))
    }

    /// The number of bytes.
    public var count: Int { upperBound - lowerBound }
    /// Whether the range holds no byte.
    public var isEmpty: Bool { lowerBound == upperBound }

    /// The smallest range that holds both.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
    }

    /// The range moved by a number of bytes.
    public func shifted(by distance: Int) -> SourceRange { SourceRange(lowerBound + distance, upperBound + distance) }

    /// Whether a byte lies in the range.
    public func contains(_ offset: Int) -> Bool { lowerBound <= offset && offset < upperBound }
}

/// A range together with the text it belongs to.
public struct SourceSpan: Sendable, Hashable {
    /// The text.
    public var source: SourceText
    /// The part of it.
    public var range: SourceRange

    /// Makes a span.
    public init(_ source: SourceText, _ range: SourceRange) { (self.source, self.range) = (source, range) }

    /// Where the span begins, for people.
    public var start: SourceLocation { source.location(at: range.lowerBound) }
    /// Where the span ends (exclusive), for people.
    public var end: SourceLocation { source.location(at: range.upperBound) }
    /// The text of the span.
    public var text: String { source[range] }

    /// Spans are equal when they are the same part of the same source object.
    public static func == (left: Self, right: Self) -> Bool { left.source === right.source && left.range == right.range }

    /// Hashes source identity and range.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(source))
        hasher.combine(range)
    }
}
