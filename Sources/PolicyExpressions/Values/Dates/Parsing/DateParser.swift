/// Reads dates and times in the many ways in which people write them: `DateTime.Parse` with the invariant culture.
///
/// A text is a row of days and times, each of at most three numbers, a month's name and a year; what a number means is
/// decided when a day or a time is complete. A number of three and more digits is a year.
struct DateParser {
    var scanner: DateTextScanner
    var state = DateParsingState.begin
    var date: ParsedDate
    /// The numbers of the day or time that is being read, three at most.
    var numbers: [Int] = []
    var year: Int?
    var month: Int?
    var isAfternoon: Bool?
    private var token: DateToken?
    private var hasDay = false
    private var hasTime = false
    private var hasCompleteState = false

    private init(_ units: [UInt16], _ options: DateParsingOptions) {
        (scanner, date) = (DateTextScanner(units), ParsedDate(options))
    }

    /// The point in time that a text shows.
    static func parse(_ text: NetString, _ options: DateParsingOptions) throws(DateParsingFailure) -> ParsedPointInTime {
        guard !text.isEmpty else { throw .notRecognized }
        var parser = DateParser(text.utf16Array, options)
        return try parser.parse()
    }

    private mutating func parse() throws(DateParsingFailure) -> ParsedPointInTime {
        repeat {
            token = try nextToken()
            guard let token else { continue }
            if token == .numberLocalTime {
                guard state == .yearNumber || state == .openYearNumber else { throw .notRecognized }
                return try parseStandardTime()
            }
            guard let next = state.next(token) else { throw .notRecognized }
            state = next
            guard next.isComplete else { continue }
            try complete(next)
            (hasCompleteState, state) = (true, .begin)
        } while token != .end && token != .numberEnd && token != .monthEnd
        guard hasCompleteState else { throw .notRecognized }
        try applyNoon()
        return try date.completed()
    }

    /// The hour by the half of the day that the text names.
    private mutating func applyNoon() throws(DateParsingFailure) {
        guard let isAfternoon else { return }
        guard let hour = date.hour, (0...(isAfternoon ? 23 : 12)).contains(hour) else { throw .notRecognized }
        date.hour = isAfternoon ? (hour < 12 ? hour + 12 : hour) : hour % 12
    }

    /// Works what has been read into the date where a day or a time is complete.
    mutating func complete(_ state: DateParsingState) throws(DateParsingFailure) {
        switch state {
        case .timeOfHour, .timeOfMinute, .timeOfSecond: try completeTime(state)
        case .dayOfSuffixes, .timeOfSuffixes: break
        case .dayOfSuffixNumber, .dayOfNumberSuffix, .dayOfNumbersSuffix: try completeSuffixedDay(state)
        default: try completeDay(state)
        }
        numbers.removeAll()
    }

    private mutating func completeTime(_ state: DateParsingState) throws(DateParsingFailure) {
        guard !hasTime, !numbers.isEmpty, state != .timeOfHour || isAfternoon != nil else { throw .notRecognized }
        date.hour = numbers[0]
        if state != .timeOfHour { date.minute = number(1) }
        if state == .timeOfSecond { date.second = number(2) }
        hasTime = true
    }

    /// A number that has been read; 0 for one that has not, as the rest of an earlier row leaves it.
    func number(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }
}

// MARK: - Days

extension DateParser {
    private mutating func completeDay(_ state: DateParsingState) throws(DateParsingFailure) {
        guard !hasDay else { throw .notRecognized }
        let (first, second) = (number(0), number(1))
        let year = year ?? -1
        let month = month ?? -1
        switch state {
        case .dayOfTwoNumbers: try setDay(date.takeDefaultYear(), first, second)
        case .dayOfThreeNumbers: try setDay(ParsedDate.fourDigitYear(number(2)), first, second)
        case .dayOfMonthNumbers: try setDay(ofMonth: month, first, second)
        case .dayOfYearNumbers, .dayOfNumbersYear: try setDay(year, first, second)
        case .dayOfYearMonthNumber: try setDay(year, month, first)
        case .dayOfYearNumber: try setDay(year, first, 1)
        case .dayOfYearMonth: try setDay(year, month, 1)
        // `March 5` is a day of this year. It and `5 March` do not count as the text's day, which another can follow.
        case .dayOfMonthNumber: return try setDay(date.takeDefaultYear(), month, first)
        // `5 March` is a year with its month, since the invariant culture has the year in front of the month.
        default: return try setDay(ParsedDate.fourDigitYear(first), month, 1)
        }
        hasDay = true
    }

