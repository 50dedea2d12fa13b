extension NetDateTime {
    /// A point in time of its parts; throws ArgumentOutOfRangeException for a day or a time that does not exist.
    init(
        year: Int32, month: Int32, day: Int32, hour: Int32 = 0, minute: Int32 = 0, second: Int32 = 0, millisecond: Int32 = 0,
        kind: Kind = .unspecified
    ) throws(EvaluationError) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.daysInMonth(Int(year), Int(month)) else {
            throw .system("ArgumentOutOfRangeException", "Year, Month, and Day parameters describe an un-representable DateTime.")
        }
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
            throw .system("ArgumentOutOfRangeException", "Hour, Minute, and Second parameters describe an un-representable DateTime.")
        }
        guard (0...999).contains(millisecond) else {
            throw .argumentOutOfRange("millisecond", "Valid values are between 0 and 999, inclusive.")
        }
        let time = Int64(hour) * 36_000_000_000 + Int64(minute) * 600_000_000 + Int64(second) * Self.ticksPerSecond
        self.init(ticks: Self.ticks(Int(year), Int(month), Int(day)) + time + Int64(millisecond) * 10_000, kind: kind)
    }

    /// A point in time of its ticks; throws ArgumentOutOfRangeException.
    init(checking ticks: Int64, kind: Kind = .unspecified) throws(EvaluationError) {
        guard let date = Self.inRange(ticks, kind) else {
            throw .argumentOutOfRange("ticks", "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.")
        }
        self = date
    }

    private static func outOfRange(_ name: String) -> EvaluationError {
        .argumentOutOfRange(name, "The added or subtracted value results in an un-representable DateTime.")
    }

    /// A later or earlier point in time; the name is that of the argument which exceptions blame.
    func adding(ticks added: Int64, _ name: String = "value") throws(EvaluationError) -> NetDateTime {
        let (sum, overflow) = ticks.addingReportingOverflow(added)
        guard !overflow, let date = Self.inRange(sum, kind) else { throw Self.outOfRange(name) }
        return date
    }

    /// A point in time earlier by a span.
    func subtracting(_ span: NetTimeSpan, _ name: String = "value") throws(EvaluationError) -> NetDateTime {
        let (difference, overflow) = ticks.subtractingReportingOverflow(span.ticks)
        guard !overflow, let date = Self.inRange(difference, kind) else { throw Self.outOfRange(name) }
        return date
    }

    /// A later or earlier point in time by a number of units, rounded to milliseconds as .NET Core 3.1 does.
    func adding(_ count: Double, milliseconds: Double) throws(EvaluationError) -> NetDateTime {
        let total = count * milliseconds + (count >= 0 ? 0.5 : -0.5)
        guard !total.isNaN else { return self }
        guard abs(total) < 315_537_897_600_000 else { throw .argumentOutOfRange("value", "Value to add was out of range.") }
        return try adding(ticks: Int64(total) * 10_000)
    }

    /// The same day of another month, or that month's last day where it is shorter.
    func adding(months: Int32) throws(EvaluationError) -> NetDateTime {
        guard (-120_000...120_000).contains(months) else {
            throw .argumentOutOfRange("months", "Months value must be between +/-120000.")
        }
        let (year, month, day) = date
        let count = year * 12 + month - 1 + Int(months)
        // Year 0 and below must not be rounded towards zero.
        guard count >= 12, count / 12 <= 9999 else { throw Self.outOfRange("months") }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        let newDay = min(day, Self.daysInMonth(newYear, newMonth))
        return NetDateTime(ticks: Self.ticks(newYear, newMonth, newDay) + ticks % Self.ticksPerDay, kind: kind)
    }

    /// The same day of another year, or 28 February where there is no 29th.
    func adding(years: Int32) throws(EvaluationError) -> NetDateTime {
        guard (-10_000...10_000).contains(years) else { throw .argumentOutOfRange("years", "Years value must be between +/-10000.") }
        return try adding(months: years * 12)
    }
}

extension NetDateTime {
    /// 0 for Sunday.
    var dayOfWeek: Int { Int((ticks / Self.ticksPerDay + 1) % 7) }

    /// 1 for 1 January.
    var dayOfYear: Int { Int(ticks / Self.ticksPerDay - Self.ticks(date.year, 1, 1) / Self.ticksPerDay) + 1 }

    /// The same ticks relative to something else.
    func specifying(_ kind: Kind) -> NetDateTime { NetDateTime(ticks: ticks, kind: kind) }

    /// `DateTime.DaysInMonth`; throws ArgumentOutOfRangeException.
    static func checkedDaysInMonth(_ year: Int32, _ month: Int32) throws(EvaluationError) -> Int32 {
        guard (1...12).contains(month) else { throw .argumentOutOfRange("month", "Month must be between one and twelve.") }
        _ = try checkedIsLeapYear(year)
        return Int32(daysInMonth(Int(year), Int(month)))
    }

    /// `DateTime.IsLeapYear`; throws ArgumentOutOfRangeException.
    static func checkedIsLeapYear(_ year: Int32) throws(EvaluationError) -> Bool {
        guard (1...9999).contains(year) else { throw .argumentOutOfRange("year", "Year must be between 1 and 9999.") }
        return isLeapYear(Int(year))
    }
}
