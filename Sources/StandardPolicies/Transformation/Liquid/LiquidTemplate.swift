import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// A Liquid template, parsed when its policy is compiled.
struct LiquidTemplate: Sendable {
    /// Which message `body` is.
    enum Message {
        case request, response
        /// `return-response` drops the bodies before its own is made.
        case none
    }

    private let nodes: [LiquidNode]
    private let message: Message
    private let readsDates: Bool
    private let nilElement: LiquidValue

    /// Parses a template; what is wrong with it is reported to the scope.
    ///
    /// - Parameters:
    ///   - readsDates: whether texts of a JSON body that look like dates are dates.
    ///   - nilElement: what an element of an XML body with `xsi:nil` is.
    init(_ text: PolicyText?, readsDates: Bool, nilElement: LiquidValue, in scope: inout CompilationScope) {
        let template = text.map { scope.resolveTemplate($0) }
        let (nodes, problems) = LiquidParser.parse(Array((template?.text.string ?? "").utf8))
        for problem in problems {
            let message = template?.mask.mask(problem.message) ?? problem.message
            scope.error(
                problem.code, "Liquid: \(message)", at: template?.text.map.origin(of: problem.range),
                hint: problem.hint.map { template?.mask.mask($0) ?? $0 })
        }
        (self.nodes, self.readsDates, self.nilElement) = (nodes, readsDates, nilElement)
        message = Self.message(in: scope.position)
        if message != .none { scope.readBodies(message == .request ? .request : .response) }
    }

    private static func message(in position: PolicyPosition) -> Message {
        if position.name == "return-response" { return .none }
        switch position.section {
        case .inbound, .backend: return .request
        case .outbound, .onError: return .response
        }
    }

    /// The text for a request, in UTF-8.
    func render(_ context: RequestContext) throws(PolicyError) -> [UInt8] {
        let data = LiquidData(gateway: context.gateway)
        do throws(EvaluationError) {
            let globals: [NetString: LiquidValue] = ["body": try body(context.gateway), "context": data.context, "query": data.query]
            return try LiquidRenderer.render(nodes, with: globals, in: context.gateway.environment)
        } catch {
            throw PolicyError(.expressionValueEvaluationFailure, "Liquid template failed. " + error.message)
        }
    }

    private func body(_ gateway: GatewayContext) throws(EvaluationError) -> LiquidValue {
        let isRequest = message == .request
        let body: MessageBody? = isRequest ? gateway.request.body : gateway.response?.body
        let headers: MultiValueDictionary? = isRequest ? gateway.request.headers : gateway.response?.headers
        guard message != .none, let body, let bytes = body.forwardedBytes else { return .string(NetString()) }
        return try LiquidData.body(
            bytes, contentType: headers?["Content-Type"]?.first?.string, readsDates: readsDates, nilElement: nilElement)
    }
}
