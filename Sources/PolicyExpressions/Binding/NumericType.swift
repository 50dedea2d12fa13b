/// The numeric types of C# with their conversions: which are implicit, and what a constant becomes.
enum NumericType: Int, CaseIterable {
    case sbyte, byte, int16, uint16, char, int32, uint32, int64, uint64, single, double, decimal

    init?(_ symbol: TypeSymbol) {
        guard case .named(let type, _) = symbol, let numeric = type.numericType else { return nil }
        self = numeric
    }

    /// The type that C# has a keyword for.
    init?(keyword: String) {
        switch keyword {
        case "sbyte": self = .sbyte
        case "byte": self = .byte
        case "short": self = .int16
        case "ushort": self = .uint16
        case "char": self = .char
        case "int": self = .int32
        case "uint": self = .uint32
        case "long": self = .int64
        case "ulong": self = .uint64
        case "float": self = .single
        case "double": self = .double
        case "decimal": self = .decimal
        default: return nil
        }
    }

    var symbol: TypeSymbol {
        switch self {
        case .sbyte: .sbyte
        case .byte: .byte
        case .int16: .int16
        case .uint16: .uint16
        case .char: .char
        case .int32: .int32
        case .uint32: .uint32
        case .int64: .int64
        case .uint64: .uint64
        case .single: .single
        case .double: .double
        case .decimal: .decimal
        }
    }

    var isIntegral: Bool { rawValue <= NumericType.uint64.rawValue }

    /// What `sizeof` gives.
    var byteCount: Int32 {
        switch self {
        case .sbyte, .byte: 1
        case .int16, .uint16, .char: 2
        case .int32, .uint32, .single: 4
        case .int64, .uint64, .double: 8
        case .decimal: 16
        }
    }

    /// C# §10.2.3: the implicit numeric conversions.
    private var widerTypes: [NumericType] {
        switch self {
        case .sbyte: [.int16, .int32, .int64, .single, .double, .decimal]
        case .byte: [.int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal]
        case .int16: [.int32, .int64, .single, .double, .decimal]
        case .uint16, .char: (self == .char ? [.uint16] : []) + [.int32, .uint32, .int64, .uint64, .single, .double, .decimal]
        case .int32: [.int64, .single, .double, .decimal]
        case .uint32: [.int64, .uint64, .single, .double, .decimal]
        case .int64, .uint64: [.single, .double, .decimal]
        case .single: [.double]
        case .double, .decimal: []
        }
    }

    static func isImplicit(_ source: TypeSymbol, _ target: TypeSymbol) -> Bool {
        if source == target { return true }
        guard let source = NumericType(source), let target = NumericType(target) else { return false }
        return source.widerTypes.contains(target)
    }

    /// C# §10.2.11: a constant of type int converts to a smaller type that holds it, a constant long to ulong, and the
    /// constant 0 to any enumeration.
    static func fits(_ constant: Value, _ source: TypeSymbol, _ target: TypeSymbol) -> Bool {
        switch constant {
        case .int32(let number) where source == .int32:
            if target.isEnumeration { return number == 0 }
            switch NumericType(target) {
            case .sbyte: return Int8(exactly: number) != nil
            case .byte: return UInt8(exactly: number) != nil
            case .int16: return Int16(exactly: number) != nil
            case .uint16: return UInt16(exactly: number) != nil
            case .uint32, .uint64: return number >= 0
            default: return false
            }
        case .int64(let number) where source == .int64: return target == .uint64 && number >= 0
        default: return false
        }
    }

    /// The promoted type of two operands (C# §11.4.7.3), or nil when there is none, as for long and ulong.
    static func promoted(_ left: NumericType, _ right: NumericType) -> NumericType? {
        let both = [left, right]
        if both.contains(.decimal) { return both.contains(.double) || both.contains(.single) ? nil : .decimal }
        if both.contains(.double) { return .double }
        if both.contains(.single) { return .single }
        if both.contains(.uint64) { return both.allSatisfy { $0 == .uint64 || !$0.isSigned } ? .uint64 : nil }
        if both.contains(.int64) { return .int64 }
        if both.contains(.uint32) { return both.allSatisfy { $0 == .uint32 || !$0.isSigned } ? .uint32 : .int64 }
        return .int32
    }

    private var isSigned: Bool { [.sbyte, .int16, .int32, .int64].contains(self) }

    /// A constant in another type; nil when it does not fit, which C# refuses for constants unless `unchecked` is written.
    static func convert(_ constant: Value, from source: TypeSymbol, to target: TypeSymbol, isChecked: Bool = true) -> Value? {
        if target.isEnumeration {
            guard case .int32(let number)? = convert(constant, from: source, to: .int32, isChecked: isChecked) else { return nil }
            return .enumeration(NetEnumeration(type: target, rawValue: number))
        }
        guard let target = NumericType(target) else { return nil }
        return constant.converted(to: target, isChecked: isChecked)
    }
}
