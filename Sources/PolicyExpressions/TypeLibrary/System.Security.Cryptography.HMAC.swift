import PolicyCryptography

// Hash functions with a key.
extension NetType {
    /// `System.Security.Cryptography.KeyedHashAlgorithm`.
    static let keyedHashAlgorithm: NetType = NetType(cryptographyNamespace, "KeyedHashAlgorithm", base: .named(hashAlgorithm, [])) {
        keyedCreation(KeyedHashName.self, "algName") + [keyProperty]
    }

    /// `System.Security.Cryptography.HMAC`.
    static let hmac: NetType = NetType(cryptographyNamespace, "HMAC", base: .named(keyedHashAlgorithm, [])) {
        keyedCreation(HMACName.self, "algorithmName") + [keyProperty, initialization, hashName]
    }

    static let hmacMD5: NetType = hmac("HMACMD5", .md5, HMACMD5Name.self)
    static let hmacSHA1: NetType = hmac("HMACSHA1", .sha1, HMACSHA1Name.self) {
        [
            .constructor(
                "The code with a key. Whose implementation is used makes no difference.", ["key", "useManagedSha1"],
                NetBody { (key: [UInt8], _: Bool) throws(EvaluationError) -> Typed<HMACSHA1Name> in
                    Typed(NetHashAlgorithm(.sha1, key: key, type: .hmacSHA1))
                })
        ]
    }
    static let hmacSHA256: NetType = hmac("HMACSHA256", .sha256, HMACSHA256Name.self)
    static let hmacSHA384: NetType = hmac("HMACSHA384", .sha384, HMACSHA384Name.self) { [legacyValues] }
    static let hmacSHA512: NetType = hmac("HMACSHA512", .sha512, HMACSHA512Name.self) { [legacyValues] }

    private static func hmac<Name: HashTypeName>(
        _ name: String, _ algorithm: DigestAlgorithm, _: Name.Type, more: @escaping @Sendable () -> [NetMember] = { [] }
    ) -> NetType {
        NetType(cryptographyNamespace, name, base: .named(hmac, [])) {
            [
                .constructor(
                    "The code with a new key.", [],
                    NetBody(context: { (context: GatewayContext) throws(EvaluationError) -> Typed<Name> in
                        Typed(.keyed(algorithm, context.environment))
                    })),
                .constructor(
                    "The code with a key.", ["key"],
                    NetBody { (key: [UInt8]) throws(EvaluationError) -> Typed<Name> in
                        Typed(NetHashAlgorithm(algorithm, key: key, type: Name.type))
                    }),
                keyProperty, initialization,
            ] + more()
        }
    }

    private static func keyedCreation<Name: HashTypeName>(_: Name.Type, _ parameter: String) -> [NetMember] {
        [
            .staticMethod(
                "Create", "Chooses a function by itself, which the platform does not: a PlatformNotSupportedException.", [],
                NetBody { () throws(EvaluationError) -> Typed<Name> in throw .noDefaultAlgorithm }),
            .staticMethod(
                "Create", "The code of a name with a new key, or null; an InvalidCastException where the name means something else.",
                [.init(stringLiteral: parameter)],
                NetBody(framed: { (frame: inout Frame, name: NetString) throws(EvaluationError) -> Typed<Name>? in
                    guard let made = NetHashAlgorithm.named(name, frame.context.environment) else { return nil }
                    return try made.checked(to: Name.self)
                })),
        ]
    }

    private static var keyProperty: NetMember {
        .property(
            "Key", "The key.",
            NetBody { (code: Instance<NetHashAlgorithm>) throws(EvaluationError) -> [UInt8] in code.object.key ?? [] },
            setter: NetBody { (code: Instance<NetHashAlgorithm>, value: [UInt8]) throws(EvaluationError) -> NetVoid in
                try code.object.setKey(value)
                return NetVoid()
            })
    }

    private static var hashName: NetMember {
        .property(
            "HashName", "The name of the hash function, which cannot be changed.",
            NetBody { (code: Instance<NetHashAlgorithm>) throws(EvaluationError) -> NetString in
                NetString(code.object.algorithm.rawValue)
            },
            setter: NetBody { (code: Instance<NetHashAlgorithm>, value: NetString?) throws(EvaluationError) -> NetVoid in
                guard let value else { throw .argumentNull("HashName") }
                guard value == NetString(code.object.algorithm.rawValue) else {
                    throw .platformNotSupported("Setting the hash name to a different value is not supported on this platform.")
                }
                return NetVoid()
            })
    }

    private static var legacyValues: NetMember {
        .property(
            "ProduceLegacyHmacValues", "False; the values of old versions of .NET are not made.",
            NetBody { (_: Instance<NetHashAlgorithm>) throws(EvaluationError) -> Bool in false },
            setter: NetBody { (_: Instance<NetHashAlgorithm>, value: Bool) throws(EvaluationError) -> NetVoid in
                guard !value else { throw .platformNotSupported() }
                return NetVoid()
            })
    }
}

private enum KeyedHashName: HashTypeName { static var type: NetType { .keyedHashAlgorithm } }
private enum HMACName: HashTypeName { static var type: NetType { .hmac } }
private enum HMACMD5Name: HashTypeName { static var type: NetType { .hmacMD5 } }
private enum HMACSHA1Name: HashTypeName { static var type: NetType { .hmacSHA1 } }
private enum HMACSHA256Name: HashTypeName { static var type: NetType { .hmacSHA256 } }
private enum HMACSHA384Name: HashTypeName { static var type: NetType { .hmacSHA384 } }
private enum HMACSHA512Name: HashTypeName { static var type: NetType { .hmacSHA512 } }

extension NetHashAlgorithm {
    /// A function with a new key, as long as its block.
    static func keyed(_ algorithm: DigestAlgorithm, _ environment: EvaluationEnvironment) -> NetHashAlgorithm {
        let type: NetType =
            switch algorithm {
            case .md5: .hmacMD5
            case .sha1: .hmacSHA1
            case .sha256: .hmacSHA256
            case .sha384: .hmacSHA384
            case .sha512: .hmacSHA512
            }
        return NetHashAlgorithm(algorithm, key: environment.randomBytes(algorithm.blockByteCount), type: type)
    }
}
