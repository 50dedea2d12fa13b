// Recursive descent and queries.
extension JsonPathEvaluation {
    /// The values of members of some names, at any depth.
    func scan(_ names: [NetString], _ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        try descend(token, &frame) { (found, frame) throws(EvaluationError) -> Bool in
            guard let property = found as? JProperty else { return true }
            for name in names where property.name == name { guard try visit(property.value, &frame) else { return false } }
            return true
        }
    }

    /// The token itself and every value below it.
    func scanValues(_ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        guard try visit(token, &frame) else { return false }
        return try descend(token, &frame) { (found, frame) throws(EvaluationError) -> Bool in
            if found is JProperty { return true }
            return try visit(found, &frame)
        }
    }

    /// Walks what is below a token, each in front of its children; nesting takes no call depth.
    private func descend(_ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        var pending = Array(token.children.reversed())
        while let next = pending.popLast() {
            try frame.step()
            guard try visit(next, &frame) else { return false }
            if next.isContainer { pending.append(contentsOf: next.children.reversed()) }
        }
        return true
    }

    // MARK: Queries

    func filtered(
        _ tokens: [JToken], _ query: JsonPathQuery, _ frame: inout Frame, _ visit: Visit
    ) throws(EvaluationError) -> Bool {
        for token in tokens {
            try frame.step()
            if try matches(query, token, &frame) { guard try visit(token, &frame) else { return false } }
        }
        return true
    }

    func scanQuery(_ query: JsonPathQuery, _ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        guard try filtered([token], query, &frame, visit) else { return false }
        return try descend(token, &frame) { (found, frame) throws(EvaluationError) -> Bool in
            try filtered([found], query, &frame, visit)
        }
    }

    private func matches(_ query: JsonPathQuery, _ token: JToken, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        switch query {
        case .exists(let operand):
            return try !walk(operand, token, &frame) { (_, _) throws(EvaluationError) -> Bool in false }
        case .comparison(let left, let comparison, let right):
            return try matches(left, comparison, right, token, &frame)
        case .all(let terms):
            for term in terms { guard try matches(term, token, &frame) else { return false } }
            return true
        case .any(let terms):
            for term in terms { if try matches(term, token, &frame) { return true } }
            return false
        }
    }

    /// A comparison holds when it does for any pair of what both sides find.
    private func matches(
        _ left: JsonPathQuery.Operand, _ comparison: JsonPathQuery.Comparison, _ right: JsonPathQuery.Operand, _ token: JToken,
        _ frame: inout Frame
    ) throws(EvaluationError) -> Bool {
        try !walk(left, token, &frame) { (leftResult, frame) throws(EvaluationError) -> Bool in
            try walk(right, token, &frame) { (rightResult, _) throws(EvaluationError) -> Bool in
                try !comparison.holds(leftResult, rightResult)
            }
        }
    }

    private func walk(
        _ operand: JsonPathQuery.Operand, _ token: JToken, _ frame: inout Frame, _ visit: Visit
    ) throws(EvaluationError) -> Bool {
        switch operand {
        case .value(let value): return try visit(value, &frame)
        case .path(let filters):
            return try JsonPathEvaluation(root: root, throwsWithoutMatch: false).walk(filters[...], token, &frame, visit)
        }
    }
}

extension JsonPathQuery.Comparison {
    /// Only values compare; anything else is merely different.
    fileprivate func holds(_ left: JToken, _ right: JToken) throws(EvaluationError) -> Bool {
        guard let left = left as? JValue, let right = right as? JValue else { return self == .notEqual }
        switch self {
        case .equal: return Self.areEqual(left, right)
        case .notEqual: return !Self.areEqual(left, right)
        case .less: return try left.compare(to: right) < 0
        case .lessOrEqual: return try left.compare(to: right) <= 0
        case .greater: return try left.compare(to: right) > 0
        case .greaterOrEqual: return try left.compare(to: right) >= 0
        }
    }

    /// A text also equals what JSON writes as that text.
    private static func areEqual(_ value: JValue, _ expected: JValue) -> Bool {
        if value.isEqual(to: expected) { return true }
        guard case .string(let text) = expected.scalar else { return false }
        switch value.scalar {
        case .date, .dateOffset, .bytes, .guid, .timeSpan, .uri: return value.scalar.jsonStringContent == text
        default: return false
        }
    }
}
