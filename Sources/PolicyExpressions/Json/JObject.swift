/// Newtonsoft.Json.Linq.JObject: members in the order in which they were added, with names that differ ordinally.
public final class JObject: JContainer {
    /// The members in their order. No access to them calls what could access them again, so none is checked for that.
    @exclusivity(unchecked) public private(set) var properties: [JProperty]
    /// Positions by name for objects with many members, made by the first look-up.
    private var positions: [NetString: Int]?

    /// From this number of members on, look-up uses a dictionary.
    static let indexThreshold = 32

    /// Makes an empty object.
    public override init() {
        properties = []
        super.init()
    }

    /// Makes an object of properties that are known to have no parent and different names.
    init(freshProperties: [JProperty]) {
        properties = freshProperties
        super.init()
        for property in freshProperties { property.container = self }
    }

    deinit {
        var pending: [JToken] = []
        surrenderChildren(to: &pending)
        if !pending.isEmpty { JContainer.release(&pending) }
    }

    override func surrenderChildren(to pending: inout [JToken]) {
        for position in 0..<properties.count {
            properties[position].container = nil
            if properties[position].hasDeepValue, isKnownUniquelyReferenced(&properties[position]) {
                properties[position].surrenderChildren(to: &pending)
            }
        }
        properties = []
    }

    public override var tokenType: JTokenType { .object }
    public override var count: Int { properties.count }
    public override var children: [JToken] { properties }
    public override func child(_ position: Int) -> JToken { properties[position] }

    /// The value of a member; nil when there is none.
    public subscript(name: NetString) -> JToken? { property(name)?.value }

    /// The member of a name; nil when there is none.
    public func property(_ name: NetString) -> JProperty? { position(of: name).map { properties[$0] } }

    /// `GetValue(name, comparison)`: a member of exactly this name, or else the first whose name is equal to it otherwise.
    func value(named name: NetString, where isEqual: (NetString) -> Bool) -> JToken? {
        property(name)?.value ?? properties.first { isEqual($0.name) }?.value
    }

    /// Whether there is a member of a name.
    public func containsKey(_ name: NetString) -> Bool { position(of: name) != nil }

    public override func value(forKey key: NetString?) throws(EvaluationError) -> JToken? {
        guard let key else { throw .argumentNull("key") }
        return self[key]
    }

    public override func value(at index: Int32) throws(EvaluationError) -> JToken? {
        throw invalidKey(String(index), "Accessed") ?? .notSupported()
    }

    public override func setValue(_ value: JToken?, forKey key: NetString?) throws(EvaluationError) {
        guard let key else { throw .argumentNull("key") }
        if let property = property(key) { try property.setValue(value) } else { try add(key, value) }
    }

    public override func setValue(_ value: JToken?, at index: Int32) throws(EvaluationError) {
        throw invalidKey(String(index), "Set") ?? .notSupported()
    }

    /// `Add(name, value)`; throws ArgumentException when there is such a member.
    public func add(_ name: NetString, _ value: JToken?) throws(EvaluationError) { try add(JProperty(name, value)) }

    /// `Remove(name)`: whether there was such a member.
    @discardableResult
    public func remove(_ name: NetString) -> Bool {
        guard let position = position(of: name) else { return false }
        removeChild(position)
        return true
    }

    private func position(of name: NetString) -> Int? {
        if properties.count >= Self.indexThreshold { return indexedPosition(of: name) }
        let fingerprint = JProperty.fingerprint(of: name)
        for position in 0..<properties.count {
            let property = properties[position]
            if property.fingerprint == fingerprint, property.name == name { return position }
        }
        return nil
    }

    private func indexedPosition(of name: NetString) -> Int? {
        if positions == nil {
            positions = Dictionary(uniqueKeysWithValues: properties.enumerated().map { ($0.element.name, $0.offset) })
        }
        return positions?[name]
    }

    override func validate(_ child: JToken) throws(EvaluationError) {
        guard child is JProperty else { throw .argument("Can not add \(child.typeName) to \(typeName).") }
    }

    public override func insertChild(_ token: JToken?, at position: Int) throws(EvaluationError) {
        // A comment has no name to stand under, so there is no place for it.
        if token?.tokenType == .comment { return }
        let property = try adoptProperty(token, position: position, replacing: nil)
        if position == properties.count, positions != nil { positions?[property.name] = position } else { positions = nil }
        properties.insert(property, at: position)
        version &+= 1
    }

    public override func removeChild(_ position: Int) {
        positions = nil
        properties.remove(at: position).container = nil
        version &+= 1
    }

    public override func replaceChild(_ position: Int, with token: JToken?) throws(EvaluationError) {
        let old = properties[position]
        if isUnchanged(old, token) { return }
        properties[position] = try adoptProperty(token, position: position, replacing: old)
        positions = nil
        old.container = nil
        version &+= 1
    }

    /// A property fit to become a member: its name must not be taken by another one than that which it replaces.
    private func adoptProperty(_ token: JToken?, position: Int, replacing old: JProperty?) throws(EvaluationError) -> JProperty {
        if let property = token as? JProperty, let taken = self.property(property.name), taken !== old {
            throw .argument(
                "Can not add property \(property.name.string) to \(typeName). Property with the same name already exists on object.")
        }
        let child = try adopt(token, position: position)
        // `validate` lets nothing but properties through.
        return unsafeDowncast(child, to: JProperty.self)
    }

    override func clone(depth: Int) throws(EvaluationError) -> JToken {
        try JToken.checkHeight(depth)
        var copies: [JProperty] = []
        copies.reserveCapacity(properties.count)
        for property in properties {
            let copy = JProperty(name: property.name, freshValue: try property.value.clone(depth: depth + 2))
            copy.positionHint = Int32(truncatingIfNeeded: copies.count)
            copies.append(copy)
        }
        return JObject(freshProperties: copies)
    }

    override func hasEqualContent(_ other: JToken, depth: Int) throws(EvaluationError) -> Bool {
        guard let other = other as? JObject, count == other.count else { return false }
        for property in properties {
            guard let counterpart = other[property.name] else { return false }
            guard try JToken.deepEquals(property.value, counterpart, depth: depth + 2) else { return false }
        }
        return true
    }
}
