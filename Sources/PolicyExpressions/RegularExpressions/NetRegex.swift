import Synchronization

/// A regular expression that was parsed and compiled, to be shared.
final class CompiledRegex: Sendable {
    let pattern: NetString
    let options: RegexOptions
    let groups: RegexGroups
    /// The groups' names by their places.
    let groupNames: [NetString]
    let program: RegexProgram

    /// Throws RegexParseException for what is no regular expression.
    init(_ pattern: NetString, _ options: RegexOptions) throws(EvaluationError) {
        do throws(RegexPatternError) {
            let (node, groups) = try RegexParser.parse(pattern, options)
            (self.pattern, self.options, self.groups) = (pattern, options, groups)
            groupNames = groups.allNames.map { NetString($0) }
            program = RegexCompiler.compile(node, groups, options)
        } catch {
            throw .regexParse(pattern, error)
        }
    }

    /// Where the group of a name, or of a number in digits, stands among all groups.
    func place(ofGroupNamed name: NetString) -> Int? {
        // Found as it is written, nearly always.
        for place in groupNames.indices where groupNames[place] == name { return place }
        return groups.number(named: name.string).flatMap { groups.place(of: $0) }
    }

    // MARK: The cache

    private struct Key: Hashable {
        var pattern: NetString
        var options: Int32
    }

    private static let cache = Mutex<[Key: CompiledRegex]>([:])
    /// How many are kept. Patterns that requests make up must not fill the memory.
    private static let cacheSize = 500

    /// The compiled form of a pattern; one that was asked for before is taken from the cache.
    static func cached(_ pattern: NetString, _ options: RegexOptions) throws(EvaluationError) -> CompiledRegex {
        let key = Key(pattern: pattern, options: options.rawValue)
        if let known = cache.withLock({ $0[key] }) { return known }
        let compiled = try CompiledRegex(pattern, options)
        cache.withLock { cache in
            if cache.count >= cacheSize { cache.removeAll() }
            cache[key] = compiled
        }
        return compiled
    }
}

