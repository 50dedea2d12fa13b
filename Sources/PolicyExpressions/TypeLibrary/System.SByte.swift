extension NetType {
    /// `System.SByte`.
    static let sbyte: NetType = integer(Int8.self, "SByte", keyword: "sbyte", carrier: .int32)
}
