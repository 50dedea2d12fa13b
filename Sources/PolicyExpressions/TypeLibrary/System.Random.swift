/// `System.Random`: Knuth's subtractive generator, with the numbers that .NET takes from it.
///
/// A seed gives the sequence that it gives in .NET.
public final class NetRandom: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.random, []) }
    /// The generator's type.
    public override var type: TypeSymbol { Self.symbol }

    private var numbers = [Int32](repeating: 0, count: 56)
    private var next = 0, partner = 21

    /// Makes a generator that starts from a seed.
    public init(seed: Int32) {
        super.init()
        var (current, following): (Int32, Int32) = (161_803_398 &- (seed == .min ? .max : abs(seed)), 1)
        numbers[55] = current
        for index in 1..<55 {
            let place = 21 * index % 55
            numbers[place] = following
            following = Self.wrapped(current &- following)
            current = numbers[place]
        }
        for _ in 1..<5 {
            for index in 1..<56 { numbers[index] = Self.wrapped(numbers[index] &- numbers[1 + (index + 30) % 55]) }
        }
    }

    private static func wrapped(_ number: Int32) -> Int32 { number < 0 ? number &+ .max : number }

    /// A number in `0..<Int32.max`.
    func sample() -> Int32 {
        next = next == 55 ? 1 : next + 1
        partner = partner == 55 ? 1 : partner + 1
        var number = numbers[next] &- numbers[partner]
        if number == .max { number -= 1 }
        number = Self.wrapped(number)
        numbers[next] = number
        return number
    }

    /// A number in `0..<1`.
    func fraction() -> Double { Double(sample()) * (1 / Double(Int32.max)) }

    /// A number in `minimum..<maximum`.
    func number(from minimum: Int32, below maximum: Int32) -> Int32 {
        let range = Int64(maximum) - Int64(minimum)
        guard range > Int64(Int32.max) else { return Int32(truncatingIfNeeded: Int64(fraction() * Double(range)) + Int64(minimum)) }
        let magnitude = Double(sample())
        let signed = sample() % 2 == 0 ? -magnitude : magnitude
        let fraction = (signed + Double(Int32.max - 1)) / Double(2 * UInt32(Int32.max) - 1)
        return Int32(truncatingIfNeeded: Int64(fraction * Double(range)) + Int64(minimum))
    }
}

extension NetType {
    /// `System.Random`.
    static let random: NetType = NetType("System", "Random") {
        [
            .constructor(
                "A generator with a seed of the environment.", [],
                NetBody(context: { (context: GatewayContext) throws(EvaluationError) -> Instance<NetRandom> in
                    Instance(NetRandom(seed: Int32(truncatingIfNeeded: context.environment.random())))
                })),
            .constructor(
                "A generator that gives the same sequence for the same seed.", ["Seed"],
                NetBody { (seed: Int32) throws(EvaluationError) -> Instance<NetRandom> in Instance(NetRandom(seed: seed)) }),
            .method(
                "Next", "A number from 0 on, below the largest int.",
                NetBody { (random: Instance<NetRandom>) throws(EvaluationError) -> Int32 in random.object.sample() }),
            .method(
                "Next", "A number from 0 on, below a maximum.", ["maxValue"],
                NetBody { (random: Instance<NetRandom>, maximum: Int32) throws(EvaluationError) -> Int32 in
                    guard maximum >= 0 else { throw .argumentOutOfRange("maxValue", "'maxValue' must be greater than zero.") }
                    return Int32(random.object.fraction() * Double(maximum))
                }),
            .method(
                "Next", "A number from a minimum on, below a maximum.", ["minValue", "maxValue"],
                NetBody { (random: Instance<NetRandom>, minimum: Int32, maximum: Int32) throws(EvaluationError) -> Int32 in
                    guard minimum <= maximum else {
                        throw .argumentOutOfRange("minValue", "'minValue' cannot be greater than maxValue.")
                    }
                    return random.object.number(from: minimum, below: maximum)
                }),
            .method(
                "NextDouble", "A number from 0 on, below 1.",
                NetBody { (random: Instance<NetRandom>) throws(EvaluationError) -> Double in random.object.fraction() }),
            .method(
                "NextBytes", "Fills an array with bytes.", ["buffer"],
                NetBody(framed: { (frame: inout Frame, random: Instance<NetRandom>, buffer: ByteArray) throws(EvaluationError) -> NetVoid in
                    try frame.step(buffer.array.count)
                    for index in 0..<buffer.array.count {
                        let byte = UInt8(truncatingIfNeeded: random.object.sample())
                        try buffer.array.setElement(.byte(byte), at: Int32(truncatingIfNeeded: index))
                    }
                    return NetVoid()
                })),
        ]
    }
}
