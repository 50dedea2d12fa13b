import PolicyExpressions

/// Renders a template once. Steps and bytes are counted, so that no template runs or grows without end.
struct LiquidRenderer {
    /// How the rendering of nodes ended.
    enum Completion {
        case normal, breakLoop, continueLoop
    }

    private var output: [UInt8] = []
    private var globals: [NetString: LiquidValue]
    var loopScopes: [[NetString: LiquidValue]] = []
    private var counters: [NetString: Int64] = [:]
    private var cycles: [NetString: Int] = [:]
    private var ends: [NetString: Int] = [:]
    private var lastChanged: [UInt8]?
    private var steps = 0
    private var allocatedBytes = 0
    private let environment: EvaluationEnvironment

    private init(_ globals: [NetString: LiquidValue], _ environment: EvaluationEnvironment) {
        (self.globals, self.environment) = (globals, environment)
    }

    /// The text of a template; throws what a filter throws, and when a limit is reached.
    static func render(
        _ nodes: [LiquidNode], with globals: [NetString: LiquidValue], in environment: EvaluationEnvironment
    ) throws(EvaluationError) -> [UInt8] {
        var renderer = LiquidRenderer(globals, environment)
        _ = try renderer.render(nodes)
        return renderer.output
    }

    mutating func render(_ nodes: [LiquidNode]) throws(EvaluationError) -> Completion {
        for node in nodes {
            let completion = try render(node)
            guard completion == .normal else { return completion }
        }
        return .normal
    }

    private mutating func render(_ node: LiquidNode) throws(EvaluationError) -> Completion {
        try count(steps: 1)
        switch node {
        case .text(let bytes): try write(bytes)
        case .output(let expression): try write(try evaluate(expression).text)
        case .assign(let name, let expression): globals[name] = try evaluate(expression)
        case .capture(let name, let body): return try capture(name, body)
        case .conditional(let branches): return try render(branches)
        case .choice(let subject, let cases): return try render(cases, of: subject)
        case .loop(let loop): return try render(loop)
        case .table(let loop, let columns): try renderTable(loop, columns)
        case .ifChanged(let body): return try renderChanged(body)
        case .block(let body): return try render(body)
        case .cycle(let group, let key, let values): try writeCycle(group, key, values)
        case .increment(let name): try write(NumberFormatting.text(advance(name, by: 1)))
        case .decrement(let name): try write(NumberFormatting.text(advance(name, by: -1)))
        case .breakLoop: return .breakLoop
        case .continueLoop: return .continueLoop
        }
        return .normal
    }

    // MARK: Limits

    mutating func count(steps number: Int) throws(EvaluationError) {
        steps &+= number
        if steps > environment.limits.steps {
            throw .limit(.steps, "The Liquid template takes more than \(environment.limits.steps) steps.")
        }
    }

    private mutating func count(bytes number: Int) throws(EvaluationError) {
        allocatedBytes &+= number
        if allocatedBytes > environment.limits.allocatedBytes {
            throw .limit(.allocation, "The Liquid template makes more than \(environment.limits.allocatedBytes) bytes.")
        }
    }

    mutating func write(_ text: NetString) throws(EvaluationError) { try write(text.withUTF8 { Array($0) }) }

    private mutating func write(_ bytes: [UInt8]) throws(EvaluationError) {
        try count(bytes: bytes.count)
        output += bytes
    }

    // MARK: Values

    private mutating func evaluate(_ expression: LiquidExpression) throws(EvaluationError) -> LiquidValue {
        var value = try evaluate(expression.operand)
        for call in expression.filters {
            var arguments: [LiquidValue] = []
            for argument in call.arguments { arguments.append(try evaluate(argument)) }
            try count(steps: 1 + (value.count ?? 0) / 64)
            value = try call.filter.apply(value, arguments, environment)
            try count(bytes: size(of: value))
        }
        return value
    }

    private func size(of value: LiquidValue) -> Int {
        switch value {
        case .string(let text): text.utf16Count
        case .list(let items): items.count * 16
        default: 0
        }
    }

