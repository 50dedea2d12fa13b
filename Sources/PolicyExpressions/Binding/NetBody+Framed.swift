import PolicyDiagnostics

// Bodies that are given the frame: they call delegates, walk through sequences, count steps and memory, or need the context.
//
// Exclusive access to the frame is handed from the evaluation of one argument to the next and then to the body, hence the
// constants.
extension NetBody {
    @inline(__always)
    init<R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self)) { _, frame, place throws(EvaluationError) in
            try body(&frame).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            try body(&frame, a).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A, B) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            try body(&frame, a, b).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A, B, C) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            let c = try site.third(C.self, &frame)
            try body(&frame, a, b, c).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A, B, C, D) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            let c = try site.third(C.self, &frame)
            let d = try site.fourth(D.self, &frame)
            try body(&frame, a, b, c, d).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, R: NetRepresentable>(
        framed body: @escaping @Sendable (inout Frame, A, B, C, D, E) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self, E.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            let c = try site.third(C.self, &frame)
            let d = try site.fourth(D.self, &frame)
            let e = try site.fifth(E.self, &frame)
            try body(&frame, a, b, c, d, e).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<
        A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, F: NetRepresentable,
        R: NetRepresentable
    >(
        framed body: @escaping @Sendable (inout Frame, A, B, C, D, E, F) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self, E.self, F.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            let c = try site.third(C.self, &frame)
            let d = try site.fourth(D.self, &frame)
            let e = try site.fifth(E.self, &frame)
            let f = try site.sixth(F.self, &frame)
            try body(&frame, a, b, c, d, e, f).carried.deliver(to: place)
        }
    }
}

extension NetBody {
    /// A body that is also given the type arguments of its call.
    @inline(__always)
    init<R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self)) { site, frame, place throws(EvaluationError) in
            try body(&frame, site.types).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            try body(&frame, site.types, a).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            try body(&frame, site.types, a, b).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B, C) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            let c = try site.third(C.self, &frame)
            try body(&frame, site.types, a, b, c).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B, C, D) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            let c = try site.third(C.self, &frame)
            let d = try site.fourth(D.self, &frame)
            try body(&frame, site.types, a, b, c, d).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, R: NetRepresentable>(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B, C, D, E) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self, E.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            let c = try site.third(C.self, &frame)
            let d = try site.fourth(D.self, &frame)
            let e = try site.fifth(E.self, &frame)
            try body(&frame, site.types, a, b, c, d, e).carried.deliver(to: place)
        }
    }

    @inline(__always)
    init<
        A: NetRepresentable, B: NetRepresentable, C: NetRepresentable, D: NetRepresentable, E: NetRepresentable, F: NetRepresentable,
        R: NetRepresentable
    >(
        framedGeneric body: @escaping @Sendable (inout Frame, TypeArguments, A, B, C, D, E, F) throws(EvaluationError) -> R
    ) {
        self.init(NetSignature(R.self, A.self, B.self, C.self, D.self, E.self, F.self)) { site, frame, place throws(EvaluationError) in
            let a = try site.first(A.self, &frame)
            let b = try site.second(B.self, &frame)
            let c = try site.third(C.self, &frame)
            let d = try site.fourth(D.self, &frame)
            let e = try site.fifth(E.self, &frame)
            let f = try site.sixth(F.self, &frame)
            try body(&frame, site.types, a, b, c, d, e, f).carried.deliver(to: place)
        }
    }
}
