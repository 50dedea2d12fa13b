import SwiftASN1

/// Another name of a certificate's subject or issuer.
public enum GeneralName: Sendable, Hashable {
    /// A mail address.
    case mailAddress(String)
    /// The name of a host.
    case dnsName(String)
    /// A resource.
    case uri(String)
    /// A name of another kind, where its value is text.
    case other(type: String, text: String)
}

extension CertificateDocument {
    /// The other names of the subject, or of the issuer; kinds beside those of `GeneralName` are left out.
    public func alternativeNames(ofIssuer: Bool) -> [GeneralName] {
        let type = ofIssuer ? "2.5.29.18" : "2.5.29.17"
        guard let value = extensions.first(where: { $0.type == type })?.value,
            let nodes = try? Self.children(try DER.parse(value))
        else { return [] }
        return nodes.compactMap { try? GeneralName($0) }
    }
}

extension GeneralName {
    fileprivate init?(_ node: ASN1Node) throws {
        guard node.identifier.tagClass == .contextSpecific else { return nil }
        switch node.identifier.tagNumber {
        case 0:
            let parts = try CertificateDocument.children(node)
            guard parts.count == 2, let value = try CertificateDocument.children(parts[1]).first else { return nil }
            self = .other(type: try ASN1ObjectIdentifier(derEncoded: parts[0]).description, text: DirectoryText.text(of: value))
        case 1: self = .mailAddress(try Self.text(node))
        case 2: self = .dnsName(try Self.text(node))
        case 6: self = .uri(try Self.text(node))
        default: return nil
        }
    }

    private static func text(_ node: ASN1Node) throws -> String {
        String(decoding: try CertificateDocument.primitive(node), as: UTF8.self)
    }
}
