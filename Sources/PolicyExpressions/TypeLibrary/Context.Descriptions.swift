/// A part of `context` that describes something: what an embedder gives as a structure, an object in .NET.
protocol ContextDescription: Sendable {
    static var netType: NetType { get }
}

/// A description as an object.
final class Described<Description: ContextDescription>: NetObject, NetClass {
    let description: Description
    init(_ description: Description) { self.description = description }
    override var type: TypeSymbol { Self.symbol }
    static var symbol: TypeSymbol { .named(Description.netType, []) }
}

struct FoundryDescription: ContextDescription {
    let deployment: String
    static var netType: NetType { .foundry }
}

extension APIDescription: ContextDescription { static var netType: NetType { .api } }
extension OperationDescription: ContextDescription { static var netType: NetType { .operation } }
extension ProductDescription: ContextDescription { static var netType: NetType { .product } }
extension SubscriptionDescription: ContextDescription { static var netType: NetType { .subscription } }
extension UserDescription: ContextDescription { static var netType: NetType { .user } }
extension GroupDescription: ContextDescription { static var netType: NetType { .group } }
extension UserIdentityDescription: ContextDescription { static var netType: NetType { .userIdentity } }
extension DeploymentDescription: ContextDescription { static var netType: NetType { .deployment } }
extension BackendDescription: ContextDescription { static var netType: NetType { .backend } }
extension WorkspaceDescription: ContextDescription { static var netType: NetType { .workspace } }
extension LastError: ContextDescription { static var netType: NetType { .lastError } }
extension SubscriptionKeyParameterNames: ContextDescription { static var netType: NetType { .keyParameterNames } }
extension PrivateEndpointConnectionDescription: ContextDescription { static var netType: NetType { .privateEndpoint } }

extension NetType {
    static let api: NetType = NetType("", "IApi") {
        [
            text("Id", "The identifier.", \APIDescription.id)
                .inContext(.text(of: .api) { NetString($0.api.id) }),
            text("Name", "The display name.", \APIDescription.name)
                .inContext(.text(of: .api) { NetString($0.api.name) }),
            text("Path", "The URL suffix.", \APIDescription.path)
                .inContext(.text(of: .api) { NetString($0.api.path) }), text("Revision", "The revision.", \APIDescription.revision),
            optionalText("Version", "The version, if the API has versions.", \APIDescription.version),
            truth("IsCurrentRevision", "Whether the revision is the current one.", \APIDescription.isCurrentRevision),
            .property(
                "ServiceUrl", "The backend's URL.",
                NetBody { (api: Instance<Described<APIDescription>>) throws(EvaluationError) -> Instance<URLObject>? in
                    api.object.description.parsedServiceURL.map { Instance(URLObject($0)) }
                }),
            .property(
                "Protocols", "The schemes that the API is offered on.",
                NetBody { (api: Instance<Described<APIDescription>>) throws(EvaluationError) -> [NetString] in
                    api.object.description.protocols.map { NetString($0) }
                }),
            .property(
                "SubscriptionKeyParameterNames", "The names under which a key is sent.",
                NetBody {
                    (api: Instance<Described<APIDescription>>) throws(EvaluationError) -> Instance<
                        Described<SubscriptionKeyParameterNames>
                    >? in
                    api.object.description.subscriptionKeyParameterNames.map { Instance(Described($0)) }
                }),
        ]
    }

    static let keyParameterNames: NetType = NetType("", "ISubscriptionKeyParameterNames") {
        [
            text("Header", "The header's name.", \SubscriptionKeyParameterNames.header),
            text("Query", "The query parameter's name.", \SubscriptionKeyParameterNames.query),
        ]
    }

    static let operation: NetType = NetType("", "IOperation") {
        [
            text("Id", "The identifier.", \OperationDescription.id)
                .inContext(.text(of: .operation) { NetString($0.operation.id) }),
            text("Method", "The method.", \OperationDescription.method)
                .inContext(.text(of: .operation) { NetString($0.operation.method) }),
            text("Name", "The display name.", \OperationDescription.name)
                .inContext(.text(of: .operation) { NetString($0.operation.name) }),
            text("UrlTemplate", "The path template.", \OperationDescription.urlTemplate)
                .inContext(.text(of: .operation) { NetString($0.operation.urlTemplate) }),
        ]
    }

