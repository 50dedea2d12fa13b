// Texts made of several values.
extension NetType {
    static var stringConcatenations: [NetMember] {
        [
            .staticMethod(
                "Concat", "The texts of the values one behind the other.", ["arg0"],
                NetBody { (arg0: Value) throws(EvaluationError) -> NetString in
                    try ValueText.concatenation([arg0])
                }),
            .staticMethod(
                "Concat", "The texts of the values one behind the other.", ["arg0", "arg1"],
                NetBody { (arg0: Value, arg1: Value) throws(EvaluationError) -> NetString in
                    try ValueText.concatenation([arg0, arg1])
                }),
            .staticMethod(
                "Concat", "The texts of the values one behind the other.", ["arg0", "arg1", "arg2"],
                NetBody { (arg0: Value, arg1: Value, arg2: Value) throws(EvaluationError) -> NetString in
                    try ValueText.concatenation([arg0, arg1, arg2])
                }),
            .staticMethod(
                "Concat", "The texts one behind the other.", ["str0", "str1"],
                NetBody { (text0: NetString?, text1: NetString?) throws(EvaluationError) -> NetString in
                    NetString.concatenate([text0, text1].compactMap { $0 })
                }),
            .staticMethod(
                "Concat", "The texts one behind the other.", ["str0", "str1", "str2"],
                NetBody { (text0: NetString?, text1: NetString?, text2: NetString?) throws(EvaluationError) -> NetString in
                    NetString.concatenate([text0, text1, text2].compactMap { $0 })
                }),
            .staticMethod(
                "Concat", "The texts one behind the other.", ["str0", "str1", "str2", "str3"],
                NetBody {
                    (text0: NetString?, text1: NetString?, text2: NetString?, text3: NetString?) throws(EvaluationError) -> NetString in
                    NetString.concatenate([text0, text1, text2, text3].compactMap { $0 })
                }),
            .staticMethod(
                "Concat", "The texts of the values one behind the other.", [.params("args")],
                NetBody { (values: [Value]) throws(EvaluationError) -> NetString in
                    try ValueText.concatenation(values)
                }),
            .staticMethod(
                "Concat", "The texts one behind the other.", [.params("values")],
                NetBody { (texts: [NetString?]) throws(EvaluationError) -> NetString in
                    NetString.concatenate(texts.compactMap { $0 })
                }),
            .staticMethod(
                "Concat", "The texts of the elements one behind the other.", ["values"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, values: SequenceOf<TypeParameter0>) throws(EvaluationError) -> NetString in
                    try ValueText.concatenation(values.elements(&frame))
                })),
            .staticMethod(
                "Concat", "The texts of the sequence one behind the other.", ["values"],
                NetBody(framed: { (frame: inout Frame, values: SequenceOf<NetString>) throws(EvaluationError) -> NetString in
                    try ValueText.concatenation(values.elements(&frame))
                })),
        ]
    }

    static var stringJoins: [NetMember] {
        [
            .staticMethod(
                "Join", "The texts with a separator between them.", ["separator", .params("value")],
                NetBody { (separator: NetString?, texts: [NetString?]) throws(EvaluationError) -> NetString in
                    NetString.join(separator ?? "", texts)
                }),
            .staticMethod(
                "Join", "The texts of the values with a separator between them.", ["separator", .params("values")],
                NetBody { (separator: NetString?, values: [Value]) throws(EvaluationError) -> NetString in
                    try ValueText.join(separator, values)
                }),
            .staticMethod(
                "Join", "The texts of the elements with a separator between them.", ["separator", "values"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, separator: NetString?, values: SequenceOf<TypeParameter0>) throws(EvaluationError) -> NetString in
                    try ValueText.join(separator, values.elements(&frame))
                })),
            .staticMethod(
                "Join", "The texts of a sequence with a separator between them.", ["separator", "values"],
                NetBody(framed: {
                    (frame: inout Frame, separator: NetString?, values: SequenceOf<NetString>) throws(EvaluationError) -> NetString in
                    try ValueText.join(separator, values.elements(&frame))
                })),
            .staticMethod(
                "Join", "Some of the texts with a separator between them.", ["separator", "value", "startIndex", "count"],
                NetBody { (separator: NetString?, texts: [NetString?], start: Int32, count: Int32) throws(EvaluationError) -> NetString in
                    NetString.join(separator ?? "", try ArrayRange.slice(texts, start, count, .buffer))
                }),
            .staticMethod(
                "Join", "The texts with a separator between them.", ["separator", .params("value")],
                NetBody { (separator: NetChar, texts: [NetString?]) throws(EvaluationError) -> NetString in
                    NetString.join(NetString(separator.unit), texts)
                }),
            .staticMethod(
                "Join", "The texts of the values with a separator between them.", ["separator", .params("values")],
                NetBody { (separator: NetChar, values: [Value]) throws(EvaluationError) -> NetString in
                    try ValueText.join(NetString(separator.unit), values)
                }),
            .staticMethod(
                "Join", "The texts of the elements with a separator between them.", ["separator", "values"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, separator: NetChar, values: SequenceOf<TypeParameter0>) throws(EvaluationError) -> NetString in
                    try ValueText.join(NetString(separator.unit), values.elements(&frame))
                })),
            .staticMethod(
                "Join", "Some of the texts with a separator between them.", ["separator", "value", "startIndex", "count"],
                NetBody { (separator: NetChar, texts: [NetString?], start: Int32, count: Int32) throws(EvaluationError) -> NetString in
                    NetString.join(NetString(separator.unit), try ArrayRange.slice(texts, start, count, .buffer))
                }),
        ]
    }

    static var stringFormats: [NetMember] {
        [
            .staticMethod(
                "Format", "A format with its holes filled.", ["format", "arg0"],
                NetBody(framed: { (frame: inout Frame, format: NetString, arg0: Value) throws(EvaluationError) -> NetString in
                    try CompositeFormatting.format(format, [arg0], &frame)
                })),
            .staticMethod(
                "Format", "A format with its holes filled.", ["format", "arg0", "arg1"],
                NetBody(framed: { (frame: inout Frame, format: NetString, arg0: Value, arg1: Value) throws(EvaluationError) -> NetString in
                    try CompositeFormatting.format(format, [arg0, arg1], &frame)
                })),
            .staticMethod(
                "Format", "A format with its holes filled.", ["format", "arg0", "arg1", "arg2"],
                NetBody(framed: {
                    (frame: inout Frame, format: NetString, arg0: Value, arg1: Value, arg2: Value) throws(EvaluationError) -> NetString in
                    try CompositeFormatting.format(format, [arg0, arg1, arg2], &frame)
                })),
            .staticMethod(
                "Format", "A format with its holes filled.", ["format", .params("args")],
                NetBody(framed: { (frame: inout Frame, format: NetString, values: [Value]) throws(EvaluationError) -> NetString in
                    try CompositeFormatting.format(format, values, &frame)
                })),
            .staticMethod(
                "Format", "A format with its holes filled for a culture.", ["provider", "format", "arg0"],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<NetFormatProvider>?, format: NetString, arg0: Value) throws(EvaluationError)
                        -> NetString in
                    try CompositeFormatting.format(format, [arg0], &frame)
                })),
            .staticMethod(
                "Format", "A format with its holes filled for a culture.", ["provider", "format", "arg0", "arg1"],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<NetFormatProvider>?, format: NetString, arg0: Value, arg1: Value)
                        throws(EvaluationError) -> NetString in
                    try CompositeFormatting.format(format, [arg0, arg1], &frame)
                })),
            .staticMethod(
                "Format", "A format with its holes filled for a culture.", ["provider", "format", "arg0", "arg1", "arg2"],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<NetFormatProvider>?, format: NetString, arg0: Value, arg1: Value, arg2: Value)
                        throws(EvaluationError) -> NetString in
                    try CompositeFormatting.format(format, [arg0, arg1, arg2], &frame)
                })),
            .staticMethod(
                "Format", "A format with its holes filled for a culture.", ["provider", "format", .params("args")],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<NetFormatProvider>?, format: NetString, values: [Value]) throws(EvaluationError)
                        -> NetString in
                    try CompositeFormatting.format(format, values, &frame)
                })),
        ]
    }
}
