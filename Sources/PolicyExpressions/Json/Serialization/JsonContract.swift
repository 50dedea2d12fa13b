/// How objects that are no tokens look as JSON: which have named members, and which are dictionaries.
enum JsonContract {
    typealias Member = (name: NetString, value: Value)

    /// The entries of a dictionary, keys as text; nil for what is none.
    static func entries(of object: NetObject) -> [Member]? {
        switch object {
        case let dictionary as NetDictionary: dictionary.entries.map { (keyText($0.key), $0.value) }
        case let fields as MultiValueDictionary: fields.entries.map { ($0.name, .object(NetArray($0.values))) }
        case let texts as StringDictionary: texts.entries.map { ($0.name, .string($0.value)) }
        case let variables as VariableDictionary:
            (0..<variables.count).map { index in
                let entry = variables.entry(at: index)
                return (entry.name, entry.value)
            }
        default: nil
        }
    }

    /// The members of an object that is written by its members, in their order; nil for what has none here.
    static func members(of object: NetObject) -> [Member]? {
        switch object {
        case let object as NetAnonymousObject: object.members.map { (NetString($0.name), $0.value) }
        case let tuple as NetTuple: tuple.items.enumerated().map { (NetString("Item\($0.offset + 1)"), $0.element) }
        case let pair as NetKeyValuePair: [("Key", pair.key), ("Value", pair.value)]
        case let builder as NetStringBuilder: serializedMembers(of: builder)
        default: nil
        }
    }

    /// What .NET's builder keeps when it is serialized.
    private static func serializedMembers(of builder: NetStringBuilder) -> [Member] {
        [
            ("m_MaxCapacity", .int32(Int32(truncatingIfNeeded: builder.maximumCapacity))),
            ("Capacity", .int32(Int32(truncatingIfNeeded: builder.capacity))), ("m_StringValue", .string(builder.string)),
            ("m_currentThread", .int32(0)),
        ]
    }

    /// A key as a member's name: dates as JSON writes them, everything else as its text.
    private static func keyText(_ key: Value) -> NetString {
        switch key {
        case .dateTime(let date): NetString(date.jsonText)
        case .dateTimeOffset(let date): NetString(date.clock.jsonText + date.offsetText)
        default: (try? ValueText.text(of: key)) ?? NetString()
        }
    }
}
