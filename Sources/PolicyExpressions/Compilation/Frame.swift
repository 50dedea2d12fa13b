/// The state of one evaluation: the context and the locals, in typed slots that the binder numbered.
///
/// Slots are memory that belongs to the frame alone, without counts or checks in a release build: a local is one load or
/// store. That is safe because
/// - every slot number comes from `FrameLayout.reserve`, and a frame is made with the layout in which its expression's
///   numbers were reserved (`CompiledExpression` keeps both together; constants, which are folded with an empty layout,
///   name no local), so a number is always below its buffer's count;
/// - `init` initialises every slot, stores replace one value by another, and `deinit` deinitialises every slot;
/// - a frame cannot be copied, and its memory outlives it: `FrameLayout.withFrame` provides both.
struct Frame: ~Copyable {
    let context: GatewayContext
    /// The expression whose functions have their slots here.
    let expression: ExpressionIdentity?
    let booleans: UnsafeMutableBufferPointer<Bool>
    let int32s: UnsafeMutableBufferPointer<Int32>
    let int64s: UnsafeMutableBufferPointer<Int64>
    let doubles: UnsafeMutableBufferPointer<Double>
    let strings: UnsafeMutableBufferPointer<NetString?>
    let references: UnsafeMutableBufferPointer<NetObject?>
    let values: UnsafeMutableBufferPointer<Value>
    /// The number of the label that `goto` goes to.
    var jumpTarget = 0
    /// The exception that `throw` threw last, so that a catch clause gets the same object with its inner exception.
    var thrownException: NetException?
    /// What `throw;` throws again.
    var caughtError: EvaluationError?
    /// What filters said about the exception under way, when a finally block had to wait for them.
    var exceptionSearch: ExceptionSearch?
    /// How many calls of each function are under way.
    private let callsUnderWay: UnsafeMutableBufferPointer<Int32>
    /// Calls of functions within calls.
    private(set) var callDepth = 0
    /// What is left of the step limit.
    var remainingSteps: Int
    /// When so many steps are left, clock and cancellation are looked at.
    var checkpoint: Int
    /// When the evaluation must end; nil until the clock was first looked at.
    var deadline: ContinuousClock.Instant?
    /// What is left of the allocation limit, in bytes.
    var remainingBytes: Int
    /// The bodies that this evaluation read.
    var bodiesRead: [ObjectIdentifier] = []

    /// Makes the frame of an expression without locals.
    init(context: GatewayContext) {
        self.context = context
        expression = nil
        booleans = UnsafeMutableBufferPointer(start: nil, count: 0)
        int32s = UnsafeMutableBufferPointer(start: nil, count: 0)
        int64s = UnsafeMutableBufferPointer(start: nil, count: 0)
        doubles = UnsafeMutableBufferPointer(start: nil, count: 0)
        strings = UnsafeMutableBufferPointer(start: nil, count: 0)
        references = UnsafeMutableBufferPointer(start: nil, count: 0)
        values = UnsafeMutableBufferPointer(start: nil, count: 0)
        callsUnderWay = UnsafeMutableBufferPointer(start: nil, count: 0)
        remainingSteps = context.environment.limits.steps
        checkpoint = max(0, remainingSteps - Self.stepsBetweenChecks)
        remainingBytes = context.environment.limits.allocatedBytes
    }

    /// Makes a frame in memory of at least `layout.byteCount` bytes, aligned to `FrameLayout.alignment`.
    fileprivate init(context: GatewayContext, layout: FrameLayout, memory: UnsafeMutableRawBufferPointer) {
        self.context = context
        expression = layout.expression
        var regions = SlotRegions(memory)
        // Those with the greatest strides come first, so that each region ends where the next one may begin.
        values = regions.next(layout.values, .null)
        strings = regions.next(layout.strings, nil)
        references = regions.next(layout.references, nil)
        int64s = regions.next(layout.int64s, 0)
        doubles = regions.next(layout.doubles, 0)
        int32s = regions.next(layout.int32s, 0)
        callsUnderWay = regions.next(layout.functions, 0)
        booleans = regions.next(layout.booleans, false)
        remainingSteps = context.environment.limits.steps
        checkpoint = max(0, remainingSteps - Self.stepsBetweenChecks)
        remainingBytes = context.environment.limits.allocatedBytes
    }

