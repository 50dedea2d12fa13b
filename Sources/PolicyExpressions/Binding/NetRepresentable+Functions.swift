import PolicyDiagnostics

// MARK: - out and ref

/// A variable that a member assigns.
class LocationNode: EvaluationNode {
    final override class var abstractClass: ObjectIdentifier { ObjectIdentifier(LocationNode.self) }
    /// The variable's value, boxed; only a `ref` argument is asked for it.
    func value(_ frame: inout Frame) throws(EvaluationError) -> Value { throw .invalidOperation("abstract evaluation node") }
    func assign(_ value: Value, _ frame: inout Frame) throws(EvaluationError) { throw .invalidOperation("abstract evaluation node") }
}

/// An `out` parameter in the body of a library member.
struct Out<Wrapped: NetRepresentable>: NetRepresentable {
    private let location: LocationNode

    static var symbol: TypeSymbol { Wrapped.symbol }
    static func evaluate(_ node: LocationNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        Self(location: node)
    }
    /// Only a parameter is `out`; a result never is.
    var carried: NetVoid { NetVoid() }

    /// Gives the variable its value, boxed as the parameter's type.
    func set(_ value: Value, _ frame: inout Frame) throws(EvaluationError) { try location.assign(value, &frame) }
}

/// A `ref` parameter in the body of a library member.
struct Ref<Wrapped: NetRepresentable>: NetRepresentable {
    private let location: LocationNode

    static var symbol: TypeSymbol { Wrapped.symbol }
    static func evaluate(_ node: LocationNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        Self(location: node)
    }
    /// Only a parameter is `ref`; a result never is.
    var carried: NetVoid { NetVoid() }

    /// The variable's value, boxed.
    func value(_ frame: inout Frame) throws(EvaluationError) -> Value { try location.value(&frame) }

    /// Gives the variable its value, boxed as the parameter's type.
    func set(_ value: Value, _ frame: inout Frame) throws(EvaluationError) { try location.assign(value, &frame) }
}

// MARK: - Delegates

/// A delegate in the body of a library member. Arguments and results are boxed.
protocol NetDelegateRepresentable: NetRepresentable where Node == ReferenceNode {
    var delegate: NetDelegate { get }
    init(_ delegate: NetDelegate)
}

extension NetDelegateRepresentable {
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        guard let delegate = object.cast(to: NetDelegate.self) else { throw .invalidCast(.object(object), to: symbol) }
        return Self(delegate)
    }
    var carried: NetObject? { delegate }
}

/// `Func<R>`.
struct Function0<R: NetRepresentable>: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .function([], R.symbol) }
    func invoke(_ frame: inout Frame) throws(EvaluationError) -> Value { try delegate.invoke(&frame) }
}

/// `Func<A, R>`.
struct Function1<A: NetRepresentable, R: NetRepresentable>: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .function([A.symbol], R.symbol) }
    func invoke(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Value { try delegate.invoke(argument, &frame) }
}

extension Function1 where R == Bool {
    func test(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool { try delegate.test(argument, &frame) }
}

/// `Func<A, B, R>`.
struct Function2<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .function([A.symbol, B.symbol], R.symbol) }
    func invoke(_ first: Value, _ second: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        try delegate.invoke(first, second, &frame)
    }
}

extension Function2 where R == Bool {
    func test(_ first: Value, _ second: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        try delegate.test(first, second, &frame)
    }
}

/// `Func<A, B, C, R>`.
struct Function3<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .function([A.symbol, B.symbol, C.symbol], R.symbol) }
    func invoke(_ first: Value, _ second: Value, _ third: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        try delegate.invoke([first, second, third], &frame)
    }
}

/// `Action<A>`.
struct Action1<A: NetRepresentable>: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .action([A.symbol]) }
    func invoke(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) { _ = try delegate.invoke(argument, &frame) }
}

/// `Predicate<A>`.
struct PredicateOf<A: NetRepresentable>: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .named(.predicate, [A.symbol]) }
    func test(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool { try delegate.test(argument, &frame) }
}

/// `Comparison<A>`.
struct ComparisonOf<A: NetRepresentable>: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .named(.comparison, [A.symbol]) }
    func compare(_ first: Value, _ second: Value, _ frame: inout Frame) throws(EvaluationError) -> Int32 {
        guard case .int32(let order) = try delegate.invoke(first, second, &frame) else { return 0 }
        return order
    }
}

/// `Converter<A, B>`.
struct ConverterOf<A: NetRepresentable, B: NetRepresentable>: NetDelegateRepresentable {
    let delegate: NetDelegate
    init(_ delegate: NetDelegate) { self.delegate = delegate }
    static var symbol: TypeSymbol { .named(.converter, [A.symbol, B.symbol]) }
    func invoke(_ argument: Value, _ frame: inout Frame) throws(EvaluationError) -> Value { try delegate.invoke(argument, &frame) }
}

extension NetDelegateRepresentable where Self: NetNullable {
    static var optionalSymbol: TypeSymbol { symbol }
    static func evaluateOptional(_ node: ReferenceNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        guard let object = try node.evaluate(&frame) else { return nil }
        guard let delegate = object.cast(to: NetDelegate.self) else { throw .invalidCast(.object(object), to: symbol) }
        return Self(delegate)
    }
    static func optionalCarried(_ value: Self?) -> NetObject? { value?.delegate }
}

extension Function1: NetNullable {}
extension ComparisonOf: NetNullable {}
