public import PolicyExpressions

/// A value outside of any request: what a cache keeps of a variable or a response.
public indirect enum CachedValue: Sendable {
    /// `null`.
    case null
    /// `bool`.
    case boolean(Bool)
    /// `char`.
    case char(UInt16)
    /// `sbyte`.
    case sbyte(Int8)
    /// `byte`.
    case byte(UInt8)
    /// `short`.
    case int16(Int16)
    /// `ushort`.
    case uint16(UInt16)
    /// `int`.
    case int32(Int32)
    /// `uint`.
    case uint32(UInt32)
    /// `long`.
    case int64(Int64)
    /// `ulong`.
    case uint64(UInt64)
    /// `float`.
    case single(Float)
    /// `double`.
    case double(Double)
    /// `decimal`.
    case decimal(NetDecimal)
    /// `string`.
    case string(NetString)
    /// `DateTime`.
    case dateTime(NetDateTime)
    /// `DateTimeOffset`.
    case dateTimeOffset(NetDateTimeOffset)
    /// `TimeSpan`.
    case timeSpan(NetTimeSpan)
    /// `Guid`.
    case guid(NetGuid)
    /// A value of an enumeration.
    case enumeration(NetEnumeration)
    /// `byte[]`.
    case bytes([UInt8])
    /// Another array of one dimension, with its type.
    case array(TypeSymbol, [CachedValue])
    /// A dictionary, with its type.
    case dictionary(TypeSymbol, [(key: CachedValue, value: CachedValue)])
    /// A JSON token, as its text.
    case json(NetString)
    /// A response.
    case response(CachedResponse)
}

/// A response outside of any request.
public struct CachedResponse: Sendable {
    /// The status code.
    public var statusCode: Int32
    /// The reason phrase.
    public var statusReason: String
    /// The header fields, one entry for each value.
    public var headers: [(name: String, value: String)]
    /// The body.
    public var body: [UInt8]

    /// Makes a response.
    public init(statusCode: Int32, statusReason: String, headers: [(name: String, value: String)], body: [UInt8]) {
        (self.statusCode, self.statusReason, self.headers, self.body) = (statusCode, statusReason, headers, body)
    }

    /// Takes a response of a request, whose body must be in memory; one that was read without being preserved is empty.
    public init(_ response: GatewayResponse) {
        self.init(
            statusCode: response.statusCode, statusReason: response.statusReason.string, headers: response.headers.fields,
            body: response.body.forwardedBytes ?? [])
    }

    /// A response for a request, with a body of its own.
    public func makeResponse() -> GatewayResponse {
        GatewayResponse(
            statusCode: statusCode, statusReason: statusReason, headers: MultiValueDictionary(headers), body: MessageBody(body))
    }
}

