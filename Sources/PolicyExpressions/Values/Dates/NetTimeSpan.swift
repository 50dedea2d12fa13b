/// `System.TimeSpan`: a signed number of ticks of 100 nanoseconds.
public struct NetTimeSpan: Sendable, Hashable, Comparable {
    /// Ticks of 100 nanoseconds.
    public var ticks: Int64

    /// Makes a span.
    public init(ticks: Int64) { self.ticks = ticks }

    /// Orders by length.
    public static func < (left: Self, right: Self) -> Bool { left.ticks < right.ticks }

    /// The text of format `c`: `[-][d.]hh:mm:ss[.fffffff]`.
    public var constantFormat: String {
        let magnitude = ticks.magnitude
        let (days, hours) = (magnitude / 864_000_000_000, magnitude / 36_000_000_000 % 24)
        let (minutes, seconds, fraction) = (magnitude / 600_000_000 % 60, magnitude / 10_000_000 % 60, magnitude % 10_000_000)
        let clock = [hours, minutes, seconds].map { Self.padded($0, 2) }.joined(separator: ":")
        return (ticks < 0 ? "-" : "") + (days > 0 ? "\(days)." : "") + clock + (fraction > 0 ? "." + Self.padded(fraction, 7) : "")
    }

    private static func padded(_ number: UInt64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension NetTimeSpan {
    static let zero = NetTimeSpan(ticks: 0)

    /// OverflowException of arithmetic on spans.
    static var tooLong: EvaluationError { .system("OverflowException", "TimeSpan overflowed because the duration is too long.") }

    /// A number of units of so many ticks each, cut to whole ticks; throws ArgumentException for NaN.
    init(_ count: Double, unit ticks: Int64) throws(EvaluationError) {
        if count.isNaN { throw .argument("TimeSpan does not accept floating point Not-a-Number values.") }
        try self.init(wholeTicks: (count * Double(ticks)).rounded(.towardZero))
    }

    private init(wholeTicks ticks: Double) throws(EvaluationError) {
        // 2⁶³, which the double next to the largest Int64 is, counts as that.
        guard let exact = ticks == 0x1p63 ? .max : Int64(exactly: ticks) else { throw Self.tooLong }
        self.init(ticks: exact)
    }

    /// The span of its parts, each of which may be negative or too large for its place.
    init(days: Int32, hours: Int32, minutes: Int32, seconds: Int32, milliseconds: Int32) throws(EvaluationError) {
        let wholeSeconds = Int64(days) * 86_400 + Int64(hours) * 3600 + Int64(minutes) * 60 + Int64(seconds)
        let (ticks, overflow) = (wholeSeconds * 1000 + Int64(milliseconds)).multipliedReportingOverflow(by: 10_000)
        if overflow { throw .system("ArgumentOutOfRangeException", "TimeSpan overflowed because the duration is too long.") }
        self.init(ticks: ticks)
    }

    func adding(_ other: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan {
        let (sum, overflow) = ticks.addingReportingOverflow(other.ticks)
        if overflow { throw Self.tooLong }
        return NetTimeSpan(ticks: sum)
    }

    func subtracting(_ other: NetTimeSpan) throws(EvaluationError) -> NetTimeSpan {
        let (difference, overflow) = ticks.subtractingReportingOverflow(other.ticks)
        if overflow { throw Self.tooLong }
        return NetTimeSpan(ticks: difference)
    }

    func multiplied(by factor: Double) throws(EvaluationError) -> NetTimeSpan {
        if factor.isNaN { throw .argument("TimeSpan does not accept floating point Not-a-Number values.", "factor") }
        return try NetTimeSpan(wholeTicks: (Double(ticks) * factor).rounded(.toNearestOrEven))
    }

    func divided(by divisor: Double) throws(EvaluationError) -> NetTimeSpan {
        if divisor.isNaN { throw .argument("TimeSpan does not accept floating point Not-a-Number values.", "divisor") }
        return try NetTimeSpan(wholeTicks: (Double(ticks) / divisor).rounded(.toNearestOrEven))
    }

    func negated() throws(EvaluationError) -> NetTimeSpan {
        guard ticks != .min else {
            throw .system("OverflowException", "Negating the minimum value of a twos complement number is invalid.")
        }
        return NetTimeSpan(ticks: -ticks)
    }

    /// The span without its sign.
    func duration() throws(EvaluationError) -> NetTimeSpan {
        guard ticks != .min else {
            throw .system(
                "OverflowException",
                "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of"
                    + " TimeSpan.MaxValue.")
        }
        return NetTimeSpan(ticks: abs(ticks))
    }
}
