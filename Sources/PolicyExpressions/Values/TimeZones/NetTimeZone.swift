/// `System.TimeZoneInfo`.
///
/// Its offsets come from the system's database, or from rules that an expression made.
public final class NetTimeZone: NetObject, NetClass {
    /// Where the offsets come from.
    enum Source {
        /// The base offset holds always.
        case fixed
        case history(TimeZoneHistory)
        case rules([NetAdjustmentRule])
    }

    /// Which of the two zones it is that dates themselves know.
    enum Role {
        case universal, local, other
    }

    let id: NetString
    let displayName: NetString, standardName: NetString, daylightName: NetString
    let baseOffset: NetTimeSpan
    let source: Source
    let role: Role

    init(
        id: NetString, displayName: NetString, standardName: NetString, daylightName: NetString, baseOffset: NetTimeSpan,
        source: Source = .fixed, role: Role = .other
    ) {
        (self.id, self.displayName, self.standardName, self.daylightName) = (id, displayName, standardName, daylightName)
        (self.baseOffset, self.source, self.role) = (baseOffset, source, role)
    }

    /// The zone's type.
    public override var type: TypeSymbol { Self.symbol }
    static var symbol: TypeSymbol { .named(.timeZoneInfo, []) }

    override func invariantText() throws(EvaluationError) -> NetString { displayName }

    /// Whether the offset ever changes.
    var changesOffset: Bool {
        switch source {
        case .fixed: false
        case .history(let history): history.hasTransitions
        case .rules(let rules): !rules.isEmpty
        }
    }
}

extension NetTimeZone {
    /// `TimeZoneInfo.Utc`.
    static var universal: NetTimeZone {
        NetTimeZone(id: "UTC", displayName: "UTC", standardName: "UTC", daylightName: "UTC", baseOffset: .zero, role: .universal)
    }

    /// `TimeZoneInfo.Local`: UTC, as in the gateway, and yet another object than `Utc`.
    static var local: NetTimeZone {
        NetTimeZone(
            id: "UTC", displayName: "(UTC+00:00) UTC", standardName: "UTC", daylightName: "UTC", baseOffset: .zero, role: .local)
    }

    /// The zone of an IANA name or of a Windows name; throws TimeZoneNotFoundException.
    static func find(_ id: NetString) throws(EvaluationError) -> NetTimeZone {
        if id.equalsIgnoreCase("UTC") { return universal }
        let name = WindowsTimeZones.ianaName(id.string) ?? id.string
        guard let history = TimeZoneDatabase.history(name) else {
            throw .system("TimeZoneNotFoundException", "The time zone ID '\(id)' was not found on the local computer.")
        }
        let base = history.baseOffset
        let display = "(UTC\(NetDateTime.offsetText(minutes: Int32(base.minutes)))) \(id)"
        return NetTimeZone(
            id: id, displayName: NetString(display), standardName: NetString(history.standardName),
            daylightName: NetString(history.daylightName), baseOffset: base.span, source: .history(history))
    }

    /// Whether two references are the same zone of the system, of which .NET keeps one object.
    static func areSame(_ left: NetObject, _ right: NetObject) -> Bool {
        guard let left = left as? NetTimeZone, let right = right as? NetTimeZone, left.role == right.role, left.id == right.id else {
            return false
        }
        if case (.history, .history) = (left.source, right.source) { return true }
        return left.role != .other
    }
}

// MARK: - Offsets

extension NetTimeZone {
    func offset(atUTC ticks: Int64) -> ZoneOffset {
        switch source {
        case .fixed: ZoneOffset(minutes: Int(baseOffset.ticks / 600_000_000), isDaylight: false)
        case .history(let history): history.offset(atUTC: ticks)
        case .rules(let rules): ruleOffset(rules, atUTC: ticks)
        }
    }

    private func ruleOffset(_ rules: [NetAdjustmentRule], atUTC ticks: Int64) -> ZoneOffset {
        let base = Int(baseOffset.ticks / 600_000_000)
        let clock = NetDateTime(ticks: ticks &+ baseOffset.ticks, kind: .unspecified)
        guard let rule = rules.first(where: { $0.covers(clock) }) else { return ZoneOffset(minutes: base, isDaylight: false) }
        let year = clock.date.year
        let delta = Int(rule.daylightDelta.ticks / 600_000_000)
        let start = rule.start.ticks(in: year) - baseOffset.ticks
        let end = rule.end.ticks(in: year) - baseOffset.ticks - rule.daylightDelta.ticks
        let isDaylight = start < end ? ticks >= start && ticks < end : ticks >= start || ticks < end
        return ZoneOffset(minutes: isDaylight ? base + delta : base, isDaylight: isDaylight)
    }

    /// What a clock of the zone can mean.
    private struct Reading {
        /// The offsets a day before and a day after.
        var around: (before: ZoneOffset, after: ZoneOffset)
        /// Those of them with which the clock shows the time.
        var possible: [ZoneOffset]

        /// Only between standard time and summer time does .NET see that a time comes twice, or not at all.
        var changesDaylight: Bool { around.before.isDaylight != around.after.isDaylight }
        var isAmbiguous: Bool { changesDaylight && possible.count == 2 }
        var isInvalid: Bool { changesDaylight && possible.isEmpty }

        /// Standard time where both are possible, or none.
        var offset: ZoneOffset {
            if possible.count == 1 { return possible[0] }
            return around.before.isDaylight && !around.after.isDaylight ? around.after : around.before
        }
    }

    private func reading(_ clockTicks: Int64) -> Reading {
        let before = offset(atUTC: clockTicks - NetDateTime.ticksPerDay)
        let after = offset(atUTC: clockTicks + NetDateTime.ticksPerDay)
        let offsets = before == after ? [before] : [before, after]
        return Reading(around: (before, after), possible: offsets.filter { offset(atUTC: clockTicks - $0.ticks) == $0 })
    }

    /// The offset of what a clock of the zone shows.
    func offset(atClock ticks: Int64) -> ZoneOffset { reading(ticks).offset }

    func isAmbiguous(clock ticks: Int64) -> Bool { reading(ticks).isAmbiguous }

    func isInvalid(clock ticks: Int64) -> Bool { reading(ticks).isInvalid }

    /// Both offsets of a time that comes twice, the smaller one first; nil for any other.
    func ambiguousOffsets(clock ticks: Int64) -> [NetTimeSpan]? {
        let reading = reading(ticks)
        return reading.isAmbiguous ? reading.possible.map(\.span).sorted() : nil
    }

    /// What a clock of the zone shows at a point in time; at the ends of all years it stays within them.
    func clock(atUTC ticks: Int64) -> NetDateTime { NetDateTime(ticks: ticks + offset(atUTC: ticks).ticks, kind: kind) }

    /// The kind of dates in the zone.
    var kind: NetDateTime.Kind {
        switch role {
        case .universal: .utc
        case .local: .local
        case .other: .unspecified
        }
    }
}
