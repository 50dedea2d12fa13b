/// Writes .NET's standard number formats with the invariant culture's signs and patterns.
struct StandardFormat {
    private var number: NumberBuffer
    private var text = NetStringBuilderBuffer()

    /// The number in a standard format; nil when there is no such format for it.
    ///
    /// - Parameter precision: the digits that the letter asks for, or -1.
    static func text(_ number: NumberBuffer, _ letter: Character, _ precision: Int) -> NetString? {
        var format = StandardFormat(number)
        let digits = precision < 0 ? 2 : precision
        switch letter {
        case "F", "f":
            format.writeSigned {
                $0.round(behindPoint: digits); $0.writeFixed(digits, isGrouped: false)
            }
        case "N", "n":
            format.writeSigned {
                $0.round(behindPoint: digits); $0.writeFixed(digits, isGrouped: true)
            }
        case "C", "c": format.writeCurrency(digits)
        case "P", "p": format.writePercent(digits)
        case "E", "e": format.writeScientific(precision < 0 ? 6 : precision, letter)
        case "G", "g": format.writeGeneral(precision, letter)
        default: return nil
        }
        return format.text.string
    }

    private init(_ number: NumberBuffer) { self.number = number }

    private mutating func round(behindPoint digits: Int) { round(to: number.scale + digits) }

    private mutating func round(to digits: Int) {
        number.round(to: digits, isCorrectlyRounded: number.kind == .floatingPoint)
    }

    /// Writes the sign that the number has after rounding in front of what a closure writes.
    private mutating func writeSigned(_ write: (inout StandardFormat) -> Void) {
        write(&self)
        if number.isNegative { prepend("-") }
    }

    private mutating func prepend(_ sign: NetString) {
        var signed = NetStringBuilderBuffer()
        signed.append(sign)
        signed.append(text.string)
        text = signed
    }

    private mutating func writeCurrency(_ digits: Int) {
        round(behindPoint: digits)
        text.append(number.isNegative ? "(¤" : "¤")
        writeFixed(digits, isGrouped: true)
        if number.isNegative { text.append(ascii: ")") }
    }

    private mutating func writePercent(_ digits: Int) {
        number.scale += 2
        writeSigned {
            $0.round(behindPoint: digits)
            $0.writeFixed(digits, isGrouped: true)
        }
        text.append(ascii: " %")
    }

    private mutating func writeFixed(_ decimals: Int, isGrouped: Bool) {
        let (digits, scale) = (number.digits, number.scale)
        if scale <= 0 { text.append(ascii: "0") }
        for place in 0..<max(scale, 0) {
            append(place < digits.count ? digits[place] : 0)
            let left = scale - place - 1
            if isGrouped, left > 0, left % 3 == 0 { text.append(ascii: ",") }
        }
        if decimals > 0 { text.append(ascii: ".") }
        for place in scale..<scale + max(decimals, 0) { append(digits.indices.contains(place) ? digits[place] : 0) }
    }

    private mutating func writeScientific(_ decimals: Int, _ letter: Character) {
        round(to: decimals + 1)
        if number.isNegative { text.append(ascii: "-") }
        append(number.digits.first ?? 0)
        if decimals > 0 { text.append(ascii: ".") }
        for place in 1..<decimals + 1 { append(place < number.digits.count ? number.digits[place] : 0) }
        writeExponent(number.digits.isEmpty ? 0 : number.scale - 1, letter, minimumDigits: 3)
    }

    private mutating func writeGeneral(_ precision: Int, _ letter: Character) {
        // A decimal's own digits are written as they are, zeros behind the point included.
        let isVerbatim = precision < 0 && number.kind == .decimal
        let maximum = precision > 0 ? precision : number.digits.count
        if !isVerbatim { round(to: maximum) }
        if number.isNegative, !(isVerbatim && number.digits.isEmpty) { text.append(ascii: "-") }
        let isScientific = !isVerbatim && (number.scale > maximum || number.scale < -3)
        let point = isScientific ? 1 : number.scale
        if point <= 0 { text.append(ascii: "0") }
        for place in 0..<max(point, 0) { append(place < number.digits.count ? number.digits[place] : 0) }
        if number.digits.count > point, !number.digits.isEmpty || point < 0 {
            text.append(ascii: ".")
            for place in point..<max(number.digits.count, 0) { append(place < 0 ? 0 : number.digits[place]) }
        }
        if isScientific { writeExponent(number.scale - 1, letter == "g" ? "e" : "E", minimumDigits: 2) }
    }

    private mutating func append(_ digit: UInt8) { text.append(ascii: digit + 0x30) }

    private mutating func writeExponent(_ exponent: Int, _ letter: Character, minimumDigits: Int) {
        text.append(exponentLetter: letter, exponent, minimumDigits: minimumDigits, hasPlus: true)
    }
}

extension NetStringBuilderBuffer {
    /// Adds `E+05`.
    mutating func append(exponentLetter letter: Character, _ exponent: Int, minimumDigits: Int, hasPlus: Bool) {
        append(ascii: letter.asciiValue ?? UInt8(ascii: "E"))
        if exponent < 0 { append(ascii: "-") } else if hasPlus { append(ascii: "+") }
        let digits = String(exponent.magnitude)
        for _ in 0..<max(0, minimumDigits - digits.utf8.count) { append(ascii: "0") }
        append(asciiBytes: digits.utf8)
    }
}
