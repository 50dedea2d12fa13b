import CAllocationCounter

/// How long one turn of a piece of work takes, and how many blocks it allocates.
struct Measurement {
    /// Nanoseconds of the fastest and of the middle round.
    var minimum: Double, median: Double
    /// Allocated blocks a turn.
    var allocations: Double

    /// Measures work in nine rounds of at least 20 ms each, after a warm-up.
    init(_ work: () throws -> Void) rethrows {
        let turns = try Self.turns(lasting: .milliseconds(20), work)
        var rounds: [Double] = []
        let before = allocation_count()
        for _ in 0..<9 { rounds.append(try Self.time(turns, work)) }
        allocations = (Double(allocation_count() - before) / Double(turns * 9)).rounded()
        rounds.sort()
        (minimum, median) = (rounds[0], rounds[4])
    }

    /// As `init(_:)`, for work that may wait.
    init(asynchronously work: () async throws -> Void) async rethrows {
        var turns = 1
        while try await Self.time(turns, asynchronously: work) * Double(turns) < 20_000_000 { turns *= 2 }
        var rounds: [Double] = []
        let before = allocation_count()
        for _ in 0..<9 { rounds.append(try await Self.time(turns, asynchronously: work)) }
        allocations = (Double(allocation_count() - before) / Double(turns * 9)).rounded()
        rounds.sort()
        (minimum, median) = (rounds[0], rounds[4])
    }

    private static func turns(lasting duration: Duration, _ work: () throws -> Void) rethrows -> Int {
        var turns = 1
        while try time(turns, work) * Double(turns) < duration / .nanoseconds(1) { turns *= 2 }
        return turns
    }

    private static func time(_ turns: Int, _ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        for _ in 0..<turns { try work() }
        return (ContinuousClock.now - start) / .nanoseconds(1) / Double(turns)
    }

    private static func time(_ turns: Int, asynchronously work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        for _ in 0..<turns { try await work() }
        return (ContinuousClock.now - start) / .nanoseconds(1) / Double(turns)
    }

    /// `name   12.3 / 13.0 µs   4 allocations   2.1×`, the ratio to another measurement of the same run.
    func line(_ name: String, relativeTo reference: Measurement? = nil) -> String {
        let times = "\(Self.text(minimum)) / \(Self.text(median))"
        let ratio = reference.map { "  \(Self.rounded(minimum / $0.minimum))×" } ?? ""
        return name.padded(to: 52) + times.padded(to: 26) + "\(Int(allocations)) allocations".padded(to: 22) + ratio
    }

    private static func text(_ nanoseconds: Double) -> String {
        switch nanoseconds {
        case ..<10_000: "\(rounded(nanoseconds)) ns"
        case ..<10_000_000: "\(rounded(nanoseconds / 1_000)) µs"
        default: "\(rounded(nanoseconds / 1_000_000)) ms"
        }
    }

    private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
