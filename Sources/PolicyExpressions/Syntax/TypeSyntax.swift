import PolicyDiagnostics

/// A type as written.
struct TypeSyntax: Sendable {
    let kind: Kind
    let range: SourceRange
    /// As `ExpressionSyntax.height`.
    let height: UInt16

    indirect enum Kind: Sendable {
        case predefined(PredefinedTypeSyntax)
        /// `global::A.B<int>.C`; `var` and `dynamic` are names as well.
        case named(alias: IdentifierSyntax?, [SimpleNameSyntax])
        /// `T[,][]`: the rank of every pair of brackets from left to right, here 2 and 1.
        case array(TypeSyntax, ranks: [Int])
        case nullable(TypeSyntax)
        case tuple([TupleElementSyntax])
        /// The argument left out in `List<>`.
        case omitted
        /// What error recovery left out; a diagnostic was reported.
        case missing
    }

    /// Whether it is the bare word `var`.
    var isVar: Bool {
        guard case .named(nil, let parts) = kind, parts.count == 1, parts[0].typeArguments == nil else { return false }
        return parts[0].text == "var" && !parts[0].identifier.isVerbatim
    }
}

/// An element of a tuple type.
struct TupleElementSyntax: Sendable {
    let type: TypeSyntax
    let name: IdentifierSyntax?
}

/// A type that has a keyword.
enum PredefinedTypeSyntax: String, Sendable {
    case bool, byte, sbyte, short, ushort, int, uint, long, ulong, char, float, double, decimal, string, object, void
}
