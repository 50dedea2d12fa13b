extension NetType {
    /// `System.Nullable<T>`, which the language knows as `T?`.
    static let nullable: NetType = NetType("System", "Nullable", arity: 1, .structure) {
        [
            .property(
                "HasValue", "Whether there is a value.", NetBody { (value: Value) throws(EvaluationError) -> Bool in !value.isNull }),
            .property(
                "Value", "The value; InvalidOperationException where there is none.",
                NetBody { (value: Value) throws(EvaluationError) -> TypeParameter0 in
                    if value.isNull { throw .invalidOperation("Nullable object must have a value.") }
                    return TypeParameter0(value)
                }),
            .method(
                "ToString", "The value as text; nothing for null.",
                NetBody { (value: Value) throws(EvaluationError) -> NetString in try ValueText.text(of: value) }),
            .method(
                "GetValueOrDefault", "The value, or its type's own default.", [], typeParameters: 0,
                NetBody(generic: { (types: TypeArguments, value: Value) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(value.isNull ? Value.zero(of: types[0]) ?? .null : value)
                })),
            .method(
                "GetValueOrDefault", "The value, or another one where there is none.", ["defaultValue"],
                NetBody { (value: Value, other: TypeParameter0) throws(EvaluationError) -> TypeParameter0 in
                    value.isNull ? other : TypeParameter0(value)
                }),
            .method(
                "GetHashCode", "A number that is the same for equal values; 0 for null.",
                NetBody { (value: Value) throws(EvaluationError) -> Int32 in value.netHashCode }),
            .method(
                "Equals", "Whether both are null or the same value.", ["other"],
                NetBody { (value: Value, other: Value) throws(EvaluationError) -> Bool in value == other }),
        ]
    }

    /// `System.Nullable`, the class with the static members.
    static let nullableStatics: NetType = NetType("System", "Nullable", .staticClass) {
        [
            .staticMethod(
                "Equals", "Whether both are null or the same value.", ["n1", "n2"], typeParameters: 1,
                NetBody { (left: TypeParameter0?, right: TypeParameter0?) throws(EvaluationError) -> Bool in left?.boxed == right?.boxed }),
            .staticMethod(
                "Compare", "A negative number, 0 or a positive one, by the order of the values; null comes first.", ["n1", "n2"],
                typeParameters: 1,
                NetBody { (left: TypeParameter0?, right: TypeParameter0?) throws(EvaluationError) -> Int32 in
                    try ValueOrder.compare(left?.boxed ?? .null, right?.boxed ?? .null)
                }),
            .staticMethod(
                "GetUnderlyingType", "The type of the value; null for a type that is not nullable.", ["nullableType"],
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> Instance<NetTypeObject>? in
                    guard case .nullable(let wrapped) = type.object.described else { return nil }
                    return Instance(NetTypeObject(wrapped))
                }),
        ]
    }
}

extension TypeParameter0: NetNullable {
    static func evaluateOptional(_ node: ValueNode, _ frame: inout Frame) throws(EvaluationError) -> TypeParameter0? {
        let value = try node.evaluate(&frame)
        return value.isNull ? nil : TypeParameter0(value)
    }
}
