/// `System.Guid`, in the order in which its text is written.
public struct NetGuid: Sendable, Hashable {
    /// The first and the last eight bytes of the text form.
    public var high: UInt64, low: UInt64

    /// Makes a GUID of its two halves.
    public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// Reads a text in one of the formats N, D, B, P and X; nil for anything else.
    public init?(_ text: String) {
        guard case .success(let guid) = GuidParser.parse(NetString(text)) else { return nil }
        self = guid
    }

    /// Format `D`: `00000000-0000-0000-0000-000000000000`.
    public var hyphenated: String {
        let digits = Array(hexadecimalDigits)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }

    /// Format `N`.
    var hexadecimalDigits: String { Self.hexadecimal(high, 16) + Self.hexadecimal(low, 16) }

    private static func hexadecimal(_ number: UInt64, _ width: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// `ToString(format)`; throws FormatException for a format that GUIDs do not have.
    func text(format: NetString?) throws(EvaluationError) -> NetString {
        switch format?.string ?? "" {
        case "", "D", "d": return NetString(hyphenated)
        case "N", "n": return NetString(hexadecimalDigits)
        case "B", "b": return NetString("{\(hyphenated)}")
        case "P", "p": return NetString("(\(hyphenated))")
        case "X", "x":
            let tail = stride(from: 56, through: 0, by: -8).map { "0x" + Self.hexadecimal(low >> UInt64($0) & 0xFF, 2) }
            let (second, third) = (Self.hexadecimal(high >> 16 & 0xFFFF, 4), Self.hexadecimal(high & 0xFFFF, 4))
            return NetString("{0x\(Self.hexadecimal(high >> 32, 8)),0x\(second),0x\(third),{\(tail.joined(separator: ","))}}")
        default: throw GuidParser.invalidFormat
        }
    }
}

extension NetGuid {
    /// The 16 bytes as .NET lays them out: the first three groups with the lowest byte first.
    var bytes: [UInt8] {
        let (first, second, third) = (UInt32(high >> 32), UInt16(truncatingIfNeeded: high >> 16), UInt16(truncatingIfNeeded: high))
        let head = (0..<4).map { UInt8(truncatingIfNeeded: first >> (8 * $0)) }
        let middle = [second, third].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        return head + middle + (0..<8).map { UInt8(truncatingIfNeeded: low >> (56 - 8 * UInt64($0))) }
    }

    /// The GUID of the bytes that `bytes` gives; throws ArgumentException unless they are 16.
    init(bytes: [UInt8]) throws(EvaluationError) {
        guard bytes.count == 16 else { throw .argument("Byte array for GUID must be exactly 16 bytes long.", "b") }
        let first = bytes[0..<4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        self.init(
            first, UInt16(bytes[5]) << 8 | UInt16(bytes[4]), UInt16(bytes[7]) << 8 | UInt16(bytes[6]), Array(bytes[8...]))
    }

    /// The GUID of its groups; the last two are eight bytes.
    init(_ first: UInt32, _ second: UInt16, _ third: UInt16, _ rest: [UInt8]) {
        self.init(
            high: UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third), low: rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
