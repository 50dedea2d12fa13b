/// The tokens that wait, while text is read, for their container to end.
///
/// Moves tokens in and out without touching their reference counts.
struct JsonTokenStack: ~Copyable {
    private var base: UnsafeMutablePointer<JToken>
    /// The fingerprints of properties, so that names are compared only where those agree.
    private var fingerprints: UnsafeMutablePointer<UInt32>
    private var capacity = 32
    /// The number of tokens.
    private(set) var count = 0

    init() {
        base = .allocate(capacity: capacity)
        fingerprints = .allocate(capacity: capacity)
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
        fingerprints.deallocate()
    }

    @inline(__always)
    mutating func push(_ token: consuming JToken, fingerprint: UInt32) {
        if count == capacity { grow() }
        (base + count).initialize(to: token)
        fingerprints[count] = fingerprint
        count += 1
    }

    private mutating func grow() {
        let (tokens, digests) = (base, fingerprints)
        capacity *= 2
        base = .allocate(capacity: capacity)
        fingerprints = .allocate(capacity: capacity)
        base.moveInitialize(from: tokens, count: count)
        fingerprints.moveInitialize(from: digests, count: count)
        tokens.deallocate()
        digests.deallocate()
    }

    mutating func replace(_ position: Int, by property: JProperty) { base[position] = property }

    /// A token that is known to be a property.
    @inline(__always)
    func property(at position: Int) -> JProperty { unsafeDowncast(base[position], to: JProperty.self) }

    /// Where a property of the same name waits, from a position on.
    func position(of property: JProperty, from first: Int) -> Int? {
        let fingerprint = property.fingerprint
        var index = first
        while index < count {
            if fingerprints[index] == fingerprint, self.property(at: index).name == property.name { return index }
            index += 1
        }
        return nil
    }

    /// Takes the tokens from a position on.
    mutating func take(from first: Int) -> [JToken] {
        let (source, length) = (base + first, count - first)
        count = first
        return Array(unsafeUninitializedCapacity: length) { output, initialized in
            output.baseAddress?.moveInitialize(from: source, count: length)
            initialized = length
        }
    }

    /// Takes the tokens from a position on, all of which are known to be properties.
    mutating func takeProperties(from first: Int) -> [JProperty] {
        let (source, length) = (base + first, count - first)
        count = first
        return Array(unsafeUninitializedCapacity: length) { output, initialized in
            // References to a class and to its subclass have the same layout.
            source.withMemoryRebound(to: JProperty.self, capacity: max(length, 1)) { properties in
                output.baseAddress?.moveInitialize(from: properties, count: length)
            }
            initialized = length
        }
    }
}
