import PolicyExpressions

/// What a template sees of the message: `body`, and the members of `context` that the reference lists.
struct LiquidData {
    let gateway: GatewayContext

    /// `context`.
    var context: LiquidValue {
        .dictionary(LiquidDictionary([("Request", request), ("Response", response), ("Variables", variables)]))
    }

    private var request: LiquidValue {
        let request = gateway.request
        let parameters = request.matchedParameters.map { (name: NetString($0.name), value: LiquidValue.string(NetString($0.value))) }
        return .dictionary(
            LiquidDictionary([
                ("Method", .string(request.method)), ("OriginalMethod", .string(request.method)), ("Url", Self.url(request.url)),
                ("OriginalUrl", Self.url(request.originalURL)), ("IpAddress", .string(request.ipAddress)),
                ("MatchedParameters", .dictionary(LiquidDictionary(parameters, ignoresCase: true))),
                ("HasBody", .boolean(request.body != nil)), ("Headers", Self.headers(request.headers)),
            ]))
    }

    private var response: LiquidValue {
        guard let response = gateway.response else { return .null }
        return .dictionary(
            LiquidDictionary([
                ("StatusCode", .integer(Int64(response.statusCode))), ("Method", .string(gateway.request.method)),
                ("Headers", Self.headers(response.headers)),
            ]))
    }

    private var variables: LiquidValue {
        .dictionary(LiquidDictionary(gateway.variables.all.map { (NetString($0.name), Self.value($0.value)) }))
    }

    /// `query`: the first value of each query parameter.
    var query: LiquidValue {
        let items = QueryParameters(gateway.request.url.queryString).items
        return .dictionary(LiquidDictionary(items.map { (NetString($0.name), .string(NetString($0.value))) }, ignoresCase: true))
    }

    private static func headers(_ headers: MultiValueDictionary) -> LiquidValue {
        let members = headers.entries.map { entry in (name: entry.name, value: LiquidValue.list(entry.values.map { .string($0) })) }
        return .dictionary(LiquidDictionary(members, ignoresCase: true))
    }

    private static func url(_ url: RequestURL) -> LiquidValue {
        let whole = LiquidValue.string(NetString(url.description))
        let query = QueryParameters(url.queryString).items.map { (NetString($0.name), LiquidValue.string(NetString($0.value))) }
        return .dictionary(
            LiquidDictionary([
                ("Scheme", .string(NetString(url.scheme))), ("Host", .string(NetString(url.host))), ("Port", .integer(Int64(url.port))),
                ("Path", .string(NetString(url.path))), ("Query", .dictionary(LiquidDictionary(query, ignoresCase: true))),
                ("QueryString", .string(NetString(url.queryString))), ("ToUri", whole), ("ToString", whole),
            ]))
    }

    /// A variable's value; an object that is no JSON is its text.
    private static func value(_ value: Value) -> LiquidValue {
        switch value {
        case .null: return .null
        case .boolean(let value): return .boolean(value)
        case .int32(let number): return .integer(Int64(number))
        case .int64(let number): return .integer(number)
        case .double(let number): return .double(number)
        case .decimal(let number): return .decimal(number)
        case .string(let text): return .string(text)
        case .dateTime(let date): return .date(date)
        case .object(let object as JToken): return self.value(of: object)
        default: return (try? ValueText.text(of: value)).map { .string($0) } ?? .null
        }
    }

    /// A body of JSON or XML, read whole. An empty body is an empty text, and one of another type is null.
    ///
    /// - Throws: JsonReaderException, or System.InvalidOperationException for what is no XML.
    static func body(
        _ bytes: [UInt8], contentType: String?, readsDates: Bool, nilElement: LiquidValue = .string(NetString())
    ) throws(EvaluationError) -> LiquidValue {
        guard !bytes.isEmpty else { return .string(NetString()) }
        if MediaFormat.xml.matches(contentType ?? "") { return try body(xml: bytes, nilElement: nilElement) }
        guard MediaFormat.json.matches(contentType ?? "") else { return .null }
        let parse = { (utf8: UnsafeBufferPointer<UInt8>) throws(EvaluationError) in try JToken.parse(utf8: utf8, readsDates: readsDates) }
        return value(of: try NetString(utf8: bytes).withUTF8(throwing: parse))
    }

    /// A JSON tree, which its reader keeps from being too deep.
    private static func value(of token: JToken) -> LiquidValue {
        switch token {
        case let object as JObject:
            .dictionary(LiquidDictionary((0..<object.count).map { (object.name(at: $0), value(of: object.memberValue(at: $0))) }))
        case let array as JArray: .list(array.children.map(value(of:)))
        case let value as JValue: scalar(value.scalar)
        default: .null
        }
    }

    private static func scalar(_ scalar: JsonScalar) -> LiquidValue {
        switch scalar {
        case .boolean(let value): .boolean(value)
        case .integer(let number): .integer(number)
        case .float(let number): .double(number)
        case .single(let number): .double(Double(number))
        case .decimal(let number): .decimal(number)
        case .bigInteger(let digits): (try? NumberParsing.decimal(digits)).map { .decimal($0) } ?? .string(digits)
        case .string(let text), .uri(let text), .raw(let text): .string(text)
        case .date(let date): .date(date)
        case .null, .undefined, .comment: .null
        case .sizedInteger, .character, .enumeration, .typedNull: self.scalar(scalar.plain)
        case .dateOffset, .guid, .timeSpan, .bytes: .string((try? JValue(scalar).text()) ?? NetString())
        }
    }
}
