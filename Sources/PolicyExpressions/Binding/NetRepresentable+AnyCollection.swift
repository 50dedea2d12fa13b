import PolicyDiagnostics

/// Any object that is an `ICollection<T>`, in the bodies of its members.
struct AnyCollection: NetRepresentable {
    let object: NetObject

    static var symbol: TypeSymbol { .named(.collection, [.typeParameter(0)]) }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return Self(object: object)
    }
    var carried: NetObject? { object }

    var count: Int32 {
        switch object {
        case let list as NetList: Int32(clamping: list.items.count)
        case let array as NetArray: Int32(clamping: array.count)
        case let set as NetHashSet: Int32(clamping: set.count)
        case let queue as NetQueue: Int32(clamping: queue.items.count)
        case let stack as NetStack: Int32(clamping: stack.items.count)
        case let view as NetCollectionView: Int32(clamping: view.items.count)
        case let container as JContainer: Int32(clamping: container.count)
        default: Int32(clamping: AnyDictionary(object: object).count)
        }
    }

    var isReadOnly: Bool { !(object is NetList || object is NetHashSet || object is NetDictionary || object is JContainer) }

    func contains(_ item: Value, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        if let set = object as? NetHashSet { return set.contains(item) }
        if let hasKey = (object as? NetCollectionView)?.hasKey { return hasKey(item) }
        // A token's children are searched for the very object.
        let isSame: (Value) -> Bool = object is JContainer ? { $0.isSame(as: item) } : { $0 == item }
        return try !object.walk(&frame) { (element: Value, _) throws(EvaluationError) -> Bool in !isSame(element) }
    }

    func add(_ item: Value) throws(EvaluationError) {
        switch object {
        case let list as NetList: list.items.append(item)
        case let set as NetHashSet: _ = set.insert(item)
        case is NetArray: throw .notSupported("Collection was of a fixed size.")
        default: throw .notSupported("Collection is read-only.")
        }
    }

    func remove(_ item: Value) throws(EvaluationError) -> Bool {
        switch object {
        case let list as NetList:
            guard let place = list.items.firstIndex(of: item) else { return false }
            list.items.remove(at: place)
            return true
        case let set as NetHashSet: return set.remove(item)
        case is NetArray: throw .notSupported("Collection was of a fixed size.")
        default: throw .notSupported("Collection is read-only.")
        }
    }

    func removeAll() throws(EvaluationError) {
        switch object {
        case let list as NetList: list.items = []
        case let set as NetHashSet: set.removeAll()
        case let dictionary as NetDictionary: dictionary.removeAll()
        case let queue as NetQueue: queue.removeAll()
        case let stack as NetStack: stack.removeAll()
        default: throw .notSupported("Collection is read-only.")
        }
    }
}

/// Any object that is an `IList<T>`: a list or an array.
struct AnyList: NetRepresentable {
    let object: NetObject

    static var symbol: TypeSymbol { .named(.listInterface, [.typeParameter(0)]) }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> AnyList {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return AnyList(object: object)
    }
    var carried: NetObject? { object }

    var items: [Value] { Enumeration.elements(of: object) ?? [] }

    /// The list, where only a list will do.
    var list: NetList {
        get throws(EvaluationError) {
            guard let list = object as? NetList else { throw .notSupported("Collection was of a fixed size.") }
            return list
        }
    }

    func item(at index: Int32) throws(EvaluationError) -> Value {
        switch object {
        case let list as NetList: return list.items[try list.index(index)]
        case let array as NetArray: return try array.element(at: index)
        case let array as JArray:
            guard index >= 0, Int(index) < array.count else { throw .indexOutOfCollection }
            return .object(array.child(Int(index)))
        default: throw .notSupported()
        }
    }

    func setItem(_ item: Value, at index: Int32) throws(EvaluationError) {
        switch object {
        case let list as NetList: list.items[try list.index(index)] = item
        case let array as NetArray: try array.setElement(item, at: index)
        default: throw .notSupported("Collection is read-only.")
        }
    }
}

/// Any object that is a dictionary.
struct AnyDictionary: NetRepresentable {
    let object: NetObject

    static var symbol: TypeSymbol { .named(.readOnlyDictionary, [.typeParameter(0), .typeParameter(1)]) }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError)
        -> AnyDictionary
    {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return AnyDictionary(object: object)
    }
    var carried: NetObject? { object }

    var count: Int {
        switch object {
        case let variables as VariableDictionary: variables.count
        case let fields as MultiValueDictionary: fields.entries.count
        case let texts as StringDictionary: texts.entries.count
        case let dictionary as NetDictionary: dictionary.count
        case let object as JObject: object.count
        default: 0
        }
    }

    func value(_ key: Value) throws(EvaluationError) -> Value? {
        if let dictionary = object as? NetDictionary {
            guard !key.isNull else { throw .argumentNull("key") }
            return dictionary[key]
        }
        guard case .string(let name) = key else { throw .argumentNull("key") }
        switch object {
        case let variables as VariableDictionary: return variables[name]
        case let fields as MultiValueDictionary: return fields[name].map { .object(NetArray($0)) }
        case let texts as StringDictionary: return texts[name].map { .string($0) }
        case let object as JObject: return object[name].map { .object($0) }
        default: return nil
        }
    }

    func required(_ key: Value) throws(EvaluationError) -> Value {
        guard let value = try value(key) else { throw .keyNotFound(try ValueText.text(of: key).string) }
        return value
    }

    /// The dictionary, where it can be changed.
    var dictionary: NetDictionary {
        get throws(EvaluationError) {
            guard let dictionary = object as? NetDictionary else { throw .notSupported("Collection is read-only.") }
            return dictionary
        }
    }

    /// Keys and values.
    func pairs(_ frame: inout Frame) throws(EvaluationError) -> [(key: Value, value: Value)] {
        if let object = object as? JObject { return object.properties.map { (.string(NetString($0.name.string)), .object($0.value)) } }
        var pairs: [(key: Value, value: Value)] = []
        _ = try object.walk(&frame) { (element: Value, _) throws(EvaluationError) -> Bool in
            if case .object(let pair as NetKeyValuePair) = element { pairs.append((pair.key, pair.value)) }
            return true
        }
        return pairs
    }
}

extension NetList {
    func insert(_ items: [Value], at index: Int32) throws(EvaluationError) {
        guard index >= 0, Int(index) <= self.items.count else {
            throw .argumentOutOfRange("index", "Index must be within the bounds of the List.")
        }
        self.items.insert(contentsOf: items, at: Int(index))
    }
}

extension NetArray {
    /// Puts elements in from a place on.
    func copy(_ elements: [Value], to index: Int32) throws(EvaluationError) {
        guard index >= 0 else { throw .argumentOutOfRange("arrayIndex") }
        guard Int(index) + elements.count <= items.count else {
            throw .argument("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.")
        }
        for (offset, element) in elements.enumerated() { try setElement(element, at: index + Int32(offset)) }
    }
}
