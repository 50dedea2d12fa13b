import Foundation
import PolicyDiagnostics

/// Bodies and header fields as the file formats write them.
enum RecordedBody {
    /// A text; `{"json": …}`, written without white space; or `{"base64": "…"}`.
    static func bytes(_ json: LocatedJSON) throws(Diagnostic) -> [UInt8] {
        if case .string(let text) = json.kind { return Array(text.utf8) }
        guard case .object(let members) = json.kind, members.count == 1 else {
            throw json.mismatch("body", "a text, {\"json\": …} or {\"base64\": …}")
        }
        switch members[0].name {
        case "json": return Array(members[0].value.json.compactText.utf8)
        case "base64": return try base64(members[0].value)
        default: throw json.mismatch("body", "a text, {\"json\": …} or {\"base64\": …}")
        }
    }

    static func base64(_ json: LocatedJSON) throws(Diagnostic) -> [UInt8] {
        guard let data = Data(base64Encoded: try json.text("base64")) else { throw json.mismatch("base64", "base 64") }
        return Array(data)
    }

    /// `{"Name": ["value", "value"]}` or `{"Name": "value"}`.
    static func headerFields(_ json: LocatedJSON) throws(Diagnostic) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for member in try json.members("headers") {
            if case .string(let value) = member.value.kind {
                fields.append((member.name, value))
            } else {
                for value in try member.value.array(member.name) { fields.append((member.name, try value.text(member.name))) }
            }
        }
        return fields
    }
}
