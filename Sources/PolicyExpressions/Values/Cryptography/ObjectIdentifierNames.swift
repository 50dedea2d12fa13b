/// The names that .NET gives to object identifiers.
enum ObjectIdentifierNames {
    /// The name of an identifier, or nil.
    static func name(of identifier: String) -> String? { names[identifier] ?? olderNames[identifier] }

    /// The identifier of a name without regard to case, or nil.
    static func identifier(of name: String) -> String? { identifiers[name.lowercased()] }

    private static let identifiers = Dictionary(names.map { ($0.value.lowercased(), $0.key) }, uniquingKeysWith: { first, _ in first })

    private static let names: [String: String] =
        attributeNames.merging(algorithmNames) { first, _ in first }.merging(curveNames) { first, _ in first }
        .merging(extensionNames) { first, _ in first }

    private static let attributeNames = [
        "2.5.4.3": "CN", "2.5.4.4": "SN", "2.5.4.5": "SERIALNUMBER", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "S", "2.5.4.9": "STREET",
        "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.12": "T", "2.5.4.13": "Description", "2.5.4.17": "PostalCode", "2.5.4.18": "POBox",
        "2.5.4.20": "Phone", "2.5.4.24": "X21Address", "2.5.4.42": "G", "2.5.4.43": "I", "2.5.4.46": "dnQualifier",
        "0.9.2342.19200300.100.1.25": "DC", "1.2.840.113549.1.9.1": "E",
    ]

    private static let algorithmNames = [
        "1.2.840.113549.1.1.1": "RSA", "1.2.840.113549.1.1.2": "md2RSA", "1.2.840.113549.1.1.3": "md4RSA",
        "1.2.840.113549.1.1.4": "md5RSA", "1.2.840.113549.1.1.5": "sha1RSA", "1.2.840.113549.1.1.7": "RSAES_OAEP",
        "1.2.840.113549.1.1.8": "mgf1", "1.2.840.113549.1.1.10": "RSASSA-PSS", "1.2.840.113549.1.1.11": "sha256RSA",
        "1.2.840.113549.1.1.12": "sha384RSA", "1.2.840.113549.1.1.13": "sha512RSA", "1.2.840.113549.2.2": "md2",
        "1.2.840.113549.2.4": "md4", "1.2.840.113549.2.5": "md5", "1.2.840.113549.3.2": "rc2", "1.2.840.113549.3.4": "rc4",
        "1.2.840.113549.3.7": "3des", "1.3.14.3.2.7": "des", "1.3.14.3.2.26": "sha1", "1.3.14.3.2.27": "dsaSHA1",
        "1.2.840.10040.4.1": "DSA", "1.2.840.10040.4.3": "sha1DSA", "1.2.840.10045.2.1": "ECC", "1.2.840.10045.4.1": "sha1ECDSA",
        "1.2.840.10045.4.3": "specifiedECDSA", "1.2.840.10045.4.3.2": "sha256ECDSA", "1.2.840.10045.4.3.3": "sha384ECDSA",
        "1.2.840.10045.4.3.4": "sha512ECDSA", "1.2.840.10046.2.1": "DH", "2.16.840.1.101.3.4.1.2": "aes128",
        "2.16.840.1.101.3.4.1.22": "aes192", "2.16.840.1.101.3.4.1.42": "aes256", "2.16.840.1.101.3.4.2.1": "sha256",
        "2.16.840.1.101.3.4.2.2": "sha384", "2.16.840.1.101.3.4.2.3": "sha512",
    ]

    private static let curveNames = [
        "1.2.840.10045.3.1.1": "nistP192", "1.2.840.10045.3.1.7": "ECDSA_P256", "1.3.132.0.10": "secP256k1", "1.3.132.0.33": "nistP224",
        "1.3.132.0.34": "ECDSA_P384", "1.3.132.0.35": "ECDSA_P521",
    ]

    /// Names that come from OpenSSL and not from .NET's own list.
    private static let extensionNames = [
        "2.5.29.14": "X509v3 Subject Key Identifier", "2.5.29.15": "X509v3 Key Usage", "2.5.29.17": "X509v3 Subject Alternative Name",
        "2.5.29.18": "X509v3 Issuer Alternative Name", "2.5.29.19": "X509v3 Basic Constraints", "2.5.29.30": "X509v3 Name Constraints",
        "2.5.29.31": "X509v3 CRL Distribution Points", "2.5.29.32": "X509v3 Certificate Policies",
        "2.5.29.35": "X509v3 Authority Key Identifier", "2.5.29.37": "X509v3 Extended Key Usage",
        "1.3.6.1.5.5.7.1.1": "Authority Information Access", "1.3.6.1.5.5.7.3.1": "TLS Web Server Authentication",
        "1.3.6.1.5.5.7.3.2": "TLS Web Client Authentication",
    ]

    private static let olderNames = [
        "1.2.840.113549.1.3.1": "DH", "1.3.14.3.2.2": "md4RSA", "1.3.14.3.2.3": "md5RSA", "1.3.14.3.2.4": "md4RSA", "1.3.14.3.2.12": "DSA",
        "1.3.14.3.2.13": "sha1DSA", "1.3.14.3.2.15": "shaRSA", "1.3.14.3.2.18": "sha", "1.3.14.3.2.22": "RSA_KEYX",
        "1.3.14.3.2.29": "sha1RSA", "1.3.14.7.2.3.1": "md2RSA",
    ]
}
