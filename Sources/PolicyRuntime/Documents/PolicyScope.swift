/// The level of an API Management service that a policy document belongs to.
public enum PolicyScope: String, Sendable, Hashable, CaseIterable {
    /// All APIs of the service.
    case global
    /// All APIs of a workspace.
    case workspace
    /// The APIs of a product.
    case product
    /// All operations of an API.
    case api
    /// One operation.
    case operation
}

/// A part of a policy document, run at its own point of a request.
public enum PolicySection: String, Sendable, Hashable, CaseIterable {
    /// Before the request goes to the backend.
    case inbound
    /// Sends the request.
    case backend
    /// After the backend has answered.
    case outbound
    /// After an error in one of the others.
    case onError = "on-error"
}
