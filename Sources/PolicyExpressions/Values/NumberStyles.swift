/// .NET's System.Globalization.NumberStyles: what a number's text may hold.
public struct NumberStyles: OptionSet, Sendable, Hashable {
    /// The value of the C# enumeration.
    public let rawValue: Int32
    /// Makes a set of styles.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// White space in front.
    public static let allowLeadingWhite = NumberStyles(rawValue: 1)
    /// White space behind.
    public static let allowTrailingWhite = NumberStyles(rawValue: 2)
    /// A sign in front.
    public static let allowLeadingSign = NumberStyles(rawValue: 4)
    /// A sign behind.
    public static let allowTrailingSign = NumberStyles(rawValue: 8)
    /// Parentheses for negative numbers.
    public static let allowParentheses = NumberStyles(rawValue: 16)
    /// A decimal point.
    public static let allowDecimalPoint = NumberStyles(rawValue: 32)
    /// Commas between digits.
    public static let allowThousands = NumberStyles(rawValue: 64)
    /// An exponent.
    public static let allowExponent = NumberStyles(rawValue: 128)
    /// A currency symbol, `¤` in the invariant culture.
    public static let allowCurrencySymbol = NumberStyles(rawValue: 256)
    /// Hexadecimal digits.
    public static let allowHexSpecifier = NumberStyles(rawValue: 512)
    /// The default of whole numbers.
    public static let integer: NumberStyles = [.allowLeadingWhite, .allowTrailingWhite, .allowLeadingSign]
    /// Hexadecimal digits with white space around.
    public static let hexNumber: NumberStyles = [.allowLeadingWhite, .allowTrailingWhite, .allowHexSpecifier]
    /// The default of decimal.
    public static let number: NumberStyles = [.integer, .allowTrailingSign, .allowDecimalPoint, .allowThousands]
    /// A number with point and exponent.
    public static let float: NumberStyles = [.integer, .allowDecimalPoint, .allowExponent]
    /// A sum of money.
    public static let currency: NumberStyles = [.number, .allowParentheses, .allowCurrencySymbol]
    /// Everything but hexadecimal digits.
    public static let any: NumberStyles = [.currency, .allowExponent]
    /// The default of double and float.
    public static let floatDefault: NumberStyles = [.float, .allowThousands]
}

extension NumberStyles: NetSmallInteger {
    init(carried: Int32) { self.init(rawValue: carried) }
    var carried: Int32 { rawValue }
    static var symbol: TypeSymbol { .named(.numberStyles, []) }
}
