import PolicyDiagnostics

/// What one call of a library member gives its body besides the frame: the nodes of the arguments, and where it stands.
///
/// A body takes its arguments by place without looking at their classes. That is safe because `NetBody.node` makes a call
/// only of nodes whose abstract classes are those that the body's parameter types name, and nothing here changes later.
final class CallSite {
    let range: SourceRange
    let types: TypeArguments
    /// The parameters' names, nil for a receiver: what an ArgumentNullException names.
    let parameterNames: [String?]
    /// Whether a pure member is called with values that are the same at every evaluation.
    let isPure: Bool
    private let nodes: (EvaluationNode?, EvaluationNode?, EvaluationNode?, EvaluationNode?, EvaluationNode?, EvaluationNode?)

    /// How many arguments a body can have.
    static let capacity = 6

    init(_ arguments: [EvaluationNode], _ types: [TypeSymbol], parameterNames: [String?], isPure: Bool, _ range: SourceRange) {
        (self.range, self.types, self.parameterNames) = (range, TypeArguments(types: types), parameterNames)
        self.isPure = isPure && arguments.allSatisfy(\.isPure)
        let node = { (index: Int) in index < arguments.count ? arguments[index] : nil }
        nodes = (node(0), node(1), node(2), node(3), node(4), node(5))
    }

    @inline(__always)
    func first<T: NetRepresentable>(_ type: T.Type, _ frame: inout Frame) throws(EvaluationError) -> T {
        try evaluate(nodes.0, 0, &frame)
    }

    @inline(__always)
    func second<T: NetRepresentable>(_ type: T.Type, _ frame: inout Frame) throws(EvaluationError) -> T {
        try evaluate(nodes.1, 1, &frame)
    }

    @inline(__always)
    func third<T: NetRepresentable>(_ type: T.Type, _ frame: inout Frame) throws(EvaluationError) -> T {
        try evaluate(nodes.2, 2, &frame)
    }

    @inline(__always)
    func fourth<T: NetRepresentable>(_ type: T.Type, _ frame: inout Frame) throws(EvaluationError) -> T {
        try evaluate(nodes.3, 3, &frame)
    }

    @inline(__always)
    func fifth<T: NetRepresentable>(_ type: T.Type, _ frame: inout Frame) throws(EvaluationError) -> T {
        try evaluate(nodes.4, 4, &frame)
    }

    @inline(__always)
    func sixth<T: NetRepresentable>(_ type: T.Type, _ frame: inout Frame) throws(EvaluationError) -> T {
        try evaluate(nodes.5, 5, &frame)
    }

    @inline(__always)
    private func evaluate<T: NetRepresentable>(_ node: EvaluationNode?, _ index: Int, _ frame: inout Frame) throws(EvaluationError) -> T {
        try T.evaluate(
            unsafeDowncast(node.unsafelyUnwrapped, to: T.Node.self), &frame, parameter: ParameterReference(site: self, index: index))
    }
}

/// A parameter of a call, for the exception that names it.
struct ParameterReference {
    fileprivate let site: CallSite
    fileprivate let index: Int
}

/// What a null receiver or argument throws.
@inline(never)
func nullFailure(_ parameter: ParameterReference) -> EvaluationError {
    if let name = parameter.site.parameterNames[parameter.index] { .argumentNull(name) } else { .nullReference }
}

/// Evaluates a call's arguments, runs the body, and stores the result in memory of the carrier that the body's result
/// type names.
///
/// One shape for all bodies, without generic parameters: only so does the optimizer put arguments and body into one
/// function, which the call's node then calls directly.
typealias Invocation = @Sendable (CallSite, inout Frame, UnsafeMutableRawPointer) throws(EvaluationError) -> Void

/// A Swift type in which evaluation nodes carry values: the result type of an abstract node class.
protocol CarriedValue: SendableMetatype {
    /// The node of a call whose body gives this type.
    static func node(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode
}

extension CarriedValue {
    /// Hands a result to the call's node, whose memory holds no object yet.
    @inline(__always)
    func deliver(to place: UnsafeMutableRawPointer) { place.assumingMemoryBound(to: Self.self).initialize(to: self) }

