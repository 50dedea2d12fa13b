import APIMPolicy
import PolicyCryptography
import Synchronization

/// The policies that are measured, each beside the least that its work takes.
enum PolicySubjects {
    static func run() async throws {
        Table.printHeading("Five set-header, a choose of two conditions, a set-variable; beside the same by hand in Swift")
        try await section().run()
        Table.printHeading("validate-jwt with a key that is known; beside the bare check of the signature")
        try await token().run()
        Table.printHeading("rate-limit-by-key among 10,000 keys; beside a lock and a dictionary")
        try await rateLimit().run()
        Table.printHeading("cache-lookup-value; beside a lock and a dictionary")
        try await cachedValue().run()
        try await CounterScaling.run()
    }

    @Sendable
    private static func makeContext() -> GatewayContext {
        let headers = [
            ("X-Env", "prod"), ("X-Tenant", "t1"), ("Accept", "*/*"), ("User-Agent", "bench"), ("Content-Type", "application/json"),
            ("Ocp-Apim-Subscription-Key", "k"),
        ].map { (name: $0.0, value: $0.1) }
        let url = RequestURL(scheme: "https", host: "gateway.example", path: "/echo/resource")
        let context = GatewayContext(request: GatewayRequest(url: url, headers: MultiValueDictionary(headers)))
        context.operation = OperationDescription(id: "op1")
        context.api.serviceURL = "https://backend.example"
        return context
    }

    // MARK: A section

    private static func section() -> SectionBenchmark {
        let headers = [
            #"context.Request.Method"#, #"context.Operation.Id"#, #""a-" + context.Request.Method + "-" + context.Operation.Id"#,
            #"context.Request.Headers.GetValueOrDefault("X-Tenant", "none")"#, #"(string)context.Variables["kind"]"#,
        ].enumerated().map { index, code in
            #"<set-header name="X-Out-\#(index)" exists-action="override"><value>@(\#(code))</value></set-header>"#
        }
        let policies =
            #"<set-variable name="kind" value="@(context.Request.Headers.GetValueOrDefault("X-Env", ""))" />"# + headers.joined()
            + #"<choose><when condition="@(context.Request.Method == "POST")"><set-header name="X-Post"><value>1</value></set-header></when>"#
            + #"<when condition="@((string)context.Variables["kind"] == "prod")">"#
            + #"<set-header name="X-Kind" exists-action="override"><value>prod</value></set-header></when></choose>"#
        let work = Subject("by hand in Swift", preparedAtOnce: requestsAtOnce) { count in
            (0..<count).map { _ in makeContext() }
        } run: { contexts, count in
            for context in contexts { byHand(context) }
        }
        return SectionBenchmark(work: work, section: policies, makeContext: makeContext, byHand: byHand, aim: 1.5)
    }

    @Sendable
    private static func byHand(_ context: GatewayContext) {
        let headers = context.request.headers, method = context.request.method
        context.variables["kind"] = .string(headers.joined("X-Env") ?? "")
        headers["X-Out-0"] = [method]
        headers["X-Out-1"] = [NetString(context.operation.id)]
        headers["X-Out-2"] = [NetString.concatenate(["a-", method, "-", NetString(context.operation.id)])]
        headers["X-Out-3"] = [headers.joined("X-Tenant") ?? "none"]
        guard case .string(let kind)? = context.variables["kind"] else { return }
        headers["X-Out-4"] = [kind]
        if method == "POST" { headers["X-Post"] = ["1"] } else if kind == "prod" { headers["X-Kind"] = ["prod"] }
    }

    // MARK: validate-jwt

    private static func token() throws -> SectionBenchmark {
        let content = Array("\(SampleToken.header).\(SampleToken.payload)".utf8)
        let (modulus, signature) = (try bytes(SampleToken.modulus), try bytes(SampleToken.signature))
        let key = VerificationKey.rsa(try RSAKey(RSANumbers(modulus: modulus, exponent: [1, 0, 1])))
        let work = Subject("the bare check") { () throws -> Bool in
            guard key.isValid(signature, of: content, .rs256) else { throw UnexpectedResult(description: "the signature is not valid") }
            return true
        }
        let policy =
            #"<validate-jwt header-name="Authorization"><issuer-signing-keys><key n="\#(SampleToken.modulus)" e="AQAB" />"#
            + "</issuer-signing-keys><audiences><audience>api://shop</audience></audiences></validate-jwt>"
        let authorization = NetString("Bearer \(SampleToken.header).\(SampleToken.payload).\(SampleToken.signature)")
        return SectionBenchmark(
            work: work, section: policy,
            makeContext: {
                let context = makeContext()
                context.request.headers["Authorization"] = [authorization]
                return context
            }, byHand: nil, aim: 1.2)
    }

