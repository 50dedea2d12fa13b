/// Writes .NET's custom number formats, such as `#,##0.00;(0.00);zero`.
///
/// The pattern is gone over twice, as in .NET: once to find out where digits, point and separators belong, once to write.
struct CustomFormat {
    private let pattern: [UInt16]
    private var number: NumberBuffer
    private var text = NetStringBuilderBuffer()
    private var layout = Layout()
    private var section = 0

    // Where writing has got to.
    private var source = 0
    private var nextDigit = 0
    /// The place of the next digit, counted from the point.
    private var place = 0
    /// How many more digits the number has in front of the point than the pattern; negative for fewer.
    private var surplus = 0
    private var separators: [Int] = []
    private var hasPoint = false
    private var isExponentPending = false

    /// What a section of a pattern asks for.
    private struct Layout {
        var digitCount = 0
        var pointPosition = -1
        var firstZero = Int.max
        var lastZero = 0
        var thousandPosition = -1
        var thousandCount = 0
        var hasSeparators = false
        var scaleAdjustment = 0
        var isScientific = false
    }

    /// The number in a pattern.
    static func text(_ number: NumberBuffer, _ pattern: [UInt16]) -> NetString {
        var format = CustomFormat(number, pattern)
        format.chooseSection()
        format.prepare()
        return format.write()
    }

    private init(_ number: NumberBuffer, _ pattern: [UInt16]) { (self.number, self.pattern) = (number, pattern) }

    private func unit(_ index: Int) -> UInt16 { index < pattern.count ? pattern[index] : 0 }
}

extension CustomFormat {
    /// Chooses positive, negative or zero section and rounds to what it shows; what is rounded to zero chooses again.
    private mutating func chooseSection() {
        section = start(ofSection: number.digits.isEmpty ? 2 : number.isNegative ? 1 : 0)
        while true {
            analyse()
            guard !number.digits.isEmpty else {
                if number.kind != .floatingPoint { number.isNegative = false }
                return number.scale = 0
            }
            number.scale += layout.scaleAdjustment
            let shown = layout.isScientific ? layout.digitCount : number.scale + layout.digitCount - layout.pointPosition
            number.round(to: shown, isCorrectlyRounded: false)
            let zeroSection = start(ofSection: 2)
            if !number.digits.isEmpty || zeroSection == section { return }
            section = zeroSection
        }
    }

    /// Where a section begins; the first one stands in for those that are missing or empty.
    private func start(ofSection wanted: Int) -> Int {
        var (left, index) = (wanted, 0)
        while left > 0, index < pattern.count, pattern[index] != 0 {
            let unit = pattern[index]
            index = end(ofElementAt: index)
            if unit == .semicolon {
                left -= 1
                if left == 0 { return self.unit(index) != 0 && self.unit(index) != .semicolon ? index : 0 }
            }
        }
        return 0
    }

    /// The index behind a character, a quoted text or an escape.
    private func end(ofElementAt index: Int) -> Int {
        switch pattern[index] {
        case .quote, .apostrophe:
            let close = pattern[(index + 1)...].firstIndex { $0 == pattern[index] || $0 == 0 }
            return close.map { pattern[$0] == 0 ? $0 : $0 + 1 } ?? pattern.count
        case .backslash: return unit(index + 1) == 0 ? index + 1 : index + 2
        default: return index + 1
        }
    }

    private mutating func analyse() {
        layout = Layout()
        var index = section
        while unit(index) != 0, unit(index) != .semicolon {
            analyse(pattern[index])
            if let end = endOfExponent(at: index) {
                layout.isScientific = true
                index = end
            } else {
                index = end(ofElementAt: index)
            }
        }
        if layout.pointPosition < 0 { layout.pointPosition = layout.digitCount }
        guard layout.thousandPosition >= 0 else { return }
        if layout.thousandPosition == layout.pointPosition {
            layout.scaleAdjustment -= layout.thousandCount * 3
        } else {
            layout.hasSeparators = true
        }
    }

    private mutating func analyse(_ unit: UInt16) {
        switch unit {
        case .hash: layout.digitCount += 1
        case .zero:
            layout.firstZero = min(layout.firstZero, layout.digitCount)
            layout.digitCount += 1
            layout.lastZero = layout.digitCount
        case .point: if layout.pointPosition < 0 { layout.pointPosition = layout.digitCount }
        case .comma: analyseComma()
        case .percent: layout.scaleAdjustment += 2
        case .perMille: layout.scaleAdjustment += 3
        default: break
        }
    }

    private mutating func analyseComma() {
        guard layout.digitCount > 0, layout.pointPosition < 0 else { return }
        if layout.thousandPosition == layout.digitCount { return layout.thousandCount += 1 }
        if layout.thousandPosition >= 0 { layout.hasSeparators = true }
        (layout.thousandPosition, layout.thousandCount) = (layout.digitCount, 1)
    }

