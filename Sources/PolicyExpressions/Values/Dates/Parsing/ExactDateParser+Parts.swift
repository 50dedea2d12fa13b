extension ExactDateParser {
    /// Matches what the format has next: a part of a date, or a literal.
    mutating func matchPart() throws(DateParsingFailure) {
        guard let unit = format.current else { return }
        switch Unicode.Scalar(unit) {
        case "y", "M", "d", "h", "H", "m", "s", "f", "F", "t", "z", "g": try matchRun(unit, format.takeRun())
        case "'", "\"": try matchQuoted()
        case "%": try skipPercent()
        case "\\": try matchEscaped()
        case ".": try matchPoint()
        case " ": try matchSpace()
        case "Z":
            format.position += 1
            try setZone(0, "Z", isUTC: true)
            guard text.takeWholeWord(Self.greenwich) || text.takeWholeWord([UInt16(ascii: "Z")]) else { throw .notRecognized }
        case "K":
            format.position += 1
            try matchKind()
        default: try matchLiteral(unit)
        }
    }

    static let greenwich = Array("GMT".utf16)

    /// A run of one letter.
    private mutating func matchRun(_ unit: UInt16, _ count: Int) throws(DateParsingFailure) {
        switch Unicode.Scalar(unit) {
        case "y":
            if count <= 2 { hasTwoDigitYear = true }
            try set(\.year, try number(count), "y")
        case "M":
            let month = count <= 2 ? try number(count) : try name(Self.months, shortest: count == 3) + 1
            try set(\.month, month, "M")
        case "d" where count <= 2: try set(\.day, try number(count), "d")
        case "d": try set(\.dayOfWeek, try name(Self.days, shortest: count == 3), "d")
        case "h", "H":
            if unit == UInt16(ascii: "h") { hasHalfDays = true }
            try set(\.hour, try number(min(count, 2)), unit == UInt16(ascii: "h") ? "h" : "H")
        case "m": try set(\.minute, try number(min(count, 2)), "m")
        case "s": try set(\.second, try number(min(count, 2)), "s")
        case "f", "F": try matchFraction(count, isShort: unit == UInt16(ascii: "F"))
        case "t": try matchNoon(isShort: count == 1)
        case "z": try setZone(try offset(count), "z")
        default:
            guard Self.eras.contains(where: { text.takeWord($0) }) else { throw .notRecognized }
        }
    }

    private static let months = NetDateTimeFormat.monthNames.prefix(12).map(\.utf16Array)
    private static let days = NetDateTimeFormat.dayNames.map(\.utf16Array)
    private static let eras = ["A.D.", "AD"].map { Array($0.utf16) }
    private static let halves = ["AM", "PM"].map { Array($0.utf16) }

    /// A number of so many digits; one digit means one or two.
    private mutating func number(_ count: Int) throws(DateParsingFailure) -> Int {
        guard let number = text.takeNumber(count == 1 ? 1...2 : count...count) else { throw .notRecognized }
        return number
    }

    /// The position of the name that stands here, of which in three letters there is only the beginning.
    private mutating func name(_ names: [[UInt16]], shortest: Bool) throws(DateParsingFailure) -> Int {
        for (index, name) in names.enumerated() where text.takeWord(shortest ? Array(name.prefix(3)) : name) { return index }
        throw .notRecognized
    }

    private mutating func set(
        _ part: WritableKeyPath<ParsedDate, Int?>, _ value: Int, _ letter: Unicode.Scalar
    ) throws(DateParsingFailure) {
        guard date[keyPath: part] ?? value == value else { throw .repeatedPart(letter) }
        date[keyPath: part] = value
    }

    private mutating func matchFraction(_ count: Int, isShort: Bool) throws(DateParsingFailure) {
        guard count <= 7 else { throw .notRecognized }
        let start = text.position
        let number = text.takeNumber(1...count)
        let digits = text.position - start
        guard isShort || digits == count else { throw .notRecognized }
        let fraction = Double(number ?? 0) / [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000][digits]
        guard date.fraction ?? fraction == fraction else { throw .repeatedPart(isShort ? "F" : "f") }
        date.fraction = fraction
    }

    /// `AM` or `PM` in any case, or in short the first letter as it is.
    private mutating func matchNoon(isShort: Bool) throws(DateParsingFailure) {
        let isAfter: Bool
        if isShort {
            guard text.current == UInt16(ascii: "A") || text.current == UInt16(ascii: "P") else { throw .notRecognized }
            isAfter = text.take("P")
            if !isAfter { text.position += 1 }
        } else {
            guard let half = Self.halves.firstIndex(where: { text.takeWord($0) }) else { throw .notRecognized }
            isAfter = half == 1
        }
        guard isAfternoon ?? isAfter == isAfter else { throw .repeatedPart("t") }
        isAfternoon = isAfter
    }

    // MARK: Zones

    private mutating func setZone(_ minutes: Int, _ letter: Unicode.Scalar, isUTC: Bool = false) throws(DateParsingFailure) {
        guard date.offsetMinutes ?? minutes == minutes else { throw .repeatedPart(letter) }
        date.offsetMinutes = minutes
        if isUTC { date.isUTC = true }
    }

    /// An offset with its sign: hours, and for three letters minutes, in front of which a colon may stand.
    private mutating func offset(_ count: Int) throws(DateParsingFailure) -> Int {
        let isWest = text.current == UInt16(ascii: "-")
        guard isWest || text.current == UInt16(ascii: "+") else { throw .notRecognized }
        text.position += 1
        let hours = try number(count == 2 ? 2 : 1)
        var minutes = 0
        if count > 2 {
            _ = text.take(":")
            minutes = try number(2)
            guard minutes < 60 else { throw .notRecognized }
        }
        return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }

    /// `Z`, an offset, or nothing.
    private mutating func matchKind() throws(DateParsingFailure) {
        if text.take("Z") { return try setZone(0, "K", isUTC: true) }
        guard text.current == UInt16(ascii: "+") || text.current == UInt16(ascii: "-") else { return }
        try setZone(try offset(3), "K")
    }

    // MARK: Literals

    /// `%` only says that the letter behind it is no standard format.
    private mutating func skipPercent() throws(DateParsingFailure) {
        guard let next = format.unit(1), next != UInt16(ascii: "%") else { throw .invalidFormat }
        format.position += 1
    }

    private mutating func matchEscaped() throws(DateParsingFailure) {
        guard let escaped = format.unit(1) else { throw .invalidFormat }
        format.position += 2
        try match(escaped)
    }

    /// A point, which may be missing together with decimals that need not be there.
    private mutating func matchPoint() throws(DateParsingFailure) {
        format.position += 1
        if text.take(".") { return }
        guard format.current == UInt16(ascii: "F"), format.unit(1) == UInt16(ascii: "F") else { throw .notRecognized }
        format.position += 1
        _ = format.takeRun()
    }

    /// A space; where white space may be missing at the end, the format can go on without it.
    private mutating func matchSpace() throws(DateParsingFailure) {
        format.position += 1
        if allowsInnerWhite || text.take(" ") { return }
        guard date.options.styles.contains(.allowTrailingWhite) else { throw .notRecognized }
        while format.current == UInt16(ascii: " "), text.current != UInt16(ascii: " ") { format.position += 1 }
        guard !format.isAtEnd else { throw .notRecognized }
        do { try matchPart() } catch { throw .notRecognized }
    }

    private mutating func matchLiteral(_ unit: UInt16) throws(DateParsingFailure) {
        guard format.takeWord(Self.greenwich) else {
            format.position += 1
            return try match(unit)
        }
        date.offsetMinutes = 0
        for unit in Self.greenwich { try match(unit) }
    }
}

extension DateTextScanner {
    /// Steps over the run of equal units that begins here, and gives its length.
    fileprivate mutating func takeRun() -> Int {
        let start = position
        while unit(1) == units[start] { position += 1 }
        position += 1
        return position - start
    }

    /// Steps over a word, whatever stands behind it.
    fileprivate mutating func takeWord(_ word: [UInt16]) -> Bool {
        guard begins(with: word) else { return false }
        position += word.count
        return true
    }
}
