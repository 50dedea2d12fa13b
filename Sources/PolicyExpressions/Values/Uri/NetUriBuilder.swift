/// `System.UriBuilder`.
final class NetUriBuilder: NetObject, NetClass {
    private(set) var scheme: NetString = "http"
    var userName: NetString = ""
    var password: NetString = ""
    private(set) var host: NetString = "localhost"
    private(set) var port: Int32 = -1
    private(set) var path: NetString = "/"
    private(set) var query: NetString = ""
    private(set) var fragment: NetString = ""

    override init() {}

    init(_ uri: AbsoluteUri) {
        super.init()
        let user = uri.userInfo.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        (scheme, host, port) = (NetString(uri.scheme.name), NetString(uri.host.text), Int32(truncatingIfNeeded: uri.port))
        (path, query, fragment) = (NetString(uri.path), NetString(uri.query), NetString(uri.fragment))
        if let name = user.first { userName = NetString(String(name)) }
        if user.count > 1 { password = NetString(String(user[1])) }
    }

    static var symbol: TypeSymbol { .named(.uriBuilder, []) }
    override var type: TypeSymbol { Self.symbol }

    // MARK: Parts

    func setScheme(_ value: NetString?) throws(EvaluationError) {
        let name = String((value?.string ?? "").prefix { $0 != ":" })
        guard name.isEmpty || UriScheme.isName(name.utf8) else {
            throw .argument("Invalid URI: The URI scheme is not valid.", "value")
        }
        scheme = NetString(name.lowercased())
    }

    func setHost(_ value: NetString?) {
        let text = value?.string ?? ""
        host = NetString(text.contains(":") && !text.hasPrefix("[") ? "[\(text)]" : text)
    }

    func setPort(_ value: Int32) throws(EvaluationError) {
        guard value >= -1, value <= 0xFFFF else { throw .argumentOutOfRange("value") }
        port = value
    }

    func setPath(_ value: NetString?) {
        let bytes = (value ?? "").withUTF8 { bytes in bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 } }
        path = bytes.isEmpty ? "/" : NetString(utf8: UriEscapes.canonical(bytes))
    }

    func setQuery(_ value: NetString?) { query = Self.marked(value, "?") }
    func setFragment(_ value: NetString?) { fragment = Self.marked(value, "#") }

    private static func marked(_ value: NetString?, _ mark: String) -> NetString {
        guard let value, !value.isEmpty else { return "" }
        return value.string.hasPrefix(mark) ? value : NetString.concatenate([NetString(mark), value])
    }

    // MARK: The whole

    override func invariantText() throws(EvaluationError) -> NetString {
        if userName.isEmpty, !password.isEmpty { throw .uri("Invalid URI: The username:password construct is badly formed.") }
        var parts: [NetString] = []
        if !scheme.isEmpty { parts += [scheme, UriScheme(scheme.string).needsAuthority || !host.isEmpty ? "://" : ":"] }
        parts.append(userName)
        if !password.isEmpty { parts += [":", password] }
        if !userName.isEmpty { parts.append("@") }
        parts.append(host)
        if port != -1, !host.isEmpty { parts += [":", NumberFormatting.text(port)] }
        if !host.isEmpty, !path.isEmpty, !path.string.hasPrefix("/") { parts.append("/") }
        return NetString.concatenate(parts + [path, query, fragment])
    }

    var uri: NetUri {
        get throws(EvaluationError) { try NetUri(try invariantText()) }
    }
}
