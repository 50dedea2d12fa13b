import PolicyExpressions
import PolicyRuntime
import Testing

@Suite struct OutboundPolicyTests {
    private static func url(_ host: String) -> RequestURL { RequestURL(scheme: "http", host: host, path: "/") }

    @Test(
        "machines themselves",
        arguments: [
            "169.254.169.254", "169.254.0.1", "2852039166", "0xA9FEA9FE", "0251.0376.0251.0376", "169.254.43518", "168.63.129.16",
            "[fe80::1]",
            "fe80::1%eth0", "[::ffff:169.254.169.254]", "[::169.254.169.254]", "[fd00:ec2::254]", "metadata.google.internal.", "METADATA",
            "100.100.100.200",
        ])
    func refused(_ host: String) {
        #expect(!OutboundPolicy.standard.permits(Self.url(host), from: .expression))
        #expect(OutboundPolicy.standard.permits(Self.url(host), from: .document))
        #expect(OutboundPolicy.unrestricted.permits(Self.url(host), from: .expression))
    }

    @Test(
        "everything else", arguments: ["127.0.0.1", "[::1]", "10.0.0.4", "api.example", "169.253.1.1", "metadata.example", "[2001:db8::1]"])
    func permitted(_ host: String) { #expect(OutboundPolicy.standard.permits(Self.url(host), from: .expression)) }
}
