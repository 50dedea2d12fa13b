extension Value {
    /// `JValue.Value`: the content as a .NET value.
    init(_ scalar: JsonScalar) {
        switch scalar {
        case .null, .undefined, .typedNull: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .integer(let number): self = .int64(number)
        case .sizedInteger(let number, let type): self = .int64(number).converted(to: type.numericType, isChecked: false) ?? .null
        case .enumeration(let value): self = .enumeration(value)
        case .bigInteger(let digits): self = .object(NetBigInteger(digits))
        case .float(let number): self = .double(number)
        case .single(let number): self = .single(number)
        case .decimal(let number): self = .decimal(number)
        case .string(let text), .comment(let text), .raw(let text): self = .string(text)
        case .character(let unit): self = .char(unit)
        default: self = Value(rare: scalar)
        }
    }

    private init(rare scalar: JsonScalar) {
        switch scalar {
        case .date(let date): self = .dateTime(date)
        case .dateOffset(let date): self = .dateTimeOffset(date)
        case .guid(let guid): self = .guid(guid)
        case .timeSpan(let span): self = .timeSpan(span)
        case .bytes(let bytes): self = .object(NetArray(bytes: bytes))
        case .uri(let text): self = .string(text)
        default: self = .null
        }
    }
}

extension JsonScalar {
    /// The content for a .NET value, as `new JValue(object)` decides; nil for a value that JSON has no kind for.
    init?(_ value: Value) {
        switch value {
        case .null: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .int64(let number): self = .integer(number)
        case .uint64(let number): self = JsonScalar(number)
        case .single(let number): self = .single(number)
        case .double(let number): self = .float(number)
        case .decimal(let number): self = .decimal(number)
        case .string(let text): self = .string(text)
        case .dateTime(let date): self = .date(date)
        case .dateTimeOffset(let date): self = .dateOffset(date)
        case .timeSpan(let span): self = .timeSpan(span)
        case .guid(let guid): self = .guid(guid)
        case .enumeration(let value): self = .enumeration(value)
        case .char: return nil
        case .sbyte, .byte, .int16, .uint16, .int32, .uint32: self.init(integer: value)
        case .object(let object): self.init(object)
        }
    }

    private init?(integer value: Value) {
        guard let number = value.integer, let type = IntegerType(value) else { return nil }
        self = .sizedInteger(number, type)
    }

    private init?(_ object: NetObject) {
        switch object {
        case let array as NetArray:
            guard let bytes = array.bytes else { return nil }
            self = .bytes(bytes)
        case let number as NetBigInteger: self = .bigInteger(number.digits)
        default: return nil
        }
    }

    /// A whole number without sign, whatever its size.
    init(_ number: UInt64) {
        self = Int64(exactly: number).map { .sizedInteger($0, .uint64) } ?? .bigInteger(NumberFormatting.text(number))
    }
}

extension JsonScalar.IntegerType {
    /// The type of a boxed whole number; nil for `long` and for what is no whole number.
    init?(_ value: Value) {
        switch value {
        case .sbyte: self = .sbyte
        case .byte: self = .byte
        case .int16: self = .int16
        case .uint16: self = .uint16
        case .int32: self = .int32
        case .uint32: self = .uint32
        case .uint64: self = .uint64
        default: return nil
        }
    }

    var numericType: NumericType {
        switch self {
        case .sbyte: .sbyte
        case .byte: .byte
        case .int16: .int16
        case .uint16: .uint16
        case .int32: .int32
        case .uint32: .uint32
        case .uint64: .uint64
        }
    }
}

/// `System.Numerics.BigInteger`, as far as JSON makes one: a whole number that does not fit 64 bits.
public final class NetBigInteger: NetObject {
    /// The decimal digits, with `-` in front of a negative number.
    let digits: NetString

    init(_ digits: NetString) { self.digits = digits }

    /// The number's type.
    public override var type: TypeSymbol { .named(.bigInteger, []) }
}
