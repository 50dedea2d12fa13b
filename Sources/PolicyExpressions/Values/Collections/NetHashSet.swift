/// `System.Collections.Generic.HashSet<T>`.
final class NetHashSet: NetObject {
    private let setType: TypeSymbol
    let comparer: NetComparer?
    private var slots = KeySlots()
    private var version = 0

    init(type: TypeSymbol, comparer: NetComparer?) { (setType, self.comparer) = (type, comparer) }

    deinit {
        let heldSlots = slots
        slots = KeySlots()
        DeferredRelease.release(consume heldSlots)
    }

    override var type: TypeSymbol { setType }

    var count: Int { slots.count }
    var items: [Value] { slots.keys.compactMap { $0 } }

    func contains(_ item: Value) -> Bool { slots.place(of: folded(item)) != nil }

    /// False when the item was there already.
    func insert(_ item: Value) -> Bool {
        let folded = folded(item)
        guard slots.place(of: folded) == nil else { return false }
        version &+= 1
        _ = slots.insert(item, folded: folded)
        return true
    }

    func remove(_ item: Value) -> Bool {
        version &+= 1
        return slots.remove(folded: folded(item)) != nil
    }

    func removeAll() {
        version &+= 1
        slots = KeySlots()
    }

    private func folded(_ item: Value) -> Value { comparer?.folded(item) ?? item }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        let before = version
        for item in items {
            try frame.step()
            guard try visit(item, &frame) else { return false }
            guard version == before else { throw .collectionModified }
        }
        return true
    }
}

extension NetHashSet: NetClass {
    static var symbol: TypeSymbol { .named(.hashSet, [.typeParameter(0)]) }
}

/// `System.Collections.Generic.Queue<T>`: what came first leaves first.
final class NetQueue: NetObject {
    private let queueType: TypeSymbol
    private var stored: [Value] = []
    private var head = 0

    init(type: TypeSymbol, items: [Value]) { (queueType, stored) = (type, items) }

    deinit {
        let heldStored = stored
        stored = []
        DeferredRelease.release(consume heldStored)
    }

    override var type: TypeSymbol { queueType }

    var items: ArraySlice<Value> { stored[head...] }

    func enqueue(_ item: Value) { stored.append(item) }

    func dequeue() -> Value? {
        guard head < stored.count else { return nil }
        defer {
            head += 1
            if head > 32, head * 2 > stored.count {
                stored.removeFirst(head)
                head = 0
            }
        }
        return stored[head]
    }

    func removeAll() { (stored, head) = ([], 0) }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for item in items {
            try frame.step()
            guard try visit(item, &frame) else { return false }
        }
        return true
    }
}

extension NetQueue: NetClass {
    static var symbol: TypeSymbol { .named(.queue, [.typeParameter(0)]) }
}

/// `System.Collections.Generic.Stack<T>`: what came last leaves first, and is met first in a walk.
final class NetStack: NetObject {
    private let stackType: TypeSymbol
    private var stored: [Value]

    init(type: TypeSymbol, items: [Value]) { (stackType, stored) = (type, items) }

    deinit {
        let heldStored = stored
        stored = []
        DeferredRelease.release(consume heldStored)
    }

    override var type: TypeSymbol { stackType }

    /// From the top on.
    var items: [Value] { stored.reversed() }

    func push(_ item: Value) { stored.append(item) }
    func pop() -> Value? { stored.popLast() }
    func removeAll() { stored = [] }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for item in items {
            try frame.step()
            guard try visit(item, &frame) else { return false }
        }
        return true
    }
}

extension NetStack: NetClass {
    static var symbol: TypeSymbol { .named(.stack, [.typeParameter(0)]) }
}
