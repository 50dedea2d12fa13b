/// Tokens that are looked for when they are walked through: what `SelectTokens`, `Descendants` and their like give.
final class TokenSequence: NetSequence {
    typealias Source = (_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool

    private let source: Source
    private let element: TypeSymbol
    /// Whether .NET has a `JEnumerable` here, not merely an `IEnumerable`.
    private let isJEnumerable: Bool

    init(of element: TypeSymbol = .jToken, isJEnumerable: Bool = false, _ source: @escaping Source) {
        (self.source, self.element, self.isJEnumerable) = (source, element, isJEnumerable)
        super.init(of: element)
    }

    /// Tokens that are at hand when the walk begins.
    convenience init(of element: TypeSymbol = .jToken, tokens: @escaping () throws(EvaluationError) -> [JToken]) {
        self.init(of: element) { (frame, visit) throws(EvaluationError) -> Bool in
            for token in try tokens() {
                try frame.step()
                guard try visit(.object(token), &frame) else { return false }
            }
            return true
        }
    }

    /// What each token of another sequence gives, one after the other.
    static func flattening(
        _ outer: NetObject, of element: TypeSymbol, _ inner: @escaping (JToken) throws(EvaluationError) -> [Value]
    ) -> TokenSequence {
        TokenSequence(of: element) { (frame, visit) throws(EvaluationError) -> Bool in
            try outer.walk(&frame) { (value, frame) throws(EvaluationError) -> Bool in
                for result in try inner(try JToken.required(value)) {
                    try frame.step()
                    guard try visit(result, &frame) else { return false }
                }
                return true
            }
        }
    }

    override var type: TypeSymbol { isJEnumerable ? .named(.jEnumerable, [element]) : super.type }

    /// The same tokens as a `JEnumerable`.
    var asJEnumerable: TokenSequence { TokenSequence(of: element, isJEnumerable: true, source) }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool { try source(&frame, visit) }
}

extension JToken {
    /// The token that an element of a sequence is; throws NullReferenceException for null.
    static func required(_ value: Value) throws(EvaluationError) -> JToken {
        guard case .object(let token as JToken) = value else {
            throw value.isNull ? .nullReference : .invalidCast(value, to: .jToken)
        }
        return token
    }

    /// `Children<T>()`: the children that are of a type.
    final func childSequence(of type: TypeSymbol) -> TokenSequence {
        TokenSequence(of: type, isJEnumerable: true) { (frame, visit) throws(EvaluationError) -> Bool in
            try self.walk(&frame) { (child, frame) throws(EvaluationError) -> Bool in
                if type != .jToken, !child.type.inherits(from: type) { return true }
                return try visit(child, &frame)
            }
        }
    }

    /// `Values<T>()`: the children, converted; throws InvalidOperationException where the kind has no children.
    final func convertedChildren(to type: TypeSymbol) throws(EvaluationError) -> TokenSequence {
        _ = try first()
        return TokenSequence(of: type) { (frame, visit) throws(EvaluationError) -> Bool in
            try self.walk(&frame) { (child, frame) throws(EvaluationError) -> Bool in
                try visit(try JTokenConversions.convert(try JToken.required(child), to: type), &frame)
            }
        }
    }
}

extension JContainer {
    /// `Descendants()`: walks deeper while nothing is changed; throws InvalidOperationException once a list that is being
    /// walked through has changed.
    final func descendantSequence(includingSelf: Bool) -> TokenSequence {
        TokenSequence { (frame, visit) throws(EvaluationError) -> Bool in
            if includingSelf { guard try visit(.object(self), &frame) else { return false } }
            var open = [ContainerWalk(self)]
            while let last = open.indices.last {
                guard let child = try open[last].next() else {
                    open.removeLast()
                    continue
                }
                try frame.step()
                guard try visit(.object(child), &frame) else { return false }
                if let container = child as? JContainer { open.append(ContainerWalk(container)) }
            }
            return true
        }
    }
}
