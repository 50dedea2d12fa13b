import PolicyCryptography

// Hash functions: the base class and one class for each function.
extension NetType {
    /// `System.Security.Cryptography.HashAlgorithm`.
    static let hashAlgorithm: NetType = NetType(
        cryptographyNamespace, "HashAlgorithm", interfaces: [.named(.cryptoTransform, []), .named(.disposable, [])]
    ) { hashCreation + hashComputation + hashBlocks + hashFacts }

    static let md5: NetType = hashFunction("MD5", .md5, base: .hashAlgorithm, MD5Name.self)
    static let sha1: NetType = hashFunction("SHA1", .sha1, base: .hashAlgorithm, SHA1Name.self)
    static let sha256: NetType = hashFunction("SHA256", .sha256, base: .hashAlgorithm, SHA256Name.self)
    static let sha384: NetType = hashFunction("SHA384", .sha384, base: .hashAlgorithm, SHA384Name.self)
    static let sha512: NetType = hashFunction("SHA512", .sha512, base: .hashAlgorithm, SHA512Name.self)

    static let sha1Managed: NetType = managedHash("SHA1Managed", .sha1, base: .sha1, SHA1ManagedName.self)
    static let sha256Managed: NetType = managedHash("SHA256Managed", .sha256, base: .sha256, SHA256ManagedName.self)
    static let sha384Managed: NetType = managedHash("SHA384Managed", .sha384, base: .sha384, SHA384ManagedName.self)
    static let sha512Managed: NetType = managedHash("SHA512Managed", .sha512, base: .sha512, SHA512ManagedName.self)

    private static func hashFunction<Name: HashTypeName>(
        _ name: String, _ algorithm: DigestAlgorithm, base: @autoclosure @escaping @Sendable () -> NetType, _: Name.Type
    ) -> NetType {
        NetType(cryptographyNamespace, name, base: .named(base(), [])) {
            [
                .staticMethod(
                    "Create", "The hash function \(name).", [],
                    NetBody { () throws(EvaluationError) -> Typed<Name> in Typed(NetHashAlgorithm(algorithm, type: Name.type)) }),
                .staticMethod(
                    "Create", "The hash function of a name, or null; an InvalidCastException where it is another one.", ["hashName"],
                    NetBody(framed: { (frame: inout Frame, name: NetString) throws(EvaluationError) -> Typed<Name>? in
                        try NetHashAlgorithm.named(name, frame.context.environment).map { made throws(EvaluationError) in
                            try made.checked(to: Name.self)
                        }
                    })),
            ]
        }
    }

    private static func managedHash<Name: HashTypeName>(
        _ name: String, _ algorithm: DigestAlgorithm, base: NetType, _: Name.Type
    ) -> NetType {
        NetType(cryptographyNamespace, name, base: .named(base, [])) {
            [
                .constructor(
                    "The hash function.", [],
                    NetBody { () throws(EvaluationError) -> Typed<Name> in Typed(NetHashAlgorithm(algorithm, type: Name.type)) }),
                initialization,
            ]
        }
    }

    static var initialization: NetMember {
        .method(
            "Initialize", "Forgets the bytes that came in.",
            NetBody { (hash: Instance<NetHashAlgorithm>) throws(EvaluationError) -> NetVoid in
                hash.object.initialize()
                return NetVoid()
            })
    }
}

// MARK: - The members that all have

