import PolicyDiagnostics
import PolicyExpressions

/// Reads what stands between the delimiters of an output or a tag.
struct LiquidMarkup {
    /// How deep indexes and ranges may be nested in one another.
    static let maximumDepth = 32

    let bytes: [UInt8]
    let content: SourceRange
    private(set) var position: Int
    private var depth = 0

    init(_ bytes: [UInt8], _ content: SourceRange) { (self.bytes, self.content, position) = (bytes, content, content.lowerBound) }

    private var next: UInt8? { position < content.upperBound ? bytes[position] : nil }

    mutating func skipSpace() {
        while let next, next.isLiquidSpace { position += 1 }
    }

    /// Whether nothing is left.
    mutating func isAtEnd() -> Bool {
        skipSpace()
        return next == nil
    }

    /// Moves behind a text when it comes next.
    mutating func consume(_ text: StaticString) -> Bool {
        skipSpace()
        let count = text.utf8CodeUnitCount
        guard position + count <= content.upperBound,
            text.withUTF8Buffer({ $0.elementsEqual(bytes[position..<position + count]) })
        else { return false }
        position += count
        return true
    }

    /// Moves behind a word when it comes next as a whole.
    mutating func consume(word: String) -> Bool {
        let start = position
        if name() == word { return true }
        position = start
        return false
    }

    mutating func expect(_ text: StaticString, _ place: String) throws(LiquidProblem) {
        guard consume(text) else { throw problem("'\(text)' is missing \(place)") }
    }

    /// What is left must be nothing.
    mutating func expectEnd() throws(LiquidProblem) {
        guard isAtEnd() else { throw problem("'\(rest)' is not understood") }
    }

    /// A problem with what is left.
    func problem(_ message: String, hint: String? = nil) -> LiquidProblem {
        LiquidProblem(message: message, range: SourceRange(min(position, content.upperBound), content.upperBound), hint: hint)
    }

    /// What is left, as messages quote it.
    private var rest: String {
        let text = String(decoding: bytes[position..<content.upperBound].prefix(40), as: UTF8.self)
        return text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
    }

    /// The text between two offsets.
    func text(from start: Int, to end: Int) -> NetString { NetString(utf8: bytes[start..<end]) }

    /// Letters, digits, `_` and `-`, or nil.
    mutating func name() -> String? {
        skipSpace()
        let start = position
        guard let first = next, first.isLiquidNameByte, !first.isLiquidDigit, first != UInt8(ascii: "-") else { return nil }
        while let next, next.isLiquidNameByte { position += 1 }
        if next == UInt8(ascii: "?") { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func expectName(_ what: String) throws(LiquidProblem) -> NetString {
        guard let name = name() else { throw problem("\(what) is missing") }
        return NetString(name)
    }

    /// A literal, a path or a range.
    mutating func operand() throws(LiquidProblem) -> LiquidOperand {
        guard depth < Self.maximumDepth else { throw problem("the value is nested too deeply") }
        depth += 1
        defer { depth -= 1 }
        skipSpace()
        switch next {
        case UInt8(ascii: "'")?, UInt8(ascii: "\"")?: return try string()
        case UInt8(ascii: "(")?: return try range()
        case let byte? where byte.isLiquidDigit || byte == UInt8(ascii: "-"): return try number()
        default: return try pathOrWord()
        }
    }

    private mutating func string() throws(LiquidProblem) -> LiquidOperand {
        let quote = bytes[position]
        let start = position + 1
        guard let end = bytes[start..<content.upperBound].firstIndex(of: quote) else { throw problem("the text is not closed") }
        position = end + 1
        return .literal(.string(text(from: start, to: end)))
    }

    private mutating func range() throws(LiquidProblem) -> LiquidOperand {
        position += 1
        let lower = try operand()
        try expect("..", "in the range")
        let upper = try operand()
        try expect(")", "behind the range")
        return .range(lower, upper)
    }

    private mutating func number() throws(LiquidProblem) -> LiquidOperand {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        skipDigits()
        var isWhole = true
        if next == UInt8(ascii: "."), position + 1 < content.upperBound, bytes[position + 1].isLiquidDigit {
            (position, isWhole) = (position + 1, false)
            skipDigits()
        }
        let digits = text(from: start, to: position)
        if isWhole, let whole = try? NumberParsing.int64(digits) { return .literal(.integer(whole)) }
        guard let exact = try? NumberParsing.decimal(digits) else { throw problem("'\(digits)' is not a number") }
        return .literal(.decimal(exact))
    }

    private mutating func skipDigits() {
        while let next, next.isLiquidDigit { position += 1 }
    }

    private mutating func pathOrWord() throws(LiquidProblem) -> LiquidOperand {
        guard let word = name() else {
            let message = isAtEnd() ? "a value is missing" : "'\(rest)' is not a value"
            throw problem(message)
        }
        switch word {
        case "nil", "null", "Nil", "Null": return .literal(.null)
        case "true", "True": return .literal(.boolean(true))
        case "false", "False": return .literal(.boolean(false))
        case "empty", "blank", "Empty", "Blank": return .literal(.empty)
        default: return .path(root: NetString(word), try steps())
        }
    }

    private mutating func steps() throws(LiquidProblem) -> [LiquidOperand] {
        var steps: [LiquidOperand] = []
        while true {
            if next == UInt8(ascii: "."), position + 1 < content.upperBound, bytes[position + 1] != UInt8(ascii: ".") {
                position += 1
                steps.append(.literal(.string(try memberName())))
            } else if next == UInt8(ascii: "[") {
                position += 1
                steps.append(try operand())
                try expect("]", "behind the index")
            } else {
                return steps
            }
        }
    }

    private mutating func memberName() throws(LiquidProblem) -> NetString {
        let start = position
        while let next, next.isLiquidNameByte { position += 1 }
        guard position > start else { throw problem("the name of a member is missing") }
        if next == UInt8(ascii: "?") { position += 1 }
        return text(from: start, to: position)
    }
}
