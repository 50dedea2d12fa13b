import PolicyExpressions

/// A number as DotLiquid calculates: whole, exact, or floating.
enum LiquidNumber {
    case integer(Int64)
    case decimal(NetDecimal)
    case double(Double)

    var double: Double {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number.double
        case .double(let number): number
        }
    }

    /// The number as a decimal; throws System.OverflowException when it is none.
    func decimal() throws(EvaluationError) -> NetDecimal {
        switch self {
        case .integer(let number): NetDecimal(number)
        case .decimal(let number): number
        case .double(let number): try NetDecimal(number)
        }
    }

    var value: LiquidValue {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        case .double(let number): .double(number)
        }
    }
}

extension LiquidValue {
    /// The number that this is or whose text this is.
    var number: LiquidNumber? {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        case .double(let number): .double(number)
        case .string(let text): Self.number(in: text)
        default: nil
        }
    }

    private static func number(in text: NetString) -> LiquidNumber? {
        if let whole = try? NumberParsing.int64(text) { return .integer(whole) }
        if let exact = try? NumberParsing.decimal(text, styles: .float) { return .decimal(exact) }
        return (try? NumberParsing.double(text)).map { .double($0) }
    }

    /// `==`: the right side is converted to the type of the left one where it can be.
    func isEqual(to other: LiquidValue) -> Bool {
        switch (self, other) {
        case (.empty, _): return other.isEmpty
        case (_, .empty): return isEmpty
        case (.null, _), (_, .null): return self == other
        case (.string(let text), _): return text == other.text
        case (.boolean(let value), .string(let text)): return (try? NumberParsing.boolean(text)) == value
        case (.list(let left), .list(let right)): return left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
        default: return order(comparedTo: other).map { $0 == 0 } ?? (self == other)
        }
    }

    /// Less than, equal or greater as a sign; nil when the two cannot be compared.
    func order(comparedTo other: LiquidValue) -> Int? {
        switch (self, other) {
        case (.null, _), (_, .null): return nil
        case (.string(let left), _): return Int(left.compareOrdinal(other.text))
        case (.date(let left), .date(let right)): return left < right ? -1 : left == right ? 0 : 1
        case (.boolean, _), (_, .boolean): return nil
        default: return number.flatMap { left in other.number.flatMap { Self.order(left, $0) } }
        }
    }

    private static func order(_ left: LiquidNumber, _ right: LiquidNumber) -> Int? {
        if case .integer(let left) = left, case .integer(let right) = right { return left < right ? -1 : left == right ? 0 : 1 }
        if let left = try? left.decimal(), let right = try? right.decimal() { return Int(left.compare(right)) }
        let (left, right) = (left.double, right.double)
        return left < right ? -1 : left == right ? 0 : left > right ? 1 : nil
    }

    /// `contains`: a part of a text, an item of a list, a key of a dictionary.
    func contains(_ other: LiquidValue) -> Bool {
        switch self {
        case .string(let text): other == .null ? false : text.contains(other.text)
        case .list(let items): items.contains { $0.isEqual(to: other) }
        case .dictionary(let dictionary): dictionary[other.text] != nil
        default: false
        }
    }
}
