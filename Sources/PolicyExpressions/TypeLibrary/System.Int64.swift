extension NetType {
    /// `System.Int64`.
    static let int64: NetType = integer(Int64.self, "Int64", keyword: "long", carrier: .int64)
}
