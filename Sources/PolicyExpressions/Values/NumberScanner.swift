/// Takes the text of a number apart as .NET does, by its styles.
struct NumberScanner {
    private let units: [UInt16]
    private let styles: NumberStyles
    private var position = 0
    private var number = NumberBuffer(digits: [], scale: 0, isNegative: false, kind: .integer)
    private var hasSign = false, isOpen = false, hasDigits = false, hasPoint = false, hasCurrency = false

    init(_ text: NetString, _ styles: NumberStyles) { (units, self.styles) = (text.utf16Array, styles) }

    private var current: UInt16 { position < units.count ? units[position] : 0 }

    /// The number; nil when the text is not exactly one.
    mutating func scan(_ kind: NumberBuffer.Kind) -> NumberBuffer? {
        number = NumberBuffer(digits: [], scale: 0, isNegative: false, kind: kind)
        scanPrefix()
        scanDigits()
        guard hasDigits else { return nil }
        scanExponent()
        scanSuffix()
        guard !isOpen, isAtEnd else { return nil }
        if kind != .decimal {
            while number.digits.last == 0 { number.digits.removeLast() }
            if number.digits.isEmpty { number.scale = 0 }
        }
        if kind == .integer, number.digits.isEmpty { number.isNegative = false }
        return number
    }

    /// Hexadecimal digits; nil when the text holds anything else.
    mutating func scanHexadecimal() -> [UInt8]? {
        if styles.contains(.allowLeadingWhite) { skipWhiteSpace() }
        var digits: [UInt8] = []
        while current < 0x80, let digit = UInt8(hexadecimal: UInt8(truncatingIfNeeded: current)) {
            digits.append(digit)
            position += 1
        }
        if styles.contains(.allowTrailingWhite) { skipWhiteSpace() }
        return digits.isEmpty || !isAtEnd ? nil : digits
    }

    /// Zero characters may follow a number.
    private var isAtEnd: Bool { units[min(position, units.count)...].allSatisfy { $0 == 0 } }

    private mutating func skipWhiteSpace() {
        while isWhite(current) { position += 1 }
    }

    private func isWhite(_ unit: UInt16) -> Bool { unit == 0x20 || (0x09...0x0D).contains(unit) }

    /// White space, a sign, a parenthesis and a currency symbol.
    private mutating func scanPrefix() {
        while position < units.count {
            if isWhite(current), styles.contains(.allowLeadingWhite), !hasSign || hasCurrency {
                position += 1
            } else if !takeSign(.allowLeadingSign) && !takeParenthesis() && !takeCurrency() {
                return
            }
        }
    }

    private mutating func takeSign(_ style: NumberStyles) -> Bool {
        guard styles.contains(style), !hasSign, current == 0x2B || current == 0x2D else { return false }
        if current == 0x2D { number.isNegative = true }
        hasSign = true
        position += 1
        return true
    }

    private mutating func takeParenthesis() -> Bool {
        guard styles.contains(.allowParentheses), !hasSign, current == 0x28 else { return false }
        (hasSign, isOpen, number.isNegative) = (true, true, true)
        position += 1
        return true
    }

    private mutating func takeCurrency() -> Bool {
        guard styles.contains(.allowCurrencySymbol), !hasCurrency, current == 0xA4 else { return false }
        hasCurrency = true
        position += 1
        return true
    }

    private mutating func scanDigits() {
        while true {
            if current &- 0x30 < 10 {
                take(digit: UInt8(truncatingIfNeeded: current - 0x30))
            } else if current == 0x2E, styles.contains(.allowDecimalPoint), !hasPoint {
                hasPoint = true
            } else if !(current == 0x2C && styles.contains(.allowThousands) && hasDigits && !hasPoint) {
                return
            }
            position += 1
        }
    }

    private mutating func take(digit: UInt8) {
        hasDigits = true
        if digit != 0 || !number.digits.isEmpty {
            number.digits.append(digit)
            if !hasPoint { number.scale += 1 }
        } else if hasPoint {
            number.scale -= 1
        }
    }

    /// What looks like an exponent and has no digits is left where it is.
    private mutating func scanExponent() {
        guard styles.contains(.allowExponent), current | 0x20 == 0x65 else { return }
        let start = position
        position += 1
        let isNegative = current == 0x2D
        if isNegative || current == 0x2B { position += 1 }
        guard current &- 0x30 < 10 else { return position = start }
        var exponent = 0
        while current &- 0x30 < 10 {
            exponent = exponent > 1000 ? 9999 : exponent * 10 + Int(current - 0x30)
            position += 1
        }
        number.scale += isNegative ? -exponent : exponent
    }

    private mutating func scanSuffix() {
        while position < units.count {
            if isWhite(current), styles.contains(.allowTrailingWhite) {
                position += 1
            } else if isOpen, current == 0x29 {
                isOpen = false
                position += 1
            } else if !takeSign(.allowTrailingSign) && !takeCurrency() {
                return
            }
        }
    }
}
