public import PolicyDiagnostics
public import PolicyExpressions

/// The policies that a request runs through: all scopes put together, every value bound. Immutable.
public final class CompiledPolicy: Sendable {
    /// What runs before the request goes to the backend.
    public let inbound: PolicySequence
    /// What sends it.
    public let backend: PolicySequence
    /// What works on the backend's response.
    public let outbound: PolicySequence
    /// What runs after an error.
    public let onError: PolicySequence
    /// What answers preflight requests, instead of everything else; empty where no policy does.
    let preflight: PolicySequence

    /// Puts documents together, broadest scope first: each `<base/>` stands for the same section of the document before.
    init(documents: [CompiledDocument]) {
        func compose(_ section: PolicySection) -> PolicySequence {
            var statements: [CompiledStatement] = []
            for document in documents { statements = document.items(of: section).flattened(over: statements) }
            return PolicySequence(statements)
        }
        let inbound = compose(.inbound)
        (self.inbound, backend, outbound, onError) = (inbound, compose(.backend), compose(.outbound), compose(.onError))
        preflight = PolicySequence(inbound.statements.flatMap(\.traits.preflights))
    }
}

/// One document, compiled by itself: its sections with the places at which the broader scope goes.
struct CompiledDocument: Sendable {
    enum Item: Sendable {
        case statement(CompiledStatement)
        case base
    }

    var sections: [PolicySection: [Item]] = [:]

    /// What a section holds; one that the document does not have inherits, as if it held only `<base/>`.
    func items(of section: PolicySection) -> [Item] { sections[section] ?? [.base] }
}

extension [CompiledDocument.Item] {
    fileprivate func flattened(over broader: [CompiledStatement]) -> [CompiledStatement] {
        flatMap { item in
            switch item {
            case .statement(let statement): [statement]
            case .base: broader
            }
        }
    }
}

/// The compiled policies of one operation, for requests with and without a product. What an engine holds and swaps.
public struct CompiledPolicySet: Sendable {
    /// For requests that come through a product.
    public let withProduct: CompiledPolicy
    /// For requests without one: the product's document takes no part.
    public let withoutProduct: CompiledPolicy
    /// What is worth knowing although the documents are accepted.
    public let warnings: [Diagnostic]
    let serviceNeeds: [ServiceNeed]
    /// What requests can reach, in the order of the documents; empty unless coverage was asked for.
    public let coveragePoints: [CoveragePoint]

    /// The policies that a request runs through.
    public func policy(for context: GatewayContext) -> CompiledPolicy { context.product == nil ? withoutProduct : withProduct }

    func checkServices(_ services: GatewayServices) throws(PolicyCompilationError) {
        let missing = serviceNeeds.filter { !$0.service.isPresent(services) }
        guard missing.isEmpty else { throw PolicyCompilationError(missing.map(\.diagnostic)) }
    }
}

/// A service that a policy cannot do without.
public enum GatewayService: String, Sendable, Hashable {
    /// `GatewayServices.transport`.
    case transport
    /// `GatewayServices.events`.
    case events
    /// `GatewayServices.authorizations`.
    case authorizations
    /// `GatewayServices.revocation`.
    case revocation

    func isPresent(_ services: GatewayServices) -> Bool {
        switch self {
        case .transport: services.transport != nil
        case .events: services.events != nil
        case .authorizations: services.authorizations != nil
        case .revocation: services.revocation != nil
        }
    }
}

/// A policy's need of a service, kept until the engine knows which services there are.
struct ServiceNeed: Sendable {
    let service: GatewayService
    let policy: String
    let span: SourceSpan?

    var diagnostic: Diagnostic {
        Diagnostic(
            "missing-service", .error, "<\(policy)> needs the service '\(service.rawValue)', which the engine was not given", at: span,
            hint: "pass it to GatewayServices")
    }
}

/// Why documents were refused: every error, and the warnings beside them.
public struct PolicyCompilationError: Error, Sendable, CustomStringConvertible {
    /// The diagnostics in the order of the documents.
    public let diagnostics: [Diagnostic]

    /// Makes an error.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// Each diagnostic on a line, with its place.
    public var description: String {
        diagnostics.map { diagnostic in
            guard let span = diagnostic.span else { return "\(diagnostic.severity.rawValue): \(diagnostic.message)" }
            let place = "\(span.source.name):\(span.start.line):\(span.start.column)"
            return "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message)"
        }.joined(separator: "\n")
    }
}