    mutating func evaluate(_ operand: LiquidOperand) throws(EvaluationError) -> LiquidValue {
        switch operand {
        case .literal(let value): return value
        case .range(let lower, let upper): return try range(try evaluate(lower), try evaluate(upper))
        case .path(let root, let steps):
            var value = variable(root)
            for step in steps { value = value.member(try evaluate(step)) }
            return value
        }
    }

    private func variable(_ name: NetString) -> LiquidValue {
        for scope in loopScopes.reversed() {
            if let value = scope[name] { return value }
        }
        return globals[name] ?? counters[name].map { .integer($0) } ?? .null
    }

    private mutating func range(_ lower: LiquidValue, _ upper: LiquidValue) throws(EvaluationError) -> LiquidValue {
        let (lower, upper) = (try LiquidFilter.whole(lower, 0), try LiquidFilter.whole(upper, 0))
        guard lower <= upper else { return .list([]) }
        try count(steps: upper - lower)
        return .list((lower...upper).map { .integer(Int64($0)) })
    }

    // MARK: Conditions

    private mutating func holds(_ condition: LiquidCondition) throws(EvaluationError) -> Bool {
        for (index, comparison) in condition.comparisons.enumerated() {
            let isTrue = try holds(comparison)
            guard index < condition.connectives.count else { return isTrue }
            if isTrue == (condition.connectives[index] == .or) { return isTrue }
        }
        return false
    }

    private mutating func holds(_ comparison: LiquidComparison) throws(EvaluationError) -> Bool {
        try count(steps: 1)
        let left = try evaluate(comparison.left)
        try count(steps: (left.count ?? 0) / 16)
        guard let (comparer, operand) = comparison.right else { return left.isTrue }
        let right = try evaluate(operand)
        switch comparer {
        case .equal: return left.isEqual(to: right)
        case .notEqual: return !left.isEqual(to: right)
        case .less: return left.order(comparedTo: right).map { $0 < 0 } ?? false
        case .lessOrEqual: return left.order(comparedTo: right).map { $0 <= 0 } ?? false
        case .greater: return left.order(comparedTo: right).map { $0 > 0 } ?? false
        case .greaterOrEqual: return left.order(comparedTo: right).map { $0 >= 0 } ?? false
        case .contains: return left.contains(right)
        case .startsWith: return left.starts(with: right)
        case .endsWith: return left.ends(with: right)
        case .hasKey: return left.hasKey(right)
        case .hasValue: return left.hasValue(right)
        }
    }

    private mutating func render(_ branches: [LiquidBranch]) throws(EvaluationError) -> Completion {
        for branch in branches {
            let applies = try branch.condition.map { condition throws(EvaluationError) in try holds(condition) != branch.isNegated } ?? true
            if applies { return try render(branch.body) }
        }
        return .normal
    }

    private mutating func render(_ cases: [LiquidCase], of subject: LiquidOperand) throws(EvaluationError) -> Completion {
        let subject = try evaluate(subject)
        var hasMatched = false
        for item in cases {
            var applies = item.values == nil && !hasMatched
            for value in item.values ?? [] where !applies { applies = subject.isEqual(to: try evaluate(value)) }
            guard applies else { continue }
            hasMatched = true
            let completion = try render(item.body)
            guard completion == .normal else { return completion }
        }
        return .normal
    }

    // MARK: Variables

    private mutating func capture(_ name: NetString, _ body: [LiquidNode]) throws(EvaluationError) -> Completion {
        let (text, completion) = try rendered(body)
        globals[name] = .string(NetString(utf8: text))
        return completion
    }

    /// One memory for all `ifchanged` of a template, as in DotLiquid.
    private mutating func renderChanged(_ body: [LiquidNode]) throws(EvaluationError) -> Completion {
        let (text, completion) = try rendered(body)
        if text != lastChanged {
            lastChanged = text
            try write(text)
        }
        return completion
    }

    private mutating func rendered(_ body: [LiquidNode]) throws(EvaluationError) -> (text: [UInt8], completion: Completion) {
        let outer = output
        output = []
        let completion = try render(body)
        defer { output = outer }
        return (output, completion)
    }

