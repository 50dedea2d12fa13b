/// Newtonsoft.Json.Linq.JValue: a token without children.
public class JValue: JToken {
    /// What the token holds.
    public final var scalar: JsonScalar

    /// Makes a token.
    public init(_ scalar: JsonScalar) { self.scalar = scalar }

    public override var tokenType: JTokenType { scalar.tokenType }

    override func clone(depth: Int) -> JToken { JValue(scalar) }

    /// A new `null` token.
    public static func null() -> JValue { JValue(.null) }

    /// Makes a string token, or `null` of a null string: the implicit conversion of C#.
    public convenience init(_ string: NetString?) { self.init(string.map { .string($0) } ?? .null) }
    /// Makes an integer token.
    public convenience init(_ integer: Int64) { self.init(.integer(integer)) }
    /// Makes a float token.
    public convenience init(_ number: Double) { self.init(.float(number)) }
    /// Makes a float token of a decimal.
    public convenience init(_ number: NetDecimal) { self.init(.decimal(number)) }
    /// Makes a boolean token.
    public convenience init(_ boolean: Bool) { self.init(.boolean(boolean)) }
}

/// Newtonsoft.Json.Linq.JRaw: JSON text that is written as it stands.
public final class JRaw: JValue {
    /// Makes a token of JSON text.
    public init(_ text: NetString) { super.init(.raw(text)) }

    override func clone(depth: Int) -> JToken {
        guard case .raw(let text) = scalar else { return JValue(scalar) }
        return JRaw(text)
    }
}
