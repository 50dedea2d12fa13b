/// The state of one evaluation: the context and the locals, in typed slots that the binder numbered.
///
/// Slots are memory that belongs to the frame alone, without counts or checks: a local is one load or store. That is safe
/// because
/// - every slot number comes from `FrameLayout.reserve`, and a frame is made with the layout in which its expression's
///   numbers were reserved (`CompiledExpression` keeps both together; constants, which are folded with an empty layout,
///   name no local), so a number is always below the count of its region;
/// - `init` initialises every slot, stores replace one value by another, and `end` ends every slot;
/// - a frame cannot be copied; the memory comes from the context's `SlotMemory`, a stack, and goes back there by `end`.
///   Frames of one context end in the opposite order of their beginnings, because an evaluation is one call.
///
/// The context is not retained: whoever evaluates is given it as a parameter, or holds it until the frame is gone.
///
/// Everything here is plain bits but `rareState`, so that making and ending a frame costs some stores and nothing else.
struct Frame: ~Copyable {
    private let unretainedContext: Unmanaged<GatewayContext>
    /// The expression whose functions have their slots here.
    let expression: ObjectIdentifier?
    let booleans: UnsafeMutablePointer<Bool>
    let int32s: UnsafeMutablePointer<Int32>
    let int64s: UnsafeMutablePointer<Int64>
    let doubles: UnsafeMutablePointer<Double>
    let strings: UnsafeMutablePointer<NetString?>
    let references: UnsafeMutablePointer<NetObject?>
    let values: UnsafeMutablePointer<Value>
    /// How many calls of each function are under way.
    private let callsUnderWay: UnsafeMutablePointer<Int32>
    /// The number of the label that `goto` goes to.
    var jumpTarget = 0
    /// How many calls of functions within calls there may still be.
    fileprivate(set) var remainingCallDepth: Int
    private let callDepthLimit: Int
    /// What is left of the step limit.
    var remainingSteps: Int
    /// When so many steps are left, clock and cancellation are looked at.
    var checkpoint: Int
    /// What is left of the allocation limit, in bytes.
    var remainingBytes: Int
    /// The body that this evaluation read first; nearly always there is no other.
    var firstBodyRead: ObjectIdentifier?
    /// What few evaluations need.
    var rareState: RareFrameState?

    /// Makes the frame of an expression without locals. The caller holds the context until the frame is gone.
    @inline(__always)
    init(context: GatewayContext) { self.init(context: context, expression: nil, SlotRegions(start: Self.nowhere)) }

    /// Makes a frame; `end` must be called with the same plan.
    @inline(__always)
    init(context: GatewayContext, _ plan: FramePlan) {
        guard plan.byteCount > 0 else {
            self.init(context: context)
            return
        }
        let regions = SlotRegions(start: context.slotMemory.take(plan.byteCount))
        regions.initialize(plan)
        self.init(context: context, expression: plan.expressionIdentifier, regions, plan)
    }

    @inline(__always)
    private init(context: GatewayContext, expression: ObjectIdentifier?, _ regions: SlotRegions, _ plan: FramePlan? = nil) {
        unretainedContext = .passUnretained(context)
        self.expression = expression
        values = regions.region(0)
        strings = regions.region(plan?.stringsOffset ?? 0)
        references = regions.region(plan?.referencesOffset ?? 0)
        int64s = regions.region(plan?.int64sOffset ?? 0)
        doubles = regions.region(plan?.doublesOffset ?? 0)
        int32s = regions.region(plan?.int32sOffset ?? 0)
        callsUnderWay = regions.region(plan?.functionsOffset ?? 0)
        booleans = regions.region(plan?.booleansOffset ?? 0)
        let limits = context.grantedLimits
        (remainingSteps, remainingBytes) = (limits.steps, limits.bytes)
        (remainingCallDepth, callDepthLimit) = (limits.callDepth, limits.callDepth)
        checkpoint = max(0, remainingSteps - Self.stepsBeforeFirstCheck)
    }

    /// Ends the slots and gives their memory back.
    @inline(__always)
    mutating func end(_ plan: FramePlan) {
        if plan.byteCount > 0 { endSlots(plan) }
    }

    @inline(never)
    private mutating func endSlots(_ plan: FramePlan) {
        // The other slots hold plain bits.
        for index in 0..<plan.values { (values + index).deinitialize(count: 1) }
        for index in 0..<plan.strings { (strings + index).deinitialize(count: 1) }
        for index in 0..<plan.references { (references + index).deinitialize(count: 1) }
        let memory = UnsafeMutableRawPointer(values)
        withContext { $0.slotMemory.giveBack(memory, plan.byteCount) }
    }

    /// Where slots would be if there were any.
    private static var nowhere: UnsafeMutableRawPointer { UnsafeMutableRawPointer(bitPattern: 16).unsafelyUnwrapped }

    var context: GatewayContext { unretainedContext.takeUnretainedValue() }

