extension NetType {
    /// `System.Enum`.
    static let enumerationBase: NetType = NetType("System", "Enum", carrier: .value) {
        enumerationTexts + enumerationComparisons + enumerationParsing + enumerationTrying + enumerationMembers
    }

    /// An enumeration whose members have values of their own.
    static func enumeration(
        _ namespace: String, _ name: String, values: KeyValuePairs<String, Int32>, isFlags: Bool = false
    ) -> NetType {
        let members = Array(values)
        return NetType(namespace, name, .enumeration, base: .named(.enumerationBase, []), isFlags: isFlags) {
            guard let type = TypeLibrary.standard.type(fullName: "\(namespace).\(name)", arity: 0) else { return [] }
            return members.map { member, value in .constant(member, "\(name).\(member).", .named(type, []), .int32(value)) }
        }
    }

    // MARK: Values

    private static var enumerationTexts: [NetMember] {
        [
            .method(
                "ToString", "The member's name, or the number where no member has it.",
                NetBody { (value: NetEnumeration) throws(EvaluationError) -> NetString in value.text }),
            .method(
                "ToString", "The value as name (G), names of flags (F), number (D) or hexadecimal number (X).", ["format"],
                NetBody { (value: NetEnumeration, format: NetString?) throws(EvaluationError) -> NetString in
                    try value.text(format: format)
                }),
            .staticMethod(
                "Format", "A value of an enumeration as name (G), names of flags (F), number (D) or hexadecimal number (X).",
                ["enumType", "value", "format"],
                NetBody { (type: Instance<NetTypeObject>, value: Value, format: NetString) throws(EvaluationError) -> NetString in
                    try NetEnumeration(value, of: type, exactly: true).text(format: format)
                }),
        ]
    }

    private static var enumerationComparisons: [NetMember] {
        [
            .method(
                "HasFlag", "Whether all bits of another value are set.", ["flag"],
                NetBody { (value: NetEnumeration, flag: NetEnumeration) throws(EvaluationError) -> Bool in
                    guard value.type == flag.type else {
                        throw .argument(
                            "The argument type, '\(flag.type.fullName)', is not the same as the enum type '\(value.type.fullName)'.")
                    }
                    return value.rawValue & flag.rawValue == flag.rawValue
                }),
            .method(
                "CompareTo", "-1, 0 or 1 by the order of the two numbers.", ["target"],
                NetBody { (value: NetEnumeration, other: Value) throws(EvaluationError) -> Int32 in
                    if other.isNull { return 1 }
                    guard case .enumeration(let other) = other, other.type == value.type else { throw .otherEnumeration(other, value.type) }
                    return value.rawValue < other.rawValue ? -1 : value.rawValue == other.rawValue ? 0 : 1
                }),
            .method(
                "GetHashCode", "The number.", NetBody { (value: NetEnumeration) throws(EvaluationError) -> Int32 in value.rawValue }),
            .method(
                "GetTypeCode", "The code of the underlying type.",
                NetBody { (_: NetEnumeration) throws(EvaluationError) -> TypeCode in .int32 }),
        ]
    }

    // MARK: Parsing

