extension Value {
    /// The type that `GetType()` gives.
    public var type: TypeSymbol {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .char: .char
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
        case .string: .string
        case .dateTime: .dateTime
        case .dateTimeOffset: .dateTimeOffset
        case .timeSpan: .timeSpan
        case .guid: .guid
        case .enumeration(let value): value.type
        case .object(let object): object.type
        }
    }

    /// `==` on `object`: the same object, both null. Boxed values are never the same, equal or not, except that a string
    /// constant is one object in .NET.
    func isSame(as other: Value) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.object(let a), .object(let b)): a === b || NetTypeObject.describeSame(a, b) || NetTimeZone.areSame(a, b)
        case (.string(let a), .string(let b)): a == b
        default: false
        }
    }
}

extension Value: Hashable {
    /// `Equals`: the same type and the same value; objects by identity.
    public static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let a), .boolean(let b)): a == b
        case (.single(let a), .single(let b)): a == b || a.isNaN && b.isNaN
        case (.double(let a), .double(let b)): a == b || a.isNaN && b.isNaN
        case (.decimal(let a), .decimal(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.dateTime(let a), .dateTime(let b)): a.ticks == b.ticks
        case (.dateTimeOffset(let a), .dateTimeOffset(let b)): a == b
        case (.timeSpan(let a), .timeSpan(let b)): a == b
        case (.guid(let a), .guid(let b)): a == b
        case (.enumeration(let a), .enumeration(let b)): a == b
        case (.uint64(let a), .uint64(let b)): a == b
        case (.object(let a), .object(let b)): a === b || Self.areEqualTokens(a, b) || Self.areEqualTuples(a, b)
        default: left.type == right.type && left.integer != nil && left.integer == right.integer
        }
    }

    /// JValue compares its content; other objects are only equal to themselves.
    private static func areEqualTokens(_ left: NetObject, _ right: NetObject) -> Bool {
        guard let left = left as? JValue, let right = right as? JValue else { return false }
        return left.scalar.equals(right.scalar)
    }

    /// Objects of one class that compare values instead of their identity.
    private static func areEqualTuples(_ left: NetObject, _ right: NetObject) -> Bool {
        guard Swift.type(of: left) == Swift.type(of: right), let left = left.comparedItems, let own = right.comparedItems else {
            return false
        }
        return left == own
    }

    /// Hashes the value; equal values hash equally.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .boolean(let boolean): hasher.combine(boolean)
        case .single(let number): hasher.combine(number)
        case .double(let number): hasher.combine(number)
        case .decimal(let number): hasher.combine(number)
        case .string(let text): hasher.combine(text)
        case .dateTime(let date): hasher.combine(date.ticks)
        case .dateTimeOffset(let date): hasher.combine(date)
        case .timeSpan(let span): hasher.combine(span)
        case .guid(let guid): hasher.combine(guid)
        case .uint64(let number): hasher.combine(number)
        case .object(let object as JValue): hasher.combine(object.tokenType)
        case .object(let object):
            if let items = object.comparedItems { hasher.combine(items) } else { hasher.combine(ObjectIdentifier(object)) }
        default: hasher.combine(integer)
        }
    }
}

extension EvaluationError {
    /// What a cast of a value to a type that it is not throws.
    static func invalidCast(_ value: Value, to type: TypeSymbol) -> EvaluationError {
        .invalidCast(from: value.type.fullName, to: type.fullName)
    }
}
