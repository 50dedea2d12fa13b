// Readers and writers of text in memory. Files and streams do not exist for expressions.
extension NetType {
    /// Every type of the namespace System.IO.
    static let ioTypes: [NetType] = [textReader, stringReader, textWriter, stringWriter]

    // MARK: Readers

    /// `System.IO.TextReader`.
    static let textReader: NetType = NetType("System.IO", "TextReader", interfaces: [.named(.disposable, [])]) {
        readerMembers + readerBlocks + [
            .staticProperty(
                "Null", "A reader with nothing to read.",
                NetBody { () throws(EvaluationError) -> Instance<NetTextReader> in Instance(NetTextReader("")) }),
            .staticMethod(
                "Synchronized", "The same reader: an expression runs on one thread.", ["reader"],
                NetBody { (reader: Instance<NetTextReader>) throws(EvaluationError) -> Instance<NetTextReader> in reader }),
            .method("Close", "Ends reading.", closing(NetTextReader.self)),
            .method("Dispose", "Ends reading.", closing(NetTextReader.self)),
        ]
    }

    private static func closing<Object: NetClass>(_: Object.Type) -> NetBody {
        NetBody { (object: Instance<Object>) throws(EvaluationError) -> NetVoid in
            object.object.dispose()
            return NetVoid()
        }
    }

