/// A walk through the children of a container, which must not be changed meanwhile, as with a list of .NET.
struct ContainerWalk {
    private let container: JContainer
    private let version: UInt32
    private var position = 0

    init(_ container: JContainer) { (self.container, version) = (container, container.version) }

    /// The next child; nil behind the last one.
    mutating func next() throws(EvaluationError) -> JToken? { try nextPosition().map { container.child($0) } }

    /// The position of the next child; nil behind the last one.
    mutating func nextPosition() throws(EvaluationError) -> Int? {
        guard container.version == version else {
            throw .invalidOperation("Collection was modified; enumeration operation may not execute.")
        }
        guard position < container.count else { return nil }
        defer { position += 1 }
        return position
    }
}