    /// Reads from the context without retaining it.
    @inline(__always)
    func withContext<Result>(_ read: (GatewayContext) -> Result) -> Result { unretainedContext._withUnsafeGuaranteedRef(read) }

    @inline(__always)
    func isUnderWay(_ function: Int) -> Bool { callsUnderWay[function] != 0 }

    /// Counts a call in; calls within calls are limited, because each takes its part of the thread's stack.
    @inline(__always)
    mutating func enterFunction(_ function: Int) throws(EvaluationError) {
        remainingCallDepth &-= 1
        // Most calls are not within others; those that are, and the last ones, are looked at.
        if remainingCallDepth < uncheckedCallDepth { try checkCallDepth() }
        callsUnderWay[function] &+= 1
    }

    /// Down to here nobody looks at the stack: some calls within calls always have room.
    private var uncheckedCallDepth: Int { callDepthLimit &- 8 }

    @inline(never)
    private mutating func checkCallDepth() throws(EvaluationError) {
        guard remainingCallDepth >= 0, hasStackForCall() else {
            let depth = callDepthLimit - remainingCallDepth - 1
            remainingCallDepth += 1
            throw .limit(.callDepth, "The expression called functions within each other \(depth) deep, which is the limit.")
        }
    }

    @inline(__always)
    mutating func leaveFunction(_ function: Int) {
        remainingCallDepth &+= 1
        callsUnderWay[function] &-= 1
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

/// The memory of a frame's slots, cut into one region for each carrier.
private struct SlotRegions {
    let start: UnsafeMutableRawPointer

    @inline(__always)
    func region<Element>(_ offset: Int) -> UnsafeMutablePointer<Element> {
        // Bound for the frame's whole life: no other type is ever stored there.
        (start + offset).assumingMemoryBound(to: Element.self)
    }

    @inline(__always)
    func initialize(_ plan: FramePlan) {
        for index in 0..<plan.values { (region(0) + index).initialize(to: Value.null) }
        for index in 0..<plan.strings { (region(plan.stringsOffset) + index).initialize(to: NetString?.none) }
        for index in 0..<plan.references { (region(plan.referencesOffset) + index).initialize(to: NetObject?.none) }
        // Zero is the first value of every number, and false.
        let plain = plan.int64sOffset
        if plan.hasPlainSlots { (start + plain).initializeMemory(as: UInt8.self, repeating: 0, count: plan.byteCount - plain) }
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
}

/// A layout in which all slots are numbered: plain numbers, so that an evaluation reads them where they are and counts
/// no reference.
struct FramePlan: Sendable, BitwiseCopyable {
    fileprivate let strings: Int, references: Int, values: Int
    // Those with the greatest strides come first, so that each region ends where the next one may begin.
    fileprivate let stringsOffset: Int, referencesOffset: Int, int64sOffset: Int, doublesOffset: Int, int32sOffset: Int
    fileprivate let functionsOffset: Int, booleansOffset: Int
    /// What the functions know their frames by; whoever holds a plan holds the object as well.
    let expressionIdentifier: ObjectIdentifier?
    /// Whether there are slots of numbers or Booleans.
    fileprivate let hasPlainSlots: Bool
    /// The memory that all slots take, a multiple of their alignment.
    let byteCount: Int

    init(_ layout: FrameLayout) {
        (strings, references, values) = (layout.strings, layout.references, layout.values)
        expressionIdentifier = layout.expression.map { ObjectIdentifier($0) }
        stringsOffset = values * MemoryLayout<Value>.stride
        referencesOffset = stringsOffset + strings * MemoryLayout<NetString?>.stride
        int64sOffset = referencesOffset + references * MemoryLayout<NetObject?>.stride
        doublesOffset = int64sOffset + layout.int64s * MemoryLayout<Int64>.stride
        int32sOffset = doublesOffset + layout.doubles * MemoryLayout<Double>.stride
        functionsOffset = int32sOffset + layout.int32s * MemoryLayout<Int32>.stride
        booleansOffset = functionsOffset + layout.functions * MemoryLayout<Int32>.stride
        let end = booleansOffset + layout.booleans * MemoryLayout<Bool>.stride
        (hasPlainSlots, byteCount) = (end > int64sOffset, SlotMemory.rounded(end))
    }

    /// Evaluates something in a frame of this layout.
    @inline(__always)
    func withFrame<Result>(
        of context: GatewayContext, _ evaluate: (inout Frame) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        var frame = Frame(context: context, self)
        defer { frame.end(self) }
        return try evaluate(&frame)
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
        let calls = remainingCallDepth, until = deadline
        defer { (remainingSteps, remainingBytes) = (steps, bytes) }
        return try layout.withFrame(of: context) { inner throws(EvaluationError) -> Result in
            (inner.remainingSteps, inner.remainingBytes, inner.remainingCallDepth, inner.deadline) = (steps, bytes, calls, until)
            inner.checkpoint = max(0, steps - Self.stepsBeforeFirstCheck)
            defer { (steps, bytes) = (inner.remainingSteps, inner.remainingBytes) }
            return try evaluate(&inner)
        }
    }
}
