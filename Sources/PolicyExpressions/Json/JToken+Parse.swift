extension JToken {
    /// `JToken.Parse`: reads any JSON value; throws JsonReaderException.
    public static func parse(_ text: NetString) throws(EvaluationError) -> JToken {
        try text.withUTF8(throwing: parse(utf8:))
    }

    /// Reads any JSON value from UTF-8; throws JsonReaderException.
    public static func parse(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(EvaluationError) -> JToken {
        try parse(utf8: bytes, readsDates: true)
    }

    /// Reads any JSON value from UTF-8; throws JsonReaderException.
    ///
    /// - Parameter readsDates: whether strings that look like dates become dates (`DateParseHandling`).
    public static func parse(utf8 bytes: UnsafeBufferPointer<UInt8>, readsDates: Bool) throws(EvaluationError) -> JToken {
        var reader = JsonReader(bytes, expecting: .token)
        reader.readsDates = readsDates
        return try reader.readDocument()
    }

    /// `JObject.Parse`: reads a JSON object; throws JsonReaderException.
    public static func parseObject(_ text: NetString) throws(EvaluationError) -> JObject {
        try text.withUTF8(throwing: parseObject(utf8:))
    }

    /// Reads a JSON object from UTF-8; throws JsonReaderException.
    public static func parseObject(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(EvaluationError) -> JObject {
        var reader = JsonReader(bytes, expecting: .object)
        // The reader refuses every other root.
        return unsafeDowncast(try reader.readDocument(), to: JObject.self)
    }

    /// `JArray.Parse`: reads a JSON array; throws JsonReaderException.
    public static func parseArray(_ text: NetString) throws(EvaluationError) -> JArray {
        try text.withUTF8(throwing: parseArray(utf8:))
    }

    /// Reads a JSON array from UTF-8; throws JsonReaderException.
    public static func parseArray(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(EvaluationError) -> JArray {
        var reader = JsonReader(bytes, expecting: .array)
        // The reader refuses every other root.
        return unsafeDowncast(try reader.readDocument(), to: JArray.self)
    }
}