    /// The index behind `E0`, `E+00` or `e-0`; nil when no exponent begins there.
    private func endOfExponent(at index: Int) -> Int? {
        guard unit(index) == .upperE || unit(index) == .lowerE else { return nil }
        let hasSign = unit(index + 1) == .plus || unit(index + 1) == .minus
        var end = index + (hasSign ? 2 : 1)
        guard unit(end) == .zero else { return nil }
        while unit(end) == .zero { end += 1 }
        return end
    }
}

extension CustomFormat {
    private mutating func prepare() {
        let point = layout.pointPosition
        layout.firstZero = layout.firstZero < point ? point - layout.firstZero : 0
        layout.lastZero = layout.lastZero > point ? point - layout.lastZero : 0
        place = layout.isScientific ? point : max(number.scale, point)
        surplus = layout.isScientific ? 0 : number.scale - point
        isExponentPending = layout.isScientific
        guard layout.hasSeparators else { return }
        let shown = max(layout.firstZero, place + min(surplus, 0))
        separators = Array(stride(from: 3, to: max(shown, 3), by: 3))
    }

    private mutating func write() -> NetString {
        let isSigned = number.isNegative && section == 0
        if isSigned, number.scale != 0 { text.append(ascii: "-") }
        source = section
        while unit(source) != 0, unit(source) != .semicolon { writeElement() }
        let result = text.string
        return isSigned && number.scale == 0 && !result.isEmpty ? ("-" as NetString).concatenating(result) : result
    }

    private mutating func writeElement() {
        let unit = pattern[source]
        if surplus > 0, unit == .hash || unit == .zero || unit == .point { writeSurplus() }
        switch unit {
        case .hash, .zero: writePlaceholder()
        case .point: writePoint()
        case .comma: break
        case .quote, .apostrophe, .backslash: return writeLiteral()
        case .upperE, .lowerE: return writeExponent(unit)
        default: text.append(unit: unit)
        }
        source += 1
    }

    /// The digits for which the pattern has no place.
    private mutating func writeSurplus() {
        while surplus > 0 {
            write(digit: takeDigit() ?? 0)
            surplus -= 1
            place -= 1
        }
    }

    private mutating func writePlaceholder() {
        if surplus < 0 {
            surplus += 1
            if place <= layout.firstZero { write(digit: 0) }
        } else if let digit = takeDigit() {
            write(digit: digit)
        } else if place > layout.lastZero {
            write(digit: 0)
        }
        place -= 1
    }

    private mutating func takeDigit() -> UInt8? {
        guard nextDigit < number.digits.count else { return nil }
        defer { nextDigit += 1 }
        return number.digits[nextDigit]
    }

    private mutating func write(digit: UInt8) {
        text.append(ascii: digit + 0x30)
        guard place > 1, let last = separators.last, place == last + 1 else { return }
        text.append(ascii: ",")
        separators.removeLast()
    }

    private mutating func writePoint() {
        guard place == 0, !hasPoint else { return }
        let hasMore = layout.pointPosition < layout.digitCount && nextDigit < number.digits.count
        guard layout.lastZero < 0 || hasMore else { return }
        text.append(ascii: ".")
        hasPoint = true
    }

    private mutating func writeLiteral() {
        let end = end(ofElementAt: source)
        let isClosed = pattern[source] != .backslash && end > source + 1 && pattern[end - 1] == pattern[source]
        for unit in pattern[(source + 1)..<(isClosed ? end - 1 : end)] { text.append(unit: unit) }
        source = end
    }

    private mutating func writeExponent(_ letter: UInt16) {
        guard let end = endOfExponent(at: source) else {
            text.append(unit: letter)
            return source += 1
        }
        if isExponentPending {
            let hasSign = unit(source + 1) != .zero
            let exponent = number.digits.isEmpty ? 0 : number.scale - layout.pointPosition
            text.append(
                exponentLetter: letter == .lowerE ? "e" : "E", exponent,
                minimumDigits: min(10, end - source - (hasSign ? 2 : 1)), hasPlus: unit(source + 1) == .plus)
            isExponentPending = false
        } else {
            for unit in pattern[source..<end] { text.append(unit: unit) }
        }
        source = end
    }
}

extension UInt16 {
    fileprivate static let hash: UInt16 = 0x23, zero: UInt16 = 0x30, point: UInt16 = 0x2E, comma: UInt16 = 0x2C
    fileprivate static let percent: UInt16 = 0x25, perMille: UInt16 = 0x2030, semicolon: UInt16 = 0x3B
    fileprivate static let quote: UInt16 = 0x22, apostrophe: UInt16 = 0x27, backslash: UInt16 = 0x5C
    fileprivate static let upperE: UInt16 = 0x45, lowerE: UInt16 = 0x65, plus: UInt16 = 0x2B, minus: UInt16 = 0x2D
}
