import SwiftASN1

/// What an X.509 certificate says, read off its DER.
///
/// Reading is no trust: see `CertificateTrust`.
public struct CertificateDocument: Sendable, Hashable {
    /// A date as certificates have it, in UTC.
    public struct Time: Sendable, Hashable {
        /// The parts, from the year to the second.
        public var year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int

        /// Gathers the parts.
        public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
            (self.year, self.month, self.day) = (year, month, day)
            (self.hour, self.minute, self.second) = (hour, minute, second)
        }
    }

    /// An extension with its undecoded value.
    public struct Extension: Sendable, Hashable {
        /// The object identifier, in dots.
        public var type: String
        /// Whether who does not know the extension must refuse the certificate.
        public var isCritical: Bool
        /// The value in DER.
        public var value: [UInt8]
    }

    /// An algorithm with its parameters in DER, if it has any.
    public struct Algorithm: Sendable, Hashable {
        /// The object identifier, in dots.
        public var type: String
        /// The parameters in DER; empty without any.
        public var parameters: [UInt8]
    }

    /// The whole certificate in DER.
    public let encoded: [UInt8]
    /// 1, 2 or 3.
    public let version: Int
    /// The serial number as it is encoded, with the highest byte first.
    public let serialNumber: [UInt8]
    /// How the issuer signed.
    public let signatureAlgorithm: Algorithm
    /// Who signed.
    public let issuer: DistinguishedName
    /// Whom the certificate is about.
    public let subject: DistinguishedName
    /// From when on, and until when, the certificate is valid.
    public let notBefore: Time, notAfter: Time
    /// The kind of the subject's key.
    public let keyAlgorithm: Algorithm
    /// The subject's key in the encoding of its kind.
    public let publicKey: [UInt8]
    /// `SubjectPublicKeyInfo` in DER: the key with its kind.
    public let subjectPublicKeyInfo: [UInt8]
    /// The extensions.
    public let extensions: [Extension]

    /// Reads one certificate in DER; bytes behind it are not read.
    public init(_ bytes: [UInt8]) throws(CryptographyError) {
        do { try self.init(try DER.parse(Self.firstElement(bytes))) } catch { throw .invalidData }
    }

    private init(_ node: ASN1Node) throws {
        encoded = Array(node.encodedBytes)
        let parts = try Self.children(node)
        guard parts.count == 3 else { throw CryptographyError.invalidData }
        signatureAlgorithm = try Self.algorithm(parts[1])
        var fields = try Self.children(parts[0])[...]
        version = try Self.version(&fields)
        guard fields.count >= 6 else { throw CryptographyError.invalidData }
        let first = fields.startIndex
        serialNumber = try Self.primitive(fields[first])
        (issuer, subject) = (try DistinguishedName(fields[first + 2]), try DistinguishedName(fields[first + 4]))
        let validity = try Self.children(fields[first + 3])
        guard validity.count == 2 else { throw CryptographyError.invalidData }
        (notBefore, notAfter) = (try Time(validity[0]), try Time(validity[1]))
        subjectPublicKeyInfo = Array(fields[first + 5].encodedBytes)
        (keyAlgorithm, publicKey) = try Self.key(fields[first + 5])
        extensions = try Self.extensions(fields.dropFirst(6))
    }
}

// MARK: - The parts

extension CertificateDocument {
    private static func version(_ fields: inout ArraySlice<ASN1Node>) throws -> Int {
        guard let first = fields.first, first.identifier == ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific) else { return 1 }
        fields.removeFirst()
        guard let node = try children(first).first else { throw CryptographyError.invalidData }
        let version = try Int(derEncoded: node)
        guard (0...2).contains(version) else { throw CryptographyError.invalidData }
        return version + 1
    }

    private static func algorithm(_ node: ASN1Node) throws -> Algorithm {
        let parts = try children(node)
        guard let type = parts.first else { throw CryptographyError.invalidData }
        return Algorithm(
            type: try ASN1ObjectIdentifier(derEncoded: type).description,
            parameters: parts.dropFirst().first.map { Array($0.encodedBytes) } ?? [])
    }

    private static func key(_ node: ASN1Node) throws -> (Algorithm, [UInt8]) {
        let parts = try children(node)
        guard parts.count == 2 else { throw CryptographyError.invalidData }
        return (try algorithm(parts[0]), Array(try ASN1BitString(derEncoded: parts[1]).bytes))
    }

    private static func extensions(_ fields: ArraySlice<ASN1Node>) throws -> [Extension] {
        let tag = ASN1Identifier(tagWithNumber: 3, tagClass: .contextSpecific)
        guard let field = fields.first(where: { $0.identifier == tag }), let list = try children(field).first else { return [] }
        return try children(list).map { node in
            let parts = try children(node)
            guard (2...3).contains(parts.count) else { throw CryptographyError.invalidData }
            return Extension(
                type: try ASN1ObjectIdentifier(derEncoded: parts[0]).description,
                isCritical: parts.count == 3 ? try Bool(derEncoded: parts[1]) : false,
                value: Array(try ASN1OctetString(derEncoded: parts[parts.count - 1]).bytes))
        }
    }

    static func children(_ node: ASN1Node) throws -> [ASN1Node] {
        guard case .constructed(let nodes) = node.content else { throw CryptographyError.invalidData }
        return Array(nodes)
    }

    static func primitive(_ node: ASN1Node) throws -> [UInt8] {
        guard case .primitive(let bytes) = node.content else { throw CryptographyError.invalidData }
        return Array(bytes)
    }

    /// The bytes of the first element: some files have line breaks behind the certificate.
    private static func firstElement(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 1 else { return bytes }
        let lengthBytes = bytes[1] < 0x80 ? 0 : Int(bytes[1] & 0x7F)
        guard lengthBytes <= 4, bytes.count >= 2 + lengthBytes else { return bytes }
        let length = lengthBytes == 0 ? Int(bytes[1]) : bytes[2..<2 + lengthBytes].reduce(0) { $0 << 8 | Int($1) }
        return Array(bytes.prefix(2 + lengthBytes + length))
    }
}

extension CertificateDocument.Time {
    fileprivate init(_ node: ASN1Node) throws {
        switch node.identifier {
        case .utcTime:
            let time = try UTCTime(derEncoded: node)
            self.init(
                year: time.year, month: time.month, day: time.day, hour: time.hours, minute: time.minutes, second: time.seconds)
        default:
            let time = try GeneralizedTime(derEncoded: node)
            self.init(
                year: time.year, month: time.month, day: time.day, hour: time.hours, minute: time.minutes, second: time.seconds)
        }
    }
}
