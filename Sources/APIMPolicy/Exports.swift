// What a host needs beside the engine: requests and responses, contexts, services, diagnostics.
@_exported public import HTTPTypes
@_exported public import PolicyDiagnostics
@_exported public import PolicyExpressions
@_exported public import PolicyRuntime
@_exported public import StandardPolicies
