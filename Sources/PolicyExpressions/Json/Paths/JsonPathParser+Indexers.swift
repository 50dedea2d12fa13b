extension JsonPathParser {
    /// Reads what stands between brackets, up to the closing one.
    mutating func parseIndexer(isScan: Bool) throws(EvaluationError) -> JsonPathFilter {
        let close: JsonPathUnit = units[position] == "[" ? "]" : ")"
        position += 1
        try requireMore(Self.openIndexer)
        skipSpaces()
        switch try unit() {
        case "'": return try parseQuotedNames(close, isScan: isScan)
        case "?": return try parseQuery(close, isScan: isScan)
        default: return try parsePositions(close)
        }
    }

    private mutating func parseQuotedNames(_ close: JsonPathUnit, isScan: Bool) throws(EvaluationError) -> JsonPathFilter {
        var names: [NetString] = []
        while !isAtEnd {
            names.append(try parseQuotedText())
            skipSpaces()
            try requireMore(Self.openIndexer)
            if units[position] == close {
                if names.count > 1 { return isScan ? .scanFields(names) : .fields(names) }
                return isScan ? .scan(names[0]) : .field(names[0])
            }
            guard units[position] == "," else { throw unexpectedInIndexer(units[position]) }
            position += 1
            skipSpaces()
        }
        throw .json(Self.openIndexer)
    }

    /// Reads a text in single quotes; whatever stands at the position is taken for the opening one, as Newtonsoft does.
    mutating func parseQuotedText() throws(EvaluationError) -> NetString {
        var content: [UInt16] = []
        position += 1
        while !isAtEnd {
            var unit = units[position]
            position += 1
            if unit == "'" { return NetString(utf16: content) }
            if unit == "\\", !isAtEnd {
                unit = units[position]
                guard unit == "'" || unit == "\\" else { throw .json("Unknown escape character: \\\(text(unit))") }
                position += 1
            }
            content.append(unit.value)
        }
        throw .json("Path ended with an open string.")
    }

    func unexpectedInIndexer(_ unit: JsonPathUnit) -> EvaluationError {
        .json("Unexpected character while parsing path indexer: \(text(unit))")
    }

    /// Reads `2`, `0,2`, `1:5:2` or `*`.
    private mutating func parsePositions(_ close: JsonPathUnit) throws(EvaluationError) -> JsonPathFilter {
        var pending = PendingPositions(start: position)
        while !isAtEnd {
            let unit = units[position]
            switch unit {
            case " ":
                pending.end = position
                skipSpaces()
            case close: return try pending.filter(number: number(pending))
            case ",":
                try pending.takeIndex(number(pending))
                nextPosition(&pending)
            case "*":
                position += 1
                try requireMore(Self.openIndexer)
                skipSpaces()
                guard try self.unit() == close else { throw unexpectedInIndexer(unit) }
                return .index(nil)
            case ":":
                pending.takeBound(try number(pending))
                nextPosition(&pending)
            default:
                guard unit.isDigit || unit == "-", pending.end == nil else { throw unexpectedInIndexer(unit) }
                position += 1
            }
        }
        throw .json(Self.openIndexer)
    }

    private mutating func nextPosition(_ pending: inout PendingPositions) {
        position += 1
        skipSpaces()
        (pending.start, pending.end) = (position, nil)
    }

    /// The number that ends here; nil when nothing was written.
    private func number(_ pending: PendingPositions) throws(EvaluationError) -> Int32? {
        let end = pending.end ?? position
        return end == pending.start ? nil : try NumberParsing.int32(text(pending.start..<end))
    }
}

/// The numbers between brackets that were read so far.
private struct PendingPositions {
    /// Where the number that is read begins, and where it ended if a space followed it.
    var start: Int, end: Int?
    private var indexes: [Int32]?
    private var bounds: [Int32?] = []

    init(start: Int) { self.start = start }

    mutating func takeIndex(_ index: Int32?) throws(EvaluationError) {
        guard let index else { throw .json("Array index expected.") }
        indexes = (indexes ?? []) + [index]
    }

    mutating func takeBound(_ bound: Int32?) { bounds.append(bound) }

    func filter(number: Int32?) throws(EvaluationError) -> JsonPathFilter {
        if indexes == nil, !bounds.isEmpty { return slice(number) }
        guard let number else { throw .json("Array index expected.") }
        return indexes.map { .indexes($0 + [number]) } ?? .index(number)
    }

    /// Numbers behind the third all stand for the step, as in Newtonsoft.
    private func slice(_ last: Int32?) -> JsonPathFilter {
        let steps = bounds.dropFirst(2).compactMap { $0 }
        let end = bounds.count > 1 ? bounds[1] : last
        let step = bounds.count > 1 ? last ?? steps.last : nil
        return .slice(start: bounds[0], end: end, step: step)
    }
}