/// `System.Text.RegularExpressions.Regex`.
final class NetRegex: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.regex, []) }
    override var type: TypeSymbol { Self.symbol }

    let compiled: CompiledRegex
    /// The time that was asked for; nil for the limit alone.
    let timeout: NetTimeSpan?

    init(_ pattern: NetString, _ options: RegexOptions = [], timeout: NetTimeSpan? = nil) throws(EvaluationError) {
        guard options.isValid else { throw .argumentOutOfRange("options") }
        if let timeout, timeout != Self.infinite {
            guard timeout.ticks > 0, timeout.ticks < Int64(Int32.max) * 10_000 else { throw .argumentOutOfRange("matchTimeout") }
        }
        compiled = try .cached(pattern, options)
        self.timeout = timeout == Self.infinite ? nil : timeout
    }

    /// `Regex.InfiniteMatchTimeout`; the limit of the evaluation stays.
    static let infinite = NetTimeSpan(ticks: -10_000)

    override func invariantText() throws(EvaluationError) -> NetString { compiled.pattern }

    var isRightToLeft: Bool { compiled.options.contains(.rightToLeft) }

    /// How long a match may take: what was asked for, but not longer than the limit.
    func timeLimit(_ frame: inout Frame) -> Duration {
        let limit = frame.context.environment.limits.regularExpressionTime
        return timeout.map { min(.nanoseconds($0.ticks * 100), limit) } ?? limit
    }

    // MARK: Matching

    /// The first match from a place on; the failed match when there is none.
    func match(_ input: RegexInput, from start: Int, bumpedBy bump: Int = 0, _ frame: inout Frame) throws(EvaluationError) -> NetMatch {
        guard let found = try find(in: input.text, input.units, from: start, bumpedBy: bump, &frame) else { return .empty }
        return NetMatch(self, input, found)
    }

    /// The text that a group, by its place, captured in the first match; empty where it captured nothing or there is no match.
    func text(ofGroupAt place: Int, in text: NetString, _ frame: inout Frame) throws(EvaluationError) -> NetString {
        let units = RegexInput.units(of: text), start = isRightToLeft ? text.utf16Count : 0
        guard let found = try find(in: text, units, from: start, bumpedBy: 0, &frame), let range = found.range(ofGroupAt: place) else {
            return NetString()
        }
        return RegexInput.slice(text, units, range)
    }

    private func find(
        in text: NetString, _ units: [UInt16]?, from start: Int, bumpedBy bump: Int, _ frame: inout Frame
    ) throws(EvaluationError) -> FoundMatch? {
        let from = isRightToLeft ? start - bump : start + bump
        guard from >= 0, from <= units?.count ?? text.utf16Count else { return nil }
        let timer = RegexTimer(limit: timeLimit(&frame))
        if let units {
            return try units.withUnsafeBufferPointer { bytes throws(EvaluationError) -> FoundMatch? in
                try find(RegexMatcher(compiled.program, bytes, start: start, timer), text, from, &frame)
            }
        }
        return try text.withRawBytes { bytes -> Result<FoundMatch?, EvaluationError> in
            do throws(EvaluationError) {
                return .success(try find(RegexMatcher(compiled.program, bytes, start: start, timer), text, from, &frame))
            } catch { return .failure(error) }
        }.get()
    }

    private func find<Unit>(
        _ matcher: consuming RegexMatcher<Unit>, _ text: NetString, _ from: Int, _ frame: inout Frame
    ) throws(EvaluationError) -> FoundMatch? {
        let found: Int?
        do throws(EvaluationError) { found = try matcher.find(from: from, &frame) } catch {
            guard error.timedOutMatch != nil else { throw error }
            let limit = timeLimit(&frame) / .nanoseconds(100)
            throw .regexMatchTimeout(
                TimedOutMatch(pattern: compiled.pattern, input: text, limit: NetTimeSpan(ticks: Int64(limit))))
        }
        guard let start = found else { return nil }
        try frame.allocate(matcher.captures.count * MemoryLayout<RegexCaptureEntry>.stride + 64)
        let range = min(start, matcher.position)..<max(start, matcher.position)
        return FoundMatch(range: range, entries: matcher.captures, lastEntries: matcher.lastCaptures)
    }

    /// Walks through the matches from a place on, at most as many as asked for, until the visit gives false.
    func walkMatches(
        _ input: RegexInput, from start: Int, limit: Int = .max, _ frame: inout Frame,
        _ visit: (NetMatch, inout Frame) throws(EvaluationError) -> Bool
    ) throws(EvaluationError) {
        var match = try match(input, from: start, &frame), count = 0
        while match.isSuccess, count < limit {
            try frame.step()
            count += 1
            guard try visit(match, &frame), count < limit else { return }
            match = try match.next(&frame)
        }
    }
}

/// A text that is searched, with its UTF-16 units where it is not ASCII.
final class RegexInput {
    let text: NetString
    /// The units; nil for ASCII, whose bytes are the units.
    let units: [UInt16]?
    /// What is added to a place for the whole text, of which this may be a part.
    let offset: Int

    init(_ text: NetString, offset: Int = 0) {
        (self.text, self.offset) = (text, offset)
        units = Self.units(of: text)
    }

    /// The UTF-16 units of a text that is not ASCII.
    static func units(of text: NetString) -> [UInt16]? { text.isASCII ? nil : text.utf16Array }

    var count: Int { units?.count ?? text.utf16Count }

    func slice(_ start: Int, _ end: Int) -> NetString { Self.slice(text, units, start..<end) }

    /// A part of a text, whose units are given where it is not ASCII.
    static func slice(_ text: NetString, _ units: [UInt16]?, _ range: Range<Int>) -> NetString {
        guard !range.isEmpty else { return NetString() }
        if let units { return NetString(utf16: units[range]) }
        return text.slice(range)
    }

    /// Where a search begins: at the start, or at the end from right to left.
    func start(for regex: NetRegex) -> Int { regex.isRightToLeft ? count : 0 }

    /// A place that was asked for; throws ArgumentOutOfRangeException outside of the text.
    func place(_ index: Int32) throws(EvaluationError) -> Int {
        guard index >= 0, Int(index) <= count else {
            throw .argumentOutOfRange("startat", "Start index cannot be less than 0 or greater than input length.")
        }
        return Int(index)
    }
}
