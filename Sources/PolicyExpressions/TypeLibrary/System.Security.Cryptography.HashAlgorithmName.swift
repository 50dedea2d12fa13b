import PolicyCryptography

/// `System.Security.Cryptography.HashAlgorithmName`: a name, known or not.
public final class NetHashAlgorithmName: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.hashAlgorithmName, []) }
    /// The type.
    public override var type: TypeSymbol { Self.symbol }
    let name: NetString?

    init(_ name: NetString?) { self.name = name }

    convenience init(_ algorithm: DigestAlgorithm) { self.init(NetString(algorithm.rawValue)) }

    override var comparedItems: [Value]? { [name.map { .string($0) } ?? .null] }

    override func invariantText() throws(EvaluationError) -> NetString { name ?? NetString("") }

    /// The hash function; throws what .NET throws for no name or a name that it does not know.
    func algorithm() throws(EvaluationError) -> DigestAlgorithm {
        guard let name, !name.isEmpty else { throw .argument("The hash algorithm name cannot be null or empty.", "hashAlgorithm") }
        guard let algorithm = DigestAlgorithm(rawValue: name.string) else { throw .unknownHashAlgorithm(name) }
        return algorithm
    }
}

extension NetType {
    /// `System.Security.Cryptography.HashAlgorithmName`.
    static let hashAlgorithmName: NetType = NetType(cryptographyNamespace, "HashAlgorithmName") {
        DigestAlgorithm.allCases.map { algorithm in
            .staticProperty(
                algorithm.rawValue, "The name of \(algorithm.rawValue).",
                NetBody { () throws(EvaluationError) -> Instance<NetHashAlgorithmName> in Instance(NetHashAlgorithmName(algorithm)) })
        } + [
            .constructor(
                "The name of any function.", ["name"],
                NetBody { (name: NetString?) throws(EvaluationError) -> Instance<NetHashAlgorithmName> in
                    Instance(NetHashAlgorithmName(name))
                }),
            .property(
                "Name", "The name as text.",
                NetBody { (name: Instance<NetHashAlgorithmName>) throws(EvaluationError) -> NetString? in name.object.name }),
            .method(
                "ToString", "The name as text; empty without one.",
                NetBody { (name: Instance<NetHashAlgorithmName>) throws(EvaluationError) -> NetString in try name.object.invariantText() }),
        ] + equality(of: Instance<NetHashAlgorithmName>.self)
    }

    /// `Equals`, `==`, `!=` and `GetHashCode` of a class that compares values.
    static func equality<Object: NetClass>(of _: Instance<Object>.Type) -> [NetMember] {
        [
            .method(
                "Equals", "Whether both are the same.", ["other"],
                NetBody { (own: Instance<Object>, other: Instance<Object>?) throws(EvaluationError) -> Bool in
                    own.object.comparedItems == other?.object.comparedItems
                }),
            .method(
                "Equals", "Whether both are the same.", ["obj"],
                NetBody { (own: Instance<Object>, other: Value) throws(EvaluationError) -> Bool in .object(own.object) == other }),
            .method(
                "GetHashCode", "A number that equal ones share.",
                NetBody { (own: Instance<Object>) throws(EvaluationError) -> Int32 in Value.object(own.object).netHashCode }),
            .staticMethod(
                "op_Equality", "Whether both are the same.", ["left", "right"],
                NetBody { (left: Instance<Object>?, right: Instance<Object>?) throws(EvaluationError) -> Bool in
                    left?.object.comparedItems == right?.object.comparedItems
                }),
            .staticMethod(
                "op_Inequality", "Whether the two differ.", ["left", "right"],
                NetBody { (left: Instance<Object>?, right: Instance<Object>?) throws(EvaluationError) -> Bool in
                    left?.object.comparedItems != right?.object.comparedItems
                }),
        ]
    }
}
