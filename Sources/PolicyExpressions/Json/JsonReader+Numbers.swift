extension JsonReader {
    /// Reads a number; whole ones that do not fit 64 bits keep their digits.
    mutating func readNumber() throws(EvaluationError) -> JsonScalar {
        let start = position
        if !keepsNumberText, let integer = readPlainInteger() { return .integer(integer) }
        position = start
        try skipNumber()
        if keepsNumberText { return .raw(text(start..<position, isASCII: true)) }
        let number = UnsafeBufferPointer(rebasing: bytes[start..<position])
        if number.count > 1, number[0] == UInt8(ascii: "0"), !".eE".utf8.contains(number[1]) { return try radixInteger(number) }
        if let double = Self.exactDouble(number) { return .float(double) }
        if let whole = wholeNumber(number) { return whole }
        let text = String(decoding: number, as: UTF8.self)
        guard let double = try? NumberParsing.double(NetString(text), styles: .float) else { throw invalidNumber(text) }
        return .float(double)
    }

    /// The usual case: up to 18 digits, with a sign or not, ended by a character that ends numbers.
    @inline(__always)
    private mutating func readPlainInteger() -> Int64? {
        var index = position
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        var magnitude: Int64 = 0
        while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
            magnitude = magnitude &* 10 &+ Int64(digit)
            index += 1
        }
        let count = index - first
        guard count > 0, count <= 18, bytes[first] != 0x30 || count == 1 || isNegative else { return nil }
        if index < bytes.count, !bytes[index].endsNumber { return nil }
        position = index
        return isNegative ? -magnitude : magnitude
    }

    /// A number with a point, few digits and no exponent: the quotient of two exact doubles is the nearest one.
    private static func exactDouble(_ number: UnsafeBufferPointer<UInt8>) -> Double? {
        let first = number[0] == UInt8(ascii: "-") ? 1 : 0
        guard number.count - first <= 16 else { return nil }
        var (magnitude, decimals, digits): (Int64, Int, Int) = (0, -1, 0)
        for byte in number[first...] {
            if byte &- 0x30 < 10 {
                magnitude = magnitude &* 10 &+ Int64(byte &- 0x30)
                digits += 1
                if decimals >= 0 { decimals += 1 }
            } else if byte == UInt8(ascii: "."), decimals < 0 {
                decimals = 0
            } else {
                return nil
            }
        }
        guard decimals >= 0, digits > 0 else { return nil }
        let quotient = Double(magnitude) / powersOfTen[decimals]
        return first == 1 ? -quotient : quotient
    }

    private static let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

    private mutating func skipNumber() throws(EvaluationError) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isNumberCharacter {
                position += 1
            } else if byte == 0 || byte.endsNumber || scalar(at: position).properties.isWhitespace {
                return
            } else {
                throw unexpectedCharacter("Unexpected character encountered while parsing number: ")
            }
        }
    }

    /// `0x1F` and `017`, which JavaScript knows.
    private mutating func radixInteger(_ number: UnsafeBufferPointer<UInt8>) throws(EvaluationError) -> JsonScalar {
        let text = String(decoding: number, as: UTF8.self)
        let isHexadecimal = number[1] | 0x20 == UInt8(ascii: "x")
        let digits = isHexadecimal ? text.dropFirst(2) : Substring(text)
        guard digits.first != "-", digits.first != "+", let bits = UInt64(digits, radix: isHexadecimal ? 16 : 8) else {
            throw invalidNumber(text)
        }
        return .integer(Int64(bitPattern: bits))
    }

    /// A number of digits only; nil for one with a point or an exponent, or that is none.
    private func wholeNumber(_ number: UnsafeBufferPointer<UInt8>) -> JsonScalar? {
        let isNegative = number.first == UInt8(ascii: "-")
        let digits = number.dropFirst(isNegative ? 1 : 0)
        guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        let significant = digits.drop { $0 == 0x30 }
        let text = (isNegative ? "-" : "") + (significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self))
        return Int64(text).map { .integer($0) } ?? .bigInteger(NetString(text: text, form: .ascii))
    }

    private mutating func invalidNumber(_ text: String) -> EvaluationError {
        // The value counts as read by the time it is converted, and so it does in the path.
        countValue()
        state = .value
        return error("Input string '\(text)' is not a valid number.")
    }
}

