extension NetType {
    /// `System.Convert`.
    static let convert: NetType = NetType("System", "Convert", .staticClass) {
        [
            .staticMethod(
                "ToString", "The value as text.", ["value"],
                NetBody { (value: Value) throws(EvaluationError) -> NetString in try ValueText.text(of: value) }),
            .staticMethod(
                "ToString", "The text itself.", ["value"], NetBody { (text: NetString?) throws(EvaluationError) -> NetString? in text }),
            .staticMethod(
                "ToInt32", "The number that a text shows; 0 for null.", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> Int32 in
                    guard let text else { return 0 }
                    return try NumberParsing.int32(text, styles: .integer)
                }),
            .staticMethod(
                "ToBase64String", "The bytes as Base64.", ["inArray"],
                NetBody { (bytes: [UInt8]) throws(EvaluationError) -> NetString in NetString(Base64.encode(bytes)) }),
        ]
    }
}
