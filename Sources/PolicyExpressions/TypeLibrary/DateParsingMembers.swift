/// A type whose values `Parse` and `ParseExact` read from the text of a date.
protocol ParsableDate: NetOrderedValue {
    /// The names of the parameters, which differ between the types.
    static var parsingNames: DateParsingNames { get }
    /// What a text is read with; throws ArgumentException for styles that the type does not take.
    static func parsingOptions(
        _ styles: DateTimeStyles, _ name: String, now: @escaping () -> NetDateTime
    ) throws(EvaluationError) -> DateParsingOptions
    /// The value of what has been read.
    init(_ parsed: ParsedPointInTime)
    static var minValue: Self { get }
}

/// The names of the parameters of `Parse` and its relatives.
struct DateParsingNames: Sendable {
    let text: String, provider: String, styles: String, exactStyles: String
}

extension NetDateTime: ParsableDate {
    static let parsingNames = DateParsingNames(text: "s", provider: "provider", styles: "styles", exactStyles: "style")

    static func parsingOptions(
        _ styles: DateTimeStyles, _ name: String, now: @escaping () -> NetDateTime
    ) throws(EvaluationError) -> DateParsingOptions {
        try styles.validate(name)
        return DateParsingOptions(styles: styles, keepsOffset: false, now: now)
    }

    init(_ parsed: ParsedPointInTime) { self = parsed.date }
}

extension NetDateTimeOffset: ParsableDate {
    static let parsingNames = DateParsingNames(text: "input", provider: "formatProvider", styles: "styles", exactStyles: "styles")

    static func parsingOptions(
        _ styles: DateTimeStyles, _ name: String, now: @escaping () -> NetDateTime
    ) throws(EvaluationError) -> DateParsingOptions {
        DateParsingOptions(styles: try styles.validatedForOffset(name), keepsOffset: true, now: now)
    }

    init(_ parsed: ParsedPointInTime) { self = parsed.withOffset ?? .minValue }
}

extension ParsableDate {
    /// The date that a text shows in any of the usual ways.
    static func parse(_ text: NetString, _ options: DateParsingOptions) throws(EvaluationError) -> Self {
        do { return Self(try DateParser.parse(text, options)) } catch { throw error.exception(text) }
    }

    /// The date that a text shows in a format.
    static func parse(_ text: NetString, _ format: NetString, _ options: DateParsingOptions) throws(EvaluationError) -> Self {
        do { return Self(try ExactDateParser.parse(text, format, options)) } catch { throw error.exception(text) }
    }

    /// The date that a text shows in the first of the formats that it fits.
    static func parse(_ text: NetString, anyOf formats: [NetString?], _ options: DateParsingOptions) throws(EvaluationError) -> Self {
        do { return Self(try ExactDateParser.parse(text, anyOf: formats, options)) } catch { throw error.exception(text) }
    }

    /// The date of a text, nil for none; only a standard format that does not exist throws.
    static func attempt(
        _ text: NetString?, _ parse: (NetString) throws(DateParsingFailure) -> ParsedPointInTime
    ) throws(EvaluationError) -> Self? {
        guard let text else { return nil }
        do { return Self(try parse(text)) } catch {
            if case .unknownStandardFormat = error { throw error.exception(text) }
            return nil
        }
    }
}

extension Frame {
    /// The clock for what the text of a date leaves out.
    var clock: () -> NetDateTime { context.environment.now }
}

extension NetMember {
    /// `Parse`, `TryParse`, `ParseExact` and `TryParseExact` of a date.
    static func dateParsing<T: ParsableDate>(_: T.Type) -> [NetMember] {
        parsing(T.self) + exactParsing(T.self) + trying(T.self) + exactTrying(T.self)
    }

