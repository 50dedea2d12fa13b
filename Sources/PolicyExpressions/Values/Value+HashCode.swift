extension Value {
    /// What `GetHashCode` gives: .NET's own number for simple values; for the rest one that equal values share, which for
    /// objects differs from process to process.
    var netHashCode: Int32 {
        switch self {
        case .null: 0
        case .boolean(let value): value.hashCode
        case .char(let unit): Int32(unit) | Int32(unit) << 16
        case .sbyte(let number): number.hashCode
        case .byte(let number): number.hashCode
        case .int16(let number): number.hashCode
        case .uint16(let number): number.hashCode
        case .int32(let number): number.hashCode
        case .uint32(let number): number.hashCode
        case .int64(let number): number.hashCode
        case .uint64(let number): number.hashCode
        case .single(let number): number.hashCode
        case .double(let number): number.hashCode
        case .decimal(let number): number.hashCode
        case .dateTime(let date): date.hashCode
        case .dateTimeOffset(let date): date.hashCode
        case .timeSpan(let span): span.hashCode
        case .guid(let guid): guid.hashCode
        case .enumeration(let value): value.rawValue
        case .string(let text): text.stableHash
        case .object: Int32(truncatingIfNeeded: hashValue)
        }
    }
}
