import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Where a rate limit tells how much is left: attributes that `rate-limit` and `rate-limit-by-key` share.
struct LimitReport: Sendable {
    var retryAfterHeader: PolicyValue<String>
    var retryAfterVariable: PolicyValue<String>?
    var remainingHeader: PolicyValue<String>?
    var remainingVariable: PolicyValue<String>?
    var totalHeader: PolicyValue<String>?

    init(reading element: inout PolicyReader) {
        retryAfterHeader = element.attribute(
            "retry-after-header-name", default: "Retry-After", expressions: false, allowed: .fieldName,
            "The response header that says how many seconds to wait beyond the limit.")
        retryAfterVariable = element.optionalAttribute(
            "retry-after-variable-name", expressions: false, "The variable that gets the same number.")
        remainingHeader = element.optionalAttribute(
            "remaining-calls-header-name", expressions: false, allowed: .fieldName, "The response header that says how many calls are left."
        )
        remainingVariable = element.optionalAttribute(
            "remaining-calls-variable-name", expressions: false, "The variable that gets the same number.")
        totalHeader = element.optionalAttribute(
            "total-calls-header-name", expressions: false, allowed: .fieldName, "The response header that repeats the limit.")
    }

    func bind(in scope: inout CompilationScope) -> BoundLimitReport {
        func bound(_ value: PolicyValue<String>?) -> NetString? { value.flatMap { scope.bindText($0).constant } }
        return BoundLimitReport(
            retryAfterHeader: bound(retryAfterHeader) ?? "Retry-After", retryAfterVariable: bound(retryAfterVariable),
            remainingHeader: bound(remainingHeader), remainingVariable: bound(remainingVariable), totalHeader: bound(totalHeader),
            position: scope.position)
    }
}

/// Where a rate limit tells how much is left, with its names bound.
struct BoundLimitReport: Sendable {
    let retryAfterHeader: NetString
    let retryAfterVariable: NetString?
    let remainingHeader: NetString?
    let remainingVariable: NetString?
    let totalHeader: NetString?
    let position: PolicyPosition

    /// Tells what is left after a call, and ends the request beyond the limit.
    func apply(_ count: WindowCount, limit: Int64, to context: inout RequestContext) throws(PolicyError) {
        if let remainingVariable { context.setVariable(remainingVariable, to: Self.number(count.remaining), at: position) }
        let fields = [(remainingHeader, count.remaining), (totalHeader, limit)].compactMap { header, number in
            header.map { (name: $0, value: String(number)) }
        }
        guard count.isAdmitted else { throw exceeded(count, fields, &context) }
        guard !fields.isEmpty else { return }
        context.atEnd(of: position) { context throws(PolicyError) in
            let headers = context.preparedResponse().headers
            for field in fields { headers[field.name] = [NetString(field.value)] }
        }
    }

    /// The text is the longer one that captures show, in LastError as well.
    private func exceeded(
        _ count: WindowCount, _ fields: [(name: NetString, value: String)], _ context: inout RequestContext
    ) -> PolicyError {
        let seconds = count.wait.wholeSeconds
        if let retryAfterVariable { context.setVariable(retryAfterVariable, to: Self.number(seconds), at: position) }
        let headers = [(name: retryAfterHeader.string, value: String(seconds))] + fields.map { ($0.name.string, $0.value) }
        return PolicyError(
            "RateLimitExceeded", "Rate limit is exceeded. Try again in \(seconds) seconds.", statusCode: 429, isMessagePublic: true,
            headers: headers)
    }

    private static func number(_ value: Int64) -> Value { .int32(Int32(clamping: value)) }
}

extension NetTimeSpan {
    /// The seconds of a wait, rounded up.
    var wholeSeconds: Int64 { ticks / 10_000_000 + (ticks % 10_000_000 > 0 ? 1 : 0) }

    /// A span of seconds.
    init(seconds: Int32) { self.init(ticks: Int64(seconds) * 10_000_000) }
}

extension PolicyValueConstraint<String> {
    /// The name of a header (RFC 9110, 5.1).
    static var fieldName: Self { Self("the name of a header") { FieldText.isToken($0) } }
}

extension RequestContext {
    /// Asks the store of counters. One that fails lets the request pass: limits are approximate by design.
    func counting<Answer>(
        at position: PolicyPosition, _ ask: (any CounterStore) async throws -> Answer
    ) async throws(PolicyError) -> Answer? {
        do {
            return try await ask(services.stores.counters)
        } catch is CancellationError {
            throw .cancelled
        } catch {
            trace(TraceEntry("The counters failed: \(error)", severity: .error), at: position)
            return nil
        }
    }
}