    private static var enumerationParsing: [NetMember] {
        [
            .staticMethod(
                "Parse", "The value that a text names.", ["enumType", "value"],
                NetBody { (type: Instance<NetTypeObject>, text: NetString) throws(EvaluationError) -> Value in
                    .enumeration(try .parse(text, as: type.enumeration()))
                }),
            .staticMethod(
                "Parse", "The value that a text names, in any case if that is wanted.", ["enumType", "value", "ignoreCase"],
                NetBody { (type: Instance<NetTypeObject>, text: NetString, ignoreCase: Bool) throws(EvaluationError) -> Value in
                    .enumeration(try .parse(text, as: type.enumeration(), ignoringCase: ignoreCase))
                }),
            .staticMethod(
                "Parse", "The value that a text names.", ["value"], typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, text: NetString) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(.enumeration(try .parse(text, as: types.enumeration())))
                })),
            .staticMethod(
                "Parse", "The value that a text names, in any case if that is wanted.", ["value", "ignoreCase"], typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, text: NetString, ignoreCase: Bool) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(.enumeration(try .parse(text, as: types.enumeration(), ignoringCase: ignoreCase)))
                })),
        ]
    }

    private static var enumerationTrying: [NetMember] {
        [
            .staticMethod(
                "TryParse", "Whether a text names a value, and that value, otherwise 0.", ["value", .out("result")], typeParameters: 1,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, text: NetString?, result: Out<TypeParameter0>
                    ) throws(EvaluationError) -> Bool in
                    let type = try types.enumeration()
                    let value = NetEnumeration.tryParse(text, as: type, ignoringCase: false)
                    try result.set(.enumeration(value ?? NetEnumeration(type: type, rawValue: 0)), &frame)
                    return value != nil
                })),
            .staticMethod(
                "TryParse", "Whether a text names a value, in any case if that is wanted, and that value, otherwise 0.",
                ["value", "ignoreCase", .out("result")], typeParameters: 1,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, text: NetString?, ignoreCase: Bool, result: Out<TypeParameter0>
                    ) throws(EvaluationError) -> Bool in
                    let type = try types.enumeration()
                    let value = NetEnumeration.tryParse(text, as: type, ignoringCase: ignoreCase)
                    try result.set(.enumeration(value ?? NetEnumeration(type: type, rawValue: 0)), &frame)
                    return value != nil
                })),
            .staticMethod(
                "TryParse", "Whether a text names a value, and that value, otherwise null.", ["enumType", "value", .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, type: Instance<NetTypeObject>, text: NetString?, result: Out<Value>
                    ) throws(EvaluationError) -> Bool in
                    let value = NetEnumeration.tryParse(text, as: try type.enumeration(), ignoringCase: false)
                    try result.set(value.map { .enumeration($0) } ?? .null, &frame)
                    return value != nil
                })),
            .staticMethod(
                "TryParse", "Whether a text names a value, in any case if that is wanted, and that value, otherwise null.",
                ["enumType", "value", "ignoreCase", .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, type: Instance<NetTypeObject>, text: NetString?, ignoreCase: Bool, result: Out<Value>
                    ) throws(EvaluationError) -> Bool in
                    let value = NetEnumeration.tryParse(text, as: try type.enumeration(), ignoringCase: ignoreCase)
                    try result.set(value.map { .enumeration($0) } ?? .null, &frame)
                    return value != nil
                })),
        ]
    }

    // MARK: Members

    private static var enumerationMembers: [NetMember] {
        [
            .staticMethod(
                "GetNames", "The names of the members, by their values.", ["enumType"],
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> [NetString] in
                    NetEnumeration.members(of: try type.enumeration()).map { NetString($0.name) }
                }),
            .staticMethod(
                "GetValues", "The values of the members in order.", ["enumType"],
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> Instance<NetArray> in
                    let type = try type.enumeration()
                    let values = NetEnumeration.members(of: type).map { Value.enumeration(NetEnumeration(type: type, rawValue: $0.value)) }
                    return Instance(NetArray(type: .array(type, rank: 1), items: values))
                }),
            .staticMethod(
                "GetName", "The name of the member that has a value; null where none has it.", ["enumType", "value"],
                NetBody { (type: Instance<NetTypeObject>, value: Value) throws(EvaluationError) -> NetString? in
                    try NetEnumeration(value, of: type, exactly: false).name.map { NetString($0) }
                }),
            .staticMethod(
                "IsDefined", "Whether a member has a value or a name.", ["enumType", "value"],
                NetBody { (type: Instance<NetTypeObject>, value: Value) throws(EvaluationError) -> Bool in
                    guard case .string(let text) = value else { return try NetEnumeration(value, of: type, exactly: true).name != nil }
                    return NetEnumeration.members(of: try type.enumeration()).contains { NetString($0.name) == text }
                }),
            .staticMethod(
                "ToObject", "The value of a number.", ["enumType", "value"],
                NetBody { (type: Instance<NetTypeObject>, value: Value) throws(EvaluationError) -> Value in
                    .enumeration(try NetEnumeration(value, of: type, exactly: false))
                }),
            .staticMethod(
                "GetUnderlyingType", "The type of the numbers.", ["enumType"],
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> Instance<NetTypeObject> in
                    _ = try type.enumeration()
                    return Instance(NetTypeObject(.int32))
                }),
        ]
    }
}

