// Enumerations of the namespace System that belong to numbers and dates.
extension NetType {
    /// `System.TypeCode`.
    static let typeCode: NetType = enumeration(
        "System", "TypeCode",
        values: [
            "Empty": 0, "Object": 1, "DBNull": 2, "Boolean": 3, "Char": 4, "SByte": 5, "Byte": 6, "Int16": 7, "UInt16": 8, "Int32": 9,
            "UInt32": 10, "Int64": 11, "UInt64": 12, "Single": 13, "Double": 14, "Decimal": 15, "DateTime": 16, "String": 18,
        ])

    /// `System.MidpointRounding`.
    static let midpointRounding: NetType = enumeration(
        "System", "MidpointRounding", ["ToEven", "AwayFromZero", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity"])

    /// `System.Globalization.NumberStyles`.
    static let numberStyles: NetType = enumeration(
        "System.Globalization", "NumberStyles",
        values: [
            "None": 0, "AllowLeadingWhite": 1, "AllowTrailingWhite": 2, "AllowLeadingSign": 4, "Integer": 7, "AllowTrailingSign": 8,
            "AllowParentheses": 16, "AllowDecimalPoint": 32, "AllowThousands": 64, "Number": 111, "AllowExponent": 128, "Float": 167,
            "AllowCurrencySymbol": 256, "Currency": 383, "Any": 511, "AllowHexSpecifier": 512, "HexNumber": 515,
        ], isFlags: true)

    /// `System.DayOfWeek`.
    static let dayOfWeek: NetType = enumeration(
        "System", "DayOfWeek", ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"])

    /// `System.DateTimeKind`.
    static let dateTimeKind: NetType = enumeration("System", "DateTimeKind", ["Unspecified", "Utc", "Local"])

    /// `System.Globalization.DateTimeStyles`.
    static let dateTimeStyles: NetType = enumeration(
        "System.Globalization", "DateTimeStyles",
        values: [
            "None": 0, "AllowLeadingWhite": 1, "AllowTrailingWhite": 2, "AllowInnerWhite": 4, "AllowWhiteSpaces": 7,
            "NoCurrentDateDefault": 8, "AdjustToUniversal": 16, "AssumeLocal": 32, "AssumeUniversal": 64, "RoundtripKind": 128,
        ], isFlags: true)

    /// `System.Globalization.TimeSpanStyles`.
    static let timeSpanStyles: NetType = enumeration(
        "System.Globalization", "TimeSpanStyles", values: ["None": 0, "AssumeNegative": 1], isFlags: true)
}
