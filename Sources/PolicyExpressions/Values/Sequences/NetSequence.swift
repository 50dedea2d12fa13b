import PolicyDiagnostics

/// A visit of one element; false ends the walk.
typealias ElementVisit = (_ element: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool

/// Elements that are made while they are walked through: what LINQ's methods give.
///
/// Elements are pushed, not pulled: an operator's `walk` walks its source and hands on what it makes, so that no iterator
/// is allocated and nothing is kept between elements.
class NetSequence: NetObject {
    private let elementType: TypeSymbol

    init(of element: TypeSymbol) { elementType = element }

    override var type: TypeSymbol { .enumerable(of: elementType) }
}

extension Enumeration {
    /// Walks through an object that has its elements at hand.
    static func walk(_ object: NetObject, _ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        guard let elements = elements(of: object) else {
            throw .invalidCast(from: object.type.fullName, to: "System.Collections.IEnumerable")
        }
        for element in elements {
            try frame.step()
            guard try visit(element, &frame) else { return false }
        }
        return true
    }
}

/// `IEnumerable<Element>` in the bodies of library members.
struct SequenceOf<Element: NetRepresentable>: NetRepresentable {
    /// What is walked through.
    let object: NetObject

    init(_ object: NetObject) { self.object = object }

    static var symbol: TypeSymbol { .enumerable(of: Element.symbol) }
    static func evaluate(_ node: ValueNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        switch try node.evaluate(&frame) {
        case .object(let object): return Self(object)
        case .string(let text): return Self(NetArray(type: .array(.char, rank: 1), items: text.utf16Array.map { .char($0) }))
        default: throw nullFailure(parameter)
        }
    }
    var carried: Value { .object(object) }

    /// Walks through the elements until the visit gives false; false when it did.
    @discardableResult
    func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        try object.walk(&frame, visit)
    }

    /// All elements; what they take counts as allocated.
    func elements(_ frame: inout Frame) throws(EvaluationError) -> [Value] {
        var elements: [Value] = []
        try walk(&frame) { (element, frame) throws(EvaluationError) -> Bool in
            try frame.allocate(MemoryLayout<Value>.stride)
            elements.append(element)
            return true
        }
        return elements
    }
}

extension NetObject {
    /// Whether `foreach` accepts the object.
    var isWalkable: Bool { type.elementType != nil }
}

/// `IEnumerable`, of whatever elements, in the bodies of library members.
struct UntypedSequence: NetRepresentable {
    private let sequence: SequenceOf<Value>

    static var symbol: TypeSymbol { .named(.untypedEnumerable, []) }
    static func evaluate(_ node: ValueNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        Self(sequence: try SequenceOf<Value>.evaluate(node, &frame, parameter: parameter))
    }
    var carried: Value { sequence.carried }

    func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool { try sequence.walk(&frame, visit) }
}
