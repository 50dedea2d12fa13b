import PolicyExpressions
import PolicyRuntime

/// A time in UTC as `first-period-start` writes it: `yyyy-MM-ddTHH:mm:ssZ`.
enum UTCInstant {
    /// The time that a text means; nil for a text of another form, and for a time that does not exist.
    static func time(of written: String) -> NetDateTime? {
        let text = Array(written.utf8)
        guard text.count == 20, hasShape(text) else { return nil }
        func number(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard year >= 1, (1...12).contains(month), (1...NetDateTime.daysInMonth(year, month)).contains(day) else { return nil }
        guard hour < 24, minute < 60, second < 60 else { return nil }
        let before = year - 1
        var days = before * 365 + before / 4 - before / 100 + before / 400 + day - 1
        for earlier in 1..<month { days += NetDateTime.daysInMonth(year, earlier) }
        let seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        return NetDateTime(ticks: seconds * 10_000_000, kind: .utc)
    }

    private static func hasShape(_ text: [UInt8]) -> Bool {
        zip(text, "0000-00-00T00:00:00Z".utf8).allSatisfy { byte, shape in
            shape == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == shape
        }
    }
}

extension PolicyValueConstraint<String> {
    /// A time in UTC.
    static var utcInstant: Self { Self("a time of the form yyyy-MM-ddTHH:mm:ssZ") { UTCInstant.time(of: $0) != nil } }
}
