extension NetTimeSpan {
    /// Reads `[-]d`, `[-][d.]hh:mm[:ss[.fffffff]]`, with white space around it or not; nil for anything else.
    init?(_ text: String) {
        var rest = Substring(text.trimmingPrefix { $0 == " " })
        while rest.last == " " { rest.removeLast() }
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard let magnitude = parts.count == 1 ? Self.days(rest) : Self.clock(parts) else { return nil }
        self.init(ticks: isNegative ? -magnitude : magnitude)
    }

    private static func days(_ text: Substring) -> Int64? { number(text, 0...10_675_199).map { $0 * 864_000_000_000 } }

    private static func clock(_ parts: [Substring]) -> Int64? {
        let front = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 3, front.count <= 2, let hours = front.last.flatMap({ number($0, 0...23) }),
            let days = front.count == 2 ? number(front[0], 0...10_675_198) : 0, let minutes = number(parts[1], 0...59),
            let seconds = parts.count == 3 ? self.seconds(parts[2]) : 0
        else { return nil }
        return ((days * 24 + hours) * 60 + minutes) * 600_000_000 + seconds
    }

    /// Seconds with their fraction, in ticks.
    private static func seconds(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = number(parts[0], 0...59) else { return nil }
        guard parts.count == 2 else { return whole * 10_000_000 }
        guard parts[1].utf8.count <= 7,
            let fraction = number(parts[1] + String(repeating: "0", count: 7 - parts[1].utf8.count), 0...9_999_999)
        else { return nil }
        return whole * 10_000_000 + fraction
    }

    private static func number(_ text: some StringProtocol, _ range: ClosedRange<Int64>) -> Int64? {
        guard !text.isEmpty, text.utf8.count <= 10, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int64(text),
            range.contains(number)
        else { return nil }
        return number
    }
}
