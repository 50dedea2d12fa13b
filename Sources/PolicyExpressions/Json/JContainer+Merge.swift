/// Newtonsoft.Json.Linq.JsonMergeSettings.
public final class JsonMergeSettings: NetObject {
    /// What happens to the elements of arrays that are merged.
    public enum ArrayHandling: Int32, Sendable, CaseIterable {
        /// They are added at the end.
        case concat
        /// Those that are not there yet are added at the end.
        case union
        /// They replace those that are there.
        case replace
        /// Each is merged with that at the same place.
        case merge
    }

    /// What happens to nulls.
    public enum NullHandling: Int32, Sendable, CaseIterable {
        /// They change nothing that is there.
        case ignore
        /// They replace what is there.
        case merge
    }

    /// What happens to the elements of arrays.
    public var arrayHandling = ArrayHandling.concat
    /// What happens to nulls.
    public var nullHandling = NullHandling.ignore

    /// The settings' type.
    public override var type: TypeSymbol { .named(.jsonMergeSettings, []) }
}

/// `JContainer.Merge`.
struct JsonMerge {
    let settings: JsonMergeSettings

    /// Merges a content into a container; what does not fit its kind changes nothing.
    func merge(_ content: Value, into target: JContainer, depth: Int = 0, _ frame: inout Frame) throws(EvaluationError) {
        try JToken.checkHeight(depth)
        switch target {
        case let object as JObject:
            if case .object(let other as JObject) = content { try merge(other, into: object, depth, &frame) }
        case let array as JArray: try mergeArray(content, into: array, depth, &frame)
        case let property as JProperty:
            guard case .object(let other as JProperty) = content, other.value.tokenType != .null else { return }
            try property.setValue(other.value)
        case let constructor as JConstructor:
            guard case .object(let other as JConstructor) = content else { return }
            constructor.name = other.name ?? constructor.name
            try mergeElements(of: other, into: constructor, depth, &frame)
        default: return
        }
    }

    private func merge(_ other: JObject, into object: JObject, _ depth: Int, _ frame: inout Frame) throws(EvaluationError) {
        for property in other.properties {
            try frame.step()
            guard let existing = object.property(property.name) else {
                try frame.countCopy(of: property.value)
                try object.add(property.name, property.value)
                continue
            }
            if let container = existing.value as? JContainer, container.tokenType == property.value.tokenType {
                try merge(.object(property.value), into: container, depth: depth + 1, &frame)
            } else if property.value.tokenType != .null || settings.nullHandling == .merge {
                try frame.countCopy(of: property.value)
                try existing.setValue(property.value)
            }
        }
    }

    private func mergeArray(_ content: Value, into array: JArray, _ depth: Int, _ frame: inout Frame) throws(EvaluationError) {
        guard case .object(let other) = content, other is JArray || other.isMultipleContent else { return }
        try mergeElements(of: other, into: array, depth, &frame)
    }

    private func mergeElements(of other: NetObject, into target: JContainer, _ depth: Int, _ frame: inout Frame) throws(EvaluationError) {
        var elements: [Value] = []
        _ = try other.walk(&frame) { (element, frame) throws(EvaluationError) -> Bool in
            if case .object(let token as JToken) = element { try frame.countCopy(of: token) }
            elements.append(element)
            return true
        }
        if other === target, settings.arrayHandling == .concat, !elements.isEmpty { throw Self.collectionWasModified }
        switch settings.arrayHandling {
        case .concat: for element in elements { try target.add(Self.token(element)) }
        case .union: try addMissing(elements, to: target, &frame)
        case .replace:
            try target.removeAll()
            for element in elements { try target.add(Self.token(element)) }
        case .merge: for (position, element) in elements.enumerated() { try merge(element, at: position, of: target, depth, &frame) }
        }
    }

    private static let collectionWasModified = EvaluationError.invalidOperation(
        "Collection was modified; enumeration operation may not execute.")

    /// Newtonsoft casts the elements to JToken.
    private static func token(_ element: Value) throws(EvaluationError) -> JToken? {
        if element.isNull { return nil }
        guard case .object(let token as JToken) = element else { throw .invalidCast(element, to: .jToken) }
        return token
    }

    private func addMissing(_ elements: [Value], to target: JContainer, _ frame: inout Frame) throws(EvaluationError) {
        for element in elements {
            let token = try Self.token(element)
            try frame.step(target.count)
            var isThere = false
            for child in target.children where try JToken.deepEquals(child, token) {
                isThere = true
                break
            }
            if !isThere { try target.add(token) }
        }
    }

    private func merge(
        _ element: Value, at position: Int, of target: JContainer, _ depth: Int, _ frame: inout Frame
    ) throws(EvaluationError) {
        guard position < target.count else { return try target.add(content: element, &frame) }
        if let container = target.child(position) as? JContainer { return try merge(element, into: container, depth: depth + 1, &frame) }
        if element.isNull { return }
        let token = try JToken.of(content: element)
        if token.tokenType != .null { try target.replaceChild(position, with: token) }
    }
}
