import PolicyDiagnostics

/// An expression with its static type: what the syntax means against the type library.
///
/// A class, so that the binder's frames hold pointers: it recurses as deep as the tree is high.
final class BoundExpression {
    let kind: Kind
    let type: TypeSymbol
    /// The value, where C# calls the expression constant.
    let constant: Value?
    let range: SourceRange

    init(_ kind: Kind, _ type: TypeSymbol, _ range: SourceRange, constant: Value? = nil) {
        (self.kind, self.type, self.constant, self.range) = (kind, type, constant, range)
    }

    indirect enum Kind {
        /// A constant; the value is in `constant`.
        case literal
        case local(LocalSymbol)
        case context
        /// A method, property, indexer, constructor or user-defined conversion; the receiver is the first argument.
        case call(NetMember, [BoundExpression], typeArguments: [TypeSymbol])
        case conversion(Conversion, BoundExpression)
        case unary(BoundUnaryOperator, BoundExpression)
        case binary(BoundBinaryOperator, BoundExpression, BoundExpression)
        case concatenation([BoundExpression])
        case conditional(BoundExpression, BoundExpression, BoundExpression)
        /// `left ?? right`; the left side is evaluated once, kept in the local, and given through `value` when not null.
        case coalesce(BoundExpression, kept: LocalSymbol, value: BoundExpression, BoundExpression)
        /// `receiver?.access`; the receiver is kept in the local, which `access` begins with.
        case conditionalAccess(BoundExpression, kept: LocalSymbol, access: BoundExpression)
        case assignLocal(LocalSymbol, BoundExpression)
        /// A variable comes into being with its first value: one that a function captures is a new one every time.
        case declareLocal(LocalSymbol, BoundExpression)
        /// A property or an indexer is set; the value is the last argument and the result.
        case assignMember(NetMember, [BoundExpression], typeArguments: [TypeSymbol])
        /// Statements before a value: initialisers.
        case sequence([BoundExpression], BoundExpression)
        case arrayCreation([BoundExpression])
        case newArray(length: BoundExpression)
        case arrayElement(BoundExpression, BoundExpression)
        case assignArrayElement(BoundExpression, BoundExpression, BoundExpression)
        /// The same of an array of several dimensions; its elements stand row by row.
        case matrixCreation([BoundExpression], lengths: [Int])
        case newMatrix(lengths: [BoundExpression])
        case matrixElement(BoundExpression, [BoundExpression])
        case assignMatrixElement(BoundExpression, [BoundExpression], BoundExpression)
        case isType(BoundExpression, TypeSymbol)
        /// `value is pattern`: variables that the pattern declares have a value where it matches.
        case isPattern(BoundExpression, BoundPattern)
        case throwExpression(BoundExpression)
        /// A lambda, a method group or a local function as a delegate.
        case lambda(FunctionSymbol)
        /// `f(…)` and `f.Invoke(…)` of a delegate.
        case invocation(BoundExpression, [BoundExpression])
        /// A call of a local function.
        case functionCall(FunctionSymbol, [BoundExpression])
        /// A variable as an `out` or `ref` argument.
        case location(LocalSymbol, LocationUse)
        /// `new { Name = value }`, the values in the order of the type's members.
        case anonymousObject([BoundExpression])
        /// `(a, b)`, converted already; the type is a tuple's.
        case tuple([BoundExpression])
        /// A member of a tuple or of an anonymous object, by its place.
        case element(BoundExpression, Int)
        case assignElement(BoundExpression, Int, BoundExpression)
        /// What can only be bound when the operands are there.
        case dynamic(DynamicOperation, [BoundExpression])
        /// `typeof(T)`.
        case typeOf(TypeSymbol)
        /// `default` that waits for its type.
        case unboundDefault
        /// A lambda that waits for the delegate type that it becomes.
        case unboundLambda(UnboundLambda)
        /// A tuple whose elements have no type of their own, such as `(null, x => x)`.
        case unboundTuple([BoundArgument])
        /// `out var x` and `out _` that wait for the parameter's type; nil for `_`.
        case unboundOut(IdentifierSyntax?)
        /// A type's or namespace's name, or a group of methods: only in front of a dot or a call.
        case typeName
        case namespaceName(String)
        case methodGroup(MethodGroup)
        /// What could not be bound; a diagnostic was reported.
        case bad
    }

    static func bad(_ range: SourceRange) -> BoundExpression { BoundExpression(.bad, .error, range) }

    var isBad: Bool { type == .error }
    var isNullLiteral: Bool { type == .null }
}

/// The methods that a name may mean, with what stands in front of it.
struct MethodGroup {
    var name: String
    var receiver: BoundExpression?
    var type: TypeSymbol
    var candidates: [NetMember]
    var typeArguments: [TypeSymbol]
    /// The local function that the name means.
    var function: LocalFunction?
    /// Whether it is the `Add` of a collection initialiser.
    var isInitialiser = false
}

