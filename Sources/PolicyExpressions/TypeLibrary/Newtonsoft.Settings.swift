/// `Newtonsoft.Json.Formatting`.
enum JsonFormatting: Int32, NetEnumerationRepresentable {
    case none, indented

    static var fallback: Self { .none }
    static var symbol: TypeSymbol { .named(.jsonFormatting, []) }
}

extension JsonMergeSettings: NetClass { static var symbol: TypeSymbol { .named(.jsonMergeSettings, []) } }
extension JsonLoadSettings: NetClass { static var symbol: TypeSymbol { .named(.jsonLoadSettings, []) } }
extension JsonSerializerSettings: NetClass { static var symbol: TypeSymbol { .named(.jsonSerializerSettings, []) } }

/// An enumeration of Newtonsoft.Json's settings.
struct JsonSetting<Choice: JsonSettingChoice>: NetSmallInteger {
    var carried: Int32
    init(carried: Int32) { self.carried = carried }
    init(_ choice: Choice) { carried = choice.rawValue }

    static var symbol: TypeSymbol { .named(Choice.netType, []) }

    /// The choice; throws ArgumentOutOfRangeException for a number that is none.
    func choice() throws(EvaluationError) -> Choice {
        guard let choice = Choice(rawValue: carried) else { throw .argumentOutOfRange("value") }
        return choice
    }
}

/// The values of an enumeration of Newtonsoft.Json's settings.
protocol JsonSettingChoice: RawRepresentable<Int32>, SendableMetatype {
    static var netType: NetType { get }
}

extension JsonMergeSettings.ArrayHandling: JsonSettingChoice { static var netType: NetType { .mergeArrayHandling } }
extension JsonMergeSettings.NullHandling: JsonSettingChoice { static var netType: NetType { .mergeNullValueHandling } }
extension JsonLoadSettings.CommentHandling: JsonSettingChoice { static var netType: NetType { .commentHandling } }
extension JsonLoadSettings.LineInfoHandling: JsonSettingChoice { static var netType: NetType { .lineInfoHandling } }
extension JsonSerializerSettings.NullHandling: JsonSettingChoice { static var netType: NetType { .nullValueHandling } }
extension JsonSerializerSettings.DefaultHandling: JsonSettingChoice { static var netType: NetType { .defaultValueHandling } }
extension JsonSerializerSettings.DateParsing: JsonSettingChoice { static var netType: NetType { .dateParseHandling } }
extension JsonSerializerSettings.DateWriting: JsonSettingChoice { static var netType: NetType { .dateFormatHandling } }
extension JsonSerializerSettings.ZoneHandling: JsonSettingChoice { static var netType: NetType { .dateTimeZoneHandling } }
extension JsonSerializerSettings.FloatParsing: JsonSettingChoice { static var netType: NetType { .floatParseHandling } }
extension JsonSerializerSettings.StringEscaping: JsonSettingChoice { static var netType: NetType { .stringEscapeHandling } }
extension JsonFormatting: JsonSettingChoice { static var netType: NetType { .jsonFormatting } }

extension NetType {
    static let jsonFormatting: NetType = enumeration("Newtonsoft.Json", "Formatting", ["None", "Indented"])
    static let jTokenType: NetType = NetType(linqToJson, "JTokenType", .enumeration, base: .named(.enumerationBase, [])) {
        JTokenType.allCases.map { .constant($0.name, "\($0.name).", .named(.jTokenType, []), .int32($0.rawValue)) }
    }
    static let mergeArrayHandling: NetType = enumeration(linqToJson, "MergeArrayHandling", ["Concat", "Union", "Replace", "Merge"])
    static let mergeNullValueHandling: NetType = enumeration(linqToJson, "MergeNullValueHandling", ["Ignore", "Merge"])
    static let commentHandling: NetType = enumeration(linqToJson, "CommentHandling", ["Ignore", "Load"])
    static let lineInfoHandling: NetType = enumeration(linqToJson, "LineInfoHandling", ["Ignore", "Load"])
    static let nullValueHandling: NetType = enumeration("Newtonsoft.Json", "NullValueHandling", ["Include", "Ignore"])
    static let defaultValueHandling: NetType = enumeration(
        "Newtonsoft.Json", "DefaultValueHandling", ["Include", "Ignore", "Populate", "IgnoreAndPopulate"])
    static let dateParseHandling: NetType = enumeration("Newtonsoft.Json", "DateParseHandling", ["None", "DateTime", "DateTimeOffset"])
    static let dateFormatHandling: NetType = enumeration(
        "Newtonsoft.Json", "DateFormatHandling", ["IsoDateFormat", "MicrosoftDateFormat"])
    static let dateTimeZoneHandling: NetType = enumeration(
        "Newtonsoft.Json", "DateTimeZoneHandling", ["Local", "Utc", "Unspecified", "RoundtripKind"])
    static let floatParseHandling: NetType = enumeration("Newtonsoft.Json", "FloatParseHandling", ["Double", "Decimal"])
    static let stringEscapeHandling: NetType = enumeration(
        "Newtonsoft.Json", "StringEscapeHandling", ["Default", "EscapeNonAscii", "EscapeHtml"])

