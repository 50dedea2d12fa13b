/// What `JsonConvert.SerializeObject` and `JToken.FromObject` make of an object.
///
/// Everything is written as a tree of tokens first; the tree of a token that is serialized is the token itself.
struct JsonSerialization {
    private let settings: JsonSerializerSettings
    /// The objects that are being written around the one at hand, so that none is written into itself.
    private var open: [NetObject] = []

    private init(_ settings: JsonSerializerSettings?) { self.settings = settings ?? JsonSerializerSettings() }

    /// `JsonConvert.SerializeObject`.
    static func text(
        of value: Value, settings: JsonSerializerSettings? = nil, formatting: JsonFormatting? = nil, _ frame: inout Frame
    ) throws(EvaluationError) -> NetString {
        var serialization = JsonSerialization(settings)
        let token = try serialization.token(of: value, &frame)
        let chosen = formatting ?? serialization.settings.formatting
        let used = serialization.settings
        var writer = JsonWriter(isIndented: chosen == .indented, escaping: used.stringEscaping, dates: used.dateForm)
        try writer.write(token)
        let text = writer.text
        try frame.allocate(text.utf8Count)
        return text
    }

    /// `JToken.FromObject`.
    static func token(fromObject value: Value, _ frame: inout Frame) throws(EvaluationError) -> JToken {
        if value.isNull { throw .argumentNull("o") }
        var serialization = JsonSerialization(nil)
        let token = try serialization.token(of: value, &frame)
        if case .object(let object as JToken) = value, object === token { return try token.deepClone() }
        return token
    }

    private mutating func token(of value: Value, _ frame: inout Frame) throws(EvaluationError) -> JToken {
        try frame.allocate(JToken.approximateSize)
        if let scalar = Self.scalar(of: value) { return JValue(scalar) }
        guard case .object(let object) = value else { return JValue(.null) }
        if let token = object as? JToken { return token }
        if let text = try simpleText(of: object) { return JValue(text) }
        if let node = object as? XNode { return try XmlToJson.object(of: node, &frame) }
        return try container(of: object, &frame)
    }

    /// The text of an object that is written as a string.
    private func simpleText(of object: NetObject) throws(EvaluationError) -> NetString? {
        switch object {
        case let uri as NetUri: uri.original
        case let version as NetVersion: version.invariantText()
        default: nil
        }
    }

    /// The content for a value that JSON knows as one; a character is a string and an enumeration a number.
    private static func scalar(of value: Value) -> JsonScalar? {
        switch value {
        case .char(let unit): .string(NetString(unit))
        case .enumeration(let value): .sizedInteger(Int64(value.rawValue), .int32)
        default: JsonScalar(value)
        }
    }

    private mutating func container(of object: NetObject, _ frame: inout Frame) throws(EvaluationError) -> JToken {
        guard !open.contains(where: { $0 === object }) else {
            throw .jsonSerialization("Self referencing loop detected with type '\(object.type.fullName)'. Path ''.")
        }
        try JToken.checkHeight(2 * open.count)
        open.append(object)
        defer { open.removeLast() }
        if let entries = JsonContract.entries(of: object) { return try self.object(of: entries, &frame) }
        if let array = object as? NetArray, array.lengths.count > 1 { return try matrix(array.items[...], array.lengths[...], &frame) }
        if object.isEnumerable { return try array(of: object, &frame) }
        guard let members = JsonContract.members(of: object) else {
            throw .notSupported("Objects of type '\(object.type.fullName)' cannot be written as JSON here.")
        }
        return try self.object(of: members.filter { !leavesOut($0.value) }, &frame)
    }

    private func leavesOut(_ value: Value) -> Bool {
        if value.isNull, settings.nullHandling == .ignore { return true }
        guard settings.defaultHandling == .ignore || settings.defaultHandling == .ignoreAndPopulate else { return false }
        return value.isNull || Value.zero(of: value.type) == value
    }

    private mutating func object(of entries: [JsonContract.Member], _ frame: inout Frame) throws(EvaluationError) -> JObject {
        let object = JObject()
        for entry in entries {
            try frame.step()
            let value = try token(of: entry.value, &frame)
            // A dictionary's keys can have the same text; the last value counts, as when the text is read again.
            try object.setValue(value, forKey: entry.name)
        }
        return object
    }

    /// An array of several dimensions, as arrays of arrays.
    private mutating func matrix(
        _ items: ArraySlice<Value>, _ lengths: ArraySlice<Int>, _ frame: inout Frame
    ) throws(EvaluationError) -> JArray {
        let array = JArray()
        guard let length = lengths.first, length > 0 else { return array }
        let width = items.count / length
        for row in 0..<length {
            let start = items.startIndex + row * width
            let part = items[start..<start + width]
            let element = lengths.count > 1 ? try matrix(part, lengths.dropFirst(), &frame) : try token(of: part.first ?? .null, &frame)
            try array.add(element)
        }
        return array
    }

    private mutating func array(of object: NetObject, _ frame: inout Frame) throws(EvaluationError) -> JArray {
        var elements: [Value] = []
        _ = try object.walk(&frame) { (element, frame) throws(EvaluationError) -> Bool in
            try frame.allocate(JToken.approximateSize)
            elements.append(element)
            return true
        }
        let array = JArray()
        for element in elements { try array.add(try token(of: element, &frame)) }
        return array
    }
}
