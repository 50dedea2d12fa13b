import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Reads one test, its file's members and a row's values already in it, into its cases: the test itself, and one for each
/// fault of a callout.
struct PolicyTestReader {
    private let test: LocatedJSON
    private let name: String
    private let source: SourceText

    init(_ test: LocatedJSON, _ parameters: PolicyTestParameters, _ source: SourceText) throws(Diagnostic) {
        let values: any NamedValueProvider =
            try test["namedValues"].map { json throws(Diagnostic) in try JSONFileNamedValues(json) } ?? DictionaryNamedValues()
        // What the test says of requests and answers can name secrets as the policies do.
        let resolved = test.without(["namedValues"]).resolvingPlaceholders(from: values)
        (self.test, self.source) = (test.overlaid(by: resolved), source)
        let title = try test["name"]?.text("name") ?? ""
        name = title + (parameters.title.map { " [\($0)]" } ?? "")
    }

    func cases(_ reader: inout PolicyTestFileReader) throws(Diagnostic) -> [PolicyTestCase] {
        let (documents, files) = try reader.documents(of: test)
        let callouts = try test["callouts"]?.array("callouts") ?? []
        let exchanges = try Exchanges(callouts.map { $0.without(["faults"]) })
        var regular = PolicyTestCase(
            name: name, file: source.name, span: test["name"]?.span, skipReason: try test["skip"]?.text("skip"),
            files: [source.name] + files,
            steps: try steps(reader), fuzz: try test["fuzz"].map(fuzzing), clock: try clock(), seed: try seed(), documents: documents,
            exchanges: exchanges)
        if regular.fuzz != nil { regular.fuzz?.context = try context(test["context"]) }
        try requireInputs(in: regular)
        return [regular] + (try faultyCases(of: regular, callouts))
    }

    // MARK: Circumstances

    private func clock() throws(Diagnostic) -> NetDateTime {
        guard let clock = test["clock"] else { return ManualClock().now }
        return NetDateTime(ticks: try RecordedContextReader().date(clock, "clock").ticks, kind: .utc)
    }

    private func seed() throws(Diagnostic) -> UInt64 {
        guard let seed = test["seed"] else { return 0 }
        guard let value = UInt64(exactly: try seed.integer("seed")) else { throw seed.mismatch("seed", "a whole number from 0 on") }
        return value
    }

    private func context(_ json: LocatedJSON?) throws(Diagnostic) -> RecordedContext {
        guard let json else { return RecordedContext() }
        let context = try RecordedContext(json)
        if var problem = context.warnings.first {
            problem.severity = .error
            throw problem
        }
        return context
    }

    /// A fragment that is tested alone says which variables it needs.
    private func requireInputs(in test: PolicyTestCase) throws(Diagnostic) {
        for input in try self.test["inputs"]?.array("inputs") ?? [] {
            let name = try input.text("an input")
            for step in test.steps where !step.context.variables.contains(where: { $0.name == name }) {
                throw Diagnostic(
                    "missing-input", .error, "the test gives the fragment no variable '\(name)'", at: input.span,
                    hint: "context: {variables: {\(name): …}}")
            }
        }
    }

    // MARK: Steps

    private func steps(_ reader: PolicyTestFileReader) throws(Diagnostic) -> [PolicyTestCase.Step] {
        guard let steps = test["steps"] else {
            if test["fuzz"] != nil, test["expect"] == nil { return [] }
            return [try step(test.only(["context", "expect"]), isOnly: true)]
        }
        var result: [PolicyTestCase.Step] = []
        for element in try steps.array("steps") {
            try element.requireMembers(["name", "after", "times", "context", "callouts", "expect"], of: "a step")
            let whole = test.only(["context"]).overlaid(by: try reader.withFiles(element), ["context": { $0.patched(by: $1) }])
            result.append(try step(whole, isOnly: false))
        }
        return result
    }

    private func step(_ json: LocatedJSON, isOnly: Bool) throws(Diagnostic) -> PolicyTestCase.Step {
        guard let expect = json["expect"] else {
            throw Diagnostic(
                "missing-member", .error, "a \(isOnly ? "test" : "step") needs 'expect': without it nothing is tested",
                at: test["name"]?.span)
        }
        guard !expect.members.isEmpty else {
            throw Diagnostic("missing-member", .error, "'expect' is empty: nothing would be tested", at: expect.span)
        }
        var step = PolicyTestCase.Step(context: try context(json["context"]), expectations: try RunExpectations(expect))
        if !isOnly { step.name = try json["name"]?.text("name") }
        if let times = json["times"] { step.count = try Self.count(times, "times") }
        if let after = json["after"] { step.delay = try Self.duration(after) }
        if !isOnly, let callouts = json["callouts"] { step.exchanges = try Exchanges(try callouts.array("callouts")) }
        return step
    }

