/// Reads spans in the standard formats: `TimeSpan.Parse` with the invariant culture.
///
/// A text is a row of at most five numbers with literals in front, between and behind. The literals say what the numbers
/// are: `d`, `h:m`, `h:m:s`, `d.h:m`, `h:m:.f` and so on. Days may also have a colon behind them, as the culture writes
/// them; that reading comes after all with a point.
struct TimeSpanParser {
    /// Which of the standard formats a text can have.
    enum Form {
        case any
        /// `g`: the culture's own.
        case cultural
        /// `G`: the culture's own with all parts.
        case culturalFull
    }

    private typealias Number = (number: Int, zeros: Int)
    /// One behind the other: the literals in front of each number and behind the last.
    private var literals: [[UInt16]] = []
    private var numbers: [Number] = []

    /// The span that a text shows.
    static func parse(_ text: NetString, _ form: Form = .any) throws(TimeSpanParsingFailure) -> NetTimeSpan {
        let units = text.trimmed().utf16Array
        guard !units.isEmpty else { throw .notRecognized }
        var parser = TimeSpanParser()
        try parser.split(units)
        return try parser.span(form)
    }

    private mutating func split(_ units: [UInt16]) throws(TimeSpanParsingFailure) {
        var position = 0
        while position < units.count {
            let start = position
            while position < units.count, units[position] &- 0x30 > 9 { position += 1 }
            literals.append(Array(units[start..<position]))
            guard literals.count <= 6 else { throw .notRecognized }
            if position == units.count { return }
            guard numbers.count < 5 else { throw .notRecognized }
            numbers.append(try Self.number(units, &position))
        }
        literals.append([])
    }

    private static func number(_ units: [UInt16], _ position: inout Int) throws(TimeSpanParsingFailure) -> Number {
        var (number, zeros) = (0, 0)
        while position < units.count, units[position] &- 0x30 < 10 {
            number = number * 10 + Int(units[position] &- 0x30)
            if number == 0 { zeros += 1 }
            guard number < 0x1000_0000 else { throw .overflow }
            position += 1
        }
        return (number, zeros)
    }

    private func span(_ form: Form) throws(TimeSpanParsingFailure) -> NetTimeSpan {
        guard (1...5).contains(numbers.count), literals.count == numbers.count + 1, form != .culturalFull || numbers.count == 5 else {
            throw .notRecognized
        }
        var hasReading = false
        for separator in form == .any ? ["." as Unicode.Scalar, ":"] : [":"] {
            for isNegative in [false, true] {
                for reading in Self.readings[numbers.count - 1] where matches(reading, UInt16(ascii: separator), isNegative) {
                    hasReading = true
                    if let span = parts(reading).span(isNegative: isNegative) { return span }
                }
            }
        }
        throw hasReading ? .overflow : .notRecognized
    }

    // MARK: Readings

    private enum Place { case days, hours, minutes, seconds, fraction }

    /// What as many numbers can be, in the order in which it is tried.
    private static let readings: [[[Place]]] = [
        [[.days]], [[.hours, .minutes]],
        [[.hours, .minutes, .seconds], [.days, .hours, .minutes], [.hours, .minutes, .fraction]],
        [[.hours, .minutes, .seconds, .fraction], [.days, .hours, .minutes, .seconds], [.days, .hours, .minutes, .fraction]],
        [[.days, .hours, .minutes, .seconds, .fraction]],
    ]

    private func matches(_ reading: [Place], _ daySeparator: UInt16, _ isNegative: Bool) -> Bool {
        guard literals[0] == (isNegative ? [UInt16(ascii: "-")] : []), literals[reading.count] == [] else { return false }
        return (1..<reading.count).allSatisfy { index in
            switch (reading[index - 1], reading[index]) {
            case (.days, _): literals[index] == [daySeparator]
            case (.minutes, .fraction): literals[index] == Array(":.".utf16)
            case (_, .fraction): literals[index] == Array(".".utf16)
            default: literals[index] == Array(":".utf16)
            }
        }
    }

    private func parts(_ reading: [Place]) -> TimeSpanParts {
        var parts = TimeSpanParts()
        for (place, number) in zip(reading, numbers) {
            switch place {
            case .days: parts.days = number.number
            case .hours: parts.hours = number.number
            case .minutes: parts.minutes = number.number
            case .seconds: parts.seconds = number.number
            case .fraction: parts.fraction = number
            }
        }
        return parts
    }
}
