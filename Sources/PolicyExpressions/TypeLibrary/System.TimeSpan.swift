extension NetType {
    /// `System.TimeSpan`.
    static let timeSpan: NetType = NetType("System", "TimeSpan", .structure) {
        let members = NetMember.orderAndEquality(NetTimeSpan.self) + NetMember.comparisonOperators(NetTimeSpan.self)
        return members + spanConstants + spanConstructors + spanParts + spanArithmetic + spanOperators + spanTexts + spanParsing
            + spanTrying
    }

    private static var spanConstants: [NetMember] {
        [
            fixed("Zero", "The span of nothing.", .zero), fixed("MaxValue", "The longest span.", NetTimeSpan(ticks: .max)),
            fixed("MinValue", "The longest negative span.", NetTimeSpan(ticks: .min)),
            .constant("TicksPerMillisecond", "The ticks of a millisecond.", .int64, .int64(10_000)),
            .constant("TicksPerSecond", "The ticks of a second.", .int64, .int64(10_000_000)),
            .constant("TicksPerMinute", "The ticks of a minute.", .int64, .int64(600_000_000)),
            .constant("TicksPerHour", "The ticks of an hour.", .int64, .int64(36_000_000_000)),
            .constant("TicksPerDay", "The ticks of a day.", .int64, .int64(864_000_000_000)),
        ]
    }

    private static func fixed(_ name: String, _ summary: String, _ span: NetTimeSpan) -> NetMember {
        .staticProperty(name, summary, NetBody { () throws(EvaluationError) -> NetTimeSpan in span })
    }

    private static var spanConstructors: [NetMember] {
        [
            .constructor(
                "The span of so many ticks of 100 ns.", ["ticks"],
                NetBody { (ticks: Int64) throws(EvaluationError) -> NetTimeSpan in NetTimeSpan(ticks: ticks) }),
            .constructor(
                "The span of hours, minutes and seconds.", ["hours", "minutes", "seconds"],
                NetBody { (hours: Int32, minutes: Int32, seconds: Int32) throws(EvaluationError) -> NetTimeSpan in
                    try NetTimeSpan(days: 0, hours: hours, minutes: minutes, seconds: seconds, milliseconds: 0)
                }),
            .constructor(
                "The span of days, hours, minutes and seconds.", ["days", "hours", "minutes", "seconds"],
                NetBody { (days: Int32, hours: Int32, minutes: Int32, seconds: Int32) throws(EvaluationError) -> NetTimeSpan in
                    try NetTimeSpan(days: days, hours: hours, minutes: minutes, seconds: seconds, milliseconds: 0)
                }),
            .constructor(
                "The span of days, hours, minutes, seconds and milliseconds.", ["days", "hours", "minutes", "seconds", "milliseconds"],
                NetBody {
                    (days: Int32, hours: Int32, minutes: Int32, seconds: Int32, milliseconds: Int32) throws(EvaluationError) -> NetTimeSpan
                    in
                    try NetTimeSpan(days: days, hours: hours, minutes: minutes, seconds: seconds, milliseconds: milliseconds)
                }),
            from("FromDays", "The span of so many days.", 864_000_000_000), from("FromHours", "The span of so many hours.", 36_000_000_000),
            from("FromMinutes", "The span of so many minutes.", 600_000_000),
            from("FromSeconds", "The span of so many seconds.", 10_000_000),
            from("FromMilliseconds", "The span of so many milliseconds.", 10_000),
            .staticMethod(
                "FromTicks", "The span of so many ticks of 100 ns.", ["value"],
                NetBody { (ticks: Int64) throws(EvaluationError) -> NetTimeSpan in NetTimeSpan(ticks: ticks) }),
        ]
    }

    private static func from(_ name: String, _ summary: String, _ ticks: Int64) -> NetMember {
        .staticMethod(
            name, summary, ["value"],
            NetBody { (count: Double) throws(EvaluationError) -> NetTimeSpan in try NetTimeSpan(count, unit: ticks) })
    }

    // MARK: Parts

    private static var spanParts: [NetMember] {
        [
            part("Days", "The whole days.", 864_000_000_000, below: .max),
            part("Hours", "The hours beside the days.", 36_000_000_000, below: 24),
            part("Minutes", "The minutes beside the hours.", 600_000_000, below: 60),
            part("Seconds", "The seconds beside the minutes.", 10_000_000, below: 60),
            part("Milliseconds", "The milliseconds beside the seconds.", 10_000, below: 1000),
            .property("Ticks", "Ticks of 100 ns.", NetBody { (span: NetTimeSpan) throws(EvaluationError) -> Int64 in span.ticks }),
            total("TotalDays", "The span in days.", 864_000_000_000), total("TotalHours", "The span in hours.", 36_000_000_000),
            total("TotalMinutes", "The span in minutes.", 600_000_000), total("TotalSeconds", "The span in seconds.", 10_000_000),
            .property(
                "TotalMilliseconds", "The span in milliseconds.",
                NetBody { (span: NetTimeSpan) throws(EvaluationError) -> Double in
                    min(max(Double(span.ticks) / 10_000, -922_337_203_685_477), 922_337_203_685_477)
                }),
        ]
    }

    private static func part(_ name: String, _ summary: String, _ ticks: Int64, below limit: Int64) -> NetMember {
        .property(
            name, summary,
            NetBody { (span: NetTimeSpan) throws(EvaluationError) -> Int32 in Int32(truncatingIfNeeded: span.ticks / ticks % limit) })
    }

    private static func total(_ name: String, _ summary: String, _ ticks: Double) -> NetMember {
        .property(name, summary, NetBody { (span: NetTimeSpan) throws(EvaluationError) -> Double in Double(span.ticks) / ticks })
    }

    // MARK: Arithmetic

    private static var spanArithmetic: [NetMember] {
        [
            .method(
                "Add", "The sum.", ["ts"],
                NetBody { (span: NetTimeSpan, other: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in try span.adding(other) }),
            .method(
                "Subtract", "The difference.", ["ts"],
                NetBody { (span: NetTimeSpan, other: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in try span.subtracting(other) }),
            .method(
                "Multiply", "The span so many times.", ["factor"],
                NetBody { (span: NetTimeSpan, factor: Double) throws(EvaluationError) -> NetTimeSpan in try span.multiplied(by: factor) }),
            .method(
                "Divide", "A part of the span.", ["divisor"],
                NetBody { (span: NetTimeSpan, divisor: Double) throws(EvaluationError) -> NetTimeSpan in try span.divided(by: divisor) }),
            .method(
                "Divide", "How often another span fits.", ["ts"],
                NetBody { (span: NetTimeSpan, other: NetTimeSpan) throws(EvaluationError) -> Double in
                    Double(span.ticks) / Double(other.ticks)
                }),
            .method(
                "Negate", "The span with the other sign.",
                NetBody { (span: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in try span.negated() }),
            .method(
                "Duration", "The span without its sign.",
                NetBody { (span: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in try span.duration() }),
        ]
    }

    private static var spanOperators: [NetMember] {
        [
            .staticMethod(
                "op_Addition", "The sum.", ["t1", "t2"],
                NetBody { (span: NetTimeSpan, other: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in try span.adding(other) }),
            .staticMethod(
                "op_Subtraction", "The difference.", ["t1", "t2"],
                NetBody { (span: NetTimeSpan, other: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in try span.subtracting(other) }),
            .staticMethod(
                "op_Multiply", "The span so many times.", ["timeSpan", "factor"],
                NetBody { (span: NetTimeSpan, factor: Double) throws(EvaluationError) -> NetTimeSpan in try span.multiplied(by: factor) }),
            .staticMethod(
                "op_Multiply", "The span so many times.", ["factor", "timeSpan"],
                NetBody { (factor: Double, span: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in try span.multiplied(by: factor) }),
            .staticMethod(
                "op_Division", "A part of the span.", ["timeSpan", "divisor"],
                NetBody { (span: NetTimeSpan, divisor: Double) throws(EvaluationError) -> NetTimeSpan in try span.divided(by: divisor) }),
            .staticMethod(
                "op_Division", "How often the second span fits.", ["t1", "t2"],
                NetBody { (span: NetTimeSpan, other: NetTimeSpan) throws(EvaluationError) -> Double in
                    Double(span.ticks) / Double(other.ticks)
                }),
            .staticMethod(
                "op_UnaryNegation", "The span with the other sign.", ["t"],
                NetBody { (span: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in try span.negated() }),
            .staticMethod(
                "op_UnaryPlus", "The span itself.", ["t"],
                NetBody { (span: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan in span }),
        ]
    }

    // MARK: Texts

    private static var spanTexts: [NetMember] {
        [
            .method(
                "ToString", "The span as days, hours, minutes and seconds.",
                NetBody { (span: NetTimeSpan) throws(EvaluationError) -> NetString in NetString(span.constantFormat) }),
            .method(
                "ToString", "The span as text in a standard or custom format.", ["format"],
                NetBody { (span: NetTimeSpan, format: NetString?) throws(EvaluationError) -> NetString in try span.text(format: format) }),
            .method(
                "ToString", "The span as text of a culture in a standard or custom format.", ["format", "formatProvider"],
                NetBody { (span: NetTimeSpan, format: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    try span.text(format: format)
                }),
        ]
    }
}
