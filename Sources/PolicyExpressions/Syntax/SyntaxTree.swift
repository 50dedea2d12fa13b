import PolicyDiagnostics

/// An expression as written. Ranges count UTF-8 bytes of the expression's code text.
struct ExpressionSyntax: Sendable {
    let kind: Kind
    let range: SourceRange
    /// Nodes on the longest way down to a leaf, this one included. The parser keeps it under `ParserOptions.heightLimit`,
    /// so whoever walks the tree may recurse.
    let height: UInt16

    indirect enum Kind: Sendable {
        case literal(LiteralSyntax)
        case interpolatedString([InterpolatedStringPartSyntax])
        /// An identifier, perhaps with type arguments.
        case name(SimpleNameSyntax)
        /// `int` in `int.Parse`.
        case predefinedType(PredefinedTypeSyntax)
        /// `global::System`.
        case aliasQualifiedName(alias: IdentifierSyntax, SimpleNameSyntax)
        case memberAccess(ExpressionSyntax, SimpleNameSyntax)
        /// `a?.b.c`: the second expression's leftmost leaf is a member or an element binding.
        case conditionalAccess(ExpressionSyntax, whenNotNull: ExpressionSyntax)
        /// `.b` in `a?.b`.
        case memberBinding(SimpleNameSyntax)
        /// `[0]` in `a?[0]`.
        case elementBinding([ArgumentSyntax])
        case invocation(ExpressionSyntax, [ArgumentSyntax])
        case elementAccess(ExpressionSyntax, [ArgumentSyntax])
        case prefixUnary(PrefixUnaryOperator, ExpressionSyntax)
        case postfixUnary(ExpressionSyntax, PostfixUnaryOperator)
        case binary(ExpressionSyntax, BinaryOperator, ExpressionSyntax)
        case assignment(ExpressionSyntax, AssignmentOperator, ExpressionSyntax)
        case conditional(ExpressionSyntax, whenTrue: ExpressionSyntax, whenFalse: ExpressionSyntax)
        case cast(TypeSyntax, ExpressionSyntax)
        /// `x is T` (a type pattern, which may turn out to name a constant), `x is 5`, `x is T y`.
        case isPattern(ExpressionSyntax, PatternSyntax)
        case asType(ExpressionSyntax, TypeSyntax)
        /// `arguments` is nil in `new T { … }`.
        case objectCreation(TypeSyntax, arguments: [ArgumentSyntax]?, InitializerSyntax?)
        case anonymousObjectCreation([AnonymousMemberSyntax])
        /// `new T[2, 3][]`: `sizes` holds 2 and 3; `ranks` holds the rank of every pair of brackets, here 2 and 1.
        /// `sizes` is empty in `new T[] { … }`.
        case arrayCreation(element: TypeSyntax, sizes: [ExpressionSyntax], ranks: [Int], InitializerSyntax?)
        /// `new[] { … }`; `new[,] { … }` has rank 2.
        case implicitArrayCreation(rank: Int, InitializerSyntax)
        /// A lambda or an anonymous method.
        case lambda(LambdaSyntax)
        case parenthesized(ExpressionSyntax)
        /// Two elements or more.
        case tuple([ArgumentSyntax])
        case typeOf(TypeSyntax)
        case sizeOf(TypeSyntax)
        case defaultOf(TypeSyntax)
        case defaultLiteral
        /// `checked(…)`, or `unchecked(…)` when false.
        case checked(Bool, ExpressionSyntax)
        case throwExpression(ExpressionSyntax)
        case query(QueryExpressionSyntax)
        /// `out var x`, `var (a, b) = …`, `(int a, var b) = …`.
        case declaration(TypeSyntax, DesignationSyntax)
        case refExpression(ExpressionSyntax)
        case this
        case base
        /// What error recovery left out; a diagnostic was reported.
        case missing
    }
}

/// An identifier's name with `@` removed and unicode escapes decoded.
struct IdentifierSyntax: Sendable {
    let text: String
    let range: SourceRange
    /// Written `@name`, and so never a contextual keyword.
    let isVerbatim: Bool
    /// Written `{{name}}`, see `ParserOptions.namedValuesAsIdentifiers`; `text` is the bare name.
    let isNamedValue: Bool

