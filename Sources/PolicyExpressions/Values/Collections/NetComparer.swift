/// An `IEqualityComparer<T>` and `IComparer<T>`: that of a type, or one of `System.StringComparer`.
final class NetComparer: NetObject {
    enum Kind: String {
        case standard, ordinal, ordinalIgnoreCase, invariantCulture, invariantCultureIgnoreCase
    }

    let kind: Kind
    private let comparerType: TypeSymbol

    init(_ kind: Kind, type: TypeSymbol = .named(.stringComparer, [])) { (self.kind, comparerType) = (kind, type) }

    override var type: TypeSymbol { comparerType }

    /// A value that is equal for all values that this comparer takes for equal.
    func folded(_ value: Value) -> Value {
        guard case .string(let text) = value else { return value }
        switch kind {
        case .ordinalIgnoreCase: return .string(text.ordinalUpperCase)
        case .invariantCulture, .invariantCultureIgnoreCase:
            return .string(Collation.keyText(of: text, ignoringCase: kind.comparison.ignoresCase))
        case .standard, .ordinal: return value
        }
    }

    /// A number that values share which this comparer takes for equal.
    func hashCode(of value: Value) throws(EvaluationError) -> Int32 {
        guard case .string(let text) = value else { return Int32(truncatingIfNeeded: value.hashValue) }
        return try text.stableHash(kind.comparison)
    }

    func areEqual(_ left: Value, _ right: Value) -> Bool { folded(left) == folded(right) }

    func compare(_ left: Value, _ right: Value) throws(EvaluationError) -> Int32 {
        guard case .string(let a) = left, case .string(let b) = right else { return try ValueOrder.compare(left, right) }
        return kind == .standard ? Collation.compare(a, b) : try NetString.compare(a, b, kind.comparison)
    }
}

extension NetComparer.Kind {
    init(_ comparison: StringComparison) {
        switch comparison {
        case .ordinal, .unknown: self = .ordinal
        case .ordinalIgnoreCase: self = .ordinalIgnoreCase
        case .currentCulture, .invariantCulture: self = .invariantCulture
        case .currentCultureIgnoreCase, .invariantCultureIgnoreCase: self = .invariantCultureIgnoreCase
        }
    }

    /// How texts are equal: a type's own equality is that of their units.
    var comparison: StringComparison {
        switch self {
        case .standard, .ordinal: .ordinal
        case .ordinalIgnoreCase: .ordinalIgnoreCase
        case .invariantCulture: .invariantCulture
        case .invariantCultureIgnoreCase: .invariantCultureIgnoreCase
        }
    }
}

extension NetComparer: NetClass {
    static var symbol: TypeSymbol { .named(.stringComparer, []) }
}

/// `IEqualityComparer<T>` in the bodies of library members.
struct EqualityComparerOf<Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetComparer
    init(_ object: NetComparer) { self.object = object }
    static var symbol: TypeSymbol { .named(.equalityComparerInterface, [Element.symbol]) }
}

/// `IComparer<T>` in the bodies of library members.
struct ComparerOf<Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetComparer
    init(_ object: NetComparer) { self.object = object }
    static var symbol: TypeSymbol { .named(.comparerInterface, [Element.symbol]) }
}

extension EqualityComparerOf: NetNullable {}
extension ComparerOf: NetNullable {}

extension NetCollectionRepresentable where Self: NetNullable {
    static var optionalSymbol: TypeSymbol { symbol }
    static func evaluateOptional(_ node: ReferenceNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        guard let object = try node.evaluate(&frame) else { return nil }
        guard let own = object as? Object else { throw .invalidCast(.object(object), to: symbol) }
        return Self(own)
    }
    static func optionalCarried(_ value: Self?) -> NetObject? { value?.object }
}