    static let jsonMergeSettings: NetType = NetType(linqToJson, "JsonMergeSettings") {
        [
            .constructor(
                "Settings that add elements at the end and let nulls change nothing.", [],
                NetBody { () throws(EvaluationError) -> Instance<JsonMergeSettings> in Instance(JsonMergeSettings()) }),
            setting("MergeArrayHandling", "What happens to the elements of arrays.", \JsonMergeSettings.arrayHandling),
            setting("MergeNullValueHandling", "What happens to nulls.", \JsonMergeSettings.nullHandling),
        ]
    }

    static let jsonLoadSettings: NetType = NetType(linqToJson, "JsonLoadSettings") {
        [
            .constructor(
                "Settings that leave comments out.", [],
                NetBody { () throws(EvaluationError) -> Instance<JsonLoadSettings> in Instance(JsonLoadSettings()) }),
            setting("CommentHandling", "Whether comments become tokens.", \JsonLoadSettings.commentHandling),
            setting(
                "LineInfoHandling", "Whether lines and columns are kept, which nothing here reads.", \JsonLoadSettings.lineInfoHandling),
        ]
    }

    static let jsonSerializerSettings: NetType = NetType("Newtonsoft.Json", "JsonSerializerSettings") {
        [
            .constructor(
                "Newtonsoft's own settings.", [],
                NetBody { () throws(EvaluationError) -> Instance<JsonSerializerSettings> in Instance(JsonSerializerSettings()) }),
            setting("NullValueHandling", "Whether members that are null are written.", \JsonSerializerSettings.nullHandling),
            setting(
                "DefaultValueHandling", "Whether members that have their type's default are written.",
                \JsonSerializerSettings.defaultHandling),
            setting("Formatting", "Whether each value gets a line of its own.", \JsonSerializerSettings.formatting),
            setting("DateParseHandling", "What texts that look like dates become.", \JsonSerializerSettings.dateParsing),
            setting("DateFormatHandling", "How dates are written.", \JsonSerializerSettings.dateWriting),
            setting("DateTimeZoneHandling", "What kind dates have.", \JsonSerializerSettings.zoneHandling),
            .property(
                "DateFormatString", "The format that dates are written in.",
                NetBody { (settings: Instance<JsonSerializerSettings>) throws(EvaluationError) -> NetString in
                    settings.object.dateFormat ?? "yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFK"
                },
                setter: NetBody { (settings: Instance<JsonSerializerSettings>, format: NetString?) throws(EvaluationError) -> NetVoid in
                    settings.object.dateFormat = format
                    return NetVoid()
                }),
            setting("FloatParseHandling", "What numbers with a fraction become.", \JsonSerializerSettings.floatParsing),
            setting("StringEscapeHandling", "Which characters are escaped.", \JsonSerializerSettings.stringEscaping),
        ]
    }

    private static func setting<Settings: NetClass, Choice: JsonSettingChoice>(
        _ name: String, _ summary: String, _ choice: any ReferenceWritableKeyPath<Settings, Choice> & Sendable
    ) -> NetMember {
        .property(
            name, summary,
            NetBody { (settings: Instance<Settings>) throws(EvaluationError) -> JsonSetting<Choice> in
                JsonSetting(settings.object[keyPath: choice])
            },
            setter: NetBody { (settings: Instance<Settings>, value: JsonSetting<Choice>) throws(EvaluationError) -> NetVoid in
                settings.object[keyPath: choice] = try value.choice()
                return NetVoid()
            })
    }
}
