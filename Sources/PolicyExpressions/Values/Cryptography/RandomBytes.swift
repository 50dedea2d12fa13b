extension EvaluationEnvironment {
    /// Bytes that nobody can foretell, unless a test fixed `random`.
    func randomBytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            withUnsafeBytes(of: random().littleEndian) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
        }
        return bytes
    }

    /// A number in `0..<bound`, all with the same probability.
    func randomNumber(below bound: UInt32) -> UInt32 {
        // The first multiples that would make small remainders more frequent are drawn again.
        let threshold = (0 &- bound) % bound
        while true {
            let number = UInt32(truncatingIfNeeded: random())
            let product = UInt64(number) * UInt64(bound)
            if UInt32(truncatingIfNeeded: product) >= threshold { return UInt32(product >> 32) }
        }
    }
}
