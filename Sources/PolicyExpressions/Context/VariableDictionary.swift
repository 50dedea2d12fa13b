/// The variables of one request (`context.Variables`), in the order in which they were first set.
public final class VariableDictionary: NetObject {
    private var names: [NetString] = []
    private var hashes: [UInt32] = []
    private var values: [Value] = []

    /// The type of the dictionary in .NET.
    public override var type: TypeSymbol { .variableDictionary }

    /// The names with their values.
    public var all: [(name: String, value: Value)] { zip(names, values).map { ($0.string, $1) } }

    /// How many there are.
    public var count: Int { names.count }

    /// The value of a variable; nil when it was never set, which is not the same as `.null`.
    public subscript(name: NetString) -> Value? {
        get { index(of: name, hash: MultiValueDictionary.hash(of: name)).map { values[$0] } }
        set {
            let hash = MultiValueDictionary.hash(of: name)
            switch (index(of: name, hash: hash), newValue) {
            case (let index?, let value?): values[index] = value
            case (let index?, nil): remove(at: index)
            case (nil, let value?): append(name, hash, value)
            case (nil, nil): break
            }
        }
    }

    /// The value of a variable whose name's hash is known. Names differ in case here.
    func value(of name: NetString, hash: UInt32) -> Value? { index(of: name, hash: hash).map { values[$0] } }

    func index(of name: NetString, hash: UInt32) -> Int? {
        for index in hashes.indices where hashes[index] == hash && names[index] == name { return index }
        return nil
    }

    func entry(at index: Int) -> (name: NetString, value: Value) { (names[index], values[index]) }

    private func append(_ name: NetString, _ hash: UInt32, _ value: Value) {
        names.append(name)
        hashes.append(hash)
        values.append(value)
    }

    private func remove(at index: Int) {
        names.remove(at: index)
        hashes.remove(at: index)
        values.remove(at: index)
    }
}
