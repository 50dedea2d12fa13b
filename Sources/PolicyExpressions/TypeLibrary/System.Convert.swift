extension NetType {
    /// `System.Convert`.
    static let convert: NetType = NetType("System", "Convert", .staticClass) {
        var members = radixConversions + textConversions + typeChanges + base64Conversions
        members += conversions(to: Bool.self, "ToBoolean", "a truth value: whether it is not zero")
        members += conversions(to: NetChar.self, "ToChar", "a character")
        members += conversions(to: Int8.self, "ToSByte", "an sbyte") + conversions(to: UInt8.self, "ToByte", "a byte")
        members += conversions(to: Int16.self, "ToInt16", "a short") + conversions(to: UInt16.self, "ToUInt16", "a ushort")
        members += conversions(to: Int32.self, "ToInt32", "an int") + conversions(to: UInt32.self, "ToUInt32", "a uint")
        members += conversions(to: Int64.self, "ToInt64", "a long") + conversions(to: UInt64.self, "ToUInt64", "a ulong")
        members += conversions(to: Float.self, "ToSingle", "a float") + conversions(to: Double.self, "ToDouble", "a double")
        members += conversions(to: NetDecimal.self, "ToDecimal", "a decimal")
        return members + conversions(to: NetDateTime.self, "ToDateTime", "a point in time")
    }

    // MARK: Numbers, characters and truth values

    private static func conversions<T: NetConvertible>(to _: T.Type, _ name: String, _ what: String) -> [NetMember] {
        let member = name
        let summary = "The value as \(what)."
        return [
            conversion(Bool.self, T.self, member, summary), conversion(NetChar.self, T.self, member, summary),
            conversion(Int8.self, T.self, member, summary), conversion(UInt8.self, T.self, member, summary),
            conversion(Int16.self, T.self, member, summary), conversion(UInt16.self, T.self, member, summary),
            conversion(Int32.self, T.self, member, summary), conversion(UInt32.self, T.self, member, summary),
            conversion(Int64.self, T.self, member, summary), conversion(UInt64.self, T.self, member, summary),
            conversion(Float.self, T.self, member, summary), conversion(Double.self, T.self, member, summary),
            conversion(NetDecimal.self, T.self, member, summary), conversion(NetDateTime.self, T.self, member, summary),
        ] + conversionsOfTexts(to: T.self, member, what) + conversionsOfObjects(to: T.self, member, what)
    }

    private static func conversion<Source: NetConvertible, T: NetConvertible>(
        _: Source.Type, _: T.Type, _ name: String, _ summary: String
    ) -> NetMember {
        .staticMethod(
            name, summary, ["value"], NetBody { (value: Source) throws(EvaluationError) -> T in try T.converting(value.convertibleValue) })
    }

    private static func conversionsOfTexts<T: NetConvertible>(to _: T.Type, _ name: String, _ what: String) -> [NetMember] {
        [
            .staticMethod(
                name, "What a text shows, as \(what).", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> T in try T.converting(text: text) }),
            .staticMethod(
                name, "What a text of a culture shows, as \(what).", ["value", "provider"],
                NetBody { (text: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> T in try T.converting(text: text) }
            ),
        ]
    }

    private static func conversionsOfObjects<T: NetConvertible>(to _: T.Type, _ name: String, _ what: String) -> [NetMember] {
        [
            .staticMethod(
                name, "The value as \(what); zero for null.", ["value"],
                NetBody { (value: Value) throws(EvaluationError) -> T in try T.converting(value) }),
            .staticMethod(
                name, "The value as \(what) of a culture; zero for null.", ["value", "provider"],
                NetBody { (value: Value, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> T in try T.converting(value) }),
        ]
    }

    // MARK: Bases

    private static var radixConversions: [NetMember] {
        [
            parsing(Int8.self, "ToSByte"), parsing(UInt8.self, "ToByte"), parsing(Int16.self, "ToInt16"), parsing(UInt16.self, "ToUInt16"),
            parsing(Int32.self, "ToInt32"), parsing(UInt32.self, "ToUInt32"), parsing(Int64.self, "ToInt64"),
            parsing(UInt64.self, "ToUInt64"),
            writing(Int16.self), writing(Int32.self), writing(Int64.self),
            .staticMethod(
                "ToString", "The number in base 2, 8, 10 or 16.", ["value", "toBase"],
                NetBody { (number: UInt8, base: Int32) throws(EvaluationError) -> NetString in
                    try RadixConversion.text(Int16(number), base: base)
                }),
        ]
    }

    private static func parsing<T: NetNumber & FixedWidthInteger>(_: T.Type, _ name: String) -> NetMember {
        .staticMethod(
            name, "The number that a text in base 2, 8, 10 or 16 shows.", ["value", "fromBase"],
            NetBody { (text: NetString?, base: Int32) throws(EvaluationError) -> T in try RadixConversion.parse(text, base: base) })
    }

    private static func writing<T: NetNumber & FixedWidthInteger & SignedInteger>(_: T.Type) -> NetMember {
        .staticMethod(
            "ToString", "The number in base 2, 8, 10 or 16; a negative number shows its bits, except in base 10.", ["value", "toBase"],
            NetBody { (number: T, base: Int32) throws(EvaluationError) -> NetString in try RadixConversion.text(number, base: base) })
    }

    // MARK: Texts

    private static var textConversions: [NetMember] {
        let objects = writing(Value.self) { (value) throws(EvaluationError) in try ValueText.text(of: value) }
        let texts = [
            NetMember.staticMethod(
                "ToString", "The text itself.", ["value"], NetBody { (text: NetString?) throws(EvaluationError) -> NetString? in text }),
            .staticMethod(
                "ToString", "The text itself.", ["value", "provider"],
                NetBody { (text: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString? in text }),
        ]
        var members = objects + texts + text(Bool.self) + text(NetChar.self)
        members += text(Int8.self) + text(UInt8.self) + text(Int16.self) + text(UInt16.self)
        members += text(Int32.self) + text(UInt32.self) + text(Int64.self) + text(UInt64.self)
        return members + text(Float.self) + text(Double.self) + text(NetDecimal.self) + text(NetDateTime.self)
    }

    private static func text<T: NetConvertible>(_: T.Type) -> [NetMember] {
        writing(T.self) { (value) throws(EvaluationError) in try ValueText.text(of: value.convertibleValue) }
    }

    private static func writing<T: NetRepresentable>(
        _: T.Type, _ write: @escaping @Sendable (T) throws(EvaluationError) -> NetString
    ) -> [NetMember] {
        [
            .staticMethod(
                "ToString", "The value as text.", ["value"], NetBody { (value: T) throws(EvaluationError) -> NetString in try write(value) }
            ),
            .staticMethod(
                "ToString", "The value as text of a culture.", ["value", "provider"],
                NetBody { (value: T, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in try write(value) }),
        ]
    }

    // MARK: Types that only the run knows

    private static var typeChanges: [NetMember] {
        [
            .staticMethod(
                "ChangeType", "The value as another type.", ["value", "conversionType"],
                NetBody { (value: Value, type: Instance<NetTypeObject>) throws(EvaluationError) -> Value in
                    try ValueConversion.changeType(value, to: type.object.described)
                }),
            .staticMethod(
                "ChangeType", "The value as another type of a culture.", ["value", "conversionType", "provider"],
                NetBody { (value: Value, type: Instance<NetTypeObject>, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> Value in
                    try ValueConversion.changeType(value, to: type.object.described)
                }),
            .staticMethod(
                "ChangeType", "The value as the type of a code.", ["value", "typeCode"],
                NetBody { (value: Value, code: TypeCode) throws(EvaluationError) -> Value in try ValueConversion.changeType(value, to: code)
                }),
            .staticMethod(
                "ChangeType", "The value as the type of a code and a culture.", ["value", "typeCode", "provider"],
                NetBody { (value: Value, code: TypeCode, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> Value in
                    try ValueConversion.changeType(value, to: code)
                }),
            .staticMethod(
                "GetTypeCode", "The code of the value's type.", ["value"],
                NetBody { (value: Value) throws(EvaluationError) -> TypeCode in TypeCode(of: value.type) }),
            .staticMethod(
                "IsDBNull", "Whether the value is a database's null, which no value here is.", ["value"],
                NetBody { (_: Value) throws(EvaluationError) -> Bool in false }),
        ]
    }
}

/// A type that `Convert` converts from and to.
protocol NetConvertible: NetRepresentable {
    init?(box: Value)
    var convertibleValue: Value { get }
}

extension NetConvertible {
    static func converting(_ value: Value) throws(EvaluationError) -> Self {
        guard let converted = Self(box: try ValueConversion.convert(value, to: TypeCode(of: symbol))) else {
            throw .invalidCast(value, to: symbol)
        }
        return converted
    }

    /// Null is zero, except that there is no character for it.
    static func converting(text: NetString?) throws(EvaluationError) -> Self {
        if text == nil, symbol == .char { throw .argumentNull("value") }
        return try converting(text.map { .string($0) } ?? .null)
    }
}

extension NetConvertible where Self: NetOrderedValue {
    var convertibleValue: Value { box }
}

extension Bool: NetConvertible {}
extension Int8: NetConvertible {}
extension UInt8: NetConvertible {}
extension Int16: NetConvertible {}
extension UInt16: NetConvertible {}
extension Int32: NetConvertible {}
extension UInt32: NetConvertible {}
extension Int64: NetConvertible {}
extension UInt64: NetConvertible {}
extension Float: NetConvertible {}
extension Double: NetConvertible {}
extension NetDecimal: NetConvertible {}
extension NetDateTime: NetConvertible {}
extension NetChar: NetConvertible {
    init?(box: Value) { self.init(simple: box) }
    var convertibleValue: Value { simple }
}
