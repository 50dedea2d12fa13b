/// `System.TimeZone`, of which there is the gateway's own: UTC.
final class NetCurrentTimeZone: NetObject, NetClass {
    override var type: TypeSymbol { Self.symbol }
    static var symbol: TypeSymbol { .named(.timeZone, []) }
}

/// `System.Globalization.DaylightTime`: the summer of a year.
final class NetDaylightTime: NetObject, NetClass {
    let start: NetDateTime, end: NetDateTime, delta: NetTimeSpan

    init(start: NetDateTime, end: NetDateTime, delta: NetTimeSpan) { (self.start, self.end, self.delta) = (start, end, delta) }

    override var type: TypeSymbol { Self.symbol }
    static var symbol: TypeSymbol { .named(.daylightTime, []) }
}

extension NetType {
    /// `System.TimeZone`.
    static let timeZone: NetType = NetType("System", "TimeZone") {
        [
            .staticProperty(
                "CurrentTimeZone", "The gateway's zone, which is UTC.",
                NetBody { () throws(EvaluationError) -> Instance<NetCurrentTimeZone> in Instance(NetCurrentTimeZone()) }),
            currentZone("StandardName", "The name of standard time."), currentZone("DaylightName", "The name of summer time."),
            .method(
                "GetUtcOffset", "How far the clock is from UTC: not at all.", ["time"],
                NetBody { (_: Instance<NetCurrentTimeZone>, _: NetDateTime) throws(EvaluationError) -> NetTimeSpan in .zero }),
            .method(
                "IsDaylightSavingTime", "Whether summer time holds, which UTC does not have.", ["time"],
                NetBody { (_: Instance<NetCurrentTimeZone>, _: NetDateTime) throws(EvaluationError) -> Bool in false }),
            .staticMethod(
                "IsDaylightSavingTime", "Whether a date lies in a summer.", ["time", "daylightTimes"],
                NetBody { (date: NetDateTime, summer: Instance<NetDaylightTime>?) throws(EvaluationError) -> Bool in
                    summer?.object.contains(date) ?? false
                }),
            .method(
                "ToLocalTime", "The date in the gateway's zone.", ["time"],
                NetBody { (_: Instance<NetCurrentTimeZone>, date: NetDateTime) throws(EvaluationError) -> NetDateTime in
                    date.specifying(.local)
                }),
            .method(
                "ToUniversalTime", "The date in UTC.", ["time"],
                NetBody { (_: Instance<NetCurrentTimeZone>, date: NetDateTime) throws(EvaluationError) -> NetDateTime in
                    date.specifying(.utc)
                }),
            .method(
                "GetDaylightChanges", "The summer of a year, which is empty in UTC.", ["year"],
                NetBody { (_: Instance<NetCurrentTimeZone>, year: Int32) throws(EvaluationError) -> Instance<NetDaylightTime> in
                    guard (1...9999).contains(year) else {
                        throw .argumentOutOfRange("year", "Valid values are between 1 and 9999, inclusive.")
                    }
                    return Instance(NetDaylightTime(start: .minValue, end: .minValue, delta: .zero))
                }),
        ]
    }

    private static func currentZone(_ name: String, _ summary: String) -> NetMember {
        .property(name, summary, NetBody { (_: Instance<NetCurrentTimeZone>) throws(EvaluationError) -> NetString in "UTC" })
    }

    /// `System.Globalization.DaylightTime`.
    static let daylightTime: NetType = NetType("System.Globalization", "DaylightTime") {
        [
            .constructor(
                "The summer between two dates.", ["start", "end", "delta"],
                NetBody { (start: NetDateTime, end: NetDateTime, delta: NetTimeSpan) throws(EvaluationError) -> Instance<NetDaylightTime> in
                    Instance(NetDaylightTime(start: start, end: end, delta: delta))
                }),
            .property(
                "Start", "When summer time begins.",
                NetBody { (summer: Instance<NetDaylightTime>) throws(EvaluationError) -> NetDateTime in summer.object.start }),
            .property(
                "End", "When summer time ends.",
                NetBody { (summer: Instance<NetDaylightTime>) throws(EvaluationError) -> NetDateTime in summer.object.end }),
            .property(
                "Delta", "How far summer time is from standard time.",
                NetBody { (summer: Instance<NetDaylightTime>) throws(EvaluationError) -> NetTimeSpan in summer.object.delta }),
        ]
    }
}

extension NetDaylightTime {
    /// Whether summer time holds at a date: not within the hour that the clock skips, nor within the one that it shows twice.
    fileprivate func contains(_ date: NetDateTime) -> Bool {
        if delta == .zero || date.kind == .utc { return false }
        let isAhead = delta.ticks > 0
        let first = start.ticks + (isAhead ? delta.ticks : 0)
        let last = end.ticks - (isAhead ? delta.ticks : 0)
        return first < last ? date.ticks >= first && date.ticks < last : date.ticks >= first || date.ticks < last
    }
}
