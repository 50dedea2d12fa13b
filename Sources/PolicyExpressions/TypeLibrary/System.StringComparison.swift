/// `System.StringComparison`.
enum StringComparison: Int32, NetEnumerationRepresentable {
    case currentCulture, currentCultureIgnoreCase, invariantCulture, invariantCultureIgnoreCase, ordinal, ordinalIgnoreCase
    /// A number that is none of the members.
    case unknown = -1

    static var fallback: Self { .unknown }
    static var symbol: TypeSymbol { .named(.stringComparison, []) }

    var ignoresCase: Bool { [.currentCultureIgnoreCase, .invariantCultureIgnoreCase, .ordinalIgnoreCase].contains(self) }
    /// Whether texts are compared as people read them; there is one culture.
    var isCultural: Bool { self != .ordinal && self != .ordinalIgnoreCase }

    /// Throws ArgumentException for what is none of the members.
    func validate() throws(EvaluationError) {
        guard self != .unknown else {
            throw .argument("The string comparison type passed in is currently not supported.", "comparisonType")
        }
    }
}

/// `System.StringSplitOptions`.
enum StringSplitOptions: Int32, NetEnumerationRepresentable {
    case none, removeEmptyEntries
    /// A number that is none of the members.
    case unknown = -1

    static var fallback: Self { .unknown }
    static var symbol: TypeSymbol { .named(.stringSplitOptions, []) }

    /// Whether empty parts are left out; throws ArgumentException for what is none of the members.
    func removesEmpty() throws(EvaluationError) -> Bool {
        guard self != .unknown else { throw .argument("Illegal enum value: \(rawValue).", "options") }
        return self == .removeEmptyEntries
    }
}

extension NetType {
    static let stringComparison: NetType = enumeration(
        "System", "StringComparison",
        ["CurrentCulture", "CurrentCultureIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "Ordinal", "OrdinalIgnoreCase"])
    static let stringSplitOptions: NetType = enumeration("System", "StringSplitOptions", ["None", "RemoveEmptyEntries"])

    /// An enumeration whose members count from 0.
    static func enumeration(_ namespace: String, _ name: String, _ members: [String]) -> NetType {
        enumeration(namespace, name, values: members.enumerated().map { ($0.element, Int32($0.offset)) })
    }

    /// An enumeration with the values of its members.
    static func enumeration(_ namespace: String, _ name: String, values: [(name: String, value: Int32)]) -> NetType {
        NetType(namespace, name, .enumeration, base: .named(.enumerationBase, [])) {
            guard let type = TypeLibrary.standard.type(fullName: "\(namespace).\(name)", arity: 0) else { return [] }
            return values.map { member in
                .constant(member.name, "\(name).\(member.name).", .named(type, []), .int32(member.value))
            }
        }
    }
}
