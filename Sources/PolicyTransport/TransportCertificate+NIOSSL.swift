import NIOSSL
import PolicyRuntime

extension TransportCertificate {
    /// Has connections show the certificate.
    ///
    /// - Throws: what NIOSSL throws for a certificate, a key or a file that it cannot read.
    func put(into configuration: inout TLSConfiguration) throws {
        switch self {
        case .certificate(let certificate, let key):
            configuration.certificateChain = [.certificate(try NIOSSLCertificate(bytes: certificate, format: .der))]
            configuration.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: key, format: .der))
        case .pkcs12(let file, let password):
            let bundle =
                try password.map { try NIOSSLPKCS12Bundle(buffer: file, passphrase: Array($0.utf8)) } ?? NIOSSLPKCS12Bundle(buffer: file)
            configuration.certificateChain = bundle.certificateChain.map { .certificate($0) }
            configuration.privateKey = .privateKey(bundle.privateKey)
        }
    }
}
