public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Adds an entry to the trace of the request and to the log.
public struct Trace: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "trace", category: .logging, sections: .all, summary: "Adds an entry to the trace of the request and to the log.")

    /// How much an entry matters.
    public enum Severity: String, PolicyEnumeration, BindableType {
        /// For those who look closely.
        case verbose
        /// Worth knowing.
        case information
        /// Something is wrong.
        case error
    }

    /// A fact beside the message.
    public struct Metadata: Sendable {
        /// What the fact is called.
        public var name: PolicyValue<String>
        /// The fact.
        public var value: PolicyValue<String>
    }

    /// Who says so.
    public var source: PolicyValue<String>
    /// How much it matters.
    public var severity: PolicyValue<Severity>
    /// The text; the older form without an element of its own is in use too.
    public var message: PolicyValue<String>?
    /// Further facts.
    public var metadata: [Metadata]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        source = element.attribute("source", "Who says so.")
        severity = element.attribute("severity", default: .verbose, expressions: false, "How much the entry matters.")
        let wrapped = element.optionalChild("message", "The text.") { $0.optionalText(as: String.self, "The text.") }
        metadata = element.children("metadata", "A fact beside the message.") { fact in
            Metadata(
                name: fact.attribute("name", "What the fact is called."), value: fact.attribute("value", "The fact."))
        }
        let own = element.optionalText(as: String.self, "The text, in the older form without a 'message'.")
        message = wrapped ?? own
        if wrapped == nil, own == nil {
            element.report(Diagnostic("missing-element", .error, "'trace' needs a child 'message'", at: element.element.nameSpan))
        }
    }

    /// Binds the texts.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let source = scope.bindText(source)
        let severity = scope.bind(severity).constant ?? .verbose
        let message = message.map { scope.bindText($0) } ?? BoundValue(constant: NetString())
        let facts = metadata.map { (name: scope.bindText($0.name), value: scope.bindText($0.value)) }
        let position = scope.position
        return .immediate { context throws(PolicyError) in
            var entry = TraceEntry(try message(&context).string, source: try source(&context).string, severity: severity.level)
            for fact in facts { entry.metadata.append((try fact.name(&context).string, try fact.value(&context).string)) }
            context.trace(entry, at: position)
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "neither request nor response change", in: .inbound,
            """
            <trace source="orders" severity="information">
                <message>@("read by " + context.Request.IpAddress)</message>
                <metadata name="operation" value="@(context.Operation.Id)" />
            </trace>
            """, expects: .status(200), .body(#"{"ok":true}"#))
    ]
}

extension Trace.Severity {
    fileprivate var level: TraceEntry.Severity {
        switch self {
        case .verbose: .verbose
        case .information: .information
        case .error: .error
        }
    }
}
