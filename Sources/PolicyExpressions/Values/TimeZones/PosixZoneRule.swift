/// The rule by which a zone goes on for ever, as POSIX writes it in `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixZoneRule: Sendable, Hashable {
    /// A day of every year.
    enum Day: Sendable, Hashable {
        /// A weekday of a month: the first to the fourth, or the last for 5.
        case weekday(month: Int, week: Int, dayOfWeek: Int)
        /// A day counted from 1, which 29 February is not counted as.
        case julian(Int)
        /// A day counted from 0.
        case ordinal(Int)

        /// The ticks of the day's midnight.
        func ticks(in year: Int) -> Int64 {
            let newYear = NetDateTime.ticks(year, 1, 1)
            switch self {
            case .ordinal(let day): return newYear + Int64(day) * NetDateTime.ticksPerDay
            case .julian(let day):
                let leap = NetDateTime.isLeapYear(year) && day >= 60 ? 0 : -1
                return newYear + Int64(day + leap) * NetDateTime.ticksPerDay
            case .weekday(let month, let week, let dayOfWeek):
                let day = NetDateTime.day(of: year, month, week: week, dayOfWeek: dayOfWeek)
                return NetDateTime.ticks(year, month, day)
            }
        }
    }

    /// When summer time begins or ends: a day, and seconds since its midnight, which can be on another day.
    struct Change: Sendable, Hashable {
        var day: Day
        var seconds: Int

        func ticks(in year: Int) -> Int64 { day.ticks(in: year) + Int64(seconds) * NetDateTime.ticksPerSecond }
    }

    struct Daylight: Sendable, Hashable {
        var minutes: Int
        var name: String
        var start: Change
        var end: Change
    }

    var standardMinutes: Int
    var standardName: String
    var daylight: Daylight?

    func offset(atUTC ticks: Int64) -> ZoneOffset {
        let standard = ZoneOffset(minutes: standardMinutes, isDaylight: false)
        guard let daylight else { return standard }
        let summer = ZoneOffset(minutes: daylight.minutes, isDaylight: true)
        let year = NetDateTime(ticks: ticks &+ standard.ticks, kind: .utc).date.year
        let start = daylight.start.ticks(in: year) - standard.ticks
        let end = daylight.end.ticks(in: year) - summer.ticks
        // South of the equator summer goes on over the new year.
        let isSummer = start < end ? ticks >= start && ticks < end : ticks >= start || ticks < end
        return isSummer ? summer : standard
    }
}

extension NetDateTime {
    /// The day of the month that is a weekday's first to fourth, or for 5 its last.
    static func day(of year: Int, _ month: Int, week: Int, dayOfWeek: Int) -> Int {
        let first = NetDateTime(ticks: ticks(year, month, 1), kind: .unspecified).dayOfWeek
        let day = 1 + (dayOfWeek - first + 7) % 7 + 7 * (week - 1)
        return day > daysInMonth(year, month) ? day - 7 : day
    }
}

// MARK: - Reading

extension PosixZoneRule {
    /// Reads a rule; nil for what is none.
    init?(_ text: String) {
        var reader = PosixZoneReader(Array(text.utf8))
        guard let rule = reader.readRule() else { return nil }
        self = rule
    }
}

private struct PosixZoneReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func readRule() -> PosixZoneRule? {
        guard let name = readName(), let offset = readTime() else { return nil }
        // POSIX counts the hours west of Greenwich.
        var rule = PosixZoneRule(standardMinutes: -offset / 60, standardName: name)
        if position == bytes.count { return rule }
        guard let daylightName = readName() else { return nil }
        let isOneHourAhead = position == bytes.count || bytes[position] == UInt8(ascii: ",")
        guard let daylightOffset = isOneHourAhead ? offset - 3600 : readTime(), take(","), let start = readChange(), take(","),
            let end = readChange(), position == bytes.count
        else { return nil }
        rule.daylight = PosixZoneRule.Daylight(minutes: -daylightOffset / 60, name: daylightName, start: start, end: end)
        return rule
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Letters, or anything within angle brackets.
    private mutating func readName() -> String? {
        let isQuoted = take("<")
        let start = position
        while position < bytes.count, isQuoted ? bytes[position] != UInt8(ascii: ">") : (bytes[position] | 0x20) &- 0x61 < 26 {
            position += 1
        }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        return name.isEmpty || isQuoted && !take(">") ? nil : name
    }

    private mutating func readNumber(_ range: ClosedRange<Int>) -> Int? {
        let start = position
        var number = 0
        while position < bytes.count, position - start < 4, bytes[position] &- 0x30 < 10 {
            number = number * 10 + Int(bytes[position] &- 0x30)
            position += 1
        }
        return position > start && range.contains(number) ? number : nil
    }

    /// `[±]h[:mm[:ss]]`, in seconds.
    private mutating func readTime() -> Int? {
        let sign = take("-") ? -1 : 1
        if sign == 1 { _ = take("+") }
        guard let hours = readNumber(0...167) else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where take(":") {
            guard let number = readNumber(0...59) else { return nil }
            seconds += number * unit
        }
        return sign * seconds
    }

    private mutating func readChange() -> PosixZoneRule.Change? {
        guard let day = readDay() else { return nil }
        guard take("/") else { return PosixZoneRule.Change(day: day, seconds: 7200) }
        return readTime().map { PosixZoneRule.Change(day: day, seconds: $0) }
    }

    private mutating func readDay() -> PosixZoneRule.Day? {
        if take("J") { return readNumber(1...365).map { .julian($0) } }
        guard take("M") else { return readNumber(0...365).map { .ordinal($0) } }
        guard let month = readNumber(1...12), take("."), let week = readNumber(1...5), take("."), let dayOfWeek = readNumber(0...6) else {
            return nil
        }
        return .weekday(month: month, week: week, dayOfWeek: dayOfWeek)
    }
}
