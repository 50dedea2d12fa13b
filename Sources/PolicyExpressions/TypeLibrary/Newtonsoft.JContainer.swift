extension NetType {
    /// `Newtonsoft.Json.Linq.JContainer`.
    static let jContainer: NetType = NetType(linqToJson, "JContainer", base: .named(.jToken, [])) {
        containerReads + containerChanges
    }

    private static var containerReads: [NetMember] {
        [
            .property(
                "Count", "The number of children.",
                NetBody { (token: TypedToken<JContainer>) throws(EvaluationError) -> Int32 in Int32(token.object.count) }),
            .method(
                "Descendants", "Every token below this one, each in front of its children.",
                NetBody { (token: TypedToken<JContainer>) throws(EvaluationError) -> SequenceOf<Instance<JToken>> in
                    SequenceOf(token.object.descendantSequence(includingSelf: false))
                }),
            .method(
                "DescendantsAndSelf", "This token and every token below it, each in front of its children.",
                NetBody { (token: TypedToken<JContainer>) throws(EvaluationError) -> SequenceOf<Instance<JToken>> in
                    SequenceOf(token.object.descendantSequence(includingSelf: true))
                }),
        ]
    }

    private static var containerChanges: [NetMember] {
        [
            .method(
                "Add", "Adds a token, a value or the elements of a list at the end.", ["content"],
                NetBody(framed: { (frame: inout Frame, token: TypedToken<JContainer>, content: Value) throws(EvaluationError) -> NetVoid in
                    try token.object.add(content: content, &frame)
                    return NetVoid()
                })),
            .method(
                "AddFirst", "Adds a token, a value or the elements of a list in front of the others.", ["content"],
                NetBody(framed: { (frame: inout Frame, token: TypedToken<JContainer>, content: Value) throws(EvaluationError) -> NetVoid in
                    try token.object.insert(content: content, at: 0, &frame)
                    return NetVoid()
                })),
            .method(
                "RemoveAll", "Takes all children out.",
                NetBody { (token: TypedToken<JContainer>) throws(EvaluationError) -> NetVoid in
                    try token.object.removeAll()
                    return NetVoid()
                }),
            .method(
                "ReplaceAll", "Takes all children out and adds a token, a value or the elements of a list.", ["content"],
                NetBody(framed: { (frame: inout Frame, token: TypedToken<JContainer>, content: Value) throws(EvaluationError) -> NetVoid in
                    try token.object.replaceAll(with: content, &frame)
                    return NetVoid()
                })),
            .method(
                "Merge", "Merges the members or elements of another token into this one; elements are added at the end.", ["content"],
                NetBody(framed: { (frame: inout Frame, token: TypedToken<JContainer>, content: Value) throws(EvaluationError) -> NetVoid in
                    try JsonMerge(settings: JsonMergeSettings()).merge(content, into: token.object, &frame)
                    return NetVoid()
                })),
            .method(
                "Merge", "Merges the members or elements of another token into this one, as the settings say.", ["content", "settings"],
                NetBody(framed: {
                    (frame: inout Frame, token: TypedToken<JContainer>, content: Value, settings: Instance<JsonMergeSettings>?)
                        throws(EvaluationError) -> NetVoid in
                    try JsonMerge(settings: settings?.object ?? JsonMergeSettings()).merge(content, into: token.object, &frame)
                    return NetVoid()
                })),
        ]
    }
}
