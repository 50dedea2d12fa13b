extension NetType {
    /// `System.Int16`.
    static let int16: NetType = integer(Int16.self, "Int16", keyword: "short", carrier: .int32)
}
