/// .NET's System.Guid.
public struct NetGuid: Sendable, Hashable {
    /// The sixteen bytes in the order in which they are written, high half and low half.
    public let high: UInt64, low: UInt64

    /// Makes a GUID of its two halves in the order in which they are written.
    public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }
}
