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

    static func culture(ignoringCase: Bool) -> StringComparison { ignoringCase ? .currentCultureIgnoreCase : .currentCulture }

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
        NetType(namespace, name, .enumeration, base: .named(.enumerationBase, [])) {
            guard let type = TypeLibrary.standard.type(fullName: "\(namespace).\(name)", arity: 0) else { return [] }
            return members.enumerated().map { index, member in
                .constant(member, "\(name).\(member).", .named(type, []), .int32(Int32(index)))
            }
        }
    }
}
