/// `System.IO.TextReader`: here always a reader of a string.
class NetTextReader: NetObject, NetClass {
    class var symbol: TypeSymbol { .named(.textReader, []) }
    override final var type: TypeSymbol { Swift.type(of: self).symbol }

    private let units: [UInt16]
    private var position = 0
    private var isClosed = false

    init(_ text: NetString) { units = text.utf16Array }

    override func dispose() { isClosed = true }

    private func checkOpen() throws(EvaluationError) {
        if isClosed { throw .system("ObjectDisposedException", "Cannot read from a closed TextReader.") }
    }

    /// The next unit, which stays; -1 at the end.
    func peek() throws(EvaluationError) -> Int32 {
        try checkOpen()
        return position < units.count ? Int32(units[position]) : -1
    }

    /// The next unit; -1 at the end.
    func read() throws(EvaluationError) -> Int32 {
        let unit = try peek()
        if unit >= 0 { position += 1 }
        return unit
    }

    /// At most so many units.
    func read(count: Int) throws(EvaluationError) -> ArraySlice<UInt16> {
        try checkOpen()
        let end = min(units.count, position + count)
        defer { position = end }
        return units[position..<end]
    }

    /// The text up to a line end, which is passed; nil at the end.
    func readLine() throws(EvaluationError) -> NetString? {
        try checkOpen()
        guard position < units.count else { return nil }
        let start = position
        while position < units.count, units[position] != 0x0A, units[position] != 0x0D { position += 1 }
        let line = NetString(utf16: units[start..<position])
        if position < units.count {
            position += units[position] == 0x0D && position + 1 < units.count && units[position + 1] == 0x0A ? 2 : 1
        }
        return line
    }

    func readToEnd() throws(EvaluationError) -> NetString { NetString(utf16: try read(count: units.count - position)) }
}

/// `System.IO.StringReader`.
final class NetStringReader: NetTextReader {
    override class var symbol: TypeSymbol { .named(.stringReader, []) }
}
