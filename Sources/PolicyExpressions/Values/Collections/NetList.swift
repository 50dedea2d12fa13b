/// `System.Collections.Generic.List<T>`.
public final class NetList: NetObject {
    private let listType: TypeSymbol
    /// The elements.
    public internal(set) var items: [Value] {
        didSet { version &+= 1 }
    }
    /// Counts changes, so that a walk notices one.
    private(set) var version = 0

    /// The room that was asked for.
    var capacity: Int32 = 0

    /// Makes a list of a constructed type, `List<string>`.
    public init(type: TypeSymbol, items: [Value] = []) { (listType, self.items) = (type, items) }

    deinit {
        let heldItems = items
        items = []
        DeferredRelease.release(consume heldItems)
    }

    /// The list's type.
    public override var type: TypeSymbol { listType }

    func index(_ index: Int32) throws(EvaluationError) -> Int {
        guard index >= 0, Int(index) < items.count else { throw .indexOutOfCollection }
        return Int(index)
    }

    /// The places of a part, which must lie in the list.
    func range(_ index: Int32, _ count: Int32) throws(EvaluationError) -> Range<Int> {
        guard index >= 0 else { throw .argumentOutOfRange("index") }
        guard count >= 0 else { throw .argumentOutOfRange("count") }
        guard Int(index) + Int(count) <= items.count else {
            throw .argument(
                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
            )
        }
        return Int(index)..<Int(index) + Int(count)
    }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        let before = version
        var place = 0
        while place < items.count {
            try frame.step()
            guard try visit(items[place], &frame) else { return false }
            guard version == before else { throw .collectionModified }
            place += 1
        }
        return true
    }
}

extension EvaluationError {
    static var collectionModified: EvaluationError {
        .invalidOperation("Collection was modified; enumeration operation may not execute.")
    }
}
