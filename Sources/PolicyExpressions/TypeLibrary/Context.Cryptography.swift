import PolicyCryptography

extension NetMember {
    /// APIM's extension methods on bytes and certificates.
    static let cryptographyExtensions: [NetMember] =
        cipherExtensions("Encrypt", "encrypted", .encrypting) + cipherExtensions("Decrypt", "decrypted", .decrypting) + [
            .extensionMethod(
                "VerifyNoRevocation",
                "Whether a trusted authority signed the certificate and it is valid now; whether it was revoked is not asked.", ["input"],
                NetBody(framed: { (frame: inout Frame, input: Typed<Certificate2Name>) throws(EvaluationError) -> Bool in
                    try frame.step(verificationSteps)
                    return try input.object.verdict(frame.context.environment) != .refused
                }))
        ]

    /// What the checking of a chain of signatures counts as.
    static let verificationSteps = 10_000

    private static func cipherExtensions(_ name: String, _ done: String, _ direction: NetCryptoTransform.Direction) -> [NetMember] {
        [
            .extensionMethod(
                name, "The bytes \(done) by an algorithm, given by its name, with a key and an initialization vector.",
                ["input", "alg", "key", "iv"],
                NetBody(framed: {
                    (frame: inout Frame, input: [UInt8], name: NetString, key: [UInt8]?, vector: [UInt8]?) throws(EvaluationError)
                        -> [UInt8] in
                    guard let algorithm = try NetSymmetricAlgorithm(named: name) else { throw .nullReference }
                    return try transform(input, algorithm, direction, key, vector, &frame)
                })),
            .extensionMethod(
                name, "The bytes \(done) by an algorithm with its own key and initialization vector.", ["input", "alg"],
                NetBody(framed: {
                    (frame: inout Frame, input: [UInt8], algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> [UInt8] in
                    try frame.step(input.count)
                    let environment = frame.context.environment
                    return try algorithm.object.transform(direction, environment).transformFinal(input, environment)
                })),
            .extensionMethod(
                name, "The bytes \(done) by an algorithm with a key and an initialization vector.", ["input", "alg", "key", "iv"],
                NetBody(framed: {
                    (frame: inout Frame, input: [UInt8], algorithm: Instance<NetSymmetricAlgorithm>, key: [UInt8]?, vector: [UInt8]?)
                        throws(EvaluationError) -> [UInt8] in
                    try transform(input, algorithm.object, direction, key, vector, &frame)
                })),
        ]
    }

    private static func transform(
        _ input: [UInt8], _ algorithm: NetSymmetricAlgorithm, _ direction: NetCryptoTransform.Direction, _ key: [UInt8]?,
        _ vector: [UInt8]?,
        _ frame: inout Frame
    ) throws(EvaluationError) -> [UInt8] {
        guard let key else { throw .argumentNull("rgbKey") }
        try frame.step(input.count)
        return try algorithm.transform(direction, key: key, vector: vector).transformFinal(input, frame.context.environment)
    }
}