    private static func parsing<T: ParsableDate>(_: T.Type) -> [NetMember] {
        let names = T.parsingNames
        let (text, provider, styles) = (declared(names.text), declared(names.provider), declared(names.styles))
        return [
            .staticMethod(
                "Parse", "The point in time that a text shows.", [text],
                NetBody(framed: { (frame: inout Frame, text: NetString) throws(EvaluationError) -> T in
                    try T.parse(text, try T.parsingOptions([], names.styles, now: frame.clock))
                })),
            .staticMethod(
                "Parse", "The point in time that a text of a culture shows.", [text, provider],
                NetBody(framed: { (frame: inout Frame, text: NetString, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> T in
                    try T.parse(text, try T.parsingOptions([], names.styles, now: frame.clock))
                })),
            .staticMethod(
                "Parse", "The point in time that a text of a culture in some styles shows.", [text, provider, styles],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString, _: Instance<NetFormatProvider>?, styles: DateTimeStyles
                    ) throws(EvaluationError) -> T in
                    try T.parse(text, try T.parsingOptions(styles, names.styles, now: frame.clock))
                })),
        ]
    }

    private static func exactParsing<T: ParsableDate>(_: T.Type) -> [NetMember] {
        let names = T.parsingNames
        let (text, provider, style) = (declared(names.text), declared(names.provider), declared(names.exactStyles))
        return [
            .staticMethod(
                "ParseExact", "The point in time that a text in a format shows.", [text, "format", provider],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString, format: NetString, _: Instance<NetFormatProvider>?
                    ) throws(EvaluationError) -> T in
                    try T.parse(text, format, try T.parsingOptions([], names.exactStyles, now: frame.clock))
                })),
            .staticMethod(
                "ParseExact", "The point in time that a text in a format and some styles shows.", [text, "format", provider, style],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString, format: NetString, _: Instance<NetFormatProvider>?, styles: DateTimeStyles
                    ) throws(EvaluationError) -> T in
                    try T.parse(text, format, try T.parsingOptions(styles, names.exactStyles, now: frame.clock))
                })),
            .staticMethod(
                "ParseExact", "The point in time that a text shows in the first of the formats that it fits.",
                [text, "formats", provider, style],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString, formats: [NetString?], _: Instance<NetFormatProvider>?, styles: DateTimeStyles
                    ) throws(EvaluationError) -> T in
                    try frame.step(formats.count)
                    return try T.parse(text, anyOf: formats, try T.parsingOptions(styles, names.exactStyles, now: frame.clock))
                })),
        ]
    }

    private static func trying<T: ParsableDate>(_: T.Type) -> [NetMember] {
        let names = T.parsingNames
        return [
            .staticMethod(
                "TryParse", "Whether a text shows a point in time, and that one, otherwise the first of all.",
                [declared(names.text), .out("result")],
                NetBody(framed: { (frame: inout Frame, text: NetString?, result: Out<T>) throws(EvaluationError) -> Bool in
                    let options = try T.parsingOptions([], names.styles, now: frame.clock)
                    let date = try T.attempt(text) { (text) throws(DateParsingFailure) in try DateParser.parse(text, options) }
                    try result.set((date ?? .minValue).box, &frame)
                    return date != nil
                })),
            .staticMethod(
                "TryParse", "Whether a text of a culture in some styles shows a point in time, and that one, otherwise the first of all.",
                [declared(names.text), declared(names.provider), declared(names.styles), .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString?, _: Instance<NetFormatProvider>?, styles: DateTimeStyles, result: Out<T>
                    ) throws(EvaluationError) -> Bool in
                    let options = try T.parsingOptions(styles, names.styles, now: frame.clock)
                    let date = try T.attempt(text) { (text) throws(DateParsingFailure) in try DateParser.parse(text, options) }
                    try result.set((date ?? .minValue).box, &frame)
                    return date != nil
                })),
        ]
    }

    private static func exactTrying<T: ParsableDate>(_: T.Type) -> [NetMember] {
        let names = T.parsingNames
        let (text, provider, style) = (declared(names.text), declared(names.provider), declared(names.exactStyles))
        return [
            .staticMethod(
                "TryParseExact", "Whether a text in a format shows a point in time, and that one, otherwise the first of all.",
                [text, "format", provider, style, .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString?, format: NetString?, _: Instance<NetFormatProvider>?, styles: DateTimeStyles,
                        result: Out<T>
                    ) throws(EvaluationError) -> Bool in
                    let options = try T.parsingOptions(styles, names.exactStyles, now: frame.clock)
                    let date = try T.attempt(format == nil ? nil : text) { (text) throws(DateParsingFailure) in
                        try ExactDateParser.parse(text, format ?? "", options)
                    }
                    try result.set((date ?? .minValue).box, &frame)
                    return date != nil
                })),
            .staticMethod(
                "TryParseExact", "Whether a text shows a point in time in one of the formats, and that one, otherwise the first of all.",
                [text, "formats", provider, style, .out("result")],
                NetBody(framed: {
                    (
                        frame: inout Frame, text: NetString?, formats: [NetString?]?, _: Instance<NetFormatProvider>?,
                        styles: DateTimeStyles, result: Out<T>
                    ) throws(EvaluationError) -> Bool in
                    let options = try T.parsingOptions(styles, names.exactStyles, now: frame.clock)
                    try frame.step(formats?.count ?? 0)
                    let date = try T.attempt(formats == nil ? nil : text) { (text) throws(DateParsingFailure) in
                        try ExactDateParser.parse(text, anyOf: formats ?? [], options)
                    }
                    try result.set((date ?? .minValue).box, &frame)
                    return date != nil
                })),
        ]
    }

    private static func declared(_ name: String) -> DeclaredParameter { DeclaredParameter(stringLiteral: name) }
}
