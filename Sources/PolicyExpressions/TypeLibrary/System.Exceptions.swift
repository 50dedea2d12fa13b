extension NetException: NetClass {
    static var symbol: TypeSymbol { .exception }
}

extension NetType {
    /// `System.Exception`.
    static let exception: NetType = NetType("System", "Exception") {
        constructors { NetType.exception } + [
            .property(
                "Message", "What went wrong.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString in
                    NetString(exception.object.error.message)
                }),
            .property(
                "InnerException", "The exception that led to this one.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> Instance<NetException>? in
                    exception.object.inner.map { Instance($0) }
                }),
            .method(
                "ToString", "Type and message.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString in
                    try ValueText.text(of: exception.object)
                }),
        ]
    }

    /// The exceptions that expressions throw and catch most.
    static let exceptions: [NetType] = [exception, systemException, argumentException] + derived

    private static let systemException: NetType = exception("System", "SystemException", base: exception)
    private static let argumentException: NetType = exception("System", "ArgumentException", base: systemException)

    private static let derived: [NetType] =
        [
            argument("ArgumentNullException") { .argumentNull($0) },
            argument("ArgumentOutOfRangeException") { .argumentOutOfRange($0) },
        ]
        + [
            "InvalidOperationException", "FormatException", "InvalidCastException", "NullReferenceException", "IndexOutOfRangeException",
            "NotSupportedException", "NotImplementedException", "OverflowException", "DivideByZeroException", "TimeoutException",
        ].map { exception("System", $0, base: systemException) }
        + [
            exception("System.Collections.Generic", "KeyNotFoundException", base: systemException)
        ]

    static func exception(_ namespace: String, _ name: String, base: NetType) -> NetType {
        NetType(namespace, name, base: .named(base, [])) {
            constructors { TypeLibrary.standard.exceptionType("\(namespace).\(name)").definition ?? .exception }
        }
    }

    /// An exception whose one-text constructor takes the name of an argument.
    private static func argument(_ name: String, _ error: @escaping @Sendable (String) -> EvaluationError) -> NetType {
        let type: @Sendable () -> NetType = { TypeLibrary.standard.exceptionType("System.\(name)").definition ?? .exception }
        return NetType("System", name, base: .named(argumentException, [])) {
            [
                .constructor(
                    "An exception that names an argument.", ["paramName"],
                    NetBody { (parameter: NetString?) throws(EvaluationError) -> Instance<NetException> in
                        Instance(NetException(type: .named(type(), []), error: error(parameter?.string ?? "")))
                    })
            ]
        }
    }

    private static func constructors(_ type: @escaping @Sendable () -> NetType) -> [NetMember] {
        [
            .constructor(
                "An exception with the type's own message.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetException> in
                    Instance(NetException(type: .named(type(), []), message: nil))
                }),
            .constructor(
                "An exception with a message.", ["message"],
                NetBody { (message: NetString?) throws(EvaluationError) -> Instance<NetException> in
                    Instance(NetException(type: .named(type(), []), message: message))
                }),
            .constructor(
                "An exception with a message and the exception that led to it.", ["message", "innerException"],
                NetBody { (message: NetString?, inner: Instance<NetException>?) throws(EvaluationError) -> Instance<NetException> in
                    Instance(NetException(type: .named(type(), []), message: message, inner: inner?.object))
                }),
        ]
    }
}
