extension NetException: NetClass {
    static var symbol: TypeSymbol { .exception }
}

extension NetType {
    /// `System.Exception`.
    static let exception: NetType = NetType("System", "Exception") {
        constructors { NetType.exception } + exceptionTexts + exceptionDetails
    }

    private static var exceptionTexts: [NetMember] {
        [
            .property(
                "Message", "What went wrong.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString in
                    NetString(exception.object.error.message)
                }),
            .property(
                "InnerException", "The exception that led to this one, or null.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> Instance<NetException>? in
                    exception.object.inner.map { Instance($0) }
                }),
            .method(
                "GetBaseException", "The first cause: the last exception in the chain of inner ones.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> Instance<NetException> in
                    Instance(exception.object.baseException)
                }),
            .method(
                "ToString", "Type and message, the same of the inner exceptions, and where it was thrown.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString in
                    try exception.object.invariantText()
                }),
            .property(
                "StackTrace", "Where the exception was thrown, or null before it was.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString? in exception.object.stackTrace }),
        ]
    }

    private static var exceptionDetails: [NetMember] {
        [
            .property(
                "Data", "Values that were added to the exception.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> Instance<NetExceptionData> in
                    Instance(exception.object.data)
                }),
            .property(
                "HResult", "The exception's number.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> Int32 in exception.object.resultCode },
                setter: NetBody { (exception: Instance<NetException>, code: Int32) throws(EvaluationError) -> NetVoid in
                    exception.object.resultCode = code
                    return NetVoid()
                }),
            .property(
                "HelpLink", "Where help is to be found.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString? in exception.object.helpLink },
                setter: NetBody { (exception: Instance<NetException>, link: NetString?) throws(EvaluationError) -> NetVoid in
                    exception.object.helpLink = link
                    return NetVoid()
                }),
            .property(
                "Source", "The name of what threw the exception.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString? in exception.object.source },
                setter: NetBody { (exception: Instance<NetException>, source: NetString?) throws(EvaluationError) -> NetVoid in
                    exception.object.source = source
                    return NetVoid()
                }),
        ]
    }

    /// `System.Collections.IDictionary`, as `Exception.Data` has it.
    static let exceptionData: NetType = NetType("System.Collections", "IDictionary", .interface) {
        [
            .indexer(
                "The value of a key, or null.", ["key"],
                NetBody { (data: Instance<NetExceptionData>, key: Value) throws(EvaluationError) -> Value in
                    data.object.entries[try dataKey(key)] ?? .null
                },
                setter: NetBody { (data: Instance<NetExceptionData>, key: Value, value: Value) throws(EvaluationError) -> NetVoid in
                    data.object.entries[try dataKey(key)] = value
                    return NetVoid()
                }),
            .property(
                "Count", "The number of keys.",
                NetBody { (data: Instance<NetExceptionData>) throws(EvaluationError) -> Int32 in Int32(data.object.entries.count) }),
            .method(
                "Contains", "Whether there is a value for a key.", ["key"],
                NetBody { (data: Instance<NetExceptionData>, key: Value) throws(EvaluationError) -> Bool in
                    data.object.entries[try dataKey(key)] != nil
                }),
            .method(
                "Add", "Adds a value under a key that has none yet.", ["key", "value"],
                NetBody { (data: Instance<NetExceptionData>, key: Value, value: Value) throws(EvaluationError) -> NetVoid in
                    guard data.object.entries.updateValue(value, forKey: try dataKey(key)) == nil else {
                        throw .argument(
                            "Item has already been added. Key in dictionary: '\(try ValueText.text(of: key))'  Key being added: "
                                + "'\(try ValueText.text(of: key))'")
                    }
                    return NetVoid()
                }),
            .method(
                "Remove", "Removes a key with its value.", ["key"],
                NetBody { (data: Instance<NetExceptionData>, key: Value) throws(EvaluationError) -> NetVoid in
                    data.object.entries[try dataKey(key)] = nil
                    return NetVoid()
                }),
            .method(
                "Clear", "Removes every key.",
                NetBody { (data: Instance<NetExceptionData>) throws(EvaluationError) -> NetVoid in
                    data.object.entries = [:]
                    return NetVoid()
                }),
        ]
    }

    private static func dataKey(_ key: Value) throws(EvaluationError) -> Value {
        guard !key.isNull else { throw .argumentNull("key") }
        return key
    }
}
