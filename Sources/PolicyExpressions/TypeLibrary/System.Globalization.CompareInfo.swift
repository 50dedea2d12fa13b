/// `System.Globalization.CompareOptions`.
struct CompareOptions: OptionSet, NetSmallInteger {
    let rawValue: Int32

    static let ignoreCase = CompareOptions(rawValue: 1)
    static let ignoreNonSpace = CompareOptions(rawValue: 2)
    static let ordinalIgnoreCase = CompareOptions(rawValue: 0x1000_0000)
    static let ordinal = CompareOptions(rawValue: 0x4000_0000)

    init(rawValue: Int32) { self.rawValue = rawValue }
    init(carried: Int32) { rawValue = carried }
    var carried: Int32 { rawValue }
    static var symbol: TypeSymbol { .named(.compareOptions, []) }

    /// The comparison that the options ask for. Those that only ICU's own rules could serve are refused.
    func comparison() throws(EvaluationError) -> StringComparison {
        switch self {
        case []: return .invariantCulture
        case .ignoreCase: return .invariantCultureIgnoreCase
        case .ordinal: return .ordinal
        case .ordinalIgnoreCase: return .ordinalIgnoreCase
        default: throw .notSupported("Comparison with these CompareOptions is not built in: \(rawValue).")
        }
    }
}

extension NetType {
    static let compareOptions: NetType = enumeration(
        "System.Globalization", "CompareOptions",
        values: [
            "None": 0, "IgnoreCase": 1, "IgnoreNonSpace": 2, "IgnoreSymbols": 4, "IgnoreKanaType": 8, "IgnoreWidth": 16,
            "OrdinalIgnoreCase": 0x1000_0000, "StringSort": 0x2000_0000, "Ordinal": 0x4000_0000,
        ], isFlags: true)

    /// `System.Globalization.CompareInfo`.
    static let compareInfo: NetType = NetType("System.Globalization", "CompareInfo") {
        [
            .property(
                "Name", "The culture's name.",
                NetBody { (_: Instance<NetCompareInfo>) throws(EvaluationError) -> NetString in "" }),
            .method(
                "Compare", "The order of two texts: negative, 0 or positive.", ["string1", "string2"],
                NetBody { (_: Instance<NetCompareInfo>, left: NetString?, right: NetString?) throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, right, .invariantCulture)
                }),
            .method(
                "Compare", "The order of two texts by options: negative, 0 or positive.", ["string1", "string2", "options"],
                NetBody {
                    (_: Instance<NetCompareInfo>, left: NetString?, right: NetString?, options: CompareOptions) throws(EvaluationError)
                        -> Int32 in
                    try NetString.compare(left, right, options.comparison())
                }),
            .method(
                "IndexOf", "The position of a text, or -1.", ["source", "value", "options"],
                NetBody {
                    (_: Instance<NetCompareInfo>, source: NetString, value: NetString, options: CompareOptions) throws(EvaluationError)
                        -> Int32 in
                    try source.indexOf(value, options.comparison())
                }),
            .method(
                "IsPrefix", "Whether a text begins with another.", ["source", "prefix", "options"],
                NetBody {
                    (_: Instance<NetCompareInfo>, source: NetString, prefix: NetString, options: CompareOptions) throws(EvaluationError)
                        -> Bool in
                    try source.hasPrefix(prefix, options.comparison())
                }),
            .method(
                "IsSuffix", "Whether a text ends with another.", ["source", "suffix", "options"],
                NetBody {
                    (_: Instance<NetCompareInfo>, source: NetString, suffix: NetString, options: CompareOptions) throws(EvaluationError)
                        -> Bool in
                    try source.hasSuffix(suffix, options.comparison())
                }),
        ]
    }

    /// `System.Globalization.UnicodeCategory`.
    static let unicodeCategory: NetType = enumeration(
        "System.Globalization", "UnicodeCategory",
        [
            "UppercaseLetter", "LowercaseLetter", "TitlecaseLetter", "ModifierLetter", "OtherLetter", "NonSpacingMark",
            "SpacingCombiningMark", "EnclosingMark", "DecimalDigitNumber", "LetterNumber", "OtherNumber", "SpaceSeparator", "LineSeparator",
            "ParagraphSeparator", "Control", "Format", "Surrogate", "PrivateUse", "ConnectorPunctuation", "DashPunctuation",
            "OpenPunctuation", "ClosePunctuation", "InitialQuotePunctuation", "FinalQuotePunctuation", "OtherPunctuation", "MathSymbol",
            "CurrencySymbol", "ModifierSymbol", "OtherSymbol", "OtherNotAssigned",
        ])

    /// What expressions can use of System.Globalization and of normalization, none of which API Management allows.
    static let globalization: [NetType] =
        derivedEncodings + [
            cultureInfo, numberFormatInfo, dateTimeFormatInfo, textInfo, compareInfo, compareOptions, unicodeCategory, normalizationForm,
            daylightTime, calendar, gregorianCalendar, calendarWeekRule, isoWeek,
        ]
}

extension NetUnicodeCategory: NetEnumerationRepresentable {
    static var fallback: Self { .otherNotAssigned }
    static var symbol: TypeSymbol { .named(.unicodeCategory, []) }
}
