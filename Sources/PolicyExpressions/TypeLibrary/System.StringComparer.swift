extension NetType {
    /// `System.Collections.Generic.IEqualityComparer<T>`.
    static let equalityComparer: NetType = NetType("System.Collections.Generic", "IEqualityComparer", arity: 1, .interface) {
        [
            .method(
                "Equals", "Whether two values are the same.", ["x", "y"],
                NetBody {
                    (comparer: EqualityComparerOf<TypeParameter0>, left: TypeParameter0, right: TypeParameter0) throws(EvaluationError)
                        -> Bool in
                    try comparer.comparer.equals(left.boxed, right.boxed)
                }),
            .method(
                "GetHashCode", "A number that values share which are the same.", ["obj"],
                NetBody { (comparer: EqualityComparerOf<TypeParameter0>, value: TypeParameter0) throws(EvaluationError) -> Int32 in
                    try comparer.comparer.hashCode(of: value.boxed)
                }),
        ]
    }

    /// `System.Collections.Generic.IComparer<T>`.
    static let comparer: NetType = NetType("System.Collections.Generic", "IComparer", arity: 1, .interface) {
        [
            .method(
                "Compare", "The order of two values: negative, 0 or positive.", ["x", "y"],
                NetBody {
                    (comparer: ComparerOf<TypeParameter0>, left: TypeParameter0, right: TypeParameter0) throws(EvaluationError) -> Int32 in
                    try comparer.comparer.compare(left.boxed, right.boxed)
                })
        ]
    }

    /// `System.StringComparer`.
    static let stringComparer: NetType = NetType(
        "System", "StringComparer",
        interfaces: [.named(.equalityComparer, [.string]), .named(.comparer, [.string])]
    ) { knownComparers + madeComparers + comparisonsOfComparer }

    private static var knownComparers: [NetMember] {
        [
            known("Ordinal", "Compares unit by unit.", .ordinal),
            known("OrdinalIgnoreCase", "Compares unit by unit without regard to case.", .ordinalIgnoreCase),
            known("InvariantCulture", "Compares as the invariant culture does.", .invariantCulture),
            known(
                "InvariantCultureIgnoreCase", "Compares as the invariant culture does, without regard to case.", .invariantCultureIgnoreCase),
            known("CurrentCulture", "Compares as the current culture does, which is the invariant one.", .currentCulture),
            known(
                "CurrentCultureIgnoreCase", "Compares as the current culture does, without regard to case.", .currentCultureIgnoreCase),
        ]
    }

    private static func known(_ name: String, _ summary: String, _ comparison: StringComparison) -> NetMember {
        .staticProperty(
            name, summary,
            NetBody { () throws(EvaluationError) -> Instance<NetStringComparer> in Instance(NetStringComparer(comparison)) })
    }

    private static var madeComparers: [NetMember] {
        [
            .staticMethod(
                "FromComparison", "The comparer of a comparison.", ["comparisonType"],
                NetBody { (comparison: StringComparison) throws(EvaluationError) -> Instance<NetStringComparer> in
                    try comparison.validate()
                    return Instance(NetStringComparer(comparison))
                }),
            .staticMethod(
                "Create", "The comparer of a culture, on request without regard to case.", ["culture", "ignoreCase"],
                NetBody { (_: Instance<NetCulture>, ignoringCase: Bool) throws(EvaluationError) -> Instance<NetStringComparer> in
                    Instance(NetStringComparer(.culture(ignoringCase: ignoringCase)))
                }),
            .staticMethod(
                "Create", "The comparer of a culture by options.", ["culture", "options"],
                NetBody { (_: Instance<NetCulture>, options: CompareOptions) throws(EvaluationError) -> Instance<NetStringComparer> in
                    Instance(NetStringComparer(try options.comparison()))
                }),
        ]
    }

    private static var comparisonsOfComparer: [NetMember] {
        [
            .method(
                "Compare", "The order of two texts: negative, 0 or positive.", ["x", "y"],
                NetBody { (comparer: Instance<NetStringComparer>, left: NetString?, right: NetString?) throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, right, comparer.object.comparison)
                }),
            .method(
                "Compare", "The order of two objects, which are compared as texts when they are texts.", ["x", "y"],
                NetBody { (comparer: Instance<NetStringComparer>, left: Value, right: Value) throws(EvaluationError) -> Int32 in
                    try comparer.object.compare(left, right)
                }),
            .method(
                "Equals", "Whether two texts are the same.", ["x", "y"],
                NetBody { (comparer: Instance<NetStringComparer>, left: NetString?, right: NetString?) throws(EvaluationError) -> Bool in
                    try left?.equals(right, comparer.object.comparison) ?? (right == nil)
                }),
            .method(
                "Equals", "Whether two objects are the same, compared as texts when they are texts.", ["x", "y"],
                NetBody { (comparer: Instance<NetStringComparer>, left: Value, right: Value) throws(EvaluationError) -> Bool in
                    try comparer.object.equals(left, right)
                }),
            .method(
                "GetHashCode", "A number that texts share which are the same.", ["obj"],
                NetBody { (comparer: Instance<NetStringComparer>, text: NetString) throws(EvaluationError) -> Int32 in
                    try comparer.object.hashCode(of: .string(text))
                }),
            .method(
                "GetHashCode", "A number that objects share which are the same.", ["obj"],
                NetBody { (comparer: Instance<NetStringComparer>, value: Value) throws(EvaluationError) -> Int32 in
                    guard !value.isNull else { throw .argumentNull("obj") }
                    return try comparer.object.hashCode(of: value)
                }),
        ]
    }
}

/// `IEqualityComparer<Element>` in the bodies of library members.
struct EqualityComparerOf<Element: NetRepresentable>: NetComparerRepresentable {
    let comparer: NetEqualityComparer
    static var symbol: TypeSymbol { .named(.equalityComparer, [Element.symbol]) }
}

/// `IComparer<Element>` in the bodies of library members.
struct ComparerOf<Element: NetRepresentable>: NetComparerRepresentable {
    let comparer: NetEqualityComparer
    static var symbol: TypeSymbol { .named(.comparer, [Element.symbol]) }
}

/// A comparer in the bodies of library members; null is nil.
protocol NetComparerRepresentable: NetNullable where Node == ReferenceNode, OptionalNode == ReferenceNode {
    var comparer: NetEqualityComparer { get }
    init(comparer: NetEqualityComparer)
}

extension NetComparerRepresentable {
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let comparer = try evaluateOptional(node, &frame) else { throw nullFailure(parameter) }
        return comparer
    }
    static var optionalSymbol: TypeSymbol { symbol }
    static func evaluateOptional(_ node: ReferenceNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        guard let object = try node.evaluate(&frame) else { return nil }
        guard let comparer = object as? NetEqualityComparer else { throw .invalidCast(.object(object), to: symbol) }
        return Self(comparer: comparer)
    }
    var carried: NetObject? { comparer }
    static func optionalCarried(_ value: Self?) -> NetObject? { value?.comparer }
}
