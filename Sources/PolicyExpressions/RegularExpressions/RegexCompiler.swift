/// Turns the tree of a regular expression into instructions.
struct RegexCompiler {
    private(set) var instructions: [RegexInstruction] = []
    private(set) var sets: [RegexCharacterSet] = []
    private(set) var literals: [UInt16] = []
    private(set) var loops: [RegexProgram.Loop] = []
    private(set) var registerCount = 0
    private var places: [RegexCharacterSet: Int32] = [:]
    private let groups: RegexGroups

    private let isECMAScript: Bool

    private init(_ groups: RegexGroups, _ options: RegexOptions) {
        (self.groups, isECMAScript) = (groups, options.contains(.ecmaScript))
    }

    static func compile(_ node: RegexNode, _ groups: RegexGroups, _ options: RegexOptions) -> RegexProgram {
        var compiler = RegexCompiler(groups, options)
        let isRightToLeft = options.contains(.rightToLeft)
        compiler.compile(node, isRightToLeft, isLast: true)
        compiler.emit(.accept)
        let search = RegexSearch(node, isRightToLeft: isRightToLeft)
        return RegexProgram(compiler, groupCount: groups.numbers.count, isRightToLeft: isRightToLeft, search: search)
    }

    // MARK: Parts

    private mutating func compile(_ node: RegexNode, _ isRightToLeft: Bool, isLast: Bool = false) {
        switch node {
        case .empty: break
        case .unit(let unit, let ignoresCase): emitLiteral([unit], ignoresCase, isRightToLeft)
        case .set(let set, let ignoresCase): emit(.set, isRightToLeft, ignoresCase, place(of: set))
        case .anchor(let anchor): emit(.anchor, a: anchor.rawValue)
        case .concatenation(let nodes): compile(nodes, isRightToLeft, isLast)
        case .alternation(let nodes): compileAlternation(nodes, isRightToLeft)
        case .loop(let body, let minimum, let maximum, let isLazy):
            compileLoop(body, minimum, maximum, isLazy, isRightToLeft, isPossessive: isLast && !isLazy)
        case .capture(let body, let group, let balanced): compileCapture(body, group, balanced, isRightToLeft)
        case .look(let body, let isBehind, let isNegative): compileLook(body, isBehind, isNegative)
        case .atomic(let body):
            let register = newRegisters(1)
            emit(.beginAtomic, a: register)
            compile(body, isRightToLeft)
            emit(.endAtomic, a: register)
        case .backreference(let group, let ignoresCase):
            emit(.backreference, isRightToLeft, ignoresCase, place(ofGroup: group), 0, isECMAScript ? 1 : 0)
        case .groupCondition(let group, let yes, let no):
            let test = emit(.testGroup, a: place(ofGroup: group))
            compileBranches(yes, no, isRightToLeft, test)
        case .condition(let condition, let yes, let no):
            let register = newRegisters(2)
            let test = emit(.beginCondition, a: register)
            compile(condition, isRightToLeft)
            emit(.endCondition, a: register)
            compileBranches(yes, no, isRightToLeft, test)
        }
    }

    private mutating func compile(_ nodes: [RegexNode], _ isRightToLeft: Bool, _ isLast: Bool) {
        let ordered = isRightToLeft ? nodes.reversed() : nodes
        var index = 0
        while index < ordered.count {
            if case .unit(_, let ignoresCase) = ordered[index] {
                index = compileRun(ordered, from: index, ignoresCase, isRightToLeft)
                continue
            }
            let following = index + 1 < ordered.count ? ordered[index + 1] : nil
            if case .loop(let body, let minimum, let maximum, false) = ordered[index], let following,
                RegexFirstUnits(of: body, isRightToLeft).excludes(RegexFirstUnits(of: following, isRightToLeft))
            {
                // What follows cannot begin with what is repeated, so nothing given back could ever help.
                compileLoop(body, minimum, maximum, false, isRightToLeft, isPossessive: true)
            } else {
                compile(ordered[index], isRightToLeft, isLast: isLast && following == nil)
            }
            index += 1
        }
    }

    /// Neighbouring units are compared as one text. Gives the index behind them.
    private mutating func compileRun(_ nodes: [RegexNode], from start: Int, _ ignoresCase: Bool, _ isRightToLeft: Bool) -> Int {
        var units: [UInt16] = [], index = start
        while index < nodes.count, case .unit(let unit, ignoresCase) = nodes[index] {
            units.append(unit)
            index += 1
        }
        emitLiteral(isRightToLeft ? units.reversed() : units, ignoresCase, isRightToLeft)
        return index
    }

