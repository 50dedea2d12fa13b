import PolicyExpressions

// At DotLiquid's level 20 these filters take regular expressions. What is built of them is plain text with escaped characters.
extension LiquidFilter {
    static let patternFilters: [LiquidFilter] = [
        LiquidFilter("Replace", 1...2, limitation: patternLimitation) { input, arguments, _ throws(EvaluationError) in
            guard input != .null else { return .null }
            let (pattern, replacement) = try plain(arguments)
            guard !pattern.isEmpty else { return .string(input.text) }
            try checkLength(input.text.utf16Count / pattern.utf16Count, times: replacement.utf16Count)
            return .string(try input.text.replacing(pattern, with: replacement))
        },
        LiquidFilter("ReplaceFirst", 1...2, limitation: patternLimitation) { input, arguments, _ throws(EvaluationError) in
            guard input != .null else { return .null }
            let (pattern, replacement) = try plain(arguments)
            return .string(try replacingFirst(pattern, in: input.text, with: replacement))
        },
        LiquidFilter("RemoveFirst", 1...1, limitation: patternLimitation) { input, arguments, _ throws(EvaluationError) in
            guard input != .null else { return .null }
            return .string(try replacingFirst(try plain(arguments).pattern, in: input.text, with: NetString()))
        },
    ]

    private static let refusal = "is built for plain texts, not for regular expressions yet"

    @Sendable private static func patternLimitation(_ arguments: [LiquidValue?]) -> String? {
        if let pattern = arguments.first ?? nil, literalText(ofPattern: pattern.text) == nil { return refusal }
        if arguments.count > 1, let replacement = arguments[1], replacement.text.contains("$") { return refusal }
        return nil
    }

    private static func plain(_ arguments: [LiquidValue]) throws(EvaluationError) -> (pattern: NetString, replacement: NetString) {
        let replacement = arguments.count > 1 ? arguments[1].text : NetString()
        guard let pattern = literalText(ofPattern: arguments[0].text), !replacement.contains("$") else {
            throw .notSupported("This Liquid filter \(refusal).")
        }
        return (pattern, replacement)
    }

    /// Refuses what makes a text far beyond any limit before it is made.
    static func checkLength(_ count: Int, times length: Int) throws(EvaluationError) {
        let (product, overflow) = count.multipliedReportingOverflow(by: length)
        if overflow || product > 1 << 24 { throw .limit(.allocation, "A Liquid filter makes a text that is too long.") }
    }

    /// The text that a regular expression matches when it matches one text only; nil for every other expression.
    private static func literalText(ofPattern pattern: NetString) -> NetString? {
        var (literal, isEscaped) = ([UInt16](), false)
        let special = Set(#"^$.|?*+()[{"#.utf16)
        for unit in pattern.utf16Array {
            if isEscaped {
                guard unit < 0x80, !UInt8(unit).isLiquidNameByte || unit == 0x2D else { return nil }
                literal.append(unit)
                isEscaped = false
            } else if unit == 0x5C {
                isEscaped = true
            } else {
                guard !special.contains(unit) else { return nil }
                literal.append(unit)
            }
        }
        return isEscaped ? nil : NetString(utf16: literal)
    }

    private static func replacingFirst(
        _ pattern: NetString, in text: NetString, with replacement: NetString
    ) throws(EvaluationError) -> NetString {
        let found = text.index(of: pattern)
        guard found >= 0, !pattern.isEmpty else { return text }
        return try text.substring(0, found).concatenating(replacement).concatenating(try text.substring(found + pattern.utf16Count))
    }
}
