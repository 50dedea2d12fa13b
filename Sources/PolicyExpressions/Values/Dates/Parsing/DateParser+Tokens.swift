extension DateParser {
    /// The next token; nil for one that says nothing.
    mutating func nextToken() throws(DateParsingFailure) -> DateToken? {
        scanner.skipWhiteSpace()
        guard let unit = scanner.current else { return .end }
        if scanner.digit != nil { return try numberToken() }
        guard let word = scanner.take(DateVocabulary.words) else { return try unknownToken(unit) }
        switch word {
        case .ignorable: return nil
        case .firstYear: return try yearToken(1)
        case .month(let number): return try monthToken(number)
        case .era: return .era
        case .beforeNoon, .afterNoon:
            guard isAfternoon == nil else { throw .notRecognized }
            isAfternoon = if case .afterNoon = word { true } else { false }
            return nil
        case .dayOfWeek(let number):
            guard date.dayOfWeek == nil else { throw .notRecognized }
            date.dayOfWeek = number
            return .dayOfWeek
        case .universalTime:
            guard date.offsetMinutes == nil else { throw .notRecognized }
            (date.offsetMinutes, date.isUTC) = (0, true)
            return .timeZone
        }
    }

    /// An offset, or the punctuation that is let through; anything else ends the parsing.
    private mutating func unknownToken(_ unit: UInt16) throws(DateParsingFailure) -> DateToken? {
        if unit.isNetLetter { throw .unknownWord(scanner.position) }
        let start = scanner.position
        if date.offsetMinutes == nil, let offset = scanner.takeOffset() {
            date.offsetMinutes = offset
            return nil
        }
        scanner.position = start
        guard scanner.takePunctuation() else { throw .notRecognized }
        return nil
    }

    // MARK: Numbers

    private mutating func numberToken() throws(DateParsingFailure) -> DateToken {
        let start = scanner.position
        let number = scanner.takeNumber(1...8)
        guard let number, scanner.digit == nil, numbers.count < 3 else { throw .notRecognized }
        let isYear = scanner.position - start >= 3
        if state == .openMinute, scanner.hasUnitsBehindCurrent, scanner.current == UInt16(ascii: ".") {
            date.fraction = scanner.takeFraction() ?? 0
        }
        if state == .openMinute || state == .openHour { try takeOffset() }
        return isYear ? try yearToken(number) : try shortNumberToken(number)
    }

    /// An offset directly behind a time.
    private mutating func takeOffset() throws(DateParsingFailure) {
        guard scanner.hasUnitsBehindCurrent else { return }
        let start = scanner.position
        while scanner.current?.isWhiteSpace == true, scanner.hasUnitsBehindCurrent { scanner.position += 1 }
        guard scanner.current == UInt16(ascii: "+") || scanner.current == UInt16(ascii: "-") else { return scanner.position = start }
        guard date.offsetMinutes == nil, let offset = scanner.takeOffset() else { throw .notRecognized }
        date.offsetMinutes = offset
    }

    private mutating func yearToken(_ number: Int) throws(DateParsingFailure) -> DateToken {
        guard year == nil else { throw .notRecognized }
        year = number
        let start = scanner.position
        let separator = scanner.takeSeparator()
        switch separator {
        case .end: return .yearEnd
        case .space: return .yearSpace
        case .date: return .yearDate
        case .beforeNoon, .afterNoon:
            guard isAfternoon == nil else { throw .notRecognized }
            isAfternoon = separator == .afterNoon
            return .yearSpace
        case .dateOrOffset: return dateOrOffset(start, date: .yearDate, space: .yearSpace)
        case .year, .month, .day, .hour, .minute, .second: return try suffixToken(number, separator)
        case .time, .localTimeMark: throw .notRecognized
        }
    }

    private mutating func shortNumberToken(_ number: Int) throws(DateParsingFailure) -> DateToken {
        let start = scanner.position
        let separator = scanner.takeSeparator()
        switch separator {
        case .year: return try suffixToken(ParsedDate.fourDigitYear(number), separator)
        case .month, .day, .hour, .minute, .second: return try suffixToken(number, separator)
        case .beforeNoon, .afterNoon: return try noonToken(number, isAfternoon: separator == .afterNoon)
        default: numbers.append(number)
        }
        switch separator {
        case .end: return .numberEnd
        case .date: return .numberDate
        case .time: return .numberTime
        case .localTimeMark: return .numberLocalTime
        case .dateOrOffset: return dateOrOffset(start, date: .numberDate, space: .numberSpace)
        default: return .numberSpace
        }
    }

    /// An hour with its half of the day. In `1/10 5 AM` it ends the day of two numbers.
    private mutating func noonToken(_ number: Int, isAfternoon: Bool) throws(DateParsingFailure) -> DateToken {
        guard self.isAfternoon == nil else { throw .notRecognized }
        self.isAfternoon = isAfternoon
        if state == .dateNumbers { try complete(.dayOfTwoNumbers) }
        numbers.append(number)
        if state == .openMinute || state == .openHour { try takeOffset() }
        return .numberNoon
    }

    /// `-` stands between the parts of a date, unless no date goes on with one here: then it begins an offset.
    private mutating func dateOrOffset(_ start: Int, date: DateToken, space: DateToken) -> DateToken {
        guard state.next(date) == nil, state.next(space)?.isComplete == true else { return date }
        scanner.position = start
        return space
    }

    private mutating func monthToken(_ number: Int) throws(DateParsingFailure) -> DateToken {
        guard month == nil else { throw .notRecognized }
        let start = scanner.position
        let separator = scanner.takeSeparator()
        month = number
        switch separator {
        case .end: return .monthEnd
        case .space: return .monthSpace
        case .date: return .monthDate
        case .dateOrOffset: return dateOrOffset(start, date: .monthDate, space: .monthSpace)
        default: throw .notRecognized
        }
    }

    /// A number whose meaning stands behind it, as in 2024年.
    private mutating func suffixToken(_ number: Int, _ suffix: DateSeparator) throws(DateParsingFailure) -> DateToken {
        let part: WritableKeyPath<ParsedDate, Int?>? =
            switch suffix {
            case .year: \.year
            case .month: \.month
            case .day: \.day
            case .hour: \.hour
            case .minute: \.minute
            case .second: \.second
            default: nil
            }
        guard let part, date[keyPath: part] == nil else { throw .notRecognized }
        date[keyPath: part] = number
        if suffix == .year { year = number }
        if suffix == .month { month = number }
        return [.year, .month, .day].contains(suffix) ? .numberDateSuffix : .numberTimeSuffix
    }
}

extension DateTextScanner {
    /// Steps over a `#`, a pair of which may stand around a whole date as in Visual Basic, or over the zeros that end a text.
    mutating func takePunctuation() -> Bool {
        if current == UInt16(ascii: "#"), hasPairedHashes {
            position += 1
            return true
        }
        guard current == 0, units[position...].allSatisfy({ $0 == 0 }) else { return false }
        position = units.count
        return true
    }

    private var hasPairedHashes: Bool {
        var count = 0
        for unit in units {
            switch unit {
            case UInt16(ascii: "#"):
                count += 1
                if count > 2 { return false }
            case 0: if count < 2 { return false }
            default: if count != 1, !unit.isWhiteSpace { return false }
            }
        }
        return count == 2
    }
}
