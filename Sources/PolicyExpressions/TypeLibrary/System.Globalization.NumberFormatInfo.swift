extension NetType {
    /// `System.Globalization.NumberFormatInfo`.
    static let numberFormatInfo: NetType = NetType(
        "System.Globalization", "NumberFormatInfo", interfaces: [.named(.formatProvider, [])]
    ) {
        [
            .staticProperty(
                "InvariantInfo", "How the invariant culture writes numbers.",
                NetBody { () throws(EvaluationError) -> Instance<NetNumberFormat> in Instance(NetNumberFormat()) }),
            .staticProperty(
                "CurrentInfo", "How the current culture, which is the invariant one, writes numbers.",
                NetBody { () throws(EvaluationError) -> Instance<NetNumberFormat> in Instance(NetNumberFormat()) }),
        ] + numberSymbols + numberPatterns
    }

    private static var numberSymbols: [NetMember] {
        [
            symbol("NumberDecimalSeparator", "What stands in front of a number's decimals.", "."),
            symbol("NumberGroupSeparator", "What stands between groups of a number's digits.", ","),
            symbol("CurrencyDecimalSeparator", "What stands in front of an amount's decimals.", "."),
            symbol("CurrencyGroupSeparator", "What stands between groups of an amount's digits.", ","),
            symbol("CurrencySymbol", "The sign for money.", "¤"),
            symbol("PercentDecimalSeparator", "What stands in front of a percentage's decimals.", "."),
            symbol("PercentGroupSeparator", "What stands between groups of a percentage's digits.", ","),
            symbol("PercentSymbol", "The sign for parts of a hundred.", "%"),
            symbol("PerMilleSymbol", "The sign for parts of a thousand.", "‰"),
            symbol("NegativeSign", "The sign of negative numbers.", "-"),
            symbol("PositiveSign", "The sign of positive numbers.", "+"),
            symbol("NaNSymbol", "The text of what is not a number.", "NaN"),
            symbol("PositiveInfinitySymbol", "The text of infinity.", "Infinity"),
            symbol("NegativeInfinitySymbol", "The text of negative infinity.", "-Infinity"),
        ]
    }

    private static var numberPatterns: [NetMember] {
        [
            number("NumberDecimalDigits", "How many decimals a number has.", 2),
            number("NumberNegativePattern", "Where a negative number has its sign: in front.", 1),
            number("CurrencyDecimalDigits", "How many decimals an amount has.", 2),
            number("CurrencyPositivePattern", "Where an amount has the sign for money: in front.", 0),
            number("CurrencyNegativePattern", "How a negative amount looks: in parentheses.", 0),
            number("PercentDecimalDigits", "How many decimals a percentage has.", 2),
            number("PercentPositivePattern", "Where a percentage has its sign: behind a space.", 0),
            number("PercentNegativePattern", "Where a negative percentage has its signs.", 0),
            .property(
                "IsReadOnly", "Whether the object cannot be changed.",
                NetBody { (_: Instance<NetNumberFormat>) throws(EvaluationError) -> Bool in true }),
        ]
    }

    private static func symbol(_ name: String, _ summary: String, _ text: NetString) -> NetMember {
        .property(name, summary, NetBody { (_: Instance<NetNumberFormat>) throws(EvaluationError) -> NetString in text })
    }

    private static func number(_ name: String, _ summary: String, _ number: Int32) -> NetMember {
        .property(name, summary, NetBody { (_: Instance<NetNumberFormat>) throws(EvaluationError) -> Int32 in number })
    }
}
