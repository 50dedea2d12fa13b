/// Values as the text of elements and attributes: the lexical forms of XML Schema, as .NET's XmlConvert has them.
enum XmlText {
    /// The text that a value becomes as content.
    ///
    /// - Throws: ArgumentException for a node, ArgumentNullException for null.
    static func text(of value: Value) throws(EvaluationError) -> NetString {
        switch value {
        case .null: throw .argumentNull("value")
        case .boolean(let boolean): return boolean ? "true" : "false"
        case .double(let number): return text(of: number)
        case .single(let number): return number.isFinite ? NumberFormatting.text(number) : text(of: Double(number))
        case .dateTime(let date): return NetString(date.jsonText)
        case .timeSpan(let span): return NetString(XmlDuration.text(of: span))
        case .object(is XObject): throw .argument("An XObject cannot be used as a value.")
        default: return try ValueText.text(of: value)
        }
    }

    private static func text(of number: Double) -> NetString {
        if number.isInfinite { return number < 0 ? "-INF" : "INF" }
        return number == 0 && number.sign == .minus ? "-0" : NumberFormatting.text(number)
    }

    // MARK: Reading

    private static let wholeNumber: NumberStyles = [.allowLeadingSign, .allowLeadingWhite, .allowTrailingWhite]
    private static let decimalNumber: NumberStyles = wholeNumber.union(.allowDecimalPoint)
    private static let floatingNumber: NumberStyles = decimalNumber.union(.allowExponent)

    static func integer<Number: NetNumber & FixedWidthInteger>(_ text: NetString) throws(EvaluationError) -> Number {
        try Number.parse(text, wholeNumber)
    }

    static func decimal(_ text: NetString) throws(EvaluationError) -> NetDecimal { try NumberParsing.decimal(text, styles: decimalNumber) }

    static func double(_ text: NetString) throws(EvaluationError) -> Double {
        switch trimmed(text) {
        case "INF": .infinity
        case "-INF": -.infinity
        default: try NumberParsing.double(trimmed(text), styles: floatingNumber)
        }
    }

    static func single(_ text: NetString) throws(EvaluationError) -> Float {
        switch trimmed(text) {
        case "INF": .infinity
        case "-INF": -.infinity
        default: try NumberParsing.single(trimmed(text), styles: floatingNumber)
        }
    }

    /// `true`, `1`, `false` or `0`, in letters of any case.
    static func boolean(_ text: NetString) throws(EvaluationError) -> Bool {
        let lower = text.lowercasedInvariant()
        switch trimmed(lower) {
        case "1", "true": return true
        case "0", "false": return false
        default: throw .format("The string '\(lower.string)' is not a valid Boolean value.")
        }
    }

    static func guid(_ text: NetString) throws(EvaluationError) -> NetGuid {
        switch GuidParser.parse(text) {
        case .success(let guid): return guid
        case .failure(let failure): throw failure.exception(reportsOverflow: true)
        }
    }

    /// A date in the form of ISO 8601, with or without a time.
    static func dateTime(_ text: NetString) throws(EvaluationError) -> NetDateTime {
        let trimmed = text.trimmed()
        if let date = NetDateTime(json: trimmed) ?? NetDateTime(json: NetString.concatenate([trimmed, "T00:00:00"])) { return date }
        throw .format("String '\(text.string)' was not recognized as a valid DateTime.")
    }

    /// XML's white space off both ends.
    private static func trimmed(_ text: NetString) -> NetString {
        text.withUTF8 { bytes in
            guard let start = bytes.firstIndex(where: { !XmlCharacters.isWhitespace($0) }),
                let end = bytes.lastIndex(where: { !XmlCharacters.isWhitespace($0) })
            else { return "" }
            return start == 0 && end == bytes.count - 1 ? text : NetString(utf8: bytes[start...end])
        }
    }
}

