import PolicyExpressions
import PolicyRuntime

/// The message that a policy of a section works on.
enum MessageSide: Sendable {
    /// In inbound and backend.
    case request
    /// In outbound and on-error.
    case response

    init(of section: PolicySection) {
        switch section {
        case .inbound, .backend: self = .request
        case .outbound, .onError: self = .response
        }
    }

    /// The body, for those who have to say what they read.
    var bodies: BodiesRead {
        switch self {
        case .request: .request
        case .response: .response
        }
    }

    /// The header fields; nil where there is no response yet.
    func headers(in context: RequestContext) -> MultiValueDictionary? {
        switch self {
        case .request: context.gateway.request.headers
        case .response: context.gateway.response?.headers
        }
    }

    /// The bytes of the body, which must be in memory; nil where there is none.
    func body(in context: RequestContext) -> [UInt8]? {
        switch self {
        case .request: context.gateway.request.body?.forwardedBytes
        case .response: context.gateway.response?.body.forwardedBytes
        }
    }

    /// Puts another body in place.
    func replaceBody(in context: inout RequestContext, with bytes: [UInt8]) {
        switch self {
        case .request: context.gateway.request.body = MessageBody(bytes)
        case .response: context.preparedResponse().body = MessageBody(bytes)
        }
    }

    /// Changes the body if there is one and the change finds something to do.
    func changeBody(in context: inout RequestContext, _ change: ([UInt8]) -> [UInt8]?) {
        guard let body = body(in: context), !body.isEmpty, let changed = change(body) else { return }
        replaceBody(in: &context, with: changed)
    }
}

extension [UInt8] {
    /// The bytes with every occurrence of a pattern replaced; nil when there is none.
    ///
    /// - Parameter isMatch: whether a place at which the pattern stands counts.
    func replacing(_ pattern: [UInt8], with replacement: [UInt8], where isMatch: (Int) -> Bool = { _ in true }) -> [UInt8]? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        var result: [UInt8] = []
        var (copied, index) = (0, 0)
        while index <= count - pattern.count {
            guard self[index] == first, self[index..<index + pattern.count].elementsEqual(pattern), isMatch(index) else {
                index += 1
                continue
            }
            result += self[copied..<index]
            result += replacement
            index += pattern.count
            copied = index
        }
        guard copied > 0 else { return nil }
        return result + self[copied...]
    }
}
