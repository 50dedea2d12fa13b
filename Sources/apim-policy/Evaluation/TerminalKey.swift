/// A key as a terminal sends it.
enum TerminalKey: Equatable {
    case character(Character)
    case left, right, up, down, lineStart, lineEnd
    case deleteBackward, deleteForward, deleteToStart, deleteToEnd, deleteWord
    case tab, enter, interrupt, endOfInput, clearScreen, unknown
}

/// Reads keys from the bytes of a terminal: UTF-8, control characters and the escape sequences of ECMA-48 and xterm.
struct TerminalKeyReader {
    /// The next byte; nil when there are no more.
    private let nextByte: () -> UInt8?

    init(nextByte: @escaping () -> UInt8?) { self.nextByte = nextByte }

    mutating func next() -> TerminalKey {
        guard let byte = nextByte() else { return .endOfInput }
        if byte == 0x1B { return escapeSequence() }
        if byte < 0x20 || byte == 0x7F { return Self.controls[byte] ?? .unknown }
        return character(startingWith: byte)
    }

    private static let controls: [UInt8: TerminalKey] = [
        0x01: .lineStart, 0x02: .left, 0x03: .interrupt, 0x04: .endOfInput, 0x05: .lineEnd, 0x06: .right, 0x08: .deleteBackward,
        0x09: .tab, 0x0A: .enter, 0x0B: .deleteToEnd, 0x0C: .clearScreen, 0x0D: .enter, 0x0E: .down, 0x10: .up, 0x15: .deleteToStart,
        0x17: .deleteWord, 0x7F: .deleteBackward,
    ]

    private static let finals: [UInt8: TerminalKey] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .lineStart, UInt8(ascii: "F"): .lineEnd,
    ]

    /// The keys that send a number and a tilde.
    private static let numbers: [Int: TerminalKey] = [1: .lineStart, 3: .deleteForward, 4: .lineEnd, 7: .lineStart, 8: .lineEnd]

    private func escapeSequence() -> TerminalKey {
        guard let introducer = nextByte(), introducer == UInt8(ascii: "[") || introducer == UInt8(ascii: "O") else { return .unknown }
        var number = 0
        while let byte = nextByte() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): number = (number * 10 + Int(byte - UInt8(ascii: "0"))) % 1000
            case UInt8(ascii: ";"): number = 0
            case UInt8(ascii: "~"): return Self.numbers[number] ?? .unknown
            case 0x40...0x7E: return Self.finals[byte] ?? .unknown
            default: return .unknown
            }
        }
        return .endOfInput
    }

    private func character(startingWith first: UInt8) -> TerminalKey {
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var bytes = [first]
        while bytes.count < length, let byte = nextByte() { bytes.append(byte) }
        guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else { return .unknown }
        return .character(character)
    }
}
