extension NetType {
    /// `System.Object`.
    static let object: NetType = NetType("System", "Object", keyword: "object", carrier: .value) {
        [
            .constructor(
                "An object that is nothing but itself.", [], NetBody { () throws(EvaluationError) -> Value in .object(NetObject()) }),
            .method(
                "GetType", "The type of the value.",
                NetBody { (value: Value) throws(EvaluationError) -> Instance<NetTypeObject> in
                    guard !value.isNull else { throw .nullReference }
                    return Instance(NetTypeObject(value.type))
                }),
            .method(
                "GetHashCode", "A number that equal values share.",
                NetBody { (value: Value) throws(EvaluationError) -> Int32 in
                    switch value {
                    case .null: throw .nullReference
                    case .string(let text): return text.stableHash
                    case .int32(let number): return number
                    default: return Int32(truncatingIfNeeded: value.hashValue)
                    }
                }),
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
            .method(
                "GetHashCode", "A number that is the same for equal values.",
                NetBody { (value: Value) throws(EvaluationError) -> Int32 in
                    guard !value.isNull else { throw .nullReference }
                    return value.netHashCode
                }),
            .staticMethod(
                "ReferenceEquals", "Whether both are the same object.", ["objA", "objB"],
                NetBody { (left: Value, right: Value) throws(EvaluationError) -> Bool in left.isSame(as: right) }),
            .staticMethod(
                "Equals", "Whether both are null or the same value.", ["objA", "objB"],
                NetBody { (left: Value, right: Value) throws(EvaluationError) -> Bool in left == right }),
        ]
    }
}
