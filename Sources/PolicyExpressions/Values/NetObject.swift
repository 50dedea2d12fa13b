/// An instance of a .NET reference type other than `System.String`: a JSON token, a list, a part of `context`.
///
/// Objects belong to one evaluation at a time, as .NET's do to one thread; they are not Sendable.
public class NetObject {
    /// Makes an object.
    public init() {}

    /// The type that `GetType()` would give.
    public var type: TypeSymbol { .object }

    /// `ToString()`: the type's name, unless a class has a text of its own.
    func invariantText() throws(EvaluationError) -> NetString { NetString(type.fullName) }

    /// `IFormattable.ToString(format, provider)`; classes without formats give their text.
    func invariantText(format: NetString?) throws(EvaluationError) -> NetString { try invariantText() }

    /// How deeply the object's elements nest, of one that is compared or printed by its elements.
    var structuralNesting: StructuralNesting? { nil }

    /// The values that equal objects share, of one whose equality is not that of its identity: a tuple's items, a version's numbers.
    var comparedItems: [Value]? { nil }

    /// `IDisposable.Dispose()`: nothing, unless a class has something to give back.
    func dispose() {}

    /// Walks through the elements until the visit gives false; false when it did. Counts a step for every element.
    ///
    /// - Throws: `System.InvalidCastException` where there are no elements, and whatever making an element or the visit
    ///   throws.
    func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        try Enumeration.walk(self, &frame, visit)
    }
}

extension NetObject {
    /// The object as a class of ours; nil for another one.
    ///
    /// What the binder proved is nearly always the very class, and comparing costs less than a cast.
    @inline(__always)
    func cast<Class: NetObject>(to wanted: Class.Type) -> Class? {
        Swift.type(of: self) == wanted ? unsafeDowncast(self, to: wanted) : self as? Class
    }
}
