import SwiftASN1

/// The name of whom a certificate is about, or of who signed it.
public struct DistinguishedName: Sendable, Hashable {
    /// One part of a name: what it is, and its text.
    public struct Attribute: Sendable, Hashable {
        /// The object identifier of the attribute's type, in dots.
        public var type: String
        /// The value as text; what is no text is written in hexadecimal behind a number sign.
        public var value: String
    }

    /// The relative names as they are encoded: the most general one first, mostly of one attribute each.
    public let relativeNames: [[Attribute]]
    /// The name in DER.
    public let encoded: [UInt8]

    init(_ node: ASN1Node) throws {
        encoded = Array(node.encodedBytes)
        relativeNames = try DER.sequence(node, identifier: .sequence) { names in
            var relativeNames: [[Attribute]] = []
            while let name = names.next() { relativeNames.append(try Self.attributes(name)) }
            return relativeNames
        }
    }

    private static func attributes(_ node: ASN1Node) throws -> [Attribute] {
        guard node.identifier == .set, case .constructed(let nodes) = node.content else { throw CryptographyError.invalidData }
        return try nodes.map { node in
            try DER.sequence(node, identifier: .sequence) { parts in
                let type = try ASN1ObjectIdentifier(derEncoded: &parts)
                guard let value = parts.next() else { throw CryptographyError.invalidData }
                return Attribute(type: type.description, value: DirectoryText.text(of: value))
            }
        }
    }
}

/// The texts of names, which come in the encodings of their time.
enum DirectoryText {
    static func text(of node: ASN1Node) -> String {
        guard case .primitive(let bytes) = node.content else { return hexadecimal(node.encodedBytes) }
        switch node.identifier {
        case .utf8String, .printableString, .ia5String, .numericString, .visibleString: return String(decoding: bytes, as: UTF8.self)
        case .teletexString: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        case .bmpString: return String(decoding: units(bytes), as: UTF16.self)
        case .universalString:
            return String(String.UnicodeScalarView(words(bytes).map { Unicode.Scalar($0) ?? "\u{FFFD}" }))
        default: return hexadecimal(node.encodedBytes)
        }
    }

    private static func units(_ bytes: ArraySlice<UInt8>) -> [UInt16] {
        stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
        stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { start in
            bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String { "#" + Hexadecimal.upper(bytes) }
}

/// Bytes as hexadecimal digits.
public enum Hexadecimal {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Two capital digits for each byte.
    public static func upper(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
