/// `System.Globalization.GregorianCalendar`, the invariant culture's calendar.
final class NetCalendar: NetObject, NetClass {
    override var type: TypeSymbol { .named(.gregorianCalendar, []) }
    static var symbol: TypeSymbol { .named(.calendar, []) }
}

/// `System.Globalization.CalendarWeekRule`: which week is a year's first. A structure, because a number outside the enumeration
/// must still reach the member that refuses it.
struct CalendarWeekRule: NetSmallInteger {
    let carried: Int32
    static var symbol: TypeSymbol { .named(.calendarWeekRule, []) }

    /// How many of its days a year's first week has at least; nil for what is no rule.
    var minimumDays: Int? {
        switch carried {
        case 0: 1
        case 1: 7
        case 2: 4
        default: nil
        }
    }
}

extension NetDateTime {
    /// `Calendar.GetWeekOfYear`: the number of the week, which can be one of the year before.
    func weekOfYear(_ rule: CalendarWeekRule, firstDay: DayOfWeek) throws(EvaluationError) -> Int32 {
        guard (0...6).contains(firstDay.carried) else {
            throw .argumentOutOfRange(
                "firstDayOfWeek", "Valid values are between Sunday and Saturday, inclusive.", actual: NetString(String(firstDay.carried)))
        }
        guard let minimumDays = rule.minimumDays else {
            throw .argumentOutOfRange(
                "rule", "Valid values are between FirstDay and FirstFourDayWeek, inclusive.", actual: NetString(String(rule.carried)))
        }
        let weeks = YearWeeks(firstDay: Int(firstDay.carried), minimumDays: minimumDays)
        if let week = weeks.week(ofDay: dayOfYear - 1, dayOfWeek) { return Int32(week) }
        let lastYear = date.year - 1, length = lastYear > 0 && Self.isLeapYear(lastYear) ? 366 : 365
        return Int32(weeks.week(ofDay: length - 1, (dayOfWeek + 7 - dayOfYear % 7) % 7) ?? 1)
    }
}

/// The weeks of a year, by the day that they begin with.
private struct YearWeeks {
    /// 0 for Sunday.
    var firstDay: Int
    var minimumDays: Int

    /// The week of a day, counted from 0 for 1 January; nil for a day in front of the first week.
    func week(ofDay day: Int, _ dayOfWeek: Int) -> Int? {
        let newYear = (dayOfWeek - day % 7 + 7) % 7
        var daysBefore = (firstDay - newYear + 7) % 7
        if daysBefore >= minimumDays { daysBefore -= 7 }
        return day < daysBefore ? nil : (day - daysBefore) / 7 + 1
    }
}

/// `System.Globalization.ISOWeek`: weeks from Monday on, of which the first has the year's first Thursday.
enum ISOWeek {
    /// The week's number, and the year that it belongs to.
    static func week(of date: NetDateTime) -> (year: Int, week: Int) {
        let year = date.date.year, week = (date.dayOfYear - weekday(date.dayOfWeek) + 10) / 7
        if week < 1 { return (year - 1, weeks(ofYear: year - 1)) }
        return week > weeks(ofYear: year) ? (year + 1, 1) : (year, week)
    }

    /// 53 for the years that begin or end with a Thursday.
    static func weeks(ofYear year: Int) -> Int {
        func lastDay(_ year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
        return lastDay(year) == 4 || lastDay(year - 1) == 3 ? 53 : 52
    }

    /// A day by its week; throws ArgumentOutOfRangeException.
    static func date(year: Int32, week: Int32, dayOfWeek: Int32) throws(EvaluationError) -> NetDateTime {
        try check(year)
        guard (1...53).contains(week) else { throw .argumentOutOfRange("week", "The week parameter must be in the range 1 through 53.") }
        guard (0...7).contains(dayOfWeek) else {
            throw .argumentOutOfRange("dayOfWeek", "The DayOfWeek enumeration must be in the range 0 through 6.")
        }
        let newYear = try NetDateTime(year: year, month: 1, day: 1)
        let fourthDay = weekday((newYear.dayOfWeek + 3) % 7)
        let days = Int(week) * 7 + weekday(Int(dayOfWeek)) - fourthDay - 4
        return try newYear.adding(Double(days), milliseconds: 86_400_000)
    }

    static func check(_ year: Int32) throws(EvaluationError) { _ = try NetDateTime.checkedIsLeapYear(year) }

    /// Sunday as the seventh day.
    private static func weekday(_ day: Int) -> Int { day == 0 ? 7 : day }
}
