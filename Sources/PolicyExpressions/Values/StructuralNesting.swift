/// How deeply tuples, pairs and anonymous objects hold each other, and how many values they hold together.
///
/// Comparing, hashing and printing one descends into it, where two members that are the same object count twice: forty lines
/// of a loop make a tuple of a trillion values.
struct StructuralNesting: Sendable {
    private(set) var height: Int32 = 1
    private(set) var count: Int32

    static let maximumHeight: Int32 = 256
    static let maximumCount: Int32 = 65_536

    init(of items: [Value]) {
        count = Int32(clamping: items.count)
        for case .object(let object) in items {
            guard let inner = object.structuralNesting else { continue }
            height = max(height, inner.height + 1)
            count = min(count &+ inner.count, Self.maximumCount + 1)
        }
    }

    /// Throws the depth limit beyond what may be descended into.
    func check() throws(EvaluationError) {
        if height > Self.maximumHeight {
            throw .limit(.depth, "Tuples, pairs and anonymous objects are nested more than \(Self.maximumHeight) levels deep.")
        }
        if count > Self.maximumCount {
            throw .limit(.depth, "A tuple or anonymous object holds more than \(Self.maximumCount) values with those inside of it.")
        }
    }
}
