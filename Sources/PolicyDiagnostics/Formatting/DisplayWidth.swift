/// How many cells of a terminal a piece of text takes.
///
/// An approximation of Unicode's East Asian Width and of emoji presentation that needs no tables: carets below an excerpt
/// have to stand right under what they mark.
package enum DisplayWidth {
    /// The cells of one character: 0 for what joins the character before, 2 for wide ones, 1 for the rest.
    package static func cells(of character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if isZeroWidth(first) { return 0 }
        let hasEmojiPresentation = character.unicodeScalars.contains { $0.value == 0xFE0F } && first.properties.isEmoji
        return isWide(first) || hasEmojiPresentation ? 2 : 1
    }

    private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isEmojiPresentation { return true }
        return wideRanges.contains { $0.contains(scalar.value) }
    }

    /// Hangul Jamo, CJK with its symbols and kana, Yi, Hangul syllables, compatibility and full-width forms, the CJK planes.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF,
        0x20000...0x3FFFD,
    ]
}
