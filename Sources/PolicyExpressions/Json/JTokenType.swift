/// Newtonsoft.Json.Linq.JTokenType: the kind of a token.
public enum JTokenType: Int32, Sendable, Hashable, CaseIterable {
    /// No kind.
    case none
    /// A JObject.
    case object
    /// A JArray.
    case array
    /// A JConstructor.
    case constructor
    /// A JProperty.
    case property
    /// A comment.
    case comment
    /// A whole number.
    case integer
    /// A number with a fraction or an exponent.
    case float
    /// A string.
    case string
    /// `true` or `false`.
    case boolean
    /// `null`.
    case null
    /// `undefined`.
    case undefined
    /// A date with a time.
    case date
    /// JSON text as it stands.
    case raw
    /// Bytes, written as Base64.
    case bytes
    /// A GUID.
    case guid
    /// A URI.
    case uri
    /// A time span.
    case timeSpan

    /// The member's name in C#, such as `TimeSpan`.
    public var name: String {
        let names = [
            "None", "Object", "Array", "Constructor", "Property", "Comment", "Integer", "Float", "String", "Boolean", "Null",
            "Undefined", "Date", "Raw", "Bytes", "Guid", "Uri", "TimeSpan",
        ]
        return names[Int(rawValue)]
    }
}
