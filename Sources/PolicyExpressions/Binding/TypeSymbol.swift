/// A .NET type as the binder sees it: a type of the library, perhaps constructed of others, or one of C#'s own.
public indirect enum TypeSymbol: Sendable, Hashable {
    /// A type of the library with its type arguments.
    case named(NetType, [TypeSymbol])
    /// `T[]`, `T[,]`.
    case array(TypeSymbol, rank: Int)
    /// `T?` of a value type.
    case nullable(TypeSymbol)
    /// A tuple; names are nil where the element has none.
    case tuple([TypeSymbol], names: [String?])
    /// `new { … }`.
    case anonymous([AnonymousMember])
    /// The type parameter of a generic member or type, by its place; method parameters count behind the type's own.
    case typeParameter(Int)
    /// The type of the literal `null`.
    case null
    /// The return type of a method that returns nothing.
    case void
    /// `dynamic`.
    case dynamic
    /// A type that could not be found; every operation on it is allowed and stays silent, so that one cause gives one message.
    case error

    /// A member of an anonymous type.
    public struct AnonymousMember: Sendable, Hashable {
        /// The member's name.
        public var name: String
        /// The member's type.
        public var type: TypeSymbol
    }
}
