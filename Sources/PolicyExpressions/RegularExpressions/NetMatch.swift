/// What a search found: the match's place, everything that was captured, and each group's last capture.
struct FoundMatch {
    var range: Range<Int>
    var entries: [RegexCaptureEntry]
    var lastEntries: [Int32]

    /// The last capture of a group that took part, by its place; that of place 0 is the match.
    func range(ofGroupAt place: Int) -> Range<Int>? {
        guard place > 0 else { return range }
        return lastEntries[place] < 0 ? nil : entries[Int(lastEntries[place])].range
    }
}

/// `System.Text.RegularExpressions.Capture`: a part of the text.
class NetCapture: NetObject, NetClass {
    class var symbol: TypeSymbol { .named(.regexCapture, []) }
    override var type: TypeSymbol { Self.symbol }

    fileprivate let input: RegexInput
    fileprivate let start: Int
    fileprivate let end: Int

    fileprivate init(_ input: RegexInput, _ start: Int, _ end: Int) { (self.input, self.start, self.end) = (input, start, end) }

    var index: Int32 { Int32(truncatingIfNeeded: start + input.offset) }
    var length: Int32 { Int32(truncatingIfNeeded: end - start) }
    var value: NetString { input.slice(start, end) }

    override func invariantText() throws(EvaluationError) -> NetString { value }
}

/// `System.Text.RegularExpressions.Group`: what a group captured, the last time and every time before.
class NetGroup: NetCapture {
    override class var symbol: TypeSymbol { .named(.regexGroup, []) }

    let name: NetString
    let isSuccess: Bool
    /// The match that knows all captures of the group; nil for a match itself.
    private let match: NetMatch?
    private let place: Int

    fileprivate init(_ match: NetMatch, place: Int, name: NetString, _ last: RegexCaptureEntry?) {
        (self.name, isSuccess, self.match, self.place) = (name, last != nil, match, place)
        super.init(match.input, Int(last?.start ?? 0), Int(last?.end ?? 0))
    }

    /// A whole match, or what failed.
    fileprivate init(_ input: RegexInput, _ range: Range<Int>?) {
        (name, isSuccess, match, place) = ("0", range != nil, nil, 0)
        super.init(input, range?.lowerBound ?? 0, range?.upperBound ?? 0)
    }

    /// What a collection gives for a group that it does not have.
    static var none: NetGroup { NetGroup(RegexInput(""), nil) }

    var captures: NetCaptureCollection {
        let ranges = match?.ranges(ofGroupAt: place) ?? (isSuccess ? [start..<end] : [])
        return NetCaptureCollection(ranges.map { NetCapture(input, $0.lowerBound, $0.upperBound) })
    }
}

/// `System.Text.RegularExpressions.Match`: a match, and the way to the next one.
final class NetMatch: NetGroup {
    override class var symbol: TypeSymbol { .named(.regexMatch, []) }

    private let regex: NetRegex?
    private let entries: [RegexCaptureEntry]
    private let lastEntries: [Int32]

    init(_ regex: NetRegex, _ input: RegexInput, _ found: FoundMatch) {
        (self.regex, entries, lastEntries) = (regex, found.entries, found.lastEntries)
        super.init(input, found.range)
    }

    private init() {
        (regex, entries, lastEntries) = (nil, [], [-1])
        super.init(RegexInput(""), nil)
    }

    /// The failed match.
    static var empty: NetMatch { NetMatch() }

    /// The next match behind this one.
    func next(_ frame: inout Frame) throws(EvaluationError) -> NetMatch {
        guard let regex, isSuccess else { return self }
        // A match of nothing would be found again and again.
        return try regex.match(input, from: regex.isRightToLeft ? start : end, bumpedBy: start == end ? 1 : 0, &frame)
    }

    // MARK: Groups

    var groupCount: Int { lastEntries.count }

    /// What a group captured, by its place among the groups.
    func group(at place: Int) -> NetGroup {
        guard place > 0 else { return self }
        return NetGroup(self, place: place, name: regex?.compiled.groupNames[place] ?? "", capture(at: place))
    }

    /// All captures of a group, the first first.
    fileprivate func ranges(ofGroupAt place: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = [], entry = lastEntries[place]
        while entry >= 0 {
            let capture = entries[Int(entry)]
            ranges.append(capture.range)
            entry = capture.previous
        }
        return ranges.reversed()
    }

    /// The text of a group, empty when it captured nothing, by its place.
    func text(ofGroupAt place: Int) -> NetString {
        guard place > 0 else { return value }
        guard let last = capture(at: place) else { return NetString() }
        return input.slice(Int(last.start), Int(last.end))
    }

    /// The last capture of a group that took part.
    func capture(at place: Int) -> RegexCaptureEntry? { lastEntries[place] < 0 ? nil : entries[Int(lastEntries[place])] }

    func group(number: Int) -> NetGroup {
        let place = regex.map { $0.compiled.groups.place(of: number) } ?? (number == 0 ? 0 : nil)
        return place.map(group(at:)) ?? .none
    }

    func group(named name: NetString) -> NetGroup? {
        guard let regex else { return name == "0" ? self : nil }
        return regex.compiled.place(ofGroupNamed: name).map(group(at:))
    }

    // MARK: Parts of the text

    var textBefore: NetString { input.slice(0, start) }
    var textBehind: NetString { input.slice(end, input.count) }
    var wholeText: NetString { input.text }

    /// `Result(replacement)`.
    func result(_ replacement: NetString) throws(EvaluationError) -> NetString {
        guard let regex, isSuccess else { throw .notSupported("Result cannot be called on a failed Match.") }
        return RegexReplacement(replacement, regex.compiled).text(of: self)
    }

    /// The place of the match in the text that was searched.
    var range: Range<Int> { start..<end }
}

/// A collection of this namespace: it is read, and walked through.
class NetRegexCollection: NetObject {
    let items: [NetObject]

    fileprivate init(_ items: [NetObject]) { self.items = items }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for item in items {
            try frame.step()
            guard try visit(.object(item), &frame) else { return false }
        }
        return true
    }
}

/// `System.Text.RegularExpressions.MatchCollection`.
final class NetMatchCollection: NetRegexCollection, NetClass {
    static var symbol: TypeSymbol { .named(.regexMatchCollection, []) }
    override var type: TypeSymbol { Self.symbol }
    let matches: [NetMatch]

    init(_ matches: [NetMatch]) {
        self.matches = matches
        super.init(matches)
    }
}

/// `System.Text.RegularExpressions.CaptureCollection`.
final class NetCaptureCollection: NetRegexCollection, NetClass {
    static var symbol: TypeSymbol { .named(.regexCaptureCollection, []) }
    override var type: TypeSymbol { Self.symbol }
    let captures: [NetCapture]

    init(_ captures: [NetCapture]) {
        self.captures = captures
        super.init(captures)
    }
}

/// `System.Text.RegularExpressions.GroupCollection`, which makes a group when it is asked for.
final class NetGroupCollection: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.regexGroupCollection, []) }
    override var type: TypeSymbol { Self.symbol }
    let match: NetMatch

    init(_ match: NetMatch) { self.match = match }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for place in 0..<match.groupCount {
            try frame.step()
            guard try visit(.object(match.group(at: place)), &frame) else { return false }
        }
        return true
    }
}
