extension NetType {
    /// `System.TimeZoneInfo`.
    static let timeZoneInfo: NetType = NetType(
        "System", "TimeZoneInfo", interfaces: [.named(.equatable, [.named(.timeZoneInfo, [])])]
    ) { zones + zoneNames + zoneConversions + zoneOffsets + zoneComparisons + zoneRules }

    private typealias Zone = Instance<NetTimeZone>

    // MARK: Zones

    private static var zones: [NetMember] {
        [
            .staticProperty("Utc", "Universal time.", NetBody { () throws(EvaluationError) -> Zone in Zone(.universal) }),
            .staticProperty("Local", "The gateway's zone, which is UTC.", NetBody { () throws(EvaluationError) -> Zone in Zone(.local) }),
            .staticMethod(
                "FindSystemTimeZoneById", "The zone of an IANA name, or of a name of Windows.", ["id"],
                NetBody { (id: NetString) throws(EvaluationError) -> Zone in Zone(try .find(id)) }),
            .staticMethod(
                "GetSystemTimeZones", "All zones of the system, from west to east.",
                NetBody(framed: { (frame: inout Frame) throws(EvaluationError) -> ReadOnlyCollectionOf<Instance<NetTimeZone>> in
                    try allZones(&frame)
                })),
            .staticMethod(
                "ClearCachedData", "Does nothing: the gateway's zone cannot change.",
                NetBody { () throws(EvaluationError) -> NetVoid in NetVoid() }),
        ]
    }

    private static func allZones(_ frame: inout Frame) throws(EvaluationError) -> ReadOnlyCollectionOf<Instance<NetTimeZone>> {
        var zones: [NetTimeZone] = []
        for name in TimeZoneDatabase.allNames() {
            try frame.step(100)
            if let zone = try? NetTimeZone.find(NetString(name)) { zones.append(zone) }
        }
        try frame.allocate(zones.count * 128)
        zones.sort { ($0.baseOffset, $0.id.string) < ($1.baseOffset, $1.id.string) }
        let type = ReadOnlyCollectionOf<Instance<NetTimeZone>>.symbol
        return ReadOnlyCollectionOf(NetCollectionView(type: type, items: zones.map { .object($0) }))
    }

    private static var zoneNames: [NetMember] {
        [
            name("Id", "The zone's name.", \.id), name("DisplayName", "The zone's offset and name for people.", \.displayName),
            name("StandardName", "The name of standard time.", \.standardName),
            name("DaylightName", "The name of summer time.", \.daylightName),
            .property(
                "BaseUtcOffset", "How far standard time is from UTC.",
                NetBody { (zone: Zone) throws(EvaluationError) -> NetTimeSpan in zone.object.baseOffset }),
            .property(
                "SupportsDaylightSavingTime", "Whether the offset ever changes.",
                NetBody { (zone: Zone) throws(EvaluationError) -> Bool in zone.object.changesOffset }),
            .method(
                "ToString", "The zone's offset and name for people.",
                NetBody { (zone: Zone) throws(EvaluationError) -> NetString in zone.object.displayName }),
        ]
    }

    private static func name(_ name: String, _ summary: String, _ path: any KeyPath<NetTimeZone, NetString> & Sendable) -> NetMember {
        .property(name, summary, NetBody { (zone: Zone) throws(EvaluationError) -> NetString in zone.object[keyPath: path] })
    }

    // MARK: Conversions

    private static var zoneConversions: [NetMember] {
        [
            .staticMethod(
                "ConvertTime", "A point in time on the clock of another zone.", ["dateTimeOffset", "destinationTimeZone"],
                NetBody { (date: NetDateTimeOffset, target: Zone) throws(EvaluationError) -> NetDateTimeOffset in
                    NetTimeZone.convert(date, to: target.object)
                }),
            .staticMethod(
                "ConvertTime", "A date as the clock of another zone shows it.", ["dateTime", "destinationTimeZone"],
                NetBody { (date: NetDateTime, target: Zone) throws(EvaluationError) -> NetDateTime in
                    try NetTimeZone.convert(date, to: target.object)
                }),
            .staticMethod(
                "ConvertTime", "What the clock of one zone shows as that of another shows it.",
                ["dateTime", "sourceTimeZone", "destinationTimeZone"],
                NetBody { (date: NetDateTime, source: Zone, target: Zone) throws(EvaluationError) -> NetDateTime in
                    try NetTimeZone.convert(date, from: source.object, to: target.object)
                }),
            .staticMethod(
                "ConvertTimeFromUtc", "Universal time as the clock of a zone shows it.", ["dateTime", "destinationTimeZone"],
                NetBody { (date: NetDateTime, target: Zone) throws(EvaluationError) -> NetDateTime in
                    try NetTimeZone.convert(date, from: .universal, to: target.object)
                }),
            .staticMethod(
                "ConvertTimeToUtc", "Local time as universal time.", ["dateTime"],
                NetBody { (date: NetDateTime) throws(EvaluationError) -> NetDateTime in
                    date.kind == .utc ? date : try NetTimeZone.convert(date, from: .local, to: .universal)
                }),
            .staticMethod(
                "ConvertTimeToUtc", "What the clock of a zone shows as universal time.", ["dateTime", "sourceTimeZone"],
                NetBody { (date: NetDateTime, source: Zone) throws(EvaluationError) -> NetDateTime in
                    try NetTimeZone.convert(date, from: source.object, to: .universal)
                }),
        ] + zoneConversionsByName
    }

