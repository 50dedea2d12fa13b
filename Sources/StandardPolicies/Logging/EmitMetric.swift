public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Measures something for a custom metric.
public struct EmitMetric: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "emit-metric", category: .logging, sections: .all, summary: "Measures something for a custom metric.")

    /// What a measurement can be grouped by.
    public struct Dimension: Sendable {
        /// The dimension's name.
        public var name: PolicyValue<String>
        /// The value; the gateway knows it for some names.
        public var value: PolicyValue<String>?
    }

    /// The metric's name.
    public var name: PolicyValue<String>
    /// The namespace of the name.
    public var namespace: PolicyValue<String>
    /// What was measured.
    public var value: PolicyValue<Double>
    /// Known to the editor's schema alone.
    public var defaultDimensions: PolicyValue<Bool>?
    /// What the measurement can be grouped by.
    public var dimensions: [Dimension]

    /// Reads the policy. The reference speaks of five dimensions in one place and of ten in another.
    public init(reading element: inout PolicyReader) {
        name = element.attribute("name", expressions: false, allowed: .notEmpty, "The metric's name.")
        namespace = element.attribute("namespace", default: "API Management", expressions: false, "The namespace of the name.")
        value = element.attribute("value", default: 1, "What was measured.")
        defaultDimensions = element.optionalAttribute(
            "default-dimensions", expressions: false, "Has no effect: only the editor's schema knows it.")
        dimensions = element.children("dimension", atLeast: 1, atMost: 10, "What the measurement can be grouped by.") { dimension in
            Dimension(
                name: dimension.attribute("name", allowed: .notEmpty, "The dimension's name."),
                value: dimension.optionalAttribute(
                    "value", "The value; left out for \(DefaultDimension.allCases.map(\.rawValue).joined(separator: ", ")).")
            )
        }
    }

    /// Binds value and dimensions.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        if let defaultDimensions {
            scope.warning("not-available", "'default-dimensions' has no effect", at: defaultDimensions.span)
        }
        let name = scope.bindText(name).constant?.string ?? ""
        let namespace = scope.bindText(namespace).constant?.string ?? ""
        let value = scope.bind(value)
        let dimensions = dimensions.map { Self.bind($0, in: &scope) }
        return .immediate { context throws(PolicyError) in
            var metric = GatewayMetric(name: name, namespace: namespace, value: try value(&context), dimensions: [])
            for dimension in dimensions { metric.dimensions.append(try dimension.evaluate(&context)) }
            context.services.record(metric)
            return .proceed
        }
    }

    private static func bind(_ dimension: Dimension, in scope: inout CompilationScope) -> BoundDimension {
        let name = scope.bindText(dimension.name)
        if dimension.value == nil, let constant = name.constant?.string, DefaultDimension(rawValue: constant) == nil {
            let known = DefaultDimension.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            scope.error(
                "missing-attribute", "the dimension '\(constant)' needs the attribute 'value'", at: dimension.name.span,
                hint: "only \(known) do without")
        }
        return BoundDimension(name: name, value: dimension.value.map { scope.bindText($0) })
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "neither request nor response change", in: .inbound,
            """
            <emit-metric name="reads" namespace="orders">
                <dimension name="API ID" />
                <dimension name="Caller" value="@(context.Request.IpAddress)" />
            </emit-metric>
            """, expects: .status(200), .body(#"{"ok":true}"#))
    ]
}

/// The dimensions whose values the gateway knows.
enum DefaultDimension: String, CaseIterable {
    case api = "API ID"
    case operation = "Operation ID"
    case product = "Product ID"
    case user = "User ID"
    case subscription = "Subscription ID"
    case location = "Location"
    case gateway = "Gateway ID"
    case backend = "Backend ID"

    /// The value for a request; empty when the request has no such thing.
    func value(in context: GatewayContext) -> String {
        switch self {
        case .api: context.api.id
        case .operation: context.operation.id
        case .product: context.product?.id ?? ""
        case .user: context.user?.id ?? ""
        case .subscription: context.subscription?.id ?? ""
        case .location: context.deployment.region
        case .gateway: context.deployment.gatewayID
        case .backend: context.backend?.id ?? ""
        }
    }
}

private struct BoundDimension: Sendable {
    let name: BoundValue<NetString>
    let value: BoundValue<NetString>?

    func evaluate(_ context: inout RequestContext) throws(PolicyError) -> (name: String, value: String) {
        let name = try name(&context).string
        if let value { return (name, try value(&context).string) }
        guard let known = DefaultDimension(rawValue: name) else {
            throw PolicyError(nil, "The dimension '\(name)' has no value, and the gateway knows none for it.")
        }
        return (name, known.value(in: context.gateway))
    }
}
