/// `System.Uri`.
final class NetUri: NetObject, NetClass {
    /// The text that the URI was made of.
    let original: NetString
    /// Nil for a relative reference.
    let absolute: AbsoluteUri?

    static var symbol: TypeSymbol { .named(.uri, []) }
    override var type: TypeSymbol { Self.symbol }
    override var comparedItems: [Value]? { [.boolean(absolute == nil), .string(comparisonKey)] }

    /// System.UriKind.
    enum Kind: Int32, NetEnumerationRepresentable {
        case relativeOrAbsolute, absolute, relative
        static var fallback: Self { .relativeOrAbsolute }
        static var symbol: TypeSymbol { .named(.uriKind, []) }
    }

    private init(original: NetString, absolute: AbsoluteUri?) { (self.original, self.absolute) = (original, absolute) }

    init(_ text: NetString, _ kind: Kind = .absolute) throws(EvaluationError) {
        original = text
        do throws(AbsoluteUri.Failure) {
            let read = try AbsoluteUri(text)
            if kind == .relative, !read.isImplicitFile { throw .absolute }
            absolute = kind == .relative ? nil : read
        } catch {
            guard kind != .absolute, error.mayBeRelative else { throw error.exception }
            absolute = nil
        }
    }

    /// The URI that a reference means where a base stands.
    init(base: NetUri, _ reference: NetString) throws(EvaluationError) {
        guard let baseParts = base.absolute else { throw .argumentOutOfRange("baseUri") }
        do throws(AbsoluteUri.Failure) {
            absolute = try AbsoluteUri(reference, acceptsPaths: false)
            original = reference
        } catch {
            guard error.mayBeRelative else { throw error.exception }
            let resolved = NetString(baseParts.resolving(reference.string))
            do throws(AbsoluteUri.Failure) { absolute = try AbsoluteUri(resolved) } catch { throw error.exception }
            original = resolved
        }
    }

    convenience init(base: NetUri, _ reference: NetUri) throws(EvaluationError) {
        guard let absolute = reference.absolute else {
            try self.init(base: base, reference.original)
            return
        }
        self.init(original: reference.original, absolute: absolute)
    }

    /// The parts of an absolute URI; throws InvalidOperationException for a relative one.
    var parts: AbsoluteUri {
        get throws(EvaluationError) {
            guard let absolute else { throw .invalidOperation("This operation is not supported for a relative URI.") }
            return absolute
        }
    }

    override func invariantText() -> NetString { absolute.map { NetString($0.displayText) } ?? original }

    /// What equal URIs share: all but user and fragment.
    var comparisonKey: NetString {
        guard let absolute else { return original }
        return NetString(absolute.schemeAndDelimiter + absolute.authority + absolute.pathAndQuery)
    }
}

extension AbsoluteUri {
    /// A reference, resolved against this URI.
    func resolving(_ reference: String) -> String {
        let reference = reference.trimmingUriSpace()
        guard let first = reference.first else { return displayText }
        if reference.hasPrefix("//") || reference.hasPrefix("\\\\") { return scheme.name + ":" + reference }
        switch first {
        case "/", "\\": return beginning + reference
        case "?": return beginning + path + reference
        case "#": return beginning + pathAndQuery + reference
        default:
            let directory = path.lastIndex(of: "/").map { path[...$0] } ?? ""
            return beginning + directory + reference
        }
    }

    /// The reference that means another URI where this one is the base.
    func reference(to other: AbsoluteUri) -> String? {
        guard scheme.name == other.scheme.name, host.text == other.host.text, port == other.port, hasAuthority == other.hasAuthority else {
            return nil
        }
        let difference = Self.pathDifference(path, other.path)
        // A first segment with a colon would read as a scheme.
        let start = difference.prefix { $0 != "/" }.contains(":") ? "./" : ""
        return start + difference + other.query + other.fragment
    }

    private static func pathDifference(_ base: String, _ target: String) -> String {
        let own = Array(base.utf8), other = Array(target.utf8)
        var (common, slash) = (0, -1)
        while common < own.count, common < other.count, own[common] == other[common] {
            if own[common] == UInt8(ascii: "/") { slash = common }
            common += 1
        }
        if common == 0 { return target }
        if common == own.count, common == other.count { return "" }
        let ups = own[common...].count { $0 == UInt8(ascii: "/") }
        let rest = String(decoding: other[(slash + 1)...], as: UTF8.self)
        if ups == 0, common == own.count, rest.isEmpty { return "./" }
        return ups == 0 && rest.isEmpty ? "./" : String(repeating: "../", count: ups) + rest
    }
}

extension String {
    fileprivate func trimmingUriSpace() -> String {
        let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\n" || character == "\r" }
        guard let start = firstIndex(where: { !isBlank($0) }), let end = lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[start...end])
    }
}
