import Testing

@testable import PolicyExpressions

@Suite struct DateTimeFormatTests {
    private static func date() throws -> NetDateTime {
        try NetDateTime(year: 2024, month: 2, day: 9, hour: 17, minute: 7, second: 3, millisecond: 45)
    }

    @Test(arguments: [
        ("d", "02/09/2024"), ("D", "Friday, 09 February 2024"), ("r", "Fri, 09 Feb 2024 17:07:03 GMT"),
        ("o", "2024-02-09T17:07:03.0450000"),
        ("u", "2024-02-09 17:07:03Z"), ("y", "2024 February"), ("", "02/09/2024 17:07:03"), ("h:mm tt", "5:07 PM"), ("%d", "9"),
        ("HH:mm:ss.FFF", "17:07:03.045"), ("HH:mm:ss.F", "17:07:03"), ("'T'HH\\h", "T17h"), ("yy-M-dddd", "24-2-Friday"), ("zzz", "+00:00"),
    ])
    func formats(format: String, expected: String) throws {
        #expect(try Self.date().text(format: NetString(format)) == NetString(expected))
    }

    @Test(arguments: ["x", "K", "ffffffff", "%", "'open", "y\\"])
    func refuses(format: String) throws {
        let date = try Self.date()
        #expect(throws: EvaluationError.self) { try date.text(format: NetString(format)) }
    }

    @Test(arguments: [
        ("c", "1.02:03:04.0050000"), ("g", "1:2:03:04.005"), ("G", "1:02:03:04.0050000"), ("hh\\:mm\\:ss", "02:03:04"),
        ("ss\\.FFF", "04.005"),
    ])
    func formatsSpans(format: String, expected: String) throws {
        let span = try NetTimeSpan(days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5)
        #expect(try span.text(format: NetString(format)) == NetString(expected))
    }

    @Test func arithmeticStaysInRange() throws {
        #expect(try NetDateTime(year: 2024, month: 1, day: 31).adding(months: 1).date == (2024, 2, 29))
        #expect(try NetDateTime(year: 2024, month: 3, day: 31).adding(months: -1).date == (2024, 2, 29))
        #expect(throws: EvaluationError.self) { try NetDateTime.minValue.adding(months: -1) }
        #expect(throws: EvaluationError.self) { try NetDateTime.maxValue.adding(ticks: 1) }
        #expect(throws: EvaluationError.self) { try NetDateTime.maxValue.adding(.greatestFiniteMagnitude, milliseconds: 1) }
        #expect(try NetDateTime.minValue.adding(.nan, milliseconds: 1) == .minValue)
        #expect(throws: EvaluationError.self) { try NetTimeSpan(.greatestFiniteMagnitude, unit: 1) }
        #expect(throws: EvaluationError.self) { try NetTimeSpan(ticks: .min).negated() }
    }
}
