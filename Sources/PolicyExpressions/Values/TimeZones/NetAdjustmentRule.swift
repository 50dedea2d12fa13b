/// `System.TimeZoneInfo.TransitionTime`: when a clock changes in every year.
struct TransitionTime: Hashable, Sendable {
    enum Day: Hashable, Sendable {
        case fixed(Int)
        /// A weekday's first to fourth of the month, or for 5 its last.
        case floating(week: Int, dayOfWeek: Int)
    }

    /// The time, on the first day of all.
    var timeOfDay: NetDateTime
    var month: Int
    var day: Day

    /// What a clock shows when it changes in a year.
    func ticks(in year: Int) -> Int64 {
        let day =
            switch day {
            case .fixed(let day): min(day, NetDateTime.daysInMonth(year, month))
            case .floating(let week, let dayOfWeek): NetDateTime.day(of: year, month, week: week, dayOfWeek: dayOfWeek)
            }
        return NetDateTime.ticks(year, month, day) + timeOfDay.ticks
    }

    init(timeOfDay: NetDateTime, month: Int, day: Day) { (self.timeOfDay, self.month, self.day) = (timeOfDay, month, day) }

    /// The day and time of one date.
    init(fixed date: NetDateTime) {
        let time = NetDateTime(ticks: date.ticks % NetDateTime.ticksPerDay, kind: .unspecified)
        self.init(timeOfDay: time, month: date.date.month, day: .fixed(date.date.day))
    }

    /// A change on the same day of a month; throws ArgumentException and ArgumentOutOfRangeException.
    init(_ timeOfDay: NetDateTime, month: Int32, day: Int32) throws(EvaluationError) {
        try Self.validate(timeOfDay, month)
        guard (1...31).contains(day) else { throw .argumentOutOfRange("day", "The Day parameter must be in the range 1 through 31.") }
        self.init(timeOfDay: timeOfDay, month: Int(month), day: .fixed(Int(day)))
    }

    /// A change on a weekday of a month; throws ArgumentException and ArgumentOutOfRangeException.
    init(_ timeOfDay: NetDateTime, month: Int32, week: Int32, dayOfWeek: Int32) throws(EvaluationError) {
        try Self.validate(timeOfDay, month)
        guard (1...5).contains(week) else { throw .argumentOutOfRange("week", "The Week parameter must be in the range 1 through 5.") }
        guard (0...6).contains(dayOfWeek) else {
            throw .argumentOutOfRange("dayOfWeek", "The DayOfWeek enumeration must be in the range 0 through 6.")
        }
        self.init(timeOfDay: timeOfDay, month: Int(month), day: .floating(week: Int(week), dayOfWeek: Int(dayOfWeek)))
    }

    private static func validate(_ timeOfDay: NetDateTime, _ month: Int32) throws(EvaluationError) {
        if timeOfDay.kind != .unspecified {
            throw .argument("The supplied DateTime must have the Kind property set to DateTimeKind.Unspecified.", "timeOfDay")
        }
        guard (1...12).contains(month) else { throw .argumentOutOfRange("month", "The Month parameter must be in the range 1 through 12.") }
        guard timeOfDay.ticks < NetDateTime.ticksPerDay, timeOfDay.ticks % 10_000 == 0 else {
            throw .argument(
                "The supplied DateTime must have the Year, Month, and Day properties set to 1.  The time cannot be specified more precisely"
                    + " than whole milliseconds.", "timeOfDay")
        }
    }
}

extension TransitionTime {
    /// The week, from 1, or 1 for a fixed day.
    var week: Int {
        if case .floating(let week, _) = day { week } else { 1 }
    }
    /// The day of the week, or Sunday for a fixed day.
    var dayOfWeek: Int {
        if case .floating(_, let dayOfWeek) = day { dayOfWeek } else { 0 }
    }
    /// The day of the month, or 1 for a day of the week.
    var dayOfMonth: Int {
        if case .fixed(let day) = day { day } else { 1 }
    }
    var isFixed: Bool {
        if case .fixed = day { true } else { false }
    }

    /// The parts, by which two are equal.
    var items: [Value] {
        let numbers = [month, week, dayOfWeek, dayOfMonth].map { Value.int32(Int32($0)) }
        return [.dateTime(timeOfDay), .boolean(isFixed)] + numbers
    }

