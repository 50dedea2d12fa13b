/// System.UriComponents: flags.
struct UriComponents: NetSmallInteger, OptionSet {
    let rawValue: Int32
    init(rawValue: Int32) { self.rawValue = rawValue }
    init(carried: Int32) { rawValue = carried }
    var carried: Int32 { rawValue }
    static var symbol: TypeSymbol { .named(.uriComponents, []) }

    static let scheme = UriComponents(rawValue: 0x1), userInfo = UriComponents(rawValue: 0x2), host = UriComponents(rawValue: 0x4)
    static let port = UriComponents(rawValue: 0x8), path = UriComponents(rawValue: 0x10), query = UriComponents(rawValue: 0x20)
    static let fragment = UriComponents(rawValue: 0x40), strongPort = UriComponents(rawValue: 0x80)
    static let normalizedHost = UriComponents(rawValue: 0x100), keepDelimiter = UriComponents(rawValue: 0x4000_0000)
}

/// System.UriFormat.
enum UriFormat: Int32, NetEnumerationRepresentable {
    case uriEscaped = 1, unescaped, safeUnescaped
    static var fallback: Self { .uriEscaped }
    static var symbol: TypeSymbol { .named(.uriFormat, []) }

    func applied(to part: String, inQuery: Bool = false) -> String {
        switch self {
        case .uriEscaped: part
        case .unescaped: part.withoutUriEscapes
        case .safeUnescaped: part.safelyUnescaped(inQuery: inQuery)
        }
    }
}

extension AbsoluteUri {
    /// `GetComponents`. A part alone has no delimiters, unless they are asked for.
    func components(_ wanted: UriComponents, _ format: UriFormat) -> String {
        let parts = wanted.subtracting(.keepDelimiter)
        let isAlone = parts.rawValue.nonzeroBitCount == 1 && !wanted.contains(.keepDelimiter)
        var text = ""
        if parts.contains(.scheme) {
            text += scheme.name
            if !isAlone { text += hasAuthority ? "://" : ":" }
        }
        if parts.contains(.userInfo), !userInfo.isEmpty {
            text += format.applied(to: userInfo)
            if !isAlone { text += "@" }
        }
        if parts.contains(.host) || parts.contains(.normalizedHost) {
            text += isAlone && host.kind == .ipv6 ? String(host.text.dropFirst().dropLast()) : host.text
        }
        text += port(parts, isAlone)
        return text + resource(parts, format, isAlone)
    }

    private func port(_ parts: UriComponents, _ isAlone: Bool) -> String {
        let isWanted = parts.contains(.strongPort) && port >= 0 || parts.contains(.port) && !isDefaultPort
        guard isWanted else { return "" }
        return (isAlone ? "" : ":") + String(port)
    }

    private func resource(_ parts: UriComponents, _ format: UriFormat, _ isAlone: Bool) -> String {
        var text = ""
        if parts.contains(.path) {
            let shown = format.applied(to: path)
            text += isAlone && shown.hasPrefix("/") ? String(shown.dropFirst()) : shown
        }
        if parts.contains(.query) { text += format.applied(to: isAlone ? String(query.dropFirst()) : query, inQuery: true) }
        if parts.contains(.fragment) { text += format.applied(to: isAlone ? String(fragment.dropFirst()) : fragment) }
        return text
    }

    /// `Segments`: the path cut behind each slash.
    var segments: [String] {
        var segments: [String] = []
        var start = path.startIndex
        while start < path.endIndex {
            let end = path[start...].firstIndex(of: "/").map { path.index(after: $0) } ?? path.endIndex
            segments.append(String(path[start..<end]))
            start = end
        }
        return segments
    }

    /// Whether another URI lies below the directory of this one.
    func isBase(of other: AbsoluteUri) -> Bool {
        guard scheme.name == other.scheme.name, host.text == other.host.text, port == other.port, userInfo == other.userInfo else {
            return false
        }
        let directory = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return other.path.hasPrefix(directory)
    }

    /// Whether a text is written as its canonical form is, but for what need not be escaped: `IsWellFormedOriginalString`.
    func isWellFormed(_ original: NetString) -> Bool {
        guard !isImplicitFile, original.isASCII || original.form == .unicode else { return false }
        let isAllowed = original.withUTF8 { bytes in
            let all = Array(bytes)
            return all.indices.allSatisfy { index in
                let byte = all[index]
                if byte == UInt8(ascii: "%") { return UriCharacters.escaped(all[...], at: index) != nil }
                return byte >= 0x80 || UriCharacters.isUnreserved(byte) || UriCharacters.isReserved(byte)
            }
        }
        return isAllowed && !original.string.contains("\\")
    }
}
