/// The state of one evaluation: the context and the locals, in typed slots that the binder numbered.
///
/// Slots are memory that belongs to the frame alone, without counts or checks in a release build: a local is one load or
/// store. That is safe because
/// - every slot number comes from `FrameLayout.reserve`, and a frame is made with the layout in which its expression's
///   numbers were reserved (`CompiledExpression` keeps both together; constants, which are folded with an empty layout,
///   name no local), so a number is always below its buffer's count;
/// - `init` initialises every slot, stores replace one value by another, and `deinitializeSlots` ends every slot;
/// - a frame cannot be copied, and `FramePlan.withFrame`, which alone makes frames with slots, provides the memory, keeps it
///   until the evaluation is over and ends the slots then.
///
/// The context is not retained: whoever evaluates is given it as a parameter, or holds it until the frame is gone.
struct Frame: ~Copyable {
    private let unretainedContext: Unmanaged<GatewayContext>
    /// The expression whose functions have their slots here.
    let expression: ObjectIdentifier?
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
    /// In time since `Frame.clockOrigin`: an instant's size is not known to the compiler, and a frame's must be.
    var deadline: Duration?
    /// When the clock was looked at last, and how many steps later it is looked at again.
    var lastCheck: Duration?, checkInterval = Frame.stepsBeforeFirstCheck
    /// What is left of the allocation limit, in bytes.
    var remainingBytes: Int
    /// The bodies that this evaluation read.
    var bodiesRead: [ObjectIdentifier] = []

    /// Makes the frame of an expression without locals. The caller holds the context until the frame is gone.
    init(context: GatewayContext) {
        unretainedContext = .passUnretained(context)
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
        checkpoint = max(0, remainingSteps - Self.stepsBeforeFirstCheck)
        remainingBytes = context.environment.limits.allocatedBytes
    }

    /// Makes a frame in memory of at least `layout.byteCount` bytes, aligned to 16.
    fileprivate init(context: GatewayContext, layout: FramePlan, memory: UnsafeMutableRawBufferPointer) {
        unretainedContext = .passUnretained(context)
        expression = layout.expression.map { ObjectIdentifier($0) }
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
        checkpoint = max(0, remainingSteps - Self.stepsBeforeFirstCheck)
        remainingBytes = context.environment.limits.allocatedBytes
    }

    /// The end of a frame. Not a `deinit`, for which the whole frame would be moved first.
    @inline(__always)
    fileprivate mutating func deinitializeSlots() {
        // The other slots hold plain bits. One by one, because that is inlined for the few slots that there are.
        for index in values.indices { values.deinitializeElement(at: index) }
        for index in strings.indices { strings.deinitializeElement(at: index) }
        for index in references.indices { references.deinitializeElement(at: index) }
    }

    var context: GatewayContext { unretainedContext.takeUnretainedValue() }

    /// Reads from the context without retaining it.
    @inline(__always)
    func withContext<Result>(_ read: (GatewayContext) -> Result) -> Result { unretainedContext._withUnsafeGuaranteedRef(read) }

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
        thrownException?.isThrown = true
        return thrownException?.error ?? .nullReference
    }

    /// The object of an error that was caught.
    func exception(of error: EvaluationError) -> NetException {
        if let thrown = thrownException, thrown.error.exceptionType == error.exceptionType, thrown.error.message == error.message {
            return thrown
        }
        return NetException(error)
    }

    /// Keeps a tree of tokens or nodes as long as the request lasts.
    mutating func keep(_ tree: NetObject) throws(EvaluationError) {
        guard tree is JToken || tree is XObject else { return }
        try allocate(MemoryLayout<NetObject>.stride)
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

    @inline(__always)
    mutating func next<Element>(_ count: Int, _ empty: Element) -> UnsafeMutableBufferPointer<Element> {
        let byteCount = count * MemoryLayout<Element>.stride
        guard byteCount > 0, let start = rest.baseAddress else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
        let region = UnsafeMutableBufferPointer(start: start.bindMemory(to: Element.self, capacity: count), count: count)
        for index in 0..<count { region.initializeElement(at: index, to: empty) }
        rest = UnsafeMutableRawBufferPointer(start: start + byteCount, count: rest.count - byteCount)
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
    /// The memory that all slots take.
    private(set) var byteCount = 0

    mutating func reserveFunction() -> Int {
        if expression == nil { expression = ExpressionIdentity() }
        byteCount += MemoryLayout<Int32>.stride
        return Self.increment(&functions)
    }

    /// Reserves a slot and gives its number.
    mutating func reserve(_ carrier: Carrier) -> Int {
        byteCount += carrier.slotByteCount
        return switch carrier {
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
}

/// A layout in which all slots are numbered: an object, because every evaluation reads it.
final class FramePlan: Sendable {
    fileprivate let booleans: Int, int32s: Int, int64s: Int, doubles: Int, strings: Int, references: Int, values: Int, functions: Int
    /// What the functions know their frames by.
    fileprivate let expression: ExpressionIdentity?
    /// The memory that all slots take.
    let byteCount: Int

    init(_ layout: FrameLayout) {
        (booleans, int32s, int64s, doubles) = (layout.booleans, layout.int32s, layout.int64s, layout.doubles)
        (strings, references, values, functions) = (layout.strings, layout.references, layout.values, layout.functions)
        (expression, byteCount) = (layout.expression, layout.byteCount)
    }

    /// The alignment that every slot is content with.
    private static var alignment: Int { 16 }

    /// Evaluates something in a frame of this layout. Frames of ordinary size live on the stack.
    @inline(__always)
    func withFrame<Result>(
        of context: GatewayContext, _ evaluate: (inout Frame) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        guard byteCount > 0 else {
            var frame = Frame(context: context)
            return try evaluate(&frame)
        }
        return try withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: Self.alignment) {
            memory throws(EvaluationError) -> Result in
            var frame = Frame(context: context, layout: self, memory: memory)
            defer { frame.deinitializeSlots() }
            return try evaluate(&frame)
        }
    }
}

extension Carrier {
    /// The memory that a slot takes.
    fileprivate var slotByteCount: Int {
        switch self {
        case .boolean: MemoryLayout<Bool>.stride
        case .int32: MemoryLayout<Int32>.stride
        case .int64: MemoryLayout<Int64>.stride
        case .double: MemoryLayout<Double>.stride
        case .string: MemoryLayout<NetString?>.stride
        case .reference: MemoryLayout<NetObject?>.stride
        case .value, .void: MemoryLayout<Value>.stride
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
        of layout: FramePlan, _ evaluate: (inout Frame) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        var (steps, bytes) = (remainingSteps, remainingBytes)
        let depth = callDepth, until = deadline
        defer { (remainingSteps, remainingBytes) = (steps, bytes) }
        return try layout.withFrame(of: context) { inner throws(EvaluationError) -> Result in
            (inner.remainingSteps, inner.remainingBytes, inner.callDepth, inner.deadline) = (steps, bytes, depth, until)
            inner.checkpoint = max(0, steps - Self.stepsBeforeFirstCheck)
            defer { (steps, bytes) = (inner.remainingSteps, inner.remainingBytes) }
            return try evaluate(&inner)
        }
    }
}
