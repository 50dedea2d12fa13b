extension NetType {
    /// `System.Text.StringBuilder`.
    static let stringBuilder: NetType = NetType("System.Text", "StringBuilder") {
        builderConstructors + builderParts + builderAppends + builderValues + builderFormats + builderInsertions + builderChanges
    }

    private static var builderConstructors: [NetMember] {
        [
            .constructor(
                "An empty builder.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetStringBuilder> in
                    Instance(NetStringBuilder())
                }),
            .constructor(
                "An empty builder with room for a number of characters.", ["capacity"],
                NetBody { (capacity: Int32) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    Instance(NetStringBuilder(capacity: try builderCapacity(capacity)))
                }),
            .constructor(
                "An empty builder with room for a number of characters, and a largest size.", ["capacity", "maxCapacity"],
                NetBody { (capacity: Int32, maximum: Int32) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    guard capacity <= maximum else { throw .argumentOutOfRange("capacity", "Capacity exceeds maximum capacity.") }
                    guard maximum >= 1 else { throw .argumentOutOfRange("maxCapacity", "MaxCapacity must be one or greater.") }
                    let capacity = try builderCapacity(capacity)
                    return Instance(
                        NetStringBuilder(
                            capacity: capacity == 0 ? min(NetStringBuilder.defaultCapacity, Int(maximum)) : capacity,
                            maximumCapacity: Int(maximum)))
                }),
            .constructor(
                "A builder that begins with a text.", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    Instance(NetStringBuilder(text ?? ""))
                }),
            .constructor(
                "A builder that begins with a text, with room for a number of characters.", ["value", "capacity"],
                NetBody { (text: NetString?, capacity: Int32) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    Instance(NetStringBuilder(text ?? "", capacity: try builderCapacity(capacity)))
                }),
            .constructor(
                "A builder that begins with a part of a text.", ["value", "startIndex", "length", "capacity"],
                NetBody {
                    (text: NetString?, start: Int32, length: Int32, capacity: Int32) throws(EvaluationError) -> Instance<NetStringBuilder>
                    in
                    let capacity = try builderCapacity(capacity)
                    guard length >= 0 else { throw .argumentOutOfRange("length", "'length' must be non-negative.") }
                    guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
                    let text = text ?? ""
                    guard Int(start) + Int(length) <= text.utf16Count else {
                        throw .argumentOutOfRange("length", "Index and length must refer to a location within the string.")
                    }
                    return Instance(NetStringBuilder(try text.substring(Int(start), Int(length)), capacity: capacity))
                }),
        ]
    }

    private static var builderParts: [NetMember] {
        [
            .property(
                "Length", "The number of UTF-16 units; setting it cuts off or fills up with null characters.",
                NetBody { (builder: Instance<NetStringBuilder>) throws(EvaluationError) -> Int32 in
                    Int32(builder.object.length)
                },
                setter: NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: Int32) throws(EvaluationError) -> NetVoid in
                    guard value >= 0 else { throw .argumentOutOfRange("value", "Length cannot be less than zero.") }
                    guard Int(value) <= builder.object.maximumCapacity else {
                        throw .argumentOutOfRange("value", "capacity was less than the current size.")
                    }
                    try builder.object.setLength(Int(value), &frame)
                    return NetVoid()
                })),
            .property(
                "Capacity", "How many characters the builder has room for.",
                NetBody { (builder: Instance<NetStringBuilder>) throws(EvaluationError) -> Int32 in
                    Int32(truncatingIfNeeded: builder.object.capacity)
                },
                setter: NetBody { (builder: Instance<NetStringBuilder>, value: Int32) throws(EvaluationError) -> NetVoid in
                    try builder.object.setCapacity(value)
                    return NetVoid()
                }),
            .property(
                "MaxCapacity", "The most characters that the builder takes.",
                NetBody { (builder: Instance<NetStringBuilder>) throws(EvaluationError) -> Int32 in
                    Int32(truncatingIfNeeded: builder.object.maximumCapacity)
                }),
            .indexer(
                "The UTF-16 unit at a position.", ["index"],
                NetBody { (builder: Instance<NetStringBuilder>, index: Int32) throws(EvaluationError) -> NetChar in
                    guard index >= 0, Int(index) < builder.object.length else { throw .indexOutOfRange }
                    return NetChar(builder.object.unit(at: Int(index)))
                },
                setter: NetBody { (builder: Instance<NetStringBuilder>, index: Int32, value: NetChar) throws(EvaluationError) -> NetVoid in
                    guard index >= 0, Int(index) < builder.object.length else { throw builderIndex("index") }
                    builder.object.setUnit(value.unit, at: Int(index))
                    return NetVoid()
                }),
            .method(
                "ToString", "What was built.", [],
                NetBody { (builder: Instance<NetStringBuilder>) throws(EvaluationError) -> NetString in
                    builder.object.string
                }),
            .method(
                "ToString", "A part of what was built.", ["startIndex", "length"],
                NetBody { (builder: Instance<NetStringBuilder>, start: Int32, length: Int32) throws(EvaluationError) -> NetString in
                    try builder.object.part(start, length)
                }),
            .method(
                "Equals", "Whether both builders have the same text and the same limits.", ["sb"],
                NetBody { (builder: Instance<NetStringBuilder>, other: Instance<NetStringBuilder>?) throws(EvaluationError) -> Bool in
                    guard let other = other?.object else { return false }
                    return other.maximumCapacity == builder.object.maximumCapacity && other.string == builder.object.string
                }),
            .method(
                "EnsureCapacity", "Makes room for a number of characters and gives the room that there is.", ["capacity"],
                NetBody { (builder: Instance<NetStringBuilder>, capacity: Int32) throws(EvaluationError) -> Int32 in
                    guard capacity >= 0 else { throw .argumentOutOfRange("capacity", "Capacity must be positive.") }
                    if Int(capacity) > builder.object.capacity { try builder.object.setCapacity(capacity) }
                    return Int32(truncatingIfNeeded: builder.object.capacity)
                }),
            .method(
                "CopyTo", "Copies characters into an array.", ["sourceIndex", "destination", "destinationIndex", "count"],
                NetBody {
                    (
                        builder: Instance<NetStringBuilder>, sourceIndex: Int32, destination: Instance<NetArray>, destinationIndex: Int32,
                        count: Int32
                    ) throws(EvaluationError) -> NetVoid in
                    try builder.object.copy(from: sourceIndex, to: destination.object, at: destinationIndex, count: count)
                }),
        ]
    }
}

/// A capacity that a caller gave; throws ArgumentOutOfRangeException for a negative one.
private func builderCapacity(_ capacity: Int32) throws(EvaluationError) -> Int {
    guard capacity >= 0 else { throw .argumentOutOfRange("capacity", "'capacity' must be greater than zero.") }
    return Int(capacity)
}

/// What an index outside the text throws.
func builderIndex(_ name: String) -> EvaluationError {
    .argumentOutOfRange(name, "Index was out of range. Must be non-negative and less than the size of the collection.")
}
