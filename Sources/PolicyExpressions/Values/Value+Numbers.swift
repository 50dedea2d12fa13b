extension Value {
    /// The value as a signed integer, for every integral type, characters and enumerations; nil for other values and for
    /// what needs 64 unsigned bits.
    var integer: Int64? {
        switch self {
        case .char(let unit): Int64(unit)
        case .sbyte(let number): Int64(number)
        case .byte(let number): Int64(number)
        case .int16(let number): Int64(number)
        case .uint16(let number): Int64(number)
        case .int32(let number): Int64(number)
        case .uint32(let number): Int64(number)
        case .int64(let number): number
        case .uint64(let number): Int64(exactly: number)
        case .enumeration(let value): Int64(value.rawValue)
        default: nil
        }
    }

    var isNaN: Bool {
        switch self {
        case .single(let number): number.isNaN
        case .double(let number): number.isNaN
        default: false
        }
    }

    /// The number in another numeric type. Out of range gives nil when checked, otherwise what C# keeps of the bits.
    func converted(to target: NumericType, isChecked: Bool) -> Value? {
        switch self {
        case .single(let number) where target == .decimal: return (try? NetDecimal(number)).map { .decimal($0) }
        case .single(let number): return Self.from(Double(number), target, isChecked)
        case .double(let number): return Self.from(number, target, isChecked)
        case .decimal(let number): return Self.from(number, target)
        case .uint64(let number) where integer == nil: return Self.from(number, target, isChecked)
        default: return integer.flatMap { Self.from($0, target, isChecked) }
        }
    }

    private static func from(_ number: some FixedWidthInteger, _ target: NumericType, _ isChecked: Bool) -> Value? {
        func exact<T: FixedWidthInteger>(_: T.Type) -> T? { isChecked ? T(exactly: number) : T(truncatingIfNeeded: number) }
        switch target {
        case .sbyte: return exact(Int8.self).map { .sbyte($0) }
        case .byte: return exact(UInt8.self).map { .byte($0) }
        case .int16: return exact(Int16.self).map { .int16($0) }
        case .uint16: return exact(UInt16.self).map { .uint16($0) }
        case .char: return exact(UInt16.self).map { .char($0) }
        case .int32: return exact(Int32.self).map { .int32($0) }
        case .uint32: return exact(UInt32.self).map { .uint32($0) }
        case .int64: return exact(Int64.self).map { .int64($0) }
        case .uint64: return exact(UInt64.self).map { .uint64($0) }
        case .single: return .single(Float(number))
        case .double: return .double(Double(number))
        case .decimal:
            return .decimal(number < 0 ? NetDecimal(Int64(truncatingIfNeeded: number)) : NetDecimal(UInt64(truncatingIfNeeded: number)))
        }
    }

    private static func from(_ number: Double, _ target: NumericType, _ isChecked: Bool) -> Value? {
        switch target {
        case .single: return .single(Float(number))
        case .double: return .double(number)
        case .decimal: return (try? NetDecimal(number)).map { .decimal($0) }
        case .uint64:
            if let exact = UInt64(exactly: number.rounded(.towardZero)) { return .uint64(exact) }
            return isChecked ? nil : .uint64(UInt64(bitPattern: truncated(number)))
        default:
            guard let exact = Int64(exactly: number.rounded(.towardZero)) else {
                return isChecked ? nil : from(truncated(number), target, false)
            }
            return from(exact, target, isChecked)
        }
    }

    /// What x64 gives for a number outside Int64, as unchecked C# shows it.
    private static func truncated(_ number: Double) -> Int64 { Int64(exactly: number.rounded(.towardZero)) ?? .min }

    private static func from(_ number: NetDecimal, _ target: NumericType) -> Value? {
        switch target {
        case .decimal: .decimal(number)
        case .double: .double(number.double)
        case .single: .single(Float(number.double))
        case .uint64: number.uint64.map { .uint64($0) }
        default: number.int64.flatMap { from($0, target, true) }
        }
    }

    /// The value that a field of a value type begins with; nil for types that have none here.
    static func zero(of type: TypeSymbol) -> Value? {
        if let number = NumericType(type) { return Value.int32(0).converted(to: number, isChecked: true) }
        if type == .boolean { return .boolean(false) }
        if type.isEnumeration { return .enumeration(NetEnumeration(type: type, rawValue: 0)) }
        if type == .dateTime { return .dateTime(.minValue) }
        if type == .dateTimeOffset { return .dateTimeOffset(.minValue) }
        if type == .timeSpan { return .timeSpan(NetTimeSpan(ticks: 0)) }
        return type == .guid ? .guid(NetGuid(high: 0, low: 0)) : zeroStructure(of: type)
    }

    /// Pairs and tuples begin with the defaults of their parts.
    private static func zeroStructure(of type: TypeSymbol) -> Value? {
        switch type {
        case TransitionTime.symbol: TransitionTime.zero.boxed
        case .named(let definition, let parts) where definition === NetType.keyValuePair && parts.count == 2:
            .object(NetKeyValuePair(type: type, key: zero(of: parts[0]) ?? .null, value: zero(of: parts[1]) ?? .null))
        case .tuple(let elements, _): .object(NetTuple(type: type, items: elements.map { zero(of: $0) ?? .null }))
        default: nil
        }
    }

    /// The constant that a library entry states, in its own type.
    init(_ value: NetDefault, type: TypeSymbol) {
        switch value {
        case .null: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .int32(let number):
            self = type.isEnumeration ? .enumeration(NetEnumeration(type: type, rawValue: number)) : Value.int32(number).typed(type)
        case .int64(let number): self = Value.int64(number).typed(type)
        case .uint64(let number): self = .uint64(number)
        case .single(let number): self = .single(number)
        case .double(let number): self = .double(number)
        case .decimal(let number): self = .decimal(number)
        case .char(let unit): self = .char(unit)
        case .string(let text): self = .string(text)
        }
    }

    /// The integer as the numeric type that a constant is declared with.
    private func typed(_ type: TypeSymbol) -> Value { NumericType(type).flatMap { converted(to: $0, isChecked: true) } ?? self }
}
