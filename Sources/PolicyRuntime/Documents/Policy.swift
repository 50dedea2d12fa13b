/// One policy: a node of the typed syntax tree that knows how to compile itself.
public protocol Policy: Sendable {
    /// What the policy is called and where it may stand.
    static var metadata: PolicyMetadata { get }
    /// Worked examples, printed in the reference and run as tests.
    static var examples: [PolicyExample] { get }
    /// Reads the policy off its element. Reading an attribute or a child also declares it: read unconditionally and decide afterwards,
    /// so that a dry read yields the whole schema.
    init(reading element: inout PolicyReader)
    /// Binds every value once, and returns what runs for each request.
    func compile(in scope: inout CompilationScope) -> PolicyAction
}

extension Policy {
    /// What the policy's element can hold, found by a dry read.
    public static var schema: PolicySchema {
        var reader = PolicyReader(recording: metadata.name)
        _ = Self(reading: &reader)
        return reader.schema
    }
}
