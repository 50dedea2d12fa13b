extension NetType {
    /// `System.Int32`.
    static let int32: NetType = integer(Int32.self, "Int32", keyword: "int", carrier: .int32)
}
