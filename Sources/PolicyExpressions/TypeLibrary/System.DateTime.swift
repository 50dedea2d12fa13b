extension NetType {
    /// `System.DateTime`.
    static let dateTime: NetType = NetType("System", "DateTime", .structure) {
        var members = NetMember.orderAndEquality(NetDateTime.self) + NetMember.comparisonOperators(NetDateTime.self)
        members += [NetMember.typeCode(NetDateTime.self)] + dateConstants + dateConstructors + dateParts + dateAdditions
        members += NetMember.dateParsing(NetDateTime.self) + dateFormats
        return members + dateDifferences + dateCalendar + dateTexts + dateEncodings + dateDecodings
    }

    private static var dateConstants: [NetMember] {
        [
            fixed("MinValue", "The first point in time.", .minValue), fixed("MaxValue", "The last point in time.", .maxValue),
            fixed("UnixEpoch", "The beginning of 1970 in UTC.", NetDateTime(ticks: NetDateTime.unixEpochTicks, kind: .utc)),
            clock("UtcNow", "The current time in UTC.") { $0 },
            clock("Now", "The current local time; the gateway's zone is UTC.") { $0.specifying(.local) },
            clock("Today", "The current day; the gateway's zone is UTC.") { now in
                NetDateTime(ticks: now.ticks - now.ticks % NetDateTime.ticksPerDay, kind: .local)
            },
        ]
    }

    private static func fixed(_ name: String, _ summary: String, _ date: NetDateTime) -> NetMember {
        .staticProperty(name, summary, NetBody { () throws(EvaluationError) -> NetDateTime in date })
    }

    private static func clock(_ name: String, _ summary: String, _ read: @escaping @Sendable (NetDateTime) -> NetDateTime) -> NetMember {
        .staticProperty(
            name, summary,
            NetBody(context: { (context: GatewayContext) throws(EvaluationError) -> NetDateTime in read(context.environment.now()) }))
    }

    // MARK: Constructors

    private static var dateConstructors: [NetMember] {
        [
            .constructor(
                "The point in time of so many ticks since the year 1.", ["ticks"],
                NetBody { (ticks: Int64) throws(EvaluationError) -> NetDateTime in try NetDateTime(checking: ticks) }),
            .constructor(
                "The point in time of so many ticks since the year 1.", ["ticks", "kind"],
                NetBody { (ticks: Int64, kind: DateTimeKind) throws(EvaluationError) -> NetDateTime in
                    try NetDateTime(checking: ticks, kind: kind.checked())
                }),
            .constructor(
                "Midnight of a day.", ["year", "month", "day"],
                NetBody { (year: Int32, month: Int32, day: Int32) throws(EvaluationError) -> NetDateTime in
                    try NetDateTime(year: year, month: month, day: day)
                }),
            dateConstructor("A time of a day.", ["hour", "minute", "second"]),
            dateConstructor("A time of a day.", ["hour", "minute", "second"], hasKind: true),
            dateConstructor("A time of a day with milliseconds.", ["hour", "minute", "second", "millisecond"]),
            dateConstructor("A time of a day with milliseconds.", ["hour", "minute", "second", "millisecond"], hasKind: true),
        ]
    }

    private static func dateConstructor(_ summary: String, _ time: [NetMember.DeclaredParameter], hasKind: Bool = false) -> NetMember {
        let types = [TypeSymbol](repeating: .int32, count: time.count + 3) + (hasKind ? [DateTimeKind.symbol] : [])
        return .constructor(
            summary, ["year", "month", "day"] + time + (hasKind ? ["kind"] : []),
            NetBody(integers: types) { (numbers) throws(EvaluationError) -> NetDateTime in
                let parts = numbers.map { Int32(truncatingIfNeeded: $0) }
                let kind = hasKind ? try DateTimeKind(carried: parts[parts.count - 1]).checked() : .unspecified
                return try NetDateTime(
                    year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5],
                    millisecond: time.count > 3 ? parts[6] : 0, kind: kind)
            })
    }

    // MARK: Parts

    private static var dateParts: [NetMember] {
        [
            part("Year", "The year.") { Int32($0.date.year) }, part("Month", "The month, 1 for January.") { Int32($0.date.month) },
            part("Day", "The day of the month.") { Int32($0.date.day) }, part("DayOfYear", "The day of the year.") { Int32($0.dayOfYear) },
            part("Hour", "The hour.") { Int32($0.timeOfDay.hour) }, part("Minute", "The minute.") { Int32($0.timeOfDay.minute) },
            part("Second", "The second.") { Int32($0.timeOfDay.second) },
            part("Millisecond", "The millisecond.") { Int32($0.timeOfDay.fraction / 10_000) },
            part("DayOfWeek", "The day of the week.") { DayOfWeek(carried: Int32($0.dayOfWeek)) },
            part("Kind", "What the point in time is relative to.") { DateTimeKind(carried: $0.kind.rawValue) },
            part("Ticks", "Ticks of 100 ns since the year 1.") { $0.ticks },
            part("Date", "Midnight of the day.") { NetDateTime(ticks: $0.ticks - $0.ticks % NetDateTime.ticksPerDay, kind: $0.kind) },
            part("TimeOfDay", "The time since midnight.") { NetTimeSpan(ticks: $0.ticks % NetDateTime.ticksPerDay) },
        ]
    }

    private static func part<T: NetRepresentable>(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (NetDateTime) -> T
    ) -> NetMember {
        .property(name, summary, NetBody { (date: NetDateTime) throws(EvaluationError) -> T in read(date) })
    }

    // MARK: Arithmetic

    private static var dateAdditions: [NetMember] {
        [
            addition("AddDays", "The point in time so many days later.", milliseconds: 86_400_000),
            addition("AddHours", "The point in time so many hours later.", milliseconds: 3_600_000),
            addition("AddMinutes", "The point in time so many minutes later.", milliseconds: 60_000),
            addition("AddSeconds", "The point in time so many seconds later.", milliseconds: 1000),
            addition("AddMilliseconds", "The point in time so many milliseconds later.", milliseconds: 1),
            .method(
                "AddTicks", "The point in time so many ticks of 100 ns later.", ["value"],
                NetBody { (date: NetDateTime, ticks: Int64) throws(EvaluationError) -> NetDateTime in try date.adding(ticks: ticks) }),
            .method(
                "AddMonths", "The same day so many months later, or that month's last day where it is shorter.", ["months"],
                NetBody { (date: NetDateTime, months: Int32) throws(EvaluationError) -> NetDateTime in try date.adding(months: months) }),
            .method(
                "AddYears", "The same day so many years later.", ["value"],
                NetBody { (date: NetDateTime, years: Int32) throws(EvaluationError) -> NetDateTime in try date.adding(years: years) }),
            .method(
                "Add", "The point in time later by a span.", ["value"],
                NetBody { (date: NetDateTime, span: NetTimeSpan) throws(EvaluationError) -> NetDateTime in
                    try date.adding(ticks: span.ticks)
                }),
            .staticMethod(
                "op_Addition", "The point in time later by a span.", ["d", "t"],
                NetBody { (date: NetDateTime, span: NetTimeSpan) throws(EvaluationError) -> NetDateTime in
                    try date.adding(ticks: span.ticks, "t")
                }),
        ]
    }

    private static func addition(_ name: String, _ summary: String, milliseconds: Double) -> NetMember {
        .method(
            name, summary, ["value"],
            NetBody { (date: NetDateTime, count: Double) throws(EvaluationError) -> NetDateTime in
                try date.adding(count, milliseconds: milliseconds)
            })
    }

    private static var dateDifferences: [NetMember] {
        [
            .method(
                "Subtract", "The span from another point in time to this one.", ["value"],
                NetBody { (date: NetDateTime, other: NetDateTime) throws(EvaluationError) -> NetTimeSpan in
                    NetTimeSpan(ticks: date.ticks - other.ticks)
                }),
            .method(
                "Subtract", "The point in time earlier by a span.", ["value"],
                NetBody { (date: NetDateTime, span: NetTimeSpan) throws(EvaluationError) -> NetDateTime in try date.subtracting(span) }),
            .staticMethod(
                "op_Subtraction", "The span from the second point in time to the first.", ["d1", "d2"],
                NetBody { (date: NetDateTime, other: NetDateTime) throws(EvaluationError) -> NetTimeSpan in
                    NetTimeSpan(ticks: date.ticks - other.ticks)
                }),
            .staticMethod(
                "op_Subtraction", "The point in time earlier by a span.", ["d", "t"],
                NetBody { (date: NetDateTime, span: NetTimeSpan) throws(EvaluationError) -> NetDateTime in try date.subtracting(span, "t") }
            ),
        ]
    }

    // MARK: Calendar and kinds

    private static var dateCalendar: [NetMember] {
        [
            .staticMethod(
                "DaysInMonth", "The number of days of a month.", ["year", "month"],
                NetBody { (year: Int32, month: Int32) throws(EvaluationError) -> Int32 in try NetDateTime.checkedDaysInMonth(year, month) }),
            .staticMethod(
                "IsLeapYear", "Whether the year has a 29 February.", ["year"],
                NetBody { (year: Int32) throws(EvaluationError) -> Bool in try NetDateTime.checkedIsLeapYear(year) }),
            .staticMethod(
                "SpecifyKind", "The same date and time, relative to something else.", ["value", "kind"],
                NetBody { (date: NetDateTime, kind: DateTimeKind) throws(EvaluationError) -> NetDateTime in
                    date.specifying(try kind.checked())
                }),
            .method(
                "ToUniversalTime", "The point in time in UTC; the gateway's zone is UTC.",
                NetBody { (date: NetDateTime) throws(EvaluationError) -> NetDateTime in date.specifying(.utc) }),
            .method(
                "ToLocalTime", "The point in time in the gateway's zone, which is UTC.",
                NetBody { (date: NetDateTime) throws(EvaluationError) -> NetDateTime in date.specifying(.local) }),
            .method(
                "IsDaylightSavingTime", "Whether summer time holds, which UTC does not have.",
                NetBody { (_: NetDateTime) throws(EvaluationError) -> Bool in false }),
        ]
    }

    // MARK: Texts

    private static var dateTexts: [NetMember] {
        [
            .method(
                "ToString", "The date and time as text of a culture.", ["provider"],
                NetBody { (date: NetDateTime, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    try date.text(format: nil)
                }),
            .method(
                "ToString", "The date and time as text in a standard or custom format.", ["format"],
                NetBody { (date: NetDateTime, format: NetString?) throws(EvaluationError) -> NetString in try date.text(format: format) }),
            .method(
                "ToString", "The date and time as text of a culture in a standard or custom format.", ["format", "provider"],
                NetBody { (date: NetDateTime, format: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    try date.text(format: format)
                }),
            dateText("ToString", "The date and time as text.", "G"), dateText("ToShortDateString", "The date in digits.", "d"),
            dateText("ToLongDateString", "The date with names.", "D"), dateText("ToShortTimeString", "Hour and minute.", "t"),
            dateText("ToLongTimeString", "Hour, minute and second.", "T"),
        ]
    }

    private static func dateText(_ name: String, _ summary: String, _ format: NetString) -> NetMember {
        .method(name, summary, NetBody { (date: NetDateTime) throws(EvaluationError) -> NetString in try date.text(format: format) })
    }

    // MARK: Other encodings

    private static var dateEncodings: [NetMember] {
        [
            .method(
                "ToFileTimeUtc", "Ticks of 100 ns since the year 1601.",
                NetBody { (date: NetDateTime) throws(EvaluationError) -> Int64 in try date.fileTime() }),
            .method(
                "ToFileTime", "Ticks of 100 ns since the year 1601.",
                NetBody { (date: NetDateTime) throws(EvaluationError) -> Int64 in try date.fileTime() }),
            .method(
                "ToBinary", "Ticks, and what they are relative to in the two highest bits.",
                NetBody { (date: NetDateTime) throws(EvaluationError) -> Int64 in date.binary }),
            .method(
                "ToOADate", "Days since the end of 1899, as a number.",
                NetBody { (date: NetDateTime) throws(EvaluationError) -> Double in try date.automationDate() }),
        ]
    }

    private static var dateDecodings: [NetMember] {
        [
            .staticMethod(
                "FromFileTimeUtc", "The point in time, in UTC, of ticks of 100 ns since the year 1601.", ["fileTime"],
                NetBody { (ticks: Int64) throws(EvaluationError) -> NetDateTime in try NetDateTime(fileTime: ticks, .utc) }),
            .staticMethod(
                "FromFileTime", "The point in time, in local time, of ticks of 100 ns since the year 1601.", ["fileTime"],
                NetBody { (ticks: Int64) throws(EvaluationError) -> NetDateTime in try NetDateTime(fileTime: ticks, .local) }),
            .staticMethod(
                "FromBinary", "The point in time that `ToBinary` gave as a number.", ["dateData"],
                NetBody { (data: Int64) throws(EvaluationError) -> NetDateTime in try NetDateTime(binary: data) }),
            .staticMethod(
                "FromOADate", "The point in time of a number of days since the end of 1899.", ["d"],
                NetBody { (days: Double) throws(EvaluationError) -> NetDateTime in try NetDateTime(automationDate: days) }),
        ]
    }

    private static var dateFormats: [NetMember] {
        [
            .method(
                "GetDateTimeFormats", "The texts of the date in all standard formats.",
                NetBody { (date: NetDateTime) throws(EvaluationError) -> [NetString] in try DateTimeFormat.allTexts(date) }),
            .method(
                "GetDateTimeFormats", "The texts of the date in all standard formats of a culture.", ["provider"],
                NetBody { (date: NetDateTime, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> [NetString] in
                    try DateTimeFormat.allTexts(date)
                }),
            .method(
                "GetDateTimeFormats", "The texts of the date in all patterns that a standard format stands for.", ["format"],
                NetBody { (date: NetDateTime, format: NetChar) throws(EvaluationError) -> [NetString] in
                    try DateTimeFormat.texts(date, format.unit)
                }),
            .method(
                "GetDateTimeFormats", "The texts of the date in all patterns that a standard format of a culture stands for.",
                ["format", "provider"],
                NetBody { (date: NetDateTime, format: NetChar, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> [NetString] in
                    try DateTimeFormat.texts(date, format.unit)
                }),
        ]
    }
}

/// `System.DayOfWeek`.
struct DayOfWeek: NetSmallInteger {
    let carried: Int32
    static var symbol: TypeSymbol { .named(.dayOfWeek, []) }
}

/// `System.DateTimeKind`. A structure, because a number outside the enumeration must still reach the member that refuses it.
struct DateTimeKind: NetSmallInteger {
    let carried: Int32
    static var symbol: TypeSymbol { .named(.dateTimeKind, []) }

    func checked() throws(EvaluationError) -> NetDateTime.Kind {
        guard let kind = NetDateTime.Kind(rawValue: carried) else { throw .argument("Invalid DateTimeKind value.", "kind") }
        return kind
    }
}
