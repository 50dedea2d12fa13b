import PolicyCryptography

extension NetType {
    /// `System.Security.Cryptography.ICryptoTransform`.
    static let cryptoTransform: NetType = NetType(
        cryptographyNamespace, "ICryptoTransform", .interface, interfaces: [.named(.disposable, [])]
    ) { transformBlocks + transformFacts }

    private static var transformBlocks: [NetMember] {
        [
            .method(
                "TransformBlock", "Transforms whole blocks in the middle of the data; gives the number of bytes that came out.",
                ["inputBuffer", "inputOffset", "inputCount", "outputBuffer", "outputOffset"],
                NetBody(framed: {
                    (
                        frame: inout Frame, transform: Instance<NetCryptoTransform>, bytes: [UInt8], offset: Int32, count: Int32,
                        output: ByteArray, outputOffset: Int32
                    ) throws(EvaluationError) -> Int32 in
                    try frame.step(bytes.count)
                    let blocks = try wholeBlocks(bytes, offset, count)
                    guard outputOffset >= 0, Int(outputOffset) + blocks.count <= output.array.count else {
                        throw .argumentOutOfRange("outputBuffer")
                    }
                    let result = try transform.object.transform(blocks)
                    try output.write(result, at: Int(outputOffset))
                    return Int32(clamping: result.count)
                })),
            .method(
                "TransformFinalBlock", "Transforms the last bytes of the data.", ["inputBuffer", "inputOffset", "inputCount"],
                NetBody(framed: {
                    (frame: inout Frame, transform: Instance<NetCryptoTransform>, bytes: [UInt8], offset: Int32, count: Int32)
                        throws(EvaluationError) -> [UInt8] in
                    try frame.step(bytes.count)
                    return try transform.object.transformFinal(
                        try BufferRange.ofTransform(bytes, offset, count), frame.context.environment)
                })),
        ]
    }

    private static func wholeBlocks(_ bytes: [UInt8], _ offset: Int32, _ count: Int32) throws(EvaluationError) -> [UInt8] {
        guard count > 0 else { throw .argumentOutOfRange("inputCount") }
        guard Int(count) % AESCipher.blockByteCount == 0 else {
            throw .argumentOutOfRange("inputCount", "TransformBlock may only process bytes in block sized increments.")
        }
        return try BufferRange.ofTransform(bytes, offset, count)
    }

    private static var transformFacts: [NetMember] {
        [
            .property(
                "InputBlockSize", "The bytes that a block has.",
                NetBody { (_: Instance<NetCryptoTransform>) throws(EvaluationError) -> Int32 in Int32(AESCipher.blockByteCount) }),
            .property(
                "OutputBlockSize", "The bytes that a transformed block has.",
                NetBody { (_: Instance<NetCryptoTransform>) throws(EvaluationError) -> Int32 in Int32(AESCipher.blockByteCount) }),
            .property(
                "CanTransformMultipleBlocks", "Whether several blocks can be transformed at once.",
                NetBody { (_: Instance<NetCryptoTransform>) throws(EvaluationError) -> Bool in true }),
            .property(
                "CanReuseTransform", "Whether the transform can be used again after its last block.",
                NetBody { (_: Instance<NetCryptoTransform>) throws(EvaluationError) -> Bool in true }),
        ]
    }
}
