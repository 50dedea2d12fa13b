/// `System.Security.Cryptography.RandomNumberGenerator`: random numbers of the environment.
public final class NetRandomNumberGenerator: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.randomNumberGenerator, []) }
    /// The type that the object was made as.
    public override var type: TypeSymbol { .named(.randomGenerator, []) }
}

private enum RandomProviderName: SharedClassName {
    typealias Object = NetRandomNumberGenerator
    static var type: NetType { .randomGenerator }
}

extension NetType {
    /// `System.Security.Cryptography.RandomNumberGenerator`.
    static let randomNumberGenerator: NetType = NetType(
        cryptographyNamespace, "RandomNumberGenerator", interfaces: [.named(.disposable, [])]
    ) {
        randomBytes + randomNumbers + [
            .staticMethod(
                "Create", "A generator of random numbers.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetRandomNumberGenerator> in Instance(NetRandomNumberGenerator()) })
        ]
    }

    /// `System.Security.Cryptography.RNGCryptoServiceProvider`.
    static let randomGenerator: NetType = NetType(
        cryptographyNamespace, "RNGCryptoServiceProvider", base: .named(randomNumberGenerator, [])
    ) {
        [
            .constructor(
                "A generator of random numbers.", [],
                NetBody { () throws(EvaluationError) -> Typed<RandomProviderName> in Typed(NetRandomNumberGenerator()) }),
            .constructor(
                "A generator of random numbers; the text makes no difference.", ["str"],
                NetBody { (_: NetString?) throws(EvaluationError) -> Typed<RandomProviderName> in Typed(NetRandomNumberGenerator()) }),
            .constructor(
                "A generator of random numbers; the bytes make no difference.", ["rgb"],
                NetBody { (_: [UInt8]?) throws(EvaluationError) -> Typed<RandomProviderName> in Typed(NetRandomNumberGenerator()) }),
        ] + randomBytes + randomNumbers
    }

    private static var randomBytes: [NetMember] {
        [
            .method(
                "GetBytes", "Fills an array with random bytes.", ["data"],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<NetRandomNumberGenerator>, data: ByteArray) throws(EvaluationError) -> NetVoid in
                    try frame.step(data.array.count)
                    try data.write(frame.context.environment.randomBytes(data.array.count), at: 0)
                    return NetVoid()
                })),
            .method(
                "GetBytes", "Fills a part of an array with random bytes.", ["data", "offset", "count"],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<NetRandomNumberGenerator>, data: ByteArray, offset: Int32, count: Int32)
                        throws(EvaluationError) -> NetVoid in
                    try fill(data, offset, count, &frame)
                    return NetVoid()
                })),
            .method(
                "GetNonZeroBytes", "Fills an array with random bytes other than 0.", ["data"],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<NetRandomNumberGenerator>, data: ByteArray) throws(EvaluationError) -> NetVoid in
                    try frame.step(data.array.count)
                    let environment = frame.context.environment
                    try data.write(data.array.items.map { _ in UInt8(environment.randomNumber(below: 255) + 1) }, at: 0)
                    return NetVoid()
                })),
            .method(
                "Dispose", "Ends the use of the generator.", [],
                NetBody { (_: Instance<NetRandomNumberGenerator>) throws(EvaluationError) -> NetVoid in NetVoid() }),
        ]
    }

    private static func fill(_ data: ByteArray, _ offset: Int32, _ count: Int32, _ frame: inout Frame) throws(EvaluationError) {
        guard offset >= 0 else { throw .argumentOutOfRange("offset", "Non-negative number required.") }
        guard count >= 0 else { throw .argumentOutOfRange("count", "Non-negative number required.") }
        guard Int(offset) + Int(count) <= data.array.count else {
            throw .argument(
                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to "
                    + "the end of the source collection.")
        }
        try frame.step(Int(count))
        try data.write(frame.context.environment.randomBytes(Int(count)), at: Int(offset))
    }

    private static var randomNumbers: [NetMember] {
        [
            .staticMethod(
                "GetInt32", "A number from 0 on, below a limit.", ["toExclusive"],
                NetBody(framed: { (frame: inout Frame, limit: Int32) throws(EvaluationError) -> Int32 in
                    guard limit > 0 else { throw .argumentOutOfRange("toExclusive", "Positive number required.") }
                    return Int32(truncatingIfNeeded: frame.context.environment.randomNumber(below: UInt32(limit)))
                })),
            .staticMethod(
                "GetInt32", "A number from a first one on, below a limit.", ["fromInclusive", "toExclusive"],
                NetBody(framed: { (frame: inout Frame, first: Int32, limit: Int32) throws(EvaluationError) -> Int32 in
                    guard first < limit else {
                        throw .argument("Range of random number does not contain at least one possibility.")
                    }
                    let range = UInt32(bitPattern: limit &- first)
                    return first &+ Int32(truncatingIfNeeded: frame.context.environment.randomNumber(below: range))
                })),
        ]
    }
}
