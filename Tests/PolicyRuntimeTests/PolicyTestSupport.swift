import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies

/// A policy with everything that a policy can have, for tests of the reader.
struct Greet: Policy {
    enum Mood: String, PolicyEnumeration { case warm, cool }

    static let metadata = PolicyMetadata(
        "greet", category: .transformation, sections: [.inbound, .onError], scopes: [.api, .operation], multiplicity: .oncePerSection,
        summary: "Says hello.")
    static let examples: [PolicyExample] = []

    var name: PolicyValue<String>
    var times: PolicyValue<Int32>
    var mood: PolicyValue<Mood>?
    var isLoud: PolicyValue<Bool>
    var words: [PolicyValue<String>]
    var volume: PolicyValue<Double>?
    var parts: [PolicyNode]

    init(reading element: inout PolicyReader) {
        name = element.attribute("name", allowed: .notEmpty, "Whom to greet.")
        times = element.attribute("times", default: 1, expressions: false, allowed: .range(1...3), "How often.")
        mood = element.optionalAttribute("mood", "How.")
        isLoud = element.attribute("loud", default: false, "Whether it is loud.")
        words = element.valueChildren("word", atLeast: 1, "What to say.")
        volume = element.optionalChild("volume", "How loud.") { $0.text("The number.") }
        parts = element.policyChildren(named: ["set-header"])
    }

    func compile(in scope: inout CompilationScope) -> PolicyAction { .immediate { _ throws(PolicyError) in .proceed } }
}

/// A policy that holds policies.
struct Repeat: Policy {
    static let metadata = PolicyMetadata("repeat", category: .controlFlow, sections: .all, summary: "Runs its policies again.")
    static let examples: [PolicyExample] = []

    var policies: [PolicyNode]

    init(reading element: inout PolicyReader) { policies = element.policies() }

    func compile(in scope: inout CompilationScope) -> PolicyAction { .immediate { _ throws(PolicyError) in .proceed } }
}

/// Parses a document with the policies of the tests.
func parse(_ text: String, _ options: PolicyParsingOptions = PolicyParsingOptions()) -> PolicyParseResult {
    PolicyParser(registry: PolicyRegistry([Greet.self, Repeat.self, Base.self]), options: options).parse(
        SourceText(name: "policy.xml", text: text))
}

extension Diagnostic {
    /// `error unknown-element 1:2`
    var brief: String {
        let place = span.map { " \($0.start.line):\($0.start.column)" } ?? ""
        return "\(severity.rawValue) \(code.rawValue)\(place)"
    }
}
