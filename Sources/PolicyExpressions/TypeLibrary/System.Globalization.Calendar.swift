// The invariant culture's calendar, and ISO's weeks.
extension NetType {
    private typealias Calendar = Instance<NetCalendar>

    /// `System.Globalization.Calendar`.
    static let calendar: NetType = NetType("System.Globalization", "Calendar") {
        calendarParts + calendarAdditions + calendarYears + calendarLimits
    }

    /// `System.Globalization.GregorianCalendar`.
    static let gregorianCalendar: NetType = NetType("System.Globalization", "GregorianCalendar", base: .named(.calendar, [])) {
        [
            NetMember.constructor(
                "The calendar of all dates.", [], NetBody { () throws(EvaluationError) -> Calendar in Calendar(NetCalendar()) }
            ).giving(.named(.gregorianCalendar, []))
        ]
    }

    /// `System.Globalization.CalendarWeekRule`.
    static let calendarWeekRule: NetType = enumeration(
        "System.Globalization", "CalendarWeekRule", ["FirstDay", "FirstFullWeek", "FirstFourDayWeek"])

    // MARK: Parts

    private static var calendarParts: [NetMember] {
        [
            part("GetYear", "The year.") { $0.date.year }, part("GetMonth", "The month, 1 for January.") { $0.date.month },
            part("GetDayOfMonth", "The day of the month.") { $0.date.day }, part("GetDayOfYear", "The day of the year.") { $0.dayOfYear },
            part("GetHour", "The hour.") { $0.timeOfDay.hour }, part("GetMinute", "The minute.") { $0.timeOfDay.minute },
            part("GetSecond", "The second.") { $0.timeOfDay.second }, part("GetEra", "The era: 1, of the common one.") { _ in 1 },
            .method(
                "GetMilliseconds", "The milliseconds.", ["time"],
                NetBody { (_: Calendar, date: NetDateTime) throws(EvaluationError) -> Double in Double(date.timeOfDay.fraction / 10_000) }),
            .method(
                "GetDayOfWeek", "The day of the week.", ["time"],
                NetBody { (_: Calendar, date: NetDateTime) throws(EvaluationError) -> DayOfWeek in
                    DayOfWeek(carried: Int32(date.dayOfWeek))
                }),
            .method(
                "GetWeekOfYear", "The number of a date's week, by a rule for the year's first one.", ["time", "rule", "firstDayOfWeek"],
                NetBody { (_: Calendar, date: NetDateTime, rule: CalendarWeekRule, day: DayOfWeek) throws(EvaluationError) -> Int32 in
                    try date.weekOfYear(rule, firstDay: day)
                }),
        ]
    }

    private static func part(_ name: String, _ summary: String, _ read: @escaping @Sendable (NetDateTime) -> Int) -> NetMember {
        .method(
            name, summary, ["time"], NetBody { (_: Calendar, date: NetDateTime) throws(EvaluationError) -> Int32 in Int32(read(date)) })
    }

    // MARK: Additions

    private static var calendarAdditions: [NetMember] {
        [
            addition("AddWeeks", "weeks", milliseconds: 604_800_000), addition("AddDays", "days", milliseconds: 86_400_000),
            addition("AddHours", "hours", milliseconds: 3_600_000), addition("AddMinutes", "minutes", milliseconds: 60_000),
            addition("AddSeconds", "seconds", milliseconds: 1000),
            .method(
                "AddMilliseconds", "The point in time so many milliseconds later.", ["time", "milliseconds"],
                NetBody { (_: Calendar, date: NetDateTime, count: Double) throws(EvaluationError) -> NetDateTime in
                    try date.adding(count, milliseconds: 1)
                }),
            .method(
                "AddMonths", "The same day of another month, or that month's last one.", ["time", "months"],
                NetBody { (_: Calendar, date: NetDateTime, count: Int32) throws(EvaluationError) -> NetDateTime in
                    try date.adding(months: count)
                }),
            .method(
                "AddYears", "The same day of another year, or 28 February.", ["time", "years"],
                NetBody { (_: Calendar, date: NetDateTime, count: Int32) throws(EvaluationError) -> NetDateTime in
                    try date.adding(years: count)
                }),
        ]
    }

    private static func addition(_ name: String, _ unit: NetMember.DeclaredParameter, milliseconds: Double) -> NetMember {
        .method(
            name, "The point in time so many \(unit.name) later.", ["time", unit],
            NetBody { (_: Calendar, date: NetDateTime, count: Int32) throws(EvaluationError) -> NetDateTime in
                try date.adding(Double(count), milliseconds: milliseconds)
            })
    }

