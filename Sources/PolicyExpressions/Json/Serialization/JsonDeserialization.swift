/// What `JsonConvert.DeserializeObject<T>` and `JToken.ToObject<T>` make of JSON.
///
/// A text is read into a tree first, in which numbers and texts are kept as they were written (see
/// `JsonReader.keepsNumberText`): a `string` wants the digits, a `decimal` all of them, and only `object` a date.
struct JsonDeserialization {
    /// Where the tree comes from, which decides how leniently its values convert.
    private enum Source {
        /// A text, in which mistakes are located.
        case text(NetString)
        /// A tree that the expression had.
        case tree
    }

    private let source: Source
    private let settings: JsonSerializerSettings

    /// `JsonConvert.DeserializeObject<T>`.
    static func value(
        ofText json: NetString, as type: TypeSymbol, settings: JsonSerializerSettings?, _ frame: inout Frame
    ) throws(EvaluationError) -> Value {
        let deserialization = JsonDeserialization(source: .text(json), settings: settings ?? JsonSerializerSettings())
        try frame.allocate(json.utf8Count)
        guard let token = try JToken.parseToDeserialize(json) else { return try deserialization.nothing(as: type) }
        return try deserialization.value(of: token, as: type, &frame)
    }

    private func nothing(as type: TypeSymbol) throws(EvaluationError) -> Value {
        if type.isReferenceType || type != type.unwrapped { return .null }
        throw .jsonSerialization("No JSON content found and type '\(type.fullName)' is not nullable. Path '', line 0, position 0.")
    }

    /// `token.ToObject<T>()`.
    static func value(of token: JToken, as type: TypeSymbol, _ frame: inout Frame) throws(EvaluationError) -> Value {
        let target = type.unwrapped
        if target.isEnumeration, token.tokenType == .integer, let number = (token as? JValue)?.scalar {
            return .enumeration(NetEnumeration(type: target, rawValue: Int32(truncatingIfNeeded: try number.integer("Int64") as Int64)))
        }
        if let simple = try JsonSimpleType(target)?.cast(token, isNullable: type != target) { return simple }
        return try JsonDeserialization(source: .tree, settings: JsonSerializerSettings()).value(of: token, as: type, &frame)
    }

    private func value(of token: JToken, as type: TypeSymbol, _ frame: inout Frame) throws(EvaluationError) -> Value {
        try frame.step()
        try frame.allocate(JToken.approximateSize)
        if type.inherits(from: .jToken) { return try self.token(token, as: type) }
        if type == .object || type == .dynamic { return try untyped(token) }
        if let simple = JsonSimpleType(type.unwrapped) { return try self.simple(token, simple, type) }
        if token.tokenType == .null || token.tokenType == .undefined { return try nothing(as: type) }
        return try collection(token, type, &frame)
    }

    // MARK: Tokens

    private func token(_ token: JToken, as type: TypeSymbol) throws(EvaluationError) -> Value {
        if token.tokenType == .null, type != .jToken, type != .jValue { return .null }
        let copy = try own(token)
        guard copy.type.inherits(from: type) else { throw .invalidCast(.object(copy), to: type) }
        return .object(copy)
    }

    private func untyped(_ token: JToken) throws(EvaluationError) -> Value {
        let own = try own(token)
        if let value = own as? JValue { return Value(value.scalar) }
        return .object(own)
    }

    /// The token for whoever asked: what a text held becomes what parsing makes of it, and a tree is copied.
    private func own(_ token: JToken) throws(EvaluationError) -> JToken {
        guard case .text = source else { return try token.deepClone() }
        // A part that is to stand alone has no parent.
        let detached = token.parent == nil ? token : try token.deepClone()
        for value in detached.descendants(includingSelf: true) {
            if let value = value as? JValue { value.scalar = try JsonNumberText.parsed(value.scalar, settings) }
        }
        return detached
    }

    // MARK: Simple values

    private func simple(_ token: JToken, _ target: JsonSimpleType, _ type: TypeSymbol) throws(EvaluationError) -> Value {
        let isNullable = type.isReferenceType || type != type.unwrapped
        guard let value = token as? JValue else { throw refusal(of: token, as: type, target) }
        if isNullable, value.scalar.isNull { return .null }
        if isNullable, type != .string, case .string(let text) = value.scalar, text.isEmpty { return .null }
        do {
            switch source {
            case .text: return try target.read(value.scalar, type: type, settings)
            case .tree: return try target.convert(value.scalar, type: type)
            }
        } catch { throw located(error, token) }
    }

    // MARK: Collections

    private func collection(_ token: JToken, _ type: TypeSymbol, _ frame: inout Frame) throws(EvaluationError) -> Value {
        if case .array(let element, rank: 1) = type {
            return .object(NetArray(type: type, items: try elements(of: token, element, type, &frame)))
        }
        guard case .named(let definition, let arguments) = type else { throw unsupported(type) }
        if arguments.count == 1, type.isList {
            let list = NetList(type: .list(of: arguments[0]), items: try elements(of: token, arguments[0], type, &frame))
            return .object(list)
        }
        if arguments.count == 2, type.isDictionary { return .object(try dictionary(of: token, arguments, type, &frame)) }
        if definition === NetType.keyValuePair { return .object(try pair(of: token, arguments, type, &frame)) }
        throw unsupported(type)
    }

    private func unsupported(_ type: TypeSymbol) -> EvaluationError {
        .notSupported("JSON cannot be read as an object of type '\(type.fullName)' here.")
    }

