/// An absolute URI, taken apart, with every part in its canonical, escaped form.
struct AbsoluteUri {
    private(set) var scheme: UriScheme
    /// Whether `//` stands behind the scheme.
    private(set) var hasAuthority = false
    /// Without the `@`.
    private(set) var userInfo = ""
    private(set) var host = UriHost.empty
    /// -1 where there is none.
    private(set) var port: Int
    private(set) var path = ""
    /// With the `?`, or empty.
    private(set) var query = ""
    /// With the `#`, or empty.
    private(set) var fragment = ""
    /// Whether the text was a path of a file system, not a URI.
    private(set) var isImplicitFile = false

    /// Why a text is no URI.
    enum Failure: Error {
        case empty, format, scheme, authority, host, port, tooLong, absolute

        /// Whether the text may be a relative reference instead.
        var mayBeRelative: Bool {
            switch self {
            case .empty, .format, .scheme, .authority: true
            case .host, .port, .tooLong, .absolute: false
            }
        }

        var exception: EvaluationError {
            switch self {
            case .empty: .uri("Invalid URI: The URI is empty.")
            case .format: .uri("Invalid URI: The format of the URI could not be determined.")
            case .scheme: .uri("Invalid URI: The URI scheme is not valid.")
            case .authority: .uri("Invalid URI: The Authority/Host could not be parsed.")
            case .host: .uri("Invalid URI: The hostname could not be parsed.")
            case .port: .uri("Invalid URI: Invalid port specified.")
            case .tooLong: .uri("Invalid URI: The Uri string is too long.")
            case .absolute: .uri("A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.")
            }
        }
    }

    /// Reads a text. A path of a file system counts as a `file` URI, unless only URIs are wanted.
    init(_ text: NetString, acceptsPaths: Bool = true) throws(Failure) {
        if text.utf16Count >= UriEscapes.longestText { throw .tooLong }
        let bytes = text.withUTF8 { Self.trimmed(Array($0)) }
        guard !bytes.isEmpty else { throw .empty }
        if acceptsPaths, let path = Self.unixPath(bytes) {
            (scheme, port, self.path) = (UriScheme("file"), -1, path)
            (hasAuthority, isImplicitFile) = (true, true)
            return
        }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { throw .format }
        guard UriScheme.isName(bytes[..<colon]) else { throw colon == 0 || Self.isBehindPath(bytes, colon) ? .format : .scheme }
        scheme = UriScheme(String(decoding: bytes[..<colon], as: UTF8.self).lowercased())
        port = scheme.defaultPort
        try read(bytes[(colon + 1)...])
    }

    private static func isBehindPath(_ bytes: [UInt8], _ colon: Int) -> Bool {
        bytes[..<colon].contains {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        guard let start = bytes.firstIndex(where: { !isBlank($0) }), let end = bytes.lastIndex(where: { !isBlank($0) }) else { return [] }
        return Array(bytes[start...end])
    }

    /// `/a/b`, as it is where the platform has such paths.
    private static func unixPath(_ bytes: [UInt8]) -> String? {
        guard bytes[0] == UInt8(ascii: "/"), bytes.count == 1 || bytes[1] != UInt8(ascii: "/") else { return nil }
        var path: [UInt8] = []
        for byte in bytes {
            if UriCharacters.isUnreserved(byte) || UriCharacters.isReserved(byte) && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
            {
                path.append(byte)
            } else {
                UriCharacters.append(escape: byte, to: &path)
            }
        }
        return String(decoding: withoutDotSegments(path), as: UTF8.self)
    }

    // MARK: Parts

    private mutating func read(_ rest: ArraySlice<UInt8>) throws(Failure) {
        var rest = rest
        if let first = rest.first, Self.isSlash(first, scheme), rest.count > 1, Self.isSlash(rest[rest.startIndex + 1], scheme) {
            let start = rest.startIndex + 2
            let end =
                rest[start...].firstIndex { Self.isSlash($0, scheme) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
                ?? rest.endIndex
            hasAuthority = true
            try readAuthority(rest[start..<end])
            rest = rest[end...]
        } else if scheme.needsAuthority {
            throw .authority
        }
        readPath(rest)
    }

    private static func isSlash(_ byte: UInt8, _ scheme: UriScheme) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") && scheme.isHierarchical
    }

    private mutating func readAuthority(_ authority: ArraySlice<UInt8>) throws(Failure) {
        var rest = authority
        if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
            userInfo = String(decoding: UriEscapes.canonical(rest[..<at]), as: UTF8.self)
            rest = rest[(at + 1)...]
        }
        if let colon = rest.lastIndex(of: UInt8(ascii: ":")), !rest[colon...].contains(UInt8(ascii: "]")) {
            port = try Self.port(rest[(colon + 1)...]) ?? scheme.defaultPort
            rest = rest[..<colon]
        }
        if rest.isEmpty {
            if scheme.needsAuthority { throw .host }
            return
        }
        let unescaped = UriEscapes.unescape(Array(rest)) { $0 >= 0x80 }
        guard let host = UriHost(unescaped[...]) else {
            if scheme.needsAuthority || scheme.name == "file" { throw .host }
            host = UriHost(kind: .basic, text: String(decoding: rest, as: UTF8.self))
            return
        }
        self.host = host
    }

