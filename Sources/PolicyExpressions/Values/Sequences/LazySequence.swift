/// Walks through what an operator makes of its source.
typealias SequenceWalk = (_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool

/// A sequence whose elements an operator makes of those of its source, anew at every walk.
final class LazySequence: NetSequence {
    /// Nil once the sequence ends.
    private var elements: SequenceWalk?

    init(of element: TypeSymbol, _ elements: @escaping SequenceWalk) {
        self.elements = elements
        super.init(of: element)
    }

    deinit {
        let heldElements = elements
        elements = nil
        DeferredRelease.release(consume heldElements)
    }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        try frame.checkStackForWalk()
        return try elements?(&frame, visit) ?? true
    }
}

/// `IGrouping<K, T>`: elements that have one key.
final class NetGrouping: NetObject {
    private let groupingType: TypeSymbol
    private(set) var key: Value
    var items: [Value] = []

    init(key: TypeSymbol, element: TypeSymbol, _ value: Value) {
        groupingType = .named(.grouping, [key, element])
        self.key = value
    }

    deinit {
        let heldKey = key
        let heldItems = items
        key = .null
        items = []
        DeferredRelease.release(consume heldKey)
        DeferredRelease.release(consume heldItems)
    }

    override var type: TypeSymbol { groupingType }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for item in items {
            try frame.step()
            guard try visit(item, &frame) else { return false }
        }
        return true
    }
}

extension NetGrouping: NetClass {
    static var symbol: TypeSymbol { .named(.grouping, [.typeParameter(0), .typeParameter(1)]) }
}

/// `IOrderedEnumerable<T>`: a source with the keys that order it.
final class OrderedSequence: NetObject {
    struct Key {
        var selector: NetDelegate
        var isDescending: Bool
        var comparer: NetComparer?

        func order(_ left: Value, _ right: Value) throws(EvaluationError) -> Int32 {
            if let comparer { return try comparer.compare(left, right) }
            return try ValueOrder.compare(left, right)
        }
    }

    private let elementType: TypeSymbol
    private var source: NetObject?
    private let keys: [Key]

    init(of element: TypeSymbol, _ source: NetObject?, _ keys: [Key]) { (elementType, self.source, self.keys) = (element, source, keys) }

    deinit {
        let heldSource = source
        source = nil
        DeferredRelease.release(consume heldSource)
    }

    override var type: TypeSymbol { .named(.orderedEnumerable, [elementType]) }

    /// The same with one more key, which decides where those before it do not.
    func then(_ key: Key) -> OrderedSequence { OrderedSequence(of: elementType, source, keys + [key]) }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        try frame.checkStackForWalk()
        for entry in try sorted(&frame) {
            try frame.step()
            guard try visit(entry, &frame) else { return false }
        }
        return true
    }

    private func sorted(_ frame: inout Frame) throws(EvaluationError) -> [Value] {
        guard let source else { return [] }
        var entries: [(element: Value, keys: [Value])] = []
        for element in try SequenceOf<Value>(source).elements(&frame) {
            var values: [Value] = []
            for key in keys { values.append(try key.selector.invoke(element, &frame)) }
            entries.append((element, values))
        }
        let sorted = try Sorting.merged(entries, &frame) { (left, right, _) throws(EvaluationError) -> Int32 in
            try order(left.keys, right.keys)
        }
        return sorted.map(\.element)
    }

    private func order(_ left: [Value], _ right: [Value]) throws(EvaluationError) -> Int32 {
        for (index, key) in keys.enumerated() {
            let order = try key.order(left[index], right[index])
            if order != 0 { return key.isDescending ? -order : order }
        }
        return 0
    }
}

extension OrderedSequence: NetClass {
    static var symbol: TypeSymbol { .named(.orderedEnumerable, [.typeParameter(0)]) }
}
