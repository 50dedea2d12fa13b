/// The variables of one request (`context.Variables`), in the order in which they were first set.
public final class VariableDictionary: NetObject {
    private struct Entry {
        let name: NetString
        let hash: UInt32
        var value: Value
    }

    // Unchecked: a dictionary belongs to one request, and no access calls out while it lasts.
    @exclusivity(unchecked)
    private var entries: ContiguousArray<Entry> = []

    /// The type of the dictionary in .NET.
    public override var type: TypeSymbol { .variableDictionary }

    /// The names with their values.
    public var all: [(name: String, value: Value)] { entries.map { ($0.name.string, $0.value) } }

    /// How many there are.
    public var count: Int { entries.count }

    /// The value of a variable; nil when it was never set, which is not the same as `.null`.
    public subscript(name: NetString) -> Value? {
        get { value(of: name, hash: MultiValueDictionary.hash(of: name)) }
        set {
            let hash = MultiValueDictionary.hash(of: name)
            switch (index(of: name, hash: hash), newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(name: name, hash: hash, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The value of a variable whose name's hash is known. Names differ in case here.
    @inline(never)
    func value(of name: NetString, hash: UInt32) -> Value? {
        guard let index = index(of: name, hash: hash) else { return nil }
        return entries[index].value
    }

    func index(of name: NetString, hash: UInt32) -> Int? {
        for index in 0..<entries.count where entries[index].hash == hash && entries[index].name == name { return index }
        return nil
    }

    func entry(at index: Int) -> (name: NetString, value: Value) { (entries[index].name, entries[index].value) }
}
