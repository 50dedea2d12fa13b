public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Makes links to the backend in the body point to the gateway; in inbound the other way round.
public struct RedirectContentURLs: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "redirect-content-urls", category: .transformation, sections: [.inbound, .outbound], multiplicity: .oncePerSection,
        summary: "Makes links to the backend in the body point to the gateway; in inbound the other way round.")

    /// Reads the policy; it has nothing to read.
    public init(reading element: inout PolicyReader) {}

    /// Header fields, such as Location, stay as they are.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let side = MessageSide(of: scope.position.section)
        scope.readBodies(side.bodies)
        return .immediate { context throws(PolicyError) in
            guard let backend = try context.backendBaseURL() else { return .proceed }
            let (inner, outer) = (Self.base(backend), Self.base(context.publicBaseURL))
            let (from, to) = side == .request ? (outer, inner) : (inner, outer)
            side.changeBody(in: &context) { body in
                body.replacing(from, with: to) { !body.continuesName(at: $0 + from.count) }
            }
            return .proceed
        }
    }

    private static func base(_ url: RequestURL) -> [UInt8] {
        var text = url.origin + url.path
        while text.hasSuffix("/") { text.removeLast() }
        return Array(text.utf8)
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "links of the response lead to the gateway", in: .outbound, "<redirect-content-urls />",
            answers: [("https://backend.example/", .init(body: #"{"self":"https://backend.example/svc/orders/7"}"#))],
            expects: .body(#"{"self":"https://gateway.example/shop/orders/7"}"#))
    ]
}

extension [UInt8] {
    /// Whether what stands at a place belongs to the host or path segment before it, so that the URL is another one.
    fileprivate func continuesName(at index: Int) -> Bool {
        guard index < count else { return false }
        switch self[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: ":"): return true
        case UInt8(ascii: "."): return index + 1 < count && continuesName(at: index + 1)
        default: return false
        }
    }
}