    init(_ text: String, _ range: SourceRange, isVerbatim: Bool = false, isNamedValue: Bool = false) {
        (self.text, self.range, self.isVerbatim, self.isNamedValue) = (text, range, isVerbatim, isNamedValue)
    }
}

/// `name` or `name<int, string>`; an omitted argument, as in `typeof(List<>)`, is a type of kind `omitted`.
struct SimpleNameSyntax: Sendable {
    let identifier: IdentifierSyntax
    let typeArguments: [TypeSyntax]?
    let range: SourceRange

    init(_ identifier: IdentifierSyntax, typeArguments: [TypeSyntax]? = nil, range: SourceRange? = nil) {
        (self.identifier, self.typeArguments, self.range) = (identifier, typeArguments, range ?? identifier.range)
    }

    var text: String { identifier.text }
}

/// How an argument or a parameter is passed.
enum ReferenceKind: Sendable {
    case none
    case ref
    case out
    case `in`
}

/// An argument of a call or an indexer, or an element of a tuple.
struct ArgumentSyntax: Sendable {
    let name: IdentifierSyntax?
    let referenceKind: ReferenceKind
    let expression: ExpressionSyntax
    let range: SourceRange
}

/// What stands in the braces behind `new T`, `new T[]`, `new[]` and `T[] x =`.
struct InitializerSyntax: Sendable {
    let kind: Kind
    let range: SourceRange

    enum Kind: Sendable {
        /// `{ Name = value, [index] = value }`.
        case members([MemberInitializerSyntax])
        /// `{ 1, 2 }`, `{ { "key", 1 } }`, and the empty `{ }`.
        case elements([InitializerValueSyntax])
    }
}

/// One `Name = value` or `[index] = value`.
struct MemberInitializerSyntax: Sendable {
    enum Target: Sendable {
        case member(IdentifierSyntax)
        case index([ArgumentSyntax])
    }

    let target: Target
    let value: InitializerValueSyntax
    let range: SourceRange
}

/// A value in an initializer or behind a variable's `=`.
indirect enum InitializerValueSyntax: Sendable {
    case expression(ExpressionSyntax)
    /// Braces within braces.
    case nested(InitializerSyntax)
}

/// One member of `new { Name = value, other.Name }`.
struct AnonymousMemberSyntax: Sendable {
    /// Nil when the name is to be taken from the expression.
    let name: IdentifierSyntax?
    let expression: ExpressionSyntax
    let range: SourceRange
}

/// A piece of an interpolated string.
enum InterpolatedStringPartSyntax: Sendable {
    case text(StringLiteral)
    /// `{value,alignment:format}`.
    case interpolation(ExpressionSyntax, alignment: ExpressionSyntax?, format: StringLiteral?, range: SourceRange)
}

/// A lambda expression or an anonymous method.
struct LambdaSyntax: Sendable {
    indirect enum Body: Sendable {
        case expression(ExpressionSyntax)
        /// A statement of kind `block`.
        case block(StatementSyntax)
    }

    /// Nil for `delegate { … }`, which fits any parameters.
    let parameters: [ParameterSyntax]?
    let body: Body
    let isAnonymousMethod: Bool
}

/// A parameter of a lambda, an anonymous method or a local function.
struct ParameterSyntax: Sendable {
    /// Nil in `x => …` and `(x, y) => …`.
    let type: TypeSyntax?
    let identifier: IdentifierSyntax
    let referenceKind: ReferenceKind
    let isParameterArray: Bool
    let defaultValue: ExpressionSyntax?
    let range: SourceRange
}

/// What stands behind `is`, or behind `case` in a switch.
struct PatternSyntax: Sendable {
    let kind: Kind
    let range: SourceRange

    enum Kind: Sendable {
        /// `is T`; a name may turn out to be a constant's, see `TypeSyntax.asExpression`.
        case type(TypeSyntax)
        /// `is 5`, `case Name:`.
        case constant(ExpressionSyntax)
        /// `is T name`.
        case declaration(TypeSyntax, DesignationSyntax)
        /// `is var name`.
        case variable(DesignationSyntax)
    }
}

/// The variables that a pattern, an `out var` or a deconstruction declares.
struct DesignationSyntax: Sendable {
    let kind: Kind
    let range: SourceRange

    indirect enum Kind: Sendable {
        case single(IdentifierSyntax)
        /// `_`.
        case discard
        case parenthesized([DesignationSyntax])
    }
}
