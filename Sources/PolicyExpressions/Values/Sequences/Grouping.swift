/// Puts elements into groups of equal keys.
enum Grouping {
    /// The groups in the order in which their keys were first met.
    static func groups(
        _ source: NetObject, _ key: NetDelegate, _ element: NetDelegate?, _ keyType: TypeSymbol, _ elementType: TypeSymbol,
        _ comparer: NetComparer?, _ frame: inout Frame
    ) throws(EvaluationError) -> [NetGrouping] {
        var groups: [NetGrouping] = [], places: [Value: Int] = [:]
        _ = try source.walk(&frame) { (item: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            let value = try key.invoke(item, &frame)
            try frame.allocate(MemoryLayout<Value>.stride)
            let folded = comparer?.folded(value) ?? value
            if places[folded] == nil {
                places[folded] = groups.count
                groups.append(NetGrouping(key: keyType, element: elementType, value))
            }
            groups[places[folded] ?? 0].items.append(try element?.invoke(item, &frame) ?? item)
            return true
        }
        return groups
    }
}

extension SequenceOf {
    static func groups(
        _ source: NetObject, _ key: NetDelegate, _ item: NetDelegate?, key keyType: TypeSymbol, element: TypeSymbol,
        _ comparer: NetComparer? = nil
    ) -> SequenceOf {
        .lazy(.named(.grouping, [keyType, element])) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
            for group in try Grouping.groups(source, key, item, keyType, element, comparer, &frame)
            where !(try visit(.object(group), &frame)) {
                return false
            }
            return true
        }
    }
}

extension DictionaryOf {
    /// A dictionary of what two functions make of each element.
    static func gathered(
        _ source: NetObject, _ key: NetDelegate, _ element: NetDelegate?, _ type: TypeSymbol, _ comparer: NetComparer? = nil,
        _ frame: inout Frame
    ) throws(EvaluationError) -> DictionaryOf {
        let dictionary = NetDictionary(type: type, comparer: comparer)
        _ = try source.walk(&frame) { (item: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            let name = try key.invoke(item, &frame)
            if name.isNull { throw .argumentNull("key") }
            if dictionary[name] != nil {
                throw .argument("An item with the same key has already been added. Key: \(try ValueText.text(of: name).string)")
            }
            try frame.allocate(2 * MemoryLayout<Value>.stride)
            dictionary[name] = try element?.invoke(item, &frame) ?? item
            return true
        }
        return DictionaryOf(dictionary)
    }
}
