/// What a replacement puts in the place of a match: `$1, ${name} and $$`.
struct RegexReplacement {
    private enum Part {
        case literal(NetString)
        /// By the group's place.
        case group(Int)
        case lastGroup, before, behind, wholeText
    }

    private var parts: [Part] = []

    init(_ text: NetString, _ regex: CompiledRegex) {
        guard text.withRawBytes({ $0.contains(UInt8(ascii: "$")) }) else {
            parts = [.literal(text)]
            return
        }
        var parser = RegexParser(text, regex.options), literal: [UInt16] = []
        while let unit = parser.current {
            parser.position += 1
            guard unit == .character("$"), let part = Self.reference(&parser, regex) else {
                literal.append(unit)
                continue
            }
            if case .literal(let dollar) = part {
                literal += dollar.utf16Array
                continue
            }
            if !literal.isEmpty { parts.append(.literal(NetString(utf16: literal))) }
            literal = []
            parts.append(part)
        }
        if !literal.isEmpty { parts.append(.literal(NetString(utf16: literal))) }
    }

    /// The reference behind a dollar sign; nil when the sign means itself.
    private static func reference(_ parser: inout RegexParser, _ regex: CompiledRegex) -> Part? {
        let start = parser.position
        if let place = group(&parser, regex) { return .group(place) }
        parser.position = start
        guard let unit = parser.current, let sign = Unicode.Scalar(unit), let part = signs[sign] else { return nil }
        parser.position += 1
        return part
    }

    private static var signs: [Unicode.Scalar: Part] {
        ["$": .literal("$"), "&": .group(0), "`": .before, "'": .behind, "+": .lastGroup, "_": .wholeText]
    }

    private static func group(_ parser: inout RegexParser, _ regex: CompiledRegex) -> Int? {
        let isBraced = parser.rest > 1 && parser.skip(.character("{"))
        guard let first = parser.current else { return nil }
        var number: Int?
        if first.isDigit {
            number = !isBraced && regex.options.contains(.ecmaScript) ? longest(&parser, regex) : try? parser.parseDecimal()
        } else if isBraced, first.isRegexBoundaryWord {
            number = regex.groups.numbersByName[parser.parseName()]
        }
        guard let number, !isBraced || parser.skip(.character("}")) else { return nil }
        return regex.groups.place(of: number)
    }

    /// In ECMAScript as many digits as still name a group.
    private static func longest(_ parser: inout RegexParser, _ regex: CompiledRegex) -> Int? {
        var (number, found): (Int, Int?) = (0, nil)
        var end = parser.position
        while let unit = parser.current, unit.isDigit, number < 1_000_000 {
            parser.position += 1
            number = number * 10 + Int(unit - 0x30)
            if regex.groups.contains(number) { (found, end) = (number, parser.position) }
        }
        parser.position = end
        return found
    }

    /// The text for a match.
    func text(of match: NetMatch) -> NetString {
        if parts.count == 1, case .literal(let text) = parts[0] { return text }
        return NetString.concatenate(
            parts.map { part in
                switch part {
                case .literal(let text): text
                case .group(let place): match.text(ofGroupAt: place)
                case .lastGroup: match.text(ofGroupAt: match.groupCount - 1)
                case .before: match.textBefore
                case .behind: match.textBehind
                case .wholeText: match.wholeText
                }
            })
    }
}

extension NetRegex {
    /// The text with the matches from a place on replaced, at most as many as asked for; -1 means all.
    func replacing(
        in text: NetString, from start: Int32?, count: Int32, _ frame: inout Frame,
        _ replacement: (NetMatch, inout Frame) throws(EvaluationError) -> NetString
    ) throws(EvaluationError) -> NetString {
        guard count >= -1 else { throw .argumentOutOfRange("count", "Count cannot be less than -1.") }
        let input = RegexInput(text)
        let from = try start.map { index throws(EvaluationError) in try input.place(index) } ?? input.start(for: self)
        var pieces: [NetString] = [], edge = isRightToLeft ? input.count : 0
        try walkMatches(input, from: from, limit: count < 0 ? .max : Int(count), &frame) { (match, frame) throws(EvaluationError) in
            let range = match.range, new = try replacement(match, &frame)
            pieces += isRightToLeft ? [input.slice(range.upperBound, edge), new] : [input.slice(edge, range.lowerBound), new]
            edge = isRightToLeft ? range.lowerBound : range.upperBound
            try frame.allocate(new.utf8Count + 2 * MemoryLayout<NetString>.stride)
            return true
        }
        guard !pieces.isEmpty else { return text }
        pieces.append(isRightToLeft ? input.slice(0, edge) : input.slice(edge, input.count))
        return NetString.concatenate(isRightToLeft ? pieces.reversed() : pieces)
    }

    /// The parts of the text between matches, and what groups captured; at most as many parts as asked for, 0 means all.
    func splitting(_ text: NetString, from start: Int32?, count: Int32, _ frame: inout Frame) throws(EvaluationError) -> [NetString] {
        guard count >= 0 else { throw .argumentOutOfRange("count", "Count cannot be less than -1.") }
        let input = RegexInput(text)
        let from = try start.map { index throws(EvaluationError) in try input.place(index) } ?? input.start(for: self)
        if count == 1 { return [text] }
        var parts: [NetString] = [], edge = isRightToLeft ? input.count : 0
        try walkMatches(input, from: from, limit: count == 0 ? .max : Int(count) - 1, &frame) { (match, frame) throws(EvaluationError) in
            let range = match.range
            parts.append(isRightToLeft ? input.slice(range.upperBound, edge) : input.slice(edge, range.lowerBound))
            edge = isRightToLeft ? range.lowerBound : range.upperBound
            for place in 1..<max(match.groupCount, 1) where match.capture(at: place) != nil { parts.append(match.text(ofGroupAt: place)) }
            try frame.allocate(MemoryLayout<NetString>.stride * match.groupCount)
            return true
        }
        guard !parts.isEmpty else { return [text] }
        parts.append(isRightToLeft ? input.slice(0, edge) : input.slice(edge, input.count))
        return isRightToLeft ? parts.reversed() : parts
    }

    /// `Regex.Escape`.
    static func escaped(_ text: NetString) -> NetString {
        let controls: [UInt16: UInt16] = [9: .character("t"), 10: .character("n"), 12: .character("f"), 13: .character("r")]
        var units: [UInt16] = []
        for unit in text.utf16Array {
            if let letter = controls[unit] {
                units += [.character("\\"), letter]
            } else {
                if let scalar = Unicode.Scalar(unit), "\\*+?|{[()^$.# ".unicodeScalars.contains(scalar) { units.append(.character("\\")) }
                units.append(unit)
            }
        }
        return NetString(utf16: units)
    }

    /// `Regex.Unescape`; throws RegexParseException for an escape that there is not.
    static func unescaped(_ text: NetString) throws(EvaluationError) -> NetString {
        var parser = RegexParser(text, []), units: [UInt16] = []
        do throws(RegexPatternError) {
            while let unit = parser.current {
                parser.position += 1
                if unit != .character("\\") {
                    units.append(unit)
                } else if !parser.isAtEnd {
                    units.append(try parser.parseCharacterEscape())
                }
            }
        } catch {
            throw .regexParse(text, error)
        }
        return NetString(utf16: units)
    }
}
