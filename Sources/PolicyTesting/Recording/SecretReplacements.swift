/// Replaces secrets in a text in one pass, the longest first; what already stands in a placeholder is left alone.
struct SecretReplacements {
    private struct Candidate {
        var secret: [UInt8]
        var replacement: [UInt8]
        /// What takes its place in URLs and forms.
        var replacementInURL: [UInt8]
    }

    /// The candidates by their first byte, the longest first.
    private var candidates: [UInt8: [Candidate]] = [:]

    /// Adds a secret in the forms that a placeholder can stand for: as it is, and percent-encoded.
    mutating func add(_ secret: String, name: String) {
        guard !secret.isEmpty else { return }
        let encoded = PlaceholderText.percentEncoded(secret)
        let (plain, inURL) = (Array("{{\(name)}}".utf8), Array("{{\(name)|url}}".utf8))
        // A secret that stands in a URL although it has other characters than URLs may have is encoded already.
        add(Candidate(secret: Array(secret.utf8), replacement: plain, replacementInURL: encoded == secret ? inURL : plain))
        if encoded != secret { add(Candidate(secret: Array(encoded.utf8), replacement: inURL, replacementInURL: inURL)) }
    }

    private mutating func add(_ candidate: Candidate) {
        let others = candidates[candidate.secret[0], default: []]
        let index = others.firstIndex { $0.secret.count < candidate.secret.count } ?? others.endIndex
        candidates[candidate.secret[0], default: []].insert(candidate, at: index)
    }

    /// The text with placeholders for the secrets in it.
    func apply(to text: String, inURL: Bool) -> String {
        guard !candidates.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var (result, position) = ([UInt8](), 0)
        while position < bytes.count {
            let rest = bytes[position...]
            if let length = Self.placeholderLength(rest) {
                result += rest.prefix(length)
                position += length
            } else if let found = candidates[bytes[position]]?.first(where: { rest.starts(with: $0.secret) }) {
                result += inURL ? found.replacementInURL : found.replacement
                position += found.secret.count
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func placeholderLength(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.starts(with: "{{".utf8) else { return nil }
        let inside = text.dropFirst(2).prefix { byte in
            byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        guard !inside.isEmpty, text[inside.endIndex...].starts(with: "}}".utf8) else { return nil }
        return inside.count + 4
    }
}
