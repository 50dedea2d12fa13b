/// Reads a date in a given format: `DateTime.ParseExact` with the invariant culture.
struct ExactDateParser {
    var text: DateTextScanner
    var format: DateTextScanner
    var date: ParsedDate
    var isAfternoon: Bool?
    /// Whether the format has an hour of half a day.
    var hasHalfDays = false
    var hasTwoDigitYear = false
    /// The quoted word that stands for UTC in the standard format in use, which only `DateTimeOffset` heeds.
    private var universalWord: NetString?

    var allowsInnerWhite: Bool { date.options.styles.contains(.allowInnerWhite) }

    /// The point in time that a text shows in a format.
    static func parse(
        _ text: NetString, _ format: NetString, _ options: DateParsingOptions
    ) throws(DateParsingFailure) -> ParsedPointInTime {
        guard !text.isEmpty else { throw .notRecognized }
        guard !format.isEmpty else { throw .invalidFormat }
        var parser = try ExactDateParser(text, format, options)
        return try parser.parse()
    }

    /// The point in time that a text shows in the first of several formats that it fits.
    static func parse(
        _ text: NetString, anyOf formats: [NetString?], _ options: DateParsingOptions
    ) throws(DateParsingFailure) -> ParsedPointInTime {
        guard !text.isEmpty else { throw .notRecognized }
        guard !formats.isEmpty else { throw .noFormat }
        for format in formats {
            guard let format, !format.isEmpty else { throw .invalidFormat }
            do { return try parse(text, format, options) } catch {
                if case .unknownStandardFormat = error { throw error }
            }
        }
        throw .notRecognized
    }

    private init(_ text: NetString, _ format: NetString, _ options: DateParsingOptions) throws(DateParsingFailure) {
        self.text = DateTextScanner(text.utf16Array)
        self.format = DateTextScanner(format.utf16Array)
        date = ParsedDate(options)
        if format.utf16Count == 1 { try expand() }
        trim()
    }

    /// Replaces a standard format by the pattern that it stands for.
    private mutating func expand() throws(DateParsingFailure) {
        let letter = format.units[0]
        let keepsOffset = date.options.keepsOffset
        if letter == UInt16(ascii: "U"), keepsOffset { throw .invalidFormat }
        guard let pattern = DateTimeFormat.standardPattern(letter) else { throw .unknownStandardFormat }
        format = DateTextScanner(pattern.utf16Array)
        switch Unicode.Scalar(letter) {
        case "U": (date.offsetMinutes, date.isUTC) = (0, true)
        case "r", "R": universalWord = keepsOffset ? "GMT" : nil
        case "u": universalWord = keepsOffset ? "Z" : nil
        default: break
        }
    }

    /// Takes away the white space at the ends, of the format's quoted ends too, that the styles let pass.
    private mutating func trim() {
        if date.options.styles.contains(.allowTrailingWhite) {
            format = DateTextScanner(format.units.trimmingTail().trimmingQuotedTail())
            text = DateTextScanner(text.units.trimmingTail())
        }
        if date.options.styles.contains(.allowLeadingWhite) {
            format = DateTextScanner(format.units.trimmingQuotedHead())
            format.skipWhiteSpace()
            text.skipWhiteSpace()
        }
    }

    private mutating func parse() throws(DateParsingFailure) -> ParsedPointInTime {
        while !format.isAtEnd {
            if allowsInnerWhite { text.skipWhiteSpace() }
            try matchPart()
        }
        guard text.isAtEnd else { throw .notRecognized }
        if hasTwoDigitYear, let year = date.year {
            guard year < 100 else { throw .notRecognized }
            date.year = ParsedDate.fourDigitYear(year)
        }
        try applyNoon()
        return try date.completed()
    }

    /// The hour of the whole day; without a mark the half before noon is meant.
    private mutating func applyNoon() throws(DateParsingFailure) {
        let hour = date.hour ?? -1
        if hasHalfDays {
            guard hour <= 12 else { throw .notRecognized }
            date.hour = hour % 12 + (isAfternoon == true ? 12 : 0)
        } else if let isAfternoon {
            guard isAfternoon == (hour >= 12) else { throw .notRecognized }
        }
    }

    /// Matches a quoted word, which in some standard formats says that the date is in UTC.
    mutating func matchQuoted() throws(DateParsingFailure) {
        let quote = format.units[format.position]
        guard let word = format.takeQuoted() else { throw .noClosingQuote(quote) }
        for unit in word {
            if unit == UInt16(ascii: " "), allowsInnerWhite {
                text.skipWhiteSpace()
            } else {
                try match(unit)
            }
        }
        if let universalWord, universalWord.utf16Array == word { date.offsetMinutes = 0 }
    }

    /// Steps over a unit, which must be the current one.
    mutating func match(_ unit: UInt16) throws(DateParsingFailure) {
        guard text.current == unit else { throw .notRecognized }
        text.position += 1
    }
}

extension DateTextScanner {
    /// The text between the quote that stands here and the next one like it; nil where there is none.
    mutating func takeQuoted() -> [UInt16]? {
        let quote = current
        var word: [UInt16] = []
        position += 1
        while let unit = current {
            position += 1
            if unit == quote { return word }
            guard unit == UInt16(ascii: "\\") else {
                word.append(unit)
                continue
            }
            guard let escaped = current else { return nil }
            word.append(escaped)
            position += 1
        }
        return nil
    }
}

extension [UInt16] {
    fileprivate func trimmingTail() -> [UInt16] { Array(prefix((lastIndex { !$0.isWhiteSpace } ?? -1) + 1)) }

    /// Without the white space in front of a quote that ends the format.
    fileprivate func trimmingQuotedTail() -> [UInt16] {
        guard count > 2, let last, last == UInt16(ascii: "'") || last == UInt16(ascii: "\"") else { return self }
        return Array(dropLast()).trimmingTail() + [last]
    }

    /// Without the white space behind a quote that begins the format.
    fileprivate func trimmingQuotedHead() -> [UInt16] {
        guard count > 2, let first, first == UInt16(ascii: "'") || first == UInt16(ascii: "\"") else { return self }
        return [first] + dropFirst().drop { $0.isWhiteSpace }
    }
}
