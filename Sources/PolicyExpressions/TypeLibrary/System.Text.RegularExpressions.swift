extension RegexOptions: NetSmallInteger {
    static var symbol: TypeSymbol { .named(.regexOptions, []) }
    init(carried: Int32) { self.init(rawValue: carried) }
    var carried: Int32 { rawValue }
}

/// `System.Text.RegularExpressions.MatchEvaluator` in the bodies of members.
struct MatchEvaluator: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .named(.matchEvaluator, []) }

    func text(for match: NetMatch, _ frame: inout Frame) throws(EvaluationError) -> NetString {
        guard case .string(let text) = try delegate.invoke(.object(match), &frame) else { return "" }
        return text
    }
}

extension NetType {
    static let regularExpressions: [NetType] = [
        .regex, .regexMatch, .regexGroup, .regexCapture, .regexMatchCollection, .regexGroupCollection, .regexCaptureCollection,
        .regexOptions, .matchEvaluator,
    ]

    private static let namespace = "System.Text.RegularExpressions"

    /// `System.Text.RegularExpressions.RegexOptions`.
    static let regexOptions: NetType = enumeration(
        namespace, "RegexOptions",
        values: [
            "None": 0, "IgnoreCase": 1, "Multiline": 2, "ExplicitCapture": 4, "Compiled": 8, "Singleline": 16,
            "IgnorePatternWhitespace": 32, "RightToLeft": 64, "ECMAScript": 256, "CultureInvariant": 512,
        ], isFlags: true)

    /// `System.Text.RegularExpressions.MatchEvaluator`.
    static let matchEvaluator: NetType = NetType(namespace, "MatchEvaluator", .delegate, base: .named(.delegateBase, []))

    /// `System.Text.RegularExpressions.Regex`.
    static let regex: NetType = NetType(namespace, "Regex") {
        regexConstructors + regexMatching + regexReplacing + regexSplitting + regexDescription
    }

    /// A static method and its forms with options, and with options and a time limit.
    private static func staticForms<R: NetRepresentable>(
        _ name: String, _ summary: String, _ body: @escaping @Sendable (NetRegex, NetString, inout Frame) throws(EvaluationError) -> R
    ) -> [NetMember] {
        [
            .staticMethod(
                name, summary, ["input", "pattern"],
                NetBody(framed: { (frame: inout Frame, input: NetString, pattern: NetString) throws(EvaluationError) -> R in
                    try body(NetRegex(pattern), input, &frame)
                })),
            .staticMethod(
                name, summary, ["input", "pattern", "options"],
                NetBody(framed: {
                    (frame: inout Frame, input: NetString, pattern: NetString, options: RegexOptions) throws(EvaluationError) -> R in
                    try body(NetRegex(pattern, options), input, &frame)
                })),
            .staticMethod(
                name, summary, ["input", "pattern", "options", "matchTimeout"],
                NetBody(framed: {
                    (frame: inout Frame, input: NetString, pattern: NetString, options: RegexOptions, timeout: NetTimeSpan)
                        throws(EvaluationError) -> R in
                    try body(NetRegex(pattern, options, timeout: timeout), input, &frame)
                })),
        ]
    }

    /// The same with a third argument behind the pattern: what replaces.
    private static func staticReplacement<A: NetRepresentable>(
        _ parameter: NetMember.DeclaredParameter,
        _ body: @escaping @Sendable (NetRegex, NetString, A, inout Frame) throws(EvaluationError) -> NetString
    ) -> [NetMember] {
        let name = "Replace", summary = "The text with every match replaced."
        return [
            .staticMethod(
                name, summary, ["input", "pattern", parameter],
                NetBody(framed: { (frame: inout Frame, input: NetString, pattern: NetString, new: A) throws(EvaluationError) -> NetString in
                    try body(NetRegex(pattern), input, new, &frame)
                })),
            .staticMethod(
                name, summary, ["input", "pattern", parameter, "options"],
                NetBody(framed: {
                    (frame: inout Frame, input: NetString, pattern: NetString, new: A, options: RegexOptions)
                        throws(EvaluationError) -> NetString in
                    try body(NetRegex(pattern, options), input, new, &frame)
                })),
            .staticMethod(
                name, summary, ["input", "pattern", parameter, "options", "matchTimeout"],
                NetBody(framed: {
                    (frame: inout Frame, input: NetString, pattern: NetString, new: A, options: RegexOptions, timeout: NetTimeSpan)
                        throws(EvaluationError) -> NetString in
                    try body(NetRegex(pattern, options, timeout: timeout), input, new, &frame)
                })),
        ]
    }

