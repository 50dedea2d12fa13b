// Start tags, end tags and what is between them.
extension XmlTextReader {
    // MARK: Names

    /// Where a name without colon ends that begins at an index.
    func nameEnd(at start: Int) throws(EvaluationError) -> Int {
        let (end, colon) = try qualifiedNameEnd(at: start)
        if let colon { throw badNameCharacter(at: colon) }
        return end
    }

    /// Where a name ends that begins at an index, and where its colon is.
    func qualifiedNameEnd(at start: Int) throws(EvaluationError) -> (end: Int, colon: Int?) {
        var (index, colon): (Int, Int?) = (start, nil)
        while true {
            let (value, length) = scalar(at: index)
            guard index < bytes.count, XmlCharacters.beginsName(value) else {
                throw index + 1 >= bytes.count ? endOfFile(in: "Name", at: index) : badNameStart(at: index)
            }
            index = nameCharactersEnd(at: index + length)
            guard byte(at: index) == 0x3A else { break }
            if colon != nil { throw badNameCharacter(at: index) }
            colon = index
            index += 1
        }
        guard index < bytes.count else { throw endOfFile(in: "Name", at: index) }
        return (index, colon)
    }

    private func nameCharactersEnd(at start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let (value, length) = scalar(at: index)
            guard XmlCharacters.continuesName(value) else { break }
            index += length
        }
        return index
    }

    // MARK: Elements

    /// Reads an element with everything in it, from behind its `<`.
    mutating func readElement(into container: XContainer) throws(EvaluationError) {
        try readStartTag(into: container)
        while let current = open.last {
            if peek() == UInt8(ascii: "<") { try readMarkup(in: current) } else { try readText(in: current) }
        }
    }

    private mutating func readMarkup(in current: OpenElement) throws(EvaluationError) {
        switch peek(1) {
        case UInt8(ascii: "/"):
            position += 2
            try readEndTag(of: current)
        case UInt8(ascii: "?"):
            position += 2
            current.element.append(try readProcessingInstruction())
        case UInt8(ascii: "!"): try readDeclaration(in: current)
        default:
            guard position + 1 < bytes.count else { throw unclosedElements }
            position += 1
            try readStartTag(into: current.element)
        }
    }

    /// A comment or a CDATA section.
    private mutating func readDeclaration(in current: OpenElement) throws(EvaluationError) {
        guard position + 4 <= bytes.count else { throw unclosedElements }
        switch peek(2) {
        case UInt8(ascii: "-"):
            guard peek(3) == UInt8(ascii: "-") else { throw unexpectedToken(at: position + 3, expected: "-") }
            position += 4
            current.element.append(XComment(try readSection(.comment)))
        case UInt8(ascii: "["):
            guard position + 9 <= bytes.count else { throw unclosedElements }
            guard starts(with: "CDATA[", at: position + 3) else { throw unexpectedToken(at: position + 3, expected: "CDATA[") }
            position += 9
            current.element.append(XCData(try readSection(.cdata)))
        default:
            if starts(with: "DOCTYPE", at: position + 2) { throw failure("Unexpected DTD declaration.") }
            throw unexpectedToken(at: position + 2, expected: "<!--", "<[CDATA[")
        }
    }

    private mutating func readStartTag(into container: XContainer) throws(EvaluationError) {
        guard open.count < Self.maximumDepth else {
            throw .limit(.depth, "The XML is nested deeper than \(Self.maximumDepth) elements.")
        }
        let start = position
        let (end, colon) = try qualifiedNameEnd(at: start)
        position = end
        let outerNamespaces = namespaces.count
        var preservesSpace = open.last?.preservesSpace ?? false
        let attributes = try readAttributes(&preservesSpace)
        let isEmpty = try readStartTagEnd()
        let element = XElement(try name(start..<end, colon, isAttribute: false))
        try add(attributes, to: element)
        container.append(element)
        if isEmpty {
            namespaces.removeLast(namespaces.count - outerNamespaces)
        } else {
            open.append(OpenElement(element: element, name: start..<end, outerNamespaces: outerNamespaces, preservesSpace: preservesSpace))
        }
    }

    /// `>` or `/>`; true for the latter.
    private mutating func readStartTagEnd() throws(EvaluationError) -> Bool {
        if peek() == UInt8(ascii: ">") {
            position += 1
            return false
        }
        position += 2
        return true
    }

    private mutating func readEndTag(of current: OpenElement) throws(EvaluationError) {
        let length = current.name.count
        guard position + length <= bytes.count, (0..<length).allSatisfy({ bytes[position + $0] == bytes[current.name.lowerBound + $0] })
        else {
            throw try mismatch(of: current)
        }
        guard position + length < bytes.count else { throw unclosedElements }
        let (following, _) = scalar(at: position + length)
        if XmlCharacters.continuesName(following) || following == 0x3A { throw try mismatch(of: current) }
        position += length
        skipWhitespace()
        guard !isAtEnd else { throw unclosedElements }
        guard peek() == UInt8(ascii: ">") else { throw unexpectedToken(at: position, expected: ">") }
        position += 1
        if current.element.isEmpty { current.element.append(text: "") }
        namespaces.removeLast(namespaces.count - current.outerNamespaces)
        open.removeLast()
    }

    private func mismatch(of current: OpenElement) throws(EvaluationError) -> EvaluationError {
        let end = try qualifiedNameEnd(at: position).end
        let (line, column) = place(of: current.name.lowerBound)
        return failure(
            "The '\(text(current.name).string)' start tag on line \(line) position \(column) does not match the end tag of "
                + "'\(text(position..<end).string)'.")
    }

    // MARK: Namespaces

    /// The name that a qualified name stands for.
    func name(_ range: Range<Int>, _ colon: Int?, isAttribute: Bool) throws(EvaluationError) -> ExpandedName {
        guard let colon else {
            return ExpandedName(text(range), in: isAttribute ? "" : namespace(of: "") ?? "")
        }
        let prefix = text(range.lowerBound..<colon)
        guard let namespaceName = namespace(of: prefix) else {
            throw failure("'\(prefix.string)' is an undeclared prefix.", at: range.lowerBound)
        }
        return ExpandedName(text(colon + 1..<range.upperBound), in: namespaceName)
    }

    private func namespace(of prefix: NetString) -> NetString? { namespaces.last { $0.prefix == prefix }?.name }
}
