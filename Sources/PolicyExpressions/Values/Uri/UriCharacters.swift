/// The classes of characters of RFC 3986, as .NET escapes them.
enum UriCharacters {
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 && byte < 0x80 }
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// What is never escaped: letters, digits and `-._~`.
    static func isUnreserved(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
    }

    /// What has a meaning in URIs.
    static func isReserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "="),
            UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    static func hexadecimal(_ byte: UInt8) -> UInt64? {
        if isDigit(byte) { return UInt64(byte - 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? UInt64(letter) + 10 : nil
    }

    /// The byte that `%XX` at a place stands for.
    static func escaped(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt8? {
        guard index + 2 < bytes.endIndex, bytes[index] == UInt8(ascii: "%"), let high = hexadecimal(bytes[index + 1]),
            let low = hexadecimal(bytes[index + 2])
        else { return nil }
        return UInt8(high << 4 | low)
    }

    /// Adds `%XX`.
    static func append(escape byte: UInt8, to bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// What `ToString()` leaves escaped: characters that would mean something else, and control characters.
    static func isUnsafeUnescaped(_ scalar: UInt32) -> Bool {
        if scalar <= 0x1F || scalar >= 0x7F && scalar <= 0x9F { return true }
        switch scalar {
        case 0x3B, 0x3D, 0x3F, 0x40, 0x23...0x26, 0x2B, 0x2C, 0x2F, 0x5C: return true
        default: return false
        }
    }

    /// The characters beyond ASCII that an IRI (RFC 3987) has without escapes.
    static func isInternational(_ scalar: UInt32, inQuery: Bool) -> Bool {
        switch scalar {
        // Marks of writing direction.
        case 0x200E, 0x200F, 0x202A...0x202E: return false
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: return true
        case 0xE000...0xF8FF: return inQuery
        case 0x1_0000...0xE_FFFD: return scalar & 0xFFFF <= 0xFFFD
        case 0xF_0000...0x10_FFFD: return inQuery && scalar & 0xFFFF <= 0xFFFD
        default: return false
        }
    }
}

/// Escapes of URIs.
enum UriEscapes {
    /// The longest text that .NET escapes.
    static let longestText = 0xFFF0

    /// `EscapeDataString`, or with reserved characters kept `EscapeUriString`.
    static func escape(_ text: NetString, keepsReserved: Bool) throws(EvaluationError) -> NetString {
        if text.utf16Count >= longestText { throw .uri("Invalid URI: The Uri string is too long.") }
        if let last = text.utf16Array.last, UTF16.isLeadSurrogate(last) {
            throw .uri("Invalid URI: There is an invalid sequence in the string.")
        }
        let bytes = text.withUTF8 { source in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(source.count)
            for byte in source {
                if UriCharacters.isUnreserved(byte) || keepsReserved && UriCharacters.isReserved(byte) {
                    bytes.append(byte)
                } else {
                    UriCharacters.append(escape: byte, to: &bytes)
                }
            }
            return bytes
        }
        return NetString(utf8: bytes)
    }

    /// `UnescapeDataString`: every escape that makes characters.
    static func unescape(_ text: NetString) -> NetString {
        if text.form == .units { return text }
        return text.withUTF8 { NetString(utf8: unescape(Array($0)) { _ in true }) }
    }

    /// Unescapes the characters that a test accepts; bytes that make no character stay escaped.
    static func unescape(_ bytes: [UInt8], where accepts: (UInt32) -> Bool) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard let (scalar, length) = character(bytes[...], at: index), accepts(scalar.value) else {
                let isEscape = UriCharacters.escaped(bytes[...], at: index) != nil
                result += bytes[index..<index + (isEscape ? 3 : 1)]
                index += isEscape ? 3 : 1
                continue
            }
            result += UTF8.encode(scalar).unsafelyUnwrapped
            index += length
        }
        return result
    }

    /// The character that escapes at a place make, and how long they are.
    static func character(_ bytes: ArraySlice<UInt8>, at index: Int) -> (Unicode.Scalar, length: Int)? {
        guard let first = UriCharacters.escaped(bytes, at: index) else { return nil }
        if first < 0x80 { return (Unicode.Scalar(first), 3) }
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var sequence = [first]
        for offset in 1..<count {
            guard let next = UriCharacters.escaped(bytes, at: index + 3 * offset) else { return nil }
            sequence.append(next)
        }
        guard let text = String(validating: sequence, as: UTF8.self), let scalar = text.unicodeScalars.first else { return nil }
        return (scalar, 3 * count)
    }

    /// A component in its canonical form: what need not be escaped is not, what must be is.
    static func canonical(_ bytes: some Collection<UInt8>, inQuery: Bool = false, keeps: (UInt8) -> Bool = { _ in false }) -> [UInt8] {
        let bytes = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), let escaped = UriCharacters.escaped(bytes[...], at: index) {
                if UriCharacters.isUnreserved(escaped) {
                    result.append(escaped)
                    index += 3
                } else if let (scalar, length) = character(bytes[...], at: index), !scalar.isASCII,
                    UriCharacters.isInternational(scalar.value, inQuery: inQuery)
                {
                    for byte in UTF8.encode(scalar).unsafelyUnwrapped { UriCharacters.append(escape: byte, to: &result) }
                    index += length
                } else {
                    result += bytes[index..<index + 3]
                    index += 3
                }
                continue
            }
            if UriCharacters.isUnreserved(byte) || UriCharacters.isReserved(byte) || keeps(byte) {
                result.append(byte)
            } else {
                UriCharacters.append(escape: byte, to: &result)
            }
            index += 1
        }
        return result
    }
}

extension EvaluationError {
    /// System.UriFormatException.
    static func uri(_ message: String) -> EvaluationError { .system("UriFormatException", message) }
}
