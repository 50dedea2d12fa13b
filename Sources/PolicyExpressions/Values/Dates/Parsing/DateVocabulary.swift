/// A word of a date that stands by itself.
enum DateWord {
    case month(Int)
    case dayOfWeek(Int)
    case beforeNoon, afterNoon
    /// `GMT` or `Z`.
    case universalTime
    case era
    /// A character that dates may hold and that says nothing.
    case ignorable
    /// The sign for the first year of an era.
    case firstYear
}

/// What stands behind a number or a month's name.
enum DateSeparator {
    case end, space, beforeNoon, afterNoon, date, time
    /// `-`: between the parts of a date, or the sign of an offset.
    case dateOrOffset
    /// `T` between date and time.
    case localTimeMark
    case year, month, day, hour, minute, second
}

/// The words and separators of dates in the invariant culture; a longer word comes before one that it begins with.
enum DateVocabulary {
    struct Entry<Meaning: Sendable>: Sendable {
        let units: [UInt16]
        let meaning: Meaning
        init(_ text: String, _ meaning: Meaning) { (units, self.meaning) = (Array(text.utf16), meaning) }
    }

    static let words: [Entry<DateWord>] = {
        let months = NetDateTimeFormat.monthNames.prefix(12).map(\.string).enumerated()
        let days = NetDateTimeFormat.dayNames.map(\.string).enumerated()
        var entries = months.map { Entry($0.element, DateWord.month($0.offset + 1)) }
        entries += days.map { Entry($0.element, .dayOfWeek($0.offset)) }
        entries += months.map { Entry(String($0.element.prefix(3)), .month($0.offset + 1)) }
        entries += days.map { Entry(String($0.element.prefix(3)), .dayOfWeek($0.offset)) }
        entries += [Entry("AM", .beforeNoon), Entry("PM", .afterNoon), Entry("A.D.", .era), Entry("AD", .era)]
        entries += [Entry("GMT", .universalTime), Entry("Z", .universalTime), Entry("元", .firstYear)]
        return entries + [",", ".", "(", ")"].map { Entry($0, .ignorable) }
    }()

    static let separators: [Entry<DateSeparator>] = [
        Entry(":", .time), Entry("/", .date), Entry("-", .dateOrOffset), Entry("T", .localTimeMark), Entry("AM", .beforeNoon),
        Entry("PM", .afterNoon), Entry("年", .year), Entry("년", .year), Entry("月", .month), Entry("월", .month), Entry("日", .day),
        Entry("일", .day), Entry("時", .hour), Entry("时", .hour), Entry("分", .minute), Entry("秒", .second),
    ]
}
