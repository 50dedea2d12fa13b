public import PolicyExpressions
import Synchronization

/// Random numbers that are the same in every run with the same seed: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// ```swift
/// let random = SeededRandom(seed: 42)
/// let services = GatewayServices(makeGuid: random.guid, random: random.next)
/// ```
public final class SeededRandom: Sendable {
    private let state: Mutex<UInt64>

    /// Makes a source. Equal seeds give equal numbers.
    public init(seed: UInt64) { state = Mutex(seed) }

    /// The next 64 bits.
    @Sendable
    public func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// The next GUID, of version 4 (RFC 9562).
    @Sendable
    public func guid() -> NetGuid {
        NetGuid(high: next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000, low: next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// A number from 0 up to, but not, a bound of at least 1.
    public func number(below bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    /// One of several values; nil of none.
    public func element<Element>(of values: [Element]) -> Element? { values.isEmpty ? nil : values[number(below: values.count)] }
}
