import PolicyDiagnostics
import PolicyExpressions

extension RecordedContextReader {
    /// Reads `{"name": {"type": "int", "value": 1}}`.
    mutating func variables(_ json: LocatedJSON) throws(Diagnostic) -> [(name: String, value: RecordedValue)] {
        var result: [(name: String, value: RecordedValue)] = []
        for member in try json.members("variables") {
            let value = try variable(member)
            if let reason = Self.failure(of: value) {
                warn("not-implemented", "the variable '\(member.name)' is left out: \(reason)", at: member.nameSpan)
            }
            result.append((member.name, value))
        }
        return result
    }

    private static func failure(of value: RecordedValue) -> String? {
        do {
            _ = try value.makeValue()
            return nil
        } catch {
            return error.message
        }
    }

    private mutating func variable(_ member: LocatedJSON.Member) throws(Diagnostic) -> RecordedValue {
        try know(["type", "value"], member.value, "a variable")
        guard let type = member.value["type"] else {
            throw Diagnostic("missing-member", .error, "the variable '\(member.name)' has no type", at: member.nameSpan)
        }
        let name = try type.text("type")
        guard let value = member.value["value"] else {
            if name == "null" { return .null }
            throw Diagnostic("missing-member", .error, "the variable '\(member.name)' has no value", at: member.nameSpan)
        }
        return try recorded(value, ofType: name, at: type)
    }

    private mutating func recorded(
        _ value: LocatedJSON, ofType type: String, at place: LocatedJSON
    ) throws(Diagnostic) -> RecordedValue {
        switch type {
        case "string": .string(try value.text("value"))
        case "bool": .boolean(try value.boolean("value"))
        case "int": .int32(try integer(value))
        case "long": .int64(Int64(try value.integer("value")))
        case "double": .double(try value.double("value"))
        case "decimal": .decimal(try digits(value))
        case "JObject", "JArray", "JToken", "JValue": .json(try jsonText(value))
        case "DateTime": .date(try date(value, "value"))
        case "Guid": .guid(try guid(value))
        case "string[]": .strings(try strings(value))
        case "byte[]": .bytes(try RecordedBody.base64(value))
        case "Dictionary<string,string>": .dictionary(try texts(value, "value"))
        case "IResponse": .response(try response(value))
        case "Jwt": .token(try value.text("value"))
        default: throw Self.unknownType(type, at: place)
        }
    }

    private static let typeNames = [
        "null", "string", "bool", "int", "long", "double", "decimal", "JObject", "JArray", "JToken", "JValue", "DateTime", "Guid",
        "string[]", "byte[]", "Dictionary<string,string>", "IResponse", "Jwt",
    ]

    private static func unknownType(_ type: String, at place: LocatedJSON) -> Diagnostic {
        Diagnostic(
            "unknown-type", .error, "a recorded variable cannot be of type '\(type)'", at: place.span,
            hint: didYouMean(type, among: typeNames) ?? "known are \(typeNames.joined(separator: ", "))")
    }

    private func integer(_ json: LocatedJSON) throws(Diagnostic) -> Int32 {
        guard let value = Int32(exactly: try json.integer("value")) else { throw json.mismatch("value", "a 32-bit integer") }
        return value
    }

    private func digits(_ json: LocatedJSON) throws(Diagnostic) -> String {
        let text: String
        if case .number(let digits) = json.kind { text = digits } else { text = try json.text("value") }
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            throw json.mismatch("value", "a decimal number such as \"12.50\"")
        }
        return text
    }

    private func guid(_ json: LocatedJSON) throws(Diagnostic) -> NetGuid {
        guard let guid = NetGuid(try json.text("value")) else { throw json.mismatch("value", "a GUID") }
        return guid
    }

    private func strings(_ json: LocatedJSON) throws(Diagnostic) -> [String] {
        var result: [String] = []
        for element in try json.array("value") { result.append(try element.text("an element")) }
        return result
    }

    /// JSON as text of a document of its own, or as it stands.
    private func jsonText(_ json: LocatedJSON) throws(Diagnostic) -> String {
        if case .string(let text) = json.kind { return text }
        return json.json.compactText
    }
}
