public import PolicyExpressions

/// Why a text is no URL that a request can be sent to.
public struct InvalidURL: Error, Sendable, Hashable {
    /// What is wrong, as a clause that follows "the URL".
    public var problem: String
}

extension RequestURL {
    /// Reads an absolute `http` or `https` URL that a request can be sent to.
    ///
    /// - Throws: what is wrong with it: another scheme, no host, or characters in the host that are not allowed there.
    public init(outbound text: String) throws(InvalidURL) {
        guard let url = RequestURL(text) else { throw InvalidURL(problem: "'\(text)' is not absolute") }
        guard url.scheme == "http" || url.scheme == "https" else {
            throw InvalidURL(problem: "'\(text)' has the scheme '\(url.scheme)'; only http and https are allowed")
        }
        guard url.host.utf8.allSatisfy(Self.isHostByte) else { throw InvalidURL(problem: "'\(text)' has no valid host") }
        self = url
    }

    /// Reads a URL that an expression gave.
    ///
    /// - Throws: an error of the policy.
    public init(evaluated text: String) throws(PolicyError) {
        do throws(InvalidURL) {
            self = try RequestURL(outbound: text)
        } catch {
            throw PolicyError(nil, "The URL \(error.problem).")
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }
}
