import PolicyDiagnostics

/// One member of a .NET type: what the binder must know to choose it, and how to make its evaluation node.
///
/// Parameter and result types come from the Swift closure that is its body, so declaration and body cannot drift.
struct NetMember: Sendable {
    enum Kind: Sendable { case constructor, method, property, constant, indexer, implicitConversion, explicitConversion }

    /// A parameter as C# callers see it.
    struct Parameter: Sendable {
        var name: String
        var type: TypeSymbol
        var defaultValue: NetDefault?
        var isParams = false
        /// `out` or `ref`.
        var reference = ReferenceKind.none
    }

    /// Makes the node of a call. Argument nodes have the carriers of the parameter types; the receiver comes first.
    typealias Factory = @Sendable (_ arguments: [EvaluationNode], _ typeArguments: [TypeSymbol], _ range: SourceRange) -> EvaluationNode

    var kind: Kind
    var name: String
    /// What the member does, in one line, for the reference.
    var summary: String
    var isStatic: Bool
    /// A static method whose first parameter is written in front of the dot.
    var isExtension = false
    var parameters: [Parameter]
    /// Type parameters of a generic method.
    var typeParameterCount = 0
    var result: TypeSymbol
    /// The types that the body takes, the receiver first, and gives, before type arguments replaced any.
    var bodyParameters: [TypeSymbol]
    var bodyResult: TypeSymbol
    /// The type arguments of the constructed type that the member belongs to.
    var ownerArguments: [TypeSymbol] = []
    var isAllowed = true
    var make: Factory
    /// Makes the node that stores into the property or indexer.
    var makeSetter: Factory?
    /// The value of a constant.
    var constant: NetDefault?

    /// Whether a call makes a tree of JSON tokens: parsing, a copy, `As<JObject>()`. A constructor's tree is kept as well.
    var makesTree: Bool {
        switch kind {
        case .constructor, .method: name == "Parse" || name == "DeepClone" || name == "As" || kind == .constructor && result == .jToken
        default: false
        }
    }

    /// What C# writes for it in messages: `Substring(int, int)`.
    var signature: String { "\(name)(\(parameters.map(\.type.description).joined(separator: ", ")))" }
}

/// A constant that a parameter's default or an enumeration's member can have.
enum NetDefault: Sendable, Hashable {
    case null
    case boolean(Bool)
    case int32(Int32)
    case int64(Int64)
    case double(Double)
    case char(UInt16)
    case string(NetString)
}
