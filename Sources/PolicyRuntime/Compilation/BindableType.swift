public import PolicyExpressions

/// A type that expressions can give to an attribute or a text: a typed result, or its text read as a literal.
public protocol BindableType: PolicyValueType {
    /// Evaluates an expression as this type; nil when its result cannot be read as one.
    static func evaluate(_ expression: CompiledExpression, in context: GatewayContext) throws(EvaluationError) -> Self?

    /// The value as observers see it.
    var observedValue: Value { get }
}

extension NetString: BindableType {
    /// "string".
    public static var valueTypeName: String { "string" }
    /// Every text is a string.
    public init(literal: String) { self.init(literal) }
    /// The string itself.
    public var literal: String { string }
    /// The string form; null becomes the empty text.
    public static func evaluate(_ expression: CompiledExpression, in context: GatewayContext) throws(EvaluationError) -> NetString? {
        try expression.evaluateText(in: context) ?? NetString()
    }
    /// The string.
    public var observedValue: Value { .string(self) }
}

extension Bool: BindableType {
    /// A Boolean result, or its text.
    public static func evaluate(_ expression: CompiledExpression, in context: GatewayContext) throws(EvaluationError) -> Bool? {
        try expression.evaluateBoolean(in: context)
    }
    /// The Boolean.
    public var observedValue: Value { .boolean(self) }
}

extension Int32: BindableType {
    /// An integer result, or its text.
    public static func evaluate(_ expression: CompiledExpression, in context: GatewayContext) throws(EvaluationError) -> Int32? {
        try expression.evaluateInt32(in: context)
    }
    /// The number.
    public var observedValue: Value { .int32(self) }
}

extension Double: BindableType {
    /// A number of any type, or its text.
    public static func evaluate(_ expression: CompiledExpression, in context: GatewayContext) throws(EvaluationError) -> Double? {
        let value = try expression.evaluate(in: context)
        return value.isNull ? nil : Double(literal: try ValueText.text(of: value).string)
    }
    /// The number.
    public var observedValue: Value { .double(self) }
}

extension BindableType where Self: PolicyEnumeration {
    /// The word that is the result's text.
    public static func evaluate(_ expression: CompiledExpression, in context: GatewayContext) throws(EvaluationError) -> Self? {
        try expression.evaluateText(in: context).flatMap { Self(literal: $0.string) }
    }
    /// The word.
    public var observedValue: Value { .string(NetString(rawValue)) }
}