    static let product: NetType = NetType("", "IProduct") {
        [
            text("Id", "The identifier.", \ProductDescription.id), text("Name", "The display name.", \ProductDescription.name),
            truth("ApprovalRequired", "Whether a subscription must be approved.", \ProductDescription.approvalRequired),
            truth("SubscriptionRequired", "Whether a subscription is required.", \ProductDescription.subscriptionRequired),
            limit("SubscriptionLimit"), limit("SubscriptionsLimit"),
            .property(
                "State", "Whether the product is published.",
                NetBody { (product: Instance<Described<ProductDescription>>) throws(EvaluationError) -> ProductDescription.State in
                    product.object.description.state
                }),
            objects("Groups", "The groups that see the product.", \ProductDescription.groups),
            objects("Apis", "The APIs of the product.", \ProductDescription.apis),
        ]
    }

    /// `ProductState`.
    static let productState: NetType = NetType("", "ProductState", .enumeration) {
        [
            .constant("NotPublished", "The product is not open to developers.", .named(.productState, []), .int32(0)),
            .constant("Published", "The product is open to developers.", .named(.productState, []), .int32(1)),
        ]
    }

    /// `BackendType`.
    static let backendType: NetType = NetType("", "BackendType", .enumeration) {
        [
            .constant("Single", "One service.", .named(.backendType, []), .int32(0)),
            .constant("Pool", "A pool of backends.", .named(.backendType, []), .int32(1)),
        ]
    }

    static let subscription: NetType = NetType("", "ISubscription") {
        [
            text("Id", "The identifier.", \SubscriptionDescription.id),
            optionalText("Name", "The display name.", \SubscriptionDescription.name),
            text("Key", "The key that was used.", \SubscriptionDescription.key),
            text("PrimaryKey", "The first key.", \SubscriptionDescription.primaryKey),
            text("SecondaryKey", "The second key.", \SubscriptionDescription.secondaryKey),
            date("CreatedDate", "When it was created.", \SubscriptionDescription.createdDate),
            optionalDate("StartDate", "From when on it is valid.", \SubscriptionDescription.startDate),
            optionalDate("EndDate", "Until when it is valid.", \SubscriptionDescription.endDate),
        ]
    }

    static let user: NetType = NetType("", "IUser") {
        [
            text("Id", "The identifier.", \UserDescription.id), text("Email", "The e-mail address.", \UserDescription.email),
            text("FirstName", "The first name.", \UserDescription.firstName), text("LastName", "The last name.", \UserDescription.lastName),
            optionalText("Note", "The administrator's note.", \UserDescription.note),
            date("RegistrationDate", "When the user registered.", \UserDescription.registrationDate),
            objects("Groups", "The groups of the user.", \UserDescription.groups),
            objects("Identities", "The identities of the user.", \UserDescription.identities),
        ]
    }

    static let group: NetType = NetType("", "IGroup") {
        [text("Id", "The identifier.", \GroupDescription.id), text("Name", "The display name.", \GroupDescription.name)]
    }

    static let userIdentity: NetType = NetType("", "IUserIdentity") {
        [text("Id", "The identifier.", \UserIdentityDescription.id), text("Provider", "The provider.", \UserIdentityDescription.provider)]
    }

    static let deployment: NetType = NetType("", "IDeployment") {
        [
            text("GatewayId", "The gateway's identifier.", \DeploymentDescription.gatewayID),
            text("Region", "The region.", \DeploymentDescription.region),
            text("ServiceId", "The service's identifier.", \DeploymentDescription.serviceID),
            text("ServiceName", "The service's host name.", \DeploymentDescription.serviceName),
            .property(
                "Certificates", "The certificates that were uploaded, by their identifiers.",
                NetBody {
                    (deployment: Instance<Described<DeploymentDescription>>) throws(EvaluationError)
                        -> ReadOnlyDictionaryOf<NetString, Typed<Certificate2Name>> in
                    let certificates = NetDictionary(type: .dictionary(.string, Typed<Certificate2Name>.symbol))
                    for (id, certificate) in deployment.object.description.certificates {
                        certificates[.string(NetString(id))] = .object(NetCertificate(certificate))
                    }
                    return ReadOnlyDictionaryOf(certificates)
                }),
            .property(
                "Gateway", "The gateway.",
                NetBody {
                    (deployment: Instance<Described<DeploymentDescription>>) throws(EvaluationError) -> Instance<
                        Described<GatewayDescription>
                    > in
                    Instance(Described(GatewayDescription(deployment: deployment.object.description)))
                }),
        ]
    }

    static let gateway: NetType = NetType("", "IGateway") {
        [
            text("Id", "The identifier.", \GatewayDescription.deployment.gatewayID),
            text("InstanceId", "The instance's identifier.", \GatewayDescription.deployment.gatewayInstanceID),
            truth("IsManaged", "Whether Azure runs the gateway.", \GatewayDescription.deployment.isManaged),
        ]
    }

