// The exceptions below System.Exception that expressions throw and catch.
extension NetType {
    /// Every exception of the namespace System and what belongs to it.
    static let exceptions: [NetType] =
        [
            exception, systemException, argumentException, invalidOperationException, formatException, arithmeticException,
            aggregateException,
        ]
        + argumentExceptions + [operationCanceledException, objectDisposedException] + plainExceptions

    private static let systemException: NetType = exception("System", "SystemException", base: exception)
    private static let invalidOperationException: NetType = exception("System", "InvalidOperationException", base: systemException)
    private static let notSupportedException: NetType = exception("System", "NotSupportedException", base: systemException)
    private static let formatException: NetType = exception("System", "FormatException", base: systemException)
    private static let arithmeticException: NetType = exception("System", "ArithmeticException", base: systemException)
    static let timeoutException: NetType = exception("System", "TimeoutException", base: systemException)
    private static let operationCanceledException: NetType = exception("System", "OperationCanceledException", base: systemException)

    private static let cryptographicException: NetType = exception(
        "System.Security.Cryptography", "CryptographicException", base: systemException)

    private static let plainExceptions: [NetType] =
        [
            "InvalidCastException", "NullReferenceException", "IndexOutOfRangeException", "RankException", "ArrayTypeMismatchException",
            "NotImplementedException", "OutOfMemoryException", "UnauthorizedAccessException",
        ].map { exception("System", $0, base: systemException) }
        + [
            notSupportedException, exception("System", "PlatformNotSupportedException", base: notSupportedException),
            exception("System", "ApplicationException", base: exception),
            exception("System", "TimeZoneNotFoundException", base: exception),
            exception("System", "InvalidTimeZoneException", base: exception),
            exception("System", "OverflowException", base: arithmeticException),
            exception("System", "DivideByZeroException", base: arithmeticException),
            exception("System", "UriFormatException", base: formatException),
            exception("System.Threading.Tasks", "TaskCanceledException", base: operationCanceledException),
            exception("System.Collections.Generic", "KeyNotFoundException", base: systemException),
            exception("System.IO", "IOException", base: systemException), cryptographicException,
            exception("System.Security.Cryptography", "CryptographicUnexpectedOperationException", base: cryptographicException),
            exception("System.Text.RegularExpressions", "RegexParseException", base: argumentException),
            regexMatchTimeoutException, timeoutException,
            exception("System.Xml", "XmlException", base: systemException),
        ]

    /// An exception with the constructors that all have: nothing, a message, a message with the exception that led to it.
    static func exception(_ namespace: String, _ name: String, base: NetType) -> NetType {
        NetType(namespace, name, base: .named(base, [])) { constructors(named("\(namespace).\(name)")) }
    }

    private static func named(_ name: String) -> @Sendable () -> NetType {
        { TypeLibrary.standard.exceptionType(name).definition ?? .exception }
    }

    static func constructors(_ type: @escaping @Sendable () -> NetType) -> [NetMember] {
        [emptyConstructor(type), messageConstructor(type), innerConstructor(type)]
    }

    private static func emptyConstructor(_ type: @escaping @Sendable () -> NetType) -> NetMember {
        .constructor(
            "An exception with the type's own message.", [],
            NetBody { () throws(EvaluationError) -> Instance<NetException> in
                Instance(try NetException(type: .named(type(), []), message: nil))
            })
    }

    private static func messageConstructor(_ type: @escaping @Sendable () -> NetType) -> NetMember {
        .constructor(
            "An exception with a message.", ["message"],
            NetBody { (message: NetString?) throws(EvaluationError) -> Instance<NetException> in
                Instance(try NetException(type: .named(type(), []), message: message))
            })
    }

