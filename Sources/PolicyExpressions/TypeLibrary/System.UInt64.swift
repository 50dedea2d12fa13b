extension NetType {
    /// `System.UInt64`.
    static let uint64: NetType = integer(UInt64.self, "UInt64", keyword: "ulong", carrier: .int64)
}
