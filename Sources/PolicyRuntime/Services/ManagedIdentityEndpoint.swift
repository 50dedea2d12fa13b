public import PolicyExpressions
import Foundation

/// Where a machine in Azure gets tokens of its own identity.
public struct ManagedIdentityEndpoint: Sendable, Hashable {
    /// The URL without its query.
    public var url: RequestURL
    /// The header field without which nobody is answered.
    public var field: Field
    /// The version of the protocol.
    public var version: String

    /// A header field.
    public struct Field: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value; of App Service a secret.
        public var value: String
    }

    /// The endpoint of virtual machines, which only they can reach (Azure Instance Metadata Service).
    public static let instanceMetadata = ManagedIdentityEndpoint(
        url: RequestURL(scheme: "http", host: "169.254.169.254", path: "/metadata/identity/oauth2/token"),
        field: Field(name: "Metadata", value: "true"), version: "2018-02-01")

    /// The endpoint of App Service, Functions and Container Apps: the values of their variables IDENTITY_ENDPOINT and IDENTITY_HEADER.
    public static func appService(endpoint: RequestURL, secret: String) -> ManagedIdentityEndpoint {
        ManagedIdentityEndpoint(url: endpoint, field: Field(name: "X-IDENTITY-HEADER", value: secret), version: "2019-08-01")
    }

    /// The endpoint that the process's environment names, otherwise that of virtual machines.
    public static var environment: ManagedIdentityEndpoint {
        let variables = ProcessInfo.processInfo.environment
        guard let endpoint = variables["IDENTITY_ENDPOINT"].flatMap({ RequestURL($0) }), let secret = variables["IDENTITY_HEADER"] else {
            return instanceMetadata
        }
        return appService(endpoint: endpoint, secret: secret)
    }
}
