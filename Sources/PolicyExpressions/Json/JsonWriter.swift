/// Writes token trees as Newtonsoft.Json's JsonTextWriter does with its default settings.
struct JsonWriter {
    private var buffer = NetStringBuilderBuffer(capacity: 256)
    private let isIndented: Bool
    private let escaping: JsonSerializerSettings.StringEscaping
    private let dates: JsonDateForm
    private var indentation = 0

    /// - Parameters:
    ///   - isIndented: whether each value gets a line of its own.
    ///   - escaping: which characters are escaped beside those that must be.
    ///   - dates: how dates are written.
    init(isIndented: Bool, escaping: JsonSerializerSettings.StringEscaping = .standard, dates: JsonDateForm = JsonDateForm()) {
        (self.isIndented, self.escaping, self.dates) = (isIndented, escaping, dates)
    }

    /// What was written.
    var text: NetString { buffer.string }

    /// Writes a token with all that is below it.
    mutating func write(_ token: JToken) throws(EvaluationError) {
        guard token.isContainer else { return try write(unsafeDowncast(token, to: JValue.self).scalar) }
        switch token {
        case let object as JObject: try writeContainer(object, "{", "}")
        case let array as JArray: try writeContainer(array, "[", "]")
        case let property as JProperty: try writeMember(property.name, property.value)
        case let constructor as JConstructor:
            buffer.append(ascii: "new ")
            if let name = constructor.name { buffer.append(name) }
            try writeContainer(constructor, "(", ")")
        default: break
        }
    }

    private mutating func writeContainer(_ container: JContainer, _ open: UInt8.ASCII, _ close: UInt8.ASCII) throws(EvaluationError) {
        guard indentation < JToken.maximumHeight else { return try JToken.checkHeight(.max) }
        buffer.append(ascii: open.byte)
        indentation += 1
        let count = container.count
        let object = container as? JObject
        for position in 0..<count {
            if position > 0 { buffer.append(ascii: UInt8(ascii: ",")) }
            writeNewLine()
            if let object {
                try writeMember(object.name(at: position), object.memberValue(at: position))
            } else {
                try write(container.child(position))
            }
        }
        indentation -= 1
        if count > 0 { writeNewLine() }
        buffer.append(ascii: close.byte)
    }

    private mutating func writeMember(_ name: NetString, _ value: JToken) throws(EvaluationError) {
        writeString(name)
        buffer.append(ascii: UInt8(ascii: ":"))
        if isIndented { buffer.append(ascii: 0x20) }
        try write(value)
    }

    private mutating func writeNewLine() {
        guard isIndented else { return }
        buffer.append(ascii: 0x0A)
        for _ in 0..<indentation { buffer.append(ascii: "  ") }
    }

    private mutating func write(_ scalar: JsonScalar) throws(EvaluationError) {
        switch scalar {
        case .null, .typedNull: buffer.append(ascii: "null")
        case .undefined: buffer.append(ascii: "undefined")
        case .boolean(let value): value ? buffer.append(ascii: "true") : buffer.append(ascii: "false")
        case .integer(let number), .sizedInteger(let number, _): buffer.append(NumberFormatting.text(number))
        case .enumeration(let value): buffer.append(NumberFormatting.text(value.rawValue))
        case .bigInteger(let digits): buffer.append(digits)
        case .float(let number): write(NumberFormatting.text(number), isFinite: number.isFinite)
        case .single(let number): write(NumberFormatting.text(number), isFinite: number.isFinite)
        case .decimal(let number): write(NumberFormatting.text(number), isFinite: true)
        case .string(let text), .uri(let text): writeString(text)
        case .raw(let text): buffer.append(text)
        case .comment(let text):
            buffer.append(ascii: "/*")
            buffer.append(text)
            buffer.append(ascii: "*/")
        case .character(let unit): writeString(NetString(unit))
        // A format of the author's own is written as it is, without escapes.
        case .date(let date): writeQuoted(try dates.text(of: date))
        case .dateOffset(let date): writeQuoted(try dates.text(of: date))
        default: writeQuoted(scalar.jsonStringContent)
        }
    }