/// `P1DT2H3M4.5S`: XML Schema's durations, for spans.
enum XmlDuration {
    static func text(of span: NetTimeSpan) -> String {
        let magnitude = span.ticks.magnitude
        let (days, hours) = (magnitude / 864_000_000_000, magnitude / 36_000_000_000 % 24)
        let (minutes, seconds, fraction) = (magnitude / 600_000_000 % 60, magnitude / 10_000_000 % 60, magnitude % 10_000_000)
        var text = span.ticks < 0 ? "-P" : "P"
        if days > 0 { text += "\(days)D" }
        var clock = (hours > 0 ? "\(hours)H" : "") + (minutes > 0 ? "\(minutes)M" : "")
        if fraction > 0 {
            var digits = String(fraction)
            digits = String(repeating: "0", count: 7 - digits.utf8.count) + digits
            while digits.hasSuffix("0") { digits.removeLast() }
            clock += "\(seconds).\(digits)S"
        } else if seconds > 0 {
            clock += "\(seconds)S"
        }
        if !clock.isEmpty { text += "T" + clock }
        return magnitude == 0 ? "PT0S" : text
    }

    /// Reads a duration; a year has 365 days and a month 30, as in .NET.
    static func span(_ text: NetString) throws(EvaluationError) -> NetTimeSpan {
        var reader = Reader(Array(text.trimmed().string.utf8))
        guard let ticks = try reader.read() else {
            throw .format("The string '\(text.string)' is not a valid TimeSpan value.")
        }
        return NetTimeSpan(ticks: ticks)
    }

    private struct Reader {
        private let bytes: [UInt8]
        private var position = 0
        private var ticks: Int64 = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        private static let dateUnits: [(UInt8, Int64)] = [
            (0x59, 365 * 864_000_000_000), (0x4D, 30 * 864_000_000_000), (0x44, 864_000_000_000),
        ]
        private static let timeUnits: [(UInt8, Int64)] = [(0x48, 36_000_000_000), (0x4D, 600_000_000), (0x53, 10_000_000)]

        /// The ticks; nil where the text is no duration.
        mutating func read() throws(EvaluationError) -> Int64? {
            let isNegative = take(0x2D)
            guard take(0x50), let hasDate = try readParts(Self.dateUnits) else { return nil }
            var hasTime = false
            if take(0x54) {
                guard let found = try readParts(Self.timeUnits), found else { return nil }
                hasTime = true
            }
            guard hasDate || hasTime, position == bytes.count else { return nil }
            return isNegative ? -ticks : ticks
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        /// Numbers with their units, in the units' order; whether there was any, and nil where one is wrong.
        private mutating func readParts(_ units: [(unit: UInt8, ticks: Int64)]) throws(EvaluationError) -> Bool? {
            var rest = units[...]
            var isAny = false
            while position < bytes.count, bytes[position] &- 0x30 < 10 {
                let (number, fraction) = try readNumber()
                guard let number, position < bytes.count, let index = rest.firstIndex(where: { $0.unit == bytes[position] }) else {
                    return nil
                }
                guard fraction == nil || rest[index].unit == 0x53 else { return nil }
                position += 1
                try add(number, rest[index].ticks)
                try add(fraction ?? 0, 1)
                rest = rest[(index + 1)...]
                isAny = true
            }
            return isAny
        }

        /// A whole number, and the ticks of a fraction behind it.
        private mutating func readNumber() throws(EvaluationError) -> (whole: Int64?, fraction: Int64?) {
            let whole = try readDigits().value
            guard take(0x2E) else { return (whole, nil) }
            let (digits, count) = try readDigits()
            guard let digits, count <= 18 else { return (nil, nil) }
            var fraction = digits
            for _ in 0..<max(0, 7 - count) { fraction *= 10 }
            for _ in 0..<max(0, count - 7) { fraction /= 10 }
            return (whole, fraction)
        }

        private mutating func readDigits() throws(EvaluationError) -> (value: Int64?, count: Int) {
            let start = position
            var value: Int64 = 0
            while position < bytes.count, bytes[position] &- 0x30 < 10 {
                let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = scaled.addingReportingOverflow(Int64(bytes[position] &- 0x30))
                if overflow || carry { throw NetTimeSpan.tooLong }
                value = sum
                position += 1
            }
            return (position > start ? value : nil, position - start)
        }

        private mutating func add(_ count: Int64, _ unit: Int64) throws(EvaluationError) {
            let (product, overflow) = count.multipliedReportingOverflow(by: unit)
            let (sum, carry) = ticks.addingReportingOverflow(product)
            if overflow || carry { throw NetTimeSpan.tooLong }
            ticks = sum
        }
    }
}
