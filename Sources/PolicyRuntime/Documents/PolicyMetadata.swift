/// What a policy is called, where it may stand, and what it is for.
public struct PolicyMetadata: Sendable, Hashable {
    /// The groups of the reference.
    public enum Category: String, Sendable, Hashable, CaseIterable {
        /// Limits on calls and bandwidth.
        case rateLimiting = "Rate limiting and quotas"
        /// Who may call, and as whom the gateway calls.
        case authentication = "Authentication and authorization"
        /// Checks of messages against their schemas.
        case contentValidation = "Content validation"
        /// Where requests go.
        case routing = "Routing"
        /// Stored responses and values.
        case caching = "Caching"
        /// Changes of requests, responses and variables.
        case transformation = "Transformation"
        /// Calls of browsers from other origins.
        case crossDomain = "Cross-domain"
        /// Calls of other services.
        case integration = "Integration and external communication"
        /// Traces and metrics.
        case logging = "Logging"
        /// Data sources of GraphQL fields.
        case graphQLResolvers = "GraphQL resolvers"
        /// Branches, loops and reuse.
        case controlFlow = "Policy control and flow"
    }

    /// How often a policy may stand in one section.
    public enum Multiplicity: Sendable, Hashable {
        /// As often as wanted.
        case unlimited
        /// At most once in a section, the policies inside other policies not counted.
        case oncePerSection
        /// At most once in a document, the policies inside other policies not counted.
        case oncePerDocument
    }

    /// The element's name.
    public var name: String
    /// The group it belongs to.
    public var category: Category
    /// The sections it may stand in.
    public var sections: Set<PolicySection>
    /// The scopes whose documents it may stand in.
    public var scopes: Set<PolicyScope>
    /// How often it may stand in one section.
    public var multiplicity: Multiplicity
    /// What it does, in one sentence.
    public var summary: String

    /// Describes a policy.
    public init(
        _ name: String, category: Category, sections: Set<PolicySection>, scopes: Set<PolicyScope> = Set(PolicyScope.allCases),
        multiplicity: Multiplicity = .unlimited, summary: String
    ) {
        (self.name, self.category, self.sections, self.scopes) = (name, category, sections, scopes)
        (self.multiplicity, self.summary) = (multiplicity, summary)
    }
}

extension Set<PolicySection> {
    /// Every section.
    public static var all: Self { Set(PolicySection.allCases) }
}
