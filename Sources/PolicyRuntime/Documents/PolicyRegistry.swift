/// The policies that are built.
public struct PolicyRegistry: Sendable {
    private var policies: [String: any Policy.Type] = [:]

    /// Makes a registry; of two policies with the same name the later one stands, so that a host can replace one.
    public init(_ policies: [any Policy.Type]) {
        for policy in policies { self.policies[policy.metadata.name] = policy }
    }

    /// The policy of an element's name.
    public subscript(name: String) -> (any Policy.Type)? { policies[name] }

    /// The names in alphabetical order.
    public var names: [String] { policies.keys.sorted() }

    /// The policies by name.
    public var all: [any Policy.Type] { names.compactMap { policies[$0] } }
}
