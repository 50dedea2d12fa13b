extension NetType {
    /// `System.UInt32`.
    static let uint32: NetType = integer(UInt32.self, "UInt32", keyword: "uint", carrier: .int64)
}
