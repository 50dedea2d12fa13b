/// `System.IO.TextWriter`: writes nothing anywhere, unless a class has a place for it.
class NetTextWriter: NetObject, NetClass {
    class var symbol: TypeSymbol { .named(.textWriter, []) }
    override final var type: TypeSymbol { Swift.type(of: self).symbol }

    /// What ends a line.
    final var newLine: NetString = "\n"

    func write(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) {}
}

/// `System.IO.StringWriter`.
final class NetStringWriter: NetTextWriter {
    let builder: NetStringBuilder
    private var isClosed = false

    init(_ builder: NetStringBuilder = NetStringBuilder()) { self.builder = builder }

    override class var symbol: TypeSymbol { .named(.stringWriter, []) }

    override func write(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) {
        if isClosed { throw .system("ObjectDisposedException", "Cannot write to a closed TextWriter.") }
        try builder.append(text, &frame)
    }

    override func dispose() { isClosed = true }
    override func invariantText() throws(EvaluationError) -> NetString { builder.string }
}
