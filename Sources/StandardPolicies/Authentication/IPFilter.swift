public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Lets callers in, or keeps them out, by their address.
///
/// The reference does not name the status of the answer; it is 403, as in Microsoft's emulator.
public struct IPFilter: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "ip-filter", category: .authentication, sections: [.inbound], summary: "Lets callers in, or keeps them out, by their address.")

    /// What happens to the listed callers.
    public enum Action: String, PolicyEnumeration, BindableType {
        /// They are let in, and nobody else is.
        case allow
        /// They are kept out, and everybody else is let in.
        case forbid
    }

    /// A range of addresses, both ends included.
    public struct AddressRange: Sendable {
        /// The first address.
        public var first: PolicyValue<String>
        /// The last address.
        public var last: PolicyValue<String>
    }

    /// What happens to the listed callers.
    public var action: PolicyValue<Action>
    /// Addresses, and networks in CIDR notation.
    public var addresses: [PolicyValue<String>]
    /// Ranges.
    public var ranges: [AddressRange]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        action = element.attribute("action", "What happens to the listed callers.")
        addresses = element.children("address", "An address, or a network in CIDR notation.") { address in
            address.text(allowed: .network, "An address, or a network in CIDR notation.")
        }
        ranges = element.children("address-range", "A range of addresses.") { range in
            AddressRange(
                first: range.attribute("from", allowed: .address, "The first address."),
                last: range.attribute("to", allowed: .address, "The last address."))
        }
        if addresses.isEmpty, ranges.isEmpty {
            let problem = "'ip-filter' needs a child 'address' or 'address-range'"
            element.report(Diagnostic("missing-element", .error, problem, at: element.element.nameSpan))
        }
    }

    /// Binds action and addresses.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let action = scope.bind(action)
        let networks = addresses.map { Self.bound(scope.bindText($0)) }
        let ranges = ranges.map { (first: Self.bound(scope.bindText($0.first)), last: Self.bound(scope.bindText($0.last))) }
        return .immediate { context throws(PolicyError) in
            guard let caller = IPAddress(context.gateway.request.ipAddress.string) else { throw .unreadableCaller }
            let action = try action(&context)
            var isListed = false
            for network in networks where !isListed { isListed = try network(&context).contains(caller) }
            for range in ranges where !isListed {
                isListed = IPAddressRange(from: try range.first(&context), to: try range.last(&context)).contains(caller)
            }
            switch (action, isListed) {
            case (.allow, false): throw .notAllowed(context.gateway.request.ipAddress)
            case (.forbid, true): throw .blockedCaller
            default: return .proceed
            }
        }
    }

    /// A constant is read once; the text of an expression is read for each request.
    private static func bound(
        _ text: BoundValue<NetString>
    ) -> @Sendable (inout RequestContext) throws(PolicyError) -> IPAddressRange {
        if let range = text.constant.flatMap({ IPAddressRange($0.string) }) { return { _ throws(PolicyError) in range } }
        return { context throws(PolicyError) in
            let written = try text(&context).string
            guard let range = IPAddressRange(written) else { throw PolicyError(nil, "'\(written)' is no IP address.") }
            return range
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "who is not listed is not let in", in: .inbound,
            """
            <ip-filter action="allow">
                <address>192.0.2.10</address>
                <address-range from="198.51.100.0" to="198.51.100.127" />
            </ip-filter>
            """, expects: .status(403), .failure("CallerIpNotAllowed"), .noBackendRequest),
        PolicyExample(
            "a network in CIDR notation", in: .inbound,
            """
            <ip-filter action="allow">
                <address>127.0.0.0/8</address>
            </ip-filter>
            """, expects: .status(200)),
    ]
}

extension PolicyError {
    fileprivate static let unreadableCaller = PolicyError(
        "FailedToParseCallerIP", "Failed to establish IP address for the caller. Access denied.", statusCode: 403, isMessagePublic: true)

    fileprivate static let blockedCaller = PolicyError(
        "CallerIpBlocked", "Caller IP address is blocked. Access denied.", statusCode: 403, isMessagePublic: true)

    fileprivate static func notAllowed(_ address: NetString) -> PolicyError {
        PolicyError(
            "CallerIpNotAllowed", "Caller IP address \(address) is not allowed. Access denied.", statusCode: 403, isMessagePublic: true)
    }
}

extension PolicyValueConstraint<String> {
    fileprivate static var address: Self { Self("an IP address") { IPAddress($0) != nil } }

    fileprivate static var network: Self { Self("an IP address or a network in CIDR notation") { IPAddressRange($0) != nil } }
}
