// The rules of zones, and zones that expressions make of them.
extension NetType {
    static var zoneRules: [NetMember] {
        let names: [NetMember.DeclaredParameter] = ["id", "baseUtcOffset", "displayName", "standardDisplayName"]
        return [
            .method(
                "GetAdjustmentRules", "When summer time holds.",
                NetBody { (zone: Instance<NetTimeZone>) throws(EvaluationError) -> [Instance<NetAdjustmentRule>] in
                    zone.object.adjustmentRules.map { Instance($0) }
                }),
            .staticMethod(
                "CreateCustomTimeZone", "A zone whose offset never changes.", names,
                NetBody {
                    (id: NetString, offset: NetTimeSpan, display: NetString?, standard: NetString?) throws(EvaluationError)
                        -> Instance<NetTimeZone> in
                    Instance(try .custom(id, offset, displayName: display, standardName: standard))
                }),
            .staticMethod(
                "CreateCustomTimeZone", "A zone with rules for summer time.", names + ["daylightDisplayName", "adjustmentRules"],
                NetBody {
                    (
                        id: NetString, offset: NetTimeSpan, display: NetString?, standard: NetString?, daylight: NetString?,
                        rules: [Instance<NetAdjustmentRule>]?
                    ) throws(EvaluationError) -> Instance<NetTimeZone> in
                    Instance(
                        try .custom(
                            id, offset, displayName: display, standardName: standard, daylightName: daylight,
                            rules: (rules ?? []).map(\.object)))
                }),
            .staticMethod(
                "CreateCustomTimeZone", "A zone with rules for summer time, which can be turned off.",
                names + ["daylightDisplayName", "adjustmentRules", "disableDaylightSavingTime"], customZoneWithSwitch),
        ]
    }

