/// Something that a formatting method takes as its `IFormatProvider`.
///
/// There is one culture, the invariant one, hence nothing that formats has to ask its provider.
public class NetFormatProvider: NetObject, NetClass {
    class var symbol: TypeSymbol { .named(.formatProvider, []) }
}

/// `System.Globalization.CultureInfo` of the invariant culture.
///
/// Policies run under the invariant culture. Another one would print numbers and dates in its own way, which is not built;
/// asking for it fails instead of printing something else.
public final class NetCulture: NetFormatProvider {
    /// The culture's type.
    public override var type: TypeSymbol { Self.symbol }
    override class var symbol: TypeSymbol { .named(.cultureInfo, []) }

    override func invariantText() throws(EvaluationError) -> NetString { "" }

    /// The culture of a name: the invariant one for the empty name.
    static func named(_ name: NetString) throws(EvaluationError) -> NetCulture {
        guard name.isEmpty else {
            throw .notSupported("The culture '\(name)' is not built in: expressions know the invariant culture only.")
        }
        return NetCulture()
    }
}

/// `System.Globalization.NumberFormatInfo` of the invariant culture.
public final class NetNumberFormat: NetFormatProvider {
    /// The object's type.
    public override var type: TypeSymbol { Self.symbol }
    override class var symbol: TypeSymbol { .named(.numberFormatInfo, []) }
}

/// `System.Globalization.DateTimeFormatInfo` of the invariant culture.
public final class NetDateTimeFormat: NetFormatProvider {
    static let monthNames: [NetString] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "",
    ]
    static let dayNames: [NetString] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// The object's type.
    public override var type: TypeSymbol { Self.symbol }
    override class var symbol: TypeSymbol { .named(.dateTimeFormatInfo, []) }
}

/// `System.Globalization.TextInfo` of the invariant culture.
public final class NetTextInfo: NetObject, NetClass {
    /// The object's type.
    public override var type: TypeSymbol { Self.symbol }
    static var symbol: TypeSymbol { .named(.textInfo, []) }

    override func invariantText() throws(EvaluationError) -> NetString { "TextInfo - " }
}

/// `System.Globalization.CompareInfo` of the invariant culture.
public final class NetCompareInfo: NetObject, NetClass {
    /// The object's type.
    public override var type: TypeSymbol { Self.symbol }
    static var symbol: TypeSymbol { .named(.compareInfo, []) }

    override func invariantText() throws(EvaluationError) -> NetString { "CompareInfo - " }
}