extension CachedValue {
    /// Takes a value of a request; nil for one that cannot outlive it, such as a delegate or `context` itself.
    public init?(_ value: Value) {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .char(let value): self = .char(value)
        case .int32(let value): self = .int32(value)
        case .sbyte(let value): self = .sbyte(value)
        case .byte(let value): self = .byte(value)
        case .int16(let value): self = .int16(value)
        case .uint16(let value): self = .uint16(value)
        case .uint32(let value): self = .uint32(value)
        case .uint64(let value): self = .uint64(value)
        case .single(let value): self = .single(value)
        case .int64(let value): self = .int64(value)
        case .double(let value): self = .double(value)
        case .decimal(let value): self = .decimal(value)
        case .string(let value): self = .string(value)
        case .dateTime(let value): self = .dateTime(value)
        case .dateTimeOffset(let value): self = .dateTimeOffset(value)
        case .timeSpan(let value): self = .timeSpan(value)
        case .guid(let value): self = .guid(value)
        case .enumeration(let value): self = .enumeration(value)
        case .object(let object): self.init(object, depth: 0)
        }
    }

    /// How many collections may stand within each other.
    private static let depthLimit = 32

    private init?(_ object: NetObject, depth: Int) {
        guard depth < Self.depthLimit else { return nil }
        switch object {
        case let token as JToken:
            guard let text = try? token.compactText() else { return nil }
            self = .json(text)
        case let array as NetArray: self.init(array, depth: depth)
        case let dictionary as NetDictionary:
            var entries: [(key: CachedValue, value: CachedValue)] = []
            for (key, value) in dictionary.entries {
                guard let key = Self.nested(key, depth), let value = Self.nested(value, depth) else { return nil }
                entries.append((key, value))
            }
            self = .dictionary(dictionary.type, entries)
        case let response as GatewayResponse: self = .response(CachedResponse(response))
        default: return nil
        }
    }

    private init?(_ array: NetArray, depth: Int) {
        guard case .array(_, rank: 1) = array.type else { return nil }
        if let bytes = array.bytes {
            self = .bytes(bytes)
            return
        }
        var items: [CachedValue] = []
        for item in array.items {
            guard let item = Self.nested(item, depth) else { return nil }
            items.append(item)
        }
        self = .array(array.type, items)
    }

    private static func nested(_ value: Value, _ depth: Int) -> CachedValue? {
        if case .object(let object) = value { CachedValue(object, depth: depth + 1) } else { CachedValue(value) }
    }

    /// A value for a request; it shares nothing with the cache.
    ///
    /// - Throws: what .NET throws for JSON that does not parse.
    public func makeValue() throws(EvaluationError) -> Value {
        switch self {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .char(let value): .char(value)
        case .int32(let value): .int32(value)
        case .sbyte(let value): .sbyte(value)
        case .byte(let value): .byte(value)
        case .int16(let value): .int16(value)
        case .uint16(let value): .uint16(value)
        case .uint32(let value): .uint32(value)
        case .uint64(let value): .uint64(value)
        case .single(let value): .single(value)
        case .int64(let value): .int64(value)
        case .double(let value): .double(value)
        case .decimal(let value): .decimal(value)
        case .string(let value): .string(value)
        case .dateTime(let value): .dateTime(value)
        case .dateTimeOffset(let value): .dateTimeOffset(value)
        case .timeSpan(let value): .timeSpan(value)
        case .guid(let value): .guid(value)
        case .enumeration(let value): .enumeration(value)
        case .bytes(let bytes): .object(NetArray(bytes: bytes))
        case .json(let text): .object(try JToken.parse(text))
        case .response(let response): .object(response.makeResponse())
        case .array(let type, let items): .object(try Self.makeArray(type, items))
        case .dictionary(let type, let entries): .object(try Self.makeDictionary(type, entries))
        }
    }

    private static func makeArray(_ type: TypeSymbol, _ items: [CachedValue]) throws(EvaluationError) -> NetArray {
        var values: [Value] = []
        for item in items { values.append(try item.makeValue()) }
        return NetArray(type: type, items: values)
    }

    private static func makeDictionary(
        _ type: TypeSymbol, _ entries: [(key: CachedValue, value: CachedValue)]
    ) throws(EvaluationError) -> NetDictionary {
        let dictionary = NetDictionary(type: type)
        for (key, value) in entries { dictionary[try key.makeValue()] = try value.makeValue() }
        return dictionary
    }

    /// About how many bytes it takes in memory.
    public var byteCount: Int {
        switch self {
        case .string(let text), .json(let text): 48 + text.withUTF8 { $0.count }
        case .bytes(let bytes): 48 + bytes.count
        case .array(_, let items): items.reduce(48) { $0 + $1.byteCount }
        case .dictionary(_, let entries): entries.reduce(48) { $0 + $1.key.byteCount + $1.value.byteCount }
        case .response(let response):
            response.headers.reduce(96 + response.body.count) { $0 + 64 + $1.name.utf8.count + $1.value.utf8.count }
        default: 48
        }
    }
}
