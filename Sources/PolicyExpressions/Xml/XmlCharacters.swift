import CPolicyXML

/// The classes of characters of XML 1.0, in the fourth edition, as .NET has them: characters beyond the BMP are no part of names.
enum XmlCharacters {
    @inline(__always)
    static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    /// Whether a name can begin with the character; a colon is none.
    static func beginsName(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar | 0x20 &- 0x61 < 26 && scalar >= 0x41 || scalar == 0x5F }
        return scalar < 0x1_0000 && policy_xml_is_letter(scalar) != 0
    }

    /// Whether a name can have the character; a colon is none.
    static func continuesName(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return beginsName(scalar) || scalar &- 0x30 < 10 || scalar == 0x2D || scalar == 0x2E }
        return scalar < 0x1_0000 && policy_xml_is_name_character(scalar) != 0
    }

    /// Whether a document can have the character.
    static func isCharacter(_ scalar: UInt32) -> Bool {
        if scalar < 0x20 { return scalar == 0x09 || scalar == 0x0A || scalar == 0x0D }
        return scalar < 0xD800 || scalar >= 0xE000 && scalar <= 0xFFFD || scalar >= 0x1_0000 && scalar <= 0x10_FFFF
    }

    /// Whether a text has nothing but white space.
    static func isWhitespace(_ text: NetString) -> Bool { text.withUTF8 { $0.allSatisfy { isWhitespace($0) } } }
}

// MARK: - Checks of names

extension XmlCharacters {
    /// Throws XmlException unless a text is a name without a colon: `XmlConvert.VerifyNCName`.
    static func checkName(_ name: NetString) throws(EvaluationError) {
        guard !name.isEmpty else { throw .argumentNull("name", "The empty string '' is not a valid name.") }
        if let fault = invalidNameIndex(name) { throw nameFault(name.utf16Array, at: fault) }
    }

    /// The index of the first unit that a name cannot have there.
    static func invalidNameIndex(_ name: NetString) -> Int? {
        for (index, unit) in name.utf16Array.enumerated() {
            if index == 0 ? !beginsName(UInt32(unit)) : !continuesName(UInt32(unit)) { return index }
        }
        return nil
    }

    private static func nameFault(_ units: [UInt16], at index: Int) -> EvaluationError {
        let (character, number) = shown(units, at: index)
        return .xml(
            index == 0
                ? "Name cannot begin with the '\(character)' character, hexadecimal value \(number)."
                : "The '\(character)' character, hexadecimal value \(number), cannot be included in a name.")
    }

    /// A unit as exceptions show it: the character, with what follows where that makes it one, and its number.
    static func shown(_ units: [UInt16], at index: Int) -> (character: String, number: String) {
        let unit = units[index]
        if UTF16.isLeadSurrogate(unit), index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) {
            let scalar = UTF16.decode(UTF16.EncodedScalar([unit, units[index + 1]]))
            return (String(Character(scalar)), "0x" + String(scalar.value, radix: 16, uppercase: true))
        }
        let digits = String(unit, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 2 - digits.utf8.count)) + digits
        return (unit == 0 ? "." : NetString(unit).string, "0x" + padded)
    }
}

extension EvaluationError {
    /// System.Xml.XmlException.
    static func xml(_ message: String) -> EvaluationError { .system("Xml.XmlException", message) }
}