extension NetType {
    private static var hashCreation: [NetMember] {
        [
            .staticMethod(
                "Create", "Chooses a function by itself, which the platform does not: a PlatformNotSupportedException.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetHashAlgorithm> in throw .noDefaultAlgorithm }),
            .staticMethod(
                "Create", "The hash function of a name, or null.", ["hashName"],
                NetBody(framed: { (frame: inout Frame, name: NetString) throws(EvaluationError) -> Instance<NetHashAlgorithm>? in
                    NetHashAlgorithm.named(name, frame.context.environment).map { Instance($0) }
                })),
            .method(
                "Clear", "The same as Dispose.",
                NetBody { (hash: Instance<NetHashAlgorithm>) throws(EvaluationError) -> NetVoid in
                    hash.object.dispose()
                    return NetVoid()
                }),
            .method(
                "Dispose", "Forgets key and bytes; the object cannot be used any more.",
                NetBody { (hash: Instance<NetHashAlgorithm>) throws(EvaluationError) -> NetVoid in
                    hash.object.dispose()
                    return NetVoid()
                }),
            initialization,
        ]
    }

    private static var hashComputation: [NetMember] {
        [
            .method(
                "ComputeHash", "The hash of some bytes.", ["buffer"],
                NetBody(framed: {
                    (frame: inout Frame, hash: Instance<NetHashAlgorithm>, bytes: [UInt8]?) throws(EvaluationError) -> [UInt8] in
                    try hash.object.checkUse()
                    guard let bytes else { throw .argumentNull("buffer") }
                    try frame.step(bytes.count)
                    return try hash.object.computeHash(bytes)
                })),
            .method(
                "ComputeHash", "The hash of a part of some bytes.", ["buffer", "offset", "count"],
                NetBody(framed: {
                    (frame: inout Frame, hash: Instance<NetHashAlgorithm>, bytes: [UInt8], offset: Int32, count: Int32)
                        throws(EvaluationError) -> [UInt8] in
                    try frame.step(bytes.count)
                    return try hash.object.computeHash(try BufferRange.ofHash(bytes, offset, count, "offset"))
                })),
            .property(
                "Hash", "The last hash, or null before there is one.",
                NetBody { (hash: Instance<NetHashAlgorithm>) throws(EvaluationError) -> [UInt8]? in try hash.object.hash() }),
        ]
    }

    private static var hashBlocks: [NetMember] {
        [
            .method(
                "TransformBlock", "Takes in a part of some bytes and copies it into another array, where there is one.",
                ["inputBuffer", "inputOffset", "inputCount", "outputBuffer", "outputOffset"],
                NetBody(framed: {
                    (
                        frame: inout Frame, hash: Instance<NetHashAlgorithm>, bytes: [UInt8], offset: Int32, count: Int32,
                        output: ByteArray?, outputOffset: Int32
                    ) throws(EvaluationError) -> Int32 in
                    try frame.step(bytes.count)
                    let part = try BufferRange.ofHash(bytes, offset, count, "inputOffset")
                    try hash.object.transform(part)
                    if let output { try copy(part, to: output, at: outputOffset) }
                    return count
                })),
            .method(
                "TransformFinalBlock", "Takes in the last part of the bytes and gives that part.",
                ["inputBuffer", "inputOffset", "inputCount"],
                NetBody(framed: {
                    (frame: inout Frame, hash: Instance<NetHashAlgorithm>, bytes: [UInt8], offset: Int32, count: Int32)
                        throws(EvaluationError) -> [UInt8] in
                    try frame.step(bytes.count)
                    let part = try BufferRange.ofHash(bytes, offset, count, "inputOffset")
                    try hash.object.transformFinal(part)
                    return Array(part)
                })),
        ]
    }

    private static func copy(_ part: ArraySlice<UInt8>, to output: ByteArray, at offset: Int32) throws(EvaluationError) {
        guard offset >= 0 else { throw .argumentOutOfRange("dstOffset", "Non-negative number required.") }
        guard Int(offset) + part.count <= output.array.count else {
            throw .argument(
                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to "
                    + "the end of the source collection.")
        }
        try output.write(part, at: Int(offset))
    }

    private static var hashFacts: [NetMember] {
        [
            .property(
                "HashSize", "The size of a hash in bits.",
                NetBody { (hash: Instance<NetHashAlgorithm>) throws(EvaluationError) -> Int32 in
                    Int32(hash.object.algorithm.byteCount) * 8
                }),
            .property(
                "InputBlockSize", "1: any number of bytes can come in.",
                NetBody { (_: Instance<NetHashAlgorithm>) throws(EvaluationError) -> Int32 in 1 }),
            .property(
                "OutputBlockSize", "1: any number of bytes can be copied.",
                NetBody { (_: Instance<NetHashAlgorithm>) throws(EvaluationError) -> Int32 in 1 }),
            .property(
                "CanTransformMultipleBlocks", "Whether several blocks can come in at once.",
                NetBody { (_: Instance<NetHashAlgorithm>) throws(EvaluationError) -> Bool in true }),
            .property(
                "CanReuseTransform", "Whether the object can be used again.",
                NetBody { (_: Instance<NetHashAlgorithm>) throws(EvaluationError) -> Bool in true }),
        ]
    }
}

// MARK: - The types that share the class

/// A hash function's own type.
protocol HashTypeName: SharedClassName where Object == NetHashAlgorithm {}

private enum MD5Name: HashTypeName { static var type: NetType { .md5 } }
private enum SHA1Name: HashTypeName { static var type: NetType { .sha1 } }
private enum SHA256Name: HashTypeName { static var type: NetType { .sha256 } }
private enum SHA384Name: HashTypeName { static var type: NetType { .sha384 } }
private enum SHA512Name: HashTypeName { static var type: NetType { .sha512 } }
private enum SHA1ManagedName: HashTypeName { static var type: NetType { .sha1Managed } }
private enum SHA256ManagedName: HashTypeName { static var type: NetType { .sha256Managed } }
private enum SHA384ManagedName: HashTypeName { static var type: NetType { .sha384Managed } }
private enum SHA512ManagedName: HashTypeName { static var type: NetType { .sha512Managed } }

extension NetHashAlgorithm {
    /// The function of a name, with a new key if it is one with a key; nil for a name that .NET does not know.
    static func named(_ name: NetString, _ environment: EvaluationEnvironment) -> NetHashAlgorithm? {
        guard let hash = AlgorithmNames.hash(name.string) else { return nil }
        if hash.isKeyed { return .keyed(hash.algorithm, environment) }
        let type: NetType =
            switch hash.algorithm {
            case .md5: .md5
            case .sha1: .sha1
            case .sha256: .sha256Managed
            case .sha384: .sha384Managed
            case .sha512: .sha512Managed
            }
        return NetHashAlgorithm(hash.algorithm, type: type)
    }

    /// The object as one of a type; throws InvalidCastException where it is another one.
    func checked<Name: HashTypeName>(to _: Name.Type) throws(EvaluationError) -> Typed<Name> {
        guard type.selfAndBases.contains(Typed<Name>.symbol) else { throw .invalidCast(.object(self), to: Typed<Name>.symbol) }
        return Typed(self)
    }
}
