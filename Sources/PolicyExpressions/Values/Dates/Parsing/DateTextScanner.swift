/// Goes through the text of a date, or through a format, from left to right.
struct DateTextScanner {
    let units: [UInt16]
    var position = 0

    init(_ units: [UInt16]) { self.units = units }

    var isAtEnd: Bool { position >= units.count }
    var current: UInt16? { position < units.count ? units[position] : nil }
    /// Whether more than the current unit is left.
    var hasUnitsBehindCurrent: Bool { position < units.count - 1 }

    func unit(_ offset: Int) -> UInt16? {
        let index = position + offset
        return index >= 0 && index < units.count ? units[index] : nil
    }

    /// Steps over a unit where it is the current one.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == UInt16(ascii: scalar) else { return false }
        position += 1
        return true
    }

    mutating func skipWhiteSpace() { while current?.isWhiteSpace == true { position += 1 } }

    var digit: Int? { current.flatMap { $0 &- 0x30 < 10 ? Int($0 &- 0x30) : nil } }

    /// A number of at least and at most so many digits; nil, and nothing read, where there are fewer. More digits than an
    /// int has wrap round, as .NET's do.
    mutating func takeNumber(_ digits: ClosedRange<Int>) -> Int? {
        let start = position
        var number: Int32 = 0
        while position - start < digits.upperBound, let digit { (number, position) = (number &* 10 &+ Int32(digit), position + 1) }
        guard position - start >= digits.lowerBound else {
            position = start
            return nil
        }
        return Int(number)
    }

    /// Whether the units from the current one on are those of a word, in whatever case its ASCII letters are.
    func begins(with word: [UInt16]) -> Bool {
        guard position + word.count <= units.count else { return false }
        return zip(units[position...], word).allSatisfy { $0 == $1 || $0.asciiLowerCase == $1.asciiLowerCase }
    }

    /// Steps over a word that is not the beginning of a longer one.
    mutating func takeWholeWord(_ word: [UInt16]) -> Bool {
        guard begins(with: word), unit(word.count)?.isNetLetter != true else { return false }
        position += word.count
        return true
    }

    /// The meaning of the vocabulary's entry that stands here. A word in letters must not go on with further ones.
    mutating func take<Meaning>(_ vocabulary: [DateVocabulary.Entry<Meaning>]) -> Meaning? {
        guard let current else { return nil }
        let isLetter = current.isNetLetter
        for entry in vocabulary where begins(with: entry.units) {
            if isLetter, unit(entry.units.count)?.isNetLetter == true { continue }
            position += entry.units.count
            return entry.meaning
        }
        return nil
    }
}

extension DateTextScanner {
    /// What stands behind a number or a month's name, with the white space in front of it.
    mutating func takeSeparator() -> DateSeparator {
        skipWhiteSpace()
        if isAtEnd { return .end }
        return digit == nil ? take(DateVocabulary.separators) ?? .space : .space
    }

    /// The decimals behind a point, as a part of one; nil where there are none, and the point is gone all the same.
    mutating func takeFraction() -> Double? {
        position += 1
        var (fraction, place, count) = (0.0, 0.1, 0)
        while let digit {
            fraction += Double(digit) * place
            place *= 0.1
            (count, position) = (count + 1, position + 1)
        }
        return count > 0 ? fraction : nil
    }

    /// An offset from UTC with its sign, `+8`, `+08`, `+8:00`, `+800` or `+0800`, in minutes; nil where there is none.
    mutating func takeOffset() -> Int? {
        guard let sign = current, sign == UInt16(ascii: "+") || sign == UInt16(ascii: "-") else { return nil }
        position += 1
        let start = position
        guard let number = takeNumber(1...8), digit == nil else { return nil }
        var (hours, minutes) = (number, 0)
        switch position - start {
        case 1, 2:
            if take(":") {
                let minuteStart = position
                guard let number = takeNumber(1...8), position - minuteStart <= 2 else { return nil }
                minutes = number
            }
        case 3, 4: (hours, minutes) = (number / 100, number % 100)
        default: return nil
        }
        guard minutes < 60 else { return nil }
        return (hours * 60 + minutes) * (sign == UInt16(ascii: "-") ? -1 : 1)
    }
}

extension UInt16 {
    /// The lower-case letter of an ASCII letter; any other unit itself.
    var asciiLowerCase: UInt16 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
