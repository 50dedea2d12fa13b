// XmlException with line and position, as .NET words it.
extension XmlTextReader {
    /// The exception at a byte of the text.
    func failure(_ message: String, at index: Int) -> EvaluationError {
        let (line, column) = place(of: index)
        return .xml("\(message) Line \(line), position \(column).")
    }

    func failure(_ message: String) -> EvaluationError { failure(message, at: position) }

    /// Line and position, both from 1; positions count UTF-16 units.
    func place(of index: Int) -> (line: Int, column: Int) {
        var (line, column, current) = (1, 1, 0)
        while current < min(index, bytes.count) {
            let byte = bytes[current]
            let isLineFeed = byte == 0x0A || byte == 0x0D && self.byte(at: current + 1) != 0x0A
            if isLineFeed {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += byte >= 0xF0 ? 2 : 1
            }
            current += 1
        }
        return (line, column)
    }

    // MARK: Characters

    /// A character as exceptions show it.
    private func shown(at index: Int) -> (character: String, number: String) {
        let (value, _) = scalar(at: index)
        guard index < bytes.count, let scalar = Unicode.Scalar(value) else { return (".", "0x00") }
        return XmlCharacters.shown(Array(UTF16.encode(scalar).unsafelyUnwrapped), at: 0)
    }

    func invalidCharacter(at index: Int) -> EvaluationError {
        let (character, number) = shown(at: index)
        return failure("'\(character)', hexadecimal value \(number), is an invalid character.", at: index)
    }

    func badNameStart(at index: Int) -> EvaluationError {
        let (character, number) = shown(at: index)
        return failure("Name cannot begin with the '\(character)' character, hexadecimal value \(number).", at: index)
    }

    func badNameCharacter(at index: Int) -> EvaluationError {
        let (character, number) = shown(at: index)
        return failure("The '\(character)' character, hexadecimal value \(number), cannot be included in a name.", at: index)
    }

    // MARK: Tokens

    var endOfFile: EvaluationError { failure("Unexpected end of file has occurred.") }

    func endOfFile(in part: String, at index: Int) -> EvaluationError {
        failure("Unexpected end of file while parsing \(part) has occurred.", at: index)
    }

    func unexpectedToken(at index: Int, expected: String, _ alternative: String? = nil) -> EvaluationError {
        guard let token = token(at: index) else { return failure("Unexpected end of file has occurred.", at: index) }
        let list = alternative.map { "'\(expected)' or '\($0)'" } ?? "'\(expected)'"
        return failure("'\(token)' is an unexpected token. The expected token is \(list).", at: index)
    }

    func missingWhitespace(at index: Int) -> EvaluationError {
        guard let token = token(at: index) else { return failure("Unexpected end of file has occurred.", at: index) }
        return failure("'\(token)' is an unexpected token. Expecting white space.", at: index)
    }

    /// What stands at a place: characters of a name, or one other character.
    private func token(at index: Int) -> String? {
        guard index < bytes.count else { return nil }
        var end = index
        while end < bytes.count, XmlCharacters.continuesName(scalar(at: end).value) { end += scalar(at: end).length }
        if end == index { end = min(bytes.count, index + scalar(at: index).length) }
        return text(index..<end).string
    }

    // MARK: Elements

    /// The exception of a text that ends within elements.
    var unclosedElements: EvaluationError {
        let names = open.reversed().map { text($0.name).string }.joined(separator: ", ")
        let list = names.isEmpty ? "" : names + "."
        return failure("Unexpected end of file has occurred. The following elements are not closed: \(list)", at: bytes.count)
    }
}
