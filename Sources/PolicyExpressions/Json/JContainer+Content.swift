extension JContainer {
    /// `Add`: a token, a value that becomes one, or the elements of a list one by one.
    final func add(content: Value, _ frame: inout Frame) throws(EvaluationError) {
        try insert(content: content, at: count, depth: 0, &frame)
    }

    /// `AddFirst`, `AddAfterSelf`, `AddBeforeSelf`: as `add(content:)`, at a position.
    final func insert(content: Value, at position: Int, _ frame: inout Frame) throws(EvaluationError) {
        try insert(content: content, at: position, depth: 0, &frame)
    }

    private func insert(content: Value, at position: Int, depth: Int, _ frame: inout Frame) throws(EvaluationError) {
        // A list that contains itself has no end.
        try JToken.checkHeight(depth)
        guard case .object(let object) = content, object.isMultipleContent else {
            return try insertToken(try JToken.of(content: content), at: position, &frame)
        }
        var next = position
        _ = try object.walk(&frame) { (element, frame) throws(EvaluationError) -> Bool in
            try insert(content: element, at: next, depth: depth + 1, &frame)
            next += 1
            return true
        }
    }

    private func insertToken(_ token: JToken, at position: Int, _ frame: inout Frame) throws(EvaluationError) {
        guard position <= count else { throw .argumentOutOfRange("index", "Index must be within the bounds of the List.") }
        try frame.countCopy(of: token, into: self)
        try insertChild(token, at: position)
    }

    /// `ReplaceAll`: takes all children out and adds a content.
    final func replaceAll(with content: Value, _ frame: inout Frame) throws(EvaluationError) {
        try removeAll()
        try add(content: content, &frame)
    }
}

extension JToken {
    /// What a token takes in memory, for the allocation limit.
    static let approximateSize = 64

    /// The token of a content that is no list: a token is itself, a value becomes a `JValue`.
    static func of(content: Value) throws(EvaluationError) -> JToken {
        if case .object(let token as JToken) = content { return token }
        return try JValue.of(content)
    }
}

extension JValue {
    /// `new JValue(object)`.
    static func of(_ value: Value) throws(EvaluationError) -> JValue {
        guard let scalar = JsonScalar(value) else {
            throw .argument("Could not determine JSON object type for type \(value.type.fullName).")
        }
        return JValue(scalar)
    }

    /// Sets `Value`: a text stays a comment or raw JSON where the token is one.
    final func setValue(_ value: Value) throws(EvaluationError) {
        guard case .string(let text) = value else { return scalar = try JValue.of(value).scalar }
        switch tokenType {
        case .comment: scalar = .comment(text)
        case .raw: scalar = .raw(text)
        default: scalar = .string(text)
        }
    }
}

extension JProperty {
    /// `new JProperty(name, content)`: the elements of a list become an array.
    static func of(_ name: NetString, content: Value, _ frame: inout Frame) throws(EvaluationError) -> JProperty {
        guard case .object(let object) = content, object.isMultipleContent else {
            let token = try JToken.of(content: content)
            if token.parent != nil { try frame.countCopy(of: token) }
            return try JProperty(name, token)
        }
        let array = JArray()
        try array.add(content: content, &frame)
        return try JProperty(name, array)
    }
}

extension NetObject {
    /// Whether a container that gets this object gets its elements instead.
    var isMultipleContent: Bool {
        switch self {
        case is JToken: false
        case let array as NetArray: array.bytes == nil
        default: isEnumerable
        }
    }

    /// Whether the object is an `IEnumerable`.
    var isEnumerable: Bool { type.memberOwners.contains { $0.definition === NetType.enumerable } }
}
