public import PolicyRuntime
import PolicyExpressions

/// What a token must say besides audience and issuer.
public struct RequiredClaim: Sendable {
    /// How the claim's values are compared with those that are listed.
    public enum Match: String, PolicyEnumeration, BindableType {
        /// The claim must have every listed value.
        case all
        /// One of them is enough.
        case any
    }

    /// The claim's name.
    public var name: PolicyValue<String>
    /// How values are compared.
    public var match: PolicyValue<Match>
    /// What a value is split at.
    public var separator: PolicyValue<String>?
    /// The values; none: the claim must only be there.
    public var values: [PolicyValue<String>]
}

extension PolicyReader {
    /// Reads `required-claims`.
    mutating func requiredClaims() -> [RequiredClaim] {
        optionalChild("required-claims", "What else the token must say.") { list in
            list.children("claim", atLeast: 1, "A claim that must be there.") { claim in
                RequiredClaim(
                    name: claim.attribute("name", allowed: .notEmpty, "The claim's name."),
                    match: claim.attribute("match", default: .all, "Whether the claim must have every listed value, or one."),
                    separator: claim.optionalAttribute("separator", "What one value is split at into several."),
                    values: claim.valueChildren("value", "A value; without any the claim must only be there."))
            }
        } ?? []
    }
}

/// A required claim with its values bound.
struct BoundClaim: Sendable {
    let name: BoundValue<NetString>
    private let match: BoundValue<RequiredClaim.Match>
    private let separator: BoundValue<NetString>?
    private let values: [BoundValue<NetString>]

    init(_ claim: RequiredClaim, in scope: inout CompilationScope) {
        (name, match) = (scope.bindText(claim.name), scope.bind(claim.match))
        separator = claim.separator.map { scope.bindText($0) }
        values = claim.values.map { scope.bindText($0) }
    }

    /// Whether a token's values of the claim are as they should be.
    func accepts(_ found: [String], _ context: inout RequestContext) throws(PolicyError) -> Bool {
        if values.isEmpty { return true }
        var parts = Set(found)
        if let separator = try separator?(&context).string, !separator.isEmpty {
            parts = Set(found.flatMap { $0.split(separator: separator).map(String.init) })
        }
        let needsAll = try match(&context) == .all
        for value in values where parts.contains(try value(&context).string) != needsAll { return !needsAll }
        return needsAll
    }
}
