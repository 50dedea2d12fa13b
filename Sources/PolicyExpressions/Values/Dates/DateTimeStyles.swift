/// `System.Globalization.DateTimeStyles`: what parsing a date allows, and what it makes of zones.
struct DateTimeStyles: OptionSet, NetSmallInteger {
    let rawValue: Int32
    init(rawValue: Int32) { self.rawValue = rawValue }
    init(carried: Int32) { rawValue = carried }
    var carried: Int32 { rawValue }
    static var symbol: TypeSymbol { .named(.dateTimeStyles, []) }

    static let allowLeadingWhite = DateTimeStyles(rawValue: 1)
    static let allowTrailingWhite = DateTimeStyles(rawValue: 2)
    static let allowInnerWhite = DateTimeStyles(rawValue: 4)
    static let noCurrentDateDefault = DateTimeStyles(rawValue: 8)
    static let adjustToUniversal = DateTimeStyles(rawValue: 16)
    static let assumeLocal = DateTimeStyles(rawValue: 32)
    static let assumeUniversal = DateTimeStyles(rawValue: 64)
    static let roundtripKind = DateTimeStyles(rawValue: 128)

    private static let all = DateTimeStyles(rawValue: 255)

    /// Throws ArgumentException for styles that `DateTime` does not know, or that contradict each other.
    func validate(_ name: String) throws(EvaluationError) {
        guard Self.all.isSuperset(of: self) else { throw .argument("An undefined DateTimeStyles value is being used.", name) }
        if contains(.assumeLocal), contains(.assumeUniversal) {
            throw .argument("The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together.", name)
        }
        if contains(.roundtripKind), !isDisjoint(with: [.assumeLocal, .assumeUniversal, .adjustToUniversal]) {
            throw .argument(
                "The DateTimeStyles value RoundtripKind cannot be used with the values AssumeLocal, AssumeUniversal or AdjustToUniversal.",
                name)
        }
    }

    /// The styles as `DateTimeOffset` takes them: the kind and local time mean nothing to it.
    func validatedForOffset(_ name: String) throws(EvaluationError) -> DateTimeStyles {
        guard Self.all.isSuperset(of: self) else { throw .argument("An undefined DateTimeStyles value is being used.", name) }
        if contains(.assumeLocal), contains(.assumeUniversal) {
            throw .argument("The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together.", name)
        }
        if contains(.noCurrentDateDefault) {
            throw .argument("The DateTimeStyles value 'NoCurrentDateDefault' is not allowed when parsing DateTimeOffset.", name)
        }
        return subtracting([.roundtripKind, .assumeLocal])
    }
}

/// `System.Globalization.TimeSpanStyles`: whether a span that is parsed is negative.
struct TimeSpanStyles: NetSmallInteger {
    let carried: Int32
    static var symbol: TypeSymbol { .named(.timeSpanStyles, []) }

    /// Whether the span is negative; throws ArgumentException for a number that is no style.
    func isNegative(_ name: String) throws(EvaluationError) -> Bool {
        guard carried == 0 || carried == 1 else { throw .argument("An undefined TimeSpanStyles value is being used.", name) }
        return carried == 1
    }
}
