import PolicyDiagnostics

/// The body of a library member: a Swift closure, from whose types the signature is derived.
///
/// The closures made here are specialised for the body's types, so a call on the way of a request boxes nothing and
/// builds no array.
struct NetBody: Sendable {
    /// The types of the arguments, the receiver first.
    let parameters: [TypeSymbol]
    let result: TypeSymbol
    /// Makes the node factory. The names are those of the parameters, nil for a receiver.
    let factory: @Sendable (_ names: [String?]) -> NetMember.Factory
}

/// The node of a call whose arguments did not have the carriers that its signature demands: our own mistake, reported
/// instead of trapped.
extension NetBody {
    static func mismatch(_ range: SourceRange) -> EvaluationNode {
        ValueCall(range) { (_: inout Frame) throws(EvaluationError) -> Value in
            throw .invalidOperation("the arguments of a library call were not converted")
        }
    }
}

/// The type arguments of a call, for bodies of generic members that need to know them.
struct TypeArguments: Sendable {
    let types: [TypeSymbol]
    subscript(index: Int) -> TypeSymbol { index < types.count ? types[index] : .object }
}

extension NetBody {
    init<R: NetRepresentable>(_ body: @escaping @Sendable () throws(EvaluationError) -> R) {
        parameters = []
        result = R.symbol
        factory = { _ in { _, _, range in R.call(range) { (_: inout Frame) throws(EvaluationError) -> R in try body() } } }
    }

    /// A body that needs the context: clock, GUIDs, trace.
    init<R: NetRepresentable>(context body: @escaping @Sendable (GatewayContext) throws(EvaluationError) -> R) {
        parameters = []
        result = R.symbol
        factory = { _ in
            { _, _, range in R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in try body(frame.context) } }
        }
    }

    init<A: NetRepresentable, R: NetRepresentable>(_ body: @escaping @Sendable (A) throws(EvaluationError) -> R) {
        parameters = [A.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]) else { return Self.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(A.evaluate(a, &frame, parameter: names[0]))
                }
            }
        }
    }

    /// A constructor of a generic type, which needs to know what it makes.
    init<R: NetRepresentable>(making body: @escaping @Sendable (TypeArguments) throws(EvaluationError) -> R) {
        parameters = []
        result = R.symbol
        factory = { _ in
            { _, types, range in
                let types = TypeArguments(types: types)
                return R.call(range) { (_: inout Frame) throws(EvaluationError) -> R in try body(types) }
            }
        }
    }

    /// A generic body that needs the type arguments of its call.
    init<A: NetRepresentable, R: NetRepresentable>(generic body: @escaping @Sendable (TypeArguments, A) throws(EvaluationError) -> R) {
        parameters = [A.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0]) else { return Self.mismatch(range) }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(types, A.evaluate(a, &frame, parameter: names[0]))
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>(_ body: @escaping @Sendable (A, B) throws(EvaluationError) -> R) {
        parameters = [A.symbol, B.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]), let b = B.node(arguments[1]) else { return Self.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(A.evaluate(a, &frame, parameter: names[0]), B.evaluate(b, &frame, parameter: names[1]))
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>(
        generic body: @escaping @Sendable (TypeArguments, A, B) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0]), let b = B.node(arguments[1]) else { return Self.mismatch(range) }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(types, A.evaluate(a, &frame, parameter: names[0]), B.evaluate(b, &frame, parameter: names[1]))
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>(
        _ body: @escaping @Sendable (A, B, C) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]), let b = B.node(arguments[1]), let c = C.node(arguments[2]) else {
                    return Self.mismatch(range)
                }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(
                        A.evaluate(a, &frame, parameter: names[0]), B.evaluate(b, &frame, parameter: names[1]),
                        C.evaluate(c, &frame, parameter: names[2]))
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>(
        generic body: @escaping @Sendable (TypeArguments, A, B, C) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0]), let b = B.node(arguments[1]), let c = C.node(arguments[2]) else {
                    return Self.mismatch(range)
                }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(
                        types, A.evaluate(a, &frame, parameter: names[0]), B.evaluate(b, &frame, parameter: names[1]),
                        C.evaluate(c, &frame, parameter: names[2]))
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, R: NetRepresentable>(
        _ body: @escaping @Sendable (A, B, C, D) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol, D.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]), let b = B.node(arguments[1]), let c = C.node(arguments[2]), let d = D.node(arguments[3])
                else { return Self.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(
                        A.evaluate(a, &frame, parameter: names[0]), B.evaluate(b, &frame, parameter: names[1]),
                        C.evaluate(c, &frame, parameter: names[2]), D.evaluate(d, &frame, parameter: names[3]))
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, R: NetRepresentable>(
        generic body: @escaping @Sendable (TypeArguments, A, B, C, D) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol, D.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0]), let b = B.node(arguments[1]), let c = C.node(arguments[2]), let d = D.node(arguments[3])
                else { return Self.mismatch(range) }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(
                        types, A.evaluate(a, &frame, parameter: names[0]), B.evaluate(b, &frame, parameter: names[1]),
                        C.evaluate(c, &frame, parameter: names[2]), D.evaluate(d, &frame, parameter: names[3]))
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, R: NetRepresentable>(
        _ body: @escaping @Sendable (A, B, C, D, E) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol, D.symbol, E.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]), let b = B.node(arguments[1]), let c = C.node(arguments[2]),
                    let d = D.node(arguments[3]), let e = E.node(arguments[4])
                else { return Self.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    try body(
                        A.evaluate(a, &frame, parameter: names[0]), B.evaluate(b, &frame, parameter: names[1]),
                        C.evaluate(c, &frame, parameter: names[2]), D.evaluate(d, &frame, parameter: names[3]),
                        E.evaluate(e, &frame, parameter: names[4]))
                }
            }
        }
    }
}
