/// The state of one evaluation: the context and the locals, in typed slots that the binder numbered.
struct Frame {
    let context: GatewayContext
    var booleans: ContiguousArray<Bool>
    var int32s: ContiguousArray<Int32>
    var int64s: ContiguousArray<Int64>
    var doubles: ContiguousArray<Double>
    var strings: ContiguousArray<NetString?>
    var references: ContiguousArray<NetObject?>
    var values: ContiguousArray<Value>
    /// The element that `foreach` hands to its variable.
    var pendingElement = Value.null
    /// The exception that `throw` threw last, so that a catch clause gets the same object with its inner exception.
    var thrownException: NetException?
    /// What `throw;` throws again.
    var caughtError: EvaluationError?
    /// How many calls of each function are under way.
    private var callsUnderWay: ContiguousArray<Int32>
    /// Calls of functions within calls.
    private var callDepth = 0
    /// What is left of the step limit.
    var remainingSteps: Int
    /// What is left of the allocation limit, in bytes.
    var remainingBytes: Int

    init(context: GatewayContext, layout: FrameLayout) {
        self.context = context
        booleans = ContiguousArray(repeating: false, count: layout.booleans)
        int32s = ContiguousArray(repeating: 0, count: layout.int32s)
        int64s = ContiguousArray(repeating: 0, count: layout.int64s)
        doubles = ContiguousArray(repeating: 0, count: layout.doubles)
        strings = ContiguousArray(repeating: nil, count: layout.strings)
        references = ContiguousArray(repeating: nil, count: layout.references)
        values = ContiguousArray(repeating: .null, count: layout.values)
        callsUnderWay = ContiguousArray(repeating: 0, count: layout.functions)
        remainingSteps = context.environment.limits.steps
        remainingBytes = context.environment.limits.allocatedBytes
    }

    func isUnderWay(_ function: Int) -> Bool { callsUnderWay[function] != 0 }

    /// Counts a call in; calls within calls are limited, because each takes its part of the thread's stack.
    mutating func enterFunction(_ function: Int) throws(EvaluationError) {
        guard callDepth < context.environment.limits.callDepth else {
            throw .limit(.callDepth, "The expression called functions more than \(context.environment.limits.callDepth) deep.")
        }
        callDepth += 1
        callsUnderWay[function] += 1
    }

    mutating func leaveFunction(_ function: Int) {
        callDepth -= 1
        callsUnderWay[function] -= 1
    }

    /// Counts memory whose size an input decides.
    mutating func allocate(_ bytes: Int) throws(EvaluationError) {
        remainingBytes &-= bytes
        if remainingBytes < 0 {
            throw .limit(.allocation, "The expression allocated more than \(context.environment.limits.allocatedBytes) bytes.")
        }
    }

    /// Remembers what `throw` throws, and gives the error that stands for it; throwing null is itself an error.
    mutating func error(throwing object: NetObject?) -> EvaluationError {
        thrownException = object as? NetException
        return thrownException?.error ?? .nullReference
    }

    /// The object of an error that was caught.
    func exception(of error: EvaluationError) -> NetException {
        if let thrown = thrownException, thrown.error.exceptionType == error.exceptionType, thrown.error.message == error.message {
            return thrown
        }
        return NetException(error)
    }

    /// Keeps a tree as long as the request lasts.
    mutating func keep(_ tree: JToken) throws(EvaluationError) {
        try allocate(MemoryLayout<JToken>.stride)
        context.keptTrees.append(tree)
    }

    /// Counts work that an input can make long: turns of a loop, elements of a library call.
    @inline(__always)
    mutating func step(_ count: Int = 1) throws(EvaluationError) {
        remainingSteps &-= count
        if remainingSteps < 0 { throw .limit(.steps, "The expression took more than \(context.environment.limits.steps) steps.") }
    }
}

/// How many slots of each carrier an expression's locals need.
///
/// Plain numbers: every evaluation asks for each of them.
struct FrameLayout: Sendable {
    private(set) var booleans = 0
    private(set) var int32s = 0
    private(set) var int64s = 0
    private(set) var doubles = 0
    private(set) var strings = 0
    private(set) var references = 0
    private(set) var values = 0
    /// Lambdas and local functions.
    private(set) var functions = 0

    mutating func reserveFunction() -> Int { Self.increment(&functions) }

    /// Reserves a slot and gives its number.
    mutating func reserve(_ carrier: Carrier) -> Int {
        switch carrier {
        case .boolean: Self.increment(&booleans)
        case .int32: Self.increment(&int32s)
        case .int64: Self.increment(&int64s)
        case .double: Self.increment(&doubles)
        case .string: Self.increment(&strings)
        case .reference: Self.increment(&references)
        case .value, .void: Self.increment(&values)
        }
    }

    private static func increment(_ count: inout Int) -> Int {
        defer { count += 1 }
        return count
    }
}
