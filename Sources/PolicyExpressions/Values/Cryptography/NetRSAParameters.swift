import PolicyCryptography

/// `System.Security.Cryptography.RSAParameters`: the numbers of a key, with the highest byte first.
public final class NetRSAParameters: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.rsaParameters, []) }
    /// The type.
    public override var type: TypeSymbol { Self.symbol }

    /// One of the numbers.
    enum Field: String, CaseIterable {
        case modulus = "Modulus"
        case exponent = "Exponent"
        case firstPrime = "P"
        case secondPrime = "Q"
        case firstExponent = "DP"
        case secondExponent = "DQ"
        case coefficient = "InverseQ"
        case privateExponent = "D"

        static let secrets: [Field] = [.privateExponent, .firstPrime, .secondPrime, .firstExponent, .secondExponent, .coefficient]
    }

    var values: [Field: [UInt8]] = [:]

    /// The numbers of a key, filled up with zeros to the lengths that .NET gives them.
    init(_ numbers: RSANumbers, isPrivate: Bool) {
        values = [.modulus: numbers.modulus, .exponent: numbers.exponent]
        guard isPrivate, let secret = numbers.secret else { return }
        let length = numbers.modulus.count, half = (length + 1) / 2
        values[.privateExponent] = Self.filled(secret.exponent, length)
        for (field, number) in [
            (Field.firstPrime, secret.firstPrime), (.secondPrime, secret.secondPrime), (.firstExponent, secret.firstExponent),
            (.secondExponent, secret.secondExponent), (.coefficient, secret.coefficient),
        ] { values[field] = Self.filled(number, half) }
    }

    override init() {}

    private static func filled(_ number: [UInt8], _ length: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: max(0, length - number.count)) + number
    }

    /// The key of the numbers; throws CryptographicException where some are missing or they do not go together.
    func key() throws(EvaluationError) -> RSAKey {
        guard let modulus = values[.modulus], let exponent = values[.exponent] else { throw CryptographyError.invalidKey.exception }
        let given = Field.secrets.compactMap { values[$0] }
        guard given.isEmpty || given.count == Field.secrets.count else { throw CryptographyError.invalidKey.exception }
        let secret =
            given.isEmpty
            ? nil
            : RSANumbers.Private(
                exponent: given[0], firstPrime: given[1], secondPrime: given[2], firstExponent: given[3], secondExponent: given[4],
                coefficient: given[5])
        return try orThrow { () throws(CryptographyError) in
            try RSAKey(RSANumbers(modulus: modulus, exponent: exponent, secret: secret))
        }
    }
}
