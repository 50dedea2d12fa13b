import CMeasurement

/// What one repetition of a subject cost.
struct Measurement {
    /// Of the fastest batch, in nanoseconds on a processor.
    var minimum: Double
    /// Of the batch in the middle, in nanoseconds on a processor.
    var median: Double
    /// Heap blocks asked for; nil where they cannot be counted.
    var allocations: Double?
}

/// Something that is measured.
struct Subject {
    /// What the table calls it.
    var name: String
    private let sample: (Int) async throws -> Sample

    private struct Sample {
        var nanoseconds: Int64 = 0
        var allocations: Int64 = 0
    }

    /// Takes what is to be repeated.
    ///
    /// - Parameters:
    ///   - preparedAtOnce: How many repetitions are prepared at once: all, unless they are requests; a server has few of these
    ///     under way, and each is as near to the processor as
    ///     one that has just been received.
    ///   - prepare: Makes what a batch of that many repetitions works on; not measured.
    ///   - run: Runs a batch.
    init<State>(
        _ name: String, preparedAtOnce: Int = .max, prepare: @escaping (Int) throws -> State,
        run: @escaping (inout State, Int) async throws -> Void
    ) {
        self.name = name
        sample = { count in
            var (sum, left) = (Sample(), count)
            while left > 0 {
                let portion = min(left, preparedAtOnce)
                var state = try prepare(portion)
                let before = allocation_count()
                let start = processor_nanoseconds()
                try await run(&state, portion)
                sum.nanoseconds += processor_nanoseconds() - start
                sum.allocations = before < 0 ? -1 : sum.allocations + allocation_count() - before
                left -= portion
            }
            return sum
        }
    }

    /// Takes what needs no preparation, once for each repetition.
    init<Result>(_ name: String, _ body: @escaping () throws -> Result) {
        self.name = name
        sample = { count in
            let before = allocation_count()
            let start = processor_nanoseconds()
            for _ in 0..<count { keep(try body()) }
            let spent = processor_nanoseconds() - start
            return Sample(nanoseconds: spent, allocations: before < 0 ? -1 : allocation_count() - before)
        }
    }

    /// Measures subjects in turns, so that what disturbs the machine disturbs them alike.
    static func measure(_ subjects: [Subject], rounds: Int = 21) async throws -> [Measurement] {
        var counts: [Int] = []
        for subject in subjects { counts.append(try await subject.countForBatch()) }
        var samples = subjects.map { _ in [Sample]() }
        for _ in 0..<rounds {
            for (index, subject) in subjects.enumerated() { samples[index].append(try await subject.sample(counts[index])) }
        }
        return zip(samples, counts).map { Measurement($0.map { ($0.nanoseconds, $0.allocations) }, of: $1) }
    }

    /// How many repetitions take some milliseconds. Finding out warms up caches and whatever is made lazily.
    private func countForBatch() async throws -> Int {
        var count = 1
        while true {
            if try await sample(count).nanoseconds > 4_000_000 || count >= 1 << 20 { return count }
            count *= 2
        }
    }
}

extension Measurement {
    init(_ batches: [(nanoseconds: Int64, allocations: Int64)], of count: Int) {
        let times = batches.map { Double($0.nanoseconds) / Double(count) }.sorted()
        let allocations = batches.map(\.allocations).min() ?? -1
        self.init(
            minimum: times[0], median: times[times.count / 2], allocations: allocations < 0 ? nil : Double(allocations) / Double(count))
    }
}

/// Uses a value in a way that the optimizer cannot see through, so that what makes it stays in the program.
@inline(never)
@_optimize(none)
func keep<Result>(_ result: Result) {}

/// How many requests are prepared at once: few enough to stay in the processor's cache, many enough for the clock not to count.
let requestsAtOnce = 128
