/// .NET's System.DateTime: ticks of 100 ns since 0001-01-01, and whether they are local time, UTC or neither.
public struct NetDateTime: Sendable, Hashable {
    /// What the ticks are relative to.
    public enum Kind: Int32, Sendable, Hashable {
        /// Neither.
        case unspecified
        /// UTC.
        case utc
        /// Local time, which is UTC here, as on Azure.
        case local
    }

    /// Ticks of 100 ns since 0001-01-01T00:00:00, in `0...maximumTicks`.
    public let ticks: Int64
    /// What the ticks are relative to.
    public let kind: Kind

    /// Makes a point in time; ticks out of range are moved to the nearest end.
    public init(ticks: Int64, kind: Kind) {
        (self.ticks, self.kind) = (min(max(ticks, 0), Self.maximumTicks), kind)
    }

    /// The ticks of 9999-12-31T23:59:59.9999999.
    public static let maximumTicks: Int64 = 3_155_378_975_999_999_999
    /// 0001-01-01T00:00:00.
    public static let minValue = NetDateTime(ticks: 0, kind: .unspecified)
    /// 9999-12-31T23:59:59.9999999.
    public static let maxValue = NetDateTime(ticks: maximumTicks, kind: .unspecified)
    /// Ticks of a second, and of a day.
    static let ticksPerSecond: Int64 = 10_000_000, ticksPerDay: Int64 = 864_000_000_000

    /// A point in time; nil when the ticks are out of range.
    static func inRange(_ ticks: Int64, _ kind: Kind) -> NetDateTime? {
        (0...maximumTicks).contains(ticks) ? NetDateTime(ticks: ticks, kind: kind) : nil
    }

    /// Points in time are equal when their ticks are, whatever they are relative to.
    public static func == (left: Self, right: Self) -> Bool { left.ticks == right.ticks }

    /// Hashes the ticks.
    public func hash(into hasher: inout Hasher) { hasher.combine(ticks) }
}

extension NetDateTime: Comparable {
    /// Orders by ticks.
    public static func < (left: Self, right: Self) -> Bool { left.ticks < right.ticks }
}

extension NetDateTime {
    /// Whether a year has a 29 February.
    public static func isLeapYear(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// The number of days of a month in `1...12`.
    public static func daysInMonth(_ year: Int, _ month: Int) -> Int {
        month == 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// The ticks of midnight of a day that exists.
    static func ticks(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let before = year - 1
        var days = before * 365 + before / 4 - before / 100 + before / 400 + day - 1
        for earlier in 1..<max(1, month) { days += daysInMonth(year, earlier) }
        return Int64(days) * ticksPerDay
    }

    /// Year, month and day.
    public var date: (year: Int, month: Int, day: Int) {
        // Howard Hinnant's civil_from_days, on days since 0000-03-01.
        let days = Int(ticks / Self.ticksPerDay) + 306
        let (era, dayOfEra) = (days / 146_097, days % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// Hour, minute, second, and the ticks of the second's fraction.
    public var timeOfDay: (hour: Int, minute: Int, second: Int, fraction: Int) {
        let seconds = Int(ticks / Self.ticksPerSecond % 86_400)
        return (seconds / 3600, seconds / 60 % 60, seconds % 60, Int(ticks % Self.ticksPerSecond))
    }

    /// `yyyy-MM-ddTHH:mm:ss.FFFFFFFK`: how Newtonsoft.Json writes a date.
    public var jsonText: String {
        let fraction = timeOfDay.fraction
        var text = sortableText
        if fraction > 0 {
            let digits = "." + Self.padded(fraction, 7)
            text += digits.prefix(through: digits.lastIndex { $0 != "0" } ?? digits.startIndex)
        }
        return text + (kind == .utc ? "Z" : kind == .local ? "+00:00" : "")
    }

    /// `yyyy-MM-ddTHH:mm:ss`.
    public var sortableText: String {
        let (year, month, day) = date
        let day2 = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        return "\(day2)T\(clockText)"
    }

    /// `MM/dd/yyyy HH:mm:ss`: `ToString()` with the invariant culture.
    public var invariantText: String {
        let (year, month, day) = date
        return "\(Self.padded(month, 2))/\(Self.padded(day, 2))/\(Self.padded(year, 4)) \(clockText)"
    }

    private var clockText: String {
        let time = timeOfDay
        return "\(Self.padded(time.hour, 2)):\(Self.padded(time.minute, 2)):\(Self.padded(time.second, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
