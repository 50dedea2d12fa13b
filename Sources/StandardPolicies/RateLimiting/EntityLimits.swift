import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

/// The API or operation that a part of `rate-limit` or `quota` is for.
public struct LimitedEntity: Sendable {
    /// The display name; not looked at when there is an identifier.
    public var name: PolicyValue<String>?
    /// The identifier.
    public var id: PolicyValue<String>?

    init(reading element: inout PolicyReader) {
        name = element.optionalAttribute("name", expressions: false, "The display name; not looked at when there is an id.")
        id = element.optionalAttribute("id", expressions: false, "The identifier.")
        if name == nil, id == nil {
            let policy = element.element.name
            element.report(
                Diagnostic("missing-attribute", .error, "'\(policy)' needs the attribute 'id' or 'name'", at: element.element.nameSpan))
        }
    }

    func bind(in scope: inout CompilationScope) -> BoundEntity {
        BoundEntity(
            name: name.flatMap { scope.bindText($0).constant?.string }, id: id.flatMap { scope.bindText($0).constant?.string })
    }
}

/// The same with its names bound.
struct BoundEntity: Sendable {
    let name: String?
    let id: String?

    func isNamed(_ name: String, id: String) -> Bool {
        if let own = self.id { return own == id }
        return self.name == name
    }
}

/// Limits of one kind on a product, on some of its APIs, and on some of their operations; each counts by itself.
struct EntityLimits<Limit: Sendable>: Sendable {
    struct Part: Sendable {
        var entity: BoundEntity
        var limit: Limit?
        var operations: [(entity: BoundEntity, limit: Limit?)]
    }

    /// The limit on what the document is for.
    var whole: Limit
    var parts: [Part]

    /// The limits that a request is under, each with what it counts by besides the subscription.
    func applying(to context: GatewayContext, at position: PolicyPosition) -> [(scope: String, limit: Limit)] {
        var limits = [(scope: position.countedEntity(in: context), limit: whole)]
        for part in parts where part.entity.isNamed(context.api.name, id: context.api.id) {
            let api = "\(limits[0].scope)|api:\(context.api.id)"
            if let limit = part.limit { limits.append((api, limit)) }
            for operation in part.operations where operation.entity.isNamed(context.operation.name, id: context.operation.id) {
                if let limit = operation.limit { limits.append(("\(api)|operation:\(context.operation.id)", limit)) }
            }
        }
        return limits
    }
}

extension PolicyPosition {
    /// What a document of the policy's scope is for, as part of a counter's key.
    fileprivate func countedEntity(in context: GatewayContext) -> String {
        switch scope {
        case .global: "global"
        case .workspace: "workspace:\(context.workspace?.id ?? "")"
        case .product: "product:\(context.product?.id ?? "")"
        case .api: "api:\(context.api.id)"
        case .operation: "api:\(context.api.id)|operation:\(context.operation.id)"
        }
    }
}
