extension NetType {
    /// `System.DateTimeOffset`.
    static let dateTimeOffset: NetType = NetType("System", "DateTimeOffset", .structure) {
        var members = NetMember.orderAndEquality(NetDateTimeOffset.self) + NetMember.comparisonOperators(NetDateTimeOffset.self)
        members += NetMember.dateParsing(NetDateTimeOffset.self) + offsetConstants + offsetConstructors + offsetParts
        return members + offsetAdditions + offsetDifferences + offsetConversions + offsetTexts + offsetEncodings
    }

    private static var offsetConstants: [NetMember] {
        [
            fixed("MinValue", "The first point in time, in UTC.", .minValue),
            fixed("MaxValue", "The last point in time, in UTC.", .maxValue),
            fixed("UnixEpoch", "The beginning of 1970 in UTC.", .unixEpoch),
            clock("UtcNow", "The current time in UTC."), clock("Now", "The current local time; the gateway's zone is UTC."),
        ]
    }

    private static func fixed(_ name: String, _ summary: String, _ date: NetDateTimeOffset) -> NetMember {
        .staticProperty(name, summary, NetBody { () throws(EvaluationError) -> NetDateTimeOffset in date })
    }

    private static func clock(_ name: String, _ summary: String) -> NetMember {
        .staticProperty(
            name, summary,
            NetBody(context: { (context: GatewayContext) throws(EvaluationError) -> NetDateTimeOffset in
                NetDateTimeOffset(context.environment.now())
            }))
    }

    // MARK: Constructors

    private static var offsetConstructors: [NetMember] {
        [
            .constructor(
                "What a clock with an offset shows so many ticks after the beginning of the year 1.", ["ticks", "offset"],
                NetBody { (ticks: Int64, offset: NetTimeSpan) throws(EvaluationError) -> NetDateTimeOffset in
                    try NetDateTimeOffset(clock: try NetDateTime(checking: ticks), offset: offset)
                }),
            .constructor(
                "The point in time that a date means; the gateway's zone is UTC.", ["dateTime"],
                NetBody { (date: NetDateTime) throws(EvaluationError) -> NetDateTimeOffset in NetDateTimeOffset(date) }),
            .constructor(
                "What a clock with an offset shows.", ["dateTime", "offset"],
                NetBody { (date: NetDateTime, offset: NetTimeSpan) throws(EvaluationError) -> NetDateTimeOffset in
                    try NetDateTimeOffset(clock: date, offset: offset)
                }),
            offsetConstructor(["hour", "minute", "second"]), offsetConstructor(["hour", "minute", "second", "millisecond"]),
        ]
    }

