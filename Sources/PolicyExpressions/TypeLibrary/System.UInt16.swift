extension NetType {
    /// `System.UInt16`.
    static let uint16: NetType = integer(UInt16.self, "UInt16", keyword: "ushort", carrier: .int32)
}
