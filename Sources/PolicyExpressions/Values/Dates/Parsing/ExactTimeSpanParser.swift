/// Reads a span in a given format: `TimeSpan.ParseExact` with the invariant culture.
struct ExactTimeSpanParser {
    private var text: DateTextScanner
    private var format: DateTextScanner
    private var parts = TimeSpanParts()
    private var seen: Set<UInt16> = []

    /// The span that a text shows in a format; a standard format has its own sign.
    static func parse(
        _ text: NetString, _ format: NetString, isNegative: Bool
    ) throws(TimeSpanParsingFailure) -> NetTimeSpan {
        switch format {
        case "": throw .invalidFormat
        case "c", "t", "T": return try ConstantTimeSpanParser.parse(text)
        case "g": return try TimeSpanParser.parse(text, .cultural)
        case "G": return try TimeSpanParser.parse(text, .culturalFull)
        default:
            guard format.utf16Count > 1 else { throw .invalidFormat }
            var parser = ExactTimeSpanParser(text: DateTextScanner(text.utf16Array), format: DateTextScanner(format.utf16Array))
            return try parser.parse(isNegative)
        }
    }

    /// The span that a text shows in the first of several formats that it fits.
    static func parse(
        _ text: NetString, anyOf formats: [NetString?], isNegative: Bool
    ) throws(TimeSpanParsingFailure) -> NetTimeSpan {
        guard !text.isEmpty else { throw .notRecognized }
        guard !formats.isEmpty else { throw .noFormat }
        for format in formats {
            guard let format, !format.isEmpty else { throw .invalidFormat }
            if let span = try? parse(text, format, isNegative: isNegative) { return span }
        }
        throw .notRecognized
    }

    private mutating func parse(_ isNegative: Bool) throws(TimeSpanParsingFailure) -> NetTimeSpan {
        while let unit = format.current { try matchPart(unit) }
        guard text.isAtEnd else { throw .notRecognized }
        guard let span = parts.span(isNegative: isNegative) else { throw .overflow }
        return span
    }

    private mutating func matchPart(_ unit: UInt16) throws(TimeSpanParsingFailure) {
        switch Unicode.Scalar(unit) {
        case "d": parts.days = try number(unit, atMost: 8)
        case "h": parts.hours = try number(unit, atMost: 2)
        case "m": parts.minutes = try number(unit, atMost: 2)
        case "s": parts.seconds = try number(unit, atMost: 2)
        case "f", "F": try matchFraction(unit)
        case "'", "\"": try matchQuoted(unit)
        case "%":
            guard let next = format.unit(1), next != UInt16(ascii: "%") else { throw .mismatch }
            format.position += 1
        case "\\":
            guard let escaped = format.unit(1) else { throw .mismatch }
            format.position += 2
            try match(escaped)
        default: throw .mismatch
        }
    }

    /// A number of as many digits as its letter stands there, or for one letter of one digit and more.
    private mutating func number(_ letter: UInt16, atMost limit: Int) throws(TimeSpanParsingFailure) -> Int {
        let count = takeRun(letter)
        guard count <= limit, seen.insert(letter).inserted, let number = text.takeNumber(count == 1 ? 1...limit : count...count) else {
            throw .mismatch
        }
        return number
    }

    private mutating func matchFraction(_ letter: UInt16) throws(TimeSpanParsingFailure) {
        let count = takeRun(letter)
        guard count <= 7, seen.insert(UInt16(ascii: "f")).inserted else { throw .mismatch }
        let start = text.position
        let number = text.takeNumber(1...count) ?? 0
        if letter == UInt16(ascii: "f"), text.position - start < count { throw .mismatch }
        let digits = text.units[start..<text.position]
        parts.fraction = (number, digits.prefix { $0 == 0x30 }.count)
    }

    private mutating func matchQuoted(_ quote: UInt16) throws(TimeSpanParsingFailure) {
        guard let word = format.takeQuoted() else { throw .noClosingQuote(quote) }
        for unit in word { try match(unit) }
    }

    private mutating func match(_ unit: UInt16) throws(TimeSpanParsingFailure) {
        guard text.current == unit else { throw .mismatch }
        text.position += 1
    }

    private mutating func takeRun(_ letter: UInt16) -> Int {
        let start = format.position
        while format.current == letter { format.position += 1 }
        return format.position - start
    }
}

/// Reads format `c`, `[-][d.]hh:mm[:ss[.fffffff]]`, in which numbers may have fewer digits.
private struct ConstantTimeSpanParser {
    private var text: DateTextScanner

    static func parse(_ text: NetString) throws(TimeSpanParsingFailure) -> NetTimeSpan {
        var parser = ConstantTimeSpanParser(text: DateTextScanner(text.utf16Array))
        return try parser.parse()
    }

    private mutating func parse() throws(TimeSpanParsingFailure) -> NetTimeSpan {
        skipBlanks()
        let isNegative = text.take("-")
        let digits = text.units[text.position...].prefix { $0 &- 0x30 < 10 }
        var days: Int64 = 0
        var time: Int64 = 0
        if text.unit(digits.count) == UInt16(ascii: ":") {
            time = try parseTime()
        } else {
            days = try number(upTo: 10_675_199)
            if text.take(".") { time = try parseTime() }
        }
        skipBlanks()
        let ticks = (days * 864_000_000_000).addingReportingOverflow(time)
        guard !ticks.overflow || isNegative && ticks.partialValue == .min else { throw .overflow }
        guard text.isAtEnd else { throw .notRecognized }
        return NetTimeSpan(ticks: isNegative ? 0 &- ticks.partialValue : ticks.partialValue)
    }

    private mutating func parseTime() throws(TimeSpanParsingFailure) -> Int64 {
        var ticks = try number(upTo: 23) * 36_000_000_000
        guard text.take(":") else { throw .notRecognized }
        ticks += try number(upTo: 59) * 600_000_000
        guard text.take(":") else { return ticks }
        if text.current != UInt16(ascii: ".") { ticks += try number(upTo: 59) * 10_000_000 }
        guard text.take(".") else { return ticks }
        var place: Int64 = 10_000_000
        while place > 1, let digit = text.digit {
            place /= 10
            ticks += Int64(digit) * place
            text.position += 1
        }
        return ticks
    }

    private mutating func number(upTo limit: Int64) throws(TimeSpanParsingFailure) -> Int64 {
        guard text.digit != nil else { throw .notRecognized }
        var number: Int64 = 0
        while let digit = text.digit {
            number = number * 10 + Int64(digit)
            guard number <= Int64(Int32.max) else { throw .overflow }
            text.position += 1
        }
        guard number <= limit else { throw .overflow }
        return number
    }

    private mutating func skipBlanks() { while text.current == 0x20 || text.current == 0x09 { text.position += 1 } }
}