    private static func port(_ digits: ArraySlice<UInt8>) throws(Failure) -> Int? {
        if digits.isEmpty { return nil }
        var value = 0
        for byte in digits {
            guard UriCharacters.isDigit(byte) else { throw .port }
            value = value * 10 + Int(byte - 0x30)
            guard value <= 0xFFFF else { throw .port }
        }
        return value
    }

    private mutating func readPath(_ rest: ArraySlice<UInt8>) {
        let hash = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        let mark = scheme.hasQuery ? rest[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash : hash
        path = String(decoding: canonicalPath(rest[..<mark]), as: UTF8.self)
        query = String(decoding: UriEscapes.canonical(rest[mark..<hash], inQuery: true), as: UTF8.self)
        let fragmentBytes = rest[hash...]
        if !fragmentBytes.isEmpty { fragment = "#" + String(decoding: UriEscapes.canonical(fragmentBytes.dropFirst()), as: UTF8.self) }
    }

    private func canonicalPath(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard scheme.isHierarchical else { return UriEscapes.canonical(bytes) }
        guard hasAuthority || bytes.first == UInt8(ascii: "/") else { return UriEscapes.canonical(bytes) }
        let slashes = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
        var path = UriEscapes.canonical(slashes)
        // A question mark in the path of a scheme without queries is no query.
        if !scheme.hasQuery { path = path.flatMap { $0 == UInt8(ascii: "?") ? Array("%3F".utf8) : [$0] } }
        if path.first != UInt8(ascii: "/") { path.insert(UInt8(ascii: "/"), at: 0) }
        return Self.withoutDotSegments(path)
    }

    /// Resolves `.` and `..` in a path that begins with a slash.
    static func withoutDotSegments(_ path: [UInt8]) -> [UInt8] {
        guard path.contains(UInt8(ascii: ".")) else { return path }
        var segments: [ArraySlice<UInt8>] = []
        let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch Array(part) {
            case [0x2E]: if isLast { segments.append([]) }
            case [0x2E, 0x2E]:
                if !segments.isEmpty { segments.removeLast() }
                if isLast { segments.append([]) }
            default: segments.append(part)
            }
        }
        return segments.flatMap { [UInt8(ascii: "/")] + $0 }
    }
}

extension AbsoluteUri {
    var isDefaultPort: Bool { port == scheme.defaultPort }

    /// `a.com:8080`.
    var authority: String { host.text + (isDefaultPort ? "" : ":\(port)") }

    /// `https://`, `mailto:`.
    var schemeAndDelimiter: String { scheme.name + (hasAuthority ? "://" : ":") }

    var pathAndQuery: String { path + query }

    /// `https://user@a.com:8080`.
    var beginning: String { schemeAndDelimiter + (userInfo.isEmpty ? "" : userInfo + "@") + authority }

    var absoluteText: String { beginning + pathAndQuery + fragment }

    /// What `ToString()` shows: what can be read without escapes, without them.
    var displayText: String {
        beginning.displayed(inQuery: false) + path.displayed(inQuery: false) + query.displayed(inQuery: true)
            + fragment.displayed(inQuery: false)
    }
}

extension String {
    /// A part of a URI with the escapes undone that nothing needs.
    fileprivate func displayed(inQuery: Bool) -> String {
        let bytes = UriEscapes.unescape(Array(utf8)) { scalar in
            scalar > 0x9F ? UriCharacters.isInternational(scalar, inQuery: inQuery) : !UriCharacters.isUnsafeUnescaped(scalar)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A part of a URI with all escapes undone.
    var withoutUriEscapes: String { String(decoding: UriEscapes.unescape(Array(utf8)) { _ in true }, as: UTF8.self) }

    /// A part of a URI with the escapes undone that do not change what it means.
    func safelyUnescaped(inQuery: Bool = false) -> String { displayed(inQuery: inQuery) }
}
