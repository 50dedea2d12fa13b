/// The name of a member with a digest of it: look-up compares the digest before the name.
struct JObjectName {
    let name: NetString
    let fingerprint: UInt32

    init(_ name: NetString) { (self.name, fingerprint) = (name, Self.fingerprint(of: name)) }

    @inline(__always)
    func equals(_ other: JObjectName) -> Bool { fingerprint == other.fingerprint && name == other.name }

    /// A hash of the length and of the first and last eight bytes.
    @inline(__always)
    private static func fingerprint(of name: NetString) -> UInt32 {
        name.withRawBytes { bytes in
            let count = bytes.count
            guard let base = UnsafeRawPointer(bytes.baseAddress), count > 0 else { return 0 }
            var (front, back): (UInt64, UInt64) = (0, 0)
            if count >= 8 {
                front = base.loadUnaligned(as: UInt64.self)
                back = base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            } else if count >= 4 {
                front = UInt64(base.loadUnaligned(as: UInt32.self))
                back = UInt64(base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            } else {
                front = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8
                back = UInt64(bytes[count - 1])
            }
            let mixed = (front ^ (back &* 0x9E37_79B9_7F4A_7C15) &+ UInt64(truncatingIfNeeded: count)) &* 0xD6E8_FEB8_6659_FD93
            return UInt32(truncatingIfNeeded: mixed >> 32)
        }
    }
}
