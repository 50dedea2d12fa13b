/// `IEnumerator<T>`: elements that are taken one after the other.
final class NetEnumerator: NetObject {
    private let elementType: TypeSymbol
    private var items: [Value]
    private var place = -1

    init(of element: TypeSymbol, _ items: [Value]) { (elementType, self.items) = (element, items) }

    deinit {
        let heldItems = items
        items = []
        DeferredRelease.release(consume heldItems)
    }

    override var type: TypeSymbol { .named(.enumerator, [elementType]) }

    func moveNext() -> Bool {
        place = min(place + 1, items.count)
        return place < items.count
    }

    /// The type's default in front of the first element and behind the last one.
    var current: Value { items.indices.contains(place) ? items[place] : Value.zero(of: elementType) ?? .null }

    func reset() { place = -1 }
}

extension NetEnumerator: NetClass {
    static var symbol: TypeSymbol { .named(.enumerator, [.typeParameter(0)]) }
}

/// The keys or the values of a dictionary, or an array for reading.
final class NetCollectionView: NetObject {
    private let viewType: TypeSymbol
    private var ownItems: [Value]
    /// The array that is looked at; nil where the view has elements of its own.
    private let array: NetArray?
    var items: [Value] { array?.items ?? ownItems }
    /// Whether the dictionary has a key, by its own comparison; nil for values.
    let hasKey: ((Value) -> Bool)?

    init(type: TypeSymbol, items: [Value], hasKey: ((Value) -> Bool)? = nil) {
        (viewType, ownItems, self.hasKey, array) = (type, items, hasKey, nil)
    }

    deinit {
        let heldOwnItems = ownItems
        ownItems = []
        DeferredRelease.release(consume heldOwnItems)
    }

    init(type: TypeSymbol, of array: NetArray) { (viewType, ownItems, hasKey, self.array) = (type, [], nil, array) }

    override var type: TypeSymbol { viewType }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for item in items {
            try frame.step()
            guard try visit(item, &frame) else { return false }
        }
        return true
    }
}
