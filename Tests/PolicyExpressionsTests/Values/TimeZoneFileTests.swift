import Testing

@testable import PolicyExpressions

/// Files in the format TZif, made here byte by byte.
@Suite("Files of time zones")
struct TimeZoneFileTests {
    @Test func offsetsChangeAtTheTransitions() throws {
        let history = try #require(TimeZoneFile.history(Self.file(footer: "CET-1CEST,M3.5.0,M10.5.0/3"), asOf: Self.date(2020, 1, 1)))
        #expect(history.offset(atUTC: Self.date(1970, 1, 1).ticks) == ZoneOffset(minutes: 60, isDaylight: false))
        #expect(history.offset(atUTC: Self.ticks(unix: 999_999_999)) == ZoneOffset(minutes: 60, isDaylight: false))
        #expect(history.offset(atUTC: Self.ticks(unix: 1_000_000_000)) == ZoneOffset(minutes: 120, isDaylight: true))
        #expect(history.offset(atUTC: Self.ticks(unix: 1_100_000_000)) == ZoneOffset(minutes: 60, isDaylight: false))
        #expect(history.baseOffset == ZoneOffset(minutes: 60, isDaylight: false))
        #expect((history.standardName, history.daylightName) == ("CET", "CEST"))
    }

    @Test func theRuleHoldsBehindTheLastTransition() throws {
        let history = try #require(TimeZoneFile.history(Self.file(footer: "CET-1CEST,M3.5.0,M10.5.0/3"), asOf: Self.date(2020, 1, 1)))
        #expect(history.offset(atUTC: Self.date(2300, 7, 1).ticks).minutes == 120)
        #expect(history.offset(atUTC: Self.date(2300, 1, 1).ticks).minutes == 60)
    }

    @Test func withoutARuleTheLastOffsetStays() throws {
        let history = try #require(TimeZoneFile.history(Self.file(footer: ""), asOf: Self.date(2020, 1, 1)))
        #expect(history.offset(atUTC: Self.date(2300, 7, 1).ticks).minutes == 60)
    }

    @Test func aPartOfAFileIsNone() {
        let file = Self.file(footer: "CET-1")
        let header = 44 + 2 * 5 + 2 * 6 + 9
        for length in 0..<header { #expect(TimeZoneFile.history(Array(file[..<length]), asOf: Self.date(2020, 1, 1)) == nil) }
    }

    @Test func damagedFilesAreReadOrRefused() {
        let file = Self.file(footer: "CET-1CEST,M3.5.0,M10.5.0/3")
        for place in file.indices {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var damaged = file
                damaged[place] = value
                let history = TimeZoneFile.history(damaged, asOf: Self.date(2020, 1, 1))
                // An offset that no file should have must not leave the range of numbers either.
                let ticks = history.map { $0.offset(atUTC: NetDateTime.maximumTicks).ticks } ?? 0
                #expect(abs(ticks) <= Int64(Int32.max) * NetDateTime.ticksPerSecond + 600_000_000)
            }
        }
    }

    // MARK: A file

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> NetDateTime {
        NetDateTime(ticks: NetDateTime.ticks(year, month, day), kind: .utc)
    }

    private static func ticks(unix seconds: Int64) -> Int64 { NetDateTime.unixEpochTicks + seconds * NetDateTime.ticksPerSecond }

    /// A zone with one summer, in both parts of the format.
    private static func file(footer: String) -> [UInt8] {
        part(timeSize: 4) + part(timeSize: 8) + [0x0A] + Array(footer.utf8) + [0x0A]
    }

    private static func part(timeSize: Int) -> [UInt8] {
        let names = Array("CET\0CEST\0".utf8)
        var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, 0, 2, 2, names.count] { bytes += number(count, 4) }
        bytes += number(1_000_000_000, timeSize) + number(1_100_000_000, timeSize) + [1, 0]
        return bytes + number(3600, 4) + [0, 0] + number(7200, 4) + [1, 4] + names
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * (size - 1 - $0))) }
    }
}

/// Rules as POSIX writes them.
@Suite("Rules of time zones")
struct PosixZoneRuleTests {
    @Test(
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", 60, 120), ("EST5EDT,M3.2.0,M11.1.0", -300, -240), ("IST-5:30", 330, nil),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 630, 660), ("<-03>3", -180, nil), ("XXX0YYY,J60/2,300/-26", 0, 60),
        ] as [(String, Int, Int?)])
    func offsets(_ text: String, standard: Int, daylight: Int?) throws {
        let rule = try #require(PosixZoneRule(text))
        #expect((rule.standardMinutes, rule.daylight?.minutes) == (standard, daylight))
    }

    @Test(arguments: [
        "", "CET", "-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,J0,J365", "CET-1CEST,366,1", "CET-168", "<CET-1", "CET-1CEST,M3.5.0,M10.5.0,M1.1.1", "CET-1:60",
    ])
    func whatIsNoRule(_ text: String) { #expect(PosixZoneRule(text) == nil) }

    @Test func summerEndsAndBeginsToTheSecond() throws {
        let rule = try #require(PosixZoneRule("CET-1CEST,M3.5.0,M10.5.0/3"))
        let start = NetDateTime.ticks(2024, 3, 31) + 3600 * NetDateTime.ticksPerSecond
        let end = NetDateTime.ticks(2024, 10, 27) + 3600 * NetDateTime.ticksPerSecond
        #expect(!rule.offset(atUTC: start - 1).isDaylight)
        #expect(rule.offset(atUTC: start).isDaylight)
        #expect(rule.offset(atUTC: end - 1).isDaylight)
        #expect(!rule.offset(atUTC: end).isDaylight)
    }

    @Test func summerSouthOfTheEquatorGoesOnOverTheNewYear() throws {
        let rule = try #require(PosixZoneRule("AEST-10AEDT,M10.1.0,M4.1.0/3"))
        #expect(rule.offset(atUTC: NetDateTime.ticks(2024, 1, 1)).isDaylight)
        #expect(!rule.offset(atUTC: NetDateTime.ticks(2024, 7, 1)).isDaylight)
    }

    @Test func daysOfTheYearAreCountedWithAndWithoutTheLeapDay() {
        let march = NetDateTime.ticks(2024, 3, 1), december = NetDateTime.ticks(2024, 12, 31)
        #expect(PosixZoneRule.Day.julian(60).ticks(in: 2024) == march)
        #expect(PosixZoneRule.Day.julian(365).ticks(in: 2024) == december)
        #expect(PosixZoneRule.Day.ordinal(60).ticks(in: 2024) == march)
        #expect(PosixZoneRule.Day.ordinal(365).ticks(in: 2024) == december)
        #expect(PosixZoneRule.Day.julian(60).ticks(in: 2023) == NetDateTime.ticks(2023, 3, 1))
    }
}
