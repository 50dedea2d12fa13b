/// Parses a JSONPath as Newtonsoft.Json does, with its leniency and its messages.
struct JsonPathParser {
    let units: [JsonPathUnit]
    var position = 0
    /// How many queries are open.
    var queryDepth = 0
    /// How many steps the path has, those of its queries included.
    private var filterCount = 0

    /// How deep queries may be nested, and how many steps a path may have: evaluation takes call depth for both.
    static let maximumQueryDepth = 16, maximumFilterCount = 256

    /// The steps of a path; throws JsonException.
    static func parse(_ path: NetString) throws(EvaluationError) -> [JsonPathFilter] {
        var parser = JsonPathParser(units: path.utf16Array.map { JsonPathUnit($0) })
        return try parser.parseWhole()
    }

    private init(units: [JsonPathUnit]) { self.units = units }

    private mutating func parseWhole() throws(EvaluationError) -> [JsonPathFilter] {
        var filters: [JsonPathFilter] = []
        var start = position
        skipSpaces()
        if isAtEnd { return filters }
        if units[position] == "$" {
            if units.count == 1 { return filters }
            // Only "$." and "$[" mean the root; otherwise it is a name that begins with a dollar sign.
            guard position + 1 < units.count else { throw .indexOutOfRange }
            if units[position + 1] == "." || units[position + 1] == "[" {
                position += 1
                start = position
            }
        }
        if try !parseSteps(into: &filters, from: start, isInQuery: false) {
            let last = position
            skipSpaces()
            if !isAtEnd { throw .json("Unexpected character while parsing path: \(text(units[last]))") }
        }
        return filters
    }

    /// Reads steps up to what ends them; true when the path ends with them.
    mutating func parseSteps(into filters: inout [JsonPathFilter], from start: Int, isInQuery: Bool) throws(EvaluationError) -> Bool {
        var (start, isScan, followsIndexer, followsDot) = (start, false, false, false)
        scanning: while !isAtEnd {
            switch units[position] {
            case "[", "(":
                try finishName(from: start, &isScan, &filters)
                try add(parseIndexer(isScan: isScan), to: &filters)
                position += 1
                (start, followsIndexer, followsDot) = (position, true, false)
            case "]", ")", " ": break scanning
            case ".":
                try finishName(from: start, &isScan, &filters)
                if position + 1 < units.count, units[position + 1] == "." {
                    isScan = true
                    position += 1
                }
                position += 1
                (start, followsIndexer, followsDot) = (position, false, true)
            case let unit where isInQuery && Self.endsOperand(unit): break scanning
            case let unit:
                if followsIndexer { throw .json("Unexpected character following indexer: \(text(unit))") }
                position += 1
            }
        }
        if position > start {
            try addName(text(start..<position).trimmedEnd(), isScan: isScan, to: &filters)
        } else if followsDot, isAtEnd || isInQuery {
            // A dot without a name behind it.
            throw .json("Unexpected end while parsing path.")
        }
        return isAtEnd
    }

    private static func endsOperand(_ unit: JsonPathUnit) -> Bool {
        switch unit {
        case "=", "<", "!", ">", "|", "&": true
        default: false
        }
    }

    private mutating func finishName(from start: Int, _ isScan: inout Bool, _ filters: inout [JsonPathFilter]) throws(EvaluationError) {
        guard position > start else { return }
        try addName(text(start..<position), isScan: isScan, to: &filters)
        isScan = false
    }

    private mutating func addName(_ name: NetString, isScan: Bool, to filters: inout [JsonPathFilter]) throws(EvaluationError) {
        let wanted = name == "*" ? nil : name
        try add(isScan ? .scan(wanted) : .field(wanted), to: &filters)
    }

    private mutating func add(_ filter: JsonPathFilter, to filters: inout [JsonPathFilter]) throws(EvaluationError) {
        filterCount += 1
        guard filterCount <= Self.maximumFilterCount else {
            throw .limit(.depth, "A JSON path has more than \(Self.maximumFilterCount) steps.")
        }
        filters.append(filter)
    }
}

extension JsonPathParser {
    var isAtEnd: Bool { position >= units.count }

    /// The unit at the position; behind the end what C# throws for it.
    func unit() throws(EvaluationError) -> JsonPathUnit {
        guard !isAtEnd else { throw .indexOutOfRange }
        return units[position]
    }

    mutating func skipSpaces() {
        while !isAtEnd, units[position] == " " { position += 1 }
    }

    func requireMore(_ message: String) throws(EvaluationError) {
        if isAtEnd { throw .json(message) }
    }

    func text(_ unit: JsonPathUnit) -> String { NetString(unit.value).string }

    func text(_ range: Range<Int>) -> NetString { NetString(utf16: units[range].map(\.value)) }

    static let openIndexer = "Path ended with open indexer."
    static let openQuery = "Path ended with open query."
}

/// A UTF-16 unit of a path, which can be compared with a literal.
struct JsonPathUnit: Hashable, ExpressibleByUnicodeScalarLiteral {
    let value: UInt16

    init(_ value: UInt16) { self.value = value }
    init(unicodeScalarLiteral scalar: Unicode.Scalar) { value = UInt16(truncatingIfNeeded: scalar.value) }

    /// Whether the unit is a decimal digit of any script.
    var isDigit: Bool {
        if value < 0x80 { return value &- 0x30 < 10 }
        return Unicode.Scalar(value)?.properties.generalCategory == .decimalNumber
    }
}
