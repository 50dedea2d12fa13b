/// A date in JSON: what the clock shows, and its zone.
private struct JsonDate {
    let clockTicks: Int64
    /// Nil for a date without zone.
    var zone: (isUTC: Bool, offsetMinutes: Int)?

    /// Reads a date as Newtonsoft.Json recognises it in a string: ISO 8601 with a time, or `/Date(ticks)/`.
    init?(_ text: NetString) {
        guard text.isASCII else { return nil }
        let count = text.utf16Count
        guard count >= 9, count <= 64, let date = text.withRawBytes({ Self.parse($0) }) else { return nil }
        self = date
    }

    init(clockTicks: Int64, zone: (isUTC: Bool, offsetMinutes: Int)?) { (self.clockTicks, self.zone) = (clockTicks, zone) }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> JsonDate? {
        if bytes[0] == UInt8(ascii: "/") { return parseMicrosoft(bytes) }
        guard bytes.count >= 19, bytes.count <= 40, bytes[10] == UInt8(ascii: "T") else { return nil }
        var parser = IsoDateParser(bytes)
        return parser.parse().map { JsonDate(clockTicks: $0.clockTicks, zone: $0.zone) }
    }

    /// `/Date(1234567890123+0100)/`: milliseconds since 1970 in UTC, and an offset that says that local time is meant.
    private static func parseMicrosoft(_ bytes: UnsafeBufferPointer<UInt8>) -> JsonDate? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix("/Date("), text.hasSuffix(")/") else { return nil }
        let inner = text.dropFirst(6).dropLast(2)
        let signIndex = inner.dropFirst().firstIndex { $0 == "+" || $0 == "-" }
        guard let milliseconds = Int64(inner[..<(signIndex ?? inner.endIndex)]) else { return nil }
        var zone = (isUTC: true, offsetMinutes: 0)
        if let signIndex {
            let offset = inner[signIndex...].dropFirst()
            guard offset.count == 4, let number = Int(offset), offset.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
            zone = (false, (number / 100 * 60 + number % 100) * (inner[signIndex] == "-" ? -1 : 1))
        }
        let (scaled, overflow) = milliseconds.multipliedReportingOverflow(by: 10_000)
        let range = -NetDateTime.unixEpochTicks...(NetDateTime.maximumTicks - NetDateTime.unixEpochTicks)
        guard !overflow, range.contains(scaled) else { return nil }
        return JsonDate(clockTicks: scaled + NetDateTime.unixEpochTicks + Int64(zone.offsetMinutes) * 600_000_000, zone: zone)
    }
}

extension NetDateTime {
    /// Reads a date as Newtonsoft.Json recognises it in a string: ISO 8601 with a time, or `/Date(ticks)/`.
    init?(json text: NetString) {
        guard let parsed = JsonDate(text) else { return nil }
        let kind: Kind = parsed.zone.map { $0.isUTC ? .utc : .local } ?? .unspecified
        guard let date = Self.inRange(parsed.clockTicks - Int64(parsed.zone?.offsetMinutes ?? 0) * 600_000_000, kind) else { return nil }
        self = date
    }

    /// The ticks of 1970-01-01T00:00:00.
    public static let unixEpochTicks: Int64 = 621_355_968_000_000_000
}

/// Newtonsoft.Json's parser of `2024-02-29T12:30:00.1234567+01:00`.
struct IsoDateParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// What the clock shows, and its zone; nil when the text is not exactly a date.
    mutating func parse() -> (clockTicks: Int64, zone: (isUTC: Bool, offsetMinutes: Int)?)? {
        guard let day = parseDay(), take("T"), let time = parseTime(), let zone = parseZone() else { return nil }
        return (day + time, zone)
    }

    private mutating func parseDay() -> Int64? {
        guard let century = digits2(), let rest = digits2(), case let year = century * 100 + rest, year >= 1, take("-"),
            let month = digits2(), (1...12).contains(month), take("-"),
            let day = digits2(), day >= 1, day <= NetDateTime.daysInMonth(year, month)
        else { return nil }
        return NetDateTime.ticks(year, month, day)
    }

    private mutating func parseTime() -> Int64? {
        guard let hour = digits2(), hour <= 24, take(":"), let minute = digits2(), minute < 60, take(":"),
            let second = digits2(), second < 60, hour < 24 || minute == 0 && second == 0,
            let fraction = parseFraction(), hour < 24 || fraction == 0
        else { return nil }
        return Int64(hour * 3600 + minute * 60 + second) * 10_000_000 + fraction
    }

    /// Up to seven digits, as ticks.
    private mutating func parseFraction() -> Int64? {
        guard take(".") else { return 0 }
        var (ticks, count): (Int64, Int) = (0, 0)
        while count < 7, let digit = digit(at: position) {
            (ticks, count, position) = (ticks * 10 + Int64(digit), count + 1, position + 1)
        }
        if count == 0 { return nil }
        for _ in count..<7 { ticks *= 10 }
        return ticks
    }

    /// The zone; nil inside when there is none, nil outside when what follows is none.
    private mutating func parseZone() -> (isUTC: Bool, offsetMinutes: Int)?? {
        if position == bytes.count { return .some(nil) }
        if take("Z") || take("z") { return position == bytes.count ? (true, 0) : nil }
        let isEast = bytes[position] == UInt8(ascii: "+")
        guard isEast || bytes[position] == UInt8(ascii: "-") else { return nil }
        position += 1
        guard let hours = digits2() else { return nil }
        _ = take(":")
        let minutes = position < bytes.count ? digits2() : 0
        guard let minutes, position == bytes.count else { return nil }
        let offset = hours * 60 + minutes
        return (false, isEast ? offset : -offset)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func digits2() -> Int? {
        guard let tens = digit(at: position), let ones = digit(at: position + 1) else { return nil }
        position += 2
        return tens * 10 + ones
    }

    private func digit(at index: Int) -> Int? {
        guard index < bytes.count, bytes[index] &- 0x30 < 10 else { return nil }
        return Int(bytes[index] &- 0x30)
    }
}

extension NetDateTimeOffset {
    /// Reads a date with its offset as Newtonsoft.Json recognises it in a string.
    init?(json text: NetString) {
        guard let parsed = JsonDate(text) else { return nil }
        self.init(clockTicks: parsed.clockTicks, offsetMinutes: Int32(parsed.zone?.offsetMinutes ?? 0))
    }
}
