/// What waits, while text is read, for its container to end: tokens, and the names of members.
///
/// Moves elements in and out without touching their reference counts.
struct JsonStack<Element>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity = 32
    /// The number of elements.
    private(set) var count = 0

    init() { base = .allocate(capacity: capacity) }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    @inline(__always)
    mutating func push(_ element: consuming Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count += 1
    }

    private mutating func grow() {
        let elements = base
        capacity *= 2
        base = .allocate(capacity: capacity)
        base.moveInitialize(from: elements, count: count)
        elements.deallocate()
    }

    /// An element at a position in `0..<count`.
    subscript(position: Int) -> Element {
        @inline(__always) get { base[position] }
        set { base[position] = newValue }
    }

    /// The position of the first element from one on that a test holds for.
    @inline(__always)
    func position(from first: Int, where isWanted: (Element) -> Bool) -> Int? {
        var index = first
        while index < count {
            if isWanted(base[index]) { return index }
            index += 1
        }
        return nil
    }

    /// Takes the elements from a position on.
    mutating func take(from first: Int) -> [Element] {
        let (source, length) = (base + first, count - first)
        count = first
        return Array(unsafeUninitializedCapacity: length) { output, initialized in
            output.baseAddress?.moveInitialize(from: source, count: length)
            initialized = length
        }
    }
}
