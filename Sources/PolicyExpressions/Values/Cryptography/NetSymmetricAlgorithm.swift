import PolicyCryptography

/// `System.Security.Cryptography.SymmetricAlgorithm`: AES with a key and the way it is used.
public final class NetSymmetricAlgorithm: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.symmetricAlgorithm, []) }
    /// The type that the object was made as.
    public override var type: TypeSymbol { .named(netType, []) }

    static let blockSize: Int32 = 128
    static let keySizes: [Int32] = [128, 192, 256]

    private let netType: NetType
    private(set) var mode = CipherMode.cbc
    private(set) var padding = BlockPadding.pkcs7
    private(set) var feedbackSize: Int32 = 8
    private(set) var keySize: Int32 = 256
    private var currentKey: [UInt8]?
    private var currentVector: [UInt8]?

    init(type: NetType) { netType = type }

    /// The algorithm of a name; nil for a name that .NET does not know.
    convenience init?(named name: NetString) throws(EvaluationError) {
        switch AlgorithmNames.cipher(name.string) {
        case .aes: self.init(type: .aes)
        case .notBuilt: throw .platformNotSupported("Algorithm '\(name.string)' is not supported on this platform.")
        case nil: return nil
        }
    }

    // MARK: Settings

    func setMode(_ mode: CipherMode) throws(EvaluationError) {
        // .NET Core 3.1 has no other modes for AES either.
        guard mode == .cbc || mode == .ecb else { throw .invalidCipherMode }
        self.mode = mode
    }

    func setPadding(_ padding: BlockPadding) throws(EvaluationError) {
        guard padding != .unknown else { throw .invalidPaddingMode }
        self.padding = padding
    }

    func setBlockSize(_ size: Int32) throws(EvaluationError) {
        guard size == Self.blockSize else { throw .invalidBlockSize }
    }

    func setFeedbackSize(_ size: Int32) throws(EvaluationError) {
        guard size > 0, size <= Self.blockSize, size % 8 == 0 else { throw .invalidFeedbackSize }
        feedbackSize = size
    }

    func setKeySize(_ size: Int32) throws(EvaluationError) {
        guard Self.keySizes.contains(size) else { throw .invalidKeySize }
        (keySize, currentKey) = (size, nil)
    }

    func setKey(_ key: [UInt8]) throws(EvaluationError) {
        guard let size = Int32(exactly: key.count * 8), Self.keySizes.contains(size) else { throw .invalidKeySize }
        (keySize, currentKey) = (size, key)
    }

    func setVector(_ vector: [UInt8]) throws(EvaluationError) {
        guard vector.count == AESCipher.blockByteCount else { throw .invalidVectorSize }
        currentVector = vector
    }

    /// The key; a new one where none was set.
    func key(_ environment: EvaluationEnvironment) -> [UInt8] {
        if currentKey == nil { makeKey(environment) }
        return currentKey ?? []
    }

    /// The initialization vector; a new one where none was set.
    func vector(_ environment: EvaluationEnvironment) -> [UInt8] {
        if currentVector == nil { makeVector(environment) }
        return currentVector ?? []
    }

    func makeKey(_ environment: EvaluationEnvironment) { currentKey = environment.randomBytes(Int(keySize) / 8) }

    func makeVector(_ environment: EvaluationEnvironment) { currentVector = environment.randomBytes(AESCipher.blockByteCount) }

    override func dispose() { (currentKey, currentVector) = (nil, nil) }

    // MARK: Transforms

    /// `CreateEncryptor` or `CreateDecryptor` with the algorithm's own key and vector.
    func transform(_ direction: NetCryptoTransform.Direction, _ environment: EvaluationEnvironment) throws(EvaluationError)
        -> NetCryptoTransform
    {
        try transform(direction, key: key(environment), vector: vector(environment))
    }

    /// `CreateEncryptor` or `CreateDecryptor` with a key and a vector.
    func transform(_ direction: NetCryptoTransform.Direction, key: [UInt8], vector: [UInt8]?) throws(EvaluationError) -> NetCryptoTransform
    {
        guard let cipher = AESCipher(key: key) else {
            throw .argument("Specified key is not a valid size for this algorithm.", "rgbKey")
        }
        if let vector, vector.count != AESCipher.blockByteCount {
            throw .argument("Specified initialization vector (IV) does not match the block size for this algorithm.", "rgbIV")
        }
        guard mode == .cbc else { return NetCryptoTransform(cipher, direction, padding, vector: nil) }
        guard let vector else {
            throw .cryptographic("The cipher mode specified requires that an initialization vector (IV) be used.")
        }
        return NetCryptoTransform(cipher, direction, padding, vector: vector)
    }
}
