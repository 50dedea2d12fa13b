import Foundation
import PolicyDiagnostics
import PolicyRuntime
import PolicyTesting

/// Reports of real runs.
enum ReportSamples {
    static func run(_ document: String, named name: String = "policy.xml") async throws -> ReportedTest.Run {
        var inputs = PolicyInputs()
        inputs.documents[.operation] = SourceText(name: name, text: document)
        return try await run(inputs, name: "")
    }

    static func run(_ inputs: PolicyInputs, name: String) async throws -> ReportedTest.Run {
        var options = CompilationOptions()
        options.measuresCoverage = true
        let run = try RecordedRun(inputs, options: options)
        let (trace, coverage) = (TraceRecorder(), CoverageRecorder(run.policies))
        let report = try await run.report(observers: [trace, coverage])
        return ReportedTest.Run(name: name, report: report, trace: trace.trace(response: report.response), coverage: coverage.coverage)
    }

    /// A test for each folder of Fixtures/Coverage, of which some fail.
    static func report() async throws -> HTMLReport {
        let root = Fixtures.path("Coverage")
        var tests: [ReportedTest] = []
        var total = PolicyCoverage()
        for name in try FileManager.default.contentsOfDirectory(atPath: root).sorted() {
            var test = ReportedTest(name: name, file: "Coverage/\(name).test.yaml", line: 1, outcome: .passed, duration: .milliseconds(4))
            for request in try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(name)/requests").sorted() {
                var inputs = try PolicyInputs(path: "\(root)/\(name)").withNames(relativeTo: root)
                inputs.context = try SourceText(file: "\(root)/\(name)/requests/\(request)")
                let run = try await run(inputs, name: request)
                if let coverage = run.coverage { total.merge(coverage) }
                test.runs.append(run)
            }
            if name == "branches" { fail(&test) }
            tests.append(test)
        }
        return HTMLReport(tests: tests, coverage: total)
    }

    private static func fail(_ test: inout ReportedTest) {
        test.outcome = .failed
        let body = "{\n  \"name\": \"Ada\",\n  \"plan\": \"free\"\n}"
        test.failures = [
            ReportedTest.Failure("response.statusCode: want 201, have 200", expected: "201", actual: "200"),
            ReportedTest.Failure(
                "response.body is not as expected", expected: body, actual: body.replacingOccurrences(of: "free", with: "gold")),
        ]
    }

    /// A run that puts every secret into a variable, a header, a query, a request of its own, a body and the trace.
    static func test(withSecrets secrets: [String]) async throws -> ReportedTest {
        var policies = ""
        var values: [String] = []
        for (index, secret) in secrets.enumerated() {
            let quoted = String(decoding: try JSONEncoder().encode(secret), as: UTF8.self)
            values.append("\"s\(index)\": {\"value\": \(quoted), \"secret\": true}")
            policies += """
                <set-variable name="v\(index)" value="{{s\(index)}}" />
                <set-header name="X-\(index)" exists-action="override">\
                <value>@(Convert.ToBase64String(Encoding.UTF8.GetBytes((string)context.Variables["v\(index)"])))</value></set-header>
                <trace source="t"><message>@("trace " + (string)context.Variables["v\(index)"])</message></trace>

                """
        }
        // The whole URL is shown before and after each change: a few of them are enough.
        for index in secrets.indices where index.isMultiple(of: 20) {
            policies += """
                <set-query-parameter name="q\(index)"><value>@((string)context.Variables["v\(index)"])</value></set-query-parameter>

                """
        }
        let document = "<policies><inbound>\n\(policies)<set-body>@((string)context.Variables[\"v0\"])</set-body></inbound></policies>"
        var inputs = PolicyInputs()
        inputs.documents[.operation] = SourceText(name: "policy.xml", text: document)
        inputs.namedValues = SourceText(name: "named-values.json", text: "{\(values.joined(separator: ","))}")
        inputs.exchanges = SourceText(
            name: "exchanges.json", text: #"{"exchanges": [{"request": {}, "response": {"statusCode": 200}, "times": "any"}]}"#)
        inputs.context = SourceText(name: "context.json", text: #"{"api": {"serviceUrl": "https://backend.example"}}"#)
        var test = ReportedTest(name: "canaries", file: "canaries.test.yaml", outcome: .failed)
        test.runs = [try await run(inputs, name: "run")]
        test.failures = [ReportedTest.Failure("have \(secrets[0])", expected: secrets[1], actual: secrets[2])]
        test.mask = try RecordedRun(inputs).mask
        return test
    }
}
