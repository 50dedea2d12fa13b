public import PolicyDiagnostics
public import PolicyExpressions
public import PolicyRuntime

/// What runs reached of policy documents: policies, ways of decisions, statements, each with how often.
///
/// A value starts out knowing all that the documents could reach, is filled by a `CoverageRecorder`, and is merged with others:
/// of other requests, other tests, other processes. Places are told apart by file name and offset, so that documents that
/// were compiled anew count as the same ones.
///
/// ```swift
/// var options = CompilationOptions()
/// options.measuresCoverage = true
/// let run = try RecordedRun(inputs, options: options)
/// let recorder = CoverageRecorder(run.policies)
/// _ = try await run.report(observers: [recorder])
/// print(recorder.coverage.textSummary())
/// ```
public struct PolicyCoverage: Sendable {
    private struct Entry {
        var point: CoveragePoint
        var count: Int
    }

    private var entries: [CoveragePoint.Key: Entry] = [:]

    /// Makes coverage of nothing, to be merged into.
    public init() {}

    /// Makes coverage of documents that nothing reached yet. They must have been compiled with
    /// `CompilationOptions.measuresCoverage`; others have nothing to count.
    public init(_ policies: CompiledPolicySet) {
        for point in policies.coveragePoints where point.kind != .value { entries[point.key] = Entry(point: point, count: 0) }
    }

    /// Counts a place once more.
    mutating func count(_ point: CoveragePoint, times: Int = 1) {
        guard point.kind != .value else { return }
        entries[point.key, default: Entry(point: point, count: 0)].count += times
    }

    /// Adds what other runs reached.
    public mutating func merge(_ other: PolicyCoverage) {
        for (key, entry) in other.entries { entries[key, default: Entry(point: entry.point, count: 0)].count += entry.count }
    }

    /// The coverage without some files, by their names.
    public func leavingOut(_ files: Set<String>) -> PolicyCoverage {
        var coverage = self
        if !files.isEmpty { coverage.entries = entries.filter { !files.contains($0.key.file) } }
        return coverage
    }

    /// The coverage by file, in the order of their names.
    public var files: [FileCoverage] {
        Dictionary(grouping: entries.values) { $0.point.span.source.name }
            .map { name, entries in
                FileCoverage(name: name, places: entries.map { CoveredPlace(point: $0.point, count: $0.count) }.sorted())
            }
            .sorted { $0.name < $1.name }
    }

    /// Everything taken together.
    public var total: CoverageSummary { files.map(\.summary).reduce(into: CoverageSummary()) { $0.add($1) } }

    /// The share of all places that was reached, in percent, 0…100; 100 where there is none. What `--fail-under` compares.
    public var percent: Double { total.all.percent }
}

/// A place with how often runs reached it.
public struct CoveredPlace: Sendable, Comparable {
    /// The place.
    public let point: CoveragePoint
    /// How often it was reached.
    public let count: Int

    /// Where the place begins.
    public var start: SourceLocation { point.span.start }

    /// Orders by place, the outer one first.
    public static func < (left: Self, right: Self) -> Bool { left.order.lexicographicallyPrecedes(right.order) }

    /// Equal when they are the same place with the same count.
    public static func == (left: Self, right: Self) -> Bool { left.point.key == right.point.key && left.count == right.count }

    private var order: [Int] {
        let decision = point.decision
        return [
            point.span.range.lowerBound, -point.span.range.upperBound, decision?.span.range.lowerBound ?? 0, point.ordinal,
            CoveragePoint.Kind.allCases.firstIndex(of: point.kind) ?? 0, point.label.utf8.first.map(Int.init) ?? 0,
        ]
    }
}

/// The coverage of one file.
public struct FileCoverage: Sendable {
    /// The name of the file, as its `SourceText` has it.
    public let name: String
    /// The places in the order of the file.
    public let places: [CoveredPlace]

    /// The file's text.
    public var source: SourceText? { places.first?.point.span.source }

    /// How much was reached.
    public var summary: CoverageSummary {
        var summary = CoverageSummary()
        for place in places { summary.add(place) }
        return summary
    }

    /// What was not reached, in the order of the file.
    public var missed: [CoveredPlace] { places.filter { $0.count == 0 } }

    /// The decisions with their ways, in the order of the file.
    public var decisions: [CoveredDecision] {
        var order: [CoveragePoint.Decision] = []
        var ways: [CoveragePoint.Decision: [CoveredPlace]] = [:]
        for place in places {
            guard let decision = place.point.decision else { continue }
            if ways[decision] == nil { order.append(decision) }
            ways[decision, default: []].append(place)
        }
        let all = order.map { CoveredDecision(decision: $0, ways: ways[$0] ?? []) }
        return all.sorted { $0.decision.span.range.lowerBound < $1.decision.span.range.lowerBound }
    }

    /// How often each line was reached, by number from 1; only lines on which a policy or a statement begins.
    ///
    /// A line on which several begin counts as often as the one that was reached most.
    public var lines: [(number: Int, count: Int)] {
        var counts: [Int: Int] = [:]
        for place in places where place.point.decision == nil {
            let line = place.start.line
            counts[line] = max(counts[line] ?? 0, place.count)
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// A decision with what became of each of its ways.
public struct CoveredDecision: Sendable {
    /// The decision.
    public let decision: CoveragePoint.Decision
    /// Its ways, in the order of the file.
    public let ways: [CoveredPlace]

    /// Whether it was ever made.
    public var wasMade: Bool { ways.contains { $0.count > 0 } }
}

/// How many places there are, and how many of them were reached.
public struct CoverageSummary: Sendable, Hashable {
    /// Places of one kind.
    public struct Count: Sendable, Hashable {
        /// How many were reached.
        public var reached = 0
        /// How many there are.
        public var total = 0

        /// Makes a count of nothing.
        public init() {}

        /// The share in percent, 0…100; 100 where there is none.
        public var percent: Double { total == 0 ? 100 : 100 * Double(reached) / Double(total) }

        mutating func add(_ other: Count) {
            reached += other.reached
            total += other.total
        }
    }

    /// Policies.
    public var policies = Count()
    /// Ways that policies can take: branches of choose, ignored errors, on-error.
    public var policyBranches = Count()
    /// Ways that expressions can take.
    public var expressionBranches = Count()
    /// Statements of expressions.
    public var statements = Count()

    /// Makes a summary of nothing.
    public init() {}

    /// All places.
    public var all: Count {
        var all = Count()
        for count in [policies, policyBranches, expressionBranches, statements] { all.add(count) }
        return all
    }

    mutating func add(_ other: CoverageSummary) {
        policies.add(other.policies)
        policyBranches.add(other.policyBranches)
        expressionBranches.add(other.expressionBranches)
        statements.add(other.statements)
    }

    mutating func add(_ place: CoveredPlace) {
        var one = Count()
        (one.reached, one.total) = (place.count > 0 ? 1 : 0, 1)
        switch place.point.kind {
        case .policy: policies.add(one)
        case .policyBranch: policyBranches.add(one)
        case .expressionBranch: expressionBranches.add(one)
        case .statement: statements.add(one)
        case .value: break
        }
    }
}
