extension NetType {
    /// `System.Byte`.
    static let byte: NetType = integer(UInt8.self, "Byte", keyword: "byte", carrier: .int32)
}
