extension JsonReader {
    /// An exception with path, line and column, as Newtonsoft.Json formats it.
    func error(_ message: String) -> EvaluationError {
        let (line, column) = place
        return .jsonReader("\(message) Path '\(path)', line \(line), position \(column).")
    }

    /// An exception that ends with the character at the position.
    func unexpectedCharacter(_ message: String) -> EvaluationError {
        error("\(message)\(Character(scalar(at: position))).")
    }

    /// The text ended inside of a word or an escape.
    var unexpectedEnd: EvaluationError { error("Unexpected end when reading JSON.") }

    /// The text ended where a token was expected.
    var endOfContent: EvaluationError {
        let hasContent = !outerFrames.isEmpty || children.count > 0 || names.count > 0
        return error(hasContent ? "Unexpected end of content while loading \(loading)." : "Error reading \(loading) from JsonReader.")
    }

    /// Line from 1 and column from 0 of the position; line 0 while nothing has been read.
    private var place: (line: Int, column: Int) {
        let before = UnsafeBufferPointer(rebasing: bytes[..<min(position, bytes.count)])
        var (line, lineStart) = (1, 0)
        for (offset, byte) in before.enumerated() {
            let isBreak = byte == 0x0A || byte == 0x0D && !(offset + 1 < before.count && before[offset + 1] == 0x0A)
            if isBreak { (line, lineStart) = (line + 1, offset + 1) }
        }
        let column = String(decoding: before[lineStart...], as: UTF8.self).utf16.count
        return (state == .start && column == 0 ? 0 : line, column)
    }

    /// Line and column behind the value at a path, or behind the sign that opens it; nil when there is none.
    static func place(behindValueAt path: String, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int)? {
        var reader = JsonReader(bytes, expecting: .token)
        reader.keepsNumberText = true
        while reader.state != .finished {
            guard (try? reader.readStep()) != nil else { return nil }
            let isBehindValue = reader.state == .postValue || reader.state == .finished || reader.frame?.index == -1
            if isBehindValue, reader.path == path { break }
        }
        return reader.place
    }

    /// The path of the value that was read last, such as `a.b[2]`.
    private var path: String {
        var path = JsonPath()
        for frame in outerFrames + (frame.map { [$0] } ?? []) where frame.index >= 0 {
            if frame.kind == .object { path.append(names[frame.index].name) } else { path.append(frame.index) }
        }
        return path.text
    }
}

/// The text that tells where a token stands: `a.b[2]['c d']`.
struct JsonPath {
    private(set) var text = ""

    /// Adds a member.
    mutating func append(_ name: NetString) {
        if name.string.utf8.contains(where: { Self.special.contains($0) }) {
            text += "['\(name.string)']"
        } else {
            text += (text.isEmpty ? "" : ".") + name.string
        }
    }

    /// Adds an element.
    mutating func append(_ index: Int) { text += "[\(index)]" }

    private static let special = Array(". []()".utf8)
}
