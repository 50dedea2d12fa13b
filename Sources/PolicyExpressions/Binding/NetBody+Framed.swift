import PolicyDiagnostics

// Bodies that are given the frame: they call delegates, walk through sequences, count steps and memory, or need the context.
extension NetBody {
    init<R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame) throws(EvaluationError) -> R
    ) {
        parameters = []
        result = R.symbol
        factory = { _ in
            { _, _, range in
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    return try body(&frame)
                }
            }
        }
    }

    init<A: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0])
                else { return NetBody.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    return try body(&frame, a)
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A, B) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]),
                    let b = B.node(arguments[1])
                else { return NetBody.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    let b = try B.evaluate(b, &frame, parameter: names[1])
                    return try body(&frame, a, b)
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A, B, C) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]),
                    let b = B.node(arguments[1]),
                    let c = C.node(arguments[2])
                else { return NetBody.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    let b = try B.evaluate(b, &frame, parameter: names[1])
                    let c = try C.evaluate(c, &frame, parameter: names[2])
                    return try body(&frame, a, b, c)
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A, B, C, D) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol, D.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]),
                    let b = B.node(arguments[1]),
                    let c = C.node(arguments[2]),
                    let d = D.node(arguments[3])
                else { return NetBody.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    let b = try B.evaluate(b, &frame, parameter: names[1])
                    let c = try C.evaluate(c, &frame, parameter: names[2])
                    let d = try D.evaluate(d, &frame, parameter: names[3])
                    return try body(&frame, a, b, c, d)
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A, B, C, D, E) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol, D.symbol, E.symbol]
        result = R.symbol
        factory = { names in
            { arguments, _, range in
                guard let a = A.node(arguments[0]),
                    let b = B.node(arguments[1]),
                    let c = C.node(arguments[2]),
                    let d = D.node(arguments[3]),
                    let e = E.node(arguments[4])
                else { return NetBody.mismatch(range) }
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    let b = try B.evaluate(b, &frame, parameter: names[1])
                    let c = try C.evaluate(c, &frame, parameter: names[2])
                    let d = try D.evaluate(d, &frame, parameter: names[3])
                    let e = try E.evaluate(e, &frame, parameter: names[4])
                    return try body(&frame, a, b, c, d, e)
                }
            }
        }
    }

    /// A body that is also given the type arguments of its call.
    init<R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments) throws(EvaluationError) -> R
    ) {
        parameters = []
        result = R.symbol
        factory = { _ in
            { _, types, range in
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    return try body(&frame, types)
                }
            }
        }
    }

    init<A: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0])
                else { return NetBody.mismatch(range) }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    return try body(&frame, types, a)
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0]),
                    let b = B.node(arguments[1])
                else { return NetBody.mismatch(range) }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    let b = try B.evaluate(b, &frame, parameter: names[1])
                    return try body(&frame, types, a, b)
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B, C) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0]),
                    let b = B.node(arguments[1]),
                    let c = C.node(arguments[2])
                else { return NetBody.mismatch(range) }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    let b = try B.evaluate(b, &frame, parameter: names[1])
                    let c = try C.evaluate(c, &frame, parameter: names[2])
                    return try body(&frame, types, a, b, c)
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B, C, D) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol, D.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0]),
                    let b = B.node(arguments[1]),
                    let c = C.node(arguments[2]),
                    let d = D.node(arguments[3])
                else { return NetBody.mismatch(range) }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    let b = try B.evaluate(b, &frame, parameter: names[1])
                    let c = try C.evaluate(c, &frame, parameter: names[2])
                    let d = try D.evaluate(d, &frame, parameter: names[3])
                    return try body(&frame, types, a, b, c, d)
                }
            }
        }
    }

    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B, C, D, E) throws(EvaluationError) -> R
    ) {
        parameters = [A.symbol, B.symbol, C.symbol, D.symbol, E.symbol]
        result = R.symbol
        factory = { names in
            { arguments, types, range in
                guard let a = A.node(arguments[0]),
                    let b = B.node(arguments[1]),
                    let c = C.node(arguments[2]),
                    let d = D.node(arguments[3]),
                    let e = E.node(arguments[4])
                else { return NetBody.mismatch(range) }
                let types = TypeArguments(types: types)
                return R.call(range) { (frame: inout Frame) throws(EvaluationError) -> R in
                    let a = try A.evaluate(a, &frame, parameter: names[0])
                    let b = try B.evaluate(b, &frame, parameter: names[1])
                    let c = try C.evaluate(c, &frame, parameter: names[2])
                    let d = try D.evaluate(d, &frame, parameter: names[3])
                    let e = try E.evaluate(e, &frame, parameter: names[4])
                    return try body(&frame, types, a, b, c, d, e)
                }
            }
        }
    }
}
