import Crypto
import CryptoExtras

/// AES on whole blocks, without padding.
public struct AESCipher: Sendable {
    /// How blocks depend on each other.
    public enum Mode: Sendable, Hashable {
        /// Each block is mixed with the one before it; the first one with the initialization vector.
        case cbc(initializationVector: [UInt8])
        /// Each block by itself.
        case ecb
    }

    /// The bytes of a block.
    public static let blockByteCount = 16

    private let key: SymmetricKey

    /// Makes a cipher; nil for a key that is not 16, 24 or 32 bytes long.
    public init?(key: [UInt8]) {
        guard [16, 24, 32].contains(key.count) else { return nil }
        self.key = SymmetricKey(data: key)
    }

    /// Encrypts whole blocks.
    ///
    /// - Throws: `CryptographyError.invalidData` for anything but whole blocks and a vector of one block.
    public func encrypt(_ blocks: [UInt8], _ mode: Mode) throws(CryptographyError) -> [UInt8] {
        switch mode {
        case .ecb: try permute(blocks) { bytes, key in try AES.permute(&bytes, key: key) }
        case .cbc(let vector):
            try chain(blocks, vector) { key, vector in try AES._CBC.encrypt(blocks, using: key, iv: vector, noPadding: true) }
        }
    }

    /// Decrypts whole blocks.
    ///
    /// - Throws: `CryptographyError.invalidData` for anything but whole blocks and a vector of one block.
    public func decrypt(_ blocks: [UInt8], _ mode: Mode) throws(CryptographyError) -> [UInt8] {
        switch mode {
        case .ecb: try permute(blocks) { bytes, key in try AES.inversePermute(&bytes, key: key) }
        case .cbc(let vector):
            try chain(blocks, vector) { key, vector in try AES._CBC.decrypt(blocks, using: key, iv: vector, noPadding: true) }
        }
    }

    private func chain(
        _ blocks: [UInt8], _ vector: [UInt8], _ work: (SymmetricKey, AES._CBC.IV) throws -> some Sequence<UInt8>
    ) throws(CryptographyError) -> [UInt8] {
        guard blocks.count % Self.blockByteCount == 0, vector.count == Self.blockByteCount else { throw .invalidData }
        guard !blocks.isEmpty else { return [] }
        do { return Array(try work(key, try AES._CBC.IV(ivBytes: vector))) } catch { throw .invalidData }
    }

    private func permute(
        _ blocks: [UInt8], _ work: (inout ArraySlice<UInt8>, SymmetricKey) throws -> Void
    ) throws(CryptographyError) -> [UInt8] {
        guard blocks.count % Self.blockByteCount == 0 else { throw .invalidData }
        var result: [UInt8] = []
        result.reserveCapacity(blocks.count)
        for start in stride(from: 0, to: blocks.count, by: Self.blockByteCount) {
            var block = blocks[start..<start + Self.blockByteCount]
            do { try work(&block, key) } catch { throw .invalidData }
            result += block
        }
        return result
    }
}
