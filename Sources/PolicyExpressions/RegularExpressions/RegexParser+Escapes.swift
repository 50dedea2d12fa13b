extension RegexParser {
    /// What stands behind a backslash outside of a set.
    mutating func parseEscape() throws(RegexPatternError) -> RegexNode {
        let isECMA = options.contains(.ecmaScript)
        if let anchor = Self.anchors[units[position]] {
            position += 1
            if isECMA, anchor == .boundary { return .anchor(.ecmaBoundary) }
            return .anchor(isECMA && anchor == .nonBoundary ? .ecmaNonBoundary : anchor)
        }
        if let characterClass = try parseClassEscape() {
            return .set(RegexCharacterSet(characterClass), ignoresCase: options.contains(.ignoreCase))
        }
        let start = position
        if let number = try parseBackreference() { return .backreference(number, ignoresCase: options.contains(.ignoreCase)) }
        position = start
        return literal(try parseCharacterEscape())
    }

    private static let anchors: [UInt16: RegexAnchor] = [
        .character("b"): .boundary, .character("B"): .nonBoundary, .character("A"): .beginning, .character("G"): .start,
        .character("Z"): .endOrBeforeLastLineBreak, .character("z"): .end,
    ]

    /// `\d`, `\p{L}` and their like; nil when something else stands here.
    mutating func parseClassEscape() throws(RegexPatternError) -> RegexCharacterClass? {
        guard let unit = current, let letter = Unicode.Scalar(unit) else { return nil }
        let isECMA = options.contains(.ecmaScript)
        var result: RegexCharacterClass
        switch letter {
        case "w", "W": result = RegexCharacterClass(kind: isECMA ? .ecmaWord : .word)
        case "s", "S": result = RegexCharacterClass(kind: isECMA ? .ecmaSpace : .space)
        case "d", "D": result = RegexCharacterClass(kind: isECMA ? .ecmaDigit : .digit)
        case "p", "P":
            position += 1
            result = try parseProperty()
            result.isNegated = letter == "P"
            return result
        default: return nil
        }
        position += 1
        result.isNegated = letter.value < 0x61
        return result
    }

    /// `{name}` behind `\p`.
    private mutating func parseProperty() throws(RegexPatternError) -> RegexCharacterClass {
        guard rest >= 3 else { throw error("Incomplete \\\\p{X} character escape.") }
        guard next() == .character("{") else { throw error("Malformed \\\\p{X} character escape.") }
        let start = position
        skipAll { $0.isRegexBoundaryWord || $0 == .character("-") }
        let name = String(decoding: units[start..<position], as: UTF16.self)
        guard skip(.character("}")) else { throw error("Incomplete \\\\p{X} character escape.") }
        // Without regard to case the cases of letters are one.
        if options.contains(.ignoreCase), ["Lu", "Ll", "Lt"].contains(name) {
            return RegexCharacterClass(kind: .category([.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]))
        }
        guard let found = RegexCharacterClass(named: name) else { throw error("Unknown property '\(name)'.") }
        return found
    }

    // MARK: Backreferences

    /// The group of `\1`, `\k<name>`, `\<name>`; nil when a character is meant.
    private mutating func parseBackreference() throws(RegexPatternError) -> Int? {
        var closing: UInt16?
        if current == .character("k") {
            position += 1
            closing = rest >= 2 ? closer(of: next()) : nil
            guard closing != nil, !isAtEnd else { throw error("Malformed \\\\k<...> named back reference.") }
        } else if let unit = current, rest > 1, let closer = closer(of: unit) {
            position += 1
            closing = closer
        }
        guard let first = current else { return nil }
        if let closing { return try parseDelimitedReference(first, closing) }
        guard first.isDigit, first != .character("0") else { return nil }
        return options.contains(.ecmaScript) ? parseECMAReference() : try parseNumberReference()
    }

    private func closer(of opener: UInt16) -> UInt16? {
        opener == .character("<") ? .character(">") : opener == .character("'") ? .character("'") : nil
    }

    private mutating func parseDelimitedReference(_ first: UInt16, _ closing: UInt16) throws(RegexPatternError) -> Int? {
        if first.isDigit {
            let number = try parseDecimal()
            guard skip(closing) else { return nil }
            guard groups.contains(number) else { throw error("Reference to undefined group number \(number).") }
            return number
        }
        guard first.isRegexBoundaryWord else { return nil }
        let name = parseName()
        guard skip(closing) else { return nil }
        guard let number = groups.numbersByName[name] else { throw error("Reference to undefined group name '\(name)'.") }
        return number
    }

    private mutating func parseNumberReference() throws(RegexPatternError) -> Int? {
        let number = try parseDecimal()
        if groups.contains(number) { return number }
        if number <= 9 { throw error("Reference to undefined group number \(number).") }
        return nil
    }

    /// As many digits as still name a group that stands before.
    private mutating func parseECMAReference() -> Int? {
        let before = position - 1
        var (number, found): (Int, Int?) = (0, nil)
        var end = position
        while let unit = current, unit.isDigit {
            number = number * 10 + Int(unit - 0x30)
            guard number <= groups.numbers.last ?? 0 else { break }
            position += 1
            if let offset = groups.offsets[number], offset < before { (found, end) = (number, position) }
        }
        if found != nil { position = end }
        return found
    }

    // MARK: Characters

    /// The character that an escape means.
    mutating func parseCharacterEscape() throws(RegexPatternError) -> UInt16 {
        let unit = next()
        switch Unicode.Scalar(unit) {
        case "0", "1", "2", "3", "4", "5", "6", "7":
            position -= 1
            return parseOctal()
        case "x": return try parseHexadecimal(2)
        case "u": return try parseHexadecimal(4)
        case "a": return 7
        case "b": return 8
        case "e": return 27
        case "f": return 12
        case "n": return 10
        case "r": return 13
        case "t": return 9
        case "v": return 11
        case "c": return try parseControl()
        default:
            guard options.contains(.ecmaScript) || !unit.isRegexBoundaryWord else {
                throw error("Unrecognized escape sequence \\\\\(String(decoding: [unit], as: UTF16.self)).")
            }
            return unit
        }
    }

    private mutating func parseOctal() -> UInt16 {
        var number: UInt16 = 0
        for _ in 0..<3 {
            guard let unit = current, (0x30...0x37).contains(unit) else { break }
            position += 1
            number = number * 8 + (unit - 0x30)
            if options.contains(.ecmaScript), number >= 0x20 { break }
        }
        return number & 0xFF
    }

    private mutating func parseHexadecimal(_ count: Int) throws(RegexPatternError) -> UInt16 {
        var number: UInt16 = 0
        guard rest >= count else { throw error("Insufficient hexadecimal digits.") }
        for _ in 0..<count {
            guard let digit = Unicode.Scalar(next()).flatMap({ Character($0).hexDigitValue }) else {
                throw error("Insufficient hexadecimal digits.")
            }
            number = number << 4 | UInt16(digit)
        }
        return number
    }

    private mutating func parseControl() throws(RegexPatternError) -> UInt16 {
        guard !isAtEnd else { throw error("Missing control character.") }
        let unit = next()
        let control = (unit &- 0x61 < 26 ? unit - 32 : unit) &- 0x40
        guard control < 32 else { throw error("Unrecognized control character.") }
        return control
    }
}
