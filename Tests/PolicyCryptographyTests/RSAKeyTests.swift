import PolicyCryptography
import Testing

@Suite("RSA keys")
struct RSAKeyTests {
    /// One key for all tests: making one takes long.
    static let key = try? RSAKey.generate(size: 1024)

    private func key() throws -> RSAKey { try #require(Self.key) }

    @Test(arguments: [DigestAlgorithm.sha1, .sha256, .sha384, .sha512], [RSAKey.SignaturePadding.pkcs1, .pss])
    func signaturesAreThoseOfTheDigest(_ algorithm: DigestAlgorithm, _ padding: RSAKey.SignaturePadding) throws {
        // PSS with SHA-512 and a salt of 64 bytes does not fit into 1024 bits.
        guard !(algorithm == .sha512 && padding == .pss) else { return }
        let (key, digest) = (try key(), algorithm.digest(of: [1, 2, 3]))
        let signature = try key.signature(of: digest, algorithm, padding)
        #expect(try key.publicHalf.isValid(signature, of: digest, algorithm, padding))
        #expect(try !key.publicHalf.isValid(signature, of: algorithm.digest(of: [1, 2]), algorithm, padding))
        #expect(try !key.publicHalf.isValid(signature, of: digest, algorithm, padding == .pss ? .pkcs1 : .pss))
        #expect(try !key.publicHalf.isValid(Array(signature.dropLast()), of: digest, algorithm, padding))
    }

    @Test func aDigestOfAnotherLengthAndOneOfMD5AreRefused() throws {
        let key = try key()
        #expect(throws: CryptographyError.invalidData) { try key.signature(of: [1, 2], .sha256, .pkcs1) }
        #expect(throws: CryptographyError.unsupportedAlgorithm) {
            try key.signature(of: DigestAlgorithm.md5.digest(of: []), .md5, .pkcs1)
        }
    }

    @Test(arguments: [RSAKey.EncryptionPadding.pkcs1, .oaep(.sha1), .oaep(.sha256)])
    func whatIsEncryptedIsDecrypted(_ padding: RSAKey.EncryptionPadding) throws {
        let key = try key()
        let data = [UInt8](repeating: 7, count: key.capacity(padding))
        let encrypted = try key.publicHalf.encrypt(data, padding)
        #expect(encrypted.count == key.size / 8)
        #expect(try key.decrypt(encrypted, padding) == data)
        #expect(throws: CryptographyError.invalidData) { try key.encrypt(data + [7], padding) }
        #expect(throws: CryptographyError.invalidData) { try key.decrypt([UInt8](repeating: 1, count: key.size / 8), .oaep(.sha1)) }
    }

    @Test func whatIsNotHadIsRefused() throws {
        let key = try key()
        #expect(throws: CryptographyError.unsupportedAlgorithm) { try key.encrypt([1], .oaep(.sha512)) }
        #expect(throws: CryptographyError.noPrivateKey) { try key.publicHalf.decrypt([1], .pkcs1) }
        #expect(throws: CryptographyError.noPrivateKey) {
            try key.publicHalf.signature(of: DigestAlgorithm.sha1.digest(of: []), .sha1, .pkcs1)
        }
        #expect(throws: CryptographyError.unsupportedKeySize) { try RSAKey.generate(size: 512) }
        #expect(throws: CryptographyError.invalidKey) { try RSAKey(publicKey: [1, 2, 3]) }
        #expect(throws: CryptographyError.invalidKey) { try RSAKey(privateKey: []) }
    }

    @Test func numbersMakeTheSameKey() throws {
        let key = try key()
        let numbers = try key.numbers
        #expect(numbers.exponent == [1, 0, 1])
        #expect(numbers.modulus.count == 128)
        #expect(try RSAKey(numbers).encodedPrivateKey == key.encodedPrivateKey)
        #expect(
            try RSAKey(RSANumbers(modulus: numbers.modulus, exponent: numbers.exponent)).subjectPublicKeyInfo == key.subjectPublicKeyInfo)
        #expect(try RSAKey(privateKey: try #require(key.privateKeyInfo)).numbers == numbers)
        #expect(try RSAKey(publicKey: key.encodedPublicKey).numbers.secret == nil)
    }
}
