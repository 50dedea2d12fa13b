import PolicyDiagnostics
import PolicyExpressions

/// A certificate of a recorded context: PEM as text, perhaps with its RSA key, or `{"base64": …}` of DER.
enum RecordedCertificate {
    static func read(_ json: LocatedJSON) throws(Diagnostic) -> GatewayCertificate {
        let bytes = try RecordedBody.bytes(json)
        do { return try GatewayCertificate(reading: bytes) } catch {
            throw json.mismatch("a certificate", "PEM, or {\"base64\": …} of DER; an RSA key beside it has 1024 bits or more")
        }
    }
}