    deinit {
        // The other slots hold plain bits.
        values.deinitialize()
        strings.deinitialize()
        references.deinitialize()
    }

    func isUnderWay(_ function: Int) -> Bool { callsUnderWay[function] != 0 }

    /// Counts a call in; calls within calls are limited, because each takes its part of the thread's stack.
    mutating func enterFunction(_ function: Int) throws(EvaluationError) {
        guard callDepth < context.environment.limits.callDepth, callDepth < 8 || hasStackForCall() else {
            throw .limit(.callDepth, "The expression called functions within each other \(callDepth) deep, which is the limit.")
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
        if remainingSteps < checkpoint { try checkLimits() }
    }
}

/// Cuts a frame's memory into its slots.
private struct SlotRegions {
    private var rest: UnsafeMutableRawBufferPointer

    init(_ memory: UnsafeMutableRawBufferPointer) { rest = memory }

    mutating func next<Element>(_ count: Int, _ empty: Element) -> UnsafeMutableBufferPointer<Element> {
        let byteCount = count * MemoryLayout<Element>.stride
        let region = UnsafeMutableRawBufferPointer(rebasing: rest[..<byteCount]).bindMemory(to: Element.self)
        region.initialize(repeating: empty)
        rest = UnsafeMutableRawBufferPointer(rebasing: rest[byteCount...])
        return region
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
    /// What the functions know their frames by.
    private(set) var expression: ExpressionIdentity?

    mutating func reserveFunction() -> Int {
        if expression == nil { expression = ExpressionIdentity() }
        return Self.increment(&functions)
    }

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

    /// The alignment that every slot is content with.
    static let alignment = 16

    /// The memory that all slots take.
    var byteCount: Int {
        values * MemoryLayout<Value>.stride + strings * MemoryLayout<NetString?>.stride + (references + int64s + doubles) * 8
            + (int32s + functions) * 4 + booleans
    }

    /// Evaluates something in a frame of this layout. Frames of ordinary size live on the stack.
    func withFrame<Result>(
        of context: GatewayContext, _ evaluate: (inout Frame) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        let byteCount = byteCount
        guard byteCount > 0 else {
            var frame = Frame(context: context)
            return try evaluate(&frame)
        }
        return try withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: Self.alignment) {
            memory throws(EvaluationError) -> Result in
            var frame = Frame(context: context, layout: self, memory: memory)
            return try evaluate(&frame)
        }
    }
}

/// What tells an expression's frames from those of others.
///
/// A delegate or a lazy sequence can leave its expression in a variable. Called from another expression it must not touch
/// that one's slots.
final class ExpressionIdentity: Sendable {}

extension Frame {
    /// Evaluates in a frame of another layout, with what is left of this one's limits.
    mutating func inFrame<Result>(
        of layout: FrameLayout, _ evaluate: (inout Frame) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        var (steps, bytes) = (remainingSteps, remainingBytes)
        let depth = callDepth, until = deadline
        defer { (remainingSteps, remainingBytes) = (steps, bytes) }
        return try layout.withFrame(of: context) { inner throws(EvaluationError) -> Result in
            (inner.remainingSteps, inner.remainingBytes, inner.callDepth, inner.deadline) = (steps, bytes, depth, until)
            inner.checkpoint = max(0, steps - Self.stepsBetweenChecks)
            defer { (steps, bytes) = (inner.remainingSteps, inner.remainingBytes) }
            return try evaluate(&inner)
        }
    }
}
