/// Walks through the tokens that a JSONPath finds, one after the other, without gathering them.
struct JsonPathEvaluation {
    /// What is done with a token that was found; false ends the walk.
    typealias Visit = (_ token: JToken, _ frame: inout Frame) throws(EvaluationError) -> Bool

    let root: JToken
    /// Whether a step that finds nothing throws JsonException.
    let throwsWithoutMatch: Bool

    /// Walks what the steps find from a token on; false when a visit ended it.
    func walk(_ filters: ArraySlice<JsonPathFilter>, _ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool
    {
        guard let filter = filters.first else { return try visit(token, &frame) }
        try frame.step()
        let rest = filters.dropFirst()
        return try apply(filter, token, &frame) { (found, frame) throws(EvaluationError) -> Bool in
            try walk(rest, found, &frame, visit)
        }
    }

    private func apply(
        _ filter: JsonPathFilter, _ token: JToken, _ frame: inout Frame, _ visit: Visit
    ) throws(EvaluationError) -> Bool {
        switch filter {
        case .root: return try visit(root, &frame)
        case .field(let name?): return try field(name, token, &frame, visit)
        case .field(nil): return try everyField(token, &frame, visit)
        case .fields(let names): return try fields(names, token, &frame, visit)
        case .index(let index?): return try element(index, token, &frame, visit)
        case .index(nil): return try everyElement(token, &frame, visit)
        case .indexes(let indexes):
            for index in indexes { guard try element(index, token, &frame, visit) else { return false } }
            return true
        case .slice(let start, let end, let step): return try slice(start, end, step, token, &frame, visit)
        case .scan(let name?): return try scan([name], token, &frame, visit)
        case .scan(nil): return try scanValues(token, &frame, visit)
        case .scanFields(let names): return try scan(names, token, &frame, visit)
        case .query(let query): return try filtered(token.children, query, &frame, visit)
        case .scanQuery(let query): return try scanQuery(query, token, &frame, visit)
        }
    }

    // MARK: Members

    private func field(_ name: NetString, _ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        guard let object = token as? JObject else {
            return try nothing("Property '\(name.string)' not valid on \(token.className).")
        }
        guard let value = object[name] else { return try nothing("Property '\(name.string)' does not exist on JObject.") }
        return try visit(value, &frame)
    }

    private func everyField(_ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        guard let object = token as? JObject else { return try nothing("Property '*' not valid on \(token.className).") }
        var walk = ContainerWalk(object)
        while let position = try walk.nextPosition() {
            try frame.step()
            guard try visit(object.memberValue(at: position), &frame) else { return false }
        }
        return true
    }

    private func fields(_ names: [NetString], _ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        guard let object = token as? JObject else {
            let list = names.map { "'\($0.string)'" }.joined(separator: ", ")
            return try nothing("Properties \(list) not valid on \(token.className).")
        }
        for name in names {
            try frame.step()
            if let value = object[name] { guard try visit(value, &frame) else { return false } }
            // Newtonsoft.Json 10 throws here even where there is such a member.
            _ = try nothing("Property '\(name.string)' does not exist on JObject.")
        }
        return true
    }

    // MARK: Elements

    private func element(_ index: Int32, _ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        guard let list = token as? JContainer, list.tokenType == .array || list.tokenType == .constructor else {
            return try nothing("Index \(index) not valid on \(token.className).")
        }
        try frame.step()
        guard Int(index) < list.count else { return try nothing("Index \(index) outside the bounds of \(token.className).") }
        guard let value = try list.value(at: index) else { return true }
        return try visit(value, &frame)
    }

    private func everyElement(_ token: JToken, _ frame: inout Frame, _ visit: Visit) throws(EvaluationError) -> Bool {
        guard token.tokenType == .array || token.tokenType == .constructor else {
            return try nothing("Index * not valid on \(token.className).")
        }
        return try token.walk(&frame) { (value, frame) throws(EvaluationError) -> Bool in
            try visit(try JToken.required(value), &frame)
        }
    }

    private func slice(
        _ start: Int32?, _ end: Int32?, _ step: Int32?, _ token: JToken, _ frame: inout Frame, _ visit: Visit
    ) throws(EvaluationError) -> Bool {
        if step == 0 { throw .json("Step cannot be zero.") }
        guard let array = token as? JArray else { return try nothing("Array slice is not valid on \(token.className).") }
        let positions = JsonPathSlice.positions(of: array.count, start, end, step ?? 1)
        if positions.isEmpty {
            let (from, to) = (start.map(String.init) ?? "*", end.map(String.init) ?? "*")
            return try nothing("Array slice of \(from) to \(to) returned no results.")
        }
        for position in positions {
            try frame.step()
            guard try visit(array.child(position), &frame) else { return false }
        }
        return true
    }

    private func nothing(_ message: String) throws(EvaluationError) -> Bool {
        if throwsWithoutMatch { throw .json(message) }
        return true
    }
}

/// The positions of a slice with Python's rules, as Newtonsoft.Json has them.
enum JsonPathSlice {
    static func positions(of count: Int, _ start: Int32?, _ end: Int32?, _ step: Int32) -> [Int] {
        let step = Int(step), isForward = step > 0
        var first = start.map { Int($0) } ?? (isForward ? 0 : count - 1)
        var last = end.map { Int($0) } ?? (isForward ? count : -1)
        if let start, start < 0 { first += count }
        if let end, end < 0 { last += count }
        first = min(isForward ? max(first, 0) : first, isForward ? count : count - 1)
        last = min(max(last, -1), count)
        return Array(stride(from: first, to: last, by: step))
    }
}
