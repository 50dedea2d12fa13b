extension DateTimeFormat {
    /// The texts of a date in every pattern of every standard format: `GetDateTimeFormats`.
    static func allTexts(_ date: NetDateTime) throws(EvaluationError) -> [NetString] {
        var result: [NetString] = []
        for letter in "dDfFgGmMoOrRstTuUyY".utf16 { result += try texts(date, letter) }
        return result
    }

    /// The texts of a date in every pattern that a standard format stands for; throws FormatException for what is none.
    static func texts(_ date: NetDateTime, _ letter: UInt16) throws(EvaluationError) -> [NetString] {
        var result: [NetString] = []
        for pattern in try patterns(letter) { result.append(try text(date, pattern)) }
        return result
    }

    private static let shortDates: [NetString] = ["MM/dd/yyyy", "yyyy-MM-dd"]
    private static let longDates: [NetString] = ["dddd, dd MMMM yyyy"]
    private static let shortTimes: [NetString] = ["HH:mm", "hh:mm tt", "H:mm", "h:mm tt"]
    private static let longTimes: [NetString] = ["HH:mm:ss"]

    private static func patterns(_ letter: UInt16) throws(EvaluationError) -> [NetString] {
        switch Unicode.Scalar(letter) {
        case "d": return shortDates
        case "D": return longDates
        case "f": return combined(longDates, shortTimes)
        case "F", "U": return combined(longDates, longTimes)
        case "g": return combined(shortDates, shortTimes)
        case "G": return combined(shortDates, longTimes)
        case "t": return shortTimes
        case "T": return longTimes
        default:
            guard let pattern = standardPattern(letter) else { throw .format() }
            return [pattern]
        }
    }

    private static func combined(_ dates: [NetString], _ times: [NetString]) -> [NetString] {
        dates.flatMap { date in times.map { NetString.concatenate([date, " ", $0]) } }
    }
}
