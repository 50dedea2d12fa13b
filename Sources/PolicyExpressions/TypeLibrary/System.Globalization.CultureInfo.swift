extension NetType {
    /// `System.IFormatProvider`.
    static let formatProvider: NetType = NetType("System", "IFormatProvider", .interface)

    /// `System.Globalization.CultureInfo`.
    static let cultureInfo: NetType = NetType(
        "System.Globalization", "CultureInfo", interfaces: [.named(.formatProvider, []), .named(.cloneable, [])]
    ) { cultures + cultureNames + cultureParts }

    private static var cultures: [NetMember] {
        let invariant = NetBody { () throws(EvaluationError) -> Instance<NetCulture> in Instance(NetCulture()) }
        return [
            .staticProperty("InvariantCulture", "The culture that belongs to no country.", invariant),
            .staticProperty("CurrentCulture", "The culture of the evaluation: the invariant one.", invariant),
            .staticProperty("CurrentUICulture", "The culture of messages: the invariant one.", invariant),
            .constructor(
                "The culture of a name; only the invariant one, whose name is empty, is built in.", ["name"],
                NetBody { (name: NetString) throws(EvaluationError) -> Instance<NetCulture> in Instance(try .named(name)) }),
            .staticMethod(
                "GetCultureInfo", "The culture of a name; only the invariant one, whose name is empty, is built in.", ["name"],
                NetBody { (name: NetString) throws(EvaluationError) -> Instance<NetCulture> in Instance(try .named(name)) }),
        ]
    }

    private static var cultureNames: [NetMember] {
        [
            name("Name", "The culture's name, empty for the invariant culture.", ""),
            name("DisplayName", "The culture's name for people.", "Invariant Language (Invariant Country)"),
            name("EnglishName", "The culture's English name.", "Invariant Language (Invariant Country)"),
            name("NativeName", "The culture's name in its own language.", "Invariant Language (Invariant Country)"),
            name("TwoLetterISOLanguageName", "The language's code in two letters.", "iv"),
            name("ThreeLetterISOLanguageName", "The language's code in three letters.", "ivl"),
            .property(
                "LCID", "The culture's number.", NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> Int32 in 127 }),
            .property(
                "IsNeutralCulture", "Whether the culture is a language without a country.",
                NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> Bool in false }),
            .property(
                "IsReadOnly", "Whether the culture cannot be changed.",
                NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> Bool in true }),
        ]
    }

    private static var cultureParts: [NetMember] {
        [
            .property(
                "NumberFormat", "How the culture writes numbers.",
                NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> Instance<NetNumberFormat> in Instance(NetNumberFormat()) }),
            .property(
                "DateTimeFormat", "How the culture writes dates.",
                NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> Instance<NetDateTimeFormat> in
                    Instance(NetDateTimeFormat())
                }),
            .property(
                "TextInfo", "How the culture changes the case of texts.",
                NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> Instance<NetTextInfo> in Instance(NetTextInfo()) }),
            .property(
                "CompareInfo", "How the culture compares texts.",
                NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> Instance<NetCompareInfo> in Instance(NetCompareInfo()) }),
            .property(
                "Calendar", "The culture's calendar: the Gregorian one.",
                NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> Instance<NetCalendar> in Instance(NetCalendar()) }),
            .property(
                "Parent", "The culture that this one builds on: the invariant one itself.",
                NetBody { (culture: Instance<NetCulture>) throws(EvaluationError) -> Instance<NetCulture> in culture }),
            .method(
                "Equals", "Whether both are the same culture.", ["value"],
                NetBody { (_: Instance<NetCulture>, other: Value) throws(EvaluationError) -> Bool in
                    if case .object(_ as NetCulture) = other { true } else { false }
                }),
        ]
    }

    private static func name(_ name: String, _ summary: String, _ text: NetString) -> NetMember {
        .property(name, summary, NetBody { (_: Instance<NetCulture>) throws(EvaluationError) -> NetString in text })
    }

    /// `System.Globalization.TextInfo`.
    static let textInfo: NetType = NetType("System.Globalization", "TextInfo") {
        [
            .method(
                "ToTitleCase", "The text with every word's first letter in upper case, except words in capitals.", ["str"],
                NetBody { (_: Instance<NetTextInfo>, text: NetString) throws(EvaluationError) -> NetString in text.titleCased() }),
            .method(
                "ToUpper", "The text in upper case.", ["str"],
                NetBody { (_: Instance<NetTextInfo>, text: NetString) throws(EvaluationError) -> NetString in text.uppercasedInvariant() }),
            .method(
                "ToLower", "The text in lower case.", ["str"],
                NetBody { (_: Instance<NetTextInfo>, text: NetString) throws(EvaluationError) -> NetString in text.lowercasedInvariant() }),
            .method(
                "ToUpper", "The character in upper case.", ["c"],
                NetBody { (_: Instance<NetTextInfo>, unit: NetChar) throws(EvaluationError) -> NetChar in NetChar(unit.unit.simpleUpperCase)
                }),
            .method(
                "ToLower", "The character in lower case.", ["c"],
                NetBody { (_: Instance<NetTextInfo>, unit: NetChar) throws(EvaluationError) -> NetChar in NetChar(unit.unit.simpleLowerCase)
                }),
            .property(
                "ListSeparator", "What stands between the elements of a list.",
                NetBody { (_: Instance<NetTextInfo>) throws(EvaluationError) -> NetString in "," }),
        ]
    }
}
