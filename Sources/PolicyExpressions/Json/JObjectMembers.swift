/// A JObject as pairs of names and values.
final class JObjectMembers: NetSequence {
    private let object: JObject

    init(_ object: JObject) {
        self.object = object
        super.init(of: .jsonMember)
    }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        var walk = ContainerWalk(object)
        while let position = try walk.nextPosition() {
            try frame.step()
            let pair = NetKeyValuePair(
                type: .jsonMember, key: .string(object.name(at: position)), value: .object(object.memberValue(at: position)))
            guard try visit(.object(pair), &frame) else { return false }
        }
        return true
    }
}

extension TypeSymbol {
    /// `KeyValuePair<string, JToken>`.
    static let jsonMember: TypeSymbol = .named(.keyValuePair, [.string, .jToken])
    /// `IEnumerable<KeyValuePair<string, JToken>>`.
    static let jsonMembers: TypeSymbol = .enumerable(of: .jsonMember)
}

extension JObject {
    /// `Properties()`.
    var propertySequence: TokenSequence {
        TokenSequence(of: .jProperty) { (frame, visit) throws(EvaluationError) -> Bool in try self.walk(&frame, visit) }
    }

    /// `PropertyValues()`.
    var valueSequence: TokenSequence {
        TokenSequence(isJEnumerable: true) { (frame, visit) throws(EvaluationError) -> Bool in
            var walk = ContainerWalk(self)
            while let position = try walk.nextPosition() {
                try frame.step()
                guard try visit(.object(self.memberValue(at: position)), &frame) else { return false }
            }
            return true
        }
    }
}
