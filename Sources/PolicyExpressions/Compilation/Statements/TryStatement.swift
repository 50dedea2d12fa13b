import PolicyDiagnostics

/// The catch clauses of a `try`.
final class ExceptionHandlers {
    struct Clause {
        let type: TypeSymbol
        let store: ValueStore?
        let filter: BooleanNode?
        let body: StatementNode
    }

    private let clauses: [Clause]
    let hasFilters: Bool
    init(_ clauses: [Clause]) {
        self.clauses = clauses
        hasFilters = clauses.contains { $0.filter != nil }
    }

    /// The clause that takes the exception, whose variable has it then. An exception from a filter counts as false.
    func clause(for error: EvaluationError, _ frame: inout Frame) throws(EvaluationError) -> Clause? {
        guard !clauses.isEmpty else { return nil }
        let exception = frame.exception(of: error)
        for clause in clauses where exception.type.inherits(from: clause.type) {
            try clause.store?.store(.object(exception), &frame)
            guard let filter = clause.filter else { return clause }
            do {
                if try filter.evaluate(&frame) { return clause }
            } catch {
                if error.limit != nil { throw error }
            }
        }
        return nil
    }
}

/// What the first pass over an exception found out: .NET asks all filters on its way before any finally block runs.
final class ExceptionSearch {
    /// The handlers that were asked.
    let asked: [ExceptionHandlers]
    /// The last of those asked and their clause, where one takes the exception.
    let found: (handlers: ExceptionHandlers, clause: ExceptionHandlers.Clause)?

    init(asked: [ExceptionHandlers], found: (handlers: ExceptionHandlers, clause: ExceptionHandlers.Clause)?) {
        (self.asked, self.found) = (asked, found)
    }
}

/// `try`, with its catch clauses and its finally block. Limits cannot be caught, and no finally block runs for them.
final class TryStatement: StatementNode {
    private let body: StatementNode, handlers: ExceptionHandlers, finally: StatementNode?
    /// The handlers of the tries around this, innermost first, when their filters must run before the finally block.
    private let outerHandlers: [ExceptionHandlers]
    init(_ body: StatementNode, _ handlers: ExceptionHandlers, _ finally: StatementNode?, outerHandlers: [ExceptionHandlers]) {
        (self.body, self.handlers, self.finally) = (body, handlers, finally)
        self.outerHandlers = finally == nil ? [] : outerHandlers
    }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        let completion: Completion
        do { completion = try runHandled(&frame) } catch {
            guard error.limit == nil, let finally else { throw error }
            let search = try search(for: error, &frame)
            // An exception of the finally block takes the place of this one, and nothing was found out about it.
            frame.exceptionSearch = nil
            _ = try finally.run(&frame)
            frame.exceptionSearch = search
            throw error
        }
        if let finally { _ = try finally.run(&frame) }
        return completion
    }

    private func runHandled(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        do { return try body.run(&frame) } catch {
            guard error.limit == nil, let clause = try clause(for: error, &frame) else { throw error }
            let outer = frame.caughtError
            defer { frame.caughtError = outer }
            frame.caughtError = error
            return try clause.body.run(&frame)
        }
    }

    private func clause(for error: EvaluationError, _ frame: inout Frame) throws(EvaluationError) -> ExceptionHandlers.Clause? {
        guard let search = frame.exceptionSearch, search.asked.contains(where: { $0 === handlers }) else {
            return try handlers.clause(for: error, &frame)
        }
        if search.asked.last === handlers { frame.exceptionSearch = nil }
        guard let found = search.found, found.handlers === handlers else { return nil }
        return found.clause
    }

    /// Asks the handlers around, before the finally block runs.
    private func search(for error: EvaluationError, _ frame: inout Frame) throws(EvaluationError) -> ExceptionSearch? {
        guard outerHandlers.contains(where: \.hasFilters) else { return nil }
        if let known = frame.exceptionSearch, known.asked.contains(where: { $0 === outerHandlers[0] }) { return known }
        for (index, handlers) in outerHandlers.enumerated() {
            guard let clause = try handlers.clause(for: error, &frame) else { continue }
            return ExceptionSearch(asked: Array(outerHandlers[...index]), found: (handlers, clause))
        }
        return ExceptionSearch(asked: outerHandlers, found: nil)
    }
}

/// `lock`: one evaluation is one thread, so nobody else can hold it.
final class LockStatement: StatementNode {
    private let subject: ValueNode, body: StatementNode
    init(_ subject: ValueNode, _ body: StatementNode) { (self.subject, self.body) = (subject, body) }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        if try subject.evaluate(&frame).isNull { throw EvaluationError.argumentNull("obj").located(at: subject.range) }
        return try body.run(&frame)
    }
}
