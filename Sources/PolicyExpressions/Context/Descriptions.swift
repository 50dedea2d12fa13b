/// The API that a request belongs to (`context.Api`).
public struct APIDescription: Sendable {
    /// The API's identifier.
    public var id: String = "api"
    /// The display name.
    public var name: String = "API"
    /// The URL suffix of the API, without slashes at its ends.
    public var path: String = ""
    /// The schemes that the API is offered on.
    public var protocols: [String] = ["https"]
    /// The backend's base URL, if the API has one.
    public var serviceURL: String? {
        didSet { parsedServiceURL = serviceURL.flatMap { RequestURL($0) } }
    }
    /// `serviceURL` taken apart, once for all requests; nil where it is no absolute URL.
    public private(set) var parsedServiceURL: RequestURL?
    /// The names under which a subscription key is sent.
    public var subscriptionKeyParameterNames: SubscriptionKeyParameterNames? = SubscriptionKeyParameterNames()
    /// Whether the revision in use is the current one.
    public var isCurrentRevision = true
    /// The revision.
    public var revision: String = "1"
    /// The version, if the API is versioned.
    public var version: String?

    /// Makes a description with the documented defaults.
    public init(id: String = "api", name: String = "API", path: String = "", serviceURL: String? = nil) {
        (self.id, self.name, self.path, self.serviceURL) = (id, name, path, serviceURL)
        parsedServiceURL = serviceURL.flatMap { RequestURL($0) }
    }
}

/// The header and the query parameter that carry a subscription key.
public struct SubscriptionKeyParameterNames: Sendable {
    /// The header's name.
    public var header: String
    /// The query parameter's name.
    public var query: String

    /// Makes the pair; the defaults are APIM's.
    public init(header: String = "Ocp-Apim-Subscription-Key", query: String = "subscription-key") {
        (self.header, self.query) = (header, query)
    }
}

/// The operation that a request was matched to (`context.Operation`).
public struct OperationDescription: Sendable {
    /// The operation's identifier.
    public var id: String
    /// The method of the operation.
    public var method: String
    /// The display name.
    public var name: String
    /// The path template with `{parameters}`, and possibly a query template.
    public var urlTemplate: String

    /// Makes a description.
    public init(id: String = "operation", method: String = "GET", name: String = "Operation", urlTemplate: String = "/*") {
        (self.id, self.method, self.name, self.urlTemplate) = (id, method, name, urlTemplate)
    }
}

/// A group of users.
public struct GroupDescription: Sendable {
    /// The group's identifier.
    public var id: String
    /// The display name.
    public var name: String

    /// Makes a description.
    public init(id: String, name: String) { (self.id, self.name) = (id, name) }
}

/// The product through which a request came (`context.Product`).
public struct ProductDescription: Sendable {
    /// Whether the product is open to developers.
    public enum State: Int32, Sendable {
        /// Not shown to developers.
        case notPublished = 0
        /// Shown to developers.
        case published = 1
    }

    /// The product's identifier.
    public var id: String
    /// The display name.
    public var name: String
    /// Whether a subscription must be approved.
    public var approvalRequired = false
    /// Whether a subscription is required.
    public var subscriptionRequired = true
    /// How many subscriptions a user may have, if limited.
    public var subscriptionLimit: Int32?
    /// Whether the product is published.
    public var state = State.published
    /// The groups that see the product.
    public var groups: [GroupDescription] = []
    /// The APIs of the product.
    public var apis: [APIDescription] = []

    /// Makes a description.
    public init(id: String, name: String) { (self.id, self.name) = (id, name) }
}

/// The subscription whose key a request carried (`context.Subscription`).
public struct SubscriptionDescription: Sendable {
    /// The subscription's identifier.
    public var id: String
    /// The display name, if it has one.
    public var name: String?
    /// The key that was used.
    public var key = ""
    /// The first of the two keys.
    public var primaryKey = ""
    /// The second of the two keys.
    public var secondaryKey = ""
    /// When it was created.
    public var createdDate = NetDateTime.minValue
    /// From when on it is valid.
    public var startDate: NetDateTime?
    /// Until when it is valid.
    public var endDate: NetDateTime?

