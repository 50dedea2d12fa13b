import PolicyExpressions

extension RequestContext {
    /// Whether a browser asks beforehand if it may send a request from another origin (Fetch, 3.2.2).
    ///
    /// An API that has an OPTIONS operation answers such requests itself.
    public var isPreflight: Bool {
        let request = gateway.request
        return request.method.string == "OPTIONS" && !gateway.operation.method.equalsIgnoringCase("OPTIONS")
            && request.headers["Origin"] != nil && request.headers["Access-Control-Request-Method"] != nil
    }
}

extension PolicySequence {
    /// Where outbound goes on with a response from a cache: behind the policy that would have stored it.
    var indexBehindCaching: Int { statements.lastIndex(where: \.traits.endsCaching).map { $0 + 1 } ?? 0 }
}
