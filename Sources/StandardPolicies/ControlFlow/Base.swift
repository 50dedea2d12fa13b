public import PolicyRuntime
import PolicyDiagnostics

/// The place at which the same section of the next broader scope runs.
public struct Base: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "base", category: .controlFlow, sections: .all, summary: "Runs the policies that the broader scope has in this section.")

    /// Reads the policy; it has nothing to read.
    public init(reading element: inout PolicyReader) {}

    /// Reports that the place is wrong: documents are put together without asking a `base` that stands in a section.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        scope.error("not-allowed-here", "'base' is not allowed in another policy", hint: "it stands directly in a section")
        return .none
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "without a broader document, APIM's default stands: the request is forwarded", in: .backend, "<base />",
            expects: .backendURL("https://backend.example/svc/orders/7"), .status(200))
    ]
}