    private static var regexConstructors: [NetMember] {
        [
            .constructor(
                "A regular expression.", ["pattern"],
                NetBody { (pattern: NetString) throws(EvaluationError) -> Instance<NetRegex> in Instance(try NetRegex(pattern)) }),
            .constructor(
                "A regular expression with options.", ["pattern", "options"],
                NetBody { (pattern: NetString, options: RegexOptions) throws(EvaluationError) -> Instance<NetRegex> in
                    Instance(try NetRegex(pattern, options))
                }),
            .constructor(
                "A regular expression with options and a time limit for each match.", ["pattern", "options", "matchTimeout"],
                NetBody { (pattern: NetString, options: RegexOptions, timeout: NetTimeSpan) throws(EvaluationError) -> Instance<NetRegex> in
                    Instance(try NetRegex(pattern, options, timeout: timeout))
                }),
        ]
    }

    // MARK: Matching

    private static func isMatch(_ regex: NetRegex, _ text: NetString, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        let input = RegexInput(text)
        return try regex.match(input, from: input.start(for: regex), &frame).isSuccess
    }

    private static func match(_ regex: NetRegex, _ text: NetString, _ frame: inout Frame) throws(EvaluationError) -> Instance<NetMatch> {
        let input = RegexInput(text)
        return Instance(try regex.match(input, from: input.start(for: regex), &frame))
    }

    private static func matches(
        _ regex: NetRegex, _ text: NetString, from start: Int32?, _ frame: inout Frame
    ) throws(EvaluationError) -> Instance<NetMatchCollection> {
        let input = RegexInput(text)
        let from = try start.map { index throws(EvaluationError) in try input.place(index) } ?? input.start(for: regex)
        var matches: [NetMatch] = []
        try regex.walkMatches(input, from: from, &frame) { (match, _) throws(EvaluationError) in
            matches.append(match)
            return true
        }
        return Instance(NetMatchCollection(matches))
    }

    private static var regexMatching: [NetMember] {
        var members = staticForms("IsMatch", "Whether the pattern matches anywhere in the text.") {
            (regex, text, frame) throws(EvaluationError) in try isMatch(regex, text, &frame)
        }
        members += staticForms("Match", "The first match in the text.") { (regex, text, frame) throws(EvaluationError) in
            try match(regex, text, &frame)
        }
        members += staticForms("Matches", "All matches in the text.") { (regex, text, frame) throws(EvaluationError) in
            try matches(regex, text, from: nil, &frame)
        }
        return members + regexInstanceMatching
    }

