/// Tokens that are looked for when they are walked through: what `SelectTokens`, `Descendants` and their like give.
final class TokenSequence: NetSequence {
    typealias Source = (_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool

    private let source: Source

    init(of element: TypeSymbol = .jToken, _ source: @escaping Source) {
        self.source = source
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

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool { try source(&frame, visit) }
}