    /// The parts are more than a body takes one by one.
    private static func offsetConstructor(_ time: [String]) -> NetMember {
        let types = [TypeSymbol](repeating: .int32, count: time.count + 3) + [.timeSpan]
        return .constructor(
            "What a clock with an offset shows.",
            (["year", "month", "day"] + time + ["offset"]).map { NetMember.DeclaredParameter(stringLiteral: $0) },
            NetBody(
                parameters: types, result: .dateTimeOffset,
                nodes: { arguments, _, range in
                    guard let offset = arguments.last as? ValueNode else { return arguments[0] }
                    let parts = arguments.dropLast().compactMap { $0 as? Int32Node }
                    return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                        var numbers: [Int32] = []
                        for part in parts { numbers.append(try part.evaluate(&frame)) }
                        guard case .timeSpan(let span) = try offset.evaluate(&frame) else { throw .nullReference }
                        let date = try NetDateTime(
                            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4], second: numbers[5],
                            millisecond: numbers.count > 6 ? numbers[6] : 0)
                        return .dateTimeOffset(try NetDateTimeOffset(clock: date, offset: span))
                    }
                }))
    }

    // MARK: Parts

    private static var offsetParts: [NetMember] {
        [
            part("Year", "The clock's year.") { Int32($0.clock.date.year) },
            part("Month", "The clock's month, 1 for January.") { Int32($0.clock.date.month) },
            part("Day", "The clock's day of the month.") { Int32($0.clock.date.day) },
            part("DayOfYear", "The clock's day of the year.") { Int32($0.clock.dayOfYear) },
            part("Hour", "The clock's hour.") { Int32($0.clock.timeOfDay.hour) },
            part("Minute", "The clock's minute.") { Int32($0.clock.timeOfDay.minute) },
            part("Second", "The clock's second.") { Int32($0.clock.timeOfDay.second) },
            part("Millisecond", "The clock's millisecond.") { Int32($0.clock.timeOfDay.fraction / 10_000) },
            part("DayOfWeek", "The clock's day of the week.") { DayOfWeek(carried: Int32($0.clock.dayOfWeek)) },
            part("Ticks", "Ticks of 100 ns that the clock shows since the year 1.") { $0.clock.ticks },
            part("UtcTicks", "Ticks of 100 ns since the year 1 in UTC.") { $0.utcTicks },
            part("Offset", "How far the clock is from UTC.") { $0.offset },
            part("Date", "Midnight of the clock's day.") {
                NetDateTime(ticks: $0.clock.ticks / 864_000_000_000 * 864_000_000_000, kind: .unspecified)
            },
            part("TimeOfDay", "The clock's time since midnight.") { NetTimeSpan(ticks: $0.clock.ticks % NetDateTime.ticksPerDay) },
            part("DateTime", "What the clock shows.") { $0.clock }, part("UtcDateTime", "The point in time in UTC.") { $0.utc },
            part("LocalDateTime", "The point in time in the gateway's zone, which is UTC.") { $0.utc.specifying(.local) },
        ]
    }

    private static func part<T: NetRepresentable>(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (NetDateTimeOffset) -> T
    ) -> NetMember {
        .property(name, summary, NetBody { (date: NetDateTimeOffset) throws(EvaluationError) -> T in read(date) })
    }

    // MARK: Arithmetic

    private static var offsetAdditions: [NetMember] {
        [
            addition("AddDays", "The point in time so many days later.", "days", milliseconds: 86_400_000),
            addition("AddHours", "The point in time so many hours later.", "hours", milliseconds: 3_600_000),
            addition("AddMinutes", "The point in time so many minutes later.", "minutes", milliseconds: 60_000),
            addition("AddSeconds", "The point in time so many seconds later.", "seconds", milliseconds: 1000),
            addition("AddMilliseconds", "The point in time so many milliseconds later.", "milliseconds", milliseconds: 1),
            addition("AddTicks", "The point in time so many ticks of 100 ns later.", "ticks") {
                (date: NetDateTime, ticks: Int64) throws(EvaluationError) in try date.adding(ticks: ticks)
            },
            addition("AddMonths", "The same day so many months later, or that month's last day where it is shorter.", "months") {
                (date: NetDateTime, months: Int32) throws(EvaluationError) in try date.adding(months: months)
            },
            addition("AddYears", "The same day so many years later.", "years") {
                (date: NetDateTime, years: Int32) throws(EvaluationError) in try date.adding(years: years)
            },
            addition("Add", "The point in time later by a span.", "timeSpan") {
                (date: NetDateTime, span: NetTimeSpan) throws(EvaluationError) in try date.adding(ticks: span.ticks)
            },
            .staticMethod(
                "op_Addition", "The point in time later by a span.", ["dateTimeOffset", "timeSpan"],
                NetBody { (date: NetDateTimeOffset, span: NetTimeSpan) throws(EvaluationError) -> NetDateTimeOffset in
                    try date.changing { (clock) throws(EvaluationError) in try clock.adding(ticks: span.ticks, "t") }
                }),
        ]
    }

    private static func addition(_ name: String, _ summary: String, _ parameter: String, milliseconds: Double) -> NetMember {
        addition(name, summary, parameter) { (date: NetDateTime, count: Double) throws(EvaluationError) in
            try date.adding(count, milliseconds: milliseconds)
        }
    }

    private static func addition<T: NetRepresentable>(
        _ name: String, _ summary: String, _ parameter: String,
        _ add: @escaping @Sendable (NetDateTime, T) throws(EvaluationError) -> NetDateTime
    ) -> NetMember {
        .method(
            name, summary, [NetMember.DeclaredParameter(stringLiteral: parameter)],
            NetBody { (date: NetDateTimeOffset, count: T) throws(EvaluationError) -> NetDateTimeOffset in
                try date.changing { (clock) throws(EvaluationError) in try add(clock, count) }
            })
    }

    private static var offsetDifferences: [NetMember] {
        [
            .method(
                "Subtract", "The span from another point in time to this one.", ["value"],
                NetBody { (date: NetDateTimeOffset, other: NetDateTimeOffset) throws(EvaluationError) -> NetTimeSpan in
                    NetTimeSpan(ticks: date.utcTicks - other.utcTicks)
                }),
            .method(
                "Subtract", "The point in time earlier by a span.", ["value"],
                NetBody { (date: NetDateTimeOffset, span: NetTimeSpan) throws(EvaluationError) -> NetDateTimeOffset in
                    try date.changing { (clock) throws(EvaluationError) in try clock.subtracting(span) }
                }),
            .staticMethod(
                "op_Subtraction", "The span from the second point in time to the first.", ["left", "right"],
                NetBody { (date: NetDateTimeOffset, other: NetDateTimeOffset) throws(EvaluationError) -> NetTimeSpan in
                    NetTimeSpan(ticks: date.utcTicks - other.utcTicks)
                }),
            .staticMethod(
                "op_Subtraction", "The point in time earlier by a span.", ["dateTimeOffset", "timeSpan"],
                NetBody { (date: NetDateTimeOffset, span: NetTimeSpan) throws(EvaluationError) -> NetDateTimeOffset in
                    try date.changing { (clock) throws(EvaluationError) in try clock.subtracting(span, "t") }
                }),
            .method(
                "EqualsExact", "Whether both are the same point in time with the same offset.", ["other"],
                NetBody { (date: NetDateTimeOffset, other: NetDateTimeOffset) throws(EvaluationError) -> Bool in
                    date == other && date.offsetMinutes == other.offsetMinutes
                }),
        ]
    }

    // MARK: Conversions

    private static var offsetConversions: [NetMember] {
        [
            .implicitConversion(
                "The point in time that a date means; the gateway's zone is UTC.",
                NetBody { (date: NetDateTime) throws(EvaluationError) -> NetDateTimeOffset in NetDateTimeOffset(date) }),
            .method(
                "ToOffset", "The same point in time on a clock with another offset.", ["offset"],
                NetBody { (date: NetDateTimeOffset, offset: NetTimeSpan) throws(EvaluationError) -> NetDateTimeOffset in
                    try date.shown(with: offset)
                }),
            .method(
                "ToUniversalTime", "The same point in time on a clock in UTC.",
                NetBody { (date: NetDateTimeOffset) throws(EvaluationError) -> NetDateTimeOffset in NetDateTimeOffset(date.utc) }),
            .method(
                "ToLocalTime", "The same point in time on a clock in the gateway's zone, which is UTC.",
                NetBody { (date: NetDateTimeOffset) throws(EvaluationError) -> NetDateTimeOffset in NetDateTimeOffset(date.utc) }),
        ]
    }

    private static var offsetTexts: [NetMember] {
        [
            .method(
                "ToString", "The point in time as text.",
                NetBody { (date: NetDateTimeOffset) throws(EvaluationError) -> NetString in NetString(date.invariantText) }),
            .method(
                "ToString", "The point in time as text in a standard or custom format.", ["format"],
                NetBody { (date: NetDateTimeOffset, format: NetString?) throws(EvaluationError) -> NetString in
                    try date.text(format: format)
                }),
            .method(
                "ToString", "The point in time as text of a culture.", ["formatProvider"],
                NetBody { (date: NetDateTimeOffset, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    NetString(date.invariantText)
                }),
            .method(
                "ToString", "The point in time as text of a culture in a standard or custom format.", ["format", "formatProvider"],
                NetBody {
                    (date: NetDateTimeOffset, format: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    try date.text(format: format)
                }),
        ]
    }

    private static var offsetEncodings: [NetMember] {
        [
            .method(
                "ToUnixTimeSeconds", "Whole seconds since the beginning of 1970.",
                NetBody { (date: NetDateTimeOffset) throws(EvaluationError) -> Int64 in date.unixSeconds }),
            .method(
                "ToUnixTimeMilliseconds", "Whole milliseconds since the beginning of 1970.",
                NetBody { (date: NetDateTimeOffset) throws(EvaluationError) -> Int64 in date.unixMilliseconds }),
            .staticMethod(
                "FromUnixTimeSeconds", "The point in time so many seconds after the beginning of 1970.", ["seconds"],
                NetBody { (seconds: Int64) throws(EvaluationError) -> NetDateTimeOffset in
                    try NetDateTimeOffset(unix: seconds, ticksPerUnit: 10_000_000, "seconds")
                }),
            .staticMethod(
                "FromUnixTimeMilliseconds", "The point in time so many milliseconds after the beginning of 1970.", ["milliseconds"],
                NetBody { (milliseconds: Int64) throws(EvaluationError) -> NetDateTimeOffset in
                    try NetDateTimeOffset(unix: milliseconds, ticksPerUnit: 10_000, "milliseconds")
                }),
            .method(
                "ToFileTime", "Ticks of 100 ns since the year 1601.",
                NetBody { (date: NetDateTimeOffset) throws(EvaluationError) -> Int64 in try date.utc.fileTime() }),
            .staticMethod(
                "FromFileTime", "The point in time of ticks of 100 ns since the year 1601.", ["fileTime"],
                NetBody { (ticks: Int64) throws(EvaluationError) -> NetDateTimeOffset in
                    NetDateTimeOffset(try NetDateTime(fileTime: ticks, .local))
                }),
        ]
    }
}
