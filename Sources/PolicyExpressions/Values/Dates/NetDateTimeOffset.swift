/// `System.DateTimeOffset`: a point in time, and how far the clock that shows it is from UTC.
public struct NetDateTimeOffset: Sendable {
    /// Ticks of 100 ns since 0001-01-01T00:00:00 in UTC, in `0...NetDateTime.maximumTicks`.
    public let utcTicks: Int64
    /// Minutes by which the clock is ahead of UTC, in `-840...840`.
    public let offsetMinutes: Int32

    /// A point in time whose ticks, and whose clock, are known to be in range.
    private init(utcTicks: Int64, offsetMinutes: Int32) { (self.utcTicks, self.offsetMinutes) = (utcTicks, offsetMinutes) }

    /// 0001-01-01T00:00:00 in UTC.
    public static let minValue = NetDateTimeOffset(utcTicks: 0, offsetMinutes: 0)
    /// 9999-12-31T23:59:59.9999999 in UTC.
    public static let maxValue = NetDateTimeOffset(utcTicks: NetDateTime.maximumTicks, offsetMinutes: 0)
    /// 1970-01-01T00:00:00 in UTC.
    public static let unixEpoch = NetDateTimeOffset(utcTicks: NetDateTime.unixEpochTicks, offsetMinutes: 0)

    /// The point in time that a date means: in UTC, which the local zone is as well.
    public init(_ date: NetDateTime) { self.init(utcTicks: date.ticks, offsetMinutes: 0) }

    /// What a clock with an offset shows; nil where the clock, or UTC, leaves the years 1 to 9999.
    init?(clockTicks: Int64, offsetMinutes: Int32) {
        let utcTicks = clockTicks.subtractingReportingOverflow(Int64(offsetMinutes) * 600_000_000)
        guard !utcTicks.overflow, (0...NetDateTime.maximumTicks).contains(utcTicks.partialValue), (-840...840).contains(offsetMinutes),
            (0...NetDateTime.maximumTicks).contains(clockTicks)
        else { return nil }
        self.init(utcTicks: utcTicks.partialValue, offsetMinutes: offsetMinutes)
    }

    /// A point in time shown with an offset; nil where the clock leaves the years 1 to 9999.
    init?(utcTicks: Int64, offset: NetTimeSpan) {
        let (clock, overflow) = utcTicks.addingReportingOverflow(offset.ticks)
        guard !overflow else { return nil }
        self.init(clockTicks: clock, offsetMinutes: Int32(truncatingIfNeeded: offset.ticks / 600_000_000))
    }

    /// The offset from UTC.
    public var offset: NetTimeSpan { NetTimeSpan(ticks: Int64(offsetMinutes) * 600_000_000) }
    /// What the clock shows.
    public var clock: NetDateTime { NetDateTime(ticks: utcTicks + offset.ticks, kind: .unspecified) }
    /// The point in time in UTC.
    public var utc: NetDateTime { NetDateTime(ticks: utcTicks, kind: .utc) }
}

extension NetDateTimeOffset: Hashable, Comparable {
    /// Points in time are equal whatever clock shows them.
    public static func == (left: Self, right: Self) -> Bool { left.utcTicks == right.utcTicks }
    /// Orders by the point in time.
    public static func < (left: Self, right: Self) -> Bool { left.utcTicks < right.utcTicks }
    /// Hashes the point in time.
    public func hash(into hasher: inout Hasher) { hasher.combine(utcTicks) }
}

extension NetDateTimeOffset {
    /// What a clock with an offset shows; throws ArgumentException and ArgumentOutOfRangeException.
    init(clock: NetDateTime, offset: NetTimeSpan) throws(EvaluationError) {
        if clock.kind == .utc, offset != .zero { throw .argument("The UTC Offset for Utc DateTime instances must be 0.", "offset") }
        if clock.kind == .local, offset != .zero {
            throw .argument("The UTC Offset of the local dateTime parameter does not match the offset argument.", "offset")
        }
        let minutes = try Self.minutes(of: offset)
        guard let made = NetDateTimeOffset(clockTicks: clock.ticks, offsetMinutes: minutes) else { throw Self.utcOutOfRange("offset") }
        self = made
    }

    /// The whole minutes of an offset; throws ArgumentException for parts of minutes, ArgumentOutOfRangeException beyond 14 hours.
    private static func minutes(of offset: NetTimeSpan) throws(EvaluationError) -> Int32 {
        guard offset.ticks % 600_000_000 == 0 else { throw .argument("Offset must be specified in whole minutes.", "offset") }
        let minutes = offset.ticks / 600_000_000
        guard (-840...840).contains(minutes) else {
            throw .argumentOutOfRange("offset", "Offset must be within plus or minus 14 hours.")
        }
        return Int32(minutes)
    }

    private static func utcOutOfRange(_ name: String) -> EvaluationError {
        .argumentOutOfRange(name, "The UTC time represented when the offset is applied must be between year 0 and 10,000.")
    }

    /// The clock after a change of what it shows, with the same offset.
    func changing(
        _ change: (NetDateTime) throws(EvaluationError) -> NetDateTime
    ) throws(EvaluationError) -> NetDateTimeOffset {
        try NetDateTimeOffset(clock: try change(clock), offset: offset)
    }

    /// The same point in time on a clock with another offset.
    func shown(with offset: NetTimeSpan) throws(EvaluationError) -> NetDateTimeOffset {
        try NetDateTimeOffset(clock: utc.specifying(.unspecified).adding(ticks: offset.ticks, "t"), offset: offset)
    }

    /// Whole seconds since 1970, rounded down.
    var unixSeconds: Int64 { utcTicks / 10_000_000 - NetDateTime.unixEpochTicks / 10_000_000 }
    /// Whole milliseconds since 1970, rounded down.
    var unixMilliseconds: Int64 { utcTicks / 10_000 - NetDateTime.unixEpochTicks / 10_000 }

    /// The point in time of a number of units since 1970; throws ArgumentOutOfRangeException.
    init(unix count: Int64, ticksPerUnit: Int64, _ name: String) throws(EvaluationError) {
        let least = -NetDateTime.unixEpochTicks / ticksPerUnit
        let greatest = NetDateTime.maximumTicks / ticksPerUnit - NetDateTime.unixEpochTicks / ticksPerUnit
        guard (least...greatest).contains(count) else {
            throw .argumentOutOfRange(name, "Valid values are between \(least) and \(greatest), inclusive.")
        }
        self.init(utcTicks: count * ticksPerUnit + NetDateTime.unixEpochTicks, offsetMinutes: 0)
    }
}

extension NetDateTimeOffset {
    /// Format `o`: `yyyy-MM-ddTHH:mm:ss.fffffffzzz`.
    public var roundTripText: String { clock.roundTripText + offsetText }
    /// `MM/dd/yyyy HH:mm:ss zzz`: `ToString()` with the invariant culture.
    public var invariantText: String { clock.invariantText + " " + offsetText }
    /// `+01:00`.
    var offsetText: String { NetDateTime.offsetText(minutes: offsetMinutes) }

    /// `ToString(format)`; throws FormatException.
    func text(format: NetString?) throws(EvaluationError) -> NetString { try DateTimeFormat.text(self, format) }
}
