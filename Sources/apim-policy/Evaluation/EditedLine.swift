/// A line that is being typed, with earlier ones to go back to.
struct EditedLine {
    private(set) var characters: [Character] = []
    /// Where the next character goes, from 0 to the number of characters.
    private(set) var cursor = 0
    private let history: [String]
    private var historyPlace: Int
    /// What was typed before earlier lines were looked at.
    private var draft: [Character] = []

    init(history: [String] = []) { (self.history, historyPlace) = (history, history.count) }

    var text: String { String(characters) }
    var textBeforeCursor: String { String(characters[..<cursor]) }

    mutating func insert(_ text: String) {
        characters.insert(contentsOf: text, at: cursor)
        cursor += text.count
    }

    /// Does what an editing key means; keys that end a line or ask for something are left to the caller.
    mutating func apply(_ key: TerminalKey) {
        switch key {
        case .character(let character): insert(String(character))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .lineStart: cursor = 0
        case .lineEnd: cursor = characters.count
        case .deleteBackward: delete(from: max(0, cursor - 1), to: cursor)
        case .deleteForward: delete(from: cursor, to: min(characters.count, cursor + 1))
        case .deleteToStart: delete(from: 0, to: cursor)
        case .deleteToEnd: delete(from: cursor, to: characters.count)
        case .deleteWord: delete(from: wordStart, to: cursor)
        case .up: recall(historyPlace - 1)
        case .down: recall(historyPlace + 1)
        case .tab, .enter, .interrupt, .endOfInput, .clearScreen, .unknown: break
        }
    }

    private mutating func delete(from start: Int, to end: Int) {
        characters.removeSubrange(start..<end)
        cursor = start
    }

    /// The start of the word before the cursor, white space between them included.
    private var wordStart: Int {
        let end = characters[..<cursor].lastIndex { !$0.isWhitespace } ?? 0
        return characters[..<end].lastIndex { $0.isWhitespace }.map { $0 + 1 } ?? 0
    }

    private mutating func recall(_ place: Int) {
        guard place >= 0, place <= history.count, place != historyPlace else { return }
        if historyPlace == history.count { draft = characters }
        historyPlace = place
        characters = place == history.count ? draft : Array(history[place])
        cursor = characters.count
    }
}