    private mutating func setDay(_ year: Int, _ month: Int, _ day: Int) throws(DateParsingFailure) {
        guard ParsedDate.isDay(year, month, day) else { throw .notRecognized }
        (date.year, date.month, date.day) = (year, month, day)
    }

    /// Day and year behind a month's name, or the other way round where that is no day.
    private mutating func setDay(ofMonth month: Int, _ first: Int, _ second: Int) throws(DateParsingFailure) {
        if ParsedDate.isDay(ParsedDate.fourDigitYear(second), month, first) {
            try setDay(ParsedDate.fourDigitYear(second), month, first)
        } else {
            try setDay(ParsedDate.fourDigitYear(first), month, second)
        }
    }

    /// Numbers beside those that a suffix, such as 年, says the meaning of.
    private mutating func completeSuffixedDay(_ state: DateParsingState) throws(DateParsingFailure) {
        switch state {
        case .dayOfSuffixNumber:
            guard numbers.count == 1, date.day == nil else { throw .notRecognized }
            date.day = numbers[0]
        case .dayOfNumberSuffix:
            guard date.month != nil, date.year == nil else { throw .notRecognized }
            (date.year, date.day) = (ParsedDate.fourDigitYear(number(0)), 1)
        default:
            guard date.day == nil, (date.year == nil) != (date.month == nil) else { throw .notRecognized }
            if let year = date.year { return try setDay(ParsedDate.fourDigitYear(year), number(0), number(1)) }
            try setDay(ParsedDate.fourDigitYear(number(1)), date.month ?? -1, number(0))
        }
    }
}

// MARK: - ISO 8601

extension DateParser {
    /// The time and the zone behind `T`, which must be all that is left.
    private mutating func parseStandardTime() throws(DateParsingFailure) -> ParsedPointInTime {
        guard let year, numbers.count >= 2 else { throw .notRecognized }
        guard let hour = takeTwoDigits() else { throw .notRecognized }
        scanner.skipWhiteSpace()
        guard scanner.take(":"), let minute = takeTwoDigits() else { throw .notRecognized }
        scanner.skipWhiteSpace()
        var (second, fraction) = (0, 0.0)
        if scanner.take(":") {
            guard let number = takeTwoDigits() else { throw .notRecognized }
            second = number
            if scanner.current == UInt16(ascii: ".") {
                guard let decimals = scanner.takeFraction() else { throw .notRecognized }
                fraction = decimals
            }
            scanner.skipWhiteSpace()
        }
        if !scanner.isAtEnd { try parseStandardZone() }
        (date.year, date.month, date.day) = (year, numbers[0], numbers[1])
        (date.hour, date.minute, date.second, date.fraction, date.dayOfWeek) = (hour, minute, second, fraction, nil)
        date.hasDefaultYear = false
        return try date.completed()
    }

    private mutating func takeTwoDigits() -> Int? {
        scanner.skipWhiteSpace()
        return scanner.takeNumber(2...2)
    }

    private mutating func parseStandardZone() throws(DateParsingFailure) {
        if scanner.current == UInt16(ascii: "+") || scanner.current == UInt16(ascii: "-") {
            guard let offset = scanner.takeOffset() else { throw .notRecognized }
            date.offsetMinutes = offset
        } else if scanner.take("Z") || scanner.take("z") {
            (date.offsetMinutes, date.isUTC) = (0, true)
        }
        scanner.skipWhiteSpace()
        if scanner.current == UInt16(ascii: "#") {
            guard scanner.takePunctuation() else { throw .notRecognized }
            scanner.skipWhiteSpace()
        }
        if scanner.current == 0, !scanner.takePunctuation() { throw .notRecognized }
        guard scanner.isAtEnd else { throw .notRecognized }
    }
}
