/// The memory of the slots of one context's frames: a stack that is made once for a request.
///
/// An evaluation takes what its expression needs and gives it back at its end. What does not fit, an expression of very
/// many locals, gets memory of its own.
struct SlotMemory {
    private var base: UnsafeMutableRawPointer?
    private var used = 0

    /// Enough for some dozens of locals, and a size of which allocators keep blocks at hand.
    private static let capacity = 1_024
    /// What every slot's alignment divides.
    private static let alignment = 16

    /// A count of bytes as a multiple of the alignment.
    static func rounded(_ byteCount: Int) -> Int { (byteCount + alignment - 1) / alignment * alignment }

    /// Memory of so many bytes, a multiple of the alignment.
    @inline(__always)
    mutating func take(_ byteCount: Int) -> UnsafeMutableRawPointer {
        guard let base, used + byteCount <= Self.capacity else { return takeSlowly(byteCount) }
        defer { used += byteCount }
        return base + used
    }

    @inline(never)
    private mutating func takeSlowly(_ byteCount: Int) -> UnsafeMutableRawPointer {
        if used + byteCount > Self.capacity { return .allocate(byteCount: byteCount, alignment: Self.alignment) }
        if base == nil { base = .allocate(byteCount: Self.capacity, alignment: Self.alignment) }
        return take(byteCount)
    }

    /// Takes back the memory that was taken last.
    mutating func giveBack(_ memory: UnsafeMutableRawPointer, _ byteCount: Int) {
        if let base, memory >= base, memory < base + Self.capacity { used -= byteCount } else { memory.deallocate() }
    }

    /// Ends the memory; no frame may be under way.
    func deallocate() { base?.deallocate() }
}
