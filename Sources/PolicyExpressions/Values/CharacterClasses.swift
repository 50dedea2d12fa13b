/// `System.Globalization.UnicodeCategory`, by .NET's numbers.
///
/// Swift's tables are those of a newer Unicode than .NET Core 3.1's; they differ in characters that were not assigned then.
enum NetUnicodeCategory: Int32 {
    case uppercaseLetter, lowercaseLetter, titlecaseLetter, modifierLetter, otherLetter, nonSpacingMark, spacingCombiningMark,
        enclosingMark, decimalDigitNumber, letterNumber, otherNumber, spaceSeparator, lineSeparator, paragraphSeparator, control, format,
        surrogate, privateUse, connectorPunctuation, dashPunctuation, openPunctuation, closePunctuation, initialQuotePunctuation,
        finalQuotePunctuation, otherPunctuation, mathSymbol, currencySymbol, modifierSymbol, otherSymbol, otherNotAssigned

    init(_ category: Unicode.GeneralCategory) {
        switch category {
        case .uppercaseLetter: self = .uppercaseLetter
        case .lowercaseLetter: self = .lowercaseLetter
        case .titlecaseLetter: self = .titlecaseLetter
        case .modifierLetter: self = .modifierLetter
        case .otherLetter: self = .otherLetter
        case .nonspacingMark: self = .nonSpacingMark
        case .spacingMark: self = .spacingCombiningMark
        case .enclosingMark: self = .enclosingMark
        case .decimalNumber: self = .decimalDigitNumber
        case .letterNumber: self = .letterNumber
        case .otherNumber: self = .otherNumber
        case .spaceSeparator: self = .spaceSeparator
        case .lineSeparator: self = .lineSeparator
        case .paragraphSeparator: self = .paragraphSeparator
        case .control: self = .control
        case .format: self = .format
        case .surrogate: self = .surrogate
        case .privateUse: self = .privateUse
        case .connectorPunctuation: self = .connectorPunctuation
        case .dashPunctuation: self = .dashPunctuation
        case .openPunctuation: self = .openPunctuation
        case .closePunctuation: self = .closePunctuation
        case .initialPunctuation: self = .initialQuotePunctuation
        case .finalPunctuation: self = .finalQuotePunctuation
        case .otherPunctuation: self = .otherPunctuation
        case .mathSymbol: self = .mathSymbol
        case .currencySymbol: self = .currencySymbol
        case .modifierSymbol: self = .modifierSymbol
        case .otherSymbol: self = .otherSymbol
        case .unassigned: self = .otherNotAssigned
        @unknown default: self = .otherNotAssigned
        }
    }
}

extension Unicode.Scalar {
    /// `char.GetUnicodeCategory` of a whole character.
    var netCategory: NetUnicodeCategory { NetUnicodeCategory(properties.generalCategory) }

    /// `char.GetNumericValue`: -1 for what has none. Ideographs have none, since .NET reads the character database without
    /// the Unihan part.
    var netNumericValue: Double {
        switch value {
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: -1
        default: properties.numericValue ?? -1
        }
    }
}

extension UInt16 {
    /// `char.GetUnicodeCategory`.
    var netCategory: NetUnicodeCategory { Unicode.Scalar(self)?.netCategory ?? .surrogate }

    /// `char.IsLetter`.
    var isNetLetter: Bool {
        if self < 0x80 { return (self | 0x20) &- 0x61 < 26 }
        return netCategory.isLetter
    }
}

extension NetUnicodeCategory {
    var isLetter: Bool { rawValue <= Self.otherLetter.rawValue }
    var isNumber: Bool { (Self.decimalDigitNumber.rawValue...Self.otherNumber.rawValue).contains(rawValue) }
    var isSeparator: Bool { (Self.spaceSeparator.rawValue...Self.paragraphSeparator.rawValue).contains(rawValue) }
    var isPunctuation: Bool { (Self.connectorPunctuation.rawValue...Self.otherPunctuation.rawValue).contains(rawValue) }
    var isSymbol: Bool { (Self.mathSymbol.rawValue...Self.otherSymbol.rawValue).contains(rawValue) }
}
