/// `System.TypeCode`: what kind of value it is, for the types that `Convert` knows.
enum TypeCode: Int32, NetEnumerationRepresentable {
    case empty = 0
    case object = 1
    case dbNull = 2
    case boolean = 3
    case char = 4
    case sbyte = 5
    case byte = 6
    case int16 = 7
    case uint16 = 8
    case int32 = 9
    case uint32 = 10
    case int64 = 11
    case uint64 = 12
    case single = 13
    case double = 14
    case decimal = 15
    case dateTime = 16
    case string = 18

    static var fallback: Self { .empty }
    static var symbol: TypeSymbol { .named(.typeCode, []) }

    /// The name of the type, as messages have it.
    var name: String {
        switch self {
        case .empty: "Empty"
        case .object: "Object"
        case .dbNull: "DBNull"
        case .boolean: "Boolean"
        case .char: "Char"
        case .sbyte: "SByte"
        case .byte: "Byte"
        case .int16: "Int16"
        case .uint16: "UInt16"
        case .int32: "Int32"
        case .uint32: "UInt32"
        case .int64: "Int64"
        case .uint64: "UInt64"
        case .single: "Single"
        case .double: "Double"
        case .decimal: "Decimal"
        case .dateTime: "DateTime"
        case .string: "String"
        }
    }
}

extension TypeCode {
    /// The code of a type: that of the underlying type for an enumeration, Object for every type without one.
    init(of type: TypeSymbol) {
        if let number = NumericType(type) {
            self.init(number)
        } else if type.isEnumeration {
            self = .int32
        } else {
            self = [.boolean: .boolean, .string: .string, .dateTime: .dateTime, .null: .empty][type] ?? .object
        }
    }

    private init(_ number: NumericType) {
        self =
            switch number {
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

    /// The integral and floating-point types, and decimal; nil for the rest, characters among them.
    var number: NumericType? {
        switch self {
        case .sbyte: .sbyte
        case .byte: .byte
        case .int16: .int16
        case .uint16: .uint16
        case .int32: .int32
        case .uint32: .uint32
        case .int64: .int64
        case .uint64: .uint64
        case .single: .single
        case .double: .double
        case .decimal: .decimal
        default: nil
        }
    }
}
