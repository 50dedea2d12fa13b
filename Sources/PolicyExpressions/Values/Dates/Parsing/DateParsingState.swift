/// A token of a date's text: a number, year or month with what stands behind it, or a word.
enum DateToken: Int, CaseIterable {
    case end
    case numberEnd, numberNoon, numberSpace, numberDate, numberTime, numberDateSuffix, numberTimeSuffix
    case monthEnd, monthSpace, monthDate
    case yearEnd, yearSpace, yearDate
    case dayOfWeek, timeZone, era
    /// A number with the `T` behind which ISO 8601 has the time.
    case numberLocalTime
}

/// What has been read of a date's text since its beginning, or since a day or a time was complete.
///
/// `open` means that a separator stood last. The states from `dayOfTwoNumbers` on are complete days and times.
enum DateParsingState: Int, CaseIterable {
    case begin
    case number, twoNumbers
    case openNumber, dateNumbers, openNumbers
    case month, monthNumber, numberMonth, openMonthNumber
    case numberBehindSuffix
    case year, yearNumber, openYearNumber, yearMonth, openYearMonth
    case dateSuffix, timeSuffix
    case openHour, openMinute

    case dayOfTwoNumbers, dayOfThreeNumbers, dayOfMonthNumber, dayOfNumberMonth, dayOfMonthNumbers
    case dayOfSuffixes, dayOfSuffixNumber, dayOfNumberSuffix, dayOfNumbersSuffix
    case dayOfYearNumbers, dayOfYearMonthNumber, dayOfYearNumber, dayOfYearMonth, dayOfNumbersYear
    case timeOfHour, timeOfMinute, timeOfSecond, timeOfSuffixes

    var isComplete: Bool { rawValue >= Self.dayOfTwoNumbers.rawValue }

    /// The state behind a token; nil where no date goes on with it.
    func next(_ token: DateToken) -> DateParsingState? { Self.table[rawValue][token.rawValue] }

    /// By state and token; built once, since every number asks.
    private static let table: [[DateParsingState?]] = allCases.map { state in
        DateToken.allCases.map { transitions[state]?[$0] }
    }

    private static let transitions: [DateParsingState: [DateToken: DateParsingState]] =
        numberTransitions.merging(monthTransitions) { first, _ in first }.merging(yearTransitions) { first, _ in first }
        .merging(suffixTransitions) { first, _ in first }.merging(timeTransitions) { first, _ in first }

    private static let numberTransitions: [DateParsingState: [DateToken: DateParsingState]] = [
        .begin: [
            .end: .begin, .numberNoon: .timeOfHour, .numberSpace: .number, .numberDate: .openNumber, .numberTime: .openHour,
            .monthSpace: .month, .monthDate: .month, .numberDateSuffix: .dateSuffix, .numberTimeSuffix: .timeSuffix, .dayOfWeek: .begin,
            .yearSpace: .year, .yearDate: .year, .timeZone: .begin, .era: .begin,
        ],
        .number: [
            .numberEnd: .dayOfTwoNumbers, .numberSpace: .twoNumbers, .numberDate: .openNumbers, .monthEnd: .dayOfNumberMonth,
            .monthSpace: .numberMonth, .monthDate: .openMonthNumber, .numberDateSuffix: .numberBehindSuffix, .dayOfWeek: .number,
            .yearSpace: .yearNumber, .yearDate: .openYearNumber, .yearEnd: .dayOfYearNumber, .timeZone: .number, .era: .number,
        ],
        .twoNumbers: [
            .end: .dayOfTwoNumbers, .numberEnd: .dayOfThreeNumbers, .numberNoon: .timeOfHour, .numberSpace: .dayOfThreeNumbers,
            .numberTime: .openHour, .monthEnd: .dayOfMonthNumbers, .monthSpace: .dayOfMonthNumbers, .numberTimeSuffix: .timeSuffix,
            .dayOfWeek: .twoNumbers, .yearSpace: .dayOfNumbersYear, .yearEnd: .dayOfNumbersYear, .timeZone: .twoNumbers,
            .era: .twoNumbers,
        ],
        .openNumber: [
            .numberEnd: .dayOfTwoNumbers, .numberSpace: .dateNumbers, .numberDate: .openNumbers, .monthEnd: .dayOfNumberMonth,
            .monthSpace: .monthNumber, .monthDate: .openMonthNumber, .dayOfWeek: .openNumber, .yearSpace: .yearNumber,
            .yearDate: .openYearNumber, .yearEnd: .dayOfYearNumber, .era: .openNumber,
        ],
        .dateNumbers: [
            .end: .dayOfTwoNumbers, .numberEnd: .dayOfThreeNumbers, .numberNoon: .timeOfHour, .numberSpace: .dayOfThreeNumbers,
            .numberTime: .openHour, .monthEnd: .dayOfMonthNumbers, .monthSpace: .dayOfMonthNumbers, .numberDateSuffix: .dayOfSuffixes,
            .numberTimeSuffix: .timeSuffix, .dayOfWeek: .dateNumbers, .yearSpace: .dayOfNumbersYear, .yearEnd: .dayOfNumbersYear,
            .era: .dateNumbers,
        ],
        .openNumbers: [
            .numberEnd: .dayOfThreeNumbers, .numberNoon: .dayOfThreeNumbers, .numberSpace: .dayOfThreeNumbers,
            .monthEnd: .dayOfMonthNumbers, .monthSpace: .dayOfMonthNumbers, .numberDateSuffix: .dayOfSuffixes, .dayOfWeek: .openNumbers,
            .yearSpace: .dayOfNumbersYear, .yearEnd: .dayOfNumbersYear, .era: .openNumbers,
        ],
    ]

