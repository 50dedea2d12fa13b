extension NetType {
    /// `System.UriBuilder`, which API Management does not allow.
    static let uriBuilder: NetType = NetType("System", "UriBuilder") { uriBuilderConstructors + uriBuilderParts + uriBuilderTexts }

    private static var uriBuilderConstructors: [NetMember] {
        [
            .constructor(
                "A builder of `http://localhost/`.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetUriBuilder> in Instance(NetUriBuilder()) }),
            .constructor(
                "A builder that begins with the URI that a text is; without a scheme it is `http`.", ["uri"],
                NetBody { (text: NetString) throws(EvaluationError) -> Instance<NetUriBuilder> in
                    let given = try NetUri(text, .relativeOrAbsolute)
                    let whole = given.absolute == nil ? try NetUri(NetString.concatenate(["http://", text])) : given
                    return Instance(NetUriBuilder(try whole.parts))
                }),
            .constructor(
                "A builder that begins with a URI.", ["uri"],
                NetBody { (uri: Instance<NetUri>) throws(EvaluationError) -> Instance<NetUriBuilder> in
                    Instance(NetUriBuilder(try uri.object.parts))
                }),
            .constructor(
                "A builder with scheme and host.", ["schemeName", "hostName"],
                NetBody { (scheme: NetString?, host: NetString?) throws(EvaluationError) -> Instance<NetUriBuilder> in
                    try builder(scheme, host)
                }),
            .constructor(
                "A builder with scheme, host and port.", ["scheme", "host", "portNumber"],
                NetBody { (scheme: NetString?, host: NetString?, port: Int32) throws(EvaluationError) -> Instance<NetUriBuilder> in
                    try builder(scheme, host, port)
                }),
            .constructor(
                "A builder with scheme, host, port and path.", ["scheme", "host", "port", "pathValue"],
                NetBody {
                    (scheme: NetString?, host: NetString?, port: Int32, path: NetString?) throws(EvaluationError) -> Instance<NetUriBuilder>
                    in
                    try builder(scheme, host, port, path)
                }),
            .constructor(
                "A builder with scheme, host, port, path and what follows it.", ["scheme", "host", "port", "path", "extraValue"],
                NetBody {
                    (scheme: NetString?, host: NetString?, port: Int32, path: NetString?, extra: NetString?) throws(EvaluationError)
                        -> Instance<NetUriBuilder> in
                    let builder = try builder(scheme, host, port, path)
                    try builder.object.setExtra(extra)
                    return builder
                }),
        ]
    }

    private static func builder(
        _ scheme: NetString?, _ host: NetString?, _ port: Int32 = -1, _ path: NetString? = nil
    ) throws(EvaluationError) -> Instance<NetUriBuilder> {
        let builder = NetUriBuilder()
        try builder.setScheme(scheme)
        builder.setHost(host)
        try builder.setPort(port)
        builder.setPath(path)
        return Instance(builder)
    }

    private static var uriBuilderParts: [NetMember] {
        [
            text("Scheme", "The scheme.", { $0.scheme }) { (builder, value) throws(EvaluationError) in try builder.setScheme(value) },
            text("UserName", "The user's name.", { $0.userName }) { builder, value in builder.userName = value ?? "" },
            text("Password", "The user's password.", { $0.password }) { builder, value in builder.password = value ?? "" },
            text("Host", "The host.", { $0.host }) { builder, value in builder.setHost(value) },
            text("Path", "The path.", { $0.path }) { builder, value in builder.setPath(value) },
            text("Query", "The query with its question mark, which is added where it is missing.", { $0.query }) { builder, value in
                builder.setQuery(value)
            },
            text("Fragment", "The fragment with its number sign, which is added where it is missing.", { $0.fragment }) { builder, value in
                builder.setFragment(value)
            },
            .property(
                "Port", "The port; -1 for that of the scheme.",
                NetBody { (builder: Instance<NetUriBuilder>) throws(EvaluationError) -> Int32 in builder.object.port },
                setter: NetBody { (builder: Instance<NetUriBuilder>, value: Int32) throws(EvaluationError) -> NetVoid in
                    try builder.object.setPort(value)
                    return NetVoid()
                }),
        ]
    }

    private static func text(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (NetUriBuilder) -> NetString,
        set: @escaping @Sendable (NetUriBuilder, NetString?) throws(EvaluationError) -> Void
    ) -> NetMember {
        .property(
            name, summary,
            NetBody { (builder: Instance<NetUriBuilder>) throws(EvaluationError) -> NetString in value(builder.object) },
            setter: NetBody { (builder: Instance<NetUriBuilder>, value: NetString?) throws(EvaluationError) -> NetVoid in
                try set(builder.object, value)
                return NetVoid()
            })
    }

    private static var uriBuilderTexts: [NetMember] {
        [
            .property(
                "Uri", "The URI that was built.",
                NetBody { (builder: Instance<NetUriBuilder>) throws(EvaluationError) -> Instance<NetUri> in Instance(try builder.object.uri)
                }),
            .method(
                "ToString", "The URI that was built, as text.",
                NetBody { (builder: Instance<NetUriBuilder>) throws(EvaluationError) -> NetString in try builder.object.invariantText() }),
        ]
    }
}

extension NetUriBuilder {
    /// What stands behind the path: a query, a fragment, or a query with a fragment.
    fileprivate func setExtra(_ extra: NetString?) throws(EvaluationError) {
        guard let extra, !extra.isEmpty else { return }
        let text = extra.string
        if text.hasPrefix("#") { return setFragment(extra) }
        guard text.hasPrefix("?") else { throw .argument("Extra portion of URI not valid.", "extraValue") }
        let hash = text.firstIndex(of: "#") ?? text.endIndex
        setQuery(NetString(String(text[..<hash])))
        setFragment(NetString(String(text[hash...])))
    }
}
