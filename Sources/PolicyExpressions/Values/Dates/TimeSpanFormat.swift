/// Writes .NET's standard and custom formats of time spans with the invariant culture.
struct TimeSpanFormat {
    private let days: Int, hours: Int, minutes: Int, seconds: Int, fraction: Int
    private var text = NetStringBuilderBuffer()

    /// The span in a format; throws FormatException for a format that is none.
    static func text(_ span: NetTimeSpan, _ format: NetString?) throws(EvaluationError) -> NetString {
        let pattern = format?.utf16Array ?? []
        switch pattern.count == 1 ? Unicode.Scalar(pattern[0]) : pattern.isEmpty ? "c" : nil {
        case "c", "t", "T": return NetString(span.constantFormat)
        case "g": return TimeSpanFormat(span).general(isNegative: span.ticks < 0, isLong: false)
        case "G": return TimeSpanFormat(span).general(isNegative: span.ticks < 0, isLong: true)
        default:
            guard pattern.count > 1 else { throw .format() }
            var format = TimeSpanFormat(span)
            try format.write(pattern)
            return format.text.string
        }
    }

    private init(_ span: NetTimeSpan) {
        let magnitude = span.ticks.magnitude
        (days, hours) = (Int(magnitude / 864_000_000_000), Int(magnitude / 36_000_000_000 % 24))
        (minutes, seconds) = (Int(magnitude / 600_000_000 % 60), Int(magnitude / 10_000_000 % 60))
        fraction = Int(magnitude % 10_000_000)
    }

    /// `[-][d:]h:mm:ss[.fffffff]`, in the long form with all parts.
    private func general(isNegative: Bool, isLong: Bool) -> NetString {
        let hourText = isLong ? Self.padded(hours, 2) : String(hours)
        let clock = [hourText, Self.padded(minutes, 2), Self.padded(seconds, 2)].joined(separator: ":")
        let dayText = isLong || days > 0 ? "\(days):" : ""
        let digits = FractionDigits.text(fraction, 7, isShort: !isLong)
        return NetString((isNegative ? "-" : "") + dayText + clock + (digits.isEmpty ? "" : "." + digits))
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private mutating func write(_ pattern: [UInt16]) throws(EvaluationError) {
        var position = 0
        while position < pattern.count {
            let unit = pattern[position]
            switch Unicode.Scalar(unit) {
            case "'", "\"": text.append(try QuotedPattern.take(from: pattern, at: &position))
            case "\\": text.append(unit: try QuotedPattern.escaped(in: pattern, at: &position))
            case "%":
                guard position + 1 < pattern.count, pattern[position + 1] != UInt16(ascii: "%") else { throw .format() }
                try write([pattern[position + 1]])
                position += 2
            default:
                let count = pattern[position...].prefix { $0 == unit }.count
                try write(unit, count)
                position += count
            }
        }
    }

    /// A part of the span; other letters than those of parts must be quoted.
    private mutating func write(_ unit: UInt16, _ count: Int) throws(EvaluationError) {
        let (number, largestCount): (Int, Int)
        switch Unicode.Scalar(unit) {
        case "d": (number, largestCount) = (days, 8)
        case "h": (number, largestCount) = (hours, 2)
        case "m": (number, largestCount) = (minutes, 2)
        case "s": (number, largestCount) = (seconds, 2)
        case "f", "F":
            guard count <= 7 else { throw .format() }
            return text.append(NetString(FractionDigits.text(fraction, count, isShort: unit == UInt16(ascii: "F"))))
        default: throw .format()
        }
        guard count <= largestCount else { throw .format() }
        text.append(NetString(Self.padded(number, count)))
    }
}

extension NetTimeSpan {
    /// `ToString(format)`; throws FormatException.
    func text(format: NetString?) throws(EvaluationError) -> NetString { try TimeSpanFormat.text(self, format) }
}