    private static let monthTransitions: [DateParsingState: [DateToken: DateParsingState]] = [
        .month: [
            .numberEnd: .dayOfMonthNumber, .numberSpace: .monthNumber, .numberDate: .openMonthNumber, .dayOfWeek: .month,
            .yearSpace: .yearMonth, .yearDate: .openYearMonth, .yearEnd: .dayOfYearMonth, .era: .month,
        ],
        .monthNumber: monthAndNumber(.monthNumber, complete: .dayOfMonthNumber),
        .numberMonth: monthAndNumber(.numberMonth, complete: .dayOfNumberMonth),
        .openMonthNumber: [
            .numberEnd: .dayOfMonthNumbers, .numberSpace: .dayOfMonthNumbers, .dayOfWeek: .openMonthNumber,
            .yearSpace: .dayOfYearMonthNumber, .yearEnd: .dayOfYearMonthNumber, .era: .openMonthNumber,
        ],
    ]

    private static func monthAndNumber(_ own: DateParsingState, complete: DateParsingState) -> [DateToken: DateParsingState] {
        [
            .end: complete, .numberEnd: .dayOfMonthNumbers, .numberNoon: .dayOfMonthNumbers, .numberSpace: .dayOfMonthNumbers,
            .numberTime: .openHour, .numberDateSuffix: .dayOfSuffixes, .numberTimeSuffix: .timeSuffix, .dayOfWeek: own,
            .yearSpace: .dayOfYearMonthNumber, .yearEnd: .dayOfYearMonthNumber, .era: own,
        ]
    }

    private static let yearTransitions: [DateParsingState: [DateToken: DateParsingState]] = [
        .year: [
            .numberEnd: .dayOfYearNumber, .numberSpace: .yearNumber, .numberDate: .openYearNumber, .monthEnd: .dayOfYearMonth,
            .monthSpace: .yearMonth, .monthDate: .openYearMonth, .numberDateSuffix: .yearMonth, .dayOfWeek: .year, .era: .year,
        ],
        .yearNumber: yearAndNumber(complete: .dayOfYearNumber), .openYearNumber: yearAndNumber(complete: .dayOfYearNumber),
        .yearMonth: yearAndMonth(complete: .dayOfYearMonth), .openYearMonth: yearAndMonth(complete: nil),
    ]

    private static func yearAndNumber(complete: DateParsingState) -> [DateToken: DateParsingState] {
        [
            .end: complete, .numberEnd: .dayOfYearNumbers, .numberNoon: .dayOfYearNumbers, .numberSpace: .dayOfYearNumbers,
            .monthEnd: .dayOfYearMonthNumber, .monthSpace: .dayOfYearMonthNumber, .dayOfWeek: .yearNumber, .era: .yearNumber,
        ]
    }

    private static func yearAndMonth(complete: DateParsingState?) -> [DateToken: DateParsingState] {
        var next: [DateToken: DateParsingState] = [
            .numberEnd: .dayOfYearMonthNumber, .numberNoon: .dayOfYearMonthNumber, .numberSpace: .dayOfYearMonthNumber,
            .dayOfWeek: .yearMonth, .era: .yearMonth,
        ]
        next[.end] = complete
        return next
    }

    private static let suffixTransitions: [DateParsingState: [DateToken: DateParsingState]] = [
        .numberBehindSuffix: [
            .end: .dayOfNumberSuffix, .numberEnd: .dayOfNumbersSuffix, .numberNoon: .dayOfNumbersSuffix,
            .numberSpace: .dayOfNumbersSuffix, .numberTime: .openHour, .numberDateSuffix: .numberBehindSuffix,
            .numberTimeSuffix: .timeSuffix, .dayOfWeek: .numberBehindSuffix, .era: .numberBehindSuffix,
        ],
        .dateSuffix: [
            .end: .dayOfSuffixes, .numberEnd: .dayOfSuffixNumber, .numberNoon: .timeOfHour, .numberSpace: .openHour,
            .numberTime: .openHour, .numberDateSuffix: .dateSuffix, .numberTimeSuffix: .timeSuffix, .dayOfWeek: .dateSuffix,
            .era: .dateSuffix,
        ],
        .timeSuffix: [
            .end: .timeOfSuffixes, .numberEnd: .timeOfSuffixes, .numberNoon: .timeOfSuffixes, .numberSpace: .openHour,
            .numberDate: .openNumber, .numberDateSuffix: .dateSuffix, .numberTimeSuffix: .timeSuffix, .dayOfWeek: .timeSuffix,
            .timeZone: .timeSuffix, .era: .timeSuffix,
        ],
    ]

    private static let timeTransitions: [DateParsingState: [DateToken: DateParsingState]] = [
        .openHour: [
            .numberEnd: .timeOfMinute, .numberNoon: .timeOfMinute, .numberSpace: .timeOfMinute, .numberTime: .openMinute,
            .monthEnd: .dayOfNumberMonth, .monthSpace: .numberMonth, .numberTimeSuffix: .timeSuffix, .timeZone: .openHour,
            .era: .openHour,
        ],
        .openMinute: [
            .numberEnd: .timeOfSecond, .numberNoon: .timeOfSecond, .numberSpace: .timeOfSecond, .numberTimeSuffix: .timeSuffix,
            .dayOfWeek: .openMinute, .timeZone: .openMinute, .era: .openMinute,
        ],
    ]
}
