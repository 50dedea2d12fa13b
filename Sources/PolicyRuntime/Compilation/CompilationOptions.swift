/// What a compilation takes for granted, and how strict it is.
public struct CompilationOptions: Sendable, Hashable {
    /// Whether a named value without a value is some unknown text instead of an error: the value it stands in is not
    /// checked further, and the result cannot run.
    public var assumesNamedValues = false
    /// Whether fragments, backends, certificates and the like that a document names are taken as given.
    public var assumesEntities = false
    /// Whether a .NET type or member that APIM does not allow is an error instead of a warning.
    public var isStrictAboutTypes = false
    /// Whether observers are told which policies, branches, statements and values a run reaches: for coverage and reports.
    /// Without it nothing is counted, and nothing is slower.
    public var measuresCoverage = false

    /// Makes the options of a gateway: nothing is assumed, and what works is allowed.
    public init() {}
}
