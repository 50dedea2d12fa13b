/// Newtonsoft.Json.Linq.JObject: members in the order in which they were added, with names that differ ordinally.
public final class JObject: JContainer {
    /// What each member holds: its value, or, once somebody asked for it, its JProperty. No access to them calls what could
    /// access them again, so none is checked for that.
    @exclusivity(unchecked) private var slots: [JToken]
    /// The members' names, at the same positions.
    @exclusivity(unchecked) private var names: [JObjectName]
    /// Positions by name for objects with many members, made by the first look-up.
    private var positions: [NetString: Int]?

    /// From this number of members on, look-up uses a dictionary.
    static let indexThreshold = 128

    /// Makes an empty object.
    public override init() {
        (slots, names) = ([], [])
        super.init()
    }

    /// Makes an object of different names, and as many values that are known to have no parent.
    init(names: consuming [JObjectName], freshValues: consuming [JToken]) {
        (self.names, slots) = (names, freshValues)
        super.init()
        for position in 0..<slots.count { slots[position].container = self }
    }

    deinit {
        var pending: [JToken] = []
        surrenderChildren(to: &pending)
        if !pending.isEmpty { JContainer.release(&pending) }
    }

    override func surrenderChildren(to pending: inout [JToken]) { JContainer.surrender(&slots, to: &pending) }

    public override var tokenType: JTokenType { .object }
    public override var count: Int { slots.count }
    public override var children: [JToken] { properties }
    public override func child(_ position: Int) -> JToken { property(at: position) }
    override func holds(_ child: JToken, at position: Int) -> Bool { slots[position] === child }

    /// The members in their order.
    public var properties: [JProperty] { (0..<slots.count).map { property(at: $0) } }

    /// The name of the member at a position in `0..<count`.
    public func name(at position: Int) -> NetString { names[position].name }

    /// The value of the member at a position in `0..<count`.
    public func memberValue(at position: Int) -> JToken { (slots[position] as? JProperty)?.value ?? slots[position] }

    /// The member at a position in `0..<count`, which comes into being when it is first asked for.
    func property(at position: Int) -> JProperty {
        if let property = slots[position] as? JProperty { return property }
        let property = JProperty(name: names[position].name, freshValue: slots[position])
        property.container = self
        property.positionHint = Int32(truncatingIfNeeded: position)
        slots[position] = property
        return property
    }

    /// The member that holds a value which this object has taken as it was read.
    func property(holding value: JToken) -> JProperty? { position(of: value).map { property(at: $0) } }

    /// The value of a member; nil when there is none.
    public subscript(name: NetString) -> JToken? { position(of: name).map { memberValue(at: $0) } }

    /// The member of a name; nil when there is none.
    public func property(_ name: NetString) -> JProperty? { position(of: name).map { property(at: $0) } }

    /// `GetValue(name, comparison)`: a member of exactly this name, or else the first whose name is equal to it otherwise.
    func value(named name: NetString, where isEqual: (NetString) -> Bool) -> JToken? {
        self[name] ?? names.firstIndex { isEqual($0.name) }.map { memberValue(at: $0) }
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
        if names.count >= Self.indexThreshold { return indexedPosition(of: name) }
        let wanted = JObjectName(name)
        for position in 0..<names.count where names[position].equals(wanted) { return position }
        return nil
    }

    private func indexedPosition(of name: NetString) -> Int? {
        if positions == nil {
            positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element.name, $0.offset) })
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
        if position == slots.count, positions != nil { positions?[property.name] = position } else { positions = nil }
        slots.insert(property, at: position)
        names.insert(JObjectName(property.name), at: position)
        version &+= 1
    }

    public override func removeChild(_ position: Int) {
        positions = nil
        names.remove(at: position)
        slots.remove(at: position).container = nil
        version &+= 1
    }

    public override func replaceChild(_ position: Int, with token: JToken?) throws(EvaluationError) {
        let old = property(at: position)
        if isUnchanged(old, token) { return }
        let property = try adoptProperty(token, position: position, replacing: old)
        (slots[position], names[position]) = (property, JObjectName(property.name))
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
        var copies: [JToken] = []
        copies.reserveCapacity(slots.count)
        for position in 0..<slots.count {
            let copy = try memberValue(at: position).clone(depth: depth + 2)
            copy.positionHint = Int32(truncatingIfNeeded: position)
            copies.append(copy)
        }
        return JObject(names: names, freshValues: copies)
    }

    override func hasEqualContent(_ other: JToken, depth: Int) throws(EvaluationError) -> Bool {
        guard let other = other as? JObject, count == other.count else { return false }
        for position in 0..<count {
            guard let counterpart = other[name(at: position)] else { return false }
            guard try JToken.deepEquals(memberValue(at: position), counterpart, depth: depth + 2) else { return false }
        }
        return true
    }
}
