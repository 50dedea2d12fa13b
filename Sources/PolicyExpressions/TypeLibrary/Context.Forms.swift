extension NetMember {
    /// Extension methods that write the names and values of a form.
    static var formExtensions: [NetMember] {
        [
            .extensionMethod(
                "ToFormUrlEncodedContent", "The names and values as the content of a form.", ["dictionary"],
                NetBody(framed: { (frame: inout Frame, form: FormContent) throws(EvaluationError) -> NetString in
                    try form.encoded(&frame)
                })),
            .extensionMethod(
                "ToQueryString", "The names and values as a query string with its question mark; null when there are none.",
                ["dictionary"],
                NetBody(framed: { (frame: inout Frame, form: FormContent) throws(EvaluationError) -> NetString? in
                    let text = try form.encoded(&frame)
                    return text.utf8Count == 0 ? nil : NetString.concatenate(["?", text])
                })),
        ]
    }
}

extension FormContent {
    /// `name=value` joined by `&`, a space as `+`.
    fileprivate func encoded(_ frame: inout Frame) throws(EvaluationError) -> NetString {
        guard let dictionary = object as? NetDictionary else { throw .nullReference }
        var fields: [String] = []
        for (key, values) in dictionary.entries {
            guard case .object(let list) = values else { continue }
            let name = Self.encoded(try ValueText.text(of: key).string)
            _ = try list.walk(&frame) { (value: Value, _) throws(EvaluationError) -> Bool in
                fields.append(name + "=" + Self.encoded(try ValueText.text(of: value).string))
                return true
            }
        }
        return NetString(fields.joined(separator: "&"))
    }

    private static func encoded(_ text: String) -> String {
        QueryParameters.encode(text).split(separator: "%20", omittingEmptySubsequences: false).joined(separator: "+")
    }
}
