public import PolicyDiagnostics

/// One node of what an expression means, for tools that look at expressions without evaluating them: the bound tree as values.
///
/// Names and types are resolved: `context.Variables["x"]` is an indexer of the property `Variables` of the context however it is
/// written. Conversions that the compiler adds are not nodes; casts that the author wrote are.
public struct Operation: Sendable {
    /// What a node does.
    public enum Kind: Sendable, Hashable {
        /// A constant that is written as such.
        case literal
        /// `context`.
        case context
        /// A variable or a parameter is read.
        case local(String)
        /// A variable gets a value, the only child; a declaration without a value has none.
        case assignLocal(String)
        /// A method is called: the receiver, if there is one, is the first child.
        case call(String)
        /// A property is read: the receiver, if there is one, is the first child.
        case property(String)
        /// `receiver[arguments]`: the receiver is the first child.
        case indexer
        /// `new T(…)`.
        case creation
        /// A property or an indexer is set: the value is the last child.
        case assignMember(String)
        /// `(T)value` and other checked conversions to a type that the value may not have.
        case cast
        /// `value is T` and `value as T`.
        case typeTest
        /// An operator with its operands.
        case `operator`(Operator)
        /// `a ? b : c`, and `if` with its branches.
        case conditional
        /// `a ?? b`.
        case coalesce
        /// `a?.b`: the only child is the access, which begins with `a`.
        case conditionalAccess
        /// A loop: children in no particular order.
        case loop
        /// `try`: the body, then what catches and what comes last.
        case attempt
        /// `return value;`.
        case returning
        /// `throw`.
        case throwing
        /// Any other expression or statement.
        case other
    }

    /// The operators that tools tell apart.
    public enum Operator: Sendable, Hashable {
        /// `&&`
        case conditionalAnd
        /// `||`
        case conditionalOr
        /// `!`
        case not
        /// `==`
        case equal
        /// `!=`
        case notEqual
        /// Joined texts: `a + b`, `$"…"`.
        case concatenation
        /// Any other.
        case other
    }

    /// A constant as C# counts them.
    public enum Constant: Sendable, Hashable {
        /// `null`
        case null
        /// `true` and `false`
        case boolean(Bool)
        /// A string.
        case text(String)
        /// A value of another type, as `ToString()` shows it.
        case other(String)
    }

    /// What the node does.
    public var kind: Kind
    /// The static type's name, as C# shows it.
    public var typeName: String
    /// The value, where C# calls the expression constant.
    public var constant: Constant?
    /// Whether the member that is called or read belongs to a type instead of a value.
    public var isStatic: Bool
    /// The part of the code, in UTF-8 bytes.
    public var range: SourceRange
    /// The operands, in the order in which they are evaluated unless the kind says otherwise.
    public var children: [Operation]

    /// Makes a node.
    public init(
        _ kind: Kind, typeName: String = "void", constant: Constant? = nil, isStatic: Bool = false, range: SourceRange,
        children: [Operation] = []
    ) {
        (self.kind, self.typeName, self.constant, self.isStatic) = (kind, typeName, constant, isStatic)
        (self.range, self.children) = (range, children)
    }
}
