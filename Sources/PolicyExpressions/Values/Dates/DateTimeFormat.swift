/// Writes .NET's standard and custom date formats with the invariant culture's names and patterns.
struct DateTimeFormat {
    private let date: NetDateTime
    /// How far the clock is from UTC, in minutes; nil for a date that knows no offset.
    private let offsetMinutes: Int32?
    private let pattern: [UInt16]
    private var position = 0
    private var units: [UInt16] = []

    /// The date in a format; throws FormatException for a format that is none.
    static func text(_ date: NetDateTime, _ format: NetString?) throws(EvaluationError) -> NetString {
        let format = format.flatMap { $0.isEmpty ? nil : $0 } ?? "G"
        guard let letter = format.onlyUnit else { return try text(date, nil, pattern: format) }
        // `U` shows universal time, which local time is here.
        guard let pattern = standardPattern(letter) else { throw .format() }
        return try text(date, nil, pattern: pattern)
    }

    /// The point in time in a format; throws FormatException for a format that is none.
    static func text(_ date: NetDateTimeOffset, _ format: NetString?) throws(EvaluationError) -> NetString {
        guard let format, !format.isEmpty else { return NetString(date.invariantText) }
        guard let letter = format.onlyUnit else { return try text(date.clock, date.offsetMinutes, pattern: format) }
        guard letter != UInt16(ascii: "U"), let pattern = standardPattern(letter) else { throw .format() }
        let isUniversal = [UInt16(ascii: "r"), UInt16(ascii: "R"), UInt16(ascii: "u")].contains(letter)
        return try text(isUniversal ? date.utc : date.clock, date.offsetMinutes, pattern: pattern)
    }

    private static func text(_ date: NetDateTime, _ offsetMinutes: Int32?, pattern: NetString) throws(EvaluationError) -> NetString {
        var format = DateTimeFormat(date: date, offsetMinutes: offsetMinutes, pattern: pattern.utf16Array)
        try format.write()
        return NetString(utf16: format.units)
    }

    private init(date: NetDateTime, offsetMinutes: Int32?, pattern: [UInt16]) {
        (self.date, self.offsetMinutes, self.pattern) = (date, offsetMinutes, pattern)
    }

    static func standardPattern(_ letter: UInt16) -> NetString? {
        switch Unicode.Scalar(letter) {
        case "d": "MM/dd/yyyy"
        case "D": "dddd, dd MMMM yyyy"
        case "f": "dddd, dd MMMM yyyy HH:mm"
        case "F", "U": "dddd, dd MMMM yyyy HH:mm:ss"
        case "g": "MM/dd/yyyy HH:mm"
        case "G": "MM/dd/yyyy HH:mm:ss"
        case "m", "M": "MMMM dd"
        case "o", "O": "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK"
        case "r", "R": "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
        case "s": "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
        case "t": "HH:mm"
        case "T": "HH:mm:ss"
        case "u": "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"
        case "y", "Y": "yyyy MMMM"
        default: nil
        }
    }
}

extension DateTimeFormat {
    private mutating func write() throws(EvaluationError) {
        while position < pattern.count {
            let unit = pattern[position]
            switch Unicode.Scalar(unit) {
            case "'", "\"": append(try QuotedPattern.take(from: pattern, at: &position))
            case "\\": units.append(try QuotedPattern.escaped(in: pattern, at: &position))
            case "%": try writeSingle()
            default:
                let count = pattern[position...].prefix { $0 == unit }.count
                position += try write(unit, count) ? count : 1
            }
        }
    }

    /// `%d`: a letter that stands alone and yet is no standard format.
    private mutating func writeSingle() throws(EvaluationError) {
        guard position + 1 < pattern.count, pattern[position + 1] != UInt16(ascii: "%") else { throw .format() }
        append(try Self.text(date, offsetMinutes, pattern: NetString(utf16: [pattern[position + 1]])))
        position += 2
    }

