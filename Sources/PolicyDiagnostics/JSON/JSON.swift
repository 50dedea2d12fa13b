/// A JSON value whose members keep their order: what this package prints for machines.
package indirect enum JSON: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number, as JSON writes it.
    case number(String)
    /// A text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Members in their order.
    case object([Member])

    /// A name with its value.
    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: JSON
        package init(_ name: String, _ value: JSON) { (self.name, self.value) = (name, value) }
    }

    /// A text, or `null` where there is none.
    package init(_ text: String?) { self = text.map(JSON.string) ?? .null }

    /// A number; what JSON cannot write (infinity, NaN) becomes `null`.
    package init(_ number: Double) { self = number.isFinite ? .number("\(number)") : .null }

    /// A whole number, or `null` where there is none.
    package init(_ number: Int?) { self = number.map(JSON.integer) ?? .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0, $1) }) }
}
