/// Reads XML 1.0 text into a tree, as .NET's XmlReader and XElement.Load do, with their messages.
///
/// Nothing outside the text is ever read, and no entity is expanded but the five of XML itself: a DOCTYPE may name a
/// document type, and declarations in it are refused as .NET refuses them where DTDs are prohibited. Nesting is bounded.
struct XmlTextReader {
    /// How deep elements may be nested, where text is read and where it is written. .NET has no limit; a document of this
    /// depth is an attack or a mistake.
    static let maximumDepth = 256

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    let preservesWhitespace: Bool

    /// The elements around the place where the reader is.
    var open: [OpenElement] = []
    /// The namespaces that are declared there, innermost last.
    var namespaces: [(prefix: NetString, name: NetString)] = [("xml", ExpandedName.xmlNamespace), ("xmlns", ExpandedName.xmlnsNamespace)]
    var hasRoot = false
    /// What is read goes there: a document, or a container that is thrown away around the one element that is wanted.
    let document = XDocument()

    /// An element whose end tag has not come yet.
    struct OpenElement {
        let element: XElement
        /// The name with its prefix, as bytes of the text.
        let name: Range<Int>
        /// How many namespaces were declared outside.
        let outerNamespaces: Int
        let preservesSpace: Bool
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, preservesWhitespace: Bool) {
        (self.bytes, self.preservesWhitespace) = (bytes, preservesWhitespace)
    }

    // MARK: Entrances

    /// `XDocument.Parse`.
    static func document(_ text: NetString, preservesWhitespace: Bool = false) throws(EvaluationError) -> XDocument {
        let document = try text.withUTF8(throwing: { (bytes) throws(EvaluationError) -> XDocument in
            var reader = XmlTextReader(bytes, preservesWhitespace: preservesWhitespace)
            try reader.readDocument()
            return reader.document
        })
        try refuseLoneSurrogates(text)
        return document
    }

    /// `XElement.Parse`.
    static func element(_ text: NetString, preservesWhitespace: Bool = false) throws(EvaluationError) -> XElement {
        let document = try document(text, preservesWhitespace: preservesWhitespace)
        guard let root = document.root else { throw .xml("Root element is missing.") }
        try root.remove()
        return root
    }

    /// A lone surrogate is no character. It reads as U+FFFD, so that it is only found here.
    private static func refuseLoneSurrogates(_ text: NetString) throws(EvaluationError) {
        guard text.form == .units else { return }
        let units = text.utf16Array
        var (line, start) = (1, 0)
        for (index, unit) in units.enumerated() {
            if unit == 0x0A { (line, start) = (line + 1, index + 1) }
            let isPaired =
                UTF16.isLeadSurrogate(unit) && index + 1 < units.count && UTF16.isTrailSurrogate(units[index + 1])
                || UTF16.isTrailSurrogate(unit) && index > 0 && UTF16.isLeadSurrogate(units[index - 1])
            guard UTF16.isSurrogate(unit), !isPaired else { continue }
            let (character, number) = XmlCharacters.shown(units, at: index)
            throw .xml("'\(character)', hexadecimal value \(number), is an invalid character. Line \(line), position \(index - start + 1).")
        }
    }

    // MARK: Bytes

    /// The byte at an offset from the position; 0 behind the end.
    @inline(__always)
    func peek(_ offset: Int = 0) -> UInt8 { byte(at: position + offset) }

    @inline(__always)
    func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    @inline(__always)
    var isAtEnd: Bool { position >= bytes.count }

    func starts(with text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { wanted in
            index + wanted.count <= bytes.count && wanted.indices.allSatisfy { bytes[index + $0] == wanted[$0] }
        }
    }

    func text(_ range: Range<Int>) -> NetString { NetString(utf8: bytes[range]) }

    /// Passes white space, and says whether there was any.
    @discardableResult
    mutating func skipWhitespace() -> Bool {
        let start = position
        while !isAtEnd, XmlCharacters.isWhitespace(bytes[position]) { position += 1 }
        return position > start
    }

    // MARK: Characters

    /// The character at an index, and how many bytes it takes.
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = byte(at: index)
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(byte(at: index + offset) & 0x3F) }
        return (value, length)
    }

    /// Passes one character of content; throws for one that no document can have.
    @inline(__always)
    mutating func passCharacter() throws(EvaluationError) {
        let byte = bytes[position]
        if byte < 0x80 {
            if byte < 0x20, !XmlCharacters.isWhitespace(byte) { throw invalidCharacter(at: position) }
            position += 1
            return
        }
        let (value, length) = scalar(at: position)
        guard XmlCharacters.isCharacter(value) else { throw invalidCharacter(at: position) }
        position += length
    }
}
