/// Reads the formats of `System.Guid`.
struct GuidParser {
    /// Why a text is no GUID.
    struct Failure: Error {
        let message: String
        var isOverflow = false

        static let unrecognized = Failure(message: "Unrecognized Guid format.")
        static let length = Failure(message: "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).")
        static let dashes = Failure(message: "Dashes are in the wrong position for GUID parsing.")
        static let character = Failure(message: "Guid string should only contain hexadecimal characters.")
        static let prefix = Failure(message: "Expected 0x prefix.")
        static let brace = Failure(message: "Expected {0xdddddddd, etc}.")
        static let comma = Failure(
            message: "Could not find a comma, or the length between the previous token and the comma was zero (i.e., '0x,'etc.).")
        static let lastBrace = Failure(
            message: "Could not find a brace, or the length between the previous token and the brace was zero (i.e., '0x,'etc.).")
        static let endBrace = Failure(message: "Could not find the ending brace.")
        static let extraText = Failure(message: "Additional non-parsable characters are at the end of the string.")
        static let overflow = Failure(message: "Value was either too large or too small for a UInt32.", isOverflow: true)
        static let byteOverflow = Failure(message: "Value was either too large or too small for an unsigned byte.")

        /// The exception of `Guid.Parse`, which does not know overflow, and of the constructor, which does.
        func exception(reportsOverflow: Bool) -> EvaluationError {
            guard isOverflow else { return .format(message) }
            return reportsOverflow ? .system("OverflowException", message) : .format(Failure.unrecognized.message)
        }
    }

    private let units: [UInt16]

    /// A text in any format.
    static func parse(_ text: NetString) -> Result<NetGuid, Failure> {
        let units = text.trimmed().utf16Array
        let hasDash = units.contains(0x2D)
        switch units.first {
        case nil: return .failure(.unrecognized)
        case 0x28: return parse(units, "p")
        case 0x7B: return parse(units, hasDash ? "b" : "x")
        default: return parse(units, hasDash ? "d" : "n")
        }
    }

    /// A text in one format; throws FormatException for a format that GUIDs do not have.
    static func parse(_ text: NetString, format: NetString) throws(EvaluationError) -> Result<NetGuid, Failure> {
        let letter = format.string.lowercased()
        guard ["d", "n", "b", "p", "x"].contains(letter), let letter = letter.first else { throw invalidFormat }
        return parse(text.trimmed().utf16Array, letter)
    }

    static var invalidFormat: EvaluationError {
        .format("Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".")
    }

    private static func parse(_ units: [UInt16], _ letter: Character) -> Result<NetGuid, Failure> {
        let parser = GuidParser(units: units)
        do {
            switch letter {
            case "d": return .success(try parser.hyphenated(units[...]))
            case "n": return .success(try parser.digits())
            case "b": return .success(try parser.enclosed(0x7B, 0x7D))
            case "p": return .success(try parser.enclosed(0x28, 0x29))
            default: return .success(try parser.structured())
            }
        } catch { return .failure(error) }
    }

    private func digits() throws(Failure) -> NetGuid {
        guard units.count == 32 else { throw .length }
        guard let high = Self.hexadecimal(units[0..<16]), let low = Self.hexadecimal(units[16..<32]) else { throw .character }
        return NetGuid(high: high, low: low)
    }

    private func enclosed(_ open: UInt16, _ close: UInt16) throws(Failure) -> NetGuid {
        guard units.count == 38, units[0] == open, units[37] == close else { throw .length }
        return try hyphenated(units[1..<37])
    }

    private func hyphenated(_ text: ArraySlice<UInt16>) throws(Failure) -> NetGuid {
        let units = Array(text)
        guard units.count == 36 else { throw .length }
        guard [8, 13, 18, 23].allSatisfy({ units[$0] == 0x2D }) else { throw .dashes }
        var groups: [UInt64] = []
        // The groups are read as numbers, which may have a sign and a prefix; the last eight digits may not.
        for range in [0..<8, 9..<13, 14..<18, 19..<23, 24..<28] {
            guard let group = Self.number(units[range])?.value else { throw .character }
            groups.append(group)
        }
        guard let tail = Self.hexadecimal(units[28..<36]) else { throw .character }
        return NetGuid(
            high: groups[0] << 32 | groups[1] << 16 | groups[2], low: groups[3] << 48 | groups[4] << 32 | tail)
    }

    // MARK: Format X

    private func structured() throws(Failure) -> NetGuid {
        let text = units.filter { !$0.isWhiteSpace }
        var position = 0
        guard text.first == 0x7B else { throw .brace }
        position += 1
        var groups: [UInt64] = []
        for _ in 0..<3 { groups.append(try Self.component(of: text, at: &position, until: 0x2C, .comma)) }
        guard position < text.count, text[position] == 0x7B else { throw .brace }
        position += 1
        var bytes: [UInt8] = []
        for index in 0..<8 {
            let isLast = index == 7
            let value = try Self.component(of: text, at: &position, until: isLast ? 0x7D : 0x2C, isLast ? .lastBrace : .comma)
            guard let byte = UInt8(exactly: value) else { throw .byteOverflow }
            bytes.append(byte)
        }
        guard position < text.count, text[position] == 0x7D else { throw .endBrace }
        guard position == text.count - 1 else { throw .extraText }
        return NetGuid(
            UInt32(truncatingIfNeeded: groups[0]), UInt16(truncatingIfNeeded: groups[1]), UInt16(truncatingIfNeeded: groups[2]), bytes)
    }

    /// `0x`, digits and what ends them.
    private static func component(
        of text: [UInt16], at position: inout Int, until end: UInt16, _ missing: Failure
    ) throws(Failure) -> UInt64 {
        guard position + 1 < text.count, text[position] == 0x30, text[position + 1] | 0x20 == 0x78 else { throw .prefix }
        let start = position + 2
        guard let stop = text[start...].firstIndex(of: end), stop > start else { throw missing }
        position = stop + 1
        guard let number = number(text[start..<stop]) else { throw .character }
        if number.isOverflow { throw .overflow }
        return number.value
    }

    // MARK: Digits

    /// Hexadecimal digits that may follow `+` and `0x`; nil where anything else stands.
    private static func number(_ text: ArraySlice<UInt16>) -> (value: UInt64, isOverflow: Bool)? {
        var digits = text
        if digits.first == 0x2B { digits.removeFirst() }
        if digits.count > 1, digits[digits.startIndex] == 0x30, digits[digits.startIndex + 1] | 0x20 == 0x78 { digits.removeFirst(2) }
        digits = digits.drop { $0 == 0x30 }
        guard digits.count <= 8 else { return digits.allSatisfy({ hexadecimal([$0]) != nil }) ? (0, true) : nil }
        return hexadecimal(digits).map { ($0, false) }
    }

    /// At most 16 hexadecimal digits; nil where anything else stands.
    private static func hexadecimal(_ digits: ArraySlice<UInt16>) -> UInt64? {
        var value: UInt64 = 0
        for unit in digits {
            guard unit < 0x80, let digit = UInt8(hexadecimal: UInt8(truncatingIfNeeded: unit)) else { return nil }
            value = value << 4 | UInt64(digit)
        }
        return value
    }
}