    /// A change at midnight of 1 January, as a variable begins; `new TransitionTime()`.
    static let zero = TransitionTime(timeOfDay: .minValue, month: 1, day: .fixed(1))
}

/// The box of a `TransitionTime`.
final class NetTransitionTime: NetObject {
    let time: TransitionTime
    override var comparedItems: [Value]? { time.items }
    init(_ time: TransitionTime) { self.time = time }
    override var type: TypeSymbol { TransitionTime.symbol }
}

extension TransitionTime: NetStructure {
    static var symbol: TypeSymbol { .named(.transitionTime, []) }
    init?(unboxing value: Value) {
        guard case .object(let box as NetTransitionTime) = value else { return nil }
        self = box.time
    }
    var boxed: Value { .object(NetTransitionTime(self)) }
}

/// `System.TimeZoneInfo.AdjustmentRule`: from when to when in the year summer time holds, for some years.
final class NetAdjustmentRule: NetObject, NetClass {
    let dateStart: NetDateTime, dateEnd: NetDateTime
    let daylightDelta: NetTimeSpan
    let start: TransitionTime, end: TransitionTime

    init(dateStart: NetDateTime, dateEnd: NetDateTime, daylightDelta: NetTimeSpan, start: TransitionTime, end: TransitionTime) {
        (self.dateStart, self.dateEnd, self.daylightDelta) = (dateStart, dateEnd, daylightDelta)
        (self.start, self.end) = (start, end)
    }

    override var type: TypeSymbol { Self.symbol }
    static var symbol: TypeSymbol { .named(.adjustmentRule, []) }

    func covers(_ clock: NetDateTime) -> Bool { clock.midnight >= dateStart && clock.midnight <= dateEnd }

    func isSame(as other: NetAdjustmentRule) -> Bool {
        dateStart == other.dateStart && dateEnd == other.dateEnd && daylightDelta == other.daylightDelta && start == other.start
            && end == other.end
    }

    /// ArgumentException for a span with parts of minutes.
    static func hasSeconds(_ name: String) -> EvaluationError {
        .argument("The TimeSpan parameter cannot be specified more precisely than whole minutes.", name)
    }

    /// A rule of an expression's own; throws ArgumentException and ArgumentOutOfRangeException.
    static func checked(
        _ dateStart: NetDateTime, _ dateEnd: NetDateTime, _ daylightDelta: NetTimeSpan, _ start: TransitionTime, _ end: TransitionTime
    ) throws(EvaluationError) -> NetAdjustmentRule {
        try validate(dateStart, "dateStart", isEnd: dateStart == .minValue)
        try validate(dateEnd, "dateEnd", isEnd: dateEnd == .maxValue)
        if start == end {
            throw .argument(
                "The DaylightTransitionStart property must not equal the DaylightTransitionEnd property.", "daylightTransitionEnd")
        }
        if dateStart > dateEnd { throw .argument("The DateStart property must come before the DateEnd property.", "dateStart") }
        let hours = Double(daylightDelta.ticks) / 36_000_000_000
        guard hours >= -23, hours <= 14 else {
            throw .argumentOutOfRange(
                "daylightDelta", "The TimeSpan parameter must be within plus or minus 14.0 hours.",
                actual: NetString(daylightDelta.constantFormat))
        }
        guard daylightDelta.ticks % 600_000_000 == 0 else { throw hasSeconds("daylightDelta") }
        return NetAdjustmentRule(dateStart: dateStart, dateEnd: dateEnd, daylightDelta: daylightDelta, start: start, end: end)
    }

    private static func validate(_ date: NetDateTime, _ name: String, isEnd: Bool) throws(EvaluationError) {
        guard date.kind != .local else {
            throw .argument(
                "The supplied DateTime must have the Kind property set to DateTimeKind.Unspecified or DateTimeKind.Utc.", name)
        }
        guard isEnd || date.kind != .unspecified || date.ticks % NetDateTime.ticksPerDay == 0 else {
            throw .argument("The supplied DateTime includes a TimeOfDay setting.   This is not supported.", name)
        }
    }
}
