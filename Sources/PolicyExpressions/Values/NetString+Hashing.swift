extension NetString {
    /// `GetHashCode`: the same in every process, unlike .NET's; FNV-1a over the UTF-16 units.
    var stableHash: Int32 {
        var hash: UInt32 = 2_166_136_261
        for unit in utf16Array { hash = (hash ^ UInt32(unit)) &* 16_777_619 }
        return Int32(bitPattern: hash)
    }

    /// A hash that texts share which are equal for a comparison.
    func stableHash(_ comparison: StringComparison) throws(EvaluationError) -> Int32 {
        try comparison.validate()
        switch comparison {
        case .ordinal: return stableHash
        case .ordinalIgnoreCase: return ordinalUpperCase.stableHash
        default:
            var hash: UInt32 = 2_166_136_261
            for element in Collation.key(of: self, ignoringCase: comparison.ignoresCase) {
                for weight in [element.primary, UInt32(element.secondary), UInt32(element.tertiary)] {
                    hash = (hash ^ weight) &* 16_777_619
                }
            }
            return Int32(bitPattern: hash)
        }
    }
}
