/// The units that a part of a regular expression can begin with, as far as is known.
struct RegexFirstUnits {
    /// The ASCII units.
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    private(set) var mayBeNonASCII = false
    /// Whether the part can match without reading anything, or begins with what was not looked into.
    private(set) var isUnknown = false

    private static let unknown: RegexFirstUnits = {
        var units = RegexFirstUnits()
        units.isUnknown = true
        return units
    }()

    private init() {}

    init(of node: RegexNode, _ isRightToLeft: Bool) {
        self.init()
        switch node {
        case .unit(let unit, let ignoresCase): insert(RegexCharacterSet(ranges: [unit...unit]), ignoresCase)
        case .set(let set, let ignoresCase): insert(set, ignoresCase)
        case .concatenation(let nodes):
            let ordered = isRightToLeft ? nodes.reversed() : nodes
            guard let first = ordered.first(where: { !$0.isAnchor }) else { self = .unknown; return }
            self = RegexFirstUnits(of: first, isRightToLeft)
        case .alternation(let nodes): for node in nodes { formUnion(RegexFirstUnits(of: node, isRightToLeft)) }
        case .loop(let body, let minimum, _, _): self = minimum > 0 ? RegexFirstUnits(of: body, isRightToLeft) : .unknown
        case .capture(let body, _, _), .atomic(let body): self = RegexFirstUnits(of: body, isRightToLeft)
        default: isUnknown = true
        }
    }

    private mutating func insert(_ set: RegexCharacterSet, _ ignoresCase: Bool) {
        (low, high, mayBeNonASCII) = (set.lowASCII, set.highASCII, set.mayHoldNonASCII || ignoresCase)
        guard ignoresCase else { return }
        // Bits of a to z stand 32 above those of A to Z, in the second word.
        let letters: UInt64 = 0x07FF_FFFE
        high |= (high >> 32) & letters
    }

    private mutating func formUnion(_ other: RegexFirstUnits) {
        low |= other.low
        high |= other.high
        mayBeNonASCII = mayBeNonASCII || other.mayBeNonASCII
        isUnknown = isUnknown || other.isUnknown
    }

    /// Whether no unit can begin both.
    func excludes(_ other: RegexFirstUnits) -> Bool {
        !isUnknown && !other.isUnknown && low & other.low == 0 && high & other.high == 0 && !(mayBeNonASCII && other.mayBeNonASCII)
    }

    /// The units as a set; nil when nothing is known, or all units are possible.
    var set: RegexCharacterSet? {
        guard !isUnknown, low != .max || high != .max else { return nil }
        var ranges: [ClosedRange<UInt16>] = mayBeNonASCII ? [128...UInt16.max] : []
        for unit in UInt16(0)..<128 where (unit < 64 ? low >> UInt64(unit) : high >> UInt64(unit - 64)) & 1 != 0 {
            ranges.append(unit...unit)
        }
        return RegexCharacterSet(ranges: ranges)
    }
}

/// Where a match can begin, found once for each regular expression.
struct RegexSearch: Sendable {
    /// The text that every match begins with.
    private(set) var prefix: [UInt16] = []
    /// The units that every match begins with one of.
    private(set) var firstUnits: RegexCharacterSet?
    /// Whether a match begins only at the text's beginning.
    private(set) var isAnchored = false
    /// The least number of units that a match takes.
    let minimumLength: Int

    init(_ node: RegexNode, isRightToLeft: Bool) {
        minimumLength = node.minimumLength
        guard !isRightToLeft else { return }
        isAnchored = node.beginsAtBeginning
        prefix = node.literalPrefix
        if prefix.isEmpty { firstUnits = RegexFirstUnits(of: node, false).set }
    }
}

extension RegexNode {
    fileprivate var isAnchor: Bool {
        switch self {
        case .anchor, .look: true
        default: false
        }
    }

    fileprivate var beginsAtBeginning: Bool {
        switch self {
        case .anchor(.beginning): true
        case .concatenation(let nodes): nodes.first?.beginsAtBeginning ?? false
        case .capture(let body, _, _), .atomic(let body): body.beginsAtBeginning
        default: false
        }
    }

    fileprivate var literalPrefix: [UInt16] {
        switch self {
        case .unit(let unit, false): [unit]
        case .concatenation(let nodes): Self.literalPrefix(of: nodes)
        case .capture(let body, _, nil), .atomic(let body): body.literalPrefix
        default: []
        }
    }

    private static func literalPrefix(of nodes: [RegexNode]) -> [UInt16] {
        var prefix: [UInt16] = []
        for node in nodes {
            guard case .unit(let unit, false) = node else { return prefix.isEmpty ? node.literalPrefix : prefix }
            prefix.append(unit)
        }
        return prefix
    }

    /// The least number of units that a match of this part takes.
    fileprivate var minimumLength: Int {
        switch self {
        case .unit, .set: 1
        case .concatenation(let nodes): nodes.reduce(0) { Self.sum($0, $1.minimumLength) }
        case .alternation(let nodes): nodes.map(\.minimumLength).min() ?? 0
        case .loop(let body, let minimum, _, _): Self.product(body.minimumLength, minimum)
        case .capture(let body, _, _), .atomic(let body): body.minimumLength
        case .groupCondition(_, let yes, let no), .condition(_, let yes, let no): min(yes.minimumLength, no.minimumLength)
        case .empty, .anchor, .look, .backreference: 0
        }
    }

    /// Lengths beyond every text are all alike.
    private static func sum(_ left: Int, _ right: Int) -> Int { min(left + right, Int(Int32.max)) }
    private static func product(_ left: Int, _ right: Int) -> Int {
        left == 0 || right == 0 ? 0 : min(left.multipliedReportingOverflow(by: right).overflow ? Int.max : left * right, Int(Int32.max))
    }
}