    /// The parameters are more than a body takes one by one.
    private static var customZoneWithSwitch: NetBody {
        let rules = TypeSymbol.array(.named(.adjustmentRule, []), rank: 1)
        return NetBody(
            parameters: [.string, .timeSpan, .string, .string, .string, rules, .boolean], result: .named(.timeZoneInfo, []),
            nodes: { arguments, _, range in
                ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
                    guard case .timeSpan(let offset)? = try (arguments[1] as? ValueNode)?.evaluate(&frame),
                        let id = try (arguments[0] as? StringNode)?.evaluate(&frame)
                    else { throw .argumentNull("id") }
                    var names: [NetString?] = []
                    for argument in arguments[2...4] { names.append(try (argument as? StringNode)?.evaluate(&frame) ?? nil) }
                    let array = try (arguments[5] as? ReferenceNode)?.evaluate(&frame) ?? nil
                    let rules = try array.map { (array) throws(EvaluationError) in
                        try [Instance<NetAdjustmentRule>].elements(of: array).map(\.object)
                    }
                    let isDisabled = try (arguments[6] as? BooleanNode)?.evaluate(&frame) ?? false
                    return try NetTimeZone.custom(
                        id, offset, displayName: names[0], standardName: names[1], daylightName: names[2],
                        rules: isDisabled ? [] : rules ?? [])
                }
            })
    }

    /// `System.TimeZoneInfo.AdjustmentRule`.
    static let adjustmentRule: NetType = NetType("System", "TimeZoneInfo.AdjustmentRule") {
        [
            rule("DateStart", "The first day on which the rule holds.") { $0.dateStart },
            rule("DateEnd", "The last day on which the rule holds.") { $0.dateEnd },
            rule("DaylightDelta", "How far summer time is from standard time.") { $0.daylightDelta },
            rule("DaylightTransitionStart", "When summer time begins in every year.") { $0.start },
            rule("DaylightTransitionEnd", "When summer time ends in every year.") { $0.end },
            .staticMethod(
                "CreateAdjustmentRule", "A rule for some years.",
                ["dateStart", "dateEnd", "daylightDelta", "daylightTransitionStart", "daylightTransitionEnd"],
                NetBody {
                    (
                        first: NetDateTime, last: NetDateTime, delta: NetTimeSpan, start: TransitionTime, end: TransitionTime
                    ) throws(EvaluationError) -> Instance<NetAdjustmentRule> in
                    Instance(try .checked(first, last, delta, start, end))
                }),
            .method(
                "Equals", "Whether both rules say the same.", ["other"],
                NetBody { (own: Instance<NetAdjustmentRule>, other: Instance<NetAdjustmentRule>?) throws(EvaluationError) -> Bool in
                    other.map { own.object.isSame(as: $0.object) } ?? false
                }),
            .method(
                "GetHashCode", "A number that is the same for rules from the same day on.",
                NetBody { (own: Instance<NetAdjustmentRule>) throws(EvaluationError) -> Int32 in own.object.dateStart.hashCode }),
        ]
    }

    private static func rule<T: NetRepresentable>(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (NetAdjustmentRule) -> T
    ) -> NetMember {
        .property(name, summary, NetBody { (own: Instance<NetAdjustmentRule>) throws(EvaluationError) -> T in read(own.object) })
    }

    /// `System.TimeZoneInfo.TransitionTime`.
    static let transitionTime: NetType = NetType("System", "TimeZoneInfo.TransitionTime", .structure) {
        let comparisons = NetMember.transitionTimeEquality
        return comparisons + [
            transition("TimeOfDay", "The time of the change, on the first day of all.") { $0.timeOfDay },
            transition("Month", "The month of the change.") { Int32($0.month) },
            transition("Week", "Which of the month's weekdays it is, 5 for the last.") { Int32($0.week) },
            transition("Day", "The day of the month of the change.") { Int32($0.dayOfMonth) },
            transition("DayOfWeek", "The weekday of the change.") { DayOfWeek(carried: Int32($0.dayOfWeek)) },
            transition("IsFixedDateRule", "Whether the change is on the same day of every year.") { $0.isFixed },
            .staticMethod(
                "CreateFixedDateRule", "A change on the same day of every year.", ["timeOfDay", "month", "day"],
                NetBody { (time: NetDateTime, month: Int32, day: Int32) throws(EvaluationError) -> TransitionTime in
                    try TransitionTime(time, month: month, day: day)
                }),
            .staticMethod(
                "CreateFloatingDateRule", "A change on the same weekday of a month in every year.",
                ["timeOfDay", "month", "week", "dayOfWeek"],
                NetBody { (time: NetDateTime, month: Int32, week: Int32, day: DayOfWeek) throws(EvaluationError) -> TransitionTime in
                    try TransitionTime(time, month: month, week: week, dayOfWeek: day.carried)
                }),
        ]
    }

    private static func transition<T: NetRepresentable>(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (TransitionTime) -> T
    ) -> NetMember {
        .property(name, summary, NetBody { (time: TransitionTime) throws(EvaluationError) -> T in read(time) })
    }
}

extension NetMember {
    fileprivate static var transitionTimeEquality: [NetMember] {
        [
            .staticMethod(
                "op_Equality", "Whether both are the same change.", ["t1", "t2"],
                NetBody { (left: TransitionTime, right: TransitionTime) throws(EvaluationError) -> Bool in left == right }),
            .staticMethod(
                "op_Inequality", "Whether the changes differ.", ["t1", "t2"],
                NetBody { (left: TransitionTime, right: TransitionTime) throws(EvaluationError) -> Bool in left != right }),
            .method(
                "Equals", "Whether both are the same change.", ["other"],
                NetBody { (own: TransitionTime, other: TransitionTime) throws(EvaluationError) -> Bool in own == other }),
            .method(
                "Equals", "Whether the other is the same change.", ["obj"],
                NetBody { (own: TransitionTime, other: Value) throws(EvaluationError) -> Bool in TransitionTime(unboxing: other) == own }),
            .method(
                "GetHashCode", "A number that is the same for equal changes.",
                NetBody { (own: TransitionTime) throws(EvaluationError) -> Int32 in Int32(own.month) ^ Int32(own.week) << 8 }),
        ]
    }
}

extension NetTimeSpan: NetArrayElement {
    init?(element: Value) { self.init(unboxing: element) }
    var element: Value { boxed }
}