extension UInt8 {
    /// Whether a number ends before this ASCII character.
    @inline(__always)
    fileprivate var endsNumber: Bool {
        switch self {
        case 0x09...0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "/"): true
        default: false
        }
    }

    fileprivate var isNumberCharacter: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

extension JsonReader {
    /// Reads `true`, `null`, `NaN`, `new Date(…)` and the like, or a number that begins with a sign.
    mutating func readWord() throws(EvaluationError) {
        switch bytes[position] {
        case UInt8(ascii: "t"): try finish(readWord("true", "Error parsing boolean value.", .boolean(true)))
        case UInt8(ascii: "f"): try finish(readWord("false", "Error parsing boolean value.", .boolean(false)))
        case UInt8(ascii: "n"): try readNullOrConstructor()
        case UInt8(ascii: "u"): try finish(readWord("undefined", "Error parsing undefined value.", .undefined))
        case UInt8(ascii: "N"): try finish(readWord("NaN", "Error parsing NaN value.", .float(.nan)))
        case UInt8(ascii: "I"): try finish(readWord("Infinity", "Error parsing Infinity value.", .float(.infinity)))
        case UInt8(ascii: "-") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "I"):
            try finish(readWord("-Infinity", "Error parsing -Infinity value.", .float(-.infinity)))
        case UInt8(ascii: "-"): try finish(readNumber())
        default:
            guard scalar(at: position).properties.numericType != nil else { throw unexpectedValue }
            throw unexpectedCharacter("Unexpected character encountered while parsing number: ")
        }
    }

    private var unexpectedValue: EvaluationError { unexpectedCharacter("Unexpected character encountered while parsing value: ") }

    private mutating func readNullOrConstructor() throws(EvaluationError) {
        guard position + 1 < bytes.count else {
            position += 1
            throw unexpectedEnd
        }
        switch bytes[position + 1] {
        case UInt8(ascii: "u"): try finish(readWord("null", "Error parsing null value.", .null))
        case UInt8(ascii: "e"): try readConstructor()
        default: throw unexpectedValue
        }
    }

    private mutating func readWord(_ word: StaticString, _ message: String, _ value: JsonScalar) throws(EvaluationError) -> JsonScalar {
        guard bytes.count - position >= word.utf8CodeUnitCount else {
            position = bytes.count
            throw unexpectedEnd
        }
        let matched = word.withUTF8Buffer { zip($0, bytes[position...]).prefix { $0 == $1 }.count }
        position += matched
        guard matched == word.utf8CodeUnitCount, isAtEnd || isAtSeparator else { throw error(message) }
        return value
    }

    private var isAtSeparator: Bool {
        switch current {
        case 0, UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","): return true
        case UInt8(ascii: ")"): return frame?.kind == .constructor
        case UInt8(ascii: "/"):
            guard position + 1 < bytes.count else { return false }
            return bytes[position + 1] == UInt8(ascii: "/") || bytes[position + 1] == UInt8(ascii: "*")
        default: return scalar(at: position).properties.isWhitespace
        }
    }

    private mutating func readConstructor() throws(EvaluationError) {
        _ = try readWord("new", "Unexpected content while parsing JSON.", .null)
        _ = skipWhiteSpace()
        let start = position
        while scalar(at: position).isLetterOrDigit { position += scalar(at: position).utf8.count }
        let name = text(start..<position, isASCII: false).asciiChecked
        guard skipWhiteSpace() else { throw error("Unexpected end while parsing constructor.") }
        guard current == UInt8(ascii: "(") else { throw unexpectedCharacter("Unexpected character while parsing constructor: ") }
        position += 1
        constructors.append(name)
        try open(.constructor)
    }
}
