/// ASCII bytes that the scanners look for.
extension UInt8 {
    static let quote = UInt8(ascii: "\""), apostrophe = UInt8(ascii: "'"), backslash = UInt8(ascii: "\\"), slash = UInt8(ascii: "/")
    static let less = UInt8(ascii: "<"), greater = UInt8(ascii: ">"), ampersand = UInt8(ascii: "&"), semicolon = UInt8(ascii: ";")
    static let at = UInt8(ascii: "@"), dollar = UInt8(ascii: "$"), equals = UInt8(ascii: "="), exclamation = UInt8(ascii: "!")
    static let openBrace = UInt8(ascii: "{"), closeBrace = UInt8(ascii: "}"), openParen = UInt8(ascii: "("), closeParen = UInt8(ascii: ")")
    static let openBracket = UInt8(ascii: "["), closeBracket = UInt8(ascii: "]"), colon = UInt8(ascii: ":"), hyphen = UInt8(ascii: "-")
    static let question = UInt8(ascii: "?"), star = UInt8(ascii: "*"), number = UInt8(ascii: "#")
    static let lineFeed = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r"), tab = UInt8(ascii: "\t"), space = UInt8(ascii: " ")

    /// One of XML's four white space characters.
    var isXMLWhitespace: Bool { self == .space || self == .lineFeed || self == .tab || self == .carriageReturn }
    var isASCIILetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
    var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    /// A byte that a name can begin with; what lies beyond ASCII is libxml2's to judge.
    var isNameStart: Bool { isASCIILetter || self == UInt8(ascii: "_") || self == .colon || self >= 0x80 }
    var isNameByte: Bool { isNameStart || isASCIIDigit || self == .hyphen || self == UInt8(ascii: ".") }
    /// A byte of a named value's display name.
    var isNamedValueByte: Bool {
        isASCIILetter || isASCIIDigit || self == .hyphen || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
    }
}

/// A set of bytes that is asked in one look.
struct ByteSet {
    private let (low, high, upperLow, upperHigh): (UInt64, UInt64, UInt64, UInt64)

    init(_ members: [UInt8]) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for member in members {
            let bit = UInt64(1) << UInt64(member & 63)
            switch member >> 6 {
            case 0: words.0 |= bit
            case 1: words.1 |= bit
            case 2: words.2 |= bit
            default: words.3 |= bit
            }
        }
        (low, high, upperLow, upperHigh) = words
    }

    @inline(__always) func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : byte < 128 ? high : byte < 192 ? upperLow : upperHigh
        return word >> UInt64(byte & 63) & 1 == 1
    }
}

typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes of `text` stand at an offset.
    @inline(__always) func hasPrefix(_ text: StaticString, at offset: Int, limit: Int) -> Bool {
        guard offset >= 0, limit - offset >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    /// The offset of `text` at or behind an offset.
    func firstOffset(of text: StaticString, from offset: Int, limit: Int) -> Int? {
        var position = offset
        while let found = firstOffset(of: text.utf8Start[0], from: position, limit: limit) {
            if hasPrefix(text, at: found, limit: limit) { return found }
            position = found + 1
        }
        return nil
    }

    /// The offset of a byte at or behind an offset.
    @inline(__always) func firstOffset(of byte: UInt8, from offset: Int, limit: Int) -> Int? {
        var position = offset
        while position < limit {
            if self[position] == byte { return position }
            position += 1
        }
        return nil
    }

    /// The end of a reference `{{name}}` or `<<name>>` that begins at an offset; nil when none does.
    func endOfNamedValue(at offset: Int, limit: Int) -> Int? {
        guard limit - offset >= 5, self[offset] == self[offset + 1] else { return nil }
        let closing: UInt8
        switch self[offset] {
        case .openBrace: closing = .closeBrace
        case .less: closing = .greater
        default: return nil
        }
        var position = offset + 2
        while position < limit, self[position].isNamedValueByte { position += 1 }
        guard position > offset + 2, limit - position >= 2, self[position] == closing, self[position + 1] == closing else { return nil }
        return position + 2
    }
}