    private static var readerMembers: [NetMember] {
        [
            .method(
                "Peek", "The next UTF-16 unit, which stays unread; -1 at the end.",
                NetBody { (reader: Instance<NetTextReader>) throws(EvaluationError) -> Int32 in try reader.object.peek() }),
            .method(
                "Read", "The next UTF-16 unit; -1 at the end.",
                NetBody { (reader: Instance<NetTextReader>) throws(EvaluationError) -> Int32 in try reader.object.read() }),
            .method(
                "ReadLine", "The text up to the end of the line; null at the end.",
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetTextReader>) throws(EvaluationError) -> NetString? in
                    let line = try reader.object.readLine()
                    try frame.allocate(line?.utf8Count ?? 0)
                    return line
                })),
            .method(
                "ReadToEnd", "The rest of the text.",
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetTextReader>) throws(EvaluationError) -> NetString in
                    let text = try reader.object.readToEnd()
                    try frame.allocate(text.utf8Count)
                    return text
                })),
        ]
    }

    private static var readerBlocks: [NetMember] {
        ["Read", "ReadBlock"].map { name in
            .method(
                name, "Reads UTF-16 units into a part of an array, and says how many there were.", ["buffer", "index", "count"],
                NetBody {
                    (reader: Instance<NetTextReader>, buffer: ArrayOf<NetChar>, index: Int32, count: Int32) throws(EvaluationError) -> Int32
                    in
                    guard index >= 0 else { throw .argumentOutOfRange("index", "Non-negative number required.") }
                    guard count >= 0 else { throw .argumentOutOfRange("count", "Non-negative number required.") }
                    guard Int(index) + Int(count) <= buffer.object.items.count else { throw outOfBounds }
                    let units = try reader.object.read(count: Int(count))
                    for (offset, unit) in units.enumerated() { try buffer.object.setElement(.char(unit), at: index + Int32(offset)) }
                    return Int32(units.count)
                })
        }
    }

    private static var outOfBounds: EvaluationError {
        .argument(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of "
                + "the source collection.")
    }

    /// `System.IO.StringReader`.
    static let stringReader: NetType = NetType("System.IO", "StringReader", base: .named(textReader, [])) {
        [
            .constructor(
                "A reader of a text.", ["s"],
                NetBody(framed: { (frame: inout Frame, text: NetString) throws(EvaluationError) -> Instance<NetStringReader> in
                    try frame.allocate(text.utf8Count * 2)
                    return Instance(NetStringReader(text))
                }))
        ]
    }

    // MARK: Writers

    /// `System.IO.TextWriter`.
    static let textWriter: NetType = NetType("System.IO", "TextWriter", interfaces: [.named(.disposable, [])]) {
        writes(line: false) + writes(line: true) + writerFacts + [
            .method(
                "WriteLine", "Ends the line.",
                NetBody(framed: { (frame: inout Frame, writer: Instance<NetTextWriter>) throws(EvaluationError) -> NetVoid in
                    try writer.object.write(writer.object.newLine, &frame)
                    return NetVoid()
                })),
            .method(
                "Flush", "Does nothing: what is written is there at once.",
                NetBody { (_: Instance<NetTextWriter>) throws(EvaluationError) -> NetVoid in NetVoid() }),
            .method("Close", "Ends writing.", closing(NetTextWriter.self)),
            .method("Dispose", "Ends writing.", closing(NetTextWriter.self)),
        ]
    }

    private static var writerFacts: [NetMember] {
        [
            .staticProperty(
                "Null", "A writer that keeps nothing.",
                NetBody { () throws(EvaluationError) -> Instance<NetTextWriter> in Instance(NetTextWriter()) }),
            .staticMethod(
                "Synchronized", "The same writer: an expression runs on one thread.", ["writer"],
                NetBody { (writer: Instance<NetTextWriter>) throws(EvaluationError) -> Instance<NetTextWriter> in writer }),
            .property(
                "NewLine", "What ends a line.",
                NetBody { (writer: Instance<NetTextWriter>) throws(EvaluationError) -> NetString in writer.object.newLine },
                setter: NetBody { (writer: Instance<NetTextWriter>, value: NetString?) throws(EvaluationError) -> NetVoid in
                    writer.object.newLine = value ?? "\n"
                    return NetVoid()
                }),
            .property(
                "Encoding", "UTF-16.",
                NetBody { (_: Instance<NetTextWriter>) throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(NetEncoding(.utf16(isBigEndian: false), hasByteOrderMark: false))
                }),
        ]
    }

    /// `Write` or `WriteLine` of every kind of value.
    private static func writes(line: Bool) -> [NetMember] {
        [
            written(line) { (value: NetChar) in NetString(value.unit) }, written(line) { (value: NetString?) in value ?? "" },
            written(line) { (value: Instance<NetStringBuilder>?) in value?.object.string ?? "" },
            written(line, "buffer") { (value: [NetChar]?) in NetString(utf16: (value ?? []).map(\.unit)) },
            written(line) { (value: Bool) in value ? "True" : "False" }, written(line) { (value: Int32) in NumberFormatting.text(value) },
            written(line) { (value: UInt32) in NumberFormatting.text(Int64(value)) },
            written(line) { (value: Int64) in NumberFormatting.text(value) },
            written(line) { (value: UInt64) in NumberFormatting.text(value) },
            written(line) { (value: Float) in NumberFormatting.text(value) },
            written(line) { (value: Double) in NumberFormatting.text(value) },
            written(line) { (value: NetDecimal) in NumberFormatting.text(value) },
            written(line) { (value: Value) throws(EvaluationError) in try ValueText.text(of: value) },
        ] + formatted(line)
    }

    private static func written<Written: NetRepresentable>(
        _ line: Bool, _ parameter: String = "value", _ text: @escaping @Sendable (Written) throws(EvaluationError) -> NetString
    ) -> NetMember {
        .method(
            line ? "WriteLine" : "Write", line ? "Writes a value and ends the line." : "Writes a value.", [.init(stringLiteral: parameter)],
            NetBody(framed: { (frame: inout Frame, writer: Instance<NetTextWriter>, value: Written) throws(EvaluationError) -> NetVoid in
                try writer.write(try text(value), line, &frame)
            }))
    }

    private static func formatted(_ line: Bool) -> [NetMember] {
        let name = line ? "WriteLine" : "Write"
        let summary = line ? "Writes a format with its holes filled and ends the line." : "Writes a format with its holes filled."
        return [
            .method(
                name, summary, ["format", "arg0"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetTextWriter>, format: NetString, arg0: Value) throws(EvaluationError) -> NetVoid
                    in
                    try writer.write(CompositeFormatting.format(format, [arg0], &frame), line, &frame)
                })),
            .method(
                name, summary, ["format", "arg0", "arg1"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetTextWriter>, format: NetString, arg0: Value, arg1: Value)
                        throws(EvaluationError)
                        -> NetVoid in
                    try writer.write(CompositeFormatting.format(format, [arg0, arg1], &frame), line, &frame)
                })),
            .method(
                name, summary, ["format", "arg0", "arg1", "arg2"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetTextWriter>, format: NetString, arg0: Value, arg1: Value, arg2: Value)
                        throws(EvaluationError) -> NetVoid in
                    try writer.write(CompositeFormatting.format(format, [arg0, arg1, arg2], &frame), line, &frame)
                })),
            .method(
                name, summary, ["format", .params("arg")],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetTextWriter>, format: NetString, values: [Value]) throws(EvaluationError)
                        -> NetVoid in
                    try writer.write(CompositeFormatting.format(format, values, &frame), line, &frame)
                })),
            .method(
                name, line ? "Writes a part of an array and ends the line." : "Writes a part of an array.", ["buffer", "index", "count"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetTextWriter>, buffer: [NetChar], index: Int32, count: Int32)
                        throws(EvaluationError) -> NetVoid in
                    guard index >= 0 else { throw .argumentOutOfRange("index", "Non-negative number required.") }
                    guard count >= 0 else { throw .argumentOutOfRange("count", "Non-negative number required.") }
                    guard Int(index) + Int(count) <= buffer.count else { throw outOfBounds }
                    let part = buffer[Int(index)..<Int(index) + Int(count)]
                    return try writer.write(NetString(utf16: part.map(\.unit)), line, &frame)
                })),
        ]
    }

    /// `System.IO.StringWriter`.
    static let stringWriter: NetType = NetType("System.IO", "StringWriter", base: .named(textWriter, [])) {
        [
            .constructor(
                "A writer of a text.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetStringWriter> in Instance(NetStringWriter()) }),
            .constructor(
                "A writer of a text for a culture.", ["formatProvider"],
                NetBody { (_: Instance<NetFormatProvider>?) throws(EvaluationError) -> Instance<NetStringWriter> in
                    Instance(NetStringWriter())
                }),
            .constructor(
                "A writer into a builder.", ["sb"],
                NetBody { (builder: Instance<NetStringBuilder>) throws(EvaluationError) -> Instance<NetStringWriter> in
                    Instance(NetStringWriter(builder.object))
                }),
            .constructor(
                "A writer into a builder for a culture.", ["sb", "formatProvider"],
                NetBody {
                    (builder: Instance<NetStringBuilder>, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> Instance<
                        NetStringWriter
                    >
                    in
                    Instance(NetStringWriter(builder.object))
                }),
            .method(
                "GetStringBuilder", "The builder that is written into.",
                NetBody { (writer: Instance<NetStringWriter>) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    Instance(writer.object.builder)
                }),
            .method(
                "ToString", "What was written.",
                NetBody { (writer: Instance<NetStringWriter>) throws(EvaluationError) -> NetString in writer.object.builder.string }),
        ]
    }
}

extension Instance where Object == NetTextWriter {
    /// Writes a text, and where it is wanted the end of the line.
    fileprivate func write(_ text: NetString, _ line: Bool, _ frame: inout Frame) throws(EvaluationError) -> NetVoid {
        try object.write(text, &frame)
        if line { try object.write(object.newLine, &frame) }
        return NetVoid()
    }
}
