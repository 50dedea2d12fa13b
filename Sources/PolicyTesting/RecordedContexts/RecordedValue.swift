public import PolicyExpressions

/// The value of a recorded variable: a .NET type and what it holds, from which a fresh value is made for each context.
public enum RecordedValue: Sendable {
    /// `null`.
    case null
    /// `string`.
    case string(String)
    /// `bool`.
    case boolean(Bool)
    /// `int`.
    case int32(Int32)
    /// `long`.
    case int64(Int64)
    /// `double`.
    case double(Double)
    /// `decimal`, as it is written.
    case decimal(String)
    /// `JObject`, `JArray`, `JToken` or `JValue`, as JSON.
    case json(String)
    /// `DateTime`.
    case date(NetDateTime)
    /// `Guid`.
    case guid(NetGuid)
    /// `string[]`.
    case strings([String])
    /// `byte[]`.
    case bytes([UInt8])
    /// `Dictionary<string,string>`.
    case dictionary([(name: String, value: String)])
    /// `IResponse`.
    case response(RecordedResponse)
    /// `Jwt`, as its text.
    case token(String)

    /// Makes a value of one's own.
    ///
    /// - Throws: what .NET would throw, for JSON that does not parse; or that the type library has no such type yet.
    func makeValue() throws(EvaluationError) -> Value {
        switch self {
        case .null: .null
        case .string(let text): .string(NetString(text))
        case .boolean(let value): .boolean(value)
        case .int32(let value): .int32(value)
        case .int64(let value): .int64(value)
        case .double(let value): .double(value)
        case .decimal(let digits): try Self.decimal.evaluate(with: digits)
        case .json(let text): .object(try JToken.parse(NetString(text)))
        case .date(let date): .dateTime(date)
        case .guid(let guid): .guid(guid)
        case .strings(let texts): .object(NetArray(texts.map { NetString($0) }))
        case .bytes(let bytes): .object(NetArray(bytes: bytes))
        case .dictionary(let entries): try Self.dictionary(entries)
        case .response(let response): .object(response.makeResponse())
        case .token(let text): try Self.token.evaluate(with: text)
        }
    }

    private static func dictionary(_ entries: [(name: String, value: String)]) throws(EvaluationError) -> Value {
        let made = try emptyDictionary.evaluate()
        guard case .object(let object) = made, let dictionary = object as? NetDictionary else {
            throw .system("NotSupportedException", "the type library makes no dictionaries")
        }
        for (name, value) in entries { dictionary[.string(NetString(name))] = .string(NetString(value)) }
        return made
    }
}
