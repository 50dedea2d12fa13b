/// Newtonsoft.Json.Linq.JsonLoadSettings.
public final class JsonLoadSettings: NetObject {
    /// What happens to comments.
    public enum CommentHandling: Int32, Sendable, CaseIterable {
        /// They are skipped.
        case ignore
        /// They become tokens where there is a place for them.
        case load
    }

    /// Whether lines and columns are kept with the tokens.
    public enum LineInfoHandling: Int32, Sendable, CaseIterable {
        /// They are not.
        case ignore
        /// They are.
        case load
    }

    /// What happens to comments.
    public var commentHandling = CommentHandling.ignore
    /// Whether lines and columns are kept; nothing that expressions can use reads them.
    public var lineInfoHandling = LineInfoHandling.ignore

    /// The settings' type.
    public override var type: TypeSymbol { .named(.jsonLoadSettings, []) }
}

/// Newtonsoft.Json.JsonSerializerSettings, as far as what expressions write and read depends on it.
public final class JsonSerializerSettings: NetObject {
    /// Whether members that are null are written.
    public enum NullHandling: Int32, Sendable, CaseIterable {
        /// They are.
        case include
        /// They are left out.
        case ignore
    }

    /// Whether members that have their type's default are written.
    public enum DefaultHandling: Int32, Sendable, CaseIterable {
        /// They are.
        case include
        /// They are left out.
        case ignore
        /// They are written, and set when they are missing.
        case populate
        /// They are left out, and set when they are missing.
        case ignoreAndPopulate
    }

    /// What texts that look like dates become.
    public enum DateParsing: Int32, Sendable, CaseIterable {
        /// Texts.
        case none
        /// Dates.
        case dateTime
        /// Dates with their offset.
        case dateTimeOffset
    }

    /// How dates are written.
    public enum DateWriting: Int32, Sendable, CaseIterable {
        /// By ISO 8601.
        case iso
        /// As `/Date(1704067200000)/`.
        case microsoft
    }

    /// What kind dates have when they are written or read.
    public enum ZoneHandling: Int32, Sendable, CaseIterable {
        /// Local time.
        case local
        /// UTC.
        case utc
        /// None.
        case unspecified
        /// Their own.
        case roundtripKind
    }

    /// What numbers with a fraction become.
    public enum FloatParsing: Int32, Sendable, CaseIterable {
        /// Doubles.
        case double
        /// Decimals.
        case decimal
    }

    /// Which characters are escaped beside those that must be.
    public enum StringEscaping: Int32, Sendable, CaseIterable {
        /// None.
        case standard
        /// All that are not ASCII.
        case nonASCII
        /// Those that mean something in HTML.
        case html
    }

    /// Whether members that are null are written.
    public var nullHandling = NullHandling.include
    /// Whether members that have their type's default are written.
    public var defaultHandling = DefaultHandling.include
    /// Whether each value gets a line of its own.
    var formatting = JsonFormatting.none
    /// What texts that look like dates become.
    public var dateParsing = DateParsing.dateTime
    /// What numbers with a fraction become.
    public var floatParsing = FloatParsing.double
    /// Which characters are escaped.
    public var stringEscaping = StringEscaping.standard

    /// How dates are written.
    public var dateWriting = DateWriting.iso
    /// What kind dates have when they are written or read.
    public var zoneHandling = ZoneHandling.roundtripKind
    /// The format that dates are written in, and read as well; nil for Newtonsoft's own.
    public var dateFormat: NetString?

    var dateForm: JsonDateForm { JsonDateForm(writing: dateWriting, zones: zoneHandling, format: dateFormat) }

    /// The settings' type.
    public override var type: TypeSymbol { .named(.jsonSerializerSettings, []) }
}
