import Crypto

/// A digest, or a keyed code (HMAC), of bytes that come in parts.
public struct RunningDigest {
    private var state: any DigestState

    /// Begins a digest.
    public init(_ algorithm: DigestAlgorithm) { state = Self.plain(algorithm.function) }

    /// Begins a code that depends on a key of any length.
    public init(_ algorithm: DigestAlgorithm, key: [UInt8]) {
        state = Self.keyed(algorithm.function, SymmetricKey(data: key))
    }

    /// Takes in more bytes.
    public mutating func update(_ bytes: some Collection<UInt8>) { state.update(Array(bytes)) }

    /// The digest of all that came in.
    public func finish() -> [UInt8] { state.finish() }

    private static func plain<Function: HashFunction>(_: Function.Type) -> any DigestState { PlainDigest<Function>() }

    private static func keyed<Function: HashFunction>(_: Function.Type, _ key: SymmetricKey) -> any DigestState {
        KeyedDigest<Function>(code: HMAC(key: key))
    }
}

private protocol DigestState {
    mutating func update(_ bytes: [UInt8])
    func finish() -> [UInt8]
}

private struct PlainDigest<Function: HashFunction>: DigestState {
    var function = Function()

    mutating func update(_ bytes: [UInt8]) { function.update(data: bytes) }
    func finish() -> [UInt8] { Array(function.finalize()) }
}

private struct KeyedDigest<Function: HashFunction>: DigestState {
    var code: HMAC<Function>

    mutating func update(_ bytes: [UInt8]) { code.update(data: bytes) }
    func finish() -> [UInt8] { Array(code.finalize()) }
}
