import PolicyExpressions

/// Durations as ISO 8601 writes them: `PT30S`, `PT1M30S`, `P1DT2H`. Months and years, which differ in length, are none.
enum ISODuration {
    /// The length of time; nil when the text is no such duration.
    static func timeSpan(_ text: String) -> NetTimeSpan? {
        guard text.hasPrefix("P"), text.count > 1 else { return nil }
        let halves = text.dropFirst().split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let days = ticks(halves[0], [("W", 604_800), ("D", 86_400)]) else { return nil }
        guard halves.count > 1 else { return NetTimeSpan(ticks: days) }
        guard !halves[1].isEmpty, let time = ticks(halves[1], [("H", 3600), ("M", 60), ("S", 1)]) else { return nil }
        return NetTimeSpan(ticks: days.addingSaturated(time))
    }

    private static func ticks(_ text: Substring, _ units: [(letter: Character, seconds: Double)]) -> Int64? {
        var (rest, units, total) = (text, units[...], 0.0)
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            guard let number = Double(digits), let letter = rest.popFirst(), let unit = units.firstIndex(where: { $0.letter == letter })
            else { return nil }
            total += number * units[unit].seconds
            units = units[(unit + 1)...]
        }
        return total < 9e11 ? Int64(total * 10_000_000) : nil
    }
}
