/// An instance of a .NET reference type other than `System.String`: a JSON token, a list, a part of `context`.
///
/// Objects belong to one evaluation at a time, as .NET's do to one thread; they are not Sendable.
public class NetObject {
    /// Makes an object.
    public init() {}

    /// The type that `GetType()` would give.
    public var type: TypeSymbol { .object }
}
