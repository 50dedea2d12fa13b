import PolicyDiagnostics

// The interfaces that the context's dictionaries have, and the collections behind them.

extension NetType {
    static let enumerable: NetType = NetType("System.Collections.Generic", "IEnumerable", arity: 1, .interface, carrier: .value)

    static let listInterface: NetType = NetType(
        "System.Collections.Generic", "IList", arity: 1, .interface, interfaces: [.named(.enumerable, [.typeParameter(0)])]
    ) {
        [
            .property(
                "Count", "The number of elements.", NetBody { (list: AnyList) throws(EvaluationError) -> Int32 in Int32(list.items.count) }),
            .indexer(
                "The element at a position.", ["index"],
                NetBody { (list: AnyList, index: Int32) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try list.item(at: index))
                }),
            .method(
                "Add", "Adds an element at the end.", ["item"],
                NetBody { (list: AnyList, item: TypeParameter0) throws(EvaluationError) -> NetVoid in try list.add(item.boxed) }),
            .method(
                "Contains", "Whether an element is in the list.", ["item"],
                NetBody { (list: AnyList, item: TypeParameter0) throws(EvaluationError) -> Bool in list.items.contains(item.boxed) }),
        ]
    }

    static let list: NetType = NetType(
        "System.Collections.Generic", "List", arity: 1, interfaces: [.named(.listInterface, [.typeParameter(0)])]
    ) {
        [
            .constructor(
                "An empty list.", [],
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> Instance<NetList> in
                    Instance(NetList(type: .list(of: types[0])))
                })),
            .method(
                "Clear", "Removes every element.",
                NetBody { (list: Instance<NetList>) throws(EvaluationError) -> NetVoid in
                    list.object.items = []
                    return NetVoid()
                }),
            .method(
                "IndexOf", "The position of an element, or -1.", ["item"],
                NetBody { (list: Instance<NetList>, item: TypeParameter0) throws(EvaluationError) -> Int32 in
                    Int32(list.object.items.firstIndex(of: item.boxed) ?? -1)
                }),
            .method(
                "RemoveAt", "Removes the element at a position.", ["index"],
                NetBody { (list: Instance<NetList>, index: Int32) throws(EvaluationError) -> NetVoid in
                    list.object.items.remove(at: try list.object.index(index))
                    return NetVoid()
                }),
        ]
    }

    static let keyValuePair: NetType = NetType("System.Collections.Generic", "KeyValuePair", arity: 2) {
        [
            .property(
                "Key", "The key.",
                NetBody { (pair: Instance<NetKeyValuePair>) throws(EvaluationError) -> TypeParameter0 in TypeParameter0(pair.object.key) }),
            .property(
                "Value", "The value.",
                NetBody { (pair: Instance<NetKeyValuePair>) throws(EvaluationError) -> TypeParameter1 in TypeParameter1(pair.object.value) }
            ),
        ]
    }

    private static let pairs: [TypeSymbol] = [.named(.enumerable, [.named(.keyValuePair, [.typeParameter(0), .typeParameter(1)])])]

    static let readOnlyDictionary: NetType = NetType(
        "System.Collections.Generic", "IReadOnlyDictionary", arity: 2, .interface, interfaces: pairs
    ) {
        dictionaryReads
    }

    static let dictionaryInterface: NetType = NetType("System.Collections.Generic", "IDictionary", arity: 2, .interface, interfaces: pairs)
    {
        dictionaryReads
    }

    static let dictionary: NetType = NetType(
        "System.Collections.Generic", "Dictionary", arity: 2,
        interfaces: [
            .named(.dictionaryInterface, [.typeParameter(0), .typeParameter(1)]),
            .named(.readOnlyDictionary, [.typeParameter(0), .typeParameter(1)]),
        ]
    ) {
        [
            .constructor(
                "An empty dictionary.", [],
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> Instance<NetDictionary> in
                    Instance(NetDictionary(type: .dictionary(types[0], types[1])))
                })),
            .method(
                "Add", "Adds a key that is not there yet.", ["key", "value"],
                NetBody {
                    (dictionary: Instance<NetDictionary>, key: TypeParameter0, value: TypeParameter1) throws(EvaluationError) -> NetVoid in
                    try dictionary.object.add(key.boxed, value.boxed)
                }),
            .method(
                "Remove", "Removes a key; false when it was not there.", ["key"],
                NetBody { (dictionary: Instance<NetDictionary>, key: TypeParameter0) throws(EvaluationError) -> Bool in
                    guard dictionary.object[key.boxed] != nil else { return false }
                    dictionary.object[key.boxed] = nil
                    return true
                }),
            .indexer(
                "The value of a key; a KeyNotFoundException without one.", ["key"],
                NetBody { (dictionary: Instance<NetDictionary>, key: TypeParameter0) throws(EvaluationError) -> TypeParameter1 in
                    guard !key.boxed.isNull else { throw .argumentNull("key") }
                    guard let value = dictionary.object[key.boxed] else { throw .keyNotFound(try ValueText.text(of: key.boxed).string) }
                    return TypeParameter1(value)
                },
                setter: NetBody {
                    (dictionary: Instance<NetDictionary>, key: TypeParameter0, value: TypeParameter1) throws(EvaluationError) -> NetVoid in
                    guard !key.boxed.isNull else { throw .argumentNull("key") }
                    dictionary.object[key.boxed] = value.boxed
                    return NetVoid()
                }),
        ]
    }

    private static var dictionaryReads: [NetMember] {
        [
            .property(
                "Count", "The number of keys.",
                NetBody { (dictionary: AnyDictionary) throws(EvaluationError) -> Int32 in Int32(dictionary.count) }),
            .method(
                "ContainsKey", "Whether there is a value for a key.", ["key"],
                NetBody { (dictionary: AnyDictionary, key: TypeParameter0) throws(EvaluationError) -> Bool in
                    try dictionary.value(key.boxed) != nil
                }),
            .indexer(
                "The value of a key; a KeyNotFoundException without one.", ["key"],
                NetBody { (dictionary: AnyDictionary, key: TypeParameter0) throws(EvaluationError) -> TypeParameter1 in
                    guard let value = try dictionary.value(key.boxed) else {
                        throw .keyNotFound(try ValueText.text(of: key.boxed).string)
                    }
                    return TypeParameter1(value)
                }),
        ]
    }
}

extension NetList: NetClass {
    static var symbol: TypeSymbol { .named(.list, [.typeParameter(0)]) }
}

extension NetDictionary: NetClass {
    static var symbol: TypeSymbol { .named(.dictionary, [.typeParameter(0), .typeParameter(1)]) }

    fileprivate func add(_ key: Value, _ value: Value) throws(EvaluationError) -> NetVoid {
        guard !key.isNull else { throw .argumentNull("key") }
        guard self[key] == nil else {
            throw .argument("An item with the same key has already been added. Key: \(try ValueText.text(of: key).string)")
        }
        self[key] = value
        return NetVoid()
    }
}

extension NetKeyValuePair: NetClass {
    static var symbol: TypeSymbol { .named(.keyValuePair, [.typeParameter(0), .typeParameter(1)]) }
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

    func item(at index: Int32) throws(EvaluationError) -> Value {
        switch object {
        case let list as NetList: return list.items[try list.index(index)]
        case let array as NetArray: return try array.element(at: index)
        default: throw .notSupported()
        }
    }

    func add(_ item: Value) throws(EvaluationError) -> NetVoid {
        guard let list = object as? NetList else { throw .notSupported("Collection was of a fixed size.") }
        list.items.append(item)
        return NetVoid()
    }
}

/// Any object that is a dictionary for reading.
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
}
