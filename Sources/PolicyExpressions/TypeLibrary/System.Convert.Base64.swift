extension NetType {
    /// `Convert`'s members for Base64.
    static var base64Conversions: [NetMember] {
        [
            .staticMethod(
                "ToBase64String", "The bytes as Base64.", ["inArray"],
                NetBody { (bytes: [UInt8]) throws(EvaluationError) -> NetString in NetString(Base64.encode(bytes)) })
        ]
    }
}
