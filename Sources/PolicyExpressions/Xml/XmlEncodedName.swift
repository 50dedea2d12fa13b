/// Names with `_x0020_` for what XML names cannot have: `XmlConvert.EncodeName` and `DecodeName`.
enum XmlEncodedName {
    static func encoded(_ name: NetString) -> NetString {
        guard XmlCharacters.invalidNameIndex(name) != nil || name.string.contains("_x") else { return name }
        var buffer = NetStringBuilderBuffer()
        let units = name.utf16Array
        for (index, unit) in units.enumerated() {
            let isValid = unit == 0x3A || (index == 0 ? XmlCharacters.beginsName(UInt32(unit)) : XmlCharacters.continuesName(UInt32(unit)))
            let isEscapeLike = unit == 0x5F && escape(units, at: index) != nil
            if isValid, !isEscapeLike { buffer.append(unit: unit) } else { buffer.append(NetString(escaped(unit))) }
        }
        return buffer.string
    }

    private static func escaped(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
    }

    static func decoded(_ name: NetString) -> NetString {
        guard name.string.contains("_x") else { return name }
        var buffer = NetStringBuilderBuffer()
        let units = name.utf16Array
        var index = 0
        while index < units.count {
            if let unit = escape(units, at: index) {
                buffer.append(unit: unit)
                index += 7
            } else {
                buffer.append(unit: units[index])
                index += 1
            }
        }
        return buffer.string
    }

    private static func escape(_ units: [UInt16], at index: Int) -> UInt16? {
        guard index + 6 < units.count, units[index] == 0x5F, units[index + 1] == 0x78, units[index + 6] == 0x5F else { return nil }
        return UInt16(String(decoding: units[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16)
    }
}
