// Attributes of a start tag.
extension XmlTextReader {
    /// An attribute as it is written.
    struct ReadAttribute {
        let name: Range<Int>
        let colon: Int?
        let value: NetString
    }

    /// Reads attributes up to the `>` or `/>` behind them, and takes the declarations of namespaces among them in.
    mutating func readAttributes(_ preservesSpace: inout Bool) throws(EvaluationError) -> [ReadAttribute] {
        if !XmlCharacters.isWhitespace(peek()) {
            try checkEndOfName()
            return []
        }
        var attributes: [ReadAttribute] = []
        while true {
            let hasSpace = skipWhitespace()
            if peek() == UInt8(ascii: ">") { return attributes }
            if peek() == UInt8(ascii: "/") {
                guard position + 1 < bytes.count else { throw unclosedElements }
                guard peek(1) == UInt8(ascii: ">") else { throw unexpectedToken(at: position + 1, expected: ">") }
                return attributes
            }
            guard !isAtEnd else { throw unclosedElements }
            guard XmlCharacters.beginsName(scalar(at: position).value) else { throw badNameStart(at: position) }
            guard hasSpace else { throw missingWhitespace(at: position) }
            let attribute = try readAttribute()
            try declare(attribute, &preservesSpace)
            attributes.append(attribute)
        }
    }

    /// What stands directly behind an element's name.
    private func checkEndOfName() throws(EvaluationError) {
        switch peek() {
        case UInt8(ascii: ">"): return
        case UInt8(ascii: "/"):
            guard position + 1 < bytes.count else { throw endOfFile(in: ">", at: position) }
            guard peek(1) == UInt8(ascii: ">") else { throw unexpectedToken(at: position, expected: ">") }
        default: throw badNameCharacter(at: position)
        }
    }

    private mutating func readAttribute() throws(EvaluationError) -> ReadAttribute {
        let start = position
        let (end, colon) = try qualifiedNameEnd(at: start)
        position = end
        let quote = try readEqualsAndQuote()
        return ReadAttribute(name: start..<end, colon: colon, value: try readAttributeValue(quote))
    }

    /// `="`, with white space around the `=`.
    mutating func readEqualsAndQuote() throws(EvaluationError) -> UInt8 {
        skipWhitespace()
        guard peek() == UInt8(ascii: "=") else { throw unexpectedToken(at: position, expected: "=") }
        position += 1
        skipWhitespace()
        let quote = peek()
        guard quote == 0x22 || quote == 0x27 else { throw unexpectedToken(at: position, expected: "\"", "'") }
        position += 1
        return quote
    }

    /// White space becomes spaces, unless a reference stands for it.
    private mutating func readAttributeValue(_ quote: UInt8) throws(EvaluationError) -> NetString {
        let start = position
        while !isAtEnd, ![quote, 0x26, 0x3C, 0x09, 0x0A, 0x0D].contains(peek()) { try passCharacter() }
        if peek() == quote {
            position += 1
            return text(start..<position - 1)
        }
        var value = Array(bytes[start..<position])
        while !isAtEnd, peek() != quote {
            switch peek() {
            case 0x26: value.append(contentsOf: UTF8.encode(try readReference()).unsafelyUnwrapped)
            case 0x3C: throw failure("'<', hexadecimal value 0x3C, is an invalid attribute character.")
            case 0x09, 0x0A, 0x0D:
                value.append(0x20)
                position += peek() == 0x0D && peek(1) == 0x0A ? 2 : 1
            default:
                let first = position
                try passCharacter()
                value.append(contentsOf: bytes[first..<position])
            }
        }
        guard !isAtEnd else { throw failure("There is an unclosed literal string.") }
        position += 1
        return NetString(utf8: value)
    }

    // MARK: Declarations

    /// Takes in what an attribute declares: a namespace, or whether white space counts.
    private mutating func declare(_ attribute: ReadAttribute, _ preservesSpace: inout Bool) throws(EvaluationError) {
        let prefix = attribute.colon.map { text(attribute.name.lowerBound..<$0) } ?? ""
        let local = text((attribute.colon.map { $0 + 1 } ?? attribute.name.lowerBound)..<attribute.name.upperBound)
        if prefix.isEmpty, local == "xmlns" { return try declare("", attribute) }
        if prefix == "xmlns" { return try declare(local, attribute) }
        guard prefix == "xml", local == "space" else { return }
        switch attribute.value.trimmed() {
        case "preserve": preservesSpace = true
        case "default": preservesSpace = false
        default: throw failure("'\(attribute.value.string)' is an invalid xml:space value.", at: attribute.name.lowerBound)
        }
    }

    private mutating func declare(_ prefix: NetString, _ attribute: ReadAttribute) throws(EvaluationError) {
        let name = attribute.value
        let valueStart = position - 1 - name.utf8Count
        if name.isEmpty, !prefix.isEmpty { throw failure("Invalid namespace declaration.", at: valueStart - 1) }
        if name == ExpandedName.xmlnsNamespace || name == ExpandedName.xmlNamespace && prefix != "xml" {
            if prefix == "xmlns" { throw failure("Prefix \"xmlns\" is reserved for use by XML.", at: valueStart) }
            throw failure("Prefix '\(prefix.string)' cannot be mapped to namespace name reserved for \"xml\" or \"xmlns\".", at: valueStart)
        }
        if prefix == "xml", name != ExpandedName.xmlNamespace {
            throw failure(
                "Prefix \"xml\" is reserved for use by XML and can be mapped only to namespace name \"\(ExpandedName.xmlNamespace.string)\".",
                at: attribute.name.lowerBound)
        }
        if prefix == "xmlns" { throw failure("Prefix \"xmlns\" is reserved for use by XML.", at: attribute.name.lowerBound) }
        namespaces.append((prefix, name))
    }

    /// Gives an element its attributes, whose prefixes mean something now that all declarations are known.
    func add(_ attributes: [ReadAttribute], to element: XElement) throws(EvaluationError) {
        guard !attributes.isEmpty else { return }
        var names = Set<ExpandedName>()
        for attribute in attributes {
            let name = try name(attribute.name, attribute.colon, isAttribute: true)
            if attributes.count > 1, !names.insert(name).inserted {
                throw failure("'\(text(attribute.name).string)' is a duplicate attribute name.", at: attribute.name.lowerBound)
            }
            element.append(XAttribute(name, attribute.value))
        }
    }
}
