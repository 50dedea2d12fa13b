import PolicyExpressions

/// The values of Retry-After (RFC 9110, 10.2.3): a number of seconds, or a date.
enum RetryAfter {
    /// How long a value says to wait, in ticks; nil when it says nothing that can be understood.
    static func ticks(_ text: String, at now: NetDateTime) -> Int64? {
        let text = text.filter { $0 != "\t" }
        if let seconds = Int64(text.filter { $0 != " " }) {
            let (ticks, overflows) = seconds.multipliedReportingOverflow(by: 10_000_000)
            return seconds < 0 || overflows ? nil : ticks
        }
        return date(text).map { max(0, $0 - now.ticks) }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, the only form that is still sent.
    private static func date(_ text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int64(parts[1]), let year = Int64(parts[3]),
            let month = months.firstIndex(of: String(parts[2])), (1...31).contains(day), (1...9999).contains(year)
        else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2]) else { return nil }
        return (days(year, Int64(month) + 1, day) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]) * 10_000_000
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Days since 0001-01-01, with years that begin in March so that the leap day is their last.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let (shifted, place) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (153 * place + 2) / 5 + day - 307
    }
}