    /// Makes a description.
    public init(id: String) { self.id = id }
}

/// An identity of a user at an identity provider.
public struct UserIdentityDescription: Sendable {
    /// The identifier at the provider.
    public var id: String
    /// The provider's name.
    public var provider: String

    /// Makes a description.
    public init(id: String, provider: String) { (self.id, self.provider) = (id, provider) }
}

/// The developer who owns the subscription (`context.User`).
public struct UserDescription: Sendable {
    /// The user's identifier.
    public var id: String
    /// The e-mail address.
    public var email = ""
    /// The first name.
    public var firstName = ""
    /// The last name.
    public var lastName = ""
    /// A note by the administrator.
    public var note: String?
    /// When the user registered.
    public var registrationDate = NetDateTime.minValue
    /// The groups the user is in.
    public var groups: [GroupDescription] = []
    /// The identities at identity providers.
    public var identities: [UserIdentityDescription] = []

    /// Makes a description.
    public init(id: String) { self.id = id }
}

/// The gateway that runs the policies (`context.Deployment`).
public struct DeploymentDescription: Sendable {
    /// `managed` on gateways that Azure runs.
    public var gatewayID = "managed"
    /// `managed` on gateways that Azure runs.
    public var gatewayInstanceID = "managed"
    /// Whether Azure runs the gateway.
    public var isManaged = true
    /// The Azure region.
    public var region = ""
    /// The service's identifier.
    public var serviceID = ""
    /// The service's host name.
    public var serviceName = ""
    /// The certificates that were uploaded, by their identifiers.
    public var certificates: [(id: String, certificate: GatewayCertificate)] = []

    /// Makes a description with the documented defaults.
    public init() {}
}

/// The backend entity in use (`context.Backend`).
public struct BackendDescription: Sendable {
    /// Whether the backend is one service or a pool.
    public enum Kind: Int32, Sendable {
        /// One service.
        case single = 0
        /// A pool of backends.
        case pool = 1
    }

    /// The backend's identifier.
    public var id: String?
    /// The Azure region, where it is known.
    public var azureRegion: String?
    /// One service or a pool.
    public var kind = Kind.single

    /// Makes a description.
    public init(id: String?) { self.id = id }
}

/// The workspace of the API (`context.Workspace`).
public struct WorkspaceDescription: Sendable {
    /// The workspace's identifier.
    public var id: String
    /// The display name.
    public var name: String

    /// Makes a description.
    public init(id: String, name: String) { (self.id, self.name) = (id, name) }
}

/// The private endpoint that a request came through.
public struct PrivateEndpointConnectionDescription: Sendable {
    /// The connection's name.
    public var name: String
    /// The group's identifier.
    public var groupID: String
    /// The member's name.
    public var memberName: String

    /// Makes a description.
    public init(name: String, groupID: String, memberName: String) {
        (self.name, self.groupID, self.memberName) = (name, groupID, memberName)
    }
}

/// The error that ended the regular sections (`context.LastError`).
public struct LastError: Sendable, Hashable {
    /// The failing policy's element name, or a pipeline step.
    public var source: String
    /// A stable error code, if there is one.
    public var reason: String?
    /// A text for people.
    public var message: String
    /// The scope of the failing policy's document.
    public var scope: String?
    /// The section.
    public var section: String?
    /// The nested position, such as `choose[3]/when[2]`.
    public var path: String?
    /// The `id` attribute of the failing policy.
    public var policyID: String?

    /// Makes an error.
    public init(
        source: String, reason: String? = nil, message: String, scope: String? = nil, section: String? = nil,
        path: String? = nil, policyID: String? = nil
    ) {
        (self.source, self.reason, self.message, self.scope) = (source, reason, message, scope)
        (self.section, self.path, self.policyID) = (section, path, policyID)
    }
}
