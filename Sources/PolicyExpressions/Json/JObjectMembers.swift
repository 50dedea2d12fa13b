/// A JObject as pairs of names and values.
final class JObjectMembers: NetSequence {
    private let object: JObject

    init(_ object: JObject) {
        self.object = object
        super.init(of: .jsonMember)
    }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        var members = ContainerWalk(object)
        while let property = try members.next() as? JProperty {
            try frame.step()
            let pair = NetKeyValuePair(type: .jsonMember, key: .string(property.name), value: .object(property.value))
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