    static let backend: NetType = NetType("", "IBackend") {
        [
            optionalText("Id", "The identifier.", \BackendDescription.id),
            optionalText("AzureRegion", "The region.", \BackendDescription.azureRegion),
            .property(
                "Type", "One service or a pool.",
                NetBody { (backend: Instance<Described<BackendDescription>>) throws(EvaluationError) -> BackendDescription.Kind in
                    backend.object.description.kind
                }),
        ]
    }

    static let workspace: NetType = NetType("", "IWorkspace") {
        [text("Id", "The identifier.", \WorkspaceDescription.id), text("Name", "The display name.", \WorkspaceDescription.name)]
    }

    static let lastError: NetType = NetType("", "ILastError") {
        [
            text("Source", "The failing policy or step.", \LastError.source), optionalText("Reason", "The error code.", \LastError.reason),
            text("Message", "The text of the error.", \LastError.message), optionalText("Scope", "The scope.", \LastError.scope),
            optionalText("Section", "The section.", \LastError.section), optionalText("Path", "The nested position.", \LastError.path),
            optionalText("PolicyId", "The id of the failing policy.", \LastError.policyID),
        ]
    }

    static let privateEndpoint: NetType = NetType("", "IPrivateEndpointConnection") {
        [
            text("Name", "The name.", \PrivateEndpointConnectionDescription.name),
            text("GroupId", "The group's identifier.", \PrivateEndpointConnectionDescription.groupID),
            text("MemberName", "The member's name.", \PrivateEndpointConnectionDescription.memberName),
        ]
    }

    static let foundry: NetType = NetType("", "IFoundry") { [text("Deployment", "The model deployment.", \FoundryDescription.deployment)] }

    // MARK: Members of descriptions

    private static func text<D: ContextDescription>(_ name: String, _ summary: String, _ read: @escaping @Sendable (D) -> String)
        -> NetMember
    {
        .property(
            name, summary,
            NetBody { (object: Instance<Described<D>>) throws(EvaluationError) -> NetString in NetString(read(object.object.description)) })
    }

    private static func optionalText<D: ContextDescription>(_ name: String, _ summary: String, _ read: @escaping @Sendable (D) -> String?)
        -> NetMember
    {
        .property(
            name, summary,
            NetBody { (object: Instance<Described<D>>) throws(EvaluationError) -> NetString? in
                read(object.object.description).map { NetString($0) }
            })
    }

    private static func truth<D: ContextDescription>(_ name: String, _ summary: String, _ read: @escaping @Sendable (D) -> Bool)
        -> NetMember
    {
        .property(
            name, summary, NetBody { (object: Instance<Described<D>>) throws(EvaluationError) -> Bool in read(object.object.description) })
    }

    private static func date<D: ContextDescription>(_ name: String, _ summary: String, _ read: @escaping @Sendable (D) -> NetDateTime)
        -> NetMember
    {
        .property(
            name, summary,
            NetBody { (object: Instance<Described<D>>) throws(EvaluationError) -> NetDateTime in read(object.object.description) })
    }

    private static func optionalDate<D: ContextDescription>(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (D) -> NetDateTime?
    ) -> NetMember {
        .property(
            name, summary,
            NetBody { (object: Instance<Described<D>>) throws(EvaluationError) -> NetDateTime? in read(object.object.description) })
    }

    private static func limit(_ name: String) -> NetMember {
        .property(
            name, "How many subscriptions a user may have.",
            NetBody { (product: Instance<Described<ProductDescription>>) throws(EvaluationError) -> Int32? in
                product.object.description.subscriptionLimit
            })
    }

    /// A list of descriptions, as an array that is seen as `IEnumerable<T>`.
    private static func objects<D: ContextDescription, Item: ContextDescription>(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (D) -> [Item]
    ) -> NetMember {
        NetMember.property(
            name, summary,
            NetBody { (object: Instance<Described<D>>) throws(EvaluationError) -> SequenceOf<Instance<Described<Item>>> in
                let items = read(object.object.description).map { Value.object(Described($0)) }
                return SequenceOf(NetArray(type: .array(Described<Item>.symbol, rank: 1), items: items))
            })
    }
}

struct GatewayDescription: ContextDescription {
    let deployment: DeploymentDescription
    static var netType: NetType { .gateway }
}

extension ProductDescription.State: NetEnumerationRepresentable {
    static var symbol: TypeSymbol { .named(.productState, []) }
    static var fallback: Self { .notPublished }
}

extension BackendDescription.Kind: NetEnumerationRepresentable {
    static var symbol: TypeSymbol { .named(.backendType, []) }
    static var fallback: Self { .single }
}