    private static var zoneConversionsByName: [NetMember] {
        [
            .staticMethod(
                "ConvertTimeBySystemTimeZoneId", "A point in time on the clock of the zone of a name.",
                ["dateTimeOffset", "destinationTimeZoneId"],
                NetBody { (date: NetDateTimeOffset, target: NetString) throws(EvaluationError) -> NetDateTimeOffset in
                    NetTimeZone.convert(date, to: try .find(target))
                }),
            .staticMethod(
                "ConvertTimeBySystemTimeZoneId", "A date as the clock of the zone of a name shows it.",
                ["dateTime", "destinationTimeZoneId"],
                NetBody { (date: NetDateTime, target: NetString) throws(EvaluationError) -> NetDateTime in
                    try NetTimeZone.convert(date, to: try .find(target))
                }),
            .staticMethod(
                "ConvertTimeBySystemTimeZoneId", "What the clock of one zone shows as that of another shows it, both by name.",
                ["dateTime", "sourceTimeZoneId", "destinationTimeZoneId"],
                NetBody { (date: NetDateTime, source: NetString, target: NetString) throws(EvaluationError) -> NetDateTime in
                    // The local zone has the name of universal time.
                    let isLocal = date.kind == .local && source.equalsIgnoreCase("UTC")
                    return try NetTimeZone.convert(date, from: isLocal ? .local : try .find(source), to: try .find(target))
                }),
        ]
    }

    // MARK: Offsets

    private static var zoneOffsets: [NetMember] {
        [
            .method(
                "GetUtcOffset", "How far the zone's clock is from UTC at a date.", ["dateTime"],
                NetBody { (zone: Zone, date: NetDateTime) throws(EvaluationError) -> NetTimeSpan in zone.object.offset(at: date).span }),
            .method(
                "GetUtcOffset", "How far the zone's clock is from UTC at a point in time.", ["dateTimeOffset"],
                NetBody { (zone: Zone, date: NetDateTimeOffset) throws(EvaluationError) -> NetTimeSpan in
                    zone.object.offset(atUTC: date.utcTicks).span
                }),
            .method(
                "IsDaylightSavingTime", "Whether summer time holds at a date.", ["dateTime"],
                NetBody { (zone: Zone, date: NetDateTime) throws(EvaluationError) -> Bool in zone.object.offset(at: date).isDaylight }),
            .method(
                "IsDaylightSavingTime", "Whether summer time holds at a point in time.", ["dateTimeOffset"],
                NetBody { (zone: Zone, date: NetDateTimeOffset) throws(EvaluationError) -> Bool in
                    zone.object.offset(atUTC: date.utcTicks).isDaylight
                }),
            .method(
                "IsInvalidTime", "Whether the zone's clock skips a time.", ["dateTime"],
                NetBody { (zone: Zone, date: NetDateTime) throws(EvaluationError) -> Bool in zone.object.isInvalid(date) }),
            .method(
                "IsAmbiguousTime", "Whether the zone's clock shows a time twice.", ["dateTime"],
                NetBody { (zone: Zone, date: NetDateTime) throws(EvaluationError) -> Bool in zone.object.isAmbiguous(date) }),
            .method(
                "IsAmbiguousTime", "Whether the zone's clock shows the time of a point in time twice.", ["dateTimeOffset"],
                NetBody { (zone: Zone, date: NetDateTimeOffset) throws(EvaluationError) -> Bool in
                    zone.object.isAmbiguous(clock: zone.object.clock(atUTC: date.utcTicks).ticks)
                }),
            .method(
                "GetAmbiguousTimeOffsets", "Both offsets of a time that the zone's clock shows twice.", ["dateTime"],
                NetBody { (zone: Zone, date: NetDateTime) throws(EvaluationError) -> [NetTimeSpan] in
                    try zone.object.ambiguousOffsets(date)
                }),
            .method(
                "GetAmbiguousTimeOffsets", "Both offsets of a time that the zone's clock shows twice.", ["dateTimeOffset"],
                NetBody { (zone: Zone, date: NetDateTimeOffset) throws(EvaluationError) -> [NetTimeSpan] in
                    try zone.object.ambiguousOffsets(date)
                }),
        ]
    }

    private static var zoneComparisons: [NetMember] {
        [
            .method(
                "Equals", "Whether both have the same name and the same rules.", ["other"],
                NetBody { (zone: Zone, other: Zone?) throws(EvaluationError) -> Bool in
                    other.map { zone.object.isEqual(to: $0.object) } ?? false
                }),
            .method(
                "Equals", "Whether the other is a zone of the same name with the same rules.", ["obj"],
                NetBody { (zone: Zone, other: Value) throws(EvaluationError) -> Bool in
                    if case .object(let other as NetTimeZone) = other { zone.object.isEqual(to: other) } else { false }
                }),
            .method(
                "GetHashCode", "A number that is the same for zones of one name.",
                NetBody { (zone: Zone) throws(EvaluationError) -> Int32 in zone.object.id.uppercasedInvariant().stableHash }),
            .method(
                "HasSameRules", "Whether both have the same rules, whatever their names.", ["other"],
                NetBody { (zone: Zone, other: Zone) throws(EvaluationError) -> Bool in zone.object.hasSameRules(as: other.object) }),
        ]
    }
}