    private static func innerConstructor(_ type: @escaping @Sendable () -> NetType) -> NetMember {
        .constructor(
            "An exception with a message and the exception that led to it.", ["message", "innerException"],
            NetBody { (message: NetString?, inner: Instance<NetException>?) throws(EvaluationError) -> Instance<NetException> in
                Instance(try NetException(type: .named(type(), []), message: message, inner: inner.map { [$0.object] } ?? []))
            })
    }
}

// MARK: - Exceptions about arguments

extension NetType {
    private static let argumentException: NetType = NetType("System", "ArgumentException", base: .named(systemException, [])) {
        constructors { argumentException } + [
            .constructor(
                "An exception with a message about an argument.", ["message", "paramName"],
                NetBody { (message: NetString?, name: NetString?) throws(EvaluationError) -> Instance<NetException> in
                    Instance(try NetException(type: .named(argumentException, []), message: message, argument: name))
                }),
            .constructor(
                "An exception with a message about an argument and the exception that led to it.",
                ["message", "paramName", "innerException"],
                NetBody {
                    (message: NetString?, name: NetString?, inner: Instance<NetException>?) throws(EvaluationError)
                        -> Instance<NetException> in
                    Instance(
                        try NetException(
                            type: .named(argumentException, []), message: message, argument: name, inner: inner.map { [$0.object] } ?? []))
                }),
            .property(
                "ParamName", "The argument that was wrong, or null.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString? in
                    exception.object.error.argumentName.map { NetString($0) }
                }),
        ]
    }

    private static let argumentExceptions: [NetType] = [argumentNullException, argumentOutOfRangeException]

    private static let argumentNullException: NetType = NetType("System", "ArgumentNullException", base: .named(argumentException, [])) {
        argumentConstructors { argumentNullException }
    }

    private static let argumentOutOfRangeException: NetType = NetType(
        "System", "ArgumentOutOfRangeException", base: .named(argumentException, [])
    ) {
        argumentConstructors { argumentOutOfRangeException } + [
            .constructor(
                "An exception about the value of an argument.", ["paramName", "actualValue", "message"],
                NetBody { (name: NetString?, value: Value, message: NetString?) throws(EvaluationError) -> Instance<NetException> in
                    Instance(
                        try NetException(
                            type: .named(argumentOutOfRangeException, []), message: message, argument: name, actualValue: value))
                }),
            .property(
                "ActualValue", "The value of the argument, or null.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> Value in exception.object.actualValue }),
        ]
    }

    /// The constructors of exceptions whose only text is the name of an argument.
    private static func argumentConstructors(_ type: @escaping @Sendable () -> NetType) -> [NetMember] {
        [
            emptyConstructor(type), innerConstructor(type),
            .constructor(
                "An exception that names an argument.", ["paramName"],
                NetBody { (name: NetString?) throws(EvaluationError) -> Instance<NetException> in
                    Instance(try NetException(type: .named(type(), []), message: nil, argument: name))
                }),
            .constructor(
                "An exception that names an argument, with a message.", ["paramName", "message"],
                NetBody { (name: NetString?, message: NetString?) throws(EvaluationError) -> Instance<NetException> in
                    Instance(try NetException(type: .named(type(), []), message: message, argument: name))
                }),
        ]
    }

    private static let objectDisposedException: NetType = NetType(
        "System", "ObjectDisposedException", base: .named(invalidOperationException, [])
    ) {
        let type: @Sendable () -> NetType = { objectDisposedException }
        return [
            innerConstructor(type),
            .constructor(
                "An exception that names an object.", ["objectName"],
                NetBody { (name: NetString?) throws(EvaluationError) -> Instance<NetException> in
                    Instance(try NetException(type: .named(type(), []), message: nil, objectName: name))
                }),
            .constructor(
                "An exception that names an object, with a message.", ["objectName", "message"],
                NetBody { (name: NetString?, message: NetString?) throws(EvaluationError) -> Instance<NetException> in
                    Instance(try NetException(type: .named(type(), []), message: message, objectName: name))
                }),
            .property(
                "ObjectName", "The name of the object.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> NetString in exception.object.objectName ?? "" }),
        ]
    }
}

// MARK: - Several exceptions in one

extension NetType {
    /// `System.AggregateException`.
    static let aggregateException: NetType = NetType("System", "AggregateException", base: .named(exception, [])) {
        constructors { aggregateException } + aggregateConstructors + aggregateParts
    }

    private static var aggregateConstructors: [NetMember] {
        [
            .constructor(
                "An exception made of several.", [.params("innerExceptions")],
                NetBody { (inner: [Instance<NetException>]) throws(EvaluationError) -> Instance<NetException> in
                    try aggregate(nil, inner.map(\.object))
                }),
            .constructor(
                "An exception made of several, with a message.", ["message", .params("innerExceptions")],
                NetBody { (message: NetString?, inner: [Instance<NetException>]) throws(EvaluationError) -> Instance<NetException> in
                    try aggregate(message, inner.map(\.object))
                }),
            .constructor(
                "An exception made of several.", ["innerExceptions"],
                NetBody(framed: {
                    (frame: inout Frame, inner: SequenceOf<Instance<NetException>>) throws(EvaluationError) -> Instance<NetException> in
                    try aggregate(nil, [Instance<NetException>].elements(inner.elements(&frame)))
                })),
            .constructor(
                "An exception made of several, with a message.", ["message", "innerExceptions"],
                NetBody(framed: {
                    (frame: inout Frame, message: NetString?, inner: SequenceOf<Instance<NetException>>) throws(EvaluationError)
                        -> Instance<NetException> in
                    try aggregate(message, [Instance<NetException>].elements(inner.elements(&frame)))
                })),
        ]
    }

    private static func aggregate(_ message: NetString?, _ inner: [NetException]) throws(EvaluationError) -> Instance<NetException> {
        Instance(try NetException(type: .named(aggregateException, []), message: message, inner: inner))
    }

    private static var aggregateParts: [NetMember] {
        [
            .property(
                "InnerExceptions", "The exceptions that this one is made of.",
                NetBody { (exception: Instance<NetException>) throws(EvaluationError) -> ExceptionList in
                    ExceptionList(exception.object.innerExceptions)
                }),
            .method(
                "Flatten", "The exception with the parts of its AggregateExceptions in their place.",
                NetBody(framed: {
                    (frame: inout Frame, exception: Instance<NetException>) throws(EvaluationError) -> Instance<NetException> in
                    var (flat, waiting): ([NetException], [NetException]) = ([], exception.object.innerExceptions.reversed())
                    while let next = waiting.popLast() {
                        try frame.step()
                        let isAggregate = next.type.definition === aggregateException
                        if isAggregate { waiting += next.innerExceptions.reversed() } else { flat.append(next) }
                    }
                    return try aggregate(nil, flat)
                })),
        ]
    }
}

/// Exceptions as `IList<Exception>`.
private struct ExceptionList: NetRepresentable {
    private let list: NetList

    init(_ exceptions: [NetException]) { list = NetList(type: .list(of: .exception), items: exceptions.map { .object($0) }) }

    static var symbol: TypeSymbol { .listInterface(of: .exception) }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        throw .invalidOperation("a list of exceptions is never an argument")
    }
    var carried: NetObject? { list }
}

extension Instance: NetArrayElement {
    init?(element: Value) {
        guard case .object(let object) = element, let typed = object as? Object else { return nil }
        self.init(typed)
    }
    var element: Value { .object(object) }
}

extension Array where Element == Instance<NetException> {
    /// The exceptions of a sequence; throws ArgumentException for null among them.
    fileprivate static func elements(_ values: [Value]) throws(EvaluationError) -> [NetException] {
        var exceptions: [NetException] = []
        for value in values {
            guard case .object(let object) = value, let exception = object as? NetException else {
                throw .argument("An element of innerExceptions was null.")
            }
            exceptions.append(exception)
        }
        return exceptions
    }
}
