/// What a policy does for each request, compiled.
///
/// Policies that need nothing from outside are immediate: a section of them runs without a suspension point.
public enum PolicyAction: Sendable {
    /// Runs at once.
    case immediate(@Sendable (inout RequestContext) throws(PolicyError) -> Flow)
    /// May wait, for a response or a body.
    case suspending(@Sendable (inout RequestContext) async throws(PolicyError) -> Flow)

    /// What stands for a policy that could not be compiled. Its document is refused; if it runs nevertheless, it fails.
    public static let none = PolicyAction.immediate { _ throws(PolicyError) in
        throw PolicyError(nil, "A policy that could not be compiled was run.")
    }
}

/// What happens after a policy.
public enum Flow: Sendable, Hashable {
    /// The next policy runs.
    case proceed
    /// The response in the context is sent; no further policy of the regular sections runs.
    case respond
    /// The host forwards the request that waits in the context; see `PolicyEngine.runInbound`. A container hands this
    /// on as it hands on `respond`; what is left of its policies runs once the response is there.
    case forward
    /// The response came from a cache: the rest of inbound and the backend section are left out, and outbound goes on
    /// behind the policy that would have stored the response. A container hands this on as it hands on `respond`.
    case resumeOutbound
}
