extension NetType {
    /// `System.Boolean`.
    static let boolean: NetType = NetType("System", "Boolean", .structure, keyword: "bool", carrier: .boolean) {
        NetMember.orderAndEquality(Bool.self) + [
            NetMember.typeCode(Bool.self),
            .method(
                "ToString", "True or False.",
                NetBody { (value: Bool) throws(EvaluationError) -> NetString in value ? "True" : "False" }),
            .method(
                "ToString", "True or False, in every culture.", ["provider"],
                NetBody { (value: Bool, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in value ? "True" : "False" }),
            .staticMethod(
                "Parse", "The truth value that a text names, in any case.", ["value"],
                NetBody { (text: NetString) throws(EvaluationError) -> Bool in try NumberParsing.boolean(text) }),
            .staticMethod(
                "TryParse", "Whether a text names a truth value, and that value, otherwise false.", ["value", .out("result")],
                NetBody(framed: { (frame: inout Frame, text: NetString?, result: Out<Bool>) throws(EvaluationError) -> Bool in
                    let value = text.flatMap(NumberParsing.readBoolean)
                    try result.set(.boolean(value ?? false), &frame)
                    return value != nil
                })),
            staticText("TrueString", "The text of true.", "True"),
            staticText("FalseString", "The text of false.", "False"),
        ]
    }

    private static func staticText(_ name: String, _ summary: String, _ text: NetString) -> NetMember {
        .staticProperty(name, summary, NetBody { () throws(EvaluationError) -> NetString in text })
    }
}
