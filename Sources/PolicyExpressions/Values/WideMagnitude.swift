/// A natural number of any size, for exact conversions between binary and decimal.
struct WideMagnitude: Hashable {
    /// Least significant first, without leading zeros; empty for zero.
    private(set) var limbs: [UInt32] = []

    init(_ number: UInt64) {
        limbs = [UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32)]
        normalize()
    }

    init(_ number: UInt128) {
        limbs = (0..<4).map { UInt32(truncatingIfNeeded: number >> (32 * $0)) }
        normalize()
    }

    var isZero: Bool { limbs.isEmpty }
    var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }
    var bitWidth: Int { limbs.last.map { limbs.count * 32 - $0.leadingZeroBitCount } ?? 0 }

    /// The number if it has at most 128 bits.
    var uint128: UInt128? {
        guard limbs.count <= 4 else { return nil }
        return limbs.reversed().reduce(0) { $0 << 32 | UInt128($1) }
    }

    private mutating func normalize() {
        while limbs.last == 0 { limbs.removeLast() }
    }

    /// Multiplies, and adds.
    mutating func multiply(by factor: UInt32, adding addend: UInt32 = 0) {
        var carry = UInt64(addend)
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * UInt64(factor) + carry
            limbs[index] = UInt32(truncatingIfNeeded: product)
            carry = product >> 32
        }
        if carry > 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
        normalize()
    }

    /// Divides; answers the remainder.
    mutating func divide(by divisor: UInt32) -> UInt32 {
        var remainder: UInt64 = 0
        for index in limbs.indices.reversed() {
            let part = remainder << 32 | UInt64(limbs[index])
            limbs[index] = UInt32(truncatingIfNeeded: part / UInt64(divisor))
            remainder = part % UInt64(divisor)
        }
        normalize()
        return UInt32(truncatingIfNeeded: remainder)
    }

    /// Multiplies by a power of a base that is at most 10.
    mutating func multiply(byPowerOf base: UInt32, _ exponent: Int) {
        var left = exponent
        let chunk = base == 2 ? 31 : base == 5 ? 13 : 9
        let chunkPower = (0..<chunk).reduce(UInt32(1)) { power, _ in power &* base }
        while left >= chunk {
            multiply(by: chunkPower)
            left -= chunk
        }
        multiply(by: (0..<left).reduce(UInt32(1)) { power, _ in power * base })
    }

    static func * (left: WideMagnitude, right: WideMagnitude) -> WideMagnitude {
        var result = WideMagnitude(UInt64(0))
        result.limbs = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (i, a) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, b) in right.limbs.enumerated() {
                let sum = UInt64(a) * UInt64(b) + UInt64(result.limbs[i + j]) + carry
                result.limbs[i + j] = UInt32(truncatingIfNeeded: sum)
                carry = sum >> 32
            }
            result.limbs[i + right.limbs.count] = UInt32(truncatingIfNeeded: carry)
        }
        result.normalize()
        return result
    }

    static func + (left: WideMagnitude, right: WideMagnitude) -> WideMagnitude {
        var (result, carry) = (left, UInt64(0))
        for index in 0..<max(left.limbs.count, right.limbs.count) {
            if index >= result.limbs.count { result.limbs.append(0) }
            let sum = UInt64(result.limbs[index]) + UInt64(index < right.limbs.count ? right.limbs[index] : 0) + carry
            result.limbs[index] = UInt32(truncatingIfNeeded: sum)
            carry = sum >> 32
        }
        if carry > 0 { result.limbs.append(1) }
        return result
    }

    /// The difference; the right number must not be greater.
    static func - (left: WideMagnitude, right: WideMagnitude) -> WideMagnitude {
        var (result, borrow) = (left, Int64(0))
        for index in result.limbs.indices {
            let difference = Int64(result.limbs[index]) - Int64(index < right.limbs.count ? right.limbs[index] : 0) - borrow
            borrow = difference < 0 ? 1 : 0
            result.limbs[index] = UInt32(truncatingIfNeeded: difference)
        }
        result.normalize()
        return result
    }

    /// The decimal digits, each 0 to 9, most significant first; none for zero.
    var decimalDigits: [UInt8] {
        var (rest, digits): (WideMagnitude, [UInt8]) = (self, [])
        while !rest.isZero {
            var group = rest.divide(by: 1_000_000_000)
            for _ in 0..<9 {
                digits.append(UInt8(truncatingIfNeeded: group % 10))
                group /= 10
            }
        }
        while digits.last == 0 { digits.removeLast() }
        return digits.reversed()
    }
}

extension WideMagnitude: Comparable {
    static func < (left: WideMagnitude, right: WideMagnitude) -> Bool {
        if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
        return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
    }
}
