extension NetTimeZone {
    /// A date of one zone as one of another: `ConvertTime`.
    ///
    /// - Throws: ArgumentException for a date of another kind than the source's, and for a time that its clock skips.
    static func convert(_ date: NetDateTime, from source: NetTimeZone, to target: NetTimeZone) throws(EvaluationError) -> NetDateTime {
        guard date.kind == .unspecified || date.kind == source.kind else {
            throw .argument(
                "The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly.  For"
                    + " example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.",
                "sourceTimeZone")
        }
        if source.isInvalid(clock: date.ticks) {
            throw .argument(
                "The supplied DateTime represents an invalid time.  For example, when the clock is adjusted forward, any time in the period"
                    + " that is skipped is invalid.", "dateTime")
        }
        if date.kind != .unspecified, source.kind == target.kind { return date }
        return target.clock(atUTC: within(date.ticks - source.offset(atClock: date.ticks).ticks))
    }

    /// A date as one of another zone: universal time of its kind, anything else local time.
    static func convert(_ date: NetDateTime, to target: NetTimeZone) throws(EvaluationError) -> NetDateTime {
        try convert(date, from: date.kind == .utc ? universal : local, to: target)
    }

    /// A point in time on the clock of a zone; at the ends of all years it stays within them.
    static func convert(_ date: NetDateTimeOffset, to target: NetTimeZone) -> NetDateTimeOffset {
        let offset = target.offset(atUTC: date.utcTicks)
        return NetDateTimeOffset(utcTicks: date.utcTicks, offset: offset.span)
            ?? (offset.minutes > 0 ? .maxValue : .minValue)
    }

    /// A date of the zone as universal time: `ConvertTimeToUtc`.
    static func convertToUniversal(_ date: NetDateTime, from source: NetTimeZone) throws(EvaluationError) -> NetDateTime {
        try convert(date, from: source, to: universal)
    }

    private static func within(_ ticks: Int64) -> Int64 { min(max(ticks, 0), NetDateTime.maximumTicks) }

    /// What the zone's clock shows at a date; a date without kind is the clock's already.
    private func clock(_ date: NetDateTime) -> NetDateTime {
        date.kind == .unspecified || date.kind == kind ? date : clock(atUTC: date.ticks)
    }

    /// `GetUtcOffset`.
    func offset(at date: NetDateTime) -> ZoneOffset {
        date.kind == .unspecified || date.kind == kind ? offset(atClock: date.ticks) : offset(atUTC: date.ticks)
    }

    /// `IsAmbiguousTime`.
    func isAmbiguous(_ date: NetDateTime) -> Bool { isAmbiguous(clock: clock(date).ticks) }

    /// `IsInvalidTime`: only a date of the zone's own can be one that its clock skips.
    func isInvalid(_ date: NetDateTime) -> Bool {
        (date.kind == .unspecified || date.kind == .local && role == .local) && isInvalid(clock: date.ticks)
    }

    /// `GetAmbiguousTimeOffsets`; throws ArgumentException for a time that comes once.
    func ambiguousOffsets(_ date: NetDateTime) throws(EvaluationError) -> [NetTimeSpan] {
        guard let offsets = ambiguousOffsets(clock: clock(date).ticks) else {
            throw .argument("The supplied DateTime is not in an ambiguous time range.", "dateTime")
        }
        return offsets
    }

    /// `GetAmbiguousTimeOffsets`; throws ArgumentException for a time that comes once.
    func ambiguousOffsets(_ date: NetDateTimeOffset) throws(EvaluationError) -> [NetTimeSpan] {
        guard let offsets = ambiguousOffsets(clock: clock(atUTC: date.utcTicks).ticks) else {
            throw .argument("The supplied DateTimeOffset is not in an ambiguous time range.", "dateTimeOffset")
        }
        return offsets
    }
}

// MARK: - Rules

