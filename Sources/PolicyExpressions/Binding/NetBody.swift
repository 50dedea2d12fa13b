import PolicyDiagnostics

/// The body of a library member: a Swift closure, from whose types the signature is derived.
///
/// A body with the evaluation of its arguments becomes one function without captures, so a call on the way of a request
/// boxes nothing and goes through no chain of closures. That needs two things of every initialiser here: it is always
/// inlined, and it makes one closure, which captures nothing but the body.
struct NetBody: Sendable {
    /// Makes the node of a call of a member that no closure of fixed types can be the body of.
    typealias NodeFactory = @Sendable (_ arguments: [EvaluationNode], _ types: [TypeSymbol], _ range: SourceRange) -> EvaluationNode

    private enum Code: Sendable {
        case invocation(Invocation, NetSignature)
        case nodes(NodeFactory)
    }

    /// The types of the arguments, the receiver first.
    let parameters: [TypeSymbol]
    let result: TypeSymbol
    private let code: Code

    @inline(__always)
    init(_ signature: NetSignature, _ invocation: @escaping Invocation) {
        (parameters, result, code) = (signature.parameters, signature.result, .invocation(invocation, signature))
    }

    init(parameters: [TypeSymbol], result: TypeSymbol, nodes: @escaping NodeFactory) {
        (self.parameters, self.result, code) = (parameters, result, .nodes(nodes))
    }

    /// The node of a call. The names are those of the parameters, nil for a receiver.
    func node(
        _ arguments: [EvaluationNode], _ types: [TypeSymbol], parameterNames: [String?], isPure: Bool, _ range: SourceRange
    ) -> EvaluationNode {
        switch code {
        case .nodes(let factory): return factory(arguments, types, range)
        case .invocation(let invocation, let signature):
            guard signature.takes(arguments) else {
                // Our own mistake, reported instead of trapped: the binder converts arguments to the carriers of parameters.
                return ValueCall(range) { (_: inout Frame) throws(EvaluationError) -> Value in
                    throw .invalidOperation("the arguments of a library call were not converted")
                }
            }
            return signature.makeNode(CallSite(arguments, types, parameterNames: parameterNames, isPure: isPure, range), invocation)
        }
    }
}

/// The types that a body takes and gives, and the classes of nodes that carry them.
struct NetSignature: Sendable {
    let parameters: [TypeSymbol]
    let result: TypeSymbol
    private let nodeClasses: [ObjectIdentifier]
    let makeNode: @Sendable (CallSite, @escaping Invocation) -> EvaluationNode

    @inline(never)
    init<each Parameter: NetRepresentable, Result: NetRepresentable>(_ result: Result.Type, _ parameters: repeat (each Parameter).Type) {
        var (symbols, classes) = ([TypeSymbol](), [ObjectIdentifier]())
        repeat symbols.append((each Parameter).symbol)
        repeat classes.append(ObjectIdentifier((each Parameter).Node.self))
        (self.parameters, nodeClasses) = (symbols, classes)
        self.result = Result.symbol
        makeNode = { Result.Carried.node($0, $1) }
    }

    func takes(_ arguments: [EvaluationNode]) -> Bool {
        arguments.count <= CallSite.capacity && arguments.map { type(of: $0).abstractClass } == nodeClasses
    }
}

/// The type arguments of a call, for bodies of generic members that need to know them.
struct TypeArguments: Sendable {
    let types: [TypeSymbol]
    subscript(index: Int) -> TypeSymbol { index < types.count ? types[index] : .object }
}

extension NetBody {
    @inline(__always)
    init<R: NetRepresentable>(
        _ body: @escaping @Sendable () throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self)) { site, frame, place throws(EvaluationError) in
            try body().carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, R: NetRepresentable>(
        _ body: @escaping @Sendable (A) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self)) { site, frame, place throws(EvaluationError) in
            try body(site.first(A.self, &frame)).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>(
        _ body: @escaping @Sendable (A, B) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self)) { site, frame, place throws(EvaluationError) in
            try body(site.first(A.self, &frame), site.second(B.self, &frame)).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>(
        _ body: @escaping @Sendable (A, B, C) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self)) { site, frame, place throws(EvaluationError) in
            try body(site.first(A.self, &frame), site.second(B.self, &frame), site.third(C.self, &frame)).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, R: NetRepresentable>(
        _ body: @escaping @Sendable (A, B, C, D) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self)) { site, frame, place throws(EvaluationError) in
            try body(site.first(A.self, &frame), site.second(B.self, &frame), site.third(C.self, &frame), site.fourth(D.self, &frame))
                .carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, R: NetRepresentable>(
        _ body: @escaping @Sendable (A, B, C, D, E) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self, E.self)) { site, frame, place throws(EvaluationError) in
            try body(
                site.first(A.self, &frame), site.second(B.self, &frame), site.third(C.self, &frame), site.fourth(D.self, &frame),
                site.fifth(E.self, &frame)
            ).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<
        A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, F: NetRepresentable,
        R: NetRepresentable
    >(
        _ body: @escaping @Sendable (A, B, C, D, E, F) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self, E.self, F.self)) { site, frame, place throws(EvaluationError) in
            try body(
                site.first(A.self, &frame), site.second(B.self, &frame), site.third(C.self, &frame), site.fourth(D.self, &frame),
                site.fifth(E.self, &frame), site.sixth(F.self, &frame)
            ).carried.deliver(to: place)
        }
    }
}

extension NetBody {
    /// A body that needs the context: clock, GUIDs, trace.
    @inline(__always)
    init<R: NetRepresentable>(
        context body: @escaping @Sendable (GatewayContext) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self)) { site, frame, place throws(EvaluationError) in
            try body(frame.context).carried.deliver(to: place)
        }
    }

    /// A constructor of a generic type, which needs to know what it makes.
    @inline(__always)
    init<R: NetRepresentable>(
        making body: @escaping @Sendable (TypeArguments) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self)) { site, frame, place throws(EvaluationError) in
            try body(site.types).carried.deliver(to: place)
        }
    }

    /// A generic body that needs the type arguments of its call.
    @inline(__always)
    init<A: NetRepresentable, R: NetRepresentable>(
        generic body: @escaping @Sendable (TypeArguments, A) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self)) { site, frame, place throws(EvaluationError) in
            try body(site.types, site.first(A.self, &frame)).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>(
        generic body: @escaping @Sendable (TypeArguments, A, B) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self)) { site, frame, place throws(EvaluationError) in
            try body(site.types, site.first(A.self, &frame), site.second(B.self, &frame)).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>(
        generic body: @escaping @Sendable (TypeArguments, A, B, C) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self)) { site, frame, place throws(EvaluationError) in
            try body(site.types, site.first(A.self, &frame), site.second(B.self, &frame), site.third(C.self, &frame)).carried.deliver(
                to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, R: NetRepresentable>(
        generic body: @escaping @Sendable (TypeArguments, A, B, C, D) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self)) { site, frame, place throws(EvaluationError) in
            try body(
                site.types, site.first(A.self, &frame), site.second(B.self, &frame), site.third(C.self, &frame), site.fourth(D.self, &frame)
            ).carried.deliver(to: place)
        }
    }
}
