extension RegexParser {
    /// The inside of `[ ]` and its closing bracket.
    mutating func parseSet() throws(RegexPatternError) -> RegexCharacterSet {
        let parts = try parseSetParts(depth: 0)
        let set = RegexCharacterSet(parts)
        return options.contains(.ignoreCase) ? set.lowercased() : set
    }

    /// How deep sets may be subtracted from each other.
    private static let deepestSubtraction = 100

    private mutating func parseSetParts(depth: Int) throws(RegexPatternError) -> RegexCharacterSet.Parts {
        guard depth < Self.deepestSubtraction else { throw error("Sets are nested more than \(Self.deepestSubtraction) levels deep.") }
        var parts = RegexCharacterSet.Parts()
        parts.isNegated = skip(.character("^"))
        var isFirst = true
        while !isAtEnd {
            if !isFirst, skip(.character("]")) { return parts }
            try parseElement(of: &parts, isFirst: isFirst, depth: depth)
            isFirst = false
        }
        throw error("Unterminated [] set.")
    }

    /// A character, a class, a range, or a set to subtract.
    private mutating func parseElement(of parts: inout RegexCharacterSet.Parts, isFirst: Bool, depth: Int) throws(RegexPatternError) {
        let isEscaped = current == .character("\\") && rest > 1
        if isEscaped, try parseEscapedClass(into: &parts) { return }
        let unit = isEscaped ? try parseCharacterEscape() : next()
        if !isEscaped, unit == .character("["), current == .character(":") { skipCharacterClassName() }
        if current == .character("-"), let following = self.unit(1), following != .character("]") {
            position += 1
            return try parseRange(from: unit, into: &parts, isFirst: isFirst, depth: depth)
        }
        if unit == .character("-"), !isEscaped, !isFirst, skip(.character("[")) {
            return try subtract(from: &parts, depth)
        }
        parts.insert(unit)
    }

    /// A class behind a backslash, or an escaped hyphen; the backslash is read when it is something else.
    private mutating func parseEscapedClass(into parts: inout RegexCharacterSet.Parts) throws(RegexPatternError) -> Bool {
        position += 1
        if let characterClass = try parseClassEscape() {
            parts.classes.append(characterClass)
            return true
        }
        guard skip(.character("-")) else { return false }
        parts.insert(.character("-"))
        return true
    }

    private mutating func parseRange(
        from lower: UInt16, into parts: inout RegexCharacterSet.Parts, isFirst: Bool, depth: Int
    ) throws(RegexPatternError) {
        if current == .character("["), !isFirst {
            position += 1
            parts.insert(lower)
            return try subtract(from: &parts, depth)
        }
        var upper = next()
        if upper == .character("\\"), let letter = current {
            if try parseClassEscape() != nil {
                throw error("Cannot include class \\\\\(String(decoding: [letter], as: UTF16.self)) in character range.")
            }
            upper = skip(.character("-")) ? .character("-") : try parseCharacterEscape()
        }
        guard lower <= upper else { throw error("[x-y] range in reverse order.") }
        parts.ranges.append(lower...upper)
    }

    private mutating func subtract(from parts: inout RegexCharacterSet.Parts, _ depth: Int) throws(RegexPatternError) {
        let subtracted = try parseSetParts(depth: depth + 1)
        parts.subtracted = RegexCharacterSet(subtracted)
        guard isAtEnd || current == .character("]") else { throw error("A subtraction must be the last element in a character class.") }
    }

    /// `[:name:]` is read and means nothing, as in .NET.
    private mutating func skipCharacterClassName() {
        let start = position
        position += 1
        _ = parseName()
        guard rest >= 2, skip(.character(":")), skip(.character("]")) else {
            position = start
            return
        }
    }
}