    /// A number keeps a mark of being no integer; what is not finite is a string.
    private mutating func write(_ number: NetString, isFinite: Bool) {
        guard isFinite else { return writeQuoted(number) }
        buffer.append(number)
        let hasMark = number.withRawBytes { $0.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "E") } }
        if !hasMark { buffer.append(ascii: ".0") }
    }

    private mutating func writeQuoted(_ text: NetString) {
        buffer.append(ascii: UInt8(ascii: "\""))
        buffer.append(text)
        buffer.append(ascii: UInt8(ascii: "\""))
    }
}

extension JsonWriter {
    /// Writes a string in double quotes with Newtonsoft's escapes.
    mutating func writeString(_ text: NetString) {
        buffer.append(ascii: UInt8(ascii: "\""))
        if text.form == .units || escaping != .standard { writeUnits(text) } else { text.withRawBytes { writeEscaped($0) } }
        buffer.append(ascii: UInt8(ascii: "\""))
    }

    /// Copies runs that need no escape.
    private mutating func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (start, index) = (0, 0)
        while index < bytes.count {
            let length = bytes[index].mayNeedEscape ? Self.escapedLength(bytes, index) : 0
            if length == 0 {
                index += 1
                continue
            }
            append(bytes, start..<index)
            writeEscape(bytes, index)
            index += length
            start = index
        }
        append(bytes, start..<bytes.count)
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if !range.isEmpty { buffer.append(wellFormedUTF8: UnsafeBufferPointer(rebasing: bytes[range])) }
    }

    /// The number of bytes of the character at an index if it must be escaped, or 0: U+0085, U+2028, U+2029 and ASCII.
    private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        switch bytes[index] {
        case 0xC2: bytes[index + 1] == 0x85 ? 2 : 0
        case 0xE2: bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8 ? 3 : 0
        default: 1
        }
    }

    private mutating func writeEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
        switch bytes[index] {
        case 0xC2: buffer.append(ascii: "\\u0085")
        case 0xE2: bytes[index + 2] == 0xA8 ? buffer.append(ascii: "\\u2028") : buffer.append(ascii: "\\u2029")
        default: writeASCIIEscape(bytes[index])
        }
    }

    private mutating func writeASCIIEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): buffer.append(ascii: "\\\"")
        case UInt8(ascii: "\\"): buffer.append(ascii: "\\\\")
        case 0x08: buffer.append(ascii: "\\b")
        case 0x09: buffer.append(ascii: "\\t")
        case 0x0A: buffer.append(ascii: "\\n")
        case 0x0C: buffer.append(ascii: "\\f")
        case 0x0D: buffer.append(ascii: "\\r")
        default:
            buffer.append(ascii: "\\u00")
            let digits = Array("0123456789abcdef".utf8)
            buffer.append(ascii: digits[Int(byte >> 4)])
            buffer.append(ascii: digits[Int(byte & 15)])
        }
    }

    /// The rare way: a string with lone surrogates, which stay as they are, or with more characters to escape.
    private mutating func writeUnits(_ text: NetString) {
        for unit in text.utf16Array {
            if isEscapedBySetting(unit) {
                buffer.append(ascii: "\\u")
                let digits = String(unit, radix: 16)
                buffer.append(asciiBytes: (String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
            } else if let scalar = Unicode.Scalar(unit) {
                NetString.withBytes(of: String(Character(scalar))) { writeEscaped($0) }
            } else {
                buffer.append(unit: unit)
            }
        }
    }
}

extension JsonWriter {
    private func isEscapedBySetting(_ unit: UInt16) -> Bool {
        switch escaping {
        case .standard: false
        case .nonASCII: unit > 0x7F
        case .html: unit < 0x80 && "<>&'\"".utf16.contains(unit)
        }
    }
}

extension UInt8 {
    /// An ASCII character, for calls that are easier to read with a literal.
    struct ASCII: ExpressibleByUnicodeScalarLiteral {
        let byte: UInt8
        init(unicodeScalarLiteral scalar: Unicode.Scalar) { byte = UInt8(ascii: scalar) }
    }

    @inline(__always)
    fileprivate var mayNeedEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") || self == 0xC2 || self == 0xE2
    }
}