    private static func count(_ json: LocatedJSON, _ what: String) throws(Diagnostic) -> Int {
        let count = try json.integer(what)
        guard (1...100_000).contains(count) else { throw json.mismatch(what, "a number from 1 to 100000") }
        return count
    }

    /// `500ms`, `30s`, `5m`, `2h`, `1d`; a number is seconds.
    private static func duration(_ json: LocatedJSON) throws(Diagnostic) -> Duration {
        let text = json.scalarText ?? ""
        let units: [(String, Duration)] = [
            ("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .seconds(60)), ("h", .seconds(3600)), ("d", .seconds(86_400)),
            ("", .seconds(1)),
        ]
        for (suffix, unit) in units where text.hasSuffix(suffix) {
            if let number = Int(text.dropLast(suffix.count)), (0...100_000_000).contains(number) { return unit * number }
        }
        throw json.mismatch("after", "a time such as 500ms, 30s, 5m, 2h or 1d")
    }

    private func fuzzing(_ json: LocatedJSON) throws(Diagnostic) -> RequestFuzzing {
        try json.requireMembers(["requests", "methods", "allowedReasons"], of: "fuzz")
        var result = RequestFuzzing()
        if let requests = json["requests"] { result.count = try Self.count(requests, "requests") }
        if let methods = json["methods"] { result.methods = try Self.texts(methods, "methods") }
        if let reasons = json["allowedReasons"] { result.allowedReasons = try Self.texts(reasons, "allowedReasons") }
        return result
    }

    private static func texts(_ json: LocatedJSON, _ what: String) throws(Diagnostic) -> [String] {
        var result: [String] = []
        for element in try json.array(what) { result.append(try element.text(what)) }
        return result
    }

    // MARK: Faults

    private func faultyCases(of regular: PolicyTestCase, _ callouts: [LocatedJSON]) throws(Diagnostic) -> [PolicyTestCase] {
        var result: [PolicyTestCase] = []
        for (index, callout) in callouts.enumerated() {
            for fault in try callout["faults"]?.array("faults") ?? [] {
                var faulty = regular
                let fault = try CalloutFault(fault)
                faulty.name += " (callout \(index + 1): \(fault.name))"
                faulty = faulty.answering(index, with: fault)
                let expectations = try expectations(for: fault)
                faulty.steps = faulty.steps.map { step in
                    var step = step
                    step.expectations = expectations
                    return step
                }
                result.append(faulty)
            }
        }
        return result
    }

    /// `onFault` holds the expectations of all faults, or those of each by its name.
    private func expectations(for fault: CalloutFault) throws(Diagnostic) -> RunExpectations {
        guard let onFault = test["onFault"], !onFault.members.isEmpty else {
            throw Diagnostic(
                "missing-member", .error, "a test with 'faults' needs 'onFault': what must come of them", at: test["name"]?.span,
                hint: "onFault: {response: {statusCode: 502}}")
        }
        return try RunExpectations(onFault[fault.name] ?? onFault)
    }
}

/// A way in which a callout goes wrong.
struct CalloutFault {
    let name: String
    private let answer: (Exchange.Answer) -> Exchange.Answer

    /// `timeout`, `refused`, `empty-body`, or a status code.
    init(_ json: LocatedJSON) throws(Diagnostic) {
        name = json.scalarText ?? ""
        switch name {
        case "timeout": answer = { _ in .timeout }
        case "refused": answer = { _ in .connectionFailure }
        case "empty-body":
            answer = { answer in
                guard case .response(var response, let delay) = answer else { return answer }
                response.body = []
                return .response(response, delay: delay)
            }
        default:
            guard let code = Int32(name), (100...599).contains(code) else {
                throw json.mismatch("a fault", "timeout, refused, empty-body or a status code")
            }
            answer = { _ in .response(RecordedResponse(statusCode: code)) }
        }
    }

    func changing(_ exchange: Exchange) -> Exchange {
        var result = exchange
        result.answer = answer(exchange.answer)
        result.times = nil
        return result
    }
}

extension PolicyTestCase {
    fileprivate func answering(_ index: Int, with fault: CalloutFault) -> PolicyTestCase {
        var all = exchanges.all
        all[index] = fault.changing(all[index])
        return PolicyTestCase(
            name: name, file: file, span: span, skipReason: skipReason, files: files, steps: steps, fuzz: fuzz, clock: clock, seed: seed,
            documents: documents, exchanges: Exchanges(all))
    }
}

extension LocatedJSON {
    /// The object with some of its members only.
    fileprivate func only(_ names: Set<String>) -> LocatedJSON {
        LocatedJSON(kind: .object(members.filter { names.contains($0.name) }), span: span)
    }
}
