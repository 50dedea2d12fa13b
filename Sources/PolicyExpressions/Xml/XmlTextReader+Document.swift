// What stands at the root level, in front of and behind the one element.
extension XmlTextReader {
    mutating func readDocument() throws(EvaluationError) {
        try readDeclaration()
        while !isAtEnd {
            if peek() == UInt8(ascii: "<") {
                try readRootMarkup()
            } else {
                try readRootWhitespace()
            }
        }
        guard hasRoot else { throw .xml("Root element is missing.") }
    }

    private mutating func readRootWhitespace() throws(EvaluationError) {
        let start = position
        skipWhitespace()
        guard isAtEnd || position > start && peek() == UInt8(ascii: "<") else {
            let (value, _) = scalar(at: position)
            throw XmlCharacters.isCharacter(value) ? badRoot(at: position) : invalidCharacter(at: position)
        }
        if preservesWhitespace { document.append(text: XmlLineEnds.normalized(text(start..<position))) }
    }

    private func badRoot(at index: Int) -> EvaluationError { failure("Data at the root level is invalid.", at: index) }

    private mutating func readRootMarkup() throws(EvaluationError) {
        guard position + 4 <= bytes.count else { throw badRoot(at: position) }
        switch peek(1) {
        case UInt8(ascii: "?"):
            position += 2
            document.append(try readProcessingInstruction())
        case UInt8(ascii: "!"): try readRootDeclaration()
        case UInt8(ascii: "/"): throw failure("Unexpected end tag.", at: position + 2)
        default:
            if hasRoot { throw failure("There are multiple root elements.", at: position + 1) }
            position += 1
            hasRoot = true
            try readElement(into: document)
        }
    }

    private mutating func readRootDeclaration() throws(EvaluationError) {
        switch peek(2) {
        case UInt8(ascii: "-"):
            guard peek(3) == UInt8(ascii: "-") else { throw unexpectedToken(at: position + 3, expected: "-") }
            position += 4
            document.append(XComment(try readSection(.comment)))
        case UInt8(ascii: "["): throw badRoot(at: position)
        default:
            position += 2
            document.append(try readDocumentType())
        }
    }

    // MARK: The XML declaration

    /// `<?xml version="1.0" encoding="utf-8" standalone="yes"?>`, which only the very beginning can have.
    private mutating func readDeclaration() throws(EvaluationError) {
        guard starts(with: "<?xml", at: 0), bytes.count >= 6, !XmlCharacters.continuesName(scalar(at: 5).value), peek(5) != 0x3A else {
            return
        }
        position = 5
        var values: [NetString?] = [nil, nil, nil]
        var next = 0
        while true {
            let hasSpace = skipWhitespace()
            if peek() == UInt8(ascii: "?") {
                guard peek(1) == UInt8(ascii: ">") else {
                    throw position + 1 == bytes.count ? endOfFile : unexpectedToken(at: position, expected: "'>'")
                }
                guard next > 0 else { throw badDeclaration }
                position += 2
                document.declaration = XDeclaration(values[0], values[1], values[2])
                return
            }
            guard hasSpace || next == 0 else { throw unexpectedToken(at: position, expected: "?>") }
            let part = try readDeclarationName(from: next)
            values[part] = try readDeclarationValue(part)
            next = part + 1
        }
    }

    private var badDeclaration: EvaluationError { failure("Syntax for an XML declaration is invalid.") }

    private mutating func readDeclarationName(from next: Int) throws(EvaluationError) -> Int {
        let end = try nameEnd(at: position)
        let part = ["version", "encoding", "standalone"].firstIndex { name in text(position..<end) == NetString(name) }
        guard let part, next == 0 ? part == 0 : part >= next else { throw badDeclaration }
        position = end
        return part
    }