    /// Counters begin at 0: an increment gives the number before, a decrement the one after.
    private mutating func advance(_ name: NetString, by step: Int64) -> Int64 {
        let before = counters[name] ?? 0
        counters[name] = before &+ step
        return step > 0 ? before : before &+ step
    }

    private mutating func writeCycle(
        _ group: LiquidOperand?, _ key: NetString, _ values: [LiquidOperand]
    ) throws(EvaluationError) {
        let name = try group.map { group throws(EvaluationError) in try evaluate(group).text } ?? key
        let turn = cycles[name] ?? 0
        cycles[name] = (turn + 1) % values.count
        try write(try evaluate(values[turn % values.count]).text)
    }

    // MARK: Loops

    private mutating func render(_ loop: LiquidLoop) throws(EvaluationError) -> Completion {
        let items = try segment(of: loop)
        guard !items.isEmpty else { return try render(loop.alternative) }
        loopScopes.append([:])
        defer { loopScopes.removeLast() }
        for (index, item) in items.enumerated() {
            try count(steps: 1)
            loopScopes[loopScopes.count - 1] = [loop.variable: item, "forloop": Self.state(of: loop, index, items.count)]
            if loop.isJSONArray, index > 0 { try write([UInt8(ascii: ",")]) }
            if try render(loop.body) == .breakLoop { break }
        }
        return .normal
    }

    /// The items that a loop visits, in its order.
    mutating func segment(of loop: LiquidLoop) throws(EvaluationError) -> ArraySlice<LiquidValue> {
        let collection = try evaluate(loop.collection)
        let items = (loop.isJSONArray ? collection.itemsOfJSONArray : collection.items) ?? []
        let start = min(items.count, try offset(of: loop))
        let limit =
            try loop.limit.map { limit throws(EvaluationError) in try LiquidFilter.length(try evaluate(limit), items.count) } ?? items.count
        let end = min(items.count, start + limit)
        ends[loop.name] = end
        let visited = items[start..<end]
        return loop.isReversed ? ArraySlice(visited.reversed()) : visited
    }

    private mutating func offset(of loop: LiquidLoop) throws(EvaluationError) -> Int {
        switch loop.offset {
        case nil: 0
        case .continue?: ends[loop.name] ?? 0
        case .value(let operand)?: try LiquidFilter.length(try evaluate(operand), 0)
        }
    }

    private static func state(of loop: LiquidLoop, _ index: Int, _ count: Int) -> LiquidValue {
        .dictionary(
            LiquidDictionary([
                ("name", .string(loop.name)), ("length", .integer(Int64(count))), ("index", .integer(Int64(index + 1))),
                ("index0", .integer(Int64(index))), ("rindex", .integer(Int64(count - index))),
                ("rindex0", .integer(Int64(count - index - 1))), ("first", .boolean(index == 0)), ("last", .boolean(index == count - 1)),
            ]))
    }
}

extension LiquidValue {
    /// What JSONArrayFor visits: of an element that holds others of one name only, these; else what XML has once is a list of one.
    fileprivate var itemsOfJSONArray: [LiquidValue]? {
        switch self {
        case .dictionary(let dictionary):
            guard dictionary.members.count == 1, let only = dictionary.members.first?.value else { return [self] }
            if case .list(let items) = only { return items }
            return [only]
        case .string(let text): return text.isEmpty ? [] : [self]
        default: return items
        }
    }

    fileprivate func starts(with other: LiquidValue) -> Bool {
        if case .list(let items) = self { return items.first?.isEqual(to: other) ?? false }
        return self != .null && other != .null && text.hasPrefix(other.text)
    }

    fileprivate func ends(with other: LiquidValue) -> Bool {
        if case .list(let items) = self { return items.last?.isEqual(to: other) ?? false }
        return self != .null && other != .null && text.hasSuffix(other.text)
    }

    fileprivate func hasKey(_ other: LiquidValue) -> Bool {
        if case .dictionary(let dictionary) = self { dictionary[other.text] != nil } else { false }
    }

    fileprivate func hasValue(_ other: LiquidValue) -> Bool {
        if case .dictionary(let dictionary) = self { dictionary.members.contains { $0.value.isEqual(to: other) } } else { false }
    }
}