extension NetTimeZone {
    /// A zone of an expression's own: `CreateCustomTimeZone`.
    static func custom(
        _ id: NetString, _ baseOffset: NetTimeSpan, displayName: NetString?, standardName: NetString?, daylightName: NetString? = nil,
        rules: [NetAdjustmentRule] = []
    ) throws(EvaluationError) -> NetTimeZone {
        if id.isEmpty { throw .argument("The specified ID parameter '\(id)' is not supported.", "id") }
        guard baseOffset.ticks.magnitude <= 504_000_000_000 else {
            throw .argumentOutOfRange("baseUtcOffset", "The TimeSpan parameter must be within plus or minus 14.0 hours.")
        }
        guard baseOffset.ticks % 600_000_000 == 0 else { throw NetAdjustmentRule.hasSeconds("baseUtcOffset") }
        for (earlier, later) in zip(rules, rules.dropFirst()) where later.dateStart <= earlier.dateEnd {
            throw .system(
                "InvalidTimeZoneException",
                "The elements of the AdjustmentRule array must be in chronological order and must not overlap.")
        }
        return NetTimeZone(
            id: id, displayName: displayName ?? "", standardName: standardName ?? "", daylightName: daylightName ?? standardName ?? "",
            baseOffset: baseOffset, source: rules.isEmpty ? .fixed : .rules(rules))
    }

    /// `GetAdjustmentRules`: a system's zone has one rule for each summer, and one for all to come.
    var adjustmentRules: [NetAdjustmentRule] {
        switch source {
        case .fixed: []
        case .rules(let rules): rules
        case .history(let history): history.adjustmentRules(baseOffset)
        }
    }

    /// `HasSameRules`.
    func hasSameRules(as other: NetTimeZone) -> Bool {
        guard baseOffset == other.baseOffset, changesOffset == other.changesOffset else { return false }
        if case (.history(let own), .history(let others)) = (source, other.source) {
            return own.transitions == others.transitions && own.future == others.future
        }
        let (own, others) = (adjustmentRules, other.adjustmentRules)
        return own.count == others.count && zip(own, others).allSatisfy { $0.isSame(as: $1) }
    }

    /// `Equals`: the same name in any case, and the same rules.
    func isEqual(to other: NetTimeZone) -> Bool { id.equalsIgnoreCase(other.id) && hasSameRules(as: other) }
}

extension TimeZoneHistory {
    fileprivate func adjustmentRules(_ base: NetTimeSpan) -> [NetAdjustmentRule] {
        var rules: [NetAdjustmentRule] = []
        for (start, end) in zip(transitions, transitions.dropFirst()) where start.offset.isDaylight {
            rules.append(NetAdjustmentRule(from: start, to: end, base))
        }
        guard let daylight = future?.daylight, let start = daylight.start.transitionTime, let end = daylight.end.transitionTime else {
            return rules
        }
        let last = rules.last.map { $0.dateEnd.ticks / NetDateTime.ticksPerDay + 1 } ?? 0
        let first = NetDateTime(ticks: last * NetDateTime.ticksPerDay, kind: .unspecified)
        let forever = NetDateTime(ticks: NetDateTime.maximumTicks / NetDateTime.ticksPerDay * NetDateTime.ticksPerDay, kind: .unspecified)
        let delta = NetTimeSpan(ticks: Int64(daylight.minutes) * 600_000_000 - base.ticks)
        return rules + [NetAdjustmentRule(dateStart: first, dateEnd: forever, daylightDelta: delta, start: start, end: end)]
    }
}

extension NetAdjustmentRule {
    /// The rule of one summer of a zone's history.
    fileprivate convenience init(from start: TimeZoneHistory.Transition, to end: TimeZoneHistory.Transition, _ base: NetTimeSpan) {
        let first = NetDateTime(ticks: start.utcTicks + base.ticks, kind: .unspecified)
        let last = NetDateTime(ticks: end.utcTicks + start.offset.ticks, kind: .unspecified)
        self.init(
            dateStart: first.midnight, dateEnd: last.midnight, daylightDelta: NetTimeSpan(ticks: start.offset.ticks - base.ticks),
            start: TransitionTime(fixed: first), end: TransitionTime(fixed: last))
    }
}

extension PosixZoneRule.Change {
    /// The change as .NET knows it; nil for days that are counted otherwise, and for times of another day.
    fileprivate var transitionTime: TransitionTime? {
        guard case .weekday(let month, let week, let dayOfWeek) = day, (0..<86_400).contains(seconds) else { return nil }
        let time = NetDateTime(ticks: Int64(seconds) * NetDateTime.ticksPerSecond, kind: .unspecified)
        return TransitionTime(timeOfDay: time, month: month, day: .floating(week: week, dayOfWeek: dayOfWeek))
    }
}

extension NetDateTime {
    var midnight: NetDateTime { NetDateTime(ticks: ticks / Self.ticksPerDay * Self.ticksPerDay, kind: kind) }
}
