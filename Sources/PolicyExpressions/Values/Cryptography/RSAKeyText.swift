/// The XML text of an RSA key (`ToXmlString`, `FromXmlString`).
enum RSAKeyText {
    static func text(of parameters: NetRSAParameters) -> String {
        let fields = NetRSAParameters.Field.allCases.compactMap { field in
            parameters.values[field].map { "<\(field.rawValue)>\(Base64.encode($0))</\(field.rawValue)>" }
        }
        return "<RSAKeyValue>\(fields.joined())</RSAKeyValue>"
    }

    /// Reads what `text` writes; throws CryptographicException for anything else.
    static func parameters(in text: NetString) throws(EvaluationError) -> NetRSAParameters {
        let parameters = NetRSAParameters()
        let content = try content(of: "RSAKeyValue", in: text.string[...])
        for field in NetRSAParameters.Field.allCases where content.contains("<\(field.rawValue)>") {
            let digits = try self.content(of: field.rawValue, in: content)
            parameters.values[field] = try Base64.decode(NetString(String(digits)))
        }
        guard parameters.values[.modulus] != nil else { throw missing("Modulus") }
        guard parameters.values[.exponent] != nil else { throw missing("Exponent") }
        return parameters
    }

    private static func content(of name: String, in text: Substring) throws(EvaluationError) -> Substring {
        guard let start = text.firstRange(of: "<\(name)>"), let end = text[start.upperBound...].firstRange(of: "</\(name)>") else {
            throw missing(name)
        }
        return text[start.upperBound..<end.lowerBound]
    }

    private static func missing(_ name: String) -> EvaluationError {
        .cryptographic("Input string does not contain a valid encoding of the 'RSA' '\(name)' parameter.")
    }
}
