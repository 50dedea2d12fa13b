extension NetType {
    /// An integral type of .NET.
    static func integer<T: NetNumber & FixedWidthInteger & Sendable>(
        _ number: T.Type, _ name: String, keyword: String, carrier: Carrier
    ) -> NetType {
        NetType("System", name, .structure, keyword: keyword, carrier: carrier) {
            NetMember.number(T.self) + [
                .constant("MaxValue", "The largest number of the type.", T.symbol, NetDefault(T.max)),
                .constant("MinValue", "The smallest number of the type.", T.symbol, NetDefault(T.min)),
            ]
        }
    }
}

extension NetDefault {
    /// An integer, which takes its type from the constant that it belongs to.
    init(_ number: some FixedWidthInteger) {
        self =
            if let int32 = Int32(exactly: number) { .int32(int32) } else if let int64 = Int64(exactly: number) { .int64(int64) } else {
                .uint64(UInt64(truncatingIfNeeded: number))
            }
    }
}
