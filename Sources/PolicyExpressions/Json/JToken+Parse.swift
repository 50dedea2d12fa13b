extension JToken {
    /// `JToken.Parse`: reads any JSON value; throws JsonReaderException.
    public static func parse(_ text: NetString) throws(EvaluationError) -> JToken { try parse(text, settings: nil) }

    /// `JToken.Parse` with settings.
    public static func parse(_ text: NetString, settings: JsonLoadSettings?) throws(EvaluationError) -> JToken {
        try text.withUTF8 { bytes throws(EvaluationError) -> JToken in
            try read(bytes, expecting: .token, comments: settings?.commentHandling)
        }
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
    public static func parseObject(_ text: NetString) throws(EvaluationError) -> JObject { try parseObject(text, settings: nil) }

    /// `JObject.Parse` with settings.
    public static func parseObject(_ text: NetString, settings: JsonLoadSettings?) throws(EvaluationError) -> JObject {
        try text.withUTF8 { bytes throws(EvaluationError) -> JObject in
            // The reader refuses every other root.
            unsafeDowncast(try read(bytes, expecting: .object, comments: settings?.commentHandling), to: JObject.self)
        }
    }

    /// Reads a JSON object from UTF-8; throws JsonReaderException.
    public static func parseObject(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(EvaluationError) -> JObject {
        unsafeDowncast(try read(bytes, expecting: .object), to: JObject.self)
    }

    /// `JArray.Parse`: reads a JSON array; throws JsonReaderException.
    public static func parseArray(_ text: NetString) throws(EvaluationError) -> JArray { try parseArray(text, settings: nil) }

    /// `JArray.Parse` with settings.
    public static func parseArray(_ text: NetString, settings: JsonLoadSettings?) throws(EvaluationError) -> JArray {
        try text.withUTF8 { bytes throws(EvaluationError) -> JArray in
            // The reader refuses every other root.
            unsafeDowncast(try read(bytes, expecting: .array, comments: settings?.commentHandling), to: JArray.self)
        }
    }

    /// Reads a JSON array from UTF-8; throws JsonReaderException.
    public static func parseArray(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(EvaluationError) -> JArray {
        unsafeDowncast(try read(bytes, expecting: .array), to: JArray.self)
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, expecting root: JsonReader.Root, comments: JsonLoadSettings.CommentHandling? = nil
    ) throws(EvaluationError) -> JToken {
        var reader = JsonReader(bytes, expecting: root)
        reader.comments = comments
        return try reader.readDocument()
    }

    /// The tree that `JsonDeserialization` reads, in which numbers and texts are as they were written; nil for an empty text.
    static func parseToDeserialize(_ text: NetString) throws(EvaluationError) -> JToken? {
        try text.withUTF8 { bytes throws(EvaluationError) -> JToken? in
            var reader = JsonReader(bytes, expecting: .token)
            reader.readsDates = false
            reader.keepsNumberText = true
            reader.comments = .ignore
            guard reader.skipWhiteSpace() else { return nil }
            return try reader.readDocument()
        }
    }
}
