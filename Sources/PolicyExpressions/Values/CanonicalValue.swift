/// A value as text for people and tests: short C# type name and invariant text.
///
/// This is the form of the conformance cases and of the reports of the command line.
public struct CanonicalValue: Sendable, Hashable {
    /// The short C# name of the type: `string`, `int`, `JObject`; `null` for null.
    public var type: String
    /// The text: numbers invariant, JSON for tokens and collections, hexadecimal for bytes. Nil for null.
    public var text: String?

    /// Renders a value; what cannot be rendered becomes the message of the error.
    public init(_ value: Value) {
        type = Self.typeName(of: value)
        do { text = try Self.text(of: value) } catch { text = error.message }
    }

    private static func typeName(of value: Value) -> String {
        if case .null = value { return "null" }
        return value.type.canonicalName
    }

    private static func text(of value: Value) throws(EvaluationError) -> String? {
        switch value {
        case .null: nil
        case .dateTime(let date): date.roundTripText
        case .object(let object): try text(of: object)
        default: try ValueText.text(of: value).string
        }
    }

    private static func text(of object: NetObject) throws(EvaluationError) -> String {
        switch object {
        case let token as JToken: return try token.compactText().string
        case let array as NetArray where array.bytes != nil:
            return (array.bytes ?? []).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        case let exception as NetException: return exception.error.message
        case is NetArray, is NetList, is NetDictionary, is MultiValueDictionary, is StringDictionary, is NetTuple, is NetAnonymousObject,
            is NetSequence:
            return try json(of: .object(object))
        default: return try ValueText.text(of: object).string
        }
    }

    // MARK: Collections as JSON

    private static func json(of value: Value) throws(EvaluationError) -> String {
        switch value {
        case .null: return "null"
        case .boolean(let boolean): return boolean ? "true" : "false"
        case .char, .string, .dateTime, .timeSpan, .guid, .enumeration: return quoted(try text(of: value) ?? "")
        case .object(let object): return try json(of: object)
        default: return try ValueText.text(of: value).string
        }
    }

    private static func json(of object: NetObject) throws(EvaluationError) -> String {
        if let token = object as? JToken { return try token.compactText().string }
        if let pairs = dictionaryEntries(object) {
            var members: [String] = []
            for (key, value) in pairs { members.append(quoted(try ValueText.text(of: key).string) + ":" + (try json(of: value))) }
            return "{" + members.joined(separator: ",") + "}"
        }
        guard let elements = Enumeration.elements(of: object) else { return quoted(try text(of: object)) }
        var items: [String] = []
        for element in elements { items.append(try json(of: element)) }
        return "[" + items.joined(separator: ",") + "]"
    }

    private static func dictionaryEntries(_ object: NetObject) -> [(Value, Value)]? {
        switch object {
        case let dictionary as NetDictionary: dictionary.entries.map { ($0.key, $0.value) }
        case let fields as MultiValueDictionary: fields.entries.map { (.string($0.name), .object(NetArray($0.values))) }
        case let texts as StringDictionary: texts.entries.map { (.string($0.name), .string($0.value)) }
        case let object as NetAnonymousObject: object.members.map { (.string(NetString($0.name)), $0.value) }
        case let tuple as NetTuple: tuple.items.enumerated().map { (.string(NetString("Item\($0.offset + 1)")), $0.element) }
        default: nil
        }
    }

    private static func quoted(_ text: String) -> String {
        (try? JValue(NetString(text)).compactText().string) ?? "\"\""
    }
}

extension TypeSymbol {
    /// The short C# name, tuples by the name of their type.
    fileprivate var canonicalName: String {
        switch self {
        case .tuple(let elements, _): "ValueTuple<" + elements.map(\.canonicalName).joined(separator: ",") + ">"
        case .named(let type, let arguments) where !arguments.isEmpty:
            type.name + "<" + arguments.map(\.canonicalName).joined(separator: ",") + ">"
        case .array(let element, let rank): element.canonicalName + "[" + String(repeating: ",", count: rank - 1) + "]"
        default: description
        }
    }
}
