import Foundation
import PolicyDiagnostics
import PolicyExpressions

extension RecordedBody {
    /// Names in the order in which they first appear, each with all of its values.
    static func json(of fields: [(name: String, value: String)]) -> JSON {
        var members: [JSON.Member] = []
        for (name, value) in fields {
            if let index = members.firstIndex(where: { $0.name.equalsIgnoringCase(name) }), case .array(let values) = members[index].value {
                members[index].value = .array(values + [.string(value)])
            } else {
                members.append(JSON.Member(name, [.string(value)]))
            }
        }
        return .object(members)
    }

    /// A body as the file formats write it, so that reading gives the same bytes: `{"json": …}` where that is exact, a text, or base 64.
    static func json(of bytes: [UInt8]) -> JSON {
        guard let text = String(validating: bytes, as: UTF8.self) else { return ["base64": .string(Data(bytes).base64EncodedString())] }
        if let json = parsed(text), json.isStructure, json.compactText == text { return ["json": json] }
        return .string(text)
    }

    /// The JSON that a text holds.
    static func parsed(_ text: String) -> JSON? { try? JSONReader.read(SourceText(name: "", text: text)).json }
}
