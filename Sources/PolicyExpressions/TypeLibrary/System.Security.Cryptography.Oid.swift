/// `System.Security.Cryptography.Oid`: an object identifier and its name.
public final class NetOid: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.oid, []) }
    /// The type.
    public override var type: TypeSymbol { Self.symbol }

    var value: NetString?
    private var givenName: NetString?

    init(value: NetString?, name: NetString? = nil) { (self.value, givenName) = (value, name) }

    convenience init(_ identifier: String) { self.init(value: NetString(identifier)) }

    var friendlyName: NetString? {
        get { givenName ?? value.flatMap { ObjectIdentifierNames.name(of: $0.string) }.map { NetString($0) } }
        set {
            givenName = newValue
            if let identifier = newValue.flatMap({ ObjectIdentifierNames.identifier(of: $0.string) }) { value = NetString(identifier) }
        }
    }
}

private enum OidGroup: Int32, NetEnumerationRepresentable {
    case all, hashAlgorithm, encryptionAlgorithm, publicKeyAlgorithm, signatureAlgorithm, attribute, extensionOrAttribute
    case enhancedKeyUsage, policy, template, keyDerivationFunction
    static var symbol: TypeSymbol { .named(.oidGroup, []) }
    static var fallback: Self { .all }
}

extension NetType {
    static let oid: NetType = NetType(cryptographyNamespace, "Oid") { oidConstructors + oidProperties + oidLookUps }

    private static var oidConstructors: [NetMember] {
        [
            .constructor("No identifier.", [], NetBody { () throws(EvaluationError) -> Instance<NetOid> in Instance(NetOid(value: nil)) }),
            .constructor(
                "An identifier in dots, or that of a name.", ["oid"],
                NetBody { (text: NetString) throws(EvaluationError) -> Instance<NetOid> in
                    let known = ObjectIdentifierNames.identifier(of: text.string).map { NetString($0) }
                    return Instance(NetOid(value: known ?? text))
                }),
            .constructor(
                "An identifier with a name.", ["value", "friendlyName"],
                NetBody { (value: NetString?, name: NetString?) throws(EvaluationError) -> Instance<NetOid> in
                    Instance(NetOid(value: value, name: name))
                }),
            .constructor(
                "A copy.", ["oid"],
                NetBody { (oid: Instance<NetOid>) throws(EvaluationError) -> Instance<NetOid> in
                    Instance(NetOid(value: oid.object.value, name: oid.object.friendlyName))
                }),
        ]
    }

    private static var oidProperties: [NetMember] {
        [
            .property(
                "Value", "The identifier in dots.",
                NetBody { (oid: Instance<NetOid>) throws(EvaluationError) -> NetString? in oid.object.value },
                setter: NetBody { (oid: Instance<NetOid>, value: NetString?) throws(EvaluationError) -> NetVoid in
                    oid.object.value = value
                    return NetVoid()
                }),
            .property(
                "FriendlyName", "The name, or null where none is known; a known name sets the identifier.",
                NetBody { (oid: Instance<NetOid>) throws(EvaluationError) -> NetString? in oid.object.friendlyName },
                setter: NetBody { (oid: Instance<NetOid>, value: NetString?) throws(EvaluationError) -> NetVoid in
                    oid.object.friendlyName = value
                    return NetVoid()
                }),
        ]
    }

    private static var oidLookUps: [NetMember] {
        [
            .staticMethod(
                "FromFriendlyName", "The identifier of a name; a CryptographicException for a name that is not known.",
                ["friendlyName", "group"],
                NetBody { (name: NetString, _: OidGroup) throws(EvaluationError) -> Instance<NetOid> in
                    guard let identifier = ObjectIdentifierNames.identifier(of: name.string) else {
                        throw .cryptographic("No OID value matches this name.")
                    }
                    return Instance(NetOid(value: NetString(identifier), name: name))
                }),
            .staticMethod(
                "FromOidValue", "An identifier with its name; a CryptographicException for one that is not known.", ["oidValue", "group"],
                NetBody { (value: NetString, _: OidGroup) throws(EvaluationError) -> Instance<NetOid> in
                    guard ObjectIdentifierNames.name(of: value.string) != nil else {
                        throw .cryptographic("The OID value is invalid.")
                    }
                    return Instance(NetOid(value: value))
                }),
        ]
    }
}
