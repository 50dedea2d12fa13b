/// Newtonsoft.Json.Linq.JConstructor: `new Date(1)`, which is not JSON but is read.
public final class JConstructor: JContainer {
    /// The constructor's name; null while one made without a name has none.
    public var name: NetString?
    private(set) var items: [JToken]

    /// Makes a constructor without arguments.
    public convenience init(_ name: NetString?) { self.init(name, freshItems: []) }

    /// Makes a constructor of arguments that are known to have no parent.
    init(_ name: NetString?, freshItems: [JToken]) {
        (self.name, items) = (name, freshItems)
        super.init()
        for item in freshItems { item.container = self }
    }

    deinit {
        var pending: [JToken] = []
        surrenderChildren(to: &pending)
        JContainer.release(&pending)
    }

    override func surrenderChildren(to pending: inout [JToken]) { JContainer.surrender(&items, to: &pending) }

    public override var tokenType: JTokenType { .constructor }
    public override var count: Int { items.count }
    public override var children: [JToken] { items }
    public override func child(_ position: Int) -> JToken { items[position] }

    public override func value(forKey key: NetString?) throws(EvaluationError) -> JToken? {
        guard let key else { throw .argumentNull("key") }
        throw invalidKey("\"\(key.string)\"", "Accessed") ?? .notSupported()
    }

    public override func value(at index: Int32) throws(EvaluationError) -> JToken? {
        guard index >= 0, Int(index) < items.count else { throw .indexOutOfCollection }
        return items[Int(index)]
    }

    public override func setValue(_ value: JToken?, forKey key: NetString?) throws(EvaluationError) {
        guard let key else { throw .argumentNull("key") }
        throw invalidKey("\"\(key.string)\"", "Set") ?? .notSupported()
    }

    public override func setValue(_ value: JToken?, at index: Int32) throws(EvaluationError) {
        try checkIndex(index)
        try replaceChild(Int(index), with: value)
    }

    public override func insertChild(_ token: JToken?, at position: Int) throws(EvaluationError) {
        items.insert(try adopt(token, position: position), at: position)
        version &+= 1
    }

    public override func removeChild(_ position: Int) {
        items.remove(at: position).container = nil
        version &+= 1
    }

    public override func replaceChild(_ position: Int, with token: JToken?) throws(EvaluationError) {
        let old = items[position]
        if isUnchanged(old, token) { return }
        items[position] = try adopt(token, position: position)
        old.container = nil
        version &+= 1
    }

    override func clone(depth: Int) throws(EvaluationError) -> JToken {
        try JToken.checkHeight(depth)
        var copies: [JToken] = []
        for item in items { copies.append(try item.clone(depth: depth + 1)) }
        return JConstructor(name, freshItems: copies)
    }

    override func hasEqualContent(_ other: JToken, depth: Int) throws(EvaluationError) -> Bool {
        guard let other = other as? JConstructor, name == other.name, items.count == other.items.count else { return false }
        for (left, right) in zip(items, other.items) {
            guard try JToken.deepEquals(left, right, depth: depth + 1) else { return false }
        }
        return true
    }
}
