/// A regular expression of .NET for what is no expression itself, such as the filters of Liquid templates.
public struct TextPattern: Sendable {
    private let compiled: CompiledRegex

    /// Compiles a pattern; one that was asked for before is known.
    ///
    /// - Throws: System.ArgumentException for what is no regular expression.
    public init(_ pattern: NetString) throws(EvaluationError) { compiled = try .cached(pattern, []) }

    /// The text with every match replaced; `$1` and the like stand for what groups captured.
    ///
    /// - Throws: a typed error when a limit of the environment is reached.
    public func replacing(
        in text: NetString, with replacement: NetString, in environment: EvaluationEnvironment
    ) throws(EvaluationError) -> NetString {
        let replacement = RegexReplacement(replacement, compiled)
        return try replacing(in: text, count: -1, environment) { replacement.text(of: $0) }
    }

    /// The text with its first match replaced by a text that stands for itself.
    ///
    /// - Throws: as `replacing(in:with:in:)`.
    public func replacingFirst(
        in text: NetString, with replacement: NetString, in environment: EvaluationEnvironment
    ) throws(EvaluationError) -> NetString {
        try replacing(in: text, count: 1, environment) { _ in replacement }
    }

    private func replacing(
        in text: NetString, count: Int32, _ environment: EvaluationEnvironment, _ replacement: (NetMatch) -> NetString
    ) throws(EvaluationError) -> NetString {
        let request = GatewayRequest(method: "GET", url: RequestURL(scheme: "https", host: "localhost"))
        let context = GatewayContext(request: request, environment: environment)
        // A frame does not own its context.
        defer { withExtendedLifetime(context) {} }
        var frame = Frame(context: context)
        let regex = try NetRegex(compiled.pattern, compiled.options)
        return try regex.replacing(in: text, from: nil, count: count, &frame) { (match, _) throws(EvaluationError) in replacement(match) }
    }
}