    private mutating func readDeclarationValue(_ part: Int) throws(EvaluationError) -> NetString {
        let quote = try readEqualsAndQuote()
        let start = position
        while !isAtEnd, peek() != quote {
            if [0x3C, 0x26, 0x0A, 0x0D, 0x09].contains(peek()) { throw failure("Syntax for an XML declaration is invalid.", at: start) }
            try passCharacter()
        }
        guard !isAtEnd else { throw failure("There is an unclosed literal string.", at: start) }
        let value = text(start..<position)
        if part == 0, value != "1.0" { throw failure("Version number '\(value.string)' is invalid.", at: start) }
        if part == 2, value != "yes", value != "no" { throw failure("Syntax for an XML declaration is invalid.", at: start - 1) }
        position += 1
        return value
    }

    // MARK: The document type

    private static let prohibition =
        "For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on "
        + "XmlReaderSettings to Parse and pass the settings into XmlReader.Create method."

    /// `<!DOCTYPE name PUBLIC "…" "…" []>`, from behind `<!`. Nothing that it names is read, and it declares nothing.
    private mutating func readDocumentType() throws(EvaluationError) -> XDocumentType {
        guard position + 8 <= bytes.count else { throw endOfFile(in: "DOCTYPE", at: position) }
        guard starts(with: "DOCTYPE", at: position) else {
            throw unexpectedToken(at: position, expected: hasRoot || document.documentType != nil ? "<!--" : "DOCTYPE")
        }
        guard XmlCharacters.isWhitespace(peek(7)) else { throw missingWhitespace(at: position + 7) }
        if document.documentType != nil { throw failure("Cannot have multiple DTDs.", at: position - 2) }
        if hasRoot { throw failure("DTD must be defined before the document root element.", at: position - 2) }
        position += 8
        skipWhitespace()
        let end = try qualifiedNameEnd(at: position).end
        let type = XDocumentType(text(position..<end), publicID: nil, systemID: nil, internalSubset: "")
        position = end
        try readExternalID(of: type)
        skipWhitespace()
        if peek() == UInt8(ascii: "[") { try readInternalSubset(of: type) }
        skipWhitespace()
        guard peek() == UInt8(ascii: ">") else { throw unexpectedToken(at: position, expected: ">") }
        position += 1
        return type
    }

    private mutating func readExternalID(of type: XDocumentType) throws(EvaluationError) {
        let hasSpace = skipWhitespace()
        let isPublic = starts(with: "PUBLIC", at: position)
        guard isPublic || starts(with: "SYSTEM", at: position) else { return }
        guard hasSpace else { throw missingWhitespace(at: position) }
        position += 6
        if isPublic { type.publicID = try readIdentifier() }
        type.systemID = try readIdentifier()
    }

    private mutating func readIdentifier() throws(EvaluationError) -> NetString {
        guard skipWhitespace() else { throw missingWhitespace(at: position) }
        let quote = peek()
        guard quote == 0x22 || quote == 0x27 else { throw unexpectedToken(at: position, expected: "\"", "'") }
        position += 1
        let start = position
        while !isAtEnd, peek() != quote { try passCharacter() }
        guard !isAtEnd else { throw failure("There is an unclosed literal string.") }
        position += 1
        return text(start..<position - 1)
    }

    private mutating func readInternalSubset(of type: XDocumentType) throws(EvaluationError) {
        let start = position + 1
        position = start
        skipWhitespace()
        guard peek() == UInt8(ascii: "]") else {
            throw isAtEnd ? endOfFile : .xml(Self.prohibition)
        }
        type.internalSubset = text(start..<position)
        position += 1
    }
}

/// Line ends as XML passes them on: a line feed, however the text writes them.
enum XmlLineEnds {
    static func normalized(_ text: NetString) -> NetString {
        guard text.withRawBytes({ $0.contains(0x0D) }) else { return text }
        var bytes: [UInt8] = []
        text.withRawBytes { source in
            for (index, byte) in source.enumerated() {
                if byte != 0x0D { bytes.append(byte) } else if index + 1 == source.count || source[index + 1] != 0x0A { bytes.append(0x0A) }
            }
        }
        return NetString(utf8: bytes)
    }
}
