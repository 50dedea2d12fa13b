/// A value as text for people and tests: short C# type name and invariant text.
///
/// This is the form of the conformance cases and of the reports of the command line.
public struct CanonicalValue: Sendable, Hashable {
    /// The short C# name of the type: `string`, `int`, `JObject`; `null` for null.
    public var type: String
    /// The text: numbers invariant, JSON for tokens and collections, hexadecimal for bytes. Nil for null.
    public var text: String?

    /// Renders a value. A lazy sequence is walked through with the context's limits.
    ///
    /// - Throws: what making an element throws; the depth limit for what holds itself.
    public init(_ value: Value, in context: GatewayContext) throws(EvaluationError) {
        type = Self.typeName(of: value)
        text = try FramePlan(FrameLayout()).withFrame(of: context) { frame throws(EvaluationError) -> String? in
            try CanonicalText(depth: 0).text(of: value, &frame)
        }
    }

    /// Renders a value; what cannot be rendered becomes the message of the error.
    public init(_ value: Value) {
        type = Self.typeName(of: value)
        do { text = try Self(value, in: .placeholder()).text } catch { text = error.message }
    }

    private static func typeName(of value: Value) -> String {
        value.isNull ? "null" : value.type.canonicalName
    }
}

/// Renders values that may hold others.
private struct CanonicalText {
    /// How many collections stand around the value.
    let depth: Int

    func text(of value: Value, _ frame: inout Frame) throws(EvaluationError) -> String? {
        switch value {
        case .null: nil
        case .dateTime(let date): date.roundTripText
        case .dateTimeOffset(let date): date.roundTripText
        case .object(let object): try text(of: object, &frame)
        default: try ValueText.text(of: value).string
        }
    }

    private func text(of object: NetObject, _ frame: inout Frame) throws(EvaluationError) -> String {
        switch object {
        case let token as JToken: return try token.compactText().string
        case let array as NetArray where array.bytes != nil:
            return (array.bytes ?? []).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        case let exception as NetException: return exception.error.message
        case let node as XNode: return try XmlTextWriter.text(of: node, isIndented: false).string
        default: return isStructured(object) ? try json(of: object, &frame) : try ValueText.text(of: object).string
        }
    }

    private func isStructured(_ object: NetObject) -> Bool { !(object is JToken) && (members(of: object) != nil || object.isWalkable) }

    // MARK: JSON

    private func json(of value: Value, _ frame: inout Frame) throws(EvaluationError) -> String {
        switch value {
        case .null: "null"
        case .boolean(let boolean): boolean ? "true" : "false"
        case .char, .string, .dateTime, .dateTimeOffset, .timeSpan, .guid, .enumeration: quoted(try text(of: value, &frame) ?? "")
        case .object(let object): try json(of: object, &frame)
        default: try ValueText.text(of: value).string
        }
    }

    private func json(of object: NetObject, _ frame: inout Frame) throws(EvaluationError) -> String {
        if let token = object as? JToken { return try token.compactText().string }
        guard isStructured(object) else { return quoted(try text(of: object, &frame)) }
        guard depth < 64 else { throw .limit(.depth, "The value holds more than 64 collections within each other.") }
        let inner = CanonicalText(depth: depth + 1)
        if let members = members(of: object) {
            var texts: [String] = []
            for (key, value) in members {
                texts.append(quoted(try ValueText.text(of: key).string) + ":" + (try inner.json(of: value, &frame)))
            }
            return "{" + texts.joined(separator: ",") + "}"
        }
        var items: [String] = []
        _ = try object.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            items.append(try inner.json(of: element, &frame))
            return true
        }
        return "[" + items.joined(separator: ",") + "]"
    }

    /// What is written as a JSON object.
    private func members(of object: NetObject) -> [(Value, Value)]? {
        switch object {
        case let dictionary as NetDictionary: dictionary.entries.map { ($0.key, $0.value) }
        case let fields as MultiValueDictionary: fields.entries.map { (.string($0.name), .object(NetArray($0.values))) }
        case let texts as StringDictionary: texts.entries.map { (.string($0.name), .string($0.value)) }
        case let object as NetAnonymousObject: object.members.map { (.string(NetString($0.name)), $0.value) }
        case let tuple as NetTuple: tuple.items.enumerated().map { (.string(NetString("Item\($0.offset + 1)")), $0.element) }
        case let pair as NetKeyValuePair: [(.string("Key"), pair.key), (.string("Value"), pair.value)]
        default: nil
        }
    }

    private func quoted(_ text: String) -> String {
        (try? JValue(NetString(text)).compactText().string) ?? "\"\""
    }
}

extension TypeSymbol {
    private var isAnonymous: Bool {
        if case .anonymous = self { true } else { false }
    }

    /// The short C# name: tuples by the name of their type, what LINQ makes as the interface that it is for.
    fileprivate var canonicalName: String {
        switch self {
        case .tuple(let elements, _): "ValueTuple<" + elements.map(\.canonicalName).joined(separator: ",") + ">"
        case .named(let type, let arguments) where type === NetType.orderedEnumerable:
            TypeSymbol.named(.enumerable, arguments).canonicalName
        case .named(let type, let arguments) where type === NetType.list && arguments[0].isAnonymous:
            // A list of what has no name is named by what it can be used as.
            TypeSymbol.named(.enumerable, arguments).canonicalName
        case .named(let type, let arguments) where !arguments.isEmpty:
            type.name + "<" + arguments.map(\.canonicalName).joined(separator: ",") + ">"
        case .array(let element, let rank): element.canonicalName + "[" + String(repeating: ",", count: rank - 1) + "]"
        default: description
        }
    }
}
