// How `TimeSpan` reads texts.
extension NetType {
    static var spanParsing: [NetMember] {
        [
            .staticMethod(
                "Parse", "The span that a text shows.", ["s"],
                NetBody { (text: NetString?) throws(EvaluationError) -> NetTimeSpan in
                    try parsed(text) { (text) throws(TimeSpanParsingFailure) in try TimeSpanParser.parse(text) }
                }),
            .staticMethod(
                "Parse", "The span that a text of a culture shows.", ["input", "formatProvider"],
                NetBody { (text: NetString?, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetTimeSpan in
                    try parsed(text) { (text) throws(TimeSpanParsingFailure) in try TimeSpanParser.parse(text) }
                }),
            exact("The span that a text in a format shows."),
            exactOfMany("The span that a text shows in the first of the formats that it fits."),
            .staticMethod(
                "ParseExact", "The span that a text in a format shows, negative or not.", ["input", "format", "formatProvider", "styles"],
                NetBody {
                    (
                        text: NetString, format: NetString, _: Instance<NetFormatProvider>?, styles: TimeSpanStyles
                    ) throws(EvaluationError) -> NetTimeSpan in
                    let isNegative = try styles.isNegative("styles")
                    return try parsed(text) { (text) throws(TimeSpanParsingFailure) in
                        try ExactTimeSpanParser.parse(text, format, isNegative: isNegative)
                    }
                }),
            .staticMethod(
                "ParseExact", "The span that a text shows in the first of the formats that it fits, negative or not.",
                ["input", "formats", "formatProvider", "styles"],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString, formats: [NetString?], _: Instance<NetFormatProvider>?, styles: TimeSpanStyles
                    ) throws(EvaluationError) -> NetTimeSpan in
                    let isNegative = try styles.isNegative("styles")
                    try frame.step(formats.count)
                    return try parsed(text) { (text) throws(TimeSpanParsingFailure) in
                        try ExactTimeSpanParser.parse(text, anyOf: formats, isNegative: isNegative)
                    }
                })),
        ]
    }

    private static func exact(_ summary: String) -> NetMember {
        .staticMethod(
            "ParseExact", summary, ["input", "format", "formatProvider"],
            NetBody { (text: NetString, format: NetString, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetTimeSpan in
                try parsed(text) { (text) throws(TimeSpanParsingFailure) in try ExactTimeSpanParser.parse(text, format, isNegative: false) }
            })
    }

    private static func exactOfMany(_ summary: String) -> NetMember {
        .staticMethod(
            "ParseExact", summary, ["input", "formats", "formatProvider"],
            NetBody(framed: {
                (
                    frame: inout Frame, text: NetString, formats: [NetString?], _: Instance<NetFormatProvider>?
                ) throws(EvaluationError) -> NetTimeSpan in
                try frame.step(formats.count)
                return try parsed(text) { (text) throws(TimeSpanParsingFailure) in
                    try ExactTimeSpanParser.parse(text, anyOf: formats, isNegative: false)
                }
            }))
    }

    static var spanTrying: [NetMember] {
        [
            .staticMethod(
                "TryParse", "Whether a text shows a span, and that one, otherwise zero.", ["s", .out("result")],
                NetBody(framed: { (frame: inout Frame, text: NetString?, result: Out<NetTimeSpan>) throws(EvaluationError) -> Bool in
                    try attempt(text, result, &frame) { (text) throws(TimeSpanParsingFailure) in try TimeSpanParser.parse(text) }
                })),
            .staticMethod(
                "TryParse", "Whether a text of a culture shows a span, and that one, otherwise zero.",
                ["input", "formatProvider", .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString?, _: Instance<NetFormatProvider>?, result: Out<NetTimeSpan>
                    ) throws(EvaluationError) -> Bool in
                    try attempt(text, result, &frame) { (text) throws(TimeSpanParsingFailure) in try TimeSpanParser.parse(text) }
                })),
        ] + spanExactTrying
    }

    private static var spanExactTrying: [NetMember] {
        [
            .staticMethod(
                "TryParseExact", "Whether a text in a format shows a span, and that one, otherwise zero.",
                ["input", "format", "formatProvider", .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString?, format: NetString?, _: Instance<NetFormatProvider>?, result: Out<NetTimeSpan>
                    ) throws(EvaluationError) -> Bool in
                    try attempt(format == nil ? nil : text, result, &frame) { (text) throws(TimeSpanParsingFailure) in
                        try ExactTimeSpanParser.parse(text, format ?? "", isNegative: false)
                    }
                })),
            .staticMethod(
                "TryParseExact", "Whether a text shows a span in one of the formats, and that one, otherwise zero.",
                ["input", "formats", "formatProvider", .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString?, formats: [NetString?]?, _: Instance<NetFormatProvider>?,
                        result: Out<NetTimeSpan>
                    ) throws(EvaluationError) -> Bool in
                    try attempt(formats == nil ? nil : text, result, &frame) { (text) throws(TimeSpanParsingFailure) in
                        try ExactTimeSpanParser.parse(text, anyOf: formats ?? [], isNegative: false)
                    }
                })),
            .staticMethod(
                "TryParseExact", "Whether a text in a format shows a span, and that one, negative or not, otherwise zero.",
                ["input", "format", "formatProvider", "styles", .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString?, format: NetString?, _: Instance<NetFormatProvider>?, styles: TimeSpanStyles,
                        result: Out<NetTimeSpan>
                    ) throws(EvaluationError) -> Bool in
                    let isNegative = try styles.isNegative("styles")
                    return try attempt(format == nil ? nil : text, result, &frame) { (text) throws(TimeSpanParsingFailure) in
                        try ExactTimeSpanParser.parse(text, format ?? "", isNegative: isNegative)
                    }
                })),
            .staticMethod(
                "TryParseExact", "Whether a text shows a span in one of the formats, and that one, negative or not, otherwise zero.",
                ["input", "formats", "formatProvider", "styles", .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString?, formats: [NetString?]?, _: Instance<NetFormatProvider>?,
                        styles: TimeSpanStyles, result: Out<NetTimeSpan>
                    ) throws(EvaluationError) -> Bool in
                    let isNegative = try styles.isNegative("styles")
                    return try attempt(formats == nil ? nil : text, result, &frame) { (text) throws(TimeSpanParsingFailure) in
                        try ExactTimeSpanParser.parse(text, anyOf: formats ?? [], isNegative: isNegative)
                    }
                })),
        ]
    }

    private typealias SpanParsing = (NetString) throws(TimeSpanParsingFailure) -> NetTimeSpan

    private static func parsed(_ text: NetString?, _ parse: SpanParsing) throws(EvaluationError) -> NetTimeSpan {
        guard let text else { throw .argumentNull("input") }
        do { return try parse(text) } catch { throw error.exception(text) }
    }

    private static func attempt(
        _ text: NetString?, _ result: Out<NetTimeSpan>, _ frame: inout Frame, _ parse: SpanParsing
    ) throws(EvaluationError) -> Bool {
        let span = text.flatMap { try? parse($0) }
        try result.set(.timeSpan(span ?? .zero), &frame)
        return span != nil
    }
}
