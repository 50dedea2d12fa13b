/// How far a clock is from UTC for a while, and whether that is summer time.
struct ZoneOffset: Sendable, Hashable {
    /// Whole minutes, as .NET keeps them.
    var minutes: Int
    var isDaylight: Bool

    var span: NetTimeSpan { NetTimeSpan(ticks: ticks) }
    var ticks: Int64 { Int64(minutes) * 600_000_000 }
}

/// The offsets of a zone since it has had any, as the system's database has them.
struct TimeZoneHistory: Sendable, Hashable {
    struct Transition: Sendable, Hashable {
        /// When the offset begins.
        var utcTicks: Int64
        var offset: ZoneOffset
    }

    /// The offset of what lies before all transitions.
    var earliest: ZoneOffset
    /// In ascending order.
    var transitions: [Transition]
    /// The rule for what lies behind the last transition; nil where that one's offset stays.
    var future: PosixZoneRule?
    /// The abbreviations of standard and summer time that are in use.
    var standardName: String, daylightName: String
    /// The offset of standard time that is in use.
    var baseOffset: ZoneOffset

    /// Whether the offset ever changes.
    var hasTransitions: Bool { !transitions.isEmpty || future?.daylight != nil }

    func offset(atUTC ticks: Int64) -> ZoneOffset {
        guard let last = transitions.last else { return future?.offset(atUTC: ticks) ?? earliest }
        if ticks >= last.utcTicks, let future { return future.offset(atUTC: ticks) }
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].utcTicks <= ticks { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? earliest : transitions[low - 1].offset
    }
}
