// What the namespaces of cryptography hold, and their enumerations.
extension NetType {
    /// The types that API Management allows.
    static let cryptography: [NetType] =
        hashes + [
            symmetricAlgorithm, cipherMode, paddingMode, randomGenerator, asymmetricAlgorithm, rsa, hashAlgorithmName, rsaEncryptionPadding,
            rsaSignaturePadding, oid,
        ] + certificates

    /// Types that come with them and that API Management does not list.
    static let cryptographySupport: [NetType] = [
        cryptoTransform, keySizesType, aes, aesManaged, aesProvider, randomNumberGenerator, rsaParameters, rsaEncryptionPaddingMode,
        rsaSignaturePaddingMode, oidGroup, asnEncodedData, certificateExtension, certificateExtensions, keyStorageFlags,
    ]

    private static let hashes: [NetType] = [
        hashAlgorithm, keyedHashAlgorithm, hmac, hmacMD5, hmacSHA1, hmacSHA256, hmacSHA384, hmacSHA512, md5, sha1, sha256, sha384, sha512,
        sha1Managed, sha256Managed, sha384Managed, sha512Managed,
    ]

    private static let certificates: [NetType] = [
        certificate, certificate2, publicKey, rsaCertificateExtensions, distinguishedName, certificateContentType, certificateNameType,
    ]

    static let cryptographyNamespace = "System.Security.Cryptography"
    static let certificateNamespace = "System.Security.Cryptography.X509Certificates"

    static let cipherMode: NetType = enumeration(
        cryptographyNamespace, "CipherMode", values: ["CBC": 1, "ECB": 2, "OFB": 3, "CFB": 4, "CTS": 5])

    static let paddingMode: NetType = enumeration(
        cryptographyNamespace, "PaddingMode", values: ["None": 1, "PKCS7": 2, "Zeros": 3, "ANSIX923": 4, "ISO10126": 5])

    static let rsaEncryptionPaddingMode: NetType = enumeration(
        cryptographyNamespace, "RSAEncryptionPaddingMode", values: ["Pkcs1": 0, "Oaep": 1])

    static let rsaSignaturePaddingMode: NetType = enumeration(
        cryptographyNamespace, "RSASignaturePaddingMode", values: ["Pkcs1": 0, "Pss": 1])

    static let oidGroup: NetType = enumeration(
        cryptographyNamespace, "OidGroup",
        values: [
            "All": 0, "HashAlgorithm": 1, "EncryptionAlgorithm": 2, "PublicKeyAlgorithm": 3, "SignatureAlgorithm": 4, "Attribute": 5,
            "ExtensionOrAttribute": 6, "EnhancedKeyUsage": 7, "Policy": 8, "Template": 9, "KeyDerivationFunction": 10,
        ])

    static let certificateContentType: NetType = enumeration(
        certificateNamespace, "X509ContentType",
        values: [
            "Unknown": 0, "Cert": 1, "SerializedCert": 2, "Pfx": 3, "Pkcs12": 3, "SerializedStore": 4, "Pkcs7": 5, "Authenticode": 6,
        ])

    static let certificateNameType: NetType = enumeration(
        certificateNamespace, "X509NameType",
        values: ["SimpleName": 0, "EmailName": 1, "UpnName": 2, "DnsName": 3, "DnsFromAlternativeName": 4, "UrlName": 5])

    static let keyStorageFlags: NetType = enumeration(
        certificateNamespace, "X509KeyStorageFlags",
        values: [
            "DefaultKeySet": 0, "UserKeySet": 1, "MachineKeySet": 2, "Exportable": 4, "UserProtected": 8, "PersistKeySet": 16,
            "EphemeralKeySet": 32,
        ], isFlags: true)
}
