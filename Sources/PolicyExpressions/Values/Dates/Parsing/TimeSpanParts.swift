/// The numbers of a span's text, each in its place.
struct TimeSpanParts {
    var days = 0, hours = 0, minutes = 0, seconds = 0
    /// The digits behind the point as a number, and the zeros in front of it.
    var fraction = (number: 0, zeros: 0)

    /// The span; nil where a number is too large for its place.
    func span(isNegative: Bool) -> NetTimeSpan? {
        guard days <= 10_675_199, hours <= 23, minutes <= 59, seconds <= 59, let fraction = fractionTicks else { return nil }
        let wholeSeconds = Int64(days) * 86_400 + Int64(hours) * 3600 + Int64(minutes) * 60 + Int64(seconds)
        guard wholeSeconds <= 922_337_203_685 else { return nil }
        // One tick more than the longest span is the longest negative one.
        let ticks = (wholeSeconds * 10_000_000).addingReportingOverflow(fraction)
        if isNegative { return ticks.partialValue == .min || !ticks.overflow ? NetTimeSpan(ticks: 0 &- ticks.partialValue) : nil }
        return ticks.overflow ? nil : NetTimeSpan(ticks: ticks.partialValue)
    }

    /// The fraction in ticks, rounded half up where it has more than seven digits; nil for a number of more than seven.
    private var fractionTicks: Int64? {
        let (number, zeros) = fraction
        if number == 0 { return 0 }
        if zeros == 0, number > 9_999_999 { return nil }
        let digits = String(number).utf8.count + zeros
        if digits <= 7 { return Int64(number) * Self.power(7 - digits) }
        guard digits - 7 <= 18 else { return 0 }
        return Int64((Double(number) / Double(Self.power(digits - 7))).rounded(.toNearestOrAwayFromZero))
    }

    private static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
