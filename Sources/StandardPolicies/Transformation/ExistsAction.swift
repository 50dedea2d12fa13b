public import PolicyRuntime

/// What set-header and set-query-parameter do with a name that is there already.
public enum ExistsAction: String, PolicyEnumeration, BindableType {
    /// The listed values replace those that are there.
    case override
    /// What is there stays.
    case skip
    /// The listed values come behind those that are there.
    case append
    /// The name goes with all its values.
    case delete
}