    private static var regexInstanceMatching: [NetMember] {
        [
            .method(
                "IsMatch", "Whether the pattern matches anywhere in the text.", ["input"],
                NetBody(framed: { (frame: inout Frame, regex: Instance<NetRegex>, text: NetString) throws(EvaluationError) -> Bool in
                    try isMatch(regex.object, text, &frame)
                })),
            .method(
                "IsMatch", "Whether the pattern matches from a place in the text on.", ["input", "startat"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, start: Int32) throws(EvaluationError) -> Bool in
                    let input = RegexInput(text)
                    return try regex.object.match(input, from: input.place(start), &frame).isSuccess
                })),
            .method(
                "Match", "The first match in the text.", ["input"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString) throws(EvaluationError) -> Instance<NetMatch> in
                    try match(regex.object, text, &frame)
                })),
            .method(
                "Match", "The first match from a place in the text on.", ["input", "startat"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, start: Int32) throws(EvaluationError)
                        -> Instance<NetMatch> in
                    let input = RegexInput(text)
                    return Instance(try regex.object.match(input, from: input.place(start), &frame))
                })),
            .method(
                "Match", "The first match in a part of the text, as if there were no more of it.", ["input", "beginning", "length"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, start: Int32, length: Int32) throws(EvaluationError)
                        -> Instance<NetMatch> in
                    try match(regex.object, in: text, start, length, &frame)
                })),
            .method(
                "Matches", "All matches in the text.", ["input"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString) throws(EvaluationError)
                        -> Instance<NetMatchCollection> in
                    try matches(regex.object, text, from: nil, &frame)
                })),
            .method(
                "Matches", "All matches from a place in the text on.", ["input", "startat"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, start: Int32) throws(EvaluationError)
                        -> Instance<NetMatchCollection> in
                    try matches(regex.object, text, from: start, &frame)
                })),
        ]
    }

    private static func match(
        _ regex: NetRegex, in text: NetString, _ start: Int32, _ length: Int32, _ frame: inout Frame
    ) throws(EvaluationError) -> Instance<NetMatch> {
        let count = text.utf16Count
        guard start >= 0, Int(start) <= count else {
            throw .argumentOutOfRange("beginning", "Start index cannot be less than 0 or greater than input length.")
        }
        guard length >= 0, Int(length) <= count - Int(start) else {
            throw .argumentOutOfRange("length", "Length cannot be less than 0 or exceed input length.")
        }
        let input = RegexInput(text.slice(Int(start)..<Int(start) + Int(length)), offset: Int(start))
        return Instance(try regex.match(input, from: input.start(for: regex), &frame))
    }

    // MARK: Replacing and splitting

    private static func replace(
        _ regex: NetRegex, _ text: NetString, _ new: NetString, from start: Int32? = nil, count: Int32 = -1, _ frame: inout Frame
    ) throws(EvaluationError) -> NetString {
        let replacement = RegexReplacement(new, regex.compiled)
        return try regex.replacing(in: text, from: start, count: count, &frame) { (match, _) throws(EvaluationError) in
            replacement.text(of: match)
        }
    }

    private static func replace(
        _ regex: NetRegex, _ text: NetString, _ evaluator: MatchEvaluator, from start: Int32? = nil, count: Int32 = -1,
        _ frame: inout Frame
    ) throws(EvaluationError) -> NetString {
        try regex.replacing(in: text, from: start, count: count, &frame) { (match, frame) throws(EvaluationError) in
            try evaluator.text(for: match, &frame)
        }
    }

    private static var regexReplacing: [NetMember] {
        var members = staticReplacement("replacement") { (regex, text, new: NetString, frame) throws(EvaluationError) in
            try replace(regex, text, new, &frame)
        }
        members += staticReplacement("evaluator") { (regex, text, new: MatchEvaluator, frame) throws(EvaluationError) in
            try replace(regex, text, new, &frame)
        }
        members += instanceReplacement("replacement") { (regex, text, new: NetString, count, start, frame) throws(EvaluationError) in
            try replace(regex, text, new, from: start, count: count, &frame)
        }
        members += instanceReplacement("evaluator") { (regex, text, new: MatchEvaluator, count, start, frame) throws(EvaluationError) in
            try replace(regex, text, new, from: start, count: count, &frame)
        }
        return members
    }

    private static func instanceReplacement<A: NetRepresentable>(
        _ parameter: NetMember.DeclaredParameter,
        _ body: @escaping @Sendable (NetRegex, NetString, A, Int32, Int32?, inout Frame) throws(EvaluationError) -> NetString
    ) -> [NetMember] {
        [
            .method(
                "Replace", "The text with every match replaced.", ["input", parameter],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, new: A) throws(EvaluationError) -> NetString in
                    try body(regex.object, text, new, -1, nil, &frame)
                })),
            .method(
                "Replace", "The text with at most a number of matches replaced.", ["input", parameter, "count"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, new: A, count: Int32) throws(EvaluationError)
                        -> NetString in
                    try body(regex.object, text, new, count, nil, &frame)
                })),
            .method(
                "Replace", "The text with at most a number of matches from a place on replaced.", ["input", parameter, "count", "startat"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, new: A, count: Int32, start: Int32)
                        throws(EvaluationError) -> NetString in
                    try body(regex.object, text, new, count, start, &frame)
                })),
        ]
    }

    private static var regexSplitting: [NetMember] {
        let forms = staticForms("Split", "The parts of the text between the matches, and what groups captured.") {
            (regex, text, frame) throws(EvaluationError) in try regex.splitting(text, from: nil, count: 0, &frame)
        }
        return forms + [
            .method(
                "Split", "The parts of the text between the matches, and what groups captured.", ["input"],
                NetBody(framed: { (frame: inout Frame, regex: Instance<NetRegex>, text: NetString) throws(EvaluationError) -> [NetString] in
                    try regex.object.splitting(text, from: nil, count: 0, &frame)
                })),
            .method(
                "Split", "At most a number of parts of the text.", ["input", "count"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, count: Int32) throws(EvaluationError) -> [NetString] in
                    try regex.object.splitting(text, from: nil, count: count, &frame)
                })),
            .method(
                "Split", "At most a number of parts, by the matches from a place on.", ["input", "count", "startat"],
                NetBody(framed: {
                    (frame: inout Frame, regex: Instance<NetRegex>, text: NetString, count: Int32, start: Int32) throws(EvaluationError)
                        -> [NetString] in
                    try regex.object.splitting(text, from: start, count: count, &frame)
                })),
        ]
    }

    // MARK: Description

    private static var regexDescription: [NetMember] {
        [
            .staticMethod(
                "Escape", "The text with every character that means something in a pattern escaped.", ["str"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in NetRegex.escaped(text) }),
            .staticMethod(
                "Unescape", "The text with escapes replaced by the characters that they mean.", ["str"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in try NetRegex.unescaped(text) }),
            .staticProperty(
                "CacheSize", "How many patterns .NET keeps; this engine has a cache of its own.",
                NetBody { () throws(EvaluationError) -> Int32 in 15 }),
            .staticProperty(
                "InfiniteMatchTimeout", "No time limit beside that of the evaluation.",
                NetBody { () throws(EvaluationError) -> NetTimeSpan in NetRegex.infinite }),
            .method(
                "GetGroupNames", "The names of the groups, numbers for those that have none.",
                NetBody { (regex: Instance<NetRegex>) throws(EvaluationError) -> [NetString] in
                    regex.object.compiled.groups.allNames.map { NetString($0) }
                }),
            .method(
                "GetGroupNumbers", "The numbers of the groups.",
                NetBody { (regex: Instance<NetRegex>) throws(EvaluationError) -> [Int32] in
                    regex.object.compiled.groups.numbers.map { Int32(truncatingIfNeeded: $0) }
                }),
            .method(
                "GroupNameFromNumber", "The name of a group; empty when there is none.", ["i"],
                NetBody { (regex: Instance<NetRegex>, number: Int32) throws(EvaluationError) -> NetString in
                    NetString(regex.object.compiled.groups.name(of: Int(number)) ?? "")
                }),
            .method(
                "GroupNumberFromName", "The number of a group; -1 when there is none.", ["name"],
                NetBody { (regex: Instance<NetRegex>, name: NetString) throws(EvaluationError) -> Int32 in
                    Int32(truncatingIfNeeded: regex.object.compiled.groups.number(named: name.string) ?? -1)
                }),
            .property(
                "Options", "The options.",
                NetBody { (regex: Instance<NetRegex>) throws(EvaluationError) -> RegexOptions in regex.object.compiled.options }),
            .property(
                "RightToLeft", "Whether matches are sought from right to left.",
                NetBody { (regex: Instance<NetRegex>) throws(EvaluationError) -> Bool in regex.object.isRightToLeft }),
            .property(
                "MatchTimeout", "The time limit of a match.",
                NetBody { (regex: Instance<NetRegex>) throws(EvaluationError) -> NetTimeSpan in regex.object.timeout ?? NetRegex.infinite }),
        ]
    }
}
