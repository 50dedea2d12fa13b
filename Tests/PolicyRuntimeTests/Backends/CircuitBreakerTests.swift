import PolicyExpressions
import Testing

@testable import PolicyRuntime

@Suite struct CircuitBreakerTests {
    private static func at(_ seconds: Int64) -> NetDateTime {
        NetDateTime(ticks: 638_000_000_000_000_000 + seconds * 10_000_000, kind: .utc)
    }
    private static let minute = NetTimeSpan(ticks: 600_000_000)

    private static func service(_ threshold: CircuitBreakerRule.Threshold, acceptsRetryAfter: Bool = false) -> BackendService {
        let rule = CircuitBreakerRule(
            threshold: threshold, interval: minute, statusCodes: [500...599], errorReasons: ["Timeout"], tripDuration: minute,
            acceptsRetryAfter: acceptsRetryAfter)
        return BackendService(id: "a", url: RequestURL(scheme: "https", host: "a.example", path: "/"), circuitBreaker: [rule])
    }

    private static func answered(_ status: Int, retryAfter: String? = nil) -> BackendOutcome {
        .answered(status: status, retryAfter: retryAfter)
    }

    @Test func failuresWithinTheIntervalOpenIt() {
        let (health, service) = (BackendHealth(), Self.service(.count(3)))
        #expect(health.note(Self.answered(500), of: service, at: Self.at(0)).isEmpty)
        #expect(health.note(.failed(reason: "Timeout"), of: service, at: Self.at(1)).isEmpty)
        #expect(health.note(.failed(reason: "ClientConnectionFailure"), of: service, at: Self.at(2)).isEmpty)
        #expect(health.note(Self.answered(404), of: service, at: Self.at(3)).isEmpty)
        #expect(health.isAvailable(service, at: Self.at(4)))
        #expect(health.note(Self.answered(503), of: service, at: Self.at(5)).count == 1)
        #expect(health.wait(for: service, at: Self.at(35)) == 300_000_000)
        #expect(health.isAvailable(service, at: Self.at(65)))
    }

    @Test func failuresBeforeTheIntervalAreForgotten() {
        let (health, service) = (BackendHealth(), Self.service(.count(2)))
        #expect(health.note(Self.answered(500), of: service, at: Self.at(0)).isEmpty)
        #expect(health.note(Self.answered(500), of: service, at: Self.at(60)).isEmpty)
        #expect(health.note(Self.answered(500), of: service, at: Self.at(119)).count == 1)
    }

    @Test func percentageCountsEveryRequest() {
        let (health, service) = (BackendHealth(), Self.service(.percentage(50)))
        for second in 0..<3 { #expect(health.note(Self.answered(200), of: service, at: Self.at(Int64(second))).isEmpty) }
        #expect(health.note(Self.answered(500), of: service, at: Self.at(3)).isEmpty)
        #expect(health.note(Self.answered(500), of: service, at: Self.at(4)).isEmpty)
        #expect(health.note(Self.answered(500), of: service, at: Self.at(5)).count == 1)
    }

    @Test func afterTheTripItBeginsAnew() {
        let (health, service) = (BackendHealth(), Self.service(.count(2)))
        for second in 0..<2 { _ = health.note(Self.answered(500), of: service, at: Self.at(Int64(second))) }
        // Answers to requests that were sent before it tripped.
        #expect(health.note(Self.answered(500), of: service, at: Self.at(2)).isEmpty)
        #expect(health.note(Self.answered(500), of: service, at: Self.at(70)).isEmpty)
        #expect(health.isAvailable(service, at: Self.at(71)))
        #expect(health.note(Self.answered(500), of: service, at: Self.at(72)).count == 1)
    }

    @Test(
        "Retry-After",
        arguments: [
            ("90", 900_000_000 as Int64?), (" 5 ", 50_000_000), ("-1", nil), ("soon", nil), ("99999999999999999999", nil),
            ("Mon, 03 Oct 2022 00:00:30 GMT", 300_000_000), ("Sun, 02 Oct 2022 00:00:00 GMT", 0), ("Mon, 03 Oct 2022 25:00:00 GMT", nil),
        ])
    func retryAfter(_ text: String, _ ticks: Int64?) {
        // 2022-10-03T00:00:00Z
        #expect(RetryAfter.ticks(text, at: NetDateTime(ticks: 638_003_520_000_000_000, kind: .utc)) == ticks)
    }

    @Test func responseSaysHowLong() {
        let (health, service) = (BackendHealth(), Self.service(.count(1), acceptsRetryAfter: true))
        _ = health.note(Self.answered(503, retryAfter: "7"), of: service, at: Self.at(0))
        #expect(health.wait(for: service, at: Self.at(0)) == 70_000_000)
    }

    @Test func weightsSpreadTheTurns() {
        let health = BackendHealth()
        let members = [("a", 5), ("b", 1), ("c", 1)].map { id, weight in
            BackendPool.Member(BackendService(id: id, url: RequestURL(scheme: "https", host: id, path: "/")), weight: weight)
        }
        let turns = (0..<7).compactMap { _ in health.next(of: members, in: "p")?.service.id }
        #expect(turns.joined() == "aabacaa")
    }

    @Test(
        "durations",
        arguments: [
            ("PT1M", 60.0 as Double?), ("PT1M30S", 90), ("P1DT2H", 93_600), ("PT0.5S", 0.5), ("P1W", 604_800), ("PT", nil), ("P", nil),
            ("1M", nil), ("P1M", nil), ("PT1S1M", nil), ("PT5", nil),
        ])
    func duration(_ text: String, _ seconds: Double?) {
        #expect(ISODuration.timeSpan(text)?.ticks == seconds.map { Int64($0 * 10_000_000) })
    }
}
