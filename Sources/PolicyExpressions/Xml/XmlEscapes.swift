/// Text as it stands in XML.
enum XmlEscapes {
    /// Adds text or the value of an attribute.
    ///
    /// - Throws: ArgumentException for a character that XML cannot have.
    static func append(_ text: NetString, to buffer: inout NetStringBuilderBuffer, isAttribute: Bool) throws(EvaluationError) {
        try check(text)
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() {
                guard let escape = escape(byte, isAttribute, bytes, index) else { continue }
                buffer.append(wellFormedUTF8: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                buffer.append(ascii: escape)
                start = index + 1
            }
            buffer.append(wellFormedUTF8: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    private static func escape(_ byte: UInt8, _ isAttribute: Bool, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\"") where isAttribute: "&quot;"
        case 0x0A where isAttribute: "&#xA;"
        case 0x0D where isAttribute: "&#xD;"
        case 0x09 where isAttribute: "&#x9;"
        // A line end of another platform becomes that of this one.
        case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? "" : "\n"
        default: nil
        }
    }

    /// Adds the content of a CDATA section; the end of a section in it is divided between two.
    static func appendCData(_ text: NetString, to buffer: inout NetStringBuilderBuffer) throws(EvaluationError) {
        try check(text)
        var brackets = 0
        for unit in lines(of: text).utf16Array {
            if unit == UInt16(ascii: ">"), brackets >= 2 { buffer.append(ascii: "]]><![CDATA[") }
            brackets = unit == UInt16(ascii: "]") ? brackets + 1 : 0
            buffer.append(unit: unit)
        }
    }

    /// Adds the text of a comment; hyphens are kept apart.
    static func appendComment(_ text: NetString, to buffer: inout NetStringBuilderBuffer) throws(EvaluationError) {
        try check(text)
        var isBehindHyphen = false
        for unit in lines(of: text).utf16Array {
            let isHyphen = unit == UInt16(ascii: "-")
            if isHyphen, isBehindHyphen { buffer.append(ascii: " ") }
            isBehindHyphen = isHyphen
            buffer.append(unit: unit)
        }
        if isBehindHyphen { buffer.append(ascii: " ") }
    }

    /// Adds the data of a processing instruction; the end of one in it is divided.
    static func appendInstruction(_ text: NetString, to buffer: inout NetStringBuilderBuffer) throws(EvaluationError) {
        try check(text)
        var isBehindMark = false
        for unit in lines(of: text).utf16Array {
            if unit == UInt16(ascii: ">"), isBehindMark { buffer.append(ascii: " ") }
            isBehindMark = unit == UInt16(ascii: "?")
            buffer.append(unit: unit)
        }
    }

    private static func lines(of text: NetString) -> NetString { XmlLineEnds.normalized(text) }

    // MARK: Characters

    private static func check(_ text: NetString) throws(EvaluationError) {
        if text.form == .ascii {
            guard text.withRawBytes({ $0.contains { $0 < 0x20 && !XmlCharacters.isWhitespace($0) } }) else { return }
        }
        let units = text.utf16Array
        for (index, unit) in units.enumerated() {
            if UTF16.isSurrogate(unit) {
                try checkSurrogate(units, index)
            } else if !XmlCharacters.isCharacter(UInt32(unit)) {
                let (character, number) = XmlCharacters.shown(units, at: index)
                throw .argument("'\(character)', hexadecimal value \(number), is an invalid character.")
            }
        }
    }

    private static func checkSurrogate(_ units: [UInt16], _ index: Int) throws(EvaluationError) {
        let unit = units[index]
        if UTF16.isTrailSurrogate(unit) {
            if index > 0, UTF16.isLeadSurrogate(units[index - 1]) { return }
            throw .argument(
                "Invalid high surrogate character (0x\(hexadecimal(unit))). A high surrogate character must have a value from range "
                    + "(0xD800 - 0xDBFF).")
        }
        guard index + 1 < units.count else {
            throw .argument("The surrogate pair is invalid. Missing a low surrogate character.")
        }
        guard !UTF16.isTrailSurrogate(units[index + 1]) else { return }
        throw .argument(
            "The surrogate pair (0x\(hexadecimal(unit)), 0x\(hexadecimal(units[index + 1]))) is invalid. A high surrogate character "
                + "(0xD800 - 0xDBFF) must always be paired with a low surrogate character (0xDC00 - 0xDFFF).")
    }

    private static func hexadecimal(_ unit: UInt16) -> String { String(unit, radix: 16, uppercase: true) }
}
