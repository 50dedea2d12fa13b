/// .NET's System.DateTime: ticks of 100 ns since 0001-01-01, and whether they are local time, UTC or neither.
public struct NetDateTime: Sendable, Hashable {
    /// What the ticks are relative to.
    public enum Kind: Int32, Sendable, Hashable {
        /// Neither.
        case unspecified
        /// UTC.
        case utc
        /// Local time, which is UTC here, as on Azure.
        case local
    }

    /// Ticks of 100 ns since 0001-01-01T00:00:00, in `0...3155378975999999999`.
    public let ticks: Int64
    /// What the ticks are relative to.
    public let kind: Kind

    /// Makes a point in time; ticks out of range are moved to the nearest end.
    public init(ticks: Int64, kind: Kind) {
        (self.ticks, self.kind) = (min(max(ticks, 0), Self.maximumTicks), kind)
    }

    /// The ticks of 9999-12-31T23:59:59.9999999.
    public static let maximumTicks: Int64 = 3_155_378_975_999_999_999

    /// 0001-01-01T00:00:00.
    public static let minValue = NetDateTime(ticks: 0, kind: .unspecified)
}