extension NetEnumeration: NetStructure {
    static var symbol: TypeSymbol { .named(.enumerationBase, []) }
    init?(unboxing value: Value) {
        guard case .enumeration(let enumeration) = value else { return nil }
        self = enumeration
    }
    var boxed: Value { .enumeration(self) }
}

extension NetEnumeration {
    /// `Enum.Parse`.
    fileprivate static func parse(_ text: NetString, as type: TypeSymbol, ignoringCase: Bool = false) throws(EvaluationError) -> Self {
        do { return try NetEnumeration(parsing: text, as: type, ignoringCase: ignoringCase) } catch { throw error.exception(text) }
    }

    /// `Enum.TryParse`.
    fileprivate static func tryParse(_ text: NetString?, as type: TypeSymbol, ignoringCase: Bool) -> Self? {
        text.flatMap { try? NetEnumeration(parsing: $0, as: type, ignoringCase: ignoringCase) }
    }

    /// A value of an enumeration or a number as a value of an enumeration; throws for what is neither. Some members take any
    /// integer, others exactly the underlying type.
    fileprivate init(_ value: Value, of type: Instance<NetTypeObject>, exactly isExact: Bool) throws(EvaluationError) {
        let type = try type.enumeration()
        switch value {
        case .null: throw .argumentNull("value")
        case .enumeration(let other) where other.type == type || !isExact: self.init(type: type, rawValue: other.rawValue)
        case .enumeration: throw .otherEnumeration(value, type)
        case .int32(let number): self.init(type: type, rawValue: number)
        case .uint64(let number) where !isExact: self.init(type: type, rawValue: Int32(truncatingIfNeeded: number))
        default:
            guard let number = value.integer else { throw .notOfEnumeration(isExact) }
            guard !isExact else {
                throw .argument(
                    "Enum underlying type and the object must be same type or object must be a String. Type passed in was"
                        + " '\(value.type.fullName)'; the enum underlying type was 'System.Int32'.")
            }
            self.init(type: type, rawValue: Int32(truncatingIfNeeded: number))
        }
    }
}

extension EvaluationError {
    fileprivate static func otherEnumeration(_ value: Value, _ type: TypeSymbol) -> EvaluationError {
        .argument(
            "Object must be the same type as the enum. The type passed in was '\(value.type.fullName)'; the enum type was"
                + " '\(type.fullName)'.")
    }

    fileprivate static func notOfEnumeration(_ isExact: Bool) -> EvaluationError {
        isExact
            ? .invalidOperation("Unknown enum type.")
            : .argument(
                "The value passed in must be an enum base or an underlying type for an enum, such as an Int32.", "value")
    }
}

extension Instance where Object == NetTypeObject {
    /// The enumeration that the argument names; throws ArgumentException for another type.
    fileprivate func enumeration() throws(EvaluationError) -> TypeSymbol {
        guard object.described.isEnumeration else { throw .argument("Type provided must be an Enum.", "enumType") }
        return object.described
    }
}

extension TypeArguments {
    /// The enumeration that the call names; throws ArgumentException for another type.
    fileprivate func enumeration() throws(EvaluationError) -> TypeSymbol {
        guard self[0].isEnumeration else { throw .argument("Type provided must be an Enum.", "enumType") }
        return self[0]
    }
}
