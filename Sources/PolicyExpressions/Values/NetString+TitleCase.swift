extension NetString {
    /// `TextInfo.ToTitleCase`: each word with a capital first letter and the rest in lower case; a word without any
    /// lower-case letter stays as it is up to an apostrophe.
    func titleCased() -> NetString {
        let units = utf16Array
        var (result, index) = ([UInt16](), 0)
        result.reserveCapacity(units.count)
        while index < units.count {
            guard units[index].isNetLetter else {
                result.append(units[index])
                index += 1
                continue
            }
            result.append(units[index].simpleTitleCase)
            let rest = units[(index + 1)...].prefix { $0 == 0x27 || $0.continuesWord }
            Self.appendRest(rest, of: units[index], to: &result)
            index += rest.count + 1
        }
        return NetString(utf16: result)
    }

    /// The letters behind a word's first one. What follows an apostrophe is always lowered.
    private static func appendRest(_ rest: ArraySlice<UInt16>, of first: UInt16, to result: inout [UInt16]) {
        let head = rest.prefix { $0 != 0x27 }
        let isCapitals = first.netCategory != .lowercaseLetter && !head.contains { $0.netCategory == .lowercaseLetter }
        result += isCapitals ? Array(head) : head.map(\.simpleLowerCase)
        result += rest[head.endIndex...].map(\.simpleLowerCase)
    }
}

extension UInt16 {
    /// The simple title-case mapping, which differs from upper case for a few digraphs only.
    fileprivate var simpleTitleCase: UInt16 {
        switch self {
        case 0x1C4...0x1C6: 0x1C5
        case 0x1C7...0x1C9: 0x1C8
        case 0x1CA...0x1CC: 0x1CB
        case 0x1F1...0x1F3: 0x1F2
        default: simpleUpperCase
        }
    }

    /// Whether TextInfo sees the character as a part of a word that has begun.
    fileprivate var continuesWord: Bool {
        switch netCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .connectorPunctuation, .dashPunctuation, .openPunctuation,
            .closePunctuation, .initialQuotePunctuation, .finalQuotePunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
            .modifierSymbol, .otherSymbol:
            false
        default: true
        }
    }
}
