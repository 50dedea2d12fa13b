/// Newtonsoft.Json.Linq.JContainer: a token with children in an order.
public class JContainer: JToken {
    /// Changes with every change of the list of children, so that a walk through it notices.
    final var version: UInt32 = 0

    init() { super.init(isContainer: true) }

    /// The number of children.
    public var count: Int { 0 }

    /// A child by its position, which must be in `0..<count`.
    ///
    /// Abstract: `count` is 0 here, so there is no position to ask for. Every kind of container has its own.
    public func child(_ position: Int) -> JToken { JValue(.null) }

    public override var children: [JToken] { (0..<count).map { child($0) } }

    override final func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        var children = ContainerWalk(self)
        while let child = try children.next() {
            try frame.step()
            guard try visit(.object(child), &frame) else { return false }
        }
        return true
    }

    public override final var hasValues: Bool { count > 0 }

    public override final func first() -> JToken? { count > 0 ? child(0) : nil }

    public override final func last() -> JToken? { count > 0 ? child(count - 1) : nil }

    /// Adds a token at a position in `0...count`; null becomes a `null` token, one that has a parent is copied.
    public func insertChild(_ token: JToken?, at position: Int) throws(EvaluationError) { throw .notSupported() }

    /// Takes the child at a position in `0..<count` out.
    public func removeChild(_ position: Int) throws(EvaluationError) { throw .notSupported() }

    /// Puts another token in the place of the child at a position in `0..<count`.
    public func replaceChild(_ position: Int, with token: JToken?) throws(EvaluationError) { throw .notSupported() }

    /// `Add`: adds a token behind the others.
    public final func add(_ token: JToken?) throws(EvaluationError) { try insertChild(token, at: count) }

    /// `AddFirst`: adds a token in front of the others.
    public final func addFirst(_ token: JToken?) throws(EvaluationError) { try insertChild(token, at: 0) }

    /// `RemoveAll`: takes all children out.
    public func removeAll() throws(EvaluationError) {
        while count > 0 { try removeChild(count - 1) }
    }

    /// Whether exactly this token stands at a position in `0..<count`.
    func holds(_ child: JToken, at position: Int) -> Bool { self.child(position) === child }

    /// The position of a child, found by identity.
    public final func position(of child: JToken) -> Int? {
        let hint = Int(child.positionHint)
        if hint < count, holds(child, at: hint) { return hint }
        guard let position = (0..<count).first(where: { holds(child, at: $0) }) else { return nil }
        child.positionHint = Int32(truncatingIfNeeded: position)
        return position
    }

    /// Makes a token fit to become a child: a token that has a parent, this one itself or its root are copied, and null
    /// becomes a `null` token. The caller puts it in its place.
    final func adopt(_ token: JToken?, position: Int) throws(EvaluationError) -> JToken {
        var child = token ?? JValue(.null)
        if child.container != nil || child === self || child.hasValues && child === root { child = try child.deepClone() }
        try validate(child)
        child.container = self
        child.positionHint = Int32(truncatingIfNeeded: position)
        return child
    }

    /// Whether a token that is to replace a child changes nothing: a value that is equal to the value that is there.
    final func isUnchanged(_ old: JToken, _ new: JToken?) -> Bool {
        guard let old = old as? JValue else { return old === new }
        guard let new else { return old.tokenType == .null }
        return old === new || (new as? JValue).map { old.isEqual(to: $0) } ?? false
    }

    /// Throws ArgumentException when a token may not stand in this kind of container.
    func validate(_ child: JToken) throws(EvaluationError) {
        if child is JProperty { throw .argument("Can not add \(child.typeName) to \(typeName).") }
    }

    /// Lets all children go, in the course of deinit: each loses its pointer to this container, and those that are
    /// containers go to `pending`.
    func surrenderChildren(to pending: inout [JToken]) {}

    /// Releases containers without recursion, so that the height of a tree costs no stack: a container that nobody else
    /// holds hands its children over before it goes.
    static func release(_ pending: inout [JToken]) {
        while var token = pending.popLast() {
            guard isKnownUniquelyReferenced(&token) else { continue }
            // Only containers are put there.
            unsafeDowncast(token, to: JContainer.self).surrenderChildren(to: &pending)
        }
    }

    /// Empties a list of children for `surrenderChildren`.
    static func surrender(_ items: inout [JToken], to pending: inout [JToken]) {
        for item in items {
            item.container = nil
            if item.isContainer { pending.append(item) }
        }
        items = []
    }

    /// Throws ArgumentOutOfRangeException unless there is a child at an index.
    final func checkIndex(_ index: Int32) throws(EvaluationError) {
        guard index >= 0 else { throw .argumentOutOfRange("index", "Index is less than 0.") }
        guard Int(index) < count else { throw .argumentOutOfRange("index", "Index is equal to or greater than Count.") }
    }

    /// The exception of a key of the wrong kind; nil where no key is of the right one.
    final func invalidKey(_ key: String, _ verb: String) -> EvaluationError? {
        let expected: String
        switch tokenType {
        case .object: expected = "Object property name"
        case .array: expected = "Int32 array index"
        case .constructor: expected = "Argument position index"
        default: return nil
        }
        return .argument("\(verb) \(className) values with invalid key value: \(key). \(expected) expected.")
    }
}
