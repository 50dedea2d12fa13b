import Foundation
import PolicyCryptography
import PolicyExpressions
import PolicyRuntime
import Testing

@testable import StandardPolicies

/// What a token may look like before anybody asks who signed it. Tokens that are well formed are in Fixtures/Policies/validate-jwt.
@Suite struct TokenTests {
    @Test(arguments: ["", ".", "..", "a.b.c", "....", String(repeating: "A", count: 1 << 20), String(repeating: ".", count: 1 << 20)])
    func whatIsNoTokenIsRefused(_ text: String) {
        #expect(throws: TokenFailure.self) { try SignedToken(text) }
    }

    @Test(arguments: ["A", "AAAAA", "AA=", "A+==", "A/", " AAA", "AB", "AAB", "é"]) func base64URLHasOneSpelling(_ text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test func base64URLIsReadAsItIsWritten() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 251) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }

    @Test func aKeyTakesItsOwnAlgorithmsOnly() {
        let key = VerificationKey.shared(Array("secret".utf8))
        let taken = SignatureAlgorithm.allCases.filter { key.takes($0) }
        #expect(taken == [.hs256, .hs384, .hs512])
        #expect(SignatureAlgorithm.allCases.allSatisfy { !VerificationKey.shared([]).takes($0) })
    }

    @Test func remoteValuesAreFetchedAgainWhenOldOrLackingButNotOften() {
        let values = RemoteValues(), start = NetDateTime(ticks: 638_712_864_000_000_000, kind: .utc)
        func state(after seconds: Int64, isLacking: Bool = false) -> String {
            let now = NetDateTime(ticks: start.ticks + seconds * 10_000_000, kind: .utc)
            return switch values.state(of: "keys", as: Int.self, at: now, isLacking: isLacking) {
            case .present(let value): "present \(value)"
            case .outdated(let value): "outdated \(value)"
            case .absent: "absent"
            }
        }
        #expect(state(after: 0) == "absent")
        values.keep(1, as: "keys", at: start)
        #expect(state(after: 299, isLacking: true) == "present 1")
        #expect(state(after: 300, isLacking: true) == "outdated 1")
        #expect(state(after: 301, isLacking: true) == "present 1", "somebody is fetching it")
        #expect(state(after: 3_599) == "present 1")
        #expect(state(after: 3_601) == "outdated 1", "what is old stays in use while nobody can fetch it")
    }
}
