/// Keys in slots, as .NET's hash tables have them: a freed slot is taken by the next key, and a walk goes from slot to slot.
struct KeySlots {
    private(set) var keys: [Value?] = []
    private var places: [Value: Int] = [:]
    private var free: [Int] = []

    var count: Int { places.count }

    /// The slot of a key in its folded form.
    func place(of folded: Value) -> Int? { places[folded] }

    /// Puts in a key that is not there yet.
    mutating func insert(_ key: Value, folded: Value) -> Int {
        let place = free.popLast() ?? keys.count
        if place == keys.count { keys.append(key) } else { keys[place] = key }
        places[folded] = place
        return place
    }

    mutating func remove(folded: Value) -> Int? {
        guard let place = places.removeValue(forKey: folded) else { return nil }
        keys[place] = nil
        free.append(place)
        return place
    }
}

/// `System.Collections.Generic.Dictionary<K, V>`.
public final class NetDictionary: NetObject {
    private let dictionaryType: TypeSymbol
    /// What makes keys equal; nil for the keys' own equality.
    let comparer: NetComparer?
    private var slots = KeySlots()
    private var values: [Value] = []
    private(set) var version = 0

    /// Makes an empty dictionary of a constructed type.
    public convenience init(type: TypeSymbol) { self.init(type: type, comparer: nil) }

    init(type: TypeSymbol, comparer: NetComparer?) { (dictionaryType, self.comparer) = (type, comparer) }

    deinit {
        let heldSlots = slots
        let heldValues = values
        slots = KeySlots()
        values = []
        DeferredRelease.release(consume heldSlots)
        DeferredRelease.release(consume heldValues)
    }

    /// The dictionary's type.
    public override var type: TypeSymbol { dictionaryType }

    /// The number of keys.
    public var count: Int { slots.count }

    /// Keys and values in the order in which .NET walks through them.
    public var entries: [(key: Value, value: Value)] {
        zip(slots.keys, values).compactMap { key, value in key.map { ($0, value) } }
    }

    /// The value of a key, or nil.
    public subscript(key: Value) -> Value? {
        get { slots.place(of: folded(key)).map { values[$0] } }
        set {
            let folded = folded(key)
            version &+= 1
            switch (slots.place(of: folded), newValue) {
            case (let place?, let value?): values[place] = value
            case (nil, let value?):
                let place = slots.insert(key, folded: folded)
                if place == values.count { values.append(value) } else { values[place] = value }
            case (_?, nil): if let place = slots.remove(folded: folded) { values[place] = .null }
            case (nil, nil): break
            }
        }
    }

    private func folded(_ key: Value) -> Value { comparer?.folded(key) ?? key }

    func removeAll() {
        version &+= 1
        (slots, values) = (KeySlots(), [])
    }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        let before = version, pair = TypeSymbol.named(.keyValuePair, dictionaryType.typeArguments)
        for (key, value) in entries {
            try frame.step()
            guard try visit(.object(NetKeyValuePair(type: pair, key: key, value: value)), &frame) else { return false }
            guard version == before else { throw .collectionModified }
        }
        return true
    }
}