    // MARK: Years

    private static var calendarYears: [NetMember] {
        [
            .method(
                "GetDaysInMonth", "The number of days of a month.", ["year", "month"],
                NetBody { (_: Calendar, year: Int32, month: Int32) throws(EvaluationError) -> Int32 in
                    try NetDateTime.checkedDaysInMonth(year, month)
                }),
            .method(
                "GetDaysInYear", "The number of days of a year.", ["year"],
                NetBody { (_: Calendar, year: Int32) throws(EvaluationError) -> Int32 in
                    try NetDateTime.checkedIsLeapYear(year) ? 366 : 365
                }),
            .method(
                "GetMonthsInYear", "The number of months of a year.", ["year"],
                NetBody { (_: Calendar, year: Int32) throws(EvaluationError) -> Int32 in
                    _ = try NetDateTime.checkedIsLeapYear(year)
                    return 12
                }),
            .method(
                "IsLeapYear", "Whether the year has a 29 February.", ["year"],
                NetBody { (_: Calendar, year: Int32) throws(EvaluationError) -> Bool in try NetDateTime.checkedIsLeapYear(year) }),
            .method(
                "IsLeapDay", "Whether a day is a 29 February.", ["year", "month", "day"],
                NetBody { (_: Calendar, year: Int32, month: Int32, day: Int32) throws(EvaluationError) -> Bool in
                    _ = try NetDateTime(year: year, month: month, day: day)
                    return month == 2 && day == 29
                }),
        ]
    }

    private static var calendarLimits: [NetMember] {
        [
            .property(
                "MinSupportedDateTime", "The first point in time.",
                NetBody { (_: Calendar) throws(EvaluationError) -> NetDateTime in .minValue }),
            .property(
                "MaxSupportedDateTime", "The last point in time.",
                NetBody { (_: Calendar) throws(EvaluationError) -> NetDateTime in .maxValue }),
            .property(
                "TwoDigitYearMax", "The last year that two digits can mean.",
                NetBody { (_: Calendar) throws(EvaluationError) -> Int32 in 2029 }),
            .method(
                "ToFourDigitYear", "The year that two digits mean.", ["year"],
                NetBody { (_: Calendar, year: Int32) throws(EvaluationError) -> Int32 in
                    guard (0...9999).contains(year) else {
                        throw .argumentOutOfRange(
                            "year", year < 0 ? "Non-negative number required." : "Valid values are between 1 and 9999, inclusive.")
                    }
                    return year < 100 ? (year > 29 ? 1900 : 2000) + year : year
                }),
        ]
    }

    // MARK: ISO's weeks

    /// `System.Globalization.ISOWeek`.
    static let isoWeek: NetType = NetType("System.Globalization", "ISOWeek", .staticClass) {
        [
            .staticMethod(
                "GetWeekOfYear", "The number of a date's week.", ["date"],
                NetBody { (date: NetDateTime) throws(EvaluationError) -> Int32 in Int32(ISOWeek.week(of: date).week) }),
            .staticMethod(
                "GetYear", "The year that a date's week belongs to.", ["date"],
                NetBody { (date: NetDateTime) throws(EvaluationError) -> Int32 in Int32(ISOWeek.week(of: date).year) }),
            .staticMethod(
                "GetWeeksInYear", "The number of weeks of a year.", ["year"],
                NetBody { (year: Int32) throws(EvaluationError) -> Int32 in
                    try ISOWeek.check(year)
                    return Int32(ISOWeek.weeks(ofYear: Int(year)))
                }),
            .staticMethod(
                "GetYearStart", "The Monday that a year's first week begins with.", ["year"],
                NetBody { (year: Int32) throws(EvaluationError) -> NetDateTime in try ISOWeek.date(year: year, week: 1, dayOfWeek: 1) }),
            .staticMethod(
                "GetYearEnd", "The Sunday that a year's last week ends with.", ["year"],
                NetBody { (year: Int32) throws(EvaluationError) -> NetDateTime in
                    try ISOWeek.check(year)
                    return try ISOWeek.date(year: year, week: Int32(ISOWeek.weeks(ofYear: Int(year))), dayOfWeek: 0)
                }),
            .staticMethod(
                "ToDateTime", "The date of a day of a week.", ["year", "week", "dayOfWeek"],
                NetBody { (year: Int32, week: Int32, day: DayOfWeek) throws(EvaluationError) -> NetDateTime in
                    try ISOWeek.date(year: year, week: week, dayOfWeek: day.carried)
                }),
        ]
    }
}
