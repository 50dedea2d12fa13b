/// `System.Text.Encoding`: how characters become bytes.
public final class NetEncoding: NetObject, NetClass {
    /// The encodings that .NET has without further packages.
    enum Scheme: Sendable {
        case utf8, ascii, latin1, utf16(isBigEndian: Bool), utf32(isBigEndian: Bool), utf7
    }

    let scheme: Scheme
    /// Whether the preamble is a byte order mark.
    let hasByteOrderMark: Bool
    /// Whether what cannot be converted is an exception instead of a replacement character.
    let isStrict: Bool

    init(_ scheme: Scheme, hasByteOrderMark: Bool = true, isStrict: Bool = false) {
        (self.scheme, self.hasByteOrderMark, self.isStrict) = (scheme, hasByteOrderMark, isStrict)
    }

    class var symbol: TypeSymbol { .named(.encoding, []) }

    /// The encoding's type: that of its scheme.
    public override var type: TypeSymbol {
        switch scheme {
        case .utf8: .named(.utf8Encoding, [])
        case .ascii: .named(.asciiEncoding, [])
        case .utf16: .named(.unicodeEncoding, [])
        case .utf32: .named(.utf32Encoding, [])
        case .latin1, .utf7: Self.symbol
        }
    }

    /// The byte order mark; empty for encodings that have none.
    var preamble: [UInt8] {
        guard hasByteOrderMark else { return [] }
        return switch scheme {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16(let isBigEndian): isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        case .utf32(let isBigEndian): isBigEndian ? [0, 0, 0xFE, 0xFF] : [0xFF, 0xFE, 0, 0]
        case .ascii, .latin1, .utf7: []
        }
    }

    // MARK: Conversion

    /// `GetBytes`.
    ///
    /// - Throws: `System.Text.EncoderFallbackException` for lone surrogates, when the encoding is strict.
    func bytes(of text: NetString) throws(EvaluationError) -> [UInt8] {
        if isStrict, text.form == .units { throw .encoderFallback(text) }
        switch scheme {
        case .utf8: return text.withUTF8 { Array($0) }
        case .ascii: return Self.singleBytes(of: text, limit: 0x80)
        case .latin1: return Self.singleBytes(of: text, limit: 0x100)
        case .utf16(let isBigEndian):
            return text.string.utf16.flatMap { Self.bytes(of: $0, isBigEndian) }
        case .utf32(let isBigEndian):
            return text.string.unicodeScalars.flatMap { Self.bytes(of: $0.value, isBigEndian) }
        case .utf7: return UTF7.encode(text.utf16Array)
        }
    }

    /// `GetString`.
    ///
    /// - Throws: `System.Text.DecoderFallbackException` for bytes that are not well-formed, when the encoding is strict.
    func string(of bytes: [UInt8]) throws(EvaluationError) -> NetString {
        switch scheme {
        case .utf8:
            if isStrict, String(validating: bytes, as: Unicode.UTF8.self) == nil { throw .decoderFallback }
            return NetString(utf8: bytes)
        case .ascii: return NetString(utf16: bytes.map { $0 < 0x80 ? UInt16($0) : 0x3F })
        case .latin1: return NetString(utf16: bytes.map { UInt16($0) })
        case .utf16(let isBigEndian):
            let units = Self.wholes(of: bytes, 2, isBigEndian).map { UInt16(truncatingIfNeeded: $0) }
            // Half a unit at the end is one ill-formed sequence.
            let isCut = bytes.count % 2 != 0
            if isStrict, isCut || String(validating: units, as: UTF16.self) == nil { throw .decoderFallback }
            return NetString(String(decoding: units, as: UTF16.self) + (isCut ? "\u{FFFD}" : ""))
        case .utf32(let isBigEndian):
            let scalars = Self.wholes(of: bytes, 4, isBigEndian).map { Unicode.Scalar($0) }
            let isCut = bytes.count % 4 != 0
            if isStrict, isCut || scalars.contains(nil) { throw .decoderFallback }
            var text = String.UnicodeScalarView(scalars.map { $0 ?? "\u{FFFD}" })
            if isCut { text.append("\u{FFFD}") }
            return NetString(String(text))
        case .utf7: return NetString(utf16: UTF7.decode(bytes))
        }
    }

    /// A byte for each unit; the pair of a character beyond the limit becomes one question mark for each half.
    private static func singleBytes(of text: NetString, limit: UInt16) -> [UInt8] {
        text.utf16Array.map { $0 < limit ? UInt8(truncatingIfNeeded: $0) : UInt8(ascii: "?") }
    }

    private static func bytes(of number: some FixedWidthInteger, _ isBigEndian: Bool) -> [UInt8] {
        withUnsafeBytes(of: isBigEndian ? number.bigEndian : number.littleEndian) { Array($0) }
    }

    private static func wholes(of bytes: [UInt8], _ size: Int, _ isBigEndian: Bool) -> [UInt32] {
        stride(from: 0, to: bytes.count - bytes.count % size, by: size).map { start in
            let part = bytes[start..<start + size]
            return (isBigEndian ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
        }
    }
}

extension EvaluationError {
    fileprivate static var decoderFallback: EvaluationError {
        system("Text.DecoderFallbackException", "Unable to translate bytes to Unicode: they are not well-formed in this encoding.")
    }

    fileprivate static func encoderFallback(_ text: NetString) -> EvaluationError {
        system("Text.EncoderFallbackException", "Unable to translate a lone surrogate of the text into this encoding.")
    }
}
