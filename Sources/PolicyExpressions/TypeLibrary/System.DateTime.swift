extension NetType {
    /// `System.DateTime`.
    static let dateTime: NetType = NetType("System", "DateTime", .structure) {
        [
            clock("UtcNow", "The current time in UTC."), clock("Now", "The current time; the gateway's zone is UTC."),
            .property(
                "Ticks", "Ticks of 100 ns since the year 1.", NetBody { (date: NetDateTime) throws(EvaluationError) -> Int64 in date.ticks }
            ),
        ]
    }

    /// `System.TimeSpan`.
    static let timeSpan: NetType = NetType("System", "TimeSpan", .structure) {
        [
            .property("Ticks", "Ticks of 100 ns.", NetBody { (span: NetTimeSpan) throws(EvaluationError) -> Int64 in span.ticks }),
            .property(
                "TotalSeconds", "The span in seconds.",
                NetBody { (span: NetTimeSpan) throws(EvaluationError) -> Double in Double(span.ticks) / 10_000_000 }),
            .property(
                "TotalMilliseconds", "The span in milliseconds.",
                NetBody { (span: NetTimeSpan) throws(EvaluationError) -> Double in Double(span.ticks) / 10_000 }),
        ]
    }

    private static func clock(_ name: String, _ summary: String) -> NetMember {
        .staticProperty(
            name, summary,
            NetBody(context: { (context: GatewayContext) throws(EvaluationError) -> NetDateTime in context.environment.now() }))
    }
}
