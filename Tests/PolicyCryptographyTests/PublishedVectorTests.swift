import Foundation
import PolicyCryptography
import Testing

/// The vectors that NIST and the RFCs publish: `Fixtures/Cryptography`.
@Suite("Published vectors")
struct PublishedVectorTests {
    @Test("digest", arguments: try Vector.all(in: "digests"))
    func digest(_ vector: Vector) throws {
        let data = try vector.bytes("data")
        for algorithm in try vector.algorithms {
            #expect(algorithm.digest(of: data) == (try vector.bytes(algorithm.rawValue)), "\(vector.name), \(algorithm)")
            var running = RunningDigest(algorithm)
            for byte in data { running.update([byte]) }
            #expect(running.finish() == (try vector.bytes(algorithm.rawValue)), "\(vector.name), \(algorithm), byte by byte")
        }
    }

    @Test("HMAC", arguments: try Vector.all(in: "hmac"))
    func authenticationCode(_ vector: Vector) throws {
        for algorithm in try vector.algorithms {
            let code = algorithm.authenticationCode(of: try vector.bytes("data"), key: try vector.bytes("key"))
            #expect(code == (try vector.bytes(algorithm.rawValue)), "\(vector.name), \(algorithm)")
        }
    }

    @Test("AES", arguments: try Vector.all(in: "aes"))
    func cipher(_ vector: Vector) throws {
        let cipher = try #require(AESCipher(key: try vector.bytes("key")))
        let mode: AESCipher.Mode = vector.fields["iv"] == nil ? .ecb : .cbc(initializationVector: try vector.bytes("iv"))
        let (plain, encrypted) = (try vector.bytes("plain"), try vector.bytes("cipher"))
        #expect(try cipher.encrypt(plain, mode) == encrypted)
        #expect(try cipher.decrypt(encrypted, mode) == plain)
    }

    @Test func whatIsNoKeyNoVectorAndNoWholeBlockIsRefused() throws {
        #expect(AESCipher(key: [UInt8](repeating: 0, count: 15)) == nil)
        let cipher = try #require(AESCipher(key: [UInt8](repeating: 0, count: 16)))
        #expect(throws: CryptographyError.invalidData) { try cipher.encrypt([1], .ecb) }
        #expect(throws: CryptographyError.invalidData) {
            try cipher.decrypt([1], .cbc(initializationVector: [UInt8](repeating: 0, count: 16)))
        }
        #expect(throws: CryptographyError.invalidData) {
            try cipher.encrypt([UInt8](repeating: 0, count: 16), .cbc(initializationVector: [1]))
        }
        #expect(try cipher.encrypt([], .ecb) == [])
        #expect(try cipher.decrypt([], .cbc(initializationVector: [UInt8](repeating: 0, count: 16))) == [])
    }

    @Test func comparisonIsOfAllBytes() {
        #expect(ConstantTime.areEqual([1, 2], [1, 2]))
        #expect(!ConstantTime.areEqual([1, 2], [1, 3]))
        #expect(!ConstantTime.areEqual([1, 2], [1, 2, 3]))
        #expect(ConstantTime.areEqual([], []))
    }
}

/// One vector: a name, and bytes in hexadecimal digits.
struct Vector: Sendable, CustomTestStringConvertible {
    let fields: [String: String]
    var name: String { fields["name"] ?? "" }
    var testDescription: String { name }

    /// The functions whose result the vector has.
    var algorithms: [DigestAlgorithm] {
        get throws {
            let algorithms = DigestAlgorithm.allCases.filter { fields[$0.rawValue] != nil }
            try #require(!algorithms.isEmpty)
            return algorithms
        }
    }

    func bytes(_ field: String) throws -> [UInt8] {
        let digits = Array(try #require(fields[field]).utf8)
        return try stride(from: 0, to: digits.count, by: 2).map { start in
            try #require(UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16))
        }
    }

    static func all(in file: String) throws -> [Vector] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appendingPathComponent("Fixtures/Cryptography/\(file).json"))
        return try JSONDecoder().decode([[String: String]].self, from: data).map { Vector(fields: $0) }
    }
}
