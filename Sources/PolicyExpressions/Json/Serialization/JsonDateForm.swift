/// How the settings want dates to be written and read: `DateFormatHandling`, `DateTimeZoneHandling` and `DateFormatString`.
struct JsonDateForm {
    var writing = JsonSerializerSettings.DateWriting.iso
    var zones = JsonSerializerSettings.ZoneHandling.roundtripKind
    /// A format of the author's own; nil or empty for none.
    var format: NetString?

    private var ownFormat: NetString? { format.flatMap { $0.isEmpty ? nil : $0 } }

    // MARK: Writing

    /// The text between the quotes; throws FormatException for a format that is none.
    func text(of date: NetDateTime) throws(EvaluationError) -> NetString {
        let date = inZone(date)
        if let ownFormat { return try date.text(format: ownFormat) }
        guard writing == .microsoft else { return NetString(date.jsonText) }
        let isAtEnd = date == .minValue || date == .maxValue
        let hasOffset = date.kind == .local || date.kind == .unspecified && !isAtEnd
        return Self.microsoftText(utcTicks: date.ticks, offset: hasOffset ? "+0000" : "")
    }

    /// The text between the quotes; throws FormatException for a format that is none.
    func text(of date: NetDateTimeOffset) throws(EvaluationError) -> NetString {
        if let ownFormat { return try date.text(format: ownFormat) }
        guard writing == .microsoft else { return NetString(date.clock.jsonText + date.offsetText) }
        return Self.microsoftText(utcTicks: date.utcTicks, offset: date.offsetText.filter { $0 != ":" })
    }

    /// `\/Date(1704067200000+0200)\/`
    private static func microsoftText(utcTicks: Int64, offset: String) -> NetString {
        NetString("\\/Date(\((utcTicks - NetDateTime.unixEpochTicks) / 10_000)\(offset))\\/")
    }

    private func inZone(_ date: NetDateTime) -> NetDateTime {
        switch zones {
        case .local: date.specifying(.local)
        case .utc: date.specifying(.utc)
        case .unspecified: date.specifying(.unspecified)
        case .roundtripKind: date
        }
    }

    // MARK: Reading

    /// The date that a text is, as the reader takes texts for dates; nil for any other text.
    func dateTime(_ text: NetString) -> NetDateTime? {
        if let date = NetDateTime(json: text) { return inZone(date) }
        guard let ownFormat, let date = try? NetDateTime.parse(text, ownFormat, Self.options(keepsOffset: false)) else { return nil }
        return inZone(date)
    }

    /// The date that a text is, as the reader takes texts for dates; nil for any other text.
    func dateTimeOffset(_ text: NetString) -> NetDateTimeOffset? {
        if let date = NetDateTimeOffset(json: text) { return date }
        return ownFormat.flatMap { try? NetDateTimeOffset.parse(text, $0, Self.options(keepsOffset: true)) }
    }

    /// The date that a text is where a date is wanted, so that any text of one will do; nil for none.
    func anyDateTime(_ text: NetString) -> NetDateTime? {
        if let date = dateTime(text) { return date }
        return (try? NetDateTime.parse(text, Self.options(keepsOffset: false))).map { inZone($0) }
    }

    /// The date that a text is where a date is wanted, so that any text of one will do; nil for none.
    func anyDateTimeOffset(_ text: NetString) -> NetDateTimeOffset? {
        dateTimeOffset(text) ?? (try? NetDateTimeOffset.parse(text, Self.options(keepsOffset: true)))
    }

    private static func options(keepsOffset: Bool) -> DateParsingOptions {
        DateParsingOptions(styles: .roundtripKind, keepsOffset: keepsOffset, now: NetDateTime.systemUTCNow)
    }
}
