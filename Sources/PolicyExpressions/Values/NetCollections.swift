/// A .NET array.
public final class NetArray: NetObject {
    private let arrayType: TypeSymbol
    private var elements: ArrayElements
    /// How many elements there are in each dimension, of an array with several; nil for one.
    private let dimensions: [Int]?

    /// Makes an array. The type is the array's, not the element's.
    public init(type: TypeSymbol, items: [Value]) { (arrayType, elements, dimensions) = (type, .values(items), nil) }

    /// Makes an array of several dimensions.
    init(type: TypeSymbol, items: [Value], lengths: [Int]) { (arrayType, elements, dimensions) = (type, .values(items), lengths) }

    /// Makes an array of one dimension from elements that are of its type.
    init(type: TypeSymbol, elements: ArrayElements) { (arrayType, self.elements, dimensions) = (type, elements, nil) }

    deinit {
        guard case .values(let items) = elements else { return }
        elements = .bytes([])
        DeferredRelease.release(consume items)
    }

    /// `string[]`.
    public convenience init(_ texts: [NetString]) { self.init(type: .array(.string, rank: 1), elements: .texts(texts)) }

    /// `byte[]`.
    public convenience init(bytes: [UInt8]) { self.init(type: .array(.byte, rank: 1), elements: .bytes(bytes)) }

    /// The array's type.
    public override var type: TypeSymbol { arrayType }

    /// The elements; those of an array of several dimensions row by row.
    public var items: [Value] {
        if case .values(let items) = elements { return items }
        let items = elements.values
        elements = .values(items)
        return items
    }

    /// How many elements there are.
    var count: Int { elements.count }

    /// How many elements there are in each dimension.
    var lengths: [Int] { dimensions ?? [count] }

    /// The bytes of a `byte[]`; nil for other arrays.
    public var bytes: [UInt8]? {
        if case .bytes(let bytes) = elements { return bytes }
        guard arrayType == .array(.byte, rank: 1) else { return nil }
        return items.map { if case .byte(let byte) = $0 { byte } else { 0 } }
    }

    /// The texts of an array that was made of texts and has no element changed since; nil for others.
    var texts: [NetString]? {
        if case .texts(let texts) = elements { texts } else { nil }
    }

    static func of(_ object: NetObject?) throws(EvaluationError) -> NetArray {
        guard let object else { throw .nullReference }
        guard let array = object.cast(to: NetArray.self) else { throw .invalidCast(from: object.type.fullName, to: "System.Array") }
        return array
    }

    func element(at index: Int32) throws(EvaluationError) -> Value {
        guard index >= 0, Int(index) < count else { throw .indexOutOfRange }
        return elements[Int(index)]
    }

    /// Puts the same number of elements in place of the present ones.
    func replaceItems(_ items: [Value]) { elements = .values(items) }

    func element(at indices: [Int32]) throws(EvaluationError) -> Value { elements[try offset(of: indices)] }

    func setElement(_ value: Value, at indices: [Int32]) throws(EvaluationError) { elements.set(value, at: try offset(of: indices)) }

    private func offset(of indices: [Int32]) throws(EvaluationError) -> Int {
        guard indices.count == lengths.count else { throw .indexOutOfRange }
        var offset = 0
        for (index, length) in zip(indices, lengths) {
            guard index >= 0, Int(index) < length else { throw .indexOutOfRange }
            offset = offset * length + Int(index)
        }
        return offset
    }

    func setElement(_ value: Value, at index: Int32) throws(EvaluationError) {
        guard index >= 0, Int(index) < count else { throw .indexOutOfRange }
        elements.set(value, at: Int(index))
    }
}

/// `System.Collections.Generic.KeyValuePair<K, V>`.
public final class NetKeyValuePair: NetObject {
    private let pairType: TypeSymbol
    // Unchecked: a pair belongs to one evaluation, and no access calls out while it lasts.
    /// The key.
    @exclusivity(unchecked)
    public private(set) var key: Value
    @exclusivity(unchecked)
    private var heldValue: Value
    /// The values of a header, until somebody asks for them as an array.
    @exclusivity(unchecked)
    private var texts: [NetString]
    private let nesting: StructuralNesting

    /// Makes a pair of a constructed type.
    public init(type: TypeSymbol, key: Value, value: Value) {
        (pairType, self.key, heldValue, texts) = (type, key, value, [])
        nesting = StructuralNesting(of: [key, value])
    }

    /// Makes the pair of a name and its values, at least one: a header, a query parameter, a claim.
    init(field name: NetString, _ texts: [NetString]) {
        (pairType, key, heldValue, self.texts) = (Self.fieldType, .string(name), .null, texts)
        nesting = StructuralNesting(of: [])
    }

    private static let fieldType = TypeSymbol.named(.keyValuePair, [.string, .array(.string, rank: 1)])

    deinit {
        if case .object = key {
            let heldKey = key
            key = .null
            DeferredRelease.release(consume heldKey)
        }
        guard case .object = heldValue else { return }
        let value = heldValue
        heldValue = .null
        DeferredRelease.release(consume value)
    }

    /// The value.
    public var value: Value {
        if !texts.isEmpty {
            heldValue = .object(NetArray(texts))
            texts = []
        }
        return heldValue
    }

    /// The pair's type.
    public override var type: TypeSymbol { pairType }

    override var structuralNesting: StructuralNesting? { nesting }
}

/// Walks through whatever `foreach` accepts.
enum Enumeration {
    static func elements(of value: Value) throws(EvaluationError) -> [Value] {
        switch value {
        case .string(let text): return text.utf16Array.map { .char($0) }
        case .object(let object):
            guard let elements = elements(of: object) else {
                throw .invalidCast(from: object.type.fullName, to: "System.Collections.IEnumerable")
            }
            return elements
        case .null: throw .nullReference
        default: throw .invalidCast(from: value.type.fullName, to: "System.Collections.IEnumerable")
        }
    }

    static func elements(of object: NetObject) -> [Value]? {
        switch object {
        case let array as NetArray: array.items
        case let list as NetList: list.items
        case let set as NetHashSet: set.items
        case let queue as NetQueue: Array(queue.items)
        case let stack as NetStack: stack.items
        case let view as NetCollectionView: view.items
        case let container as JContainer: container.children.map { .object($0) }
        case let dictionary as NetDictionary:
            dictionary.entries.map { entry in pair(dictionary.type.typeArguments, entry.key, entry.value) }
        case let fields as MultiValueDictionary:
            fields.entries.map { .object(NetKeyValuePair(field: $0.name, $0.values)) }
        case let texts as StringDictionary: texts.entries.map { pair([.string, .string], .string($0.name), .string($0.value)) }
        case let variables as VariableDictionary:
            (0..<variables.count).map { index in
                let entry = variables.entry(at: index)
                return pair([.string, .object], .string(entry.name), entry.value)
            }
        default: nil
        }
    }

    private static func pair(_ arguments: [TypeSymbol], _ key: Value, _ value: Value) -> Value {
        .object(NetKeyValuePair(type: .named(.keyValuePair, arguments), key: key, value: value))
    }
}
