/// `System.MidpointRounding`. A structure, because a number outside the enumeration must still reach the member that refuses it.
struct MidpointRounding: NetSmallInteger, Equatable {
    let carried: Int32

    static var symbol: TypeSymbol { .named(.midpointRounding, []) }
    static let toEven = MidpointRounding(carried: 0)

    /// How a decimal is rounded; throws ArgumentException for what is none of the enumeration's members.
    func rounding() throws(EvaluationError) -> NetDecimal.Rounding {
        switch carried {
        case 0: return .toEven
        case 1: return .awayFromZero
        case 2: return .towardZero
        case 3: return .down
        case 4: return .up
        default: throw .argument("The value '\(carried)' is not valid for this usage of the type MidpointRounding.", "mode")
        }
    }
}

extension Double {
    /// `Math.Round`: scaled up, rounded to an integer and scaled down, each step in floating point as .NET does it.
    func rounded(_ digits: Int32, _ mode: MidpointRounding) throws(EvaluationError) -> Double {
        guard (0...15).contains(digits) else {
            throw .argumentOutOfRange("digits", "Rounding digits must be between 0 and 15, inclusive.")
        }
        let rule = try mode.rounding().floatingPointRule
        guard magnitude < 1e16 else { return self }
        let power = Self.powersOfTen[Int(digits)]
        return (self * power).rounded(rule) / power
    }

    private static let powersOfTen: [Double] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]
}

extension NetDecimal {
    /// `decimal.Round`.
    func rounded(_ decimals: Int32, _ mode: MidpointRounding) throws(EvaluationError) -> NetDecimal {
        guard (0...28).contains(decimals) else {
            throw .argumentOutOfRange("decimals", "Decimal can only round to between 0 and 28 digits of precision.")
        }
        return rounded(Int(decimals), try mode.rounding())
    }
}

extension NetDecimal.Rounding {
    fileprivate var floatingPointRule: FloatingPointRoundingRule {
        switch self {
        case .toEven: .toNearestOrEven
        case .awayFromZero: .toNearestOrAwayFromZero
        case .towardZero: .towardZero
        case .down: .down
        case .up: .up
        }
    }
}
