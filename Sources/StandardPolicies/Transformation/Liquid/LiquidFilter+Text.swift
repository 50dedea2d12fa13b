import PolicyExpressions

extension LiquidFilter {
    static let textFilters: [LiquidFilter] = [
        .text("Upcase") { $0.uppercasedInvariant() },
        .text("Downcase") { $0.lowercasedInvariant() },
        .text("Strip") { $0.trimmed() },
        .text("Lstrip") { $0.trimmedStart() },
        .text("Rstrip") { $0.trimmedEnd() },
        .text("Capitalize") { capitalized($0) },
        .text("StripNewlines") { text throws(EvaluationError) in try text.replacing("\r\n", with: "").replacing("\n", with: "") },
        .text("StripHtml") { text throws(EvaluationError) in LiquidMarkupRemoval.text(of: text) },
        .text("NewlineToBr") { text throws(EvaluationError) in
            try text.replacing("\n", with: "<br />\n").replacing("\r<br />\n", with: "<br />\r\n")
        },
        LiquidFilter("Append", 1...1) { input, arguments, _ in .string(input.text.concatenating(arguments[0].text)) },
        LiquidFilter("Prepend", 1...1) { input, arguments, _ in .string(arguments[0].text.concatenating(input.text)) },
        LiquidFilter("Remove", 1...1) { input, arguments, _ throws(EvaluationError) in
            let removed = arguments[0].text
            return removed.isEmpty ? input : .string(try input.text.replacing(removed, with: ""))
        },
        LiquidFilter("Default", 1...1) { input, arguments, _ in input.text.isWhiteSpace ? arguments[0] : .string(input.text) },
        LiquidFilter("Truncate", 0...2) { input, arguments, _ throws(EvaluationError) in
            guard input != .null else { return .null }
            return .string(try truncated(input.text, try length(arguments.first, 50), arguments.count > 1 ? arguments[1].text : "..."))
        },
        LiquidFilter("TruncateWords", 0...2) { input, arguments, _ throws(EvaluationError) in
            guard input != .null else { return .null }
            let words = input.text.string.split(separator: " ", omittingEmptySubsequences: false)
            let count = try length(arguments.first, 15)
            guard words.count > count else { return input }
            let suffix = arguments.count > 1 ? arguments[1].text : "..."
            return .string(NetString(words.prefix(count).joined(separator: " ")).concatenating(suffix))
        },
        LiquidFilter("Split", 1...1) { input, arguments, _ in .list(parts(of: input.text, arguments[0].text).map { .string($0) }) },
    ]

    /// A whole number that is not negative; the filter's own when there is none.
    static func length(_ value: LiquidValue?, _ usual: Int) throws(EvaluationError) -> Int { max(0, try whole(value, usual)) }

    /// A whole number; the filter's own when there is none.
    static func whole(_ value: LiquidValue?, _ usual: Int) throws(EvaluationError) -> Int {
        guard let value, value != .null else { return usual }
        guard let number = value.number?.double, let whole = Int32(exactly: number) else { throw .format() }
        return Int(whole)
    }

    /// Every word with its first letter in upper case.
    private static func capitalized(_ text: NetString) -> NetString {
        var isInWord = false
        return NetString(
            utf16: text.utf16Array.map { unit in
                let isWordUnit = unit == 0x5F || unit >= 0x80 || unit < 0x80 && UInt8(unit).isLiquidNameByte && unit != 0x2D
                defer { isInWord = isWordUnit }
                return isWordUnit && !isInWord ? unit.simpleUpperCase : unit
            })
    }

    private static func truncated(_ text: NetString, _ length: Int, _ suffix: NetString) throws(EvaluationError) -> NetString {
        guard text.utf16Count > length else { return text }
        return try text.substring(0, max(0, length - suffix.utf16Count)).concatenating(suffix)
    }

    /// Empty parts are left out; an empty separator gives the characters.
    private static func parts(of text: NetString, _ separator: NetString) -> [NetString] {
        guard !separator.isEmpty else { return text.utf16Array.map { NetString($0) } }
        var (parts, start) = ([NetString](), 0)
        let units = text.utf16Array
        while start <= units.count {
            let found = text.index(of: separator, from: start)
            let end = found < 0 ? units.count : found
            if end > start { parts.append(NetString(utf16: units[start..<end])) }
            guard found >= 0 else { break }
            start = end + separator.utf16Count
        }
        return parts
    }
}
