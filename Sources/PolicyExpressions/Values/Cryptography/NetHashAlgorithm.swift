import PolicyCryptography

/// `System.Security.Cryptography.HashAlgorithm`: a hash function, or one with a key (HMAC), and the bytes that came in so far.
public final class NetHashAlgorithm: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.hashAlgorithm, []) }
    /// The type that the object was made as.
    public override var type: TypeSymbol { .named(netType, []) }

    let algorithm: DigestAlgorithm
    private let netType: NetType
    private(set) var key: [UInt8]?
    private var running: RunningDigest
    private var isBetweenBlocks = false
    private var isDisposed = false
    private var lastHash: [UInt8]?

    init(_ algorithm: DigestAlgorithm, key: [UInt8]? = nil, type: NetType) {
        (self.algorithm, self.key, netType) = (algorithm, key, type)
        running = Self.start(algorithm, key)
    }

    private static func start(_ algorithm: DigestAlgorithm, _ key: [UInt8]?) -> RunningDigest {
        key.map { RunningDigest(algorithm, key: $0) } ?? RunningDigest(algorithm)
    }

    /// Forgets the bytes that came in.
    func initialize() { running = Self.start(algorithm, key) }

    func setKey(_ key: [UInt8]) throws(EvaluationError) {
        try checkUse()
        self.key = key
        initialize()
    }

    /// The hash of the bytes that came in and of these; begins anew.
    func computeHash(_ bytes: some Collection<UInt8>) throws(EvaluationError) -> [UInt8] {
        try checkUse()
        running.update(bytes)
        let hash = running.finish()
        initialize()
        lastHash = hash
        return hash
    }

    /// Takes in some bytes.
    func transform(_ bytes: some Collection<UInt8>) throws(EvaluationError) {
        try checkUse()
        isBetweenBlocks = true
        running.update(bytes)
    }

    /// Takes in the last bytes.
    func transformFinal(_ bytes: some Collection<UInt8>) throws(EvaluationError) {
        _ = try computeHash(bytes)
        isBetweenBlocks = false
    }

    /// The last hash; nil before there is one.
    func hash() throws(EvaluationError) -> [UInt8]? {
        try checkUse()
        guard !isBetweenBlocks else {
            throw EvaluationError(
                exceptionType: "System.Security.Cryptography.CryptographicUnexpectedOperationException",
                message: "Hash must be finalized before the hash value is retrieved.")
        }
        return lastHash
    }

    func checkUse() throws(EvaluationError) {
        guard !isDisposed else { throw .objectDisposed }
    }

    override func dispose() {
        isDisposed = true
        (key, lastHash) = (key.map { _ in [] }, nil)
        initialize()
    }
}
