import PolicyCryptography

/// `System.Security.Cryptography.ICryptoTransform`: one run of a cipher in one direction.
public final class NetCryptoTransform: NetObject, NetClass {
    /// Which way a cipher goes.
    enum Direction { case encrypting, decrypting }

    static var symbol: TypeSymbol { .named(.cryptoTransform, []) }
    /// The type of the transform.
    public override var type: TypeSymbol { Self.symbol }

    private let cipher: AESCipher
    private let direction: Direction
    private let padding: BlockPadding
    private let initialVector: [UInt8]?
    private var vector: [UInt8]?
    /// The last block of those that came in: its padding can only be taken off when it is known that no other follows.
    private var heldBack: [UInt8] = []

    init(_ cipher: AESCipher, _ direction: Direction, _ padding: BlockPadding, vector: [UInt8]?) {
        (self.cipher, self.direction, self.padding, initialVector, self.vector) = (cipher, direction, padding, vector, vector)
    }

    /// Whole blocks in the middle of the data.
    func transform(_ blocks: [UInt8]) throws(EvaluationError) -> [UInt8] {
        guard direction == .decrypting, padding.isRemoved else { return try process(blocks) }
        let all = heldBack + blocks
        heldBack = all.suffix(AESCipher.blockByteCount)
        return try process(all.dropLast(AESCipher.blockByteCount))
    }

    /// The last bytes of the data; the transform begins anew.
    func transformFinal(_ bytes: [UInt8], _ environment: EvaluationEnvironment) throws(EvaluationError) -> [UInt8] {
        defer { (vector, heldBack) = (initialVector, []) }
        let block = AESCipher.blockByteCount
        switch direction {
        case .encrypting:
            return try process(try padding.padded(bytes, block: block) { environment.randomBytes($0) })
        case .decrypting:
            guard bytes.count % block == 0 else { throw .partialBlock }
            return try padding.removed(from: try process(heldBack + bytes), block: block)
        }
    }

    private func process(_ blocks: [UInt8]) throws(EvaluationError) -> [UInt8] {
        guard !blocks.isEmpty else { return [] }
        let mode = vector.map { AESCipher.Mode.cbc(initializationVector: $0) } ?? .ecb
        let result = try orThrow { () throws(CryptographyError) in
            try direction == .encrypting ? cipher.encrypt(blocks, mode) : cipher.decrypt(blocks, mode)
        }
        if vector != nil { vector = Array((direction == .encrypting ? result : blocks).suffix(AESCipher.blockByteCount)) }
        return result
    }
}
