extension NetType {
    /// `System.Object`.
    static let object: NetType = NetType("System", "Object", keyword: "object", carrier: .value) {
        [
            .method(
                "ToString", "The value as text in the invariant culture.",
                NetBody { (value: Value) throws(EvaluationError) -> NetString in
                    guard !value.isNull else { throw .nullReference }
                    return try ValueText.text(of: value)
                }),
            .method(
                "Equals", "Whether both are the same value of the same type.", ["obj"],
                NetBody { (value: Value, other: Value) throws(EvaluationError) -> Bool in
                    guard !value.isNull else { throw .nullReference }
                    return value == other
                }),
            .staticMethod(
                "ReferenceEquals", "Whether both are the same object.", ["objA", "objB"],
                NetBody { (left: Value, right: Value) throws(EvaluationError) -> Bool in left.isSame(as: right) }),
            .staticMethod(
                "Equals", "Whether both are null or the same value.", ["objA", "objB"],
                NetBody { (left: Value, right: Value) throws(EvaluationError) -> Bool in left == right }),
        ]
    }

    /// `System.Enum`.
    static let enumerationBase: NetType = NetType("System", "Enum", carrier: .value)

    /// `System.Nullable<T>`, which the language knows as `T?`.
    static let nullable: NetType = NetType("System", "Nullable", arity: 1, .structure) {
        [
            .method(
                "ToString", "The value as text; nothing for null.",
                NetBody { (value: Value) throws(EvaluationError) -> NetString in
                    try ValueText.text(of: value)
                }),
            .method(
                "GetValueOrDefault", "The value, or its type's own default.", [], typeParameters: 0,
                NetBody(generic: { (types: TypeArguments, value: Value) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(value.isNull ? Value.zero(of: types[0]) ?? .null : value)
                })),
        ]
    }

    /// `System.Array`.
    static let array: NetType = NetType("System", "Array") {
        [
            .property(
                "Length", "The number of elements.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Int32 in Int32(array.object.items.count) })
        ]
    }
}

extension NetArray: NetClass {
    static var symbol: TypeSymbol { .named(.array, []) }
}
