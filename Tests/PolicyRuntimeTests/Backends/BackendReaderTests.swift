import PolicyDiagnostics
import PolicyRuntime
import Testing

@Suite struct BackendReaderTests {
    private func read(_ text: String) throws(Diagnostic) -> BackendEntities {
        try BackendEntities(reading: SourceText(name: "backends.json", text: text))
    }

    @Test func serviceHasItsProperties() throws {
        let backends = try read(
            """
            {"blue": {"url": "https://blue.example/api", "tls": {"validateCertificateName": false}, "proxy": {"url": "http://p.example:81"},
              "circuitBreaker": {"rules": [{"tripDuration": "PT1M", "acceptRetryAfter": true,
                "failureCondition": {"count": 3, "interval": "PT5M", "statusCodeRanges": [{"min": 500, "max": 599}]}}]}}}
            """)
        guard case .single(let service)? = backends["blue"]?.kind else {
            Issue.record("blue is not single")
            return
        }
        #expect(service.tls == TransportTLS(validatesChain: true, validatesName: false))
        #expect(service.proxy?.port == 81)
        #expect(service.circuitBreaker.first?.threshold == .count(3) && service.circuitBreaker.first?.acceptsRetryAfter == true)
    }

    @Test(
        "what is wrong is said where it stands",
        arguments: [
            (#"{"a": {}}"#, "missing-member"), (#"{"a": {"url": "ftp://a"}}"#, "invalid-value"),
            (#"{"a": {"uri": "https://a"}}"#, "unknown-member"),
            (#"{"p": {"pool": {"services": [{"id": "a"}]}}}"#, "unknown-entity"), (#"{"p": {"pool": {"services": []}}}"#, "wrong-kind"),
            (#"{"a": {"url": "https://a", "credentials": {"certificate": ["x", "y"]}}}"#, "wrong-kind"),
            (#"{"a": {"url": "https://a", "credentials": {"managedIdentity": {"clientId": "x"}}}}"#, "missing-member"),
            (
                #"{"a": {"url": "https://a", "circuitBreaker": {"rules": [{"tripDuration": "PT1M", "failureCondition": {"interval": "PT1M"}}]}}}"#,
                "wrong-members"
            ),
            (#"{"a": {"url": "https://a"}, "a": {"url": "https://b"}}"#, "duplicate-member"),
            (#"{"a": {"url": "https://a"}, "p": {"pool": {"services": [{"id": "a", "weight": 0}]}}}"#, "wrong-kind"),
        ])
    func problems(_ text: String, _ code: String) {
        let error = #expect(throws: Diagnostic.self) { try read(text) }
        #expect(error?.code.rawValue == code)
    }
}
