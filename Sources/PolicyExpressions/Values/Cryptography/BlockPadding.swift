/// `System.Security.Cryptography.PaddingMode`: how the last block is filled up.
enum BlockPadding: Int32, NetEnumerationRepresentable {
    case unknown = 0
    case none, pkcs7, zeros, ansiX923, iso10126

    static var symbol: TypeSymbol { .named(.paddingMode, []) }
    static var fallback: Self { .unknown }

    /// Whether the padding can be told from the data, and is taken off.
    var isRemoved: Bool { self == .pkcs7 || self == .ansiX923 || self == .iso10126 }

    /// The bytes in whole blocks.
    func padded(_ bytes: [UInt8], block: Int, random: (Int) -> [UInt8]) throws(EvaluationError) -> [UInt8] {
        let rest = bytes.count % block, missing = block - rest
        switch self {
        case .unknown: throw .invalidPaddingMode
        case .none:
            guard rest == 0 else { throw .partialBlock }
            return bytes
        case .zeros: return rest == 0 ? bytes : bytes + [UInt8](repeating: 0, count: missing)
        case .pkcs7: return bytes + [UInt8](repeating: UInt8(missing), count: missing)
        case .ansiX923: return bytes + [UInt8](repeating: 0, count: missing - 1) + [UInt8(missing)]
        case .iso10126: return bytes + random(missing - 1) + [UInt8(missing)]
        }
    }

    /// The bytes without their padding.
    func removed(from bytes: [UInt8], block: Int) throws(EvaluationError) -> [UInt8] {
        guard isRemoved, let last = bytes.last else { return bytes }
        let count = Int(last)
        guard (1...block).contains(count), count <= bytes.count else { throw .invalidPadding }
        let padding = bytes.suffix(count).dropLast()
        switch self {
        case .pkcs7: guard padding.allSatisfy({ $0 == last }) else { throw .invalidPadding }
        case .ansiX923: guard padding.allSatisfy({ $0 == 0 }) else { throw .invalidPadding }
        default: break
        }
        return bytes.dropLast(count)
    }
}

/// `System.Security.Cryptography.CipherMode`: how blocks depend on each other.
enum CipherMode: Int32, NetEnumerationRepresentable {
    case unknown = 0
    case cbc, ecb, ofb, cfb, cts

    static var symbol: TypeSymbol { .named(.cipherMode, []) }
    static var fallback: Self { .unknown }
}