    /// Writes what a run of a letter asks for, or one unit that asks for nothing; whether the whole run is done with.
    private mutating func write(_ unit: UInt16, _ count: Int) throws(EvaluationError) -> Bool {
        let (day, time) = (date.date, date.timeOfDay)
        switch Unicode.Scalar(unit) {
        case "y": write(number: count <= 2 ? day.year % 100 : day.year, count)
        case "M": writeNamed(day.month, count, NetDateTimeFormat.monthNames[day.month - 1])
        case "d": writeNamed(day.day, count, NetDateTimeFormat.dayNames[date.dayOfWeek])
        case "h": write(number: time.hour % 12 == 0 ? 12 : time.hour % 12, min(count, 2))
        case "H": write(number: time.hour, min(count, 2))
        case "m": write(number: time.minute, min(count, 2))
        case "s": write(number: time.second, min(count, 2))
        case "f", "F": try writeFraction(count, isShort: unit == UInt16(ascii: "F"))
        case "t": append(count == 1 ? (time.hour < 12 ? "A" : "P") : (time.hour < 12 ? "AM" : "PM"))
        case "z": writeOffset(count)
        case "g": append("A.D.")
        case "K":
            writeZone()
            return false
        default:
            units.append(unit)
            return false
        }
        return true
    }

    /// The offset from UTC; local time's is zero.
    private mutating func writeOffset(_ count: Int) {
        let (minutes, magnitude) = (offsetMinutes ?? 0, Int((offsetMinutes ?? 0).magnitude))
        if count > 2 { return append(NetString(NetDateTime.offsetText(minutes: minutes))) }
        append(minutes < 0 ? "-" : "+")
        write(number: magnitude / 60, count)
    }

    /// `Z` for UTC, the offset for local time, nothing for what is neither.
    private mutating func writeZone() {
        if offsetMinutes == nil, date.kind != .local { return append(date.kind == .utc ? "Z" : "") }
        writeOffset(3)
    }

    private mutating func append(_ text: NetString) { units += text.utf16Array }

    private mutating func write(number: Int, _ width: Int) {
        let digits = String(number)
        for _ in 0..<max(0, width - digits.utf8.count) { units.append(UInt16(ascii: "0")) }
        append(NetString(digits))
    }

    private mutating func writeNamed(_ number: Int, _ count: Int, _ name: NetString) {
        switch count {
        case 1, 2: write(number: number, count)
        case 3: append(name.slice(0..<min(3, name.utf16Count)))
        default: append(name)
        }
    }

    /// Up to seven digits of the second's fraction; a short one drops zeros at the end, and the point with the last digit.
    private mutating func writeFraction(_ count: Int, isShort: Bool) throws(EvaluationError) {
        guard count <= 7 else { throw .format() }
        let digits = FractionDigits.text(date.timeOfDay.fraction, count, isShort: isShort)
        if isShort, digits.isEmpty, units.last == UInt16(ascii: ".") {
            units.removeLast()
            return
        }
        append(NetString(digits))
    }
}

/// The digits of a second's fraction, of which formats ask for up to seven.
enum FractionDigits {
    static func text(_ ticks: Int, _ count: Int, isShort: Bool) -> String {
        let digits = String(ticks)
        var shown = (String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits).prefix(count)
        while isShort, shown.last == "0" { shown.removeLast() }
        return String(shown)
    }
}

/// What date and time formats quote and escape.
enum QuotedPattern {
    /// The text between a quote and the next one like it; throws FormatException where there is none.
    static func take(from pattern: [UInt16], at position: inout Int) throws(EvaluationError) -> NetString {
        let quote = pattern[position]
        var units: [UInt16] = []
        position += 1
        while position < pattern.count, pattern[position] != quote {
            if pattern[position] == UInt16(ascii: "\\") {
                units.append(try escaped(in: pattern, at: &position))
            } else {
                units.append(pattern[position])
                position += 1
            }
        }
        guard position < pattern.count else {
            throw .format("Cannot find a matching quote character for the character '\(NetString(quote).string)'.")
        }
        position += 1
        return NetString(utf16: units)
    }

    /// The unit behind a backslash; throws FormatException at the end.
    static func escaped(in pattern: [UInt16], at position: inout Int) throws(EvaluationError) -> UInt16 {
        guard position + 1 < pattern.count else { throw .format() }
        position += 2
        return pattern[position - 1]
    }
}

extension UInt16 {
    /// The unit of an ASCII character.
    init(ascii scalar: Unicode.Scalar) { self = UInt16(UInt8(ascii: scalar)) }
}

extension NetDateTime {
    /// `ToString(format)`; throws FormatException.
    func text(format: NetString?) throws(EvaluationError) -> NetString { try DateTimeFormat.text(self, format) }
}

extension NetString {
    /// The unit of a text of one; nil for longer and shorter ones.
    fileprivate var onlyUnit: UInt16? { utf16Count == 1 ? utf16Array.first : nil }
}