    /// Runs a call. The memory starts with a value that owns nothing, so initialising it again leaks nothing.
    @inline(__always)
    static func result(_ site: CallSite, _ invocation: Invocation, _ frame: inout Frame, _ empty: Self) throws(EvaluationError) -> Self {
        var result = empty
        do {
            try withUnsafeMutablePointer(to: &result) { place throws(EvaluationError) in
                try invocation(site, &frame, UnsafeMutableRawPointer(place))
            }
        } catch { throw error.located(at: site.range) }
        return result
    }
}

extension Bool: CarriedValue {
    static func node(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode { BooleanMemberCall(site, invocation) }
}

extension Int32: CarriedValue {
    static func node(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode { Int32MemberCall(site, invocation) }
}

extension Int64: CarriedValue {
    static func node(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode { Int64MemberCall(site, invocation) }
}

extension Double: CarriedValue {
    static func node(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode { DoubleMemberCall(site, invocation) }
}

extension Value: CarriedValue {
    static func node(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode { ValueMemberCall(site, invocation) }
}

extension NetVoid: CarriedValue {
    static func node(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode { VoidMemberCall(site, invocation) }
}

/// What nodes carry as an optional: strings and objects.
protocol CarriedOptional: SendableMetatype {
    static func optionalNode(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode
}

extension Optional: CarriedValue where Wrapped: CarriedOptional {
    static func node(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode { Wrapped.optionalNode(site, invocation) }
}

extension NetString: CarriedOptional {
    static func optionalNode(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode { StringMemberCall(site, invocation) }
}

extension NetObject: CarriedOptional {
    static func optionalNode(_ site: CallSite, _ invocation: @escaping Invocation) -> EvaluationNode {
        ReferenceMemberCall(site, invocation)
    }
}

// MARK: - Nodes

final class BooleanMemberCall: BooleanNode {
    private let site: CallSite, invocation: Invocation
    init(_ site: CallSite, _ invocation: @escaping Invocation) {
        (self.site, self.invocation) = (site, invocation)
        super.init(site.range, isPure: site.isPure)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool { try Bool.result(site, invocation, &frame, false) }
}

final class Int32MemberCall: Int32Node {
    private let site: CallSite, invocation: Invocation
    init(_ site: CallSite, _ invocation: @escaping Invocation) {
        (self.site, self.invocation) = (site, invocation)
        super.init(site.range, isPure: site.isPure)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 { try Int32.result(site, invocation, &frame, 0) }
}

final class Int64MemberCall: Int64Node {
    private let site: CallSite, invocation: Invocation
    init(_ site: CallSite, _ invocation: @escaping Invocation) {
        (self.site, self.invocation) = (site, invocation)
        super.init(site.range, isPure: site.isPure)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 { try Int64.result(site, invocation, &frame, 0) }
}

final class DoubleMemberCall: DoubleNode {
    private let site: CallSite, invocation: Invocation
    init(_ site: CallSite, _ invocation: @escaping Invocation) {
        (self.site, self.invocation) = (site, invocation)
        super.init(site.range, isPure: site.isPure)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double { try Double.result(site, invocation, &frame, 0) }
}

final class StringMemberCall: StringNode {
    private let site: CallSite, invocation: Invocation
    init(_ site: CallSite, _ invocation: @escaping Invocation) {
        (self.site, self.invocation) = (site, invocation)
        super.init(site.range, isPure: site.isPure)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        let text = try NetString?.result(site, invocation, &frame, nil)
        // Every text that a call gives counts, so that doubling one in a loop ends at the limit.
        if let text {
            do { try frame.allocate(text.utf8Count) } catch { throw error.located(at: range) }
        }
        return text
    }
}

final class ReferenceMemberCall: ReferenceNode {
    private let site: CallSite, invocation: Invocation
    init(_ site: CallSite, _ invocation: @escaping Invocation) {
        (self.site, self.invocation) = (site, invocation)
        super.init(site.range, isPure: site.isPure)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? {
        try NetObject?.result(site, invocation, &frame, nil)
    }
}

final class ValueMemberCall: ValueNode {
    private let site: CallSite, invocation: Invocation
    init(_ site: CallSite, _ invocation: @escaping Invocation) {
        (self.site, self.invocation) = (site, invocation)
        super.init(site.range, isPure: site.isPure)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { try Value.result(site, invocation, &frame, .null) }
}

final class VoidMemberCall: VoidNode {
    private let site: CallSite, invocation: Invocation
    init(_ site: CallSite, _ invocation: @escaping Invocation) {
        (self.site, self.invocation) = (site, invocation)
        super.init(site.range, isPure: site.isPure)
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { _ = try NetVoid.result(site, invocation, &frame, NetVoid()) }
}
