import Foundation

extension NetDateTime {
    /// The system's clock, in UTC, to 100 ns.
    public static func systemUTCNow() -> NetDateTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return NetDateTime(ticks: unixEpochTicks + Int64(time.tv_sec) * 10_000_000 + Int64(time.tv_nsec) / 100, kind: .utc)
    }

    /// Format `o`: `yyyy-MM-ddTHH:mm:ss.fffffffK`.
    public var roundTripText: String {
        let digits = String(timeOfDay.fraction)
        let fraction = String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
        return "\(sortableText).\(fraction)\(kind == .utc ? "Z" : kind == .local ? "+00:00" : "")"
    }
}