    private mutating func compileAlternation(_ nodes: [RegexNode], _ isRightToLeft: Bool) {
        var ends: [Int] = []
        for (index, node) in nodes.enumerated() {
            guard index < nodes.count - 1 else {
                compile(node, isRightToLeft)
                break
            }
            let branch: Int
            if let set = RegexFirstUnits(of: node, isRightToLeft).set {
                branch = emit(.branchIfStarts, isRightToLeft, false, 0, place(of: set))
            } else {
                branch = emit(.branch)
            }
            compile(node, isRightToLeft)
            ends.append(emit(.jump))
            instructions[branch].a = end
        }
        for jump in ends { instructions[jump].a = end }
    }

    private mutating func compileBranches(_ yes: RegexNode, _ no: RegexNode, _ isRightToLeft: Bool, _ test: Int) {
        compile(yes, isRightToLeft)
        let jump = emit(.jump)
        instructions[test].b = end
        compile(no, isRightToLeft)
        instructions[jump].a = end
    }

    private mutating func compileLoop(
        _ body: RegexNode, _ minimum: Int, _ maximum: Int?, _ isLazy: Bool, _ isRightToLeft: Bool, isPossessive: Bool
    ) {
        let (low, high) = (Int32(clamping: minimum), maximum.map { Int32(clamping: $0) } ?? Int32.max)
        if let (set, ignoresCase) = body.asSet {
            let operation: RegexInstruction.Operation = isPossessive ? .repeatPossessively : isLazy ? .repeatLazily : .repeatGreedily
            emit(operation, isRightToLeft, ignoresCase, place(of: set), low, high)
            return
        }
        let loop = Int32(loops.count)
        loops.append(RegexProgram.Loop(minimum: low, maximum: high, isLazy: isLazy))
        emit(.enterLoop, a: loop)
        let test = emit(.testLoop, a: loop)
        compile(body, isRightToLeft)
        emit(.jump, a: Int32(test))
        instructions[test].b = end
    }

    private mutating func compileCapture(_ body: RegexNode, _ group: Int?, _ balanced: Int?, _ isRightToLeft: Bool) {
        let register = newRegisters(1)
        emit(.mark, a: register)
        compile(body, isRightToLeft)
        let place = group.map { self.place(ofGroup: $0) } ?? -1
        if let balanced {
            emit(.balance, isRightToLeft, false, place, register, self.place(ofGroup: balanced))
        } else {
            emit(.capture, isRightToLeft, false, place, register)
        }
    }

    private mutating func compileLook(_ body: RegexNode, _ isBehind: Bool, _ isNegative: Bool) {
        let register = newRegisters(2)
        let begin = emit(isNegative ? .beginNegativeLook : .beginLook, a: register)
        compile(body, isBehind)
        emit(isNegative ? .endNegativeLook : .endLook, a: register)
        instructions[begin].b = end
    }

    // MARK: Emitting

    private var end: Int32 { Int32(instructions.count) }

    @discardableResult
    private mutating func emit(_ operation: RegexInstruction.Operation, a: Int32 = 0) -> Int { emit(operation, false, false, a) }

    @discardableResult
    private mutating func emit(
        _ operation: RegexInstruction.Operation, _ isRightToLeft: Bool, _ ignoresCase: Bool, _ a: Int32, _ b: Int32 = 0, _ c: Int32 = 0
    ) -> Int {
        instructions.append(
            RegexInstruction(operation: operation, isRightToLeft: isRightToLeft, ignoresCase: ignoresCase, a: a, b: b, c: c))
        return instructions.count - 1
    }

    private mutating func emitLiteral(_ units: [UInt16], _ ignoresCase: Bool, _ isRightToLeft: Bool) {
        emit(.literal, isRightToLeft, ignoresCase, Int32(literals.count), Int32(units.count))
        literals += units
    }

    private mutating func newRegisters(_ count: Int) -> Int32 {
        defer { registerCount += count }
        return Int32(registerCount)
    }

    private mutating func place(of set: RegexCharacterSet) -> Int32 {
        if let place = places[set] { return place }
        let place = Int32(sets.count)
        sets.append(set)
        places[set] = place
        return place
    }

    /// The parser has made sure that the group is there.
    private func place(ofGroup number: Int) -> Int32 { Int32(groups.place(of: number) ?? 0) }
}

extension RegexNode {
    /// A part that is always one unit, as a set.
    fileprivate var asSet: (RegexCharacterSet, ignoresCase: Bool)? {
        switch self {
        case .unit(let unit, let ignoresCase): (RegexCharacterSet(ranges: [unit...unit]), ignoresCase)
        case .set(let set, let ignoresCase): (set, ignoresCase)
        default: nil
        }
    }
}
