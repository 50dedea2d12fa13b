// Points in time as numbers of other systems.
extension NetDateTime {
    private static let fileTimeBeginning: Int64 = 504_911_232_000_000_000
    /// The ticks of 30 December 1899, where OLE Automation begins to count days.
    private static let automationBeginning: Int64 = 599_264_352_000_000_000

    /// Ticks since the year 1601; throws ArgumentOutOfRangeException for what is earlier.
    func fileTime() throws(EvaluationError) -> Int64 {
        let since1601 = ticks - Self.fileTimeBeginning
        guard since1601 >= 0 else { throw .system("ArgumentOutOfRangeException", "Not a valid Win32 FileTime.") }
        return since1601
    }

    /// The point in time of ticks since the year 1601; throws ArgumentOutOfRangeException.
    init(fileTime: Int64, _ kind: Kind) throws(EvaluationError) {
        guard (0...(Self.maximumTicks - Self.fileTimeBeginning)).contains(fileTime) else {
            throw .argumentOutOfRange("fileTime", "Not a valid Win32 FileTime.")
        }
        self.init(ticks: fileTime + Self.fileTimeBeginning, kind: kind)
    }

    /// The ticks with the kind in the two highest bits. Local time counts from UTC, so it could go below zero, and wraps.
    var binary: Int64 {
        switch kind {
        case .unspecified: ticks
        case .utc: ticks | 1 << 62
        case .local: ticks | .min
        }
    }

    /// The point in time that `binary` gave; throws ArgumentException for any other number.
    init(binary: Int64) throws(EvaluationError) {
        var ticks = binary & 0x3FFF_FFFF_FFFF_FFFF
        let invalid = EvaluationError.argument(
            "The binary data must result in a DateTime with ticks between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", "dateData")
        if binary < 0 {
            // Local ticks near the top are those of an offset that led below zero.
            if ticks > 0x4000_0000_0000_0000 - Self.ticksPerDay { ticks -= 0x4000_0000_0000_0000 }
            guard ticks > -Self.ticksPerDay, ticks <= Self.maximumTicks + Self.ticksPerDay else { throw invalid }
            self.init(ticks: ticks < 0 ? ticks + Self.ticksPerDay : ticks, kind: .local)
        } else {
            guard let date = Self.inRange(ticks, binary >> 62 == 1 ? .utc : .unspecified) else { throw invalid }
            self = date
        }
    }

    /// Days since 30 December 1899, in OLE Automation's way: before that day the fraction counts forwards all the same.
    func automationDate() throws(EvaluationError) -> Double {
        if ticks == 0 { return 0 }
        let value = ticks < Self.ticksPerDay ? ticks + Self.automationBeginning : ticks
        guard value >= 31_241_376_000_000_000 else { throw .system("OverflowException", "Not a legal OleAut date.") }
        var milliseconds = (value - Self.automationBeginning) / 10_000
        let fraction = milliseconds % 86_400_000
        if fraction < 0 { milliseconds -= (86_400_000 + fraction) * 2 }
        return Double(milliseconds) / 86_400_000
    }

    /// The point in time, to the millisecond, of days since 30 December 1899; throws ArgumentException.
    init(automationDate days: Double) throws(EvaluationError) {
        guard days > -657_435, days < 2_958_466 else { throw .argument("Not a legal OleAut date.") }
        var milliseconds = Int64(days * 86_400_000 + (days >= 0 ? 0.5 : -0.5))
        if milliseconds < 0 { milliseconds -= milliseconds % 86_400_000 * 2 }
        milliseconds += Self.automationBeginning / 10_000
        guard let date = Self.inRange(milliseconds * 10_000, .unspecified) else {
            throw .argument("OleAut date did not convert to a DateTime correctly.")
        }
        self = date
    }
}
