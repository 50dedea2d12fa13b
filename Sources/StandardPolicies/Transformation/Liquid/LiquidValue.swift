import PolicyExpressions

/// A value of a Liquid template as DotLiquid knows it.
enum LiquidValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case decimal(NetDecimal)
    case double(Double)
    case string(NetString)
    case date(NetDateTime)
    case list([LiquidValue])
    case dictionary(LiquidDictionary)
    /// `empty` and `blank`: what every list, dictionary and text without content equals.
    case empty

    /// Whether a condition of this value alone holds: only null and false do not.
    var isTrue: Bool {
        switch self {
        case .null, .boolean(false): false
        default: true
        }
    }

    /// Whether the value equals `empty`.
    var isEmpty: Bool {
        switch self {
        case .string(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .dictionary(let dictionary): dictionary.members.isEmpty
        case .empty: true
        default: false
        }
    }

    /// The value as an output prints it. Lists and dictionaries print what they hold, without a separator.
    var text: NetString {
        switch self {
        case .null, .empty: NetString()
        case .boolean(let value): value ? "true" : "false"
        case .integer(let number): NumberFormatting.text(number)
        case .decimal(let number): NetString(Self.withoutTrailingZeros(NumberFormatting.text(number).string))
        case .double(let number): NumberFormatting.text(number)
        case .string(let text): text
        case .date(let date): NetString(date.invariantText)
        case .list(let items): NetString.concatenate(items.map(\.text))
        case .dictionary(let dictionary): NetString.concatenate(dictionary.members.map(\.value.text))
        }
    }

    private static func withoutTrailingZeros(_ digits: String) -> String {
        guard digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
        let end = digits.lastIndex { $0 != "0" } ?? digits.startIndex
        return String(digits[end] == "." ? digits[..<end] : digits[...end])
    }

    /// What a loop visits; nil when the value cannot be looped over.
    var items: [LiquidValue]? {
        switch self {
        case .list(let items): items
        case .dictionary(let dictionary): dictionary.members.map { .pair($0.name, $0.value) }
        case .string(let text): text.utf16Array.map { .string(NetString($0)) }
        default: nil
        }
    }

    private static func pair(_ name: NetString, _ value: LiquidValue) -> LiquidValue {
        .dictionary(LiquidDictionary([("Key", .string(name)), ("Value", value)]))
    }

    /// The number of items or UTF-16 units; nil for what has no size.
    var count: Int? {
        switch self {
        case .list(let items): items.count
        case .dictionary(let dictionary): dictionary.members.count
        case .string(let text): text.utf16Count
        default: nil
        }
    }
}

/// The members of an object, by name in exactly this case, in their order. Equal only to itself, as in .NET.
final class LiquidDictionary: Sendable, Hashable {
    let members: [(name: NetString, value: LiquidValue)]
    private let positions: [NetString: Int]

    init(_ members: [(name: NetString, value: LiquidValue)], ignoresCase: Bool = false) {
        self.members = members
        self.ignoresCase = ignoresCase
        positions = Dictionary(
            members.enumerated().map { (ignoresCase ? $1.name.lowercasedInvariant() : $1.name, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    private let ignoresCase: Bool

    subscript(name: NetString) -> LiquidValue? {
        positions[ignoresCase ? name.lowercasedInvariant() : name].map { members[$0].value }
    }

    static func == (left: LiquidDictionary, right: LiquidDictionary) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension LiquidValue {
    /// The value of a member, an index, or `size`, `first` and `last`; null when there is none.
    func member(_ key: LiquidValue) -> LiquidValue {
        switch (self, key) {
        case (.dictionary(let dictionary), _): dictionary[key.text] ?? pseudoMember(key.text)
        case (.list(let items), .integer(let index)): index >= 0 && index < items.count ? items[Int(index)] : .null
        case (_, .string(let name)): pseudoMember(name)
        default: .null
        }
    }

    private func pseudoMember(_ name: NetString) -> LiquidValue {
        switch name.string {
        case "size", "Size": count.map { .integer(Int64($0)) } ?? .null
        case "first", "First": items?.first ?? .null
        case "last", "Last": items?.last ?? .null
        default: .null
        }
    }
}
