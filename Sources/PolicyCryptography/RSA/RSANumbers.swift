import SwiftASN1

/// The numbers of an RSA key, as unsigned bytes, the highest first.
public struct RSANumbers: Sendable, Hashable {
    /// What only the owner of a key has.
    public struct Private: Sendable, Hashable {
        /// The private exponent.
        public var exponent: [UInt8]
        /// The two primes.
        public var firstPrime: [UInt8], secondPrime: [UInt8]
        /// The private exponent for each prime.
        public var firstExponent: [UInt8], secondExponent: [UInt8]
        /// The inverse of the second prime modulo the first.
        public var coefficient: [UInt8]

        /// Gathers the numbers.
        public init(
            exponent: [UInt8], firstPrime: [UInt8], secondPrime: [UInt8], firstExponent: [UInt8], secondExponent: [UInt8],
            coefficient: [UInt8]
        ) {
            (self.exponent, self.firstPrime, self.secondPrime) = (exponent, firstPrime, secondPrime)
            (self.firstExponent, self.secondExponent, self.coefficient) = (firstExponent, secondExponent, coefficient)
        }
    }

    /// The product of the primes.
    public var modulus: [UInt8]
    /// The public exponent.
    public var exponent: [UInt8]
    /// The numbers of the private key, if it is known.
    public var secret: Private?

    /// Gathers the numbers.
    public init(modulus: [UInt8], exponent: [UInt8], secret: Private? = nil) {
        (self.modulus, self.exponent, self.secret) = (modulus, exponent, secret)
    }
}

extension RSANumbers {
    /// `RSAPrivateKey` or, without the private numbers, `RSAPublicKey` of PKCS #1.
    var encoded: [UInt8] {
        get throws {
            var serializer = DER.Serializer()
            try serializer.appendConstructedNode(identifier: .sequence) { coder in
                guard let secret else {
                    for number in [modulus, exponent] { try coder.serialize(Self.trimmed(number)) }
                    return
                }
                try coder.serialize(0)
                let numbers = [
                    modulus, exponent, secret.exponent, secret.firstPrime, secret.secondPrime, secret.firstExponent,
                    secret.secondExponent, secret.coefficient,
                ]
                for number in numbers { try coder.serialize(Self.trimmed(number)) }
            }
            return serializer.serializedBytes
        }
    }

    /// Reads `RSAPublicKey` of PKCS #1.
    init(encodedPublicKey bytes: [UInt8]) throws {
        let numbers = try Self.integers(in: bytes)
        guard numbers.count == 2 else { throw CryptographyError.invalidKey }
        self.init(modulus: numbers[0], exponent: numbers[1])
    }

    /// Reads `RSAPrivateKey` of PKCS #1.
    init(encodedPrivateKey bytes: [UInt8]) throws {
        let numbers = try Self.integers(in: bytes)
        guard numbers.count == 9 else { throw CryptographyError.invalidKey }
        self.init(
            modulus: numbers[1], exponent: numbers[2],
            secret: Private(
                exponent: numbers[3], firstPrime: numbers[4], secondPrime: numbers[5], firstExponent: numbers[6],
                secondExponent: numbers[7], coefficient: numbers[8]))
    }

    private static func integers(in bytes: [UInt8]) throws -> [[UInt8]] {
        try DER.sequence(try DER.parse(bytes), identifier: .sequence) { nodes in
            var integers: [[UInt8]] = []
            while let node = nodes.next() {
                integers.append(Array(trimmed(Array(try ArraySlice<UInt8>(derEncoded: node)))))
            }
            return integers
        }
    }

    /// Without leading zeros; at least one byte, as DER wants it.
    private static func trimmed(_ number: [UInt8]) -> ArraySlice<UInt8> {
        let trimmed = number.drop { $0 == 0 }
        return trimmed.isEmpty ? [0] : trimmed
    }
}
