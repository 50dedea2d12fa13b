import PolicyDiagnostics

/// What is special inside a piece of a string.
struct StringForm: OptionSet {
    let rawValue: UInt8
    /// Backslashes are characters, quotes are doubled.
    static let verbatim = StringForm(rawValue: 1)
    /// Braces are doubled.
    static let interpolated = StringForm(rawValue: 2)
}

extension Parser {
    /// Decodes the inside of a string.
    mutating func decodeText(_ start: Int, _ end: Int, _ form: StringForm) -> StringLiteral {
        let special = bytes[start..<max(start, end)].firstIndex {
            $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}")
        }
        guard let special else { return .text(text(start, end)) }
        var units = Array(text(start, special).utf16)
        units.reserveCapacity(end - start)
        var offset = special
        while offset < end { decodeNext(&offset, end, form, into: &units) }
        return String(validating: units, as: UTF16.self).map(StringLiteral.text) ?? .units(units)
    }

    private mutating func decodeNext(_ offset: inout Int, _ end: Int, _ form: StringForm, into units: inout [UInt16]) {
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: "\\") where !form.contains(.verbatim): decodeEscape(&offset, end, form, into: &units)
        case UInt8(ascii: "\"") where form.contains(.verbatim), UInt8(ascii: "{") where form.contains(.interpolated),
            UInt8(ascii: "}") where form.contains(.interpolated):
            units.append(UInt16(byte))
            offset += offset + 1 < end && bytes[offset + 1] == byte ? 2 : 1
        case ..<0x80:
            units.append(UInt16(byte))
            offset += 1
        default:
            let next = bytes[offset..<end].firstIndex { $0 < 0x80 } ?? end
            units.append(contentsOf: text(offset, next).utf16)
            offset = next
        }
    }

    private mutating func decodeEscape(_ offset: inout Int, _ end: Int, _ form: StringForm, into units: inout [UInt16]) {
        let start = offset
        let mark = offset + 1 < end ? bytes[offset + 1] : 0
        offset = min(offset + 2, end)
        if let simple = Self.simpleEscape(mark) {
            units.append(simple)
            return
        }
        let digits: ClosedRange<Int>? =
            switch mark {
            case UInt8(ascii: "x"): 1...4
            case UInt8(ascii: "u"): 4...4
            case UInt8(ascii: "U"): 8...8
            default: nil
            }
        guard let digits, let value = hexNumber(&offset, end, digits), value <= 0x10FFFF else {
            return reportBadEscape(start, &offset, end)
        }
        append(value, to: &units)
        let isBrace = value == 0x7B || value == 0x7D
        if isBrace, form.contains(.interpolated) { reportEscapedBrace(start, offset, value) }
    }

    /// `\uD800` is a lone surrogate and stays one.
    private func append(_ value: UInt32, to units: inout [UInt16]) {
        if value <= 0xFFFF {
            units.append(UInt16(value))
        } else {
            units.append(UInt16(0xD800 + (value - 0x10000) >> 10))
            units.append(UInt16(0xDC00 + (value - 0x10000) & 0x3FF))
        }
    }

    private static func simpleEscape(_ mark: UInt8) -> UInt16? {
        switch mark {
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt16(mark)
        case UInt8(ascii: "0"): 0
        case UInt8(ascii: "a"): 7
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "v"): 11
        default: nil
        }
    }

    private func hexNumber(_ offset: inout Int, _ end: Int, _ digits: ClosedRange<Int>) -> UInt32? {
        let start = offset
        var value: UInt32 = 0
        while offset < end, offset - start < digits.upperBound, let digit = bytes[offset].hexValue {
            value = value << 4 | digit
            offset += 1
        }
        return digits.contains(offset - start) ? value : nil
    }

    private mutating func reportBadEscape(_ start: Int, _ offset: inout Int, _ end: Int) {
        while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        reportIndependent(
            "CS1009", "'\(text(start, offset))' is not an escape sequence", at: SourceRange(start, offset),
            hint: "a backslash is written \\\\, or the string @\"…\"")
    }

    private mutating func reportEscapedBrace(_ start: Int, _ end: Int, _ value: UInt32) {
        let brace = value == 0x7B ? "{" : "}"
        reportIndependent(
            "CS8087", "'\(brace)' cannot be written as an escape sequence in an interpolated string", at: SourceRange(start, end),
            hint: "write '\(brace)\(brace)'")
    }
}
