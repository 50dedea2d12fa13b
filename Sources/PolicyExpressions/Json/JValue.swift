/// Newtonsoft.Json.Linq.JValue: a token without children.
public class JValue: JToken {
    /// What the token holds.
    public final var scalar: JsonScalar

    /// Makes a token.
    public init(_ scalar: JsonScalar) {
        self.scalar = scalar
        super.init(isContainer: false)
    }

    /// Makes a string token, or `null` of a null string: the implicit conversion of C#.
    public convenience init(_ string: NetString?) { self.init(string.map { .string($0) } ?? .null) }
    /// Makes an integer token.
    public convenience init(_ integer: Int64) { self.init(.integer(integer)) }
    /// Makes an integer token, whatever its size.
    public convenience init(_ integer: UInt64) { self.init(JsonScalar(integer)) }
    /// Makes a float token.
    public convenience init(_ number: Double) { self.init(.float(number)) }
    /// Makes a float token of single precision.
    public convenience init(_ number: Float) { self.init(.single(number)) }
    /// Makes a float token of a decimal.
    public convenience init(_ number: NetDecimal) { self.init(.decimal(number)) }
    /// Makes a boolean token.
    public convenience init(_ boolean: Bool) { self.init(.boolean(boolean)) }
    /// Makes a date token.
    public convenience init(_ date: NetDateTime) { self.init(.date(date)) }

    /// A new `null` token.
    public static func null() -> JValue { JValue(.null) }

    public override var tokenType: JTokenType { scalar.tokenType }

    override func clone(depth: Int) -> JToken { JValue(scalar) }

    override func hasEqualContent(_ other: JToken, depth: Int) -> Bool {
        guard let other = other as? JValue else { return false }
        return isEqual(to: other)
    }

    /// `Equals`: the same kind and the same value; floats within Newtonsoft's tolerance.
    public final func isEqual(to other: JValue) -> Bool {
        tokenType == other.tokenType && scalar.equals(other.scalar)
    }
}

/// Newtonsoft.Json.Linq.JRaw: JSON text that is written as it stands.
public final class JRaw: JValue {
    /// Makes a token of JSON text.
    public init(_ text: NetString?) { super.init(text.map { .raw($0) } ?? .typedNull(.raw)) }

    private init(content: JsonScalar) { super.init(content) }

    override func clone(depth: Int) -> JToken { JRaw(content: scalar) }
}
