// The interfaces of System that values and strings have as well as objects; hence their values travel boxed.
extension NetType {
    /// `System.ICloneable`.
    static let cloneable: NetType = NetType("System", "ICloneable", .interface, carrier: .value) {
        [
            .method(
                "Clone", "A copy of the object; a string is its own copy.",
                NetBody { (value: Value) throws(EvaluationError) -> Value in try Cloning.copy(of: value) })
        ]
    }

    /// `System.IDisposable`.
    static let disposable: NetType = NetType("System", "IDisposable", .interface, carrier: .value) {
        [
            .method(
                "Dispose", "Gives back what the object holds, which cannot be used any more.",
                NetBody { (value: Value) throws(EvaluationError) -> NetVoid in
                    guard case .object(let object) = value else { throw .nullReference }
                    object.dispose()
                    return NetVoid()
                })
        ]
    }

    /// `System.IComparable`.
    static let comparable: NetType = NetType("System", "IComparable", .interface, carrier: .value) {
        [
            .method(
                "CompareTo", "A negative number, 0 or a positive one, by the order of the two values.", ["obj"],
                NetBody { (value: Value, other: Value) throws(EvaluationError) -> Int32 in try ValueOrder.compare(value, other) })
        ]
    }

    /// `System.IComparable<T>`.
    static let comparableTo: NetType = NetType("System", "IComparable", arity: 1, .interface, carrier: .value) {
        [
            .method(
                "CompareTo", "A negative number, 0 or a positive one, by the order of the two values.", ["other"],
                NetBody { (value: Value, other: TypeParameter0) throws(EvaluationError) -> Int32 in
                    try ValueOrder.compare(value, other.boxed)
                })
        ]
    }

    /// `System.IEquatable<T>`.
    static let equatable: NetType = NetType("System", "IEquatable", arity: 1, .interface, carrier: .value) {
        [
            .method(
                "Equals", "Whether both are the same value.", ["other"],
                NetBody { (value: Value, other: TypeParameter0) throws(EvaluationError) -> Bool in
                    guard !value.isNull else { throw .nullReference }
                    return value == other.boxed
                })
        ]
    }

    /// `System.IFormattable`.
    static let formattable: NetType = NetType("System", "IFormattable", .interface, carrier: .value) {
        [
            .method(
                "ToString", "The value as text in a format.", ["format", "formatProvider"],
                NetBody { (value: Value, format: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    guard !value.isNull else { throw .nullReference }
                    return try CompositeFormatting.formatted(value, format)
                })
        ]
    }

    /// `System.IConvertible`.
    static let convertible: NetType = NetType("System", "IConvertible", .interface, carrier: .value)
}

extension TypeSymbol {
    /// The interfaces of numbers, characters, truth values, dates and the like, which all have the same ones.
    var interfacesOfSimpleValue: [TypeSymbol] {
        let compared: [TypeSymbol] = [.named(.comparable, []), .named(.comparableTo, [self]), .named(.equatable, [self])]
        switch self {
        case .boolean, .char: return compared + [.named(.convertible, [])]
        case .guid, .timeSpan, .dateTimeOffset: return compared + [.named(.formattable, [])]
        case .dateTime: return compared + [.named(.formattable, []), .named(.convertible, [])]
        default:
            if isEnumeration { return [.named(.comparable, []), .named(.formattable, []), .named(.convertible, [])] }
            return NumericType(self) == nil ? [] : compared + [.named(.formattable, []), .named(.convertible, [])]
        }
    }
}
