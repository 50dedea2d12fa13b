/// What a date's text is read with.
struct DateParsingOptions {
    var styles: DateTimeStyles
    /// Whether the offset is kept, as `DateTimeOffset` does, instead of being worked into the date.
    var keepsOffset: Bool
    /// The clock, in UTC: what a text leaves out is today's.
    var now: () -> NetDateTime
}

/// A date, and the offset that the text had or was given.
struct ParsedPointInTime {
    var date: NetDateTime
    var offsetMinutes = 0

    /// As `DateTimeOffset` keeps it; the offset has been checked.
    var withOffset: NetDateTimeOffset? {
        NetDateTimeOffset(clockTicks: date.ticks, offsetMinutes: Int32(truncatingIfNeeded: offsetMinutes))
    }
}

/// The parts that a text has of a date.
struct ParsedDate {
    let options: DateParsingOptions
    var year: Int?, month: Int?, day: Int?
    var hour: Int?, minute: Int?, second: Int?
    /// The part of a second, below one; nil where the text has none.
    var fraction: Double?
    var dayOfWeek: Int?
    /// The offset from UTC in minutes; nil where the text has no zone.
    var offsetMinutes: Int?
    /// Whether the zone is UTC by name.
    var isUTC = false
    /// Whether the year is this year's, since the text has none.
    var hasDefaultYear = false

    init(_ options: DateParsingOptions) { self.options = options }

    /// The day of now: by the offset of the text where that is kept.
    private var today: (year: Int, month: Int, day: Int) {
        let now = options.now()
        guard options.keepsOffset, let offsetMinutes else { return now.date }
        return NetDateTime(ticks: now.ticks + Int64(offsetMinutes) * 600_000_000, kind: .unspecified).date
    }

    mutating func takeDefaultYear() -> Int {
        hasDefaultYear = true
        let year = today.year
        self.year = year
        return year
    }

    /// The point in time that the parts make.
    mutating func completed() throws(DateParsingFailure) -> ParsedPointInTime {
        if options.keepsOffset, month != nil || day != nil, year == nil || hasDefaultYear, offsetMinutes != nil { throw .missingYear }
        let isTimeOnly = year == nil && month == nil && day == nil
        let date = defaultedDay(isTimeOnly)
        guard (1...9999).contains(date.year), (1...12).contains(date.month), date.day >= 1,
            date.day <= NetDateTime.daysInMonth(date.year, date.month), (0...23).contains(hour ?? 0), (0...59).contains(minute ?? 0),
            (0...59).contains(second ?? 0)
        else { throw .notInCalendar }
        let seconds = Int64((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0))
        var ticks = NetDateTime.ticks(date.year, date.month, date.day) + seconds * NetDateTime.ticksPerSecond
        // At most one second, hence in the range of an integer.
        ticks += Int64(((fraction ?? 0) * 10_000_000).rounded(.toNearestOrEven))
        guard let result = NetDateTime.inRange(ticks, .unspecified) else { throw .notRecognized }
        if let dayOfWeek, dayOfWeek != result.dayOfWeek { throw .wrongDayOfWeek }
        return try adjusted(result)
    }

    /// What is missing of the day: of a time alone everything is today's, otherwise the first month and day count.
    private func defaultedDay(_ isTimeOnly: Bool) -> (year: Int, month: Int, day: Int) {
        if isTimeOnly { return options.styles.contains(.noCurrentDateDefault) ? (1, 1, 1) : today }
        return (year ?? today.year, month ?? 1, day ?? 1)
    }
}

extension ParsedDate {
    /// Works the zone into the date, as the styles ask for.
    func adjusted(_ date: NetDateTime) throws(DateParsingFailure) -> ParsedPointInTime {
        if options.keepsOffset { return try withOffset(date) }
        let (styles, offset) = (options.styles, offsetMinutes ?? 0)
        guard (-840...840).contains(offset) else { throw .offsetOutOfRange }
        if offsetMinutes == nil {
            if styles.isDisjoint(with: [.assumeLocal, .assumeUniversal]) { return ParsedPointInTime(date: date) }
            // Local time and UTC are one; what is assumed and what is asked for only differ in the kind.
            return ParsedPointInTime(date: date.specifying(styles.contains(.adjustToUniversal) ? .utc : .local))
        }
        if styles.contains(.roundtripKind), isUTC { return ParsedPointInTime(date: date.specifying(.utc)) }
        return ParsedPointInTime(date: try universal(date, offset, as: styles.contains(.adjustToUniversal) ? .utc : .local))
    }

    /// The date in UTC. On the first day of all, which times alone are put on, the clock goes round.
    private func universal(_ date: NetDateTime, _ offset: Int, as kind: NetDateTime.Kind) throws(DateParsingFailure) -> NetDateTime {
        var ticks = date.ticks - Int64(offset) * 600_000_000
        if ticks < 0, kind == .utc || date.ticks < NetDateTime.ticksPerDay { ticks += NetDateTime.ticksPerDay }
        guard let result = NetDateTime.inRange(ticks, kind) else { throw .dateOutOfRange }
        return result
    }

    private func withOffset(_ date: NetDateTime) throws(DateParsingFailure) -> ParsedPointInTime {
        let offset = offsetMinutes ?? 0
        let utcTicks = date.ticks - Int64(offset) * 600_000_000
        guard let utc = NetDateTime.inRange(utcTicks, .unspecified) else { throw .utcOutOfRange }
        guard (-840...840).contains(offset) else { throw .offsetOutOfRange }
        return options.styles.contains(.adjustToUniversal)
            ? ParsedPointInTime(date: utc) : ParsedPointInTime(date: date, offsetMinutes: offset)
    }
}

extension ParsedDate {
    /// The year that two digits mean: the one that is not after 2029.
    static func fourDigitYear(_ year: Int) -> Int { year < 100 ? (year > 29 ? 1900 : 2000) + year : year }

    /// Whether the numbers are a day of the calendar.
    static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (1...9999).contains(year) && (1...12).contains(month) && day >= 1 && day <= NetDateTime.daysInMonth(year, month)
    }
}
