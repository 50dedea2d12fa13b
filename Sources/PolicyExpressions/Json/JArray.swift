/// Newtonsoft.Json.Linq.JArray: tokens in an order.
public final class JArray: JContainer {
    /// The elements. No access to them calls what could access them again, so none is checked for that.
    @exclusivity(unchecked) private(set) var items: [JToken]

    /// Makes an empty array.
    public override init() {
        items = []
        super.init()
    }

    /// Makes an array of tokens; those that have a parent are copied.
    public convenience init(_ tokens: some Sequence<JToken?>) throws(EvaluationError) {
        self.init()
        for token in tokens { try add(token) }
    }

    /// Makes an array of tokens that are known to have no parent.
    init(freshItems: [JToken]) {
        items = freshItems
        super.init()
        for item in freshItems { item.container = self }
    }

    deinit {
        var pending: [JToken] = []
        surrenderChildren(to: &pending)
        if !pending.isEmpty { JContainer.release(&pending) }
    }

    override func surrenderChildren(to pending: inout [JToken]) { JContainer.surrender(&items, to: &pending) }

    public override var tokenType: JTokenType { .array }
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

    /// `Insert`; throws ArgumentOutOfRangeException.
    public func insert(_ token: JToken?, at index: Int32) throws(EvaluationError) {
        guard index >= 0, Int(index) <= items.count else {
            throw .argumentOutOfRange("index", "Index must be within the bounds of the List.")
        }
        try insertChild(token, at: Int(index))
    }

    /// `RemoveAt`; throws ArgumentOutOfRangeException.
    public func remove(at index: Int32) throws(EvaluationError) {
        try checkIndex(index)
        removeChild(Int(index))
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
        copies.reserveCapacity(items.count)
        for item in items { copies.append(try item.clone(depth: depth + 1)) }
        return JArray(freshItems: copies)
    }

    override func hasEqualContent(_ other: JToken, depth: Int) throws(EvaluationError) -> Bool {
        guard let other = other as? JArray, items.count == other.items.count else { return false }
        for (left, right) in zip(items, other.items) {
            guard try JToken.deepEquals(left, right, depth: depth + 1) else { return false }
        }
        return true
    }
}
