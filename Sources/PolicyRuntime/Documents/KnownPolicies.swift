/// The policies of the reference and of the official editor schemas, whether they are built here or not.
public enum KnownPolicies {
    /// What is known about the policy of an element's name; nil when there is no such policy.
    public static subscript(name: String) -> PolicyMetadata? { table[name] }

    /// The names in alphabetical order.
    public static let names = table.keys.sorted()

    private static let table = Dictionary(
        uniqueKeysWithValues: [
            rateLimiting, authentication, contentValidation, routing, caching, transformation,
            crossDomain, integration, logging, graphQLResolvers, controlFlow, schemasOnly,
        ].joined().map { ($0.name, $0) })

    /// A line of the table.
    struct Entry {
        var name: String
        var sections: Set<PolicySection>
        var scopes: Set<PolicyScope>
        var multiplicity: PolicyMetadata.Multiplicity
        var summary: String

        init(
            _ name: String, in sections: Set<PolicySection>, scopes: Set<PolicyScope> = Set(PolicyScope.allCases),
            repeats multiplicity: PolicyMetadata.Multiplicity = .unlimited, _ summary: String
        ) {
            (self.name, self.sections, self.scopes) = (name, sections, scopes)
            (self.multiplicity, self.summary) = (multiplicity, summary)
        }
    }

    static func group(_ category: PolicyMetadata.Category, _ entries: [Entry]) -> [PolicyMetadata] {
        entries.map { entry in
            PolicyMetadata(
                entry.name, category: category, sections: entry.sections, scopes: entry.scopes, multiplicity: entry.multiplicity,
                summary: entry.summary)
        }
    }
}
