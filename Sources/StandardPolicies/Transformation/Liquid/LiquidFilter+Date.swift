import PolicyExpressions

extension LiquidFilter {
    static let dateFilters: [LiquidFilter] = [
        LiquidFilter("Date", 1...1) { input, arguments, environment throws(EvaluationError) in
            let format = arguments[0].text
            guard !format.isWhiteSpace, let date = try date(of: input, environment.now) else { return input }
            return .string(try DateFormat.text(of: date, format))
        }
    ]

    private static func date(of input: LiquidValue, _ now: @Sendable () -> NetDateTime) throws(EvaluationError) -> NetDateTime? {
        switch input {
        case .date(let date): return date
        case .string("now"), .string("today"): return now()
        case .string(let text): return try date(in: text)
        default: return nil
        }
    }

    /// The date of an ISO text. DateTime.Parse reads more; what could be such a date is refused rather than left as it is.
    private static func date(in text: NetString) throws(EvaluationError) -> NetDateTime? {
        let trimmed = text.trimmed().string
        let isPlain = trimmed.utf8.allSatisfy { $0.isLiquidNameByte && $0 < 0x80 || ":.+/".utf8.contains($0) }
        let candidate = trimmed.utf8.count == 10 ? trimmed + "T00:00:00" : trimmed.utf8.count == 16 ? trimmed + ":00" : trimmed
        if isPlain, trimmed.utf8.first?.isLiquidDigit == true, let token = try? JToken.parse(NetString("\"\(candidate)\"")) as? JValue,
            case .date(let date) = token.scalar
        {
            return date
        }
        guard trimmed.utf8.contains(where: \.isLiquidDigit) else { return nil }
        throw .notSupported("The Liquid filter 'Date' reads ISO 8601 dates only, not '\(trimmed.prefix(40))'.")
    }
}

/// .NET's format strings for dates, with the invariant culture.
struct DateFormat {
    private let date: NetDateTime
    private var text = ""

    /// A date as text; throws System.FormatException.
    static func text(of date: NetDateTime, _ format: NetString) throws(EvaluationError) -> NetString {
        let pattern = format.utf16Count == 1 ? try standard(format.string) : format.string
        var formatter = DateFormat(date: date)
        try formatter.append(pattern)
        return NetString(formatter.text)
    }

    private init(date: NetDateTime) { self.date = date }

    private static func standard(_ letter: String) throws(EvaluationError) -> String {
        switch letter {
        case "d": "MM/dd/yyyy"
        case "D": "dddd, dd MMMM yyyy"
        case "f": "dddd, dd MMMM yyyy HH:mm"
        case "F": "dddd, dd MMMM yyyy HH:mm:ss"
        case "g": "MM/dd/yyyy HH:mm"
        case "G": "MM/dd/yyyy HH:mm:ss"
        case "m", "M": "MMMM dd"
        case "o", "O": "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"
        case "r", "R": "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
        case "s": "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
        case "t": "HH:mm"
        case "T": "HH:mm:ss"
        case "u": "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"
        case "y", "Y": "yyyy MMMM"
        default: throw .format("Input string was not in a correct format.")
        }
    }

    private mutating func append(_ format: String) throws(EvaluationError) {
        let characters = Array(format)
        var position = 0
        while position < characters.count {
            let character = characters[position]
            switch character {
            case "'", "\"":
                guard let end = characters[(position + 1)...].firstIndex(of: character) else { throw .format() }
                text += String(characters[(position + 1)..<end])
                position = end + 1
            case "\\":
                guard position + 1 < characters.count else { throw .format() }
                text.append(characters[position + 1])
                position += 2
            case "%": position += 1
            default:
                let count = characters[position...].prefix { $0 == character }.count
                append(character, count)
                position += count
            }
        }
    }

    private mutating func append(_ letter: Character, _ count: Int) {
        let (day, time) = (date.date, date.timeOfDay)
        switch letter {
        case "y": text += count == 1 ? "\(day.year % 100)" : padded(count == 2 ? day.year % 100 : day.year, count)
        case "M": text += count > 2 ? name(Self.months[day.month - 1], isWhole: count > 3) : padded(day.month, count)
        case "d": text += count > 2 ? name(Self.weekdays[weekday], isWhole: count > 3) : padded(day.day, count)
        case "H": text += padded(time.hour, min(count, 2))
        case "h": text += padded((time.hour + 11) % 12 + 1, min(count, 2))
        case "m": text += padded(time.minute, min(count, 2))
        case "s": text += padded(time.second, min(count, 2))
        case "t": text += String((time.hour < 12 ? "AM" : "PM").prefix(count))
        case "f", "F": appendFraction(padded(time.fraction, 7), count, isOptional: letter == "F")
        case "K": text += date.kind == .utc ? "Z" : date.kind == .local ? "+00:00" : ""
        case "z": text += count == 1 ? "+0" : count == 2 ? "+00" : "+00:00"
        default: text += String(repeating: letter, count: count)
        }
    }

    private mutating func appendFraction(_ digits: String, _ count: Int, isOptional: Bool) {
        var shown = String(digits.prefix(min(count, 7)))
        guard isOptional else { return text += shown }
        while shown.last == "0" { shown.removeLast() }
        if shown.isEmpty, text.last == "." { text.removeLast() }
        text += shown
    }

    private var weekday: Int { Int((date.ticks / 864_000_000_000 + 1) % 7) }

    private func name(_ name: String, isWhole: Bool) -> String { isWhole ? name : String(name.prefix(3)) }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, min(width, 20) - digits.utf8.count)) + digits
    }

    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