    private static func bytes(_ text: String) throws -> [UInt8] {
        let digits = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
        return try Base64.decode(NetString(String(digits) + String(repeating: "=", count: (4 - digits.count % 4) % 4)))
    }

    // MARK: Limits and values

    private static func rateLimit() -> SectionBenchmark {
        let keys = (0..<10_000).map { "client-\($0)" }, next = Mutex(0)
        let counts = Mutex(Dictionary(uniqueKeysWithValues: keys.map { ($0, 0) }))
        let key: @Sendable () -> String = {
            keys[
                next.withLock {
                    $0 = ($0 + 7_919) % 10_000; return $0
                }]
        }
        let work = Subject("a lock and a dictionary") { count in
            (0..<count).map { _ in key() }
        } run: { keys, _ in
            for key in keys { counts.withLock { $0[key, default: 0] += 1 } }
        }
        return SectionBenchmark(
            work: work,
            section: #"<rate-limit-by-key calls="100000000" renewal-period="300" counter-key="@((string)context.Variables["client"])" />"#,
            makeContext: {
                let context = makeContext()
                context.variables["client"] = .string(NetString(key()))
                return context
            }, byHand: nil, aim: 3)
    }

    private static func cachedValue() -> SectionBenchmark {
        let values = Mutex(["known": Value.string("value")])
        let work = Subject("a lock and a dictionary") { values.withLock { $0["known"] } }
        return SectionBenchmark(
            work: work, section: #"<cache-lookup-value key="known" default-value="none" variable-name="found" />"#,
            makeContext: makeContext, byHand: nil, aim: 3)
    }
}

/// A token that was signed with RS256, and its public key.
private enum SampleToken {
    static let header = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9"
    static let payload = "eyJpc3MiOiJodHRwczovL2lkLmNvbnRvc28uY29tLyIsImF1ZCI6ImFwaTovL3Nob3AiLCJzdWIiOiJ1LTEiLCJleHAiOjQxMDI0NDQ4MDB9"
    static let signature =
        "UE7oO6eqZpmvydge9EN30RC1gCMw3hEV9q4eaU_UtUFEe5yAnPw5mX6OFOZVZYeTRa0yNU-FIKIjEgWoaqSk51xkwebr2VHEsVo_10nQZ0kvrkVBTxQolUbqcV0DxwJ3"
        + "zLmZla_9nfaEIAgTHOXL1wDACIJDdSXBAw0udedfQoxQqy7lYqHwetrlzB9ICBV2eNd9TQ5hvn8uMLySPKrdG4Mwb934l_YZ9fuMXK8_9uG7u39KO-TBMgATmVqLKw"
        + "kHwbB2r_401xfuxxWm1dAKYfltpyl6-q5Pvb3mGpOaMTWpaEoKEa_2McfPffZGd5Jv7FrsrJ8a-TiSpL8mXgR_DA"
    static let modulus =
        "vRYFq_uDQwCMB60AsSUCNGJd_ch4EmC3q7Vb21gmZ50v7d-5CWtnIM-UPaOsD7yYQVYANvWnvYvPZLkEMVr3e95gPPOj95BKRKGQGOFUcATzeCwvBGk3-_j4Tcx4yMvf"
        + "i5L50QR48vgvyr3aLBxzYm-Ywoy23ja9DHQcVDwHJYiXfj4bnUQh7ydQJ5pSIju8DrA8RR2xbROtc495NYPiFkfpIPevXi2LlDctAnnIFNM3_RhLCg6N1259wZiIoLBm"
        + "KW-BCQkdmZGEk3Dh2MaRs6LGfSQ5OyHqiTEcjt5T4okTvfYb9eAiVnxzADJQp9QorcuffiawOjS2u_k1t7c2wQ"
}
