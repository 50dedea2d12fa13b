extension NetType {
    /// `System.Globalization.DateTimeFormatInfo`.
    static let dateTimeFormatInfo: NetType = NetType(
        "System.Globalization", "DateTimeFormatInfo", interfaces: [.named(.formatProvider, [])]
    ) {
        [
            .staticProperty(
                "InvariantInfo", "How the invariant culture writes dates.",
                NetBody { () throws(EvaluationError) -> Instance<NetDateTimeFormat> in Instance(NetDateTimeFormat()) }),
            .staticProperty(
                "CurrentInfo", "How the current culture, which is the invariant one, writes dates.",
                NetBody { () throws(EvaluationError) -> Instance<NetDateTimeFormat> in Instance(NetDateTimeFormat()) }),
        ] + datePatterns + dateNames
    }

    private static var datePatterns: [NetMember] {
        [
            pattern("ShortDatePattern", "The format of a short date.", "MM/dd/yyyy"),
            pattern("LongDatePattern", "The format of a long date.", "dddd, dd MMMM yyyy"),
            pattern("ShortTimePattern", "The format of a short time.", "HH:mm"),
            pattern("LongTimePattern", "The format of a long time.", "HH:mm:ss"),
            pattern("FullDateTimePattern", "The format of a long date with a long time.", "dddd, dd MMMM yyyy HH:mm:ss"),
            pattern("MonthDayPattern", "The format of a month with a day.", "MMMM dd"),
            pattern("YearMonthPattern", "The format of a year with a month.", "yyyy MMMM"),
            pattern("RFC1123Pattern", "The format of a date in HTTP's headers.", "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"),
            pattern("SortableDateTimePattern", "The format of a date whose texts sort like dates.", "yyyy'-'MM'-'dd'T'HH':'mm':'ss"),
            pattern(
                "UniversalSortableDateTimePattern", "The format of a date in UTC whose texts sort like dates.",
                "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"),
            pattern("DateSeparator", "What stands between the parts of a date.", "/"),
            pattern("TimeSeparator", "What stands between the parts of a time.", ":"),
            pattern("AMDesignator", "The text for hours before noon.", "AM"),
            pattern("PMDesignator", "The text for hours after noon.", "PM"),
        ]
    }

    private static var dateNames: [NetMember] {
        [
            names("DayNames", "The names of the days, Sunday first.", NetDateTimeFormat.dayNames),
            names("AbbreviatedDayNames", "The names of the days in three letters.", NetDateTimeFormat.dayNames.map { $0.slice(0..<3) }),
            names("ShortestDayNames", "The names of the days in two letters.", NetDateTimeFormat.dayNames.map { $0.slice(0..<2) }),
            names("MonthNames", "The names of the months, with an empty thirteenth.", NetDateTimeFormat.monthNames),
            names(
                "AbbreviatedMonthNames", "The names of the months in three letters, with an empty thirteenth.",
                NetDateTimeFormat.monthNames.map(abbreviated)),
            .property(
                "Calendar", "The calendar of dates: the Gregorian one.",
                NetBody { (_: Instance<NetDateTimeFormat>) throws(EvaluationError) -> Instance<NetCalendar> in Instance(NetCalendar()) }),
            .property(
                "CalendarWeekRule", "Which week is a year's first: that of 1 January.",
                NetBody { (_: Instance<NetDateTimeFormat>) throws(EvaluationError) -> CalendarWeekRule in CalendarWeekRule(carried: 0) }),
            .property(
                "FirstDayOfWeek", "The day that a week begins with: Sunday.",
                NetBody { (_: Instance<NetDateTimeFormat>) throws(EvaluationError) -> DayOfWeek in DayOfWeek(carried: 0) }),
            .method(
                "GetDayName", "The name of a day.", ["dayofweek"],
                NetBody { (_: Instance<NetDateTimeFormat>, day: DayOfWeek) throws(EvaluationError) -> NetString in try dayName(day) }),
            .method(
                "GetAbbreviatedDayName", "The name of a day in three letters.", ["dayofweek"],
                NetBody { (_: Instance<NetDateTimeFormat>, day: DayOfWeek) throws(EvaluationError) -> NetString in
                    abbreviated(try dayName(day))
                }),
            .method(
                "GetMonthName", "The name of a month from 1 on.", ["month"],
                NetBody { (_: Instance<NetDateTimeFormat>, month: Int32) throws(EvaluationError) -> NetString in
                    try monthName(month)
                }),
            .method(
                "GetAbbreviatedMonthName", "The name of a month in three letters.", ["month"],
                NetBody { (_: Instance<NetDateTimeFormat>, month: Int32) throws(EvaluationError) -> NetString in
                    abbreviated(try monthName(month))
                }),
        ]
    }

    private static func abbreviated(_ name: NetString) -> NetString { name.slice(0..<min(3, name.utf16Count)) }

    private static func dayName(_ day: DayOfWeek) throws(EvaluationError) -> NetString {
        guard NetDateTimeFormat.dayNames.indices.contains(Int(day.carried)) else {
            throw .argumentOutOfRange(
                "dayofweek", "Valid values are between Sunday and Saturday, inclusive.", actual: NumberFormatting.text(day.carried))
        }
        return NetDateTimeFormat.dayNames[Int(day.carried)]
    }

    private static func monthName(_ month: Int32) throws(EvaluationError) -> NetString {
        guard month >= 1, month <= 13 else {
            throw .argumentOutOfRange("month", "Valid values are between 1 and 13, inclusive.", actual: NumberFormatting.text(month))
        }
        return NetDateTimeFormat.monthNames[Int(month) - 1]
    }

    private static func pattern(_ name: String, _ summary: String, _ text: NetString) -> NetMember {
        .property(name, summary, NetBody { (_: Instance<NetDateTimeFormat>) throws(EvaluationError) -> NetString in text })
    }

    private static func names(_ name: String, _ summary: String, _ texts: [NetString]) -> NetMember {
        .property(name, summary, NetBody { (_: Instance<NetDateTimeFormat>) throws(EvaluationError) -> [NetString] in texts })
    }
}