    private func elements(
        of token: JToken, _ element: TypeSymbol, _ type: TypeSymbol, _ frame: inout Frame
    ) throws(EvaluationError) -> [Value] {
        guard let array = token as? JArray else { throw refusal(of: token, as: type, "JSON array (e.g. [1,2,3])") }
        var values: [Value] = []
        for item in array.items { values.append(try value(of: item, as: element, &frame)) }
        return values
    }

    private func dictionary(
        of token: JToken, _ arguments: [TypeSymbol], _ type: TypeSymbol, _ frame: inout Frame
    ) throws(EvaluationError) -> NetDictionary {
        guard let object = token as? JObject else { throw refusal(of: token, as: type, Self.objectDescription) }
        let dictionary = NetDictionary(type: .dictionary(arguments[0], arguments[1]))
        for property in object.properties {
            let key = try self.key(property, as: arguments[0])
            dictionary[key] = try value(of: property.value, as: arguments[1], &frame)
        }
        return dictionary
    }

    private func key(_ property: JProperty, as type: TypeSymbol) throws(EvaluationError) -> Value {
        if type == .string || type == .object { return .string(property.name) }
        let key = try? JsonSimpleType(type)?.convert(.string(property.name), type: type)
        guard let key else {
            let message =
                "Could not convert string '\(property.name.string)' to dictionary key type '\(type.fullName)'. "
                + "Create a TypeConverter to convert from the string to the key type object."
            throw located(.jsonSerialization(message), property)
        }
        return key
    }

    private func pair(
        of token: JToken, _ arguments: [TypeSymbol], _ type: TypeSymbol, _ frame: inout Frame
    ) throws(EvaluationError) -> NetKeyValuePair {
        guard let object = token as? JObject else { throw refusal(of: token, as: type, Self.objectDescription) }
        func part(_ name: NetString, _ type: TypeSymbol) throws(EvaluationError) -> Value {
            guard let member = object.value(named: name, where: { $0.equalsIgnoreCase(name) }) else { return Value.zero(of: type) ?? .null }
            return try value(of: member, as: type, &frame)
        }
        return NetKeyValuePair(type: type, key: try part("Key", arguments[0]), value: try part("Value", arguments[1]))
    }
}

extension JsonDeserialization {
    private static let objectDescription = #"JSON object (e.g. {"name":"value"})"#

    /// The exception of a container in the place of a simple value.
    private func refusal(of token: JToken, as type: TypeSymbol, _ target: JsonSimpleType) -> EvaluationError {
        let start = token.tokenType == .array ? "[" : "{"
        switch (source, target.isReadDirectly) {
        case (.text, true): return located(.jsonReader("Unexpected character encountered while parsing value: \(start)."), token)
        case (.tree, true):
            let kind = token.tokenType == .array ? "StartArray" : "StartObject"
            return located(.jsonReader("Error reading \(target.netName). Unexpected token: \(kind)."), token)
        case (_, false): return refusal(of: token, as: type, "JSON primitive value (e.g. string, number, boolean, null)")
        }
    }

    /// The exception of a value of another shape than the type needs.
    private func refusal(of token: JToken, as type: TypeSymbol, _ needed: String) -> EvaluationError {
        guard let container = token as? JContainer else {
            let printed = (token as? JValue)?.scalar.printed ?? "{null}"
            return located(.jsonSerialization("Error converting value \(printed) to type '\(type.fullName)'."), token)
        }
        let isArray = container.tokenType == .array
        let found = isArray ? "JSON array (e.g. [1,2,3])" : Self.objectDescription
        let change =
            isArray
            ? "an array or a type that implements a collection interface (e.g. ICollection, IList) like List<T> that can be deserialized "
                + "from a JSON array. JsonArrayAttribute can also be added to the type to force it to deserialize from a JSON array."
            : "so that it is a normal .NET type (e.g. not a primitive type like integer, not a collection type like an array or List<T>) "
                + "that can be deserialized from a JSON object. JsonObjectAttribute can also be added to the type to force it to "
                + "deserialize from a JSON object."
        let message =
            "Cannot deserialize the current \(found) into type '\(type.fullName)' because the type requires a \(needed) to deserialize "
            + "correctly.\nTo fix this error either change the JSON to a \(needed) or change the deserialized type "
            + (isArray ? "to " : "") + change + "\n"
        return located(.jsonSerialization(message), token)
    }

    /// The exception with the path of the token and, in a text, line and column behind it.
    private func located(_ error: EvaluationError, _ token: JToken) -> EvaluationError {
        guard error.exceptionType.hasPrefix("Newtonsoft.Json.") else { return error }
        let path = token.path.string
        var place = "Path '\(path)'"
        if case .text(let text) = source, let (line, column) = text.withUTF8({ JsonReader.place(behindValueAt: path, in: $0) }) {
            place += ", line \(line), position \(column)"
        }
        let separator = error.message.hasSuffix("\n") ? "" : " "
        return EvaluationError(exceptionType: error.exceptionType, message: "\(error.message)\(separator)\(place).")
    }
}

extension TypeSymbol {
    /// Whether a `List` can be given for the type.
    fileprivate var isList: Bool { TypeSymbol.list(of: typeArguments[0]).inherits(from: self) }

    /// Whether a `Dictionary` can be given for the type.
    fileprivate var isDictionary: Bool { TypeSymbol.dictionary(typeArguments[0], typeArguments[1]).inherits(from: self) }
}
