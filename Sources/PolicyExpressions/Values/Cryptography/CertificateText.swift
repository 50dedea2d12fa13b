import PolicyCryptography

extension DistinguishedName {
    /// The name as .NET writes it: the most special part first, with quotation marks where a value needs them.
    var text: String {
        relativeNames.reversed().map { attributes in
            attributes.map { "\(Self.label($0.type))=\(Self.quoted($0.value))" }.joined(separator: " + ")
        }.joined(separator: ", ")
    }

    private static func label(_ type: String) -> String { ObjectIdentifierNames.name(of: type) ?? "OID.\(type)" }

    private static func quoted(_ value: String) -> String {
        needsQuotes(value) ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
    }

    private static func needsQuotes(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last else { return true }
        let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || (0x09...0x0D).contains($0.value) }
        return isSpace(first) || isSpace(last) || value.unicodeScalars.contains { ",+=\"\n<>#;".unicodeScalars.contains($0) }
    }

    /// The value of the last attribute of a type in the order of the encoding.
    func last(_ type: String) -> String? { relativeNames.joined().last { $0.type == type }?.value }
}

extension GatewayCertificate {
    /// `ToString(true)` of `X509Certificate`, which is `ToString()` of `X509Certificate2`.
    var text: String {
        let rows = [
            ("Subject", document.subject.text), ("Issuer", document.issuer.text),
            ("Serial Number", Hexadecimal.upper(document.unsignedSerialNumber)), ("Not Before", document.notBefore.date.invariantText),
            ("Not After", document.notAfter.date.invariantText), ("Thumbprint", document.thumbprint),
        ]
        return rows.map { "[\($0.0)]\n  \($0.1)\n" }.joined(separator: "\n")
    }
}

/// `X509NameType`: which of a subject's names is wanted.
enum CertificateNameType: Int32, NetEnumerationRepresentable {
    case simple, mail, principal, dns, dnsFromAlternative, url
    case unknown = -1

    static var symbol: TypeSymbol { .named(.certificateNameType, []) }
    static var fallback: Self { .unknown }
}

extension CertificateDocument {
    private static let (commonName, unit, organization, mail) = ("2.5.4.3", "2.5.4.11", "2.5.4.10", "1.2.840.113549.1.9.1")

    /// `GetNameInfo`: the name of a kind, or an empty text.
    func name(_ kind: CertificateNameType, ofIssuer: Bool) -> String {
        let (name, others) = (ofIssuer ? issuer : subject, alternativeNames(ofIssuer: ofIssuer))
        switch kind {
        case .simple: return Self.simpleName(name) ?? Self.first(others) { if case .mailAddress(let text) = $0 { text } else { nil } } ?? ""
        case .mail:
            return Self.first(others) { if case .mailAddress(let text) = $0 { text } else { nil } } ?? name.last(Self.mail) ?? ""
        case .principal:
            return Self.first(others) { if case .other("1.3.6.1.4.1.311.20.2.3", let text) = $0 { text } else { nil } } ?? ""
        case .dns:
            return Self.first(others) { if case .dnsName(let text) = $0 { text } else { nil } } ?? name.last(Self.commonName) ?? ""
        case .dnsFromAlternative: return Self.first(others) { if case .dnsName(let text) = $0 { text } else { nil } } ?? ""
        case .url: return Self.first(others) { if case .uri(let text) = $0 { text } else { nil } } ?? ""
        case .unknown: return ""
        }
    }

    private static func first(_ names: [GeneralName], _ text: (GeneralName) -> String?) -> String? { names.lazy.compactMap(text).first }

    /// The common name. Another one stands for it only where the name has a part beside unit, organization and mail address,
    /// as in .NET on Linux.
    private static func simpleName(_ name: DistinguishedName) -> String? {
        if let commonName = name.last(commonName) { return commonName }
        let attributes = name.relativeNames.joined()
        guard let rest = attributes.last(where: { ![unit, organization, mail].contains($0.type) }) else { return nil }
        // Walked from the end, the last that is met wins: the first of the encoding.
        let first: (String) -> String? = { type in attributes.first { $0.type == type }?.value }
        return first(unit) ?? first(organization) ?? first(mail) ?? rest.value
    }
}
