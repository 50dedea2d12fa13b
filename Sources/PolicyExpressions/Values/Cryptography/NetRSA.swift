import PolicyCryptography

/// `System.Security.Cryptography.RSA`: a key, made when it is first needed unless one was imported.
public final class NetRSA: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.rsa, []) }
    /// The type.
    public override var type: TypeSymbol { Self.symbol }

    /// The sizes in bits that .NET takes for a key.
    static let legalSizes: ClosedRange<Int32> = 512...16384
    /// What the making of a key counts as: a tenth of a second and more.
    static let generationSteps = 200_000
    /// What the use of a private key counts as.
    static let privateSteps = 5_000
    /// What the use of a public key counts as.
    static let publicSteps = 500

    private var current: RSAKey?
    private var wantedSize: Int32 = 2048
    private var isDisposed = false

    /// Makes an object of a key; without one, a key of 2048 bits is made when it is needed.
    init(_ key: RSAKey? = nil) { current = key }

    var keySize: Int32 { current.map { Int32(clamping: $0.size) } ?? wantedSize }

    func setKeySize(_ size: Int32) throws(EvaluationError) {
        guard size != keySize else { return }
        guard Self.legalSizes.contains(size), size % 8 == 0 else { throw .invalidKeySize }
        (wantedSize, current) = (size, nil)
    }

    func use(_ key: RSAKey) throws(EvaluationError) {
        guard !isDisposed else { throw .objectDisposed }
        current = key
    }

    /// The key; a new one where none was given.
    func key(_ frame: inout Frame) throws(EvaluationError) -> RSAKey {
        guard !isDisposed else { throw .objectDisposed }
        if let current { return current }
        guard (1024...RSAKey.largestGeneratedSize).contains(Int(wantedSize)) else {
            throw .platformNotSupported("Keys of \(wantedSize) bits are not supported on this platform.")
        }
        try frame.step(Self.generationSteps)
        let size = Int(wantedSize)
        let made = try orThrow { () throws(CryptographyError) in try RSAKey.generate(size: size) }
        current = made
        return made
    }

    override func dispose() { (current, isDisposed) = (nil, true) }
}

// MARK: - Signatures

extension NetRSA {
    func signHash(
        _ hash: [UInt8], _ name: NetHashAlgorithmName, _ padding: NetRSASignaturePadding, _ frame: inout Frame
    ) throws(EvaluationError) -> [UInt8] {
        let algorithm = try Self.signedAlgorithm(name)
        let key = try key(&frame)
        try frame.step(Self.privateSteps)
        guard hash.count == algorithm.byteCount else {
            throw .cryptographic("The provided hash value is not the expected size for the specified hash algorithm.")
        }
        return try orThrow { () throws(CryptographyError) in try key.signature(of: hash, algorithm, padding.padding) }
    }

    func verifyHash(
        _ hash: [UInt8], _ signature: [UInt8], _ name: NetHashAlgorithmName, _ padding: NetRSASignaturePadding, _ frame: inout Frame
    ) throws(EvaluationError) -> Bool {
        let algorithm = try Self.signedAlgorithm(name)
        let key = try key(&frame)
        try frame.step(Self.publicSteps)
        guard hash.count == algorithm.byteCount, signature.count == (key.size + 7) / 8 else { return false }
        return try orThrow { () throws(CryptographyError) in try key.isValid(signature, of: hash, algorithm, padding.padding) }
    }

    /// The hash of data that are signed.
    static func hash(_ data: ArraySlice<UInt8>, _ name: NetHashAlgorithmName, _ frame: inout Frame) throws(EvaluationError) -> [UInt8] {
        try frame.step(data.count)
        return try signedAlgorithm(name).digest(of: Array(data))
    }

    private static func signedAlgorithm(_ name: NetHashAlgorithmName) throws(EvaluationError) -> DigestAlgorithm {
        let algorithm = try name.algorithm()
        guard algorithm.isSignedByRSA else {
            throw .platformNotSupported("RSA signatures of \(algorithm.rawValue) are not supported on this platform.")
        }
        return algorithm
    }
}

// MARK: - Encryption

extension NetRSA {
    func encrypt(_ data: [UInt8], _ padding: NetRSAEncryptionPadding, _ frame: inout Frame) throws(EvaluationError) -> [UInt8] {
        let (key, padding) = (try key(&frame), try padding.padding())
        try frame.step(Self.publicSteps)
        let capacity = key.capacity(padding)
        guard data.count <= capacity else {
            throw .cryptographic("The message exceeds the maximum allowable length for the chosen options (\(max(0, capacity))).")
        }
        return try orThrow { () throws(CryptographyError) in try key.encrypt(data, padding) }
    }

    func decrypt(_ data: [UInt8], _ padding: NetRSAEncryptionPadding, _ frame: inout Frame) throws(EvaluationError) -> [UInt8] {
        let (key, padding) = (try key(&frame), try padding.padding())
        try frame.step(Self.privateSteps)
        guard key.isPrivate else { throw CryptographyError.noPrivateKey.exception }
        guard data.count == (key.size + 7) / 8 else {
            throw .cryptographic("The length of the data to decrypt is not valid for the size of this key.")
        }
        do { return try key.decrypt(data, padding) } catch {
            throw .cryptographic("Error occurred while decoding \(padding == .pkcs1 ? "PKCS1" : "OAEP") padding.")
        }
    }
}