/// A local variable, parameter or temporary of an expression, with its slot in the frame.
final class LocalSymbol {
    let name: String
    let type: TypeSymbol
    let slot: Int
    /// A constant local's value.
    let constant: Value?
    /// The function that declares it; nil for the expression itself.
    let function: FunctionSymbol?
    /// The number among the variables whose assignment flow analysis follows; nil for those that always have a value.
    let ordinal: Int?
    /// Why C# does not let it be assigned.
    var readOnlyRole: ReadOnlyRole?
    /// Whether it is an `out` or `ref` parameter.
    var isByReference = false
    /// What a `ref` local refers to, or what an `out` or `ref` argument stands for while it is passed.
    var target: BoundExpression?
    /// What must be evaluated to know which element of an array that is.
    var targetEffects: [BoundExpression] = []
    /// Whether a lambda or a local function refers to a variable from outside itself.
    private(set) var isCaptured = false
    /// The slot of the cell of a captured variable.
    private(set) var cellSlot = 0

    init(
        name: String, type: TypeSymbol, slot: Int, ordinal: Int? = nil, constant: Value? = nil, function: FunctionSymbol? = nil
    ) {
        (self.name, self.type, self.slot, self.ordinal, self.constant) = (name, type, slot, ordinal, constant)
        self.function = function
    }

    /// What stands for a value in the bound tree and is never stored: `StringCoalescing` hands it on.
    init(unkeptOf type: TypeSymbol, _ function: FunctionSymbol?) {
        (name, self.type, slot, ordinal, constant, self.function) = ("", type, Self.noSlot, nil, nil, function)
    }

    private static let noSlot = -1

    /// Whether the variable has a slot in the frame.
    var isKept: Bool { slot != Self.noSlot }

    /// Whether the variable lives in a cell, because there can be several of it at a time and a delegate may outlive the
    /// call, the turn of a loop or the evaluation that made it.
    var isInCell: Bool { isCaptured }

    func capture(cellSlot: @autoclosure () -> Int) {
        guard !isCaptured else { return }
        isCaptured = true
        self.cellSlot = cellSlot()
    }
}

/// How a call uses a variable that it gets.
enum LocationUse {
    /// `out var x`: the argument declares the variable.
    case declaration
    case out
    case reference
}

/// What makes a variable read-only.
enum ReadOnlyRole: String {
    case iterationVariable = "foreach iteration variable"
    case usingVariable = "using variable"
}

/// A lambda or a local function.
final class FunctionSymbol {
    /// The name of a local function, empty for a lambda.
    let name: String
    /// The function's number in the frame.
    let index: Int
    /// The function around it.
    let parent: FunctionSymbol?
    /// Variables from outside that it refers to.
    private(set) var captures: [LocalSymbol] = []
    /// Local functions that it calls.
    private(set) var callees: [FunctionSymbol] = []
    /// Nil in a local function's symbol until its parameters are bound.
    var parameters: [LocalSymbol] = []
    var resultType: TypeSymbol = .error
    /// Whether a local function gives a reference to an element of an array.
    var givesReference = false
    var body: BoundFunctionBody?
    /// Where a local function's name stands.
    var nameRange: SourceRange?
    var isLocalFunction: Bool { nameRange != nil }
    /// The slots that were numbered while it was bound.
    var slots = SlotRanges()

    init(name: String, index: Int, parent: FunctionSymbol?) { (self.name, self.index, self.parent) = (name, index, parent) }

    func addCapture(_ local: LocalSymbol) {
        if !captures.contains(where: { $0 === local }) { captures.append(local) }
    }

    func addCallee(_ function: FunctionSymbol) {
        if !callees.contains(where: { $0 === function }) { callees.append(function) }
    }

    func isInside(_ other: FunctionSymbol) -> Bool {
        var function: FunctionSymbol? = self
        while let current = function {
            if current === other { return true }
            function = current.parent
        }
        return false
    }
}

/// What a function does.
enum BoundFunctionBody {
    case expression(BoundExpression)
    /// Statements, and the local that `return` leaves the result in.
    case block(BoundStatement, result: LocalSymbol)
}

enum BoundUnaryOperator {
    case plus, negate, negateChecked, complement, not
}

/// An operator together with the type that its operands were promoted to.
struct BoundBinaryOperator {
    enum Operation {
        case add, subtract, multiply, divide, remainder
        case and, or, exclusiveOr, shiftLeft, shiftRight
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case conditionalAnd, conditionalOr

        var isComparison: Bool {
            switch self {
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
            default: false
            }
        }
    }

    var operation: Operation
    var operand: TypeSymbol
    var isChecked = false
    /// Whether either operand may be null: the operator is lifted, and works on boxed values.
    var isLifted = false
}

/// How a value of one type becomes one of another.
enum Conversion {
    case identity
    /// Between numeric types, characters and enumerations.
    case numeric(isChecked: Bool)
    /// To `object` or another type that is carried boxed.
    case boxing
    /// From a boxed value to a type, checked.
    case unboxing
    /// From one reference type to another that it surely is.
    case upcast
    /// From one reference type to another, checked.
    case downcast
    case nullLiteral
    /// From `T` to `T?`; the value's type is converted before.
    case wrapNullable
    /// From `T?` to `T`; null throws.
    case unwrapNullable
    /// From `T?` to `U?` by the conversion of what they wrap.
    case liftedNumeric
    case userDefined(NetMember)
    /// Of a lambda or a method group.
    case delegate
    /// Of a tuple, element by element.
    case tuple
    /// Of `dynamic` to anything: found when the value is there.
    case dynamic(isExplicit: Bool)
    /// Of `default` to anything.
    case defaultLiteral
}
