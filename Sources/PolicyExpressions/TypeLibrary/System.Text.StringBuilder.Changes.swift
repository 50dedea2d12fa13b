// What StringBuilder adds, puts in and takes out; each method gives the builder, so that calls can be chained.
extension NetType {
    static var builderAppends: [NetMember] {
        [
            .method(
                "Append", "Adds a text at the end; nothing for null.", ["value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: NetString?) throws(EvaluationError) -> Instance<
                        NetStringBuilder
                    > in
                    if let value { try builder.object.append(value, &frame) }
                    return builder
                })),
            .method(
                "Append", "Adds a character at the end.", ["value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: NetChar) throws(EvaluationError) -> Instance<
                        NetStringBuilder
                    > in
                    try builder.object.append(unit: value.unit, &frame)
                    return builder
                })),
            .method(
                "Append", "Adds the text of another builder at the end.", ["value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: Instance<NetStringBuilder>?) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    if let value { try builder.object.append(value.object.string, &frame) }
                    return builder
                })),
            .method(
                "Append", "Adds a part of the text of another builder at the end.", ["value", "startIndex", "count"],
                NetBody(framed: {
                    (
                        frame: inout Frame, builder: Instance<NetStringBuilder>, value: Instance<NetStringBuilder>?, start: Int32,
                        count: Int32
                    ) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(value?.object.string, start, count, &frame)
                })),
            .method(
                "Append", "Adds characters at the end.", ["value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: [NetChar]?) throws(EvaluationError) -> Instance<
                        NetStringBuilder
                    > in
                    if let value { try builder.object.append(NetString(utf16: value.map(\.unit)), &frame) }
                    return builder
                })),
            .method(
                "Append", "Adds some of the characters at the end.", ["value", "startIndex", "charCount"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: [NetChar]?, start: Int32, count: Int32)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(value.map { NetString(utf16: $0.map(\.unit)) }, start, count, &frame, "charCount")
                })),
            .method(
                "Append", "Adds a part of a text at the end.", ["value", "startIndex", "count"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: NetString?, start: Int32, count: Int32)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(value, start, count, &frame)
                })),
            .method(
                "Append", "Adds a character at the end a number of times.", ["value", "repeatCount"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: NetChar, count: Int32) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    guard count >= 0 else { throw .argumentOutOfRange("repeatCount", "Count cannot be less than zero.") }
                    try builder.object.append(NetString(repeating: value.unit, count: Int(count)), &frame)
                    return builder
                })),
            .method(
                "AppendLine", "Adds a line break at the end.", [],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.object.append(unit: 0x0A, &frame)
                    return builder
                })),
            .method(
                "AppendLine", "Adds a text and a line break at the end.", ["value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: NetString?) throws(EvaluationError) -> Instance<
                        NetStringBuilder
                    > in
                    if let value { try builder.object.append(value, &frame) }
                    try builder.object.append(unit: 0x0A, &frame)
                    return builder
                })),
            .method(
                "Clear", "Removes everything.", [],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.object.setLength(0, &frame)
                    return builder
                })),
        ]
    }

    /// `Append` and `Insert` of every type that has an overload of its own.
    static var builderValues: [NetMember] {
        additions(Bool.self) { .boolean($0) } + additions(Int8.self) { .sbyte($0) } + additions(UInt8.self) { .byte($0) }
            + additions(Int16.self) { .int16($0) } + additions(UInt16.self) { .uint16($0) } + additions(Int32.self) { .int32($0) }
            + additions(UInt32.self) { .uint32($0) } + additions(Int64.self) { .int64($0) } + additions(UInt64.self) { .uint64($0) }
            + additions(Float.self) { .single($0) } + additions(Double.self) { .double($0) }
            + additions(NetDecimal.self) { .decimal($0) } + additions(Value.self) { $0 }
    }

    private static func additions<Added: NetRepresentable>(
        _: Added.Type, _ boxed: @escaping @Sendable (Added) -> Value
    ) -> [NetMember] {
        [
            .method(
                "Append", "Adds the text of a value at the end.", ["value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, value: Added) throws(EvaluationError) -> Instance<
                        NetStringBuilder
                    > in
                    try builder.object.append(ValueText.text(of: boxed(value)), &frame)
                    return builder
                })),
            .method(
                "Insert", "Puts the text of a value in at a position.", ["index", "value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, index: Int32, value: Added) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.insert(ValueText.text(of: boxed(value)), at: index, &frame)
                })),
        ]
    }

    static var builderFormats: [NetMember] {
        [
            .method(
                "AppendFormat", "Adds a format with its holes filled.", ["format", "arg0"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, format: NetString, arg0: Value) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.append(format: format, [arg0], &frame)
                })),
            .method(
                "AppendFormat", "Adds a format with its holes filled.", ["format", "arg0", "arg1"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, format: NetString, arg0: Value, arg1: Value)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(format: format, [arg0, arg1], &frame)
                })),
            .method(
                "AppendFormat", "Adds a format with its holes filled.", ["format", "arg0", "arg1", "arg2"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, format: NetString, arg0: Value, arg1: Value, arg2: Value)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(format: format, [arg0, arg1, arg2], &frame)
                })),
            .method(
                "AppendFormat", "Adds a format with its holes filled.", ["format", .params("args")],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, format: NetString, values: [Value]) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.append(format: format, values, &frame)
                })),
            .method(
                "AppendFormat", "Adds a format with its holes filled for a culture.", ["provider", "format", "arg0"],
                NetBody(framed: {
                    (
                        frame: inout Frame, builder: Instance<NetStringBuilder>, _: Instance<NetFormatProvider>?, format: NetString,
                        arg0: Value
                    ) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(format: format, [arg0], &frame)
                })),
            .method(
                "AppendFormat", "Adds a format with its holes filled for a culture.", ["provider", "format", "arg0", "arg1"],
                NetBody(framed: {
                    (
                        frame: inout Frame, builder: Instance<NetStringBuilder>, _: Instance<NetFormatProvider>?, format: NetString,
                        arg0: Value, arg1: Value
                    ) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(format: format, [arg0, arg1], &frame)
                })),
            .method(
                "AppendFormat", "Adds a format with its holes filled for a culture.", ["provider", "format", "arg0", "arg1", "arg2"],
                NetBody(framed: {
                    (
                        frame: inout Frame, builder: Instance<NetStringBuilder>, _: Instance<NetFormatProvider>?, format: NetString,
                        arg0: Value, arg1: Value, arg2: Value
                    ) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(format: format, [arg0, arg1, arg2], &frame)
                })),
            .method(
                "AppendFormat", "Adds a format with its holes filled for a culture.", ["provider", "format", .params("args")],
                NetBody(framed: {
                    (
                        frame: inout Frame, builder: Instance<NetStringBuilder>, _: Instance<NetFormatProvider>?, format: NetString,
                        values: [Value]
                    ) throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.append(format: format, values, &frame)
                })),
            .method(
                "AppendJoin", "Adds the texts of the values with a separator between them.", ["separator", .params("values")],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, separator: NetString?, values: [Value])
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.object.append(ValueText.join(separator, values), &frame)
                    return builder
                })),
            .method(
                "AppendJoin", "Adds the texts with a separator between them.", ["separator", .params("values")],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, separator: NetString?, texts: [NetString?])
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.object.append(NetString.join(separator ?? "", texts), &frame)
                    return builder
                })),
            .method(
                "AppendJoin", "Adds the texts of the elements with a separator between them.", ["separator", "values"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, separator: NetString?, values: SequenceOf<TypeParameter0>)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.object.append(ValueText.join(separator, values.elements(&frame)), &frame)
                    return builder
                })),
            .method(
                "AppendJoin", "Adds the texts of the values with a separator between them.", ["separator", .params("values")],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, separator: NetChar, values: [Value]) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.object.append(ValueText.join(NetString(separator.unit), values), &frame)
                    return builder
                })),
            .method(
                "AppendJoin", "Adds the texts with a separator between them.", ["separator", .params("values")],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, separator: NetChar, texts: [NetString?])
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.object.append(NetString.join(NetString(separator.unit), texts), &frame)
                    return builder
                })),
            .method(
                "AppendJoin", "Adds the texts of the elements with a separator between them.", ["separator", "values"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, separator: NetChar, values: SequenceOf<TypeParameter0>)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.object.append(ValueText.join(NetString(separator.unit), values.elements(&frame)), &frame)
                    return builder
                })),
        ]
    }

    static var builderInsertions: [NetMember] {
        [
            .method(
                "Insert", "Puts a text in at a position; nothing for null.", ["index", "value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, index: Int32, value: NetString?) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.insert(value ?? "", at: index, &frame)
                })),
            .method(
                "Insert", "Puts a text in at a position a number of times.", ["index", "value", "count"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, index: Int32, value: NetString?, count: Int32)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    guard count >= 0 else { throw .argumentOutOfRange("count", "Non-negative number required.") }
                    return try builder.insert(value ?? "", at: index, times: count, &frame)
                })),
            .method(
                "Insert", "Puts a character in at a position.", ["index", "value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, index: Int32, value: NetChar) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.insert(NetString(value.unit), at: index, &frame)
                })),
            .method(
                "Insert", "Puts characters in at a position.", ["index", "value"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, index: Int32, value: [NetChar]?) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.insert(NetString(utf16: (value ?? []).map(\.unit)), at: index, &frame)
                })),
            .method(
                "Insert", "Puts some of the characters in at a position.", ["index", "value", "startIndex", "charCount"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, index: Int32, value: [NetChar]?, start: Int32, count: Int32)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    try builder.insert(value, start, count, at: index, &frame)
                })),
        ]
    }

    static var builderChanges: [NetMember] {
        [
            .method(
                "Remove", "Takes a part out.", ["startIndex", "length"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, start: Int32, length: Int32) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    guard length >= 0 else { throw .argumentOutOfRange("length", "Length cannot be less than zero.") }
                    guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
                    guard Int(start) + Int(length) <= builder.object.length else { throw builderIndex("length") }
                    try builder.object.remove(Int(start)..<Int(start) + Int(length), &frame)
                    return builder
                })),
            .method(
                "Replace", "Puts one text in the place of another.", ["oldValue", "newValue"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, old: NetString, new: NetString?) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.replace(0..<builder.object.length, &frame) { text throws(EvaluationError) in
                        try text.replacing(old, with: new)
                    }
                })),
            .method(
                "Replace", "Puts one text in the place of another in a part.", ["oldValue", "newValue", "startIndex", "count"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, old: NetString, new: NetString?, start: Int32, count: Int32)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    let range = try builder.range(start, count)
                    return try builder.replace(range, &frame) { text throws(EvaluationError) in try text.replacing(old, with: new) }
                })),
            .method(
                "Replace", "Puts one character in the place of another.", ["oldChar", "newChar"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, old: NetChar, new: NetChar) throws(EvaluationError)
                        -> Instance<NetStringBuilder> in
                    try builder.replace(0..<builder.object.length, &frame) { $0.replacing(unit: old.unit, with: new.unit) }
                })),
            .method(
                "Replace", "Puts one character in the place of another in a part.", ["oldChar", "newChar", "startIndex", "count"],
                NetBody(framed: {
                    (frame: inout Frame, builder: Instance<NetStringBuilder>, old: NetChar, new: NetChar, start: Int32, count: Int32)
                        throws(EvaluationError) -> Instance<NetStringBuilder> in
                    let range = try builder.range(start, count)
                    return try builder.replace(range, &frame) { $0.replacing(unit: old.unit, with: new.unit) }
                })),
        ]
    }
}
