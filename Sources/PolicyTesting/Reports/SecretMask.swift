/// Replaces secrets by `•••` wherever they appear: as they are, and percent-encoded.
public struct SecretMask: Sendable {
    /// What stands for a secret.
    public static let replacement = "•••"

    private let forms: [[UInt8]]

    /// Makes a mask. Empty secrets hide nothing.
    public init(_ secrets: some Sequence<String>) {
        let forms = secrets.filter { !$0.isEmpty }.flatMap { [Array($0.utf8), Self.percentEncoded($0)] }
        // A secret inside of another must not leave the rest of the longer one readable.
        self.forms = Array(Set(forms)).sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count }
    }

    /// The text without secrets.
    public func masked(_ text: String) -> String { forms.isEmpty ? text : String(decoding: masked(Array(text.utf8)), as: UTF8.self) }

    /// The bytes without secrets.
    public func masked(_ bytes: [UInt8]) -> [UInt8] {
        guard !forms.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let form = forms.first(where: { bytes[index...].starts(with: $0) }) {
                result += Self.replacement.utf8
                index += form.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func percentEncoded(_ text: String) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return text.utf8.flatMap { byte -> [UInt8] in
            let isUnreserved = "-._~".utf8.contains(byte) || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
            return isUnreserved ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
}
